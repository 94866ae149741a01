"""Days, moments, and what bounds a date that nobody states."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.ingest.articles import read_text
from audit.ingest.drafts import Dates, Known, parse_when
from audit.ingest.published import infer_year, settle_year
from audit.lexicon import load_rules
from audit.text.dates import find_days

CAPTURED = datetime(2031, 11, 22, 8, 30)
BODY = (
    "The harbour office closed the old quay after divers had found cracks in its walls, and the ferry lands elsewhere."
)


@pytest.mark.parametrize("month", load_rules("dates")["months"], ids=lambda month: month["names"][0])
def test_every_month_is_read_in_its_example(month: dict[str, Any]) -> None:
    (day,) = find_days(month["example"])
    assert (day.month, day.day, day.year) == (month["number"], 3, 2031)
    assert day.span.of(month["example"]) == month["example"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on October 30, 2031, and Oct 22", [(2031, 10, 30), (None, 10, 22)]),
        ("2031-10-30T08:00", [(2031, 10, 30)]),
        ("the 4th of May", [(None, 5, 4)]),
        ("February 31, 2031", []),
        ("March 2031 and May Ling", []),
        ("in 10/11/2031", []),
        ("at March 12:30", []),
    ],
)
def test_days(text: str, days: list[tuple[int | None, int, int]]) -> None:
    assert [(day.year, day.month, day.day) for day in find_days(text)] == days


@pytest.mark.parametrize(
    ("value", "when"),
    [
        ("2031-03-04", (datetime(2031, 3, 4), "day")),
        ("2031-03-04T09:30:00+02:00", (datetime(2031, 3, 4, 9, 30), "time")),
        ("2031-03-04T09:30:00Z", (datetime(2031, 3, 4, 9, 30), "time")),
        ("Tue, 04 Mar 2031 09:30:00 GMT", (datetime(2031, 3, 4, 9, 30), "time")),
        ("March 4, 2031", (datetime(2031, 3, 4), "day")),
        (1930469400, (datetime(2031, 3, 5, 9, 30), "time")),
        (1930469400000, (datetime(2031, 3, 5, 9, 30), "time")),
        ("yesterday", None),
        ("March 4", None),
        ("0001-01-01", None),
        (True, None),
        (None, None),
        ([], None),
    ],
)
def test_moments_keep_the_wall_time_as_printed(value: Any, when: tuple[datetime, str] | None) -> None:
    assert parse_when(value) == when


@pytest.mark.parametrize(
    ("value", "when"),
    [
        (20240304, (datetime(2024, 3, 4), "day")),
        (20240304.0, (datetime(2024, 3, 4), "day")),
        ("20240304", (datetime(2024, 3, 4), "day")),
        (1709543096, (datetime(2024, 3, 4, 9, 4, 56), "time")),
        ("1709543096", (datetime(2024, 3, 4, 9, 4, 56), "time")),
        (1709543096000, (datetime(2024, 3, 4, 9, 4, 56), "time")),
        (631152000, (datetime(1990, 1, 1), "time")),
        (631151999, None),
        (4102444800, None),
        (20241304, None),
        (20240230, None),
        (202403, None),
        (2024, None),
        (17095430960000000, None),
        (10**400, None),
        (float("nan"), None),
        (float("inf"), None),
        (True, None),
    ],
)
def test_a_number_is_a_day_or_a_moment_of_our_time(value: Any, when: tuple[datetime, str] | None) -> None:
    assert parse_when(value) == when


@given(st.text(max_size=60) | st.integers() | st.floats())
def test_any_value_gives_a_moment_or_none(value: Any) -> None:
    found = parse_when(value)
    assert found is None or (isinstance(found[0], datetime) and found[0].tzinfo is None)


def dates_of(*lines: str, known: Known | None = None) -> Dates:
    """The dates of a dump of these lines."""
    return read_text("\n".join(lines), known or Known(), CAPTURED).dates


def test_a_date_line_with_a_year_states_the_day() -> None:
    found = dates_of("Old quay closed", "By Ada Byron", "March 4, 2031", BODY)
    assert (found.at, found.precision, found.basis) == (datetime(2031, 3, 4), "day", "stated")
    assert (found.start, found.end) == (datetime(2031, 3, 4), datetime(2031, 3, 4, 23, 59, 59))


def test_a_date_line_without_a_year_only_bounds() -> None:
    found = dates_of("Old quay closed", "Oct 22", "3 min read", BODY)
    assert (found.at, found.start, found.end) == (None, datetime(2031, 10, 22), CAPTURED)
    assert (found.basis, found.open_day) == ("inferred", (10, 22))


def test_other_years_in_the_text_say_which_year() -> None:
    found = dates_of("Old quay closed", "Oct 22", BODY, "The first crack was seen on September 30, 2029.")
    assert (found.start, found.basis, found.open_day) == (datetime(2029, 10, 22), "inferred", None)


def test_not_before_the_latest_post() -> None:
    found = dates_of(BODY, "It is shut.", "— A (@a) May 1, 2031", "It is!", "— B (@b) May 3, 2031", BODY)
    assert (found.at, found.start, found.basis) == (None, datetime(2031, 5, 3), "stated")


def test_not_before_the_latest_day_that_has_passed() -> None:
    said = "The director said on October 28 that the walls were old, and divers found more on October 29, he stated."
    ahead = "The office said the quay will open again on November 5."
    assert dates_of(BODY, said, ahead).start == datetime(2031, 10, 29)


@pytest.mark.parametrize("word", load_rules("dates")["ahead"]["words"])
def test_a_day_ahead_bounds_nothing(word: str) -> None:
    assert dates_of(BODY, f"The office said it {word} November 5 and left.").start is None


def test_a_text_without_any_day_is_bounded_by_its_file() -> None:
    assert dates_of(BODY) == Dates(end=CAPTURED)


def test_what_is_stated_wins() -> None:
    found = dates_of("Old quay closed", "Oct 22", BODY, known=Known(published=(datetime(2031, 3, 4, 9), "time")))
    assert (found.at, found.start, found.end, found.precision) == (*[datetime(2031, 3, 4, 9)] * 3, "time")


def test_a_guessed_year_follows_a_dated_neighbour() -> None:
    guessed = dates_of("Old quay closed", "Oct 22", BODY)
    assert settle_year(guessed, [date(2028, 10, 30)], CAPTURED).start == datetime(2028, 10, 22)
    assert settle_year(guessed, [date(2028, 5, 1)], CAPTURED) == guessed  # too far off to be of the same days
    assert settle_year(guessed, [], CAPTURED) == guessed


@given(st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.integers(1, 12), st.integers(1, 28))
def test_an_inferred_day_is_never_after_the_file(anchor: date, month: int, day: int) -> None:
    found = infer_year(month, day, [anchor], date(2030, 12, 31))
    assert found is not None
    assert (found.month, found.day) == (month, day)
    assert found <= date(2030, 12, 31)
    assert abs((found - anchor).days) <= 366
