"""Where a name begins and ends, and what it names: a sentence on the far side of each condition."""

from __future__ import annotations

import pytest

from audit.extract.jsonl import read_line
from audit.extract.reading import read_document
from audit.extract.sources.names import read_names

# fmt: off
ROWS = [
    ("“No,” said TJ King on Monday.", "TJ King (person)"),
    ("“No,” said Ada TJ King on Monday.", "Ada TJ King (person)"),
    ("“No,” said Tj King on Monday.", ""),
    ("“No,” said T2 King on Monday.", ""),
    ("“No,” said Secretary of Defense Ada Holm.", "Ada Holm (person, Secretary of Defense)"),
    ("“No,” said Governor of New Jersey Ada Holm.", "Ada Holm (person, Governor of New Jersey)"),
    ("“No,” said President of FIFA Ada Holm.", "Ada Holm (person, President of FIFA)"),
    ("“No,” said Bible Holm on Monday.", "Bible Holm (person)"),
    ("“No,” said Ada Bell Carr Dunn Ellis Ford Gray Hale.", ""),
    ("“No,” said U Ukraine on Monday.", "U Ukraine (organisation)"),
    ("“No,” said U2 Ukraine on Monday.", "U2 Ukraine (organisation)"),
    ("“No,” said Northeastern Ukraine on Monday.", ""),
    ("“No,” said Vint UN on Monday.", "Vint UN (organisation)"),
    ("“No,” said Vint U on Monday.", "Vint U (person)"),
    ("“No,” said Vint III on Monday.", "Vint III (person)"),
    ("“No,” said Ada Vint UN on Monday.", "Ada Vint UN (person)"),
    ("“No,” said Ukraine-based Holm on Monday.", "Holm (person)"),
    ("“No,” said R-Ukraine on Monday.", ""),
    ("“No,” said Ada Day on Monday.", "Ada Day (person)"),
    ("“No,” said Ada Holm Day on Monday.", ""),
    ("“No,” said Ada Holm/AP on Monday.", ""),
    ("“No,” said Ada Holm/ap on Monday.", "Ada Holm (person)"),
    ("“No,” said Holm Medicare on Monday.", "Holm Medicare (organisation)"),
    ("Unlike Tor Vint left. “No,” said Vint.", "Tor Vint (person); Vint (person)"),
    ("“No,” said NATO Secretary General on Monday.", "NATO (organisation)"),
    ("“No,” said CEO of the Norwick Oil Association on Monday.", "Norwick Oil Association (organisation)"),
    ("“No,” said CNN Contributor Ada Holm.", "Ada Holm (person, CNN Contributor)"),
    ("“No,” said Local Eyewitness Zorb Quax.", "Zorb Quax (person, Local Eyewitness)"),
    ("Holm met Jr. in Orrin. “No,” said Holm.", "Holm (person); Orrin (person); Holm (person)"),
    ("“No,” said Former on Monday.", ""),
    ("“No,” said Zorb Quax UN on Monday.", "Zorb Quax UN (person)"),
    ("“No,” said Ada Day Tower on Monday.", ""),
    ("“No,” said Orrin Ministry/AP on Monday.", "Orrin Ministry (organisation)"),
    ("“No,” said Vatican on Monday.", "Vatican (organisation)"),
    ("“No,” said Director of National Security Mark Holm.", "Mark Holm (person, Director of National Security)"),
    ("“No,” said Secretary Defense Ada Holm.", "Ada Holm (person, Secretary Defense)"),
    ("“No,” said TJK King on Monday.", ""),
    ("“No,” said Deputy Director Vint King on Monday.", "Vint King (person, Deputy Director)"),
    ("The Bank of the Marrow said the wall fell.", "Bank of the Marrow (organisation)"),
    ("The House of a Marrow said the wall fell.", "House of a Marrow (organisation)"),
    ("Bank in the Marrow said the wall fell.", "Marrow (person)"),
]
# fmt: on


@pytest.mark.parametrize(("text", "told"), ROWS)
def test_a_name_is_read_up_to_its_edge(text: str, told: str) -> None:
    doc = read_document(read_line({"id": "x", "text": text, "language": "en"}))
    names = read_names(doc.text, doc.sentences, doc.outlets)
    assert "; ".join(f"{n.surface} ({n.kind.value}{f', {n.role}' if n.role else ''})" for n in names) == told
