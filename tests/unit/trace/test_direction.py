"""Direction: what is weighed sums to one, and time alone draws no arrow."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from audit.trace.direction import undetermined_below, weigh
from audit.trace.records import Held

NOON = datetime(2026, 3, 2, 12)


def article(key: str, at: datetime | None, precision: str | None = "time") -> Held:
    return Held(key, 1, f"publisher {key}", at, precision if at else None, None, None, 400)


@pytest.mark.parametrize("one_credit", [False, True])
@pytest.mark.parametrize("words", [8, 15, 40, 200])
@pytest.mark.parametrize("lag", [timedelta(0), timedelta(minutes=5), timedelta(hours=6)])
def test_probabilities_sum_to_one(words: int, lag: timedelta, one_credit: bool) -> None:
    found = weigh(article("a", NOON), article("b", NOON + lag), words, one_credit=one_credit)
    assert sum(found) == pytest.approx(1)
    assert min(found) >= 0


def test_long_shared_words_and_a_clear_lag_draw_an_arrow_to_the_earlier() -> None:
    found = weigh(article("a", NOON), article("b", NOON + timedelta(hours=3)), 80, one_credit=False)
    assert found.p_ab >= undetermined_below() > found.p_ba


@pytest.mark.parametrize(
    ("a", "b", "words", "one_credit"),
    [
        (NOON, NOON + timedelta(days=2), 8, False),  # eight words are a phrase
        (NOON, None, 300, False),  # no date
        (NOON, NOON, 300, False),  # one moment
        (NOON, NOON + timedelta(hours=3), 300, True),  # both credit one agency
    ],
)
def test_no_arrow_where_the_direction_is_open(a: datetime, b: datetime | None, words: int, one_credit: bool) -> None:
    found = weigh(article("a", a), article("b", b), words, one_credit=one_credit)
    assert max(found.p_ab, found.p_ba) < undetermined_below()


def test_a_day_is_no_lag_within_itself() -> None:
    morning, midnight = article("a", NOON), article("b", NOON.replace(hour=0), "day")
    assert morning.after(midnight) is None


def test_the_two_directions_are_mirrored() -> None:
    a, b = article("a", NOON), article("b", NOON + timedelta(hours=2))
    one, other = weigh(a, b, 50, one_credit=False), weigh(b, a, 50, one_credit=False)
    assert (one.p_ab, one.p_ba) == pytest.approx((other.p_ba, other.p_ab))
