"""What stands between the counted and its verb, and what only looks like its noun or its hedge."""

from __future__ import annotations

import pytest

from audit.extract.figures import find_figures
from audit.records import Figure, Span


def read(text: str) -> tuple[Figure, ...]:
    return find_figures(text, [Span(0, len(text))])


PREDICATES = [
    ("Ten sailors, including eight women, were killed in Orv.", "kill"),
    ("Three sailors — Bo Roe, 8, and Ada Holm, 29 — were killed by the storm.", "kill"),
    ("Two Orvian mayors, Bo Roe and Ada Holm, said that it was late.", "say"),
    ("Three sailors (two men and a boy) were rescued.", "rescue"),
    ("Three sailors, the owner of which rowed, were rescued.", None),
    ("Bo Roe, 46, who had rowed for years, left.", None),
    ("They proceed in 20 boats.", "proceed"),
    ("They penciled in 20 boats.", "pencil"),
    ("They immunized 20 boats.", "immunize"),
    ("Three sailors, a boat and a dog, was told.", None),
    ("Three sailors (two men and a boy).", None),
    ("Taxpayers crammed $50 into it.", "cram"),
    ("It encompasses 20 towns.", "encompass"),
    ("They had strung up 20 boats.", "string"),
    ("They omitted 20 boats.", "omit"),
    ("She eked out a 9-point win.", "eke"),
    ("They proffered 20 boats.", "proffer"),
    ("Most voters (66 percent) stayed.", "stay"),
    ("Most voters, 56 percent, stayed.", "stay"),
    ("Nine percent of clerks at small ports borrow to live.", "borrow"),
    ("Two clerks in the search for a mate made the list.", "make"),
    ("More than 30 boats and 12 cars sank in May.", "sink"),
    ("Three clerks – Bo Roe of Tarsk and Al Holm of Orv – all rowed later.", "row"),
    ("Two clerks, former Rep. Bo Roe of Orv and Al Holm, rowed later.", "row"),
    ("About 30 injured and 12 dead.", "injure"),
    ("They saw 20 boats in Orv that sank.", "see"),
    ("In the last three months, Mr. Roe and Al Holm, who row, left.", None),
    ("They splurted 20 words.", "splurted"),
    ("They quibbled over 20 words.", "quibble"),
    ("Over 200 Orvian soldiers are looking to wage a war.", "wage"),
]


@pytest.mark.parametrize(("text", "predicate"), PREDICATES, ids=lambda case: str(case)[:40])
def test_what_happened(text: str, predicate: str | None) -> None:
    assert read(text)[0].predicate == predicate


COUNTED = [
    ("After a long fight, hundreds in Orv took to the streets.", 100, None),
    ("They sent memos to friends written by 27-year-olds.", 27, None),
    ("Two former solicitors general left.", 2, "former solicitors general"),
    ("They used the word in interviews twice as often as Roe.", 2, None),
    ("Roe has raised ten times the money brought in by Holm.", 10, "money"),
    ("Close to 900 homes had suffered flood damage, with more than 50 destroyed.", 50, "homes"),
]


@pytest.mark.parametrize(("text", "value", "counted"), COUNTED, ids=lambda case: str(case)[:40])
def test_what_is_counted(text: str, value: float, counted: str | None) -> None:
    assert [figure.counted for figure in read(text) if figure.low == value] == [counted]


def test_a_participle_alone_tells_what_happened() -> None:
    figures = read("Two men were killed and over 20 injured.")
    assert [figure.predicate for figure in figures] == ["kill", "injure"]


@pytest.mark.parametrize("text", ["He made a bogus 911 call.", "All of that is for naught."])
def test_what_counts_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("They rallied around three leaders.", None),
        ("There were around three leaders.", "around"),
        ("They met around 300 leaders.", "around"),
    ],
)
def test_around_a_few(text: str, hedge: str | None) -> None:
    assert read(text)[0].hedge == hedge
