"""One name is of one kind, whichever phrase it stands in."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.extract.jsonl import read_line


@pytest.mark.parametrize(
    ("source", "credited"),
    [
        ("the Orrin Geological Survey", "Orrin Geological Survey (organisation)"),
        ("Norwick Research", "Norwick Research (organisation)"),
        ("a Norwick Poll", "a Norwick Poll (document)"),
        ("the Orrin Geological Survey documents", "the Orrin Geological Survey documents (document)"),
        ("the documents", "the documents (document)"),
    ],
)
def test_a_body_whose_name_ends_like_a_paper_is_a_body(source: str, credited: str) -> None:
    found = extract_mentions(read_line({"id": "x", "text": f"Nine fell, according to {source}."})).credits
    assert [f"{one.source.name} ({one.source.kind})" for one in found] == [credited]
