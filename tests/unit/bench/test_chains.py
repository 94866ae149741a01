"""Arrows beside the baseline that takes the earliest article with a match for the parent."""

from __future__ import annotations

from bench.chains import Arrow, Measured, earliest_parents, measure


def test_the_earliest_that_shares_a_match_is_the_parent() -> None:
    matched = [("b", "a", 2, 1), ("c", "b", 3, 2), ("c", "a", 3, 1), ("d", "c", 4, 3)]
    assert earliest_parents(matched) == {Arrow("b", "a"), Arrow("c", "a"), Arrow("d", "c")}


def test_a_pair_that_is_no_direct_link_is_wrong() -> None:
    truth = [Arrow("b", "a"), Arrow("c", "b"), Arrow("d", "c")]
    drawn = [Arrow("b", "a"), Arrow("b", "c"), Arrow("c", "a"), Arrow("x", "y")]
    assert measure(drawn, truth, dict.fromkeys("abcd")) == Measured(2 / 3, 2 / 3, 1 / 2)


def test_nothing_drawn_is_nothing_right() -> None:
    assert measure([], [Arrow("b", "a")], dict.fromkeys("ab")) == Measured(0.0, 0.0, 0.0)
