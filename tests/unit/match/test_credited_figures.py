"""A figure that a text has from a house, beside the one that the house's own text gives."""

from __future__ import annotations

import pytest

from audit.extract.figures import find_figures
from audit.match.credited_figures import Credited, nearest
from audit.records import SourceKind, Span

from .conftest import Corpus

OWN = "The barns of the valley hold {} hens in winter, and the cold store was built with a loan of 2.4 million dollars."
TAKEN = "In the valley {} hens are kept, the Norwick Mercury reported."


def write(corpus: Corpus, key: str, text: str, day: str | None, publisher: str, by: str | None = None) -> None:
    corpus.article(key, text, day, publisher)
    for figure in find_figures(text, [Span(0, len(text))], "en"):
        corpus.figure(key, figure, by, of=SourceKind.OUTLET)


def told(
    corpus: Corpus,
    own: str,
    taken: str,
    days: tuple[str | None, str | None] = ("2031-05-01", "2031-05-03"),
    by: str | None = "Norwick Mercury",
) -> list[tuple[str, str, str]]:
    write(corpus, "a", own, days[0], "Norwick Mercury")
    write(corpus, "b", taken, days[1], "Orsk Courier", by)
    return [(relation, a, b) for relation, _, a, _, b in corpus.matches("figure")]


@pytest.mark.parametrize(
    ("own", "taken", "relation"),
    [
        ("at least 11,400", "11,400", "hedge_lost"),
        ("up to 11,400", "at least 11,400", "hedge_flipped"),
        ("11,400", "14,400", "conflict"),
    ],
)
def test_what_became_of_a_figure_that_is_credited(corpus: Corpus, own: str, taken: str, relation: str) -> None:
    (found,) = told(corpus, OWN.format(own), TAKEN.format(taken))
    assert found[0] == relation


def test_a_sum_of_one_thing_needs_no_other_word(corpus: Corpus) -> None:
    found = told(corpus, OWN.format("11,400"), "Its loan is 2.6 million dollars, the Norwick Mercury said.")
    assert [relation for relation, *_ in found] == ["conflict"]


def test_what_nobody_credits_to_the_house_is_left(corpus: Corpus) -> None:
    taken = "Its loan is 2.6 million dollars, it was said."
    assert told(corpus, OWN.format("11,400"), taken, by=None) == []


@pytest.mark.parametrize(("day", "found"), [("2031-05-08", 1), ("2031-05-09", 0), ("2031-04-30", 1), ("2031-04-29", 0)])
def test_it_is_of_the_days_before(corpus: Corpus, day: str, found: int) -> None:
    taken = "Its loan is 2.6 million dollars, the Norwick Mercury said."
    assert len(told(corpus, OWN.format("11,400"), taken, ("2031-05-01", day))) == found


def test_a_text_without_a_day_may_be_meant(corpus: Corpus) -> None:
    taken = "Its loan is 2.6 million dollars, the Norwick Mercury said."
    assert len(told(corpus, OWN.format("11,400"), taken, (None, "2031-05-09"))) == 1


@pytest.mark.parametrize(
    "taken",
    [
        "Its loan is 6 million dollars, the Norwick Mercury said.",  # nobody makes one of the other
        "Its loan is 2.6 million dollars, the Norwick Mercury said, and the next 2.4 million dollars.",  # it has both
    ],
)
def test_another_value_that_was_not_made_of_it(corpus: Corpus, taken: str) -> None:
    assert not [one for one in told(corpus, OWN.format("11,400"), taken) if one[0] == "conflict"]


@pytest.mark.parametrize(
    ("found", "theirs"),
    [
        ([(1, 3, False)], 1),
        ([(1, 3, False), (2, 2, False)], 1),
        ([(1, 3, False), (2, 3, False)], None),  # two come as near
        ([(1, 3, False), (2, 1, True)], 2),  # one value before all others
        ([(1, 1, True), (2, 3, True)], 2),
        ([(1, 3, True), (2, 3, True)], 1),
    ],
)
def test_which_figure_is_meant(found: list[tuple[int, int, bool]], theirs: int | None) -> None:
    one = nearest([Credited(0, *told) for told in found])
    assert (one.theirs if one else None) == theirs
