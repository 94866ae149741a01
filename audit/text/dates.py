"""Days as an article prints them: "October 30, 2024", "30 Oct. 2024", "2024-10-30", and "Oct 22" without a year.

Invariant: a day that is not in the calendar is not found; numbers alone ("10/11/2024") are left unread: ambiguous.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from audit.lexicon import load_rules
from audit.records import Span


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a text names; `year` is None where it gives none."""

    span: Span
    year: int | None
    month: int
    day: int

    def on(self, year: int | None = None) -> date | None:
        """The calendar day, in `year` where it states none; None where that year has no such day."""
        try:
            return date(self.year or year or 0, self.month, self.day)
        except ValueError:
            return None


@cache
def months() -> dict[str, int]:
    """Month by its spelling, lower case."""
    return {name: entry["number"] for entry in load_rules("dates")["months"] for name in entry["names"]}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(months(), key=len, reverse=True))
    day, year = r"(\d{1,2})(?:st|nd|rd|th)?", r"(?:,?[ \u00a0]{1,2}((?:19|20)\d\d))?"
    month_first = rf"\b({names})\b\.?[ \u00a0]{{1,2}}{day}\b(?![:.]\d){year}\b"
    day_first = rf"\b{day}[ \u00a0](?:of[ \u00a0])?({names})\b\.?{year}"
    return re.compile(rf"\b((?:19|20)\d\d)-(\d\d)-(\d\d)|{month_first}|{day_first}", re.IGNORECASE)


def find_days(text: str, start: int = 0, end: int | None = None) -> tuple[Day, ...]:
    """Every day named in `text[start:end]`, in order."""
    found = (_read(m) for m in _pattern().finditer(text, start, len(text) if end is None else end))
    return tuple(day for day in found if day is not None)


def day_at(text: str, at: int) -> Day | None:
    """The day that begins exactly at `at`."""
    match = _pattern().match(text, at)
    return _read(match) if match else None


def _read(match: re.Match[str]) -> Day | None:
    y, m, d, name, d1, y1, d2, name2, y2 = match.groups()
    month = int(m) if m else months()[(name or name2).lower()]
    year = y or y1 or y2
    found = Day(Span(*match.span()), int(year) if year else None, month, int(d or d1 or d2))
    return found if found.on(2000) else None  # 2000 has every day of the calendar
