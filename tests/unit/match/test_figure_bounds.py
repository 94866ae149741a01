"""When two figures are said of one thing: a case on either side of each bound."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from audit.figures_algebra.told import Told
from audit.match import figure_readings as counted_figures
from audit.match import figures
from audit.match.articles import Held, Place
from audit.match.figures import Counted, Pair
from audit.records import Approximator, Figure, Span

NOON = datetime(2031, 5, 1, 12)


def held(key: str, days: float | None = 0) -> Held:
    at = None if days is None else NOON + timedelta(days=days)
    return Held(key, 1, "", None, at, at, (), ())


def counted(key: str, value: float, words: int = 0, **slots: Any) -> Counted:
    """A figure of an article whose sentence has the first `words` of a row of words."""
    days, source, at = slots.pop("days", 0), slots.pop("source", None), slots.pop("at", 0)
    figure = Figure(
        Span(at, at + 2), str(value), value, slots.pop("high", value), **{"counted": "Norlandic welders", **slots}
    )
    text = f"{value:g} welders came"
    shared = frozenset(f"w{n}" for n in range(words))
    place = Place(held(key, days), figure.span, f"f{key}{at}")
    return Counted(place, figure, source, frozenset({"count:welder"}), Span(0, 99), shared, lambda: Told(text, figure))


def filled(one: Counted, size: int) -> Counted:
    """With words of its own up to a size."""
    own = (f"{one.place.article.article_id}{n}" for n in range(size - len(one.words)))
    return replace(one, words=one.words | set(own))


def pair(share: int, size: int, first: float = 200, second: float = 300, **told: Any) -> Pair:
    """Two figures whose sentences share so many words of so many."""
    a = filled(counted("a", first, share, **told.pop("a", {})), size)
    b = filled(counted("b", second, share, **told.pop("b", {})), size)
    return Pair(a, b, **{"linked": False, **told})


@pytest.mark.parametrize(("share", "size", "likeness"), [(3, 10, 0.3), (2, 5, 0.4), (2, 4, 0.4), (2, 2, 0.4)])
def test_a_short_sentence_counts_as_five_words(share: int, size: int, likeness: float) -> None:
    assert pair(share, size).likeness == likeness


@pytest.mark.parametrize(
    ("first", "second", "far"),
    [
        (10, 200, False), (10, 201, True), (-10, 200, False), (10, 1000, False), (10, 1040, False), (10, 1060, True),
        (10, 960, False), (10, 940, True), (0, 5, True), (0, 0, True),
    ],
)  # fmt: skip
def test_values_that_nobody_takes_for_each_other(first: float, second: float, far: bool) -> None:
    assert figures._is_far(pair(0, 9, first, second)) == far
    assert figures._is_far(pair(0, 9, second, first)) == far


@pytest.mark.parametrize(("share", "source", "far"), [(7, "holm", False), (6, "holm", True), (7, None, True)])
def test_one_source_in_much_the_same_words_may_be_far_off(share: int, source: str | None, far: bool) -> None:
    assert figures._is_far(pair(share, 20, 10, 201, a={"source": source}, b={"source": source})) == far


@pytest.mark.parametrize(
    ("share", "days", "alike"), [(6, 30, True), (5, 30, False), (6, 31, False), (6, None, False), (7, 0, True)]
)
def test_two_stories_tell_a_figure_alike(share: int, days: float | None, alike: bool) -> None:
    assert figures._is_told_alike(pair(share, 10, b={"days": days})) == alike


@pytest.mark.parametrize(
    ("days", "linked", "far"), [(30, False, False), (31, False, True), (31, True, False), (None, False, False)]
)
def test_too_far_in_time(days: float | None, linked: bool, far: bool) -> None:
    assert figures._too_far(pair(0, 9, b={"days": days}, linked=linked)) == far


HOLM = {"a": {"source": "holm"}, "b": {"source": "holm"}}
NO, SOME, MOST, ONE = 0.0, 0.35, 0.6, 0.2


@pytest.mark.parametrize(
    ("values", "label", "told", "least"),
    [
        ((12, 300), "conflict", {}, MOST), ((300, 12), "conflict", {}, MOST), ((12, 300), "equal", HOLM, MOST),
        ((12, 300), "conflict", {"linked": True, "alone": True}, SOME), ((12, 300), "equal", {"linked": True}, MOST),
        ((12, 300), "equal", {"alone": True}, MOST),
        ((13, 300), "conflict", HOLM, NO), ((13, 300), "conflict", {"linked": True, "alone": True}, NO),
        ((13, 300), "conflict", {"alone": True}, MOST), ((13, 300), "conflict", {"linked": True}, SOME),
        ((13, 13), "equal", {}, ONE), ((13, 13), "conflict", {}, MOST), ((13, 300), "equal", {}, SOME),
        ((13, 13), "equal", {"apart": True}, SOME), ((13, 300), "compatible", {}, SOME),
        ((13, 300), "conflict", {"a": {"unit": "year"}}, MOST),
        ((13, 300), "equal", {"b": {"unit": "litre", "counted": None}}, MOST),
        ((13, 300), "equal", {"b": {"unit": "litre"}}, SOME),
        ((13, 300), "conflict", {"a": {"predicate": "kill"}, "b": {"predicate": "die"}}, SOME),
        ((13, 300), "conflict", {"a": {"predicate": "kill"}, "b": {"predicate": "arrest"}}, MOST),
        ((13, 300), "conflict", {"a": {"predicate": "kill"}}, MOST),
    ],
)  # fmt: skip
def test_the_more_ties_two_figures_the_less_their_words_must_agree(
    values: tuple[float, float], label: str, told: dict[str, Any], least: float
) -> None:
    assert figures._least_likeness(pair(0, 9, *values, **told), label) == least


def test_figures_of_one_article_are_of_no_two_stories() -> None:
    one = counted("a", 200)
    other = replace(counted("a", 200, at=40), place=replace(one.place, span=Span(40, 42)))
    assert not Pair(one, other, False).one_story
    assert figures._least_likeness(Pair(one, other, False), "conflict") == SOME


@pytest.mark.parametrize(("share", "kept"), [(7, True), (6, False)])
def test_a_pair_needs_as_many_words_as_are_asked(share: int, kept: bool) -> None:
    assert figures._one_thing(pair(share, 20, 200, 300), "compatible") == kept


def test_what_agrees_may_lie_far_apart_in_time_and_what_differs_may_not() -> None:
    late = pair(9, 9, 200, 200, b={"days": 31})
    assert figures._one_thing(late, "equal")
    assert not figures._one_thing(late, "conflict")
    assert not figures._one_thing(pair(9, 9, 10, 300), "conflict")
    assert figures._one_thing(pair(9, 9, 10, 300), "equal")


def test_another_story_needs_the_same_words() -> None:
    assert figures._one_thing(pair(6, 10, 200, 200, apart=True), "equal")
    assert not figures._one_thing(pair(5, 10, 200, 200, apart=True), "equal")
    assert figures._one_thing(pair(0, 10, 200, 200, apart=True), "sum")


@pytest.mark.parametrize(
    ("places", "unit", "kept"),
    [
        (("Orrin", None), "percentage", False), (("Orrin", "Holm"), "percentage", False),
        (("Orrin", "orrin"), "percentage", True), ((None, None), "percentage", True), (("Orrin", None), "crown", True),
    ],
)  # fmt: skip
def test_shares_of_two_places_are_those_of_two_polls(places: tuple[str | None, ...], unit: str, kept: bool) -> None:
    told = {side: {"place": place, "unit": unit} for side, place in zip("ab", places, strict=True)}
    assert figures._one_thing(pair(9, 9, 47, 47, apart=True, **told), "equal") == kept


def test_some_of_a_kind_are_not_the_rest_unless_one_source_says_so() -> None:
    former = {"a": {"counted": "former welders"}}
    assert not figures._one_thing(pair(9, 9, **former), "conflict")
    both = {"a": {"counted": "former welders", "source": "holm"}, "b": {"source": "holm"}}
    assert figures._one_thing(pair(9, 9, **both), "conflict")


@pytest.mark.parametrize(
    ("low", "high", "telling"),
    [(14200, 14200, True), (142, 142, True), (1.42, 1.42, True), (10000, 10000, False), (14, 14, False), (142, 143, False)],
)  # fmt: skip
def test_three_digits_are_seldom_met_by_chance(low: float, high: float, telling: bool) -> None:
    assert counted_figures._telling(Figure(Span(0, 1), "", low, high)) == telling


@pytest.mark.parametrize(("word", "country"), [("korean", "korea"), ("asian", "asian"), ("indian", "india"), ("pelican", "pelica"), ("ocean", "ocean")])  # fmt: skip
def test_a_people_is_its_country(word: str, country: str) -> None:
    assert counted_figures.country(word) == country


@pytest.mark.parametrize(
    ("approximator", "high", "point"), [("=", 5, True), ("~", 5, True), (">", 5, False), ("=", 6, False)]
)
def test_bounds_and_ranges_add_up_to_nothing(approximator: str, high: float, point: bool) -> None:
    assert figures._is_point(Figure(Span(0, 1), "", 5, high, Approximator(approximator))) == point


def test_evidence_is_what_a_sentence_says_beside_the_number_its_hedge_and_its_head() -> None:
    text = "Far more than 14,200 Korean welders of the 3 docks cheered the pilots of M25."
    figure = Figure(Span(14, 20), "14,200", 14200, 14200, hedge="Far more than", counted="Korean welders")
    found = counted_figures._evidence(text, Span(0, len(text)), figure)
    assert found == {"korea", "dock", "cheer", "pilot", "m25", "=14200"}


@pytest.mark.parametrize(("gap", "near"), [(1, True), (399, True), (400, False), (0, False)])
def test_a_second_is_added_to_the_first_within_reach(gap: int, near: bool) -> None:
    assert figures._is_near(Span(9, 14), Span(14 + gap, 20 + gap)) == near
