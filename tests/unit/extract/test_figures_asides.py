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
    ("It is so late that four other towns — Orv, Tarsk and Holm — revived the plan.", "revive"),
    ("The mayor said on Monday that five men, two boys among them, were hurt.", "hurt"),
    ("Forty-two percent of Orvians between 25 and 55 have student loans.", "have"),
    ("They heard that nearly two-thirds of clerks (64%) – the highest share – say it is late.", "say"),
    ("Nearly 70 clerks, mates and pilots of Orv showed up.", "show"),
    ("Some 12 men from Orv and a boy were hurt.", "hurt"),
    ("Two clerks familiar with the matter told Roe of it.", "tell"),
    ("A majority (56 percent) in this poll want it.", "want"),
    ("It was told by clerks, and 12 men, Roe and Holm said, were hurt.", "hurt"),
    ("Driven by its size and about $300 in small gifts, the Orv firm and its owner, Bo Roe, have been bobbing.", None),
    ("Roe and his team -- after nearly four years in office -- have failed.", None),
    ("Roe was accused of “grave” harm by 18 mates.", "accuse"),
    ("Most men, including eight out of 10 mates, favored it.", "favor"),
    ("They drew big crowds, including 500 mates.", "draw"),
    ("They said, including 500 mates.", None),
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
    ("The mayors cut the Orvian fleet over 10 years.", 10, None),
    ("The fleet has sailed for 10 years.", 10, "fleet"),
    ("Orv has a $6 local-federal clean water plan.", 6, "local-federal clean water plan"),
    ("He honors the victims of the Orvian storm, numbering at least 24.", 24, "victims of the Orvian storm"),
    ("He has 17 mates, ahead of Bo Roe with 16.", 16, "mates"),
    ("Roe oversaw the raising of $248.", 248, None),
    ("Crews working in Orv rose to 3,400.", 3400, "Crews"),
    ("They say that bans of boats be kept, with 44% opposed.", 44, None),
    ("Roe was sentenced by an Orvian court to nine years.", 9, None),
    ("The Orvian board meets every 4 years.", 4, None),
    ("The firm has a plan to shut the yard for 5 days.", 5, None),
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


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Wages rose from the $5-to-$8 range.", 5, 8, "dollar"),
        ("It saves them $850 per year through 2025.", 850, 850, "dollar per year"),
        ("More than one-in-five mates left.", 0.2, 0.2, None),
        ("Three-out-of-ten mates left.", 0.3, 0.3, None),
        ("It sold 1990 to 2010 boats.", 1990, 2010, None),
    ],
)
def test_what_hyphens_and_years_are(text: str, low: float, high: float, unit: str | None) -> None:
    (figure,) = read(text)
    assert (figure.low, figure.high, figure.unit) == (low, high, unit)


def test_a_part_has_the_verb_of_its_whole() -> None:
    assert [figure.predicate for figure in read("The blast killed 86 men, including 27 mates.")] == ["kill", "kill"]
