"""What keeps two figures silent: every rule alone, on either side of its bound."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from audit.judge.gates import figures
from audit.records import Approximator
from tests.unit.judge.test_gates import conflict, figure, pair

NOON = datetime(2026, 3, 1, 12)
Row = dict[str, Any]


def two(
    a: str = "In Orrin 40 boats sank.",
    b: str = "In Orrin 60 boats sank.",
    one: Row | None = None,
    other: Row | None = None,
    rest: list[Row] | None = None,
    **slots: Any,
) -> figures.Pair:
    """The first number of either sentence, with the slots that a test gives it."""
    first, second = (next(word for word in text.replace(",", " ").split() if word[0].isdigit()) for text in (a, b))
    first_row = figure(a, first, float(first), "a", **(one or {}))
    second_row = figure(b, second, float(second), "b", **(other or {}))
    return pair(a, b, first_row, second_row, *(rest or []), **slots)


def beside(text: str, words: str, value: float, key: str, **slots: Any) -> Row:
    return figure(text, words, value, key, **slots)


@pytest.mark.parametrize(
    ("slots", "same"), [({}, True), ({"low": 41}, False), ({"high": 41}, False), ({"unit": "litre"}, False)]
)
def test_one_value_is_one_number_of_one_unit(slots: Row, same: bool) -> None:
    text = "In Orrin 40 boats sank."
    assert figures.same_value(figure(text, "40", 40, "a"), figure(text, "40", 40, "b", **slots)) == same


@pytest.mark.parametrize(
    ("lag", "far", "old"),
    [(timedelta(days=3), False, False), (timedelta(days=3, hours=1), True, False), (timedelta(days=4), True, False),
     (timedelta(days=4, hours=1), True, True), (timedelta(days=-4, hours=-1), True, True)],
)  # fmt: skip
def test_days_between_two_texts(lag: timedelta, far: bool, old: bool) -> None:
    found = two(one={"published_at": NOON}, other={"published_at": NOON + lag})
    assert (figures.far_in_time(found), figures.days_old(found)) == (far, old)
    undated = two(one={"published_at": NOON}, other={"published_at": None})
    assert not figures.far_in_time(undated)
    assert not figures.days_old(undated)


@pytest.mark.parametrize(
    ("low", "high", "slip", "far"),
    [(10, 10, False, False), (10, 22, False, False), (10, 22.1, False, True), (10, 100, True, False),
     (10, 104, True, False), (10, 105, False, True), (10, 96, True, False), (10, 95, False, True),
     (1, 1000, True, False), (0, 5, False, True), (-10, 100, True, False), (0, 0, False, True)],
)  # fmt: skip
def test_values_far_apart_and_slips_of_scale(low: float, high: float, slip: bool, far: bool) -> None:
    for a, b in ((low, high), (high, low)):
        found = two(one={"low": a, "high": a}, other={"low": b, "high": b})
        assert (figures.is_slip(found), figures.far_in_value(found)) == (slip, far)


def test_the_ratio_is_of_the_greater_ends() -> None:
    assert two(one={"low": 10, "high": 20}, other={"low": 1, "high": 60}).ratio == 3


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [("boats", "boats", True), ("fishing boats", "a boat of the guard", True), ("boats", "crews of boats", False),
     (None, "boats", True), ("boats", None, True), ("boats", "crews", False)],
)  # fmt: skip
def test_what_two_figures_count(one: str | None, other: str | None, may: bool) -> None:
    assert figures._may_count({"counted": one}, {"counted": other}) == may


def test_a_hedge_that_differs_is_no_other_value() -> None:
    assert not figures.gives_the_other(two(other={"low": 40, "high": 40}))


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [(("=", None), ("=", None), False), (("=", None), (">", "over"), True), ((">", "over"), (">=", "at least"), True),
     (("<", "under"), ("<=", "up to"), True), (("<", "under"), (">", "over"), False), (("~", "nearly"), (">", "over"), False),
     (("~", "nearly"), ("<", "under"), True), (("~", "about"), (">", "over"), True)],
)  # fmt: skip
def test_hedges_that_point_one_way(one: tuple[str, str | None], other: tuple[str, str | None], meet: bool) -> None:
    sides = [dict(zip(("approximator", "hedge"), told, strict=True), low=40, high=40) for told in (one, other)]
    assert figures.hedges_meet(two(one=sides[0], other=sides[1])) == meet
    assert not figures.hedges_meet(two(one=sides[0], other={**sides[1], "low": 41, "high": 41}))


@pytest.mark.parametrize(
    ("unit", "beside_unit", "other_value", "alike"),
    [("gallon", "litre", 6, True), ("gallon", "litre", 7, False), ("gallon", "gallon", 6, False),
     ("gallon", "kilometer", 6, False), ("gallon", None, 6, False), (None, "litre", 6, False)],
)  # fmt: skip
def test_one_value_converted_twice(unit: str | None, beside_unit: str | None, other_value: float, alike: bool) -> None:
    a, b = "It held 1.5 gallons, or 6 litres.", "It held 1.6 gallons, or 6 litres."
    rest = [beside(a, "6 l", 6, "a", unit=beside_unit), beside(b, "6 l", other_value, "b", unit=beside_unit)]
    assert figures.converts_alike(two(a, b, {"unit": unit}, {"unit": unit}, rest)) == alike


@pytest.mark.parametrize(
    ("a", "b", "other"),
    [("The new council has 40 boats.", "This council has 60 boats.", True),
     ("This council has 40 boats.", "The new council has 60 boats.", True),
     ("The new council has 40 boats.", "The next council has 60 boats.", False),
     ("This council has 40 boats.", "The outgoing council has 60 boats.", False),
     ("The new council has 40 boats.", "This harbour has 60 boats.", False)],
)  # fmt: skip
def test_two_turns_of_one_body(a: str, b: str, other: bool) -> None:
    assert figures.other_turn(two(a, b)) == other


@pytest.mark.parametrize(
    ("text", "outside"),
    [("He heard that 40 boats followed him.", True), ("Holm heard that 40 boats followed him.", False),
     ("He heard that 40 boats followed Holm.", False),
     (f"He heard that 40 {' '.join(['boats'] * 7)} him.", True),
     (f"He heard that 40 {' '.join(['boats'] * 8)} him.", False)],
)  # fmt: skip
def test_who_a_sentence_is_about_stands_in_another(text: str, outside: bool) -> None:
    assert figures.points_outside(two(a=text)) == outside
    assert figures.points_outside(two(b=text)) == outside


@pytest.mark.parametrize(
    ("words", "later"), [("On Sunday", False), ("On Monday", True), ("On Tuesday", True), ("On Wednesday", False)]
)
def test_a_weekday_after_the_earlier_text(words: str, later: bool) -> None:
    b = f"{words} 60 boats sank in Orrin."
    dated = two(b=b, one={"published_at": NOON}, other={"published_at": NOON + timedelta(days=2)})  # Sunday, Tuesday
    assert figures.tells_of_later(dated) == later
    for missing in ("one", "other"):
        assert not figures.tells_of_later(two(b=b, **{missing: {"published_at": None}}))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("fishing boats", "pleasure boats", True), ("fishing boats", "boats", False), ("boats", "fishing boats", False),
     ("more boats", "fishing boats", False), (None, "boats", False)],
)  # fmt: skip
def test_kinds_of_the_thing_counted(one: str | None, other: str, apart: bool) -> None:
    assert figures.other_qualifiers(two(one={"counted": one}, other={"counted": other})) == apart


@pytest.mark.parametrize(
    ("counted", "one", "other", "apart"),
    [("times", "rang", "left", True), ("times", "rang twice", "rang again", False), ("boats", "rang", "left", False),
     ("times", None, "left", True), ("times", None, None, False)],
)  # fmt: skip
def test_how_often_a_thing_was_done(counted: str, one: str | None, other: str | None, apart: bool) -> None:
    told = [{"counted": counted, "predicate": done} for done in (one, other)]
    assert figures.other_predicate(two(one=told[0], other=told[1])) == apart
    mixed = two(one={**told[0], "counted": "boats"}, other=told[1])
    assert figures.other_predicate(mixed) == apart


@pytest.mark.parametrize(
    ("b", "unit", "named"),
    [("In Orrin 60 boats sank, not 40.", None, True), ("In Orrin 60 boats sank, 40 km off.", "kilometer", False),
     ("In Orrin 60 boats sank.", None, False)],
)  # fmt: skip
def test_the_numeral_of_the_other(b: str, unit: str | None, named: bool) -> None:
    rest = [beside(b, "40", 40, "b", unit=unit)] if unit else []
    assert figures.names_the_other(two(b=b, rest=rest)) == named
    assert not figures.names_the_other(two(b=b, rest=rest, other={"low": 40, "high": 40}))


@pytest.mark.parametrize(
    ("a", "b", "other"),
    [("In 2011 it had 40 boats.", "In 2012 it had 60 boats.", True), ("In 2011 it had 40 boats.", "It had 60 boats.", False),
     ("In June it had 40 boats.", "In May it had 60 boats.", True), ("In June it had 40 boats.", "On Friday it had 60 boats.", False),
     ("On Monday it had 40 boats.", "On Friday it had 60 boats.", True),
     ("On Monday and Friday it had 40 boats.", "On Friday it had 60 boats.", False)],
)  # fmt: skip
def test_times_of_one_sort(a: str, b: str, other: bool) -> None:
    spans = [figure(text, str(n), n, key) for text, n, key in ((a, 40, "a"), (b, 60, "b"))]
    assert figures.other_times(pair(a, b, *spans)) == other


@pytest.mark.parametrize(("count", "units", "listed"), [(3, 0, True), (2, 0, False), (3, 1, False)])
def test_a_list_of_figures(count: int, units: int, listed: bool) -> None:
    b = "In Orrin 60, 61, 62 and 63 boats sank."
    told = [("61", 61), ("62", 62), ("63", 63)][:count]
    rest = [beside(b, w, n, "b", unit="litre" if at < units else None) for at, (w, n) in enumerate(told)]
    assert figures.is_list(two(b=b, rest=rest)) == listed


@pytest.mark.parametrize(
    ("a", "b", "other"),
    [("It was up 40 points.", "It was down 60 points.", True), ("It was up 40 points.", "It was up 60 points.", False),
     ("It was up 40 points.", "It was at 60 points.", False), ("The up and old 40 boats.", "It was down 60 boats.", False)],
)  # fmt: skip
def test_which_way_a_figure_went(a: str, b: str, other: bool) -> None:
    assert (figures._way(a, figure(a, "40", 40, "a")), figures._way(b, figure(b, "60", 60, "b"))) == (
        "up" if "up 40" in a else None,
        next((way for way in ("up", "down") if way in b), None),
    )
    if "old" not in a and "at" not in b:
        assert figures.other_movement(two(a, b)) == other


@pytest.mark.parametrize(("high", "wide"), [(80, False), (81, True)])
def test_a_range_that_allows_anything(high: float, wide: bool) -> None:
    assert figures.vague(two(one={"high": high})) == wide
    assert figures.vague(two(other={"high": high * 1.5})) == wide


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [("Orrin ferry crews lost 40", "Orrin mills burned beside timber walls 60", False),
     ("Orrin ferry crews lost timber 40", "Orrin mills burned inside brick walls 60", True), ("40", "60", True)],
)  # fmt: skip
def test_sentences_that_share_hardly_a_word(a: str, b: str, apart: bool) -> None:
    assert figures.unlike(two(a, b)) == apart


def test_what_is_reached_was_the_bound() -> None:
    b = "The car reached 60 knots."
    for bound in Approximator:
        found = two("The car ran at up to 40 knots.", b, one={"approximator": bound.value})
        assert figures.reaches(found) == (bound is Approximator.AT_MOST)
    assert not figures.reaches(two("Up to 40 knots.", "It ran at 60 knots.", one={"approximator": "<="}))


@pytest.mark.parametrize(
    ("bound", "hedge", "about"),
    [("~", "about", True), ("~", "Some", True), ("~", "Nearly", False), (">", "more than", False), ("~", None, True)],
)
def test_about_a_number_is_that_number(bound: str, hedge: str | None, about: bool) -> None:
    assert figures.only_about(two(one={"approximator": bound, "hedge": hedge})) == about


@pytest.mark.parametrize(
    ("bound", "day", "counted", "predicate", "settled"),
    [(">=", 2, "people", "kill", True), (">=", 1, "people", "kill", False), (">", 2, "people", "kill", False),
     (">=", 2, "walls", "paint", False)],
)  # fmt: skip
def test_a_toll_settles(bound: str, day: int, counted: str, predicate: str, settled: bool) -> None:
    told = {"counted": counted, "predicate": predicate}
    one = {**told, "approximator": bound, "published_at": datetime(2026, 3, 1)}
    found = two(one=one, other={**told, "published_at": datetime(2026, 3, day)})
    assert figures.toll_settled(found) == settled
    undated = two(one=one, other={**told, "published_at": None})
    assert not figures.toll_settled(undated)


@pytest.mark.parametrize(
    ("units", "slot", "unsaid"),
    [(("point", "percentage point"), "unit", True), (("percentage point", "point"), "unit", True),
     (("dollar per hour", "crown"), "unit", True), (("crown", "dollar per hour"), "unit", True),
     ((None, "crown"), "unit", True), (("crown", "dollar"), "value", True), (("crown", "dollar"), "unit", False)],
)  # fmt: skip
def test_a_unit_that_one_side_leaves_out(units: tuple[str | None, str | None], slot: str, unsaid: bool) -> None:
    assert figures.unit_unsaid(two(one={"unit": units[0]}, other={"unit": units[1]}, slot=slot)) == unsaid


def test_the_first_rule_that_refuses_is_told() -> None:
    found = two(other={"modality": "planned", "published_at": NOON + timedelta(days=9)})
    assert figures.refused(found, figures.CONFLICT) == "far_in_time"
    assert figures.refused(found, (figures.other_modality, figures.far_in_time)) == "other_modality"
    assert figures.refused(two(), ()) is None


@pytest.mark.parametrize(
    ("hedge", "value", "agrees"),
    [("more", 141, True), ("more", 139, False), ("more", 150, False), ("exact", 141, False), ("less", 139, True),
     ("less", 141, False), ("about", 138, True)],
)  # fmt: skip
def test_a_number_beside_that_the_other_may_stand_for(hedge: str, value: float, agrees: bool) -> None:
    a, b = f"In Orrin 132 children of {value:.0f} dead sank.", "In Orrin 140 people sank."
    words = {"more": Approximator.ABOVE, "less": Approximator.BELOW, "about": Approximator.ABOUT}
    bound = words.get(hedge, Approximator.EXACT)
    rest = [beside(a, f"{value:.0f}", value, "c", article_id="a")]
    found = two(a, b, other={"approximator": bound, "hedge": hedge if hedge == "about" else None}, rest=rest)
    assert figures.agrees_beside(found) == agrees


@pytest.mark.parametrize(
    ("hedge", "value", "unit", "beyond"),
    [("more", 106, "knot", True), ("more", 94, "knot", False), ("more", 240, "knot", False), ("less", 94, "knot", True),
     ("less", 106, "knot", False), ("more", 106, None, False), ("exact", 106, "knot", False)],
)  # fmt: skip
def test_the_value_that_a_hedge_speaks_of_stands_beside(
    hedge: str, value: float, unit: str | None, beyond: bool
) -> None:
    a, b = "In Orrin she made 100 knots.", f"In Orrin she made 100 knots and in the end {value:.0f}."
    words = {"more": Approximator.ABOVE, "less": Approximator.BELOW}
    rest = [beside(b, f"{value:.0f}", value, "c", article_id="b", unit=unit)]
    one = {"approximator": words.get(hedge, Approximator.EXACT), "low": 100.0, "high": 100.0, "unit": "knot"}
    found = two(a, b, one=one, other={"low": 100.0, "high": 100.0, "unit": "knot"}, rest=rest)
    assert figures.goes_beyond_beside(found) == beyond


def test_an_age_and_a_year_gone_by_are_of_their_day() -> None:
    now = {"published_at": NOON, "unit": "year of age"}
    assert figures.aged(two("Holm was 40 in 2019.", "Holm is 60.", now, now))
    assert not figures.aged(two("Holm was 40.", "Holm is 60.", now, now))
    told = {"published_at": NOON}
    assert figures.past_year(two("In Orrin 40 boats sank in 2019.", "In Orrin 60 boats sank.", told, told))
    assert not figures.past_year(two("In Orrin 40 boats sank in 2026.", "In Orrin 60 boats sank.", told, told))
    assert not figures.past_year(two("In Orrin 40 boats sank in 2019.", "In Orrin 60 sank in 2019.", told, told))


@pytest.mark.parametrize(
    ("a", "b", "one", "other", "why"),
    [
        # the same mark parts two things
        ("In Orrin taxes stay for under 40 crowns.", "In Orrin taxes end for over 40 crowns.",
         {"approximator": "<", "predicate": "stay", "unit": "crown"}, {"approximator": ">", "predicate": "end", "unit": "crown"}, "other_deed_at_mark"),
        ("In Orrin under 40 boats sank.", "In Orrin over 40 boats were lost.",
         {"approximator": "<", "predicate": "sink"}, {"approximator": ">", "predicate": "lose"}, None),
        ("In Orrin taxes stay for under 40 crowns.", "In Orrin one let taxes end for over 40 crowns.",
         {"approximator": "<", "unit": "crown"}, {"approximator": ">", "unit": "crown"}, "other_deed_at_mark"),
        ("In Orrin they cost under 40 crowns.", "In Orrin they cost over 40 crowns.",
         {"approximator": "<", "predicate": "cost", "unit": "crown"}, {"approximator": ">", "predicate": "cost", "unit": "crown"}, None),
        # one line on two pages that no date tells apart
        ("Orrin has 40 boats.", "Orrin has 60 boats.", {"published_at": None}, {"published_at": None}, "prints_a_counter"),
        ("Orrin has 40 boats.", "Orrin had 60 boats.", {"published_at": None}, {"published_at": None}, None),
        ("Orrin has 40 boats.", "Orrin has 60 boats.", {"published_at": None}, {}, None),
        ("In Orrin under 40 boats sank.", "In Orrin over 40 boats sank.",
         {"approximator": "<", "predicate": "sink"}, {"approximator": ">", "predicate": "sink"}, None),
        # a stretch of time on one side alone, in the clause of the figure
        ("In Orrin 40 boats sank since May.", "In Orrin 60 boats sank.", {"as_of": "since May"}, {}, "other_stretch"),
        ("In Orrin 40 boats sank since May.", "In Orrin 60 boats sank since May.", {"as_of": "since May"}, {"as_of": "since May"}, None),
        ("In Orrin 40 boats sank where crews fought since May.", "In Orrin 60 boats sank.", {"as_of": "since May"}, {}, None),
        ("In Orrin 40 boats sank on Sunday.", "In Orrin 60 boats sank.", {"as_of": "on Sunday"}, {}, None),
        # what a place is made for
        ("Orrin hall was to hold 40 boats.", "Orrin hall was packed with 60 boats.", {}, {}, "holds_so_many"),
        ("Orrin hall will seat 40 crews.", "Orrin hall can seat 60 crews.", {}, {}, None),
        ("Orrin hall holds 40 boats.", "Orrin hall has 60 boats.", {}, {}, None),
    ],
)  # fmt: skip
def test_two_marks_two_stretches_two_sizes(a: str, b: str, one: Row, other: Row, why: str | None) -> None:
    found = two(a, b, one, other)
    assert figures.refused(found, figures.CONFLICT) == why
    assert figures.refused(two(b, a, other, one), figures.CONFLICT) == why


@pytest.mark.parametrize(
    ("value", "slots", "why"),
    [(220, {}, None), (221, {}, "others_far"), (221, {"counted": "crews"}, None), (221, {"unit": "litre"}, None), (221, {"high": 500}, None)],
)  # fmt: skip
def test_other_numbers_of_two_states_lie_far_apart(value: float, slots: Row, why: str | None) -> None:
    a, b = "In Orrin 40 boats sank and 100 mills burned.", f"In Orrin 60 boats sank and {value} mills burned."
    rest = [
        figure(a, "100", 100, "a", counted="mills"),
        figure(b, str(value), value, "b", **{"counted": "mills", **slots}),
    ]
    assert figures.refused(two(a, b, rest=rest), figures.CONFLICT) == why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("In Orrin he is 60 in three seasons of boats.", "counts_for_another"),
        ("In Orrin he is 60 boats ahead, with three boats to come.", None),
    ],
)
def test_what_a_nearer_number_counts_is_not_counted_twice(text: str, why: str | None) -> None:
    three = figure(text, "three", 3, "b", figure_id="three")
    assert conflict(text, "60", 60, three) == why


@pytest.mark.parametrize("text", ["At Orrin lies 60_boats.", "At Orrin lies boats_60."])
def test_a_stretch_of_a_longer_sign_counts_nothing(text: str) -> None:
    assert conflict(text, "60", 60) == "is_part_of_a_code"


def test_a_range_is_no_slip_of_scale() -> None:
    text = "In the Orrin flood 390 to 400 boats went down."
    assert conflict(text, "390 to 400", 390, high=400) == "far_in_value"
