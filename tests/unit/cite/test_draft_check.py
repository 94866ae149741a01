"""A draft against held texts: exact, altered, another speaker, another figure, not held."""

from __future__ import annotations

import json

import pytest

from audit.cite.draft_check import HeldText, Line, Outcome, check_draft, first_line, sheet

HELD = HeldText(
    "a",
    "Bridge closed",
    "“We saw the cracks on Sunday night,” harbour master Ada Holm said.\n\n"
    "The Lunkertor bridge carries over 9,000 vehicles a day, the harbour office said.",
)


def lines(draft: str) -> list[Line]:
    return check_draft(draft, [HELD])


def outcomes(draft: str) -> list[tuple[str, str, int]]:
    return [(line.outcome.value, line.kind, line.line) for line in lines(draft)]


@pytest.mark.parametrize(
    ("draft", "outcome"),
    [
        ("“We saw the cracks on Sunday night,” Ada Holm said.", Outcome.EXACT),
        ("“We saw these cracks on Monday night,” Ada Holm said.", Outcome.ALTERED),
        ("“We saw the cracks on Sunday night,” said Tor Vint.", Outcome.OTHER_SPEAKER),
        ("“Nobody told me anything about that,” said Tor Vint.", Outcome.NOT_HELD),
    ],
)
def test_a_quote(draft: str, outcome: Outcome) -> None:
    assert [line.outcome for line in lines(draft) if line.kind == "quote"] == [outcome]


@pytest.mark.parametrize(
    ("draft", "outcome"),
    [
        ("The Lunkertor bridge carries over 9,000 vehicles a day.", Outcome.EXACT),
        ("The Lunkertor bridge carries under 9,000 vehicles a day.", Outcome.FIGURE_DIFFERS),
        ("The Lunkertor bridge carries 14,000 vehicles a day.", Outcome.FIGURE_DIFFERS),
        ("Farmers in Marlow own 14,000 tractors.", Outcome.NOT_HELD),
    ],
)
def test_a_figure(draft: str, outcome: Outcome) -> None:
    assert [line.outcome for line in lines(draft) if line.kind == "figure"] == [outcome]


def test_the_first_line_names_what_to_mend_and_where() -> None:
    draft = "Quay Courier\n\n“We saw these cracks on Monday night,” Ada Holm said.\n\n“Nobody told me anything about that,” said Tor Vint."
    assert first_line(lines(draft)) == "Before you publish: 1 quote altered (line 3); 1 quote not checked: no record."
    assert first_line([]) == "Before you publish: nothing differs; all checked."


def test_worst_first_exact_last() -> None:
    draft = "“We saw the cracks on Sunday night,” Ada Holm said.\n“We saw these cracks on Monday night,” Ada Holm said."
    assert [line.outcome for line in lines(draft)] == [Outcome.ALTERED, Outcome.EXACT]


def test_the_sheet_names_file_and_line() -> None:
    found = lines("“We saw these cracks on Monday night,” Ada Holm said.")
    [told] = sheet(found, "draft.md")
    assert told.startswith("draft.md:1  altered  We saw these cracks")
    assert "We saw the cracks on Sunday night, (Bridge closed)" in told
    assert json.loads(next(sheet(found, "draft.md", as_json=True)))["outcome"] == "altered"
