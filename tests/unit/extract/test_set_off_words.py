"""Words of another outlet in a paragraph of their own, told by the colon before them."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.extract.jsonl import read_line


@pytest.mark.parametrize(
    ("lead", "credited"),
    [
        ("From Politico:", {"Politico": "From Politico:\n\nNine men fell."}),
        (
            "It was a bad day. From the Washington Post:",
            {"The Washington Post": "From the Washington Post:\n\nNine men fell."},
        ),
        ("From Politico: it fell.", {}),
        ("From Politico", {}),
        ("Related content from Politico:", {}),
        ("From the Norwick Daily:", {}),
    ],
)
def test_whose_words_follow(lead: str, credited: dict[str, str]) -> None:
    row = {"id": "x", "publisher": "Norwick Daily", "text": f"{lead}\n\nNine men fell.\n\nI was not there."}
    found = extract_mentions(read_line(row)).credits
    assert {one.source.name: one.scope and one.scope.of(str(row["text"])) for one in found} == credited


def test_a_colon_before_nothing_sets_nothing_off() -> None:
    assert extract_mentions(read_line({"id": "x", "text": "It fell.\n\nFrom Politico:"})).credits == ()


def test_a_figure_in_words_set_off_is_theirs() -> None:
    text = "Politico reports:\n\nNine men fell. Twelve boats sank.\n\nI saw 40 gulls."
    figures = extract_mentions(read_line({"id": "x", "text": text})).figures
    assert [one.source and one.source.name for one in figures] == ["Politico", "Politico", None]


def test_a_figure_behind_a_credit_without_a_colon_is_not() -> None:
    text = "Ada Holm told Politico that nine men fell.\n\n“It was over,” Holm said. Twelve boats sank."
    figures = extract_mentions(read_line({"id": "x", "text": text})).figures
    assert [one.source and one.source.name for one in figures] == ["Ada Holm", None]
