"""Days, months and years of a claim that no source names: "4 April 2017" and "April 1984" are read whole.

Invariant: a source names a day only where day and month stand in one sentence, and no other year beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from audit.cite.records import Gap, GapKind, Place
from audit.cite.source_index import SourceIndex
from audit.lexicon import load_rules
from audit.records import Span
from audit.text.dates import Day, find_days, months

WEEK = 7  # days; a source that is dated so much later may name the day by its weekday
_YEAR = re.compile(r"\b((?:1[5-9]|20)\d)(\d)(['’]?s)?\b")
_IN_DIGITS = re.compile(r"\b(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})\b")


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a year that a text names."""

    span: Span
    year: str
    month: int


def lost_dates(claim: str, sources: Sequence[SourceIndex]) -> Iterator[Gap]:
    """Days, months and years of the claim that no source names; a day that is told as lost takes its year along."""
    told: list[Span] = []
    for gap in (*_lost_days(claim, sources), *_lost_months(claim, sources), *_lost_years(claim, sources)):
        if not any(span.meets(gap.span) for span in told):
            told.append(gap.span)
            yield gap


def year_spans(claim: str) -> Iterator[Span]:
    """Where years stand."""
    return (Span(*match.span()) for match in _YEAR.finditer(claim))


def dated_spans(claim: str, sources: Sequence[SourceIndex]) -> Iterator[Span]:
    """Years, months and days of a claim that a whole date of a source names: what a page tells is of its own date."""
    days = [day for source in sources for day in source.days if day.year]
    for match in _YEAR.finditer(claim):
        if any(str(day.year) == match[0] for day in days):
            yield Span(*match.span())
    for month in _months_of_years(claim):
        if any((str(day.year), day.month) == (month.year, month.month) for day in days):
            yield month.span
    for asked in find_days(claim):
        if any(_same_day(asked, day) for day in days):
            yield asked.span


def _lost_years(claim: str, sources: Sequence[SourceIndex]) -> Iterator[Gap]:
    for match in _YEAR.finditer(claim):
        printed = match[1] if match[3] else match[1] + match[2]  # any year of a decade stands for it
        if not any(printed in source.folded or _bears(source, printed) for source in sources):
            yield Gap(GapKind.DATE, Span(*match.span()), "no source names this year")


def _lost_days(claim: str, sources: Sequence[SourceIndex]) -> Iterator[Gap]:
    for day in find_days(claim):
        if not any(_names_day(source, day) for source in sources):
            yield Gap(GapKind.DATE, day.span, "no source names this day", _day_nearby(day, sources))


def _lost_months(claim: str, sources: Sequence[SourceIndex]) -> Iterator[Gap]:
    for month in _months_of_years(claim):
        if not any(_names_month(source, month) for source in sources):
            yield Gap(GapKind.DATE, month.span, "no source names this month")


def _months_of_years(text: str) -> Iterator[Month]:
    return (Month(Span(*m.span()), m[2], months()[m[1].lower()]) for m in _month_and_year().finditer(text))


@cache
def _month_and_year() -> re.Pattern[str]:
    names = "|".join(sorted(months(), key=len, reverse=True))
    return re.compile(rf"\b({names})\b[.,]{{0,2}}\s+(?:of\s+)?((?:1[5-9]|20)\d\d)\b", re.IGNORECASE)


def _names_month(source: SourceIndex, month: Month) -> bool:
    """Whether a sentence holds month and year, or a day of that month stands somewhere without another year."""
    if _together(source, f"month {month.month}", month.year) or _bears(source, f"{month.year}-{month.month:02}"):
        return True
    days = (day for day in source.days if day.month == month.month)
    return any(day.year is None or str(day.year) == month.year for day in days) or any(
        {int(month.year), month.month} <= numbers for numbers in _days_in_digits(source)
    )


def _names_day(source: SourceIndex, day: Day) -> bool:
    sentences = _together(source, f"month {day.month}", str(day.day))
    return (
        any(_same_year(source, sentence, day) for sentence in sentences)
        or any(_same_day(day, other) for other in source.days)
        or any({day.day, day.month} <= numbers for numbers in _days_in_digits(source))
        or _names_weekday(source, day)
        or _bears(
            source, f"-{day.month:02}-{day.day:02}" if day.year is None else f"{day.year}-{day.month:02}-{day.day:02}"
        )
    )


def _bears(source: SourceIndex, day: str) -> bool:
    """Whether the day that a source bears has that year, year and month, or month and day."""
    return source.published is not None and day in source.published.isoformat()


def _together(source: SourceIndex, one: str, other: str) -> set[int]:
    """The sentences that hold both keys."""
    return set(source.postings.get(one, ())) & set(source.postings.get(other, ()))


def _same_year(source: SourceIndex, sentence: int, day: Day) -> bool:
    years = {match[0] for match in _YEAR.finditer(source.text, *source.sentences[sentence])}
    return day.year is None or not years or str(day.year) in years


def _same_day(one: Day, other: Day) -> bool:
    same = (one.month, one.day) == (other.month, other.day)
    return same and (one.year is None or other.year is None or one.year == other.year)


def _days_in_digits(source: SourceIndex) -> Iterator[set[int]]:
    return ({int(m[1]), int(m[3]), int(m[4])} for m in _IN_DIGITS.finditer(source.text))


def _names_weekday(source: SourceIndex, day: Day) -> bool:
    """Whether the source is dated within the week behind the day and prints its weekday."""
    dated = (other.on(day.year) for other in source.days)
    return any(
        claimed is not None
        and timedelta(0) <= then - claimed <= timedelta(WEEK)
        and _weekday(claimed).lower() in source.folded
        for then in dated
        if then is not None
        for claimed in [day.on(then.year)]
    )


def _weekday(day: date) -> str:
    return str(load_rules("time_cues")["weekdays"]["names"][day.weekday()])


def _day_nearby(day: Day, sources: Sequence[SourceIndex]) -> Place | None:
    """A day of the same month that a source names in place of it."""
    found = (
        Place(source.source_id, other.span) for source in sources for other in source.days if other.month == day.month
    )
    return next(found, None)
