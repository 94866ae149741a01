"""What must hold of any comparison, and the sets and sums it stands on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.extract.figures import find_figures
from audit.figures_algebra.compare import (
    compare_figures,
    find_drift,
    find_sum,
    literal_set,
    read_context,
    typical_set,
)
from audit.figures_algebra.intervals import Interval, conventions, grain
from audit.figures_algebra.record import compare_pair
from audit.records import Approximator, Figure, Modality, Span

LABELS = {
    "equal", "rounded", "compatible", "hedge_lost", "hedge_added", "hedge_flipped", "mutated", "part", "sum", "updated",
    "conflict", "different",
}  # fmt: skip


def figure(low: float, approximator: str = "=", high: float | None = None, **slots: object) -> Figure:
    plain = Figure(Span(0, 1), f"{low:g}", float(low), float(low if high is None else high), Approximator(approximator))
    return replace(plain, **slots)  # type: ignore[arg-type]


ANY = st.builds(
    lambda low, width, approximator, hedge, unit, counted, predicate, modality: figure(
        low, approximator, low + width, hedge=hedge, unit=unit, counted=counted, predicate=predicate, modality=modality
    ),
    st.sampled_from([0, 0.2, 1, 5, 12, 18, 50, 200, 1_024, 3_000, 10_000, 12_000, 1.5e9]),
    st.sampled_from([0, 0, 0, 5, 1_000]),
    st.sampled_from(["=", "~", "<", "<=", ">", ">="]),
    st.sampled_from([None, "nearly", "about", "over"]),
    st.sampled_from(
        [None, "percentage", "percentage point", "dollar", "euro", "kilometre", "mile", "dollar per barrel"]
    ),
    st.sampled_from([None, "troops", "former soldiers", "people", "homes"]),
    st.sampled_from([None, "kill", "kill or wound", "send", "arrest", "say"]),
    st.sampled_from(list(Modality)),
)


@settings(deadline=None)
@given(ANY)
def test_a_figure_equals_itself(one: Figure) -> None:
    assert compare_figures(one, one).label == "equal"
    assert compare_figures(one, one, derived=True, same_source=True).label == "equal"


@given(ANY, ANY, st.booleans(), st.booleans())
def test_equal_and_conflict_do_not_depend_on_the_order(one: Figure, two: Figure, source: bool, derived: bool) -> None:
    there = compare_figures(one, two, same_source=source, derived=derived)
    back = compare_figures(two, one, same_source=source, derived=derived)
    assert there.label in LABELS
    assert there.why
    for label in ("equal", "conflict"):
        assert (there.label == label) == (back.label == label), (there, back)


@settings(deadline=None)
@given(ANY)
def test_the_typical_set_meets_the_literal_set(one: Figure) -> None:
    assert typical_set(one).meets(literal_set(one))


@settings(deadline=None)
@given(ANY)
def test_an_exact_figure_holds_its_value(one: Figure) -> None:
    exact = replace(one, approximator=Approximator.EXACT)
    assert literal_set(exact) == Interval(exact.low, exact.high)


SETS = [
    (figure(200, "~", hedge="nearly"), 180, 200, True),
    (figure(10_000, "~", hedge="about"), 9_500, 10_500, False),
    (figure(12_000, "<="), 0, 12_000, False),
    (figure(10_000, "=", 12_000), 10_000, 12_000, False),
]


@pytest.mark.parametrize(("one", "low", "high", "open_high"), SETS)
def test_literal_sets(one: Figure, low: float, high: float, open_high: bool) -> None:
    found = literal_set(one)
    assert (found.low, found.high, found.open_high) == (low, high, open_high)


def test_a_bound_leaves_its_value_out_or_in() -> None:
    assert not literal_set(figure(200, ">")).holds(200)
    assert literal_set(figure(200, ">=")).holds(200)
    assert not literal_set(figure(200, "<")).holds(200)
    assert not literal_set(figure(200, "~", hedge="nearly")).meets(literal_set(figure(200, ">")))


@pytest.mark.parametrize(
    ("value", "expected"), [(12_000, 1_000), (1.47, 0.01), (10_000, 1_000), (2_000, 1_000), (18, 1)]
)
def test_grain_is_the_place_of_the_last_written_digit(value: float, expected: float) -> None:
    assert grain(figure(value)) == pytest.approx(expected)


def test_spelled_numbers_are_coarser() -> None:
    assert grain(figure(10_000, surface="ten thousand")) == 10_000


def test_one_origin_with_two_predicates_is_compared_all_the_same() -> None:
    one = figure(200, "~", hedge="nearly", counted="former soldiers", predicate="apply")
    two = figure(200, ">", hedge="over", counted="soldiers", predicate="desert")
    assert compare_figures(one, two).label == "different"
    assert compare_figures(one, two, same_source=True).label == "hedge_flipped"


def test_unknown_predicates_are_wildcards() -> None:
    one, two = figure(12, counted="people", predicate="kill"), figure(15, counted="people", predicate="stand")
    assert compare_figures(one, two).label == "conflict"


def test_the_missing_may_be_people_who_are_missing() -> None:
    one = figure(150, counted="missing", predicate="leave")
    assert compare_figures(one, figure(210, counted="people", predicate="missing")).label == "conflict"
    assert compare_figures(one, figure(210, counted="people", predicate="kill")).label == "different"


def test_only_the_step_to_done_changes_what_is_told() -> None:
    may, plan, done = (
        figure(400, modality=modality) for modality in (Modality.POSSIBLE, Modality.PLANNED, Modality.DONE)
    )
    assert compare_figures(may, done).label == "mutated"
    assert compare_figures(plan, done).slot == "modality"
    assert compare_figures(may, plan).label == "equal"


def test_a_slip_of_scale_is_named() -> None:
    verdict = compare_figures(figure(5e6, unit="dollar"), figure(5e7, unit="dollar"))
    assert (verdict.label, verdict.slot) == ("conflict", "scale")


def test_far_apart_is_compatible_and_said() -> None:
    verdict = compare_figures(figure(18, ">="), figure(250))
    assert verdict.label == "compatible"
    assert "far apart" in verdict.why


def test_a_running_count_that_falls_is_no_update() -> None:
    texts = ("The toll stood at 25 people dead.", "By evening 18 people were dead.")
    one, two = (find_figures(text, [Span(0, len(text))])[0] for text in texts)
    contexts = {"earlier_context": read_context(texts[0], one.span), "later_context": read_context(texts[1], two.span)}
    assert compare_figures(one, two, **contexts).label != "updated"


def test_sums_of_two_or_more_parts() -> None:
    parts = [figure(3_000), figure(7_000), figure(500)]
    assert find_sum(parts, figure(10_000)) == (parts[0], parts[1])
    assert find_sum(parts, figure(10_500)) == tuple(parts)
    assert find_sum(parts, figure(10_000, "~", hedge="about")) == (parts[0], parts[1])
    assert find_sum(parts, figure(99_000)) == ()
    assert find_sum(parts, figure(10_000, unit="dollar")) == ()


def test_drift_is_seen_end_to_end() -> None:
    chain = [figure(1_460), figure(1_500), figure(2_000)]
    drift = find_drift(chain)
    assert drift is not None
    assert (drift.label, drift.slot) == ("conflict", "drift")
    assert find_drift([figure(1_460), figure(1_500), figure(1_500)]) is None


def test_given_slots_win_over_the_text() -> None:
    side = {"text": "Some 200 men came.", "figures": [{"span": [5, 8], "surface": "200", "approx": "=", "value": 200}]}
    verdict = compare_pair({"id": 7, "earlier": {"text": "Some 200 men came."}, "later": side})
    assert verdict == {**verdict, "id": 7, "label": "hedge_lost", "slot": "approximator"}


def test_no_figure_no_verdict() -> None:
    verdict = compare_pair({"id": "x", "earlier": {"text": "Nobody came."}, "later": {"text": "Some 200 men came."}})
    assert verdict["label"] == "different"


def test_the_table_of_conventions_has_a_version() -> None:
    assert conventions()["version"] >= 1


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("Each ship carried 300 people.", True),
        ("Each of the ships has 300 berths.", True),
        ("The ships carried 300 people apiece.", True),
        ("Every year they sell 300 boats.", False),
        ("She must win each state to reach 300 votes.", False),
        ("Both Roe and Holm named 300 towns.", False),
        ("Every ship was late, and in all of the ports of Orv it was told of 300 people.", False),
    ],
)
def test_what_is_said_of_each_one_stands_beside_it(text: str, each: bool) -> None:
    at = text.index("300")
    assert read_context(text, Span(at, at + 3)).each is each
