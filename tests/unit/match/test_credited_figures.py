"""A figure that a text has from a house, beside the one that the house's own text gives."""

from __future__ import annotations

import pytest

from audit.extract.figures import find_figures
from audit.match.credited_figures import Credited, nearest
from audit.records import SourceKind, Span

from .conftest import Corpus

HOUSE = "Norwick Mercury"
OWN = "The barns of the valley keep {} in the winter. The cold store was built with a loan of 2.4 million dollars."
TAKEN = "In the valley the barns keep {}, the Norwick Mercury reported."


def write(corpus: Corpus, key: str, text: str, day: str | None, publisher: str, by: str | None = None) -> None:
    corpus.article(key, text, day, publisher)
    for figure in find_figures(text, [Span(0, len(text))], "en"):
        corpus.figure(key, figure, by, SourceKind.OUTLET)


def told(
    corpus: Corpus,
    own: str,
    taken: str,
    days: tuple[str | None, str | None] = ("2031-05-01", "2031-05-03"),
    by: str | None = HOUSE,
) -> list[tuple[str, str, str]]:
    write(corpus, "a", own, days[0], HOUSE)
    write(corpus, "b", taken, days[1], "Orsk Courier", by)
    return [(relation, a, b) for relation, _, a, _, b in corpus.matches("figure")]


@pytest.mark.parametrize(
    ("own", "taken", "relation"),
    [
        ("at least 11,400 men and women", "11,400 volunteers", "hedge_lost"),
        ("up to 11,400 men and women", "at least 11,400 volunteers", "hedge_flipped"),
        ("up to 400 litres of oil a week", "400 litres of oil a day", "mutated"),
        ("11,400 hens", "14,400 hens", "conflict"),
    ],
)
def test_what_became_of_a_figure_that_is_credited(corpus: Corpus, own: str, taken: str, relation: str) -> None:
    (found,) = told(corpus, OWN.format(own), TAKEN.format(taken))
    assert found[0] == relation


def test_a_credit_beside_the_figure_is_enough(corpus: Corpus) -> None:
    taken = TAKEN.format("11,400 volunteers")
    write(corpus, "a", OWN.format("at least 11,400 men and women"), "2031-05-01", HOUSE)
    write(corpus, "b", taken, "2031-05-03", "Orsk Courier")
    assert corpus.matches("figure") == []
    corpus.credit("b", HOUSE, taken)
    assert [relation for relation, *_ in corpus.matches("figure")] == ["hedge_lost"]


@pytest.mark.parametrize("by", [None, "Orsk Post"])
def test_what_is_not_credited_to_the_house_is_left(corpus: Corpus, by: str | None) -> None:
    assert told(corpus, OWN.format("at least 11,400 men and women"), TAKEN.format("11,400 volunteers"), by=by) == []


@pytest.mark.parametrize(("day", "found"), [("2031-05-08", 1), ("2031-05-09", 0), ("2031-04-30", 1), ("2031-04-29", 0)])
def test_it_is_of_the_days_before(corpus: Corpus, day: str, found: int) -> None:
    days = ("2031-05-01", day)
    assert (
        len(told(corpus, OWN.format("at least 11,400 men and women"), TAKEN.format("11,400 volunteers"), days)) == found
    )


def test_a_text_without_a_day_may_be_meant(corpus: Corpus) -> None:
    days = (None, "2031-05-09")
    assert len(told(corpus, OWN.format("at least 11,400 men and women"), TAKEN.format("11,400 volunteers"), days)) == 1


BIRDS = "In the valley the farms have {} in the winter on their land, the Norwick Mercury reported."


@pytest.mark.parametrize(
    ("taken", "found"),
    [
        (BIRDS.format("14,400 hens"), True),
        (BIRDS.format("460,000 hens"), False),  # nobody makes one of the other
        (BIRDS.format("14,400 hens, of ducks 11,400"), False),  # it has both
        ("In the city 14,400 hens were sold, the Norwick Mercury reported.", False),  # another matter
    ],
)
def test_another_value_that_may_have_been_made_of_it(corpus: Corpus, taken: str, *, found: bool) -> None:
    own = "Some farms keep 11,400 hens on the land of the valley, as they do in the winter at the river and the lake."
    assert ("conflict" in [one[0] for one in told(corpus, own, taken)]) == found


def test_the_name_of_the_house_tells_nothing(corpus: Corpus) -> None:
    own = "The Norwick Mercury counted 11,400 hens at the gate."
    assert told(corpus, own, "The Norwick Mercury wrote of 11,400 visitors in May.") == []


def one(
    no: int, shares: int, *, same: bool = False, words: int = 6, head: bool = True, kind: str = "", high: float = 90
) -> Credited:
    return Credited(0, no, no // 10, shares, words, kind, high, head, False, same)


@pytest.mark.parametrize(
    ("found", "theirs"),
    [
        ([one(1, 3)], [1]),
        ([one(1, 2)], []),  # too little
        ([one(1, 4), one(2, 3)], [1]),
        ([one(1, 3), one(2, 3)], []),  # two come as near
        ([one(1, 5), one(2, 3, same=True)], [2]),  # one value before all others
        ([one(1, 5), one(2, 2, same=True, words=9)], []),  # it may be that, though it cannot be told
        ([one(1, 4, same=True), one(2, 3, same=True)], [1]),  # one in each text
        ([one(1, 4, same=True), one(12, 3, same=True)], [1, 12]),
        ([one(1, 4, same=True), one(2, 4, same=True)], []),
        ([one(1, 3, head=False)], []),  # of what may be anything more is asked
        ([one(1, 4, head=False)], [1]),
        ([one(1, 3, same=True, head=False, high=3)], []),  # a small number
        ([one(1, 3, same=True, head=False, kind="share")], []),
        ([one(1, 3, same=True, head=False, kind="money")], [1]),
    ],
)
def test_which_figures_are_meant(found: list[Credited], theirs: list[int]) -> None:
    assert [one.theirs for one in nearest(found)] == theirs


def test_of_what_is_measured_one_head_in_one_story_tells_it() -> None:
    alone = Credited(0, 1, 1, 1, 6, "money", 2.6e9, one_head=True, one_story=True, same=False)
    assert nearest([alone]) == [alone]
    assert nearest([alone._replace(kind="")]) == nearest([alone._replace(one_story=False)]) == []


@pytest.mark.parametrize(("counted", "found"), [("hens", 1), ("carts", 0), ("volunteers", 0)])
def test_a_count_of_another_thing_is_another(corpus: Corpus, counted: str, found: int) -> None:
    own = "The barns of the valley keep 11,400 hens in the winter."
    assert len(told(corpus, own, TAKEN.format(f"at least 11,400 {counted}"))) == found
