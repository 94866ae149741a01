"""The page of a draft: the draft marked through, each finding with the words that differ on both sides."""

from __future__ import annotations

from audit.cite.draft_check import check_draft, first_line
from audit.cite.draft_records import HeldText
from audit.cite.draft_sheet import draft_page

RECORD = (
    "Ada Holm: The harbour will pay for the new bridge before winter comes.\n\n"
    "Inspectors found 14 cracks in the northern pillar of the bridge."
)
DRAFT = (
    "“The harbour will never pay for the new bridge before winter comes,” Ada Holm said.\n"
    "Inspectors found 19 cracks in the northern pillar of the bridge.\n"
    "“Nobody has told us anything about the ferry,” said Tormund Velk."
)


def page(draft: str = DRAFT, record: str = RECORD) -> str:
    held = [HeldText("r", "notes.txt", record, is_record=True)]
    lines = check_draft(draft, held)
    return draft_page(draft, lines, held, first_line(lines), "draft.md")


def test_only_the_words_that_differ_are_marked_so() -> None:
    shown = page()
    assert '<mark class="differs">never</mark>' in shown
    assert '<mark class="differs">19' in shown
    assert '<mark class="differs">14' in shown
    assert '<mark class="differs">harbour' not in shown


def test_the_whole_draft_stands_first_each_finding_leading_to_its_card() -> None:
    shown = page()
    whole = shown[: shown.index("<section")]
    assert whole.count('<a href="#l') >= 3
    assert "Nobody has told us anything about the ferry" in whole
    for number in range(1, whole.count('<a href="#l') + 1):
        assert f'id="l{number}"' in shown


def test_words_of_a_draft_are_never_markup() -> None:
    shown = page("“<script>alert(1)</script> will pay for the new bridge soon,” Ada Holm said.", "<b>x</b> " + RECORD)
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
    assert "<b>x</b>" not in shown


def test_a_page_of_a_draft_without_findings_has_its_words() -> None:
    assert "It rained" in page("It rained.")
