"""When an article was published: what states it, else what bounds it.

Invariant: a day without a year never becomes `at`; it bounds from below, with its year marked as inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache

from audit.ingest.datelines import LINE_LIMIT, find_stamps
from audit.ingest.drafts import Dates, midnight
from audit.lexicon import load_rules
from audit.records import Block, Post, Role, Span
from audit.text.dates import Day, find_days

SENTENCE_LIMIT = 300  # characters before and after a day that may say whether it has passed
NEARBY = timedelta(days=60)  # files that came together are about as old as each other
_END = timedelta(days=1, seconds=-1)
_DATELINE = re.compile(r"[A-ZÀ-Þ]{2}[^\n(]{0,80}(?:\([A-Z][^)\n]{1,40}\)|\s[-–—])")
_STOP = re.compile(r"[.!?][”\"’)]?\s|\n")
_PLACED = frozenset({Role.PARAGRAPH, Role.QUOTE, Role.LIST, Role.DECK})


def stated(at: datetime, precision: str) -> Dates:
    """A date that metadata or the text itself states."""
    return Dates(at, precision, at, at if precision == "time" else at + _END, "stated")


@dataclass(frozen=True, slots=True)
class Printed:
    """What the lines of a head say: when it appeared, when it was changed, and days that lack their year."""

    published: tuple[datetime, str] | None = None
    modified: datetime | None = None
    open_days: tuple[Day, ...] = ()


def printed(lines: Iterable[str], captured: datetime, language: str | None = None) -> Printed:
    """The days that lines of a head state; one behind `captured` is none of them."""
    stamps = [stamp for line in lines for stamp in find_stamps(line[:LINE_LIMIT], language)]
    moments = [(stamp, stamp.moment) for stamp in stamps]
    passed = [(stamp, moment) for stamp, moment in moments if moment and moment[0].date() <= captured.date()]
    return Printed(
        next((moment for stamp, moment in passed if not stamp.is_update), None),
        max((moment[0] for stamp, moment in passed if stamp.is_update), default=None),
        tuple(stamp.day for stamp in stamps if stamp.day.year is None),
    )


def date_text(
    text: str, blocks: Sequence[Block], posts: Sequence[Post], captured: datetime, head: Printed = Printed()
) -> Dates:
    """The dates that a text itself gives: a date line, else "not before" the latest day that has passed in it.

    `head` is what its head says; what was changed was published before.
    """
    if head.published:
        return stated(*head.published)
    lines = [*head.open_days, *_dateline(text, blocks)]
    captured = min(captured, head.modified + _END) if head.modified else captured
    posted = [post.posted for post in posts if post.posted and post.posted <= captured.date()]
    passed = lines or list(_passed(text, blocks))
    anchors = posted + [day for day in (d.on() for d in find_days(text) if d.year) if day and day <= captured.date()]
    return _bounded(posted, passed, anchors, captured)


def _dateline(text: str, blocks: Sequence[Block]) -> tuple[Day, ...]:
    """The day of the first paragraph's dateline: "PORT ELM, March 4 (Quaynews) - "."""
    lead = next((block.span for block in blocks if block.role is Role.PARAGRAPH), None)
    match = _DATELINE.match(text, lead.start, lead.end) if lead else None
    return find_days(text, match.start(), match.end()) if match else ()


def _bounded(posted: Sequence[date], passed: Sequence[Day], anchors: Sequence[date], captured: datetime) -> Dates:
    """From the latest of the posts and the days that have passed; to the time of the file."""
    known: list[tuple[date, str, tuple[int, int] | None]] = [(day, "stated", None) for day in posted]
    for day in passed:
        full = day.on() or infer_year(day.month, day.day, anchors, captured.date())
        if full and full <= captured.date():
            guessed = None if day.year or anchors else (day.month, day.day)
            known.append((full, "stated" if day.year else "inferred", guessed))
    if not known:
        return Dates(end=captured)
    latest, basis, guessed = max(known, key=lambda k: (k[0], k[1]))
    return Dates(start=midnight(latest), end=captured, basis=basis, open_day=guessed)


def infer_year(month: int, day: int, anchors: Iterable[date], captured: date) -> date | None:
    """The day in the year that brings it nearest to the latest anchor; without one, the last before the file's time."""
    latest = max(anchors, default=None)
    around = latest or captured
    found = [
        d for d in (_on(year, month, day) for year in range(around.year - 4, around.year + 2)) if d and d <= captured
    ]
    if latest is None:
        return max(found, default=None)
    return min(found, key=lambda d: abs(d - latest), default=None)


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def settle_year(dates: Dates, anchors: Iterable[date], captured: datetime) -> Dates:
    """A guessed year set right by dated files that came with it, where one of them lies within `NEARBY`."""
    if dates.open_day is None:
        return dates
    near = [(abs(d - a), d) for a in anchors if (d := infer_year(*dates.open_day, [a], captured.date()))]
    best = min(near, default=None)
    return replace(dates, start=midnight(best[1])) if best and best[0] <= NEARBY else dates


def _passed(text: str, blocks: Sequence[Block]) -> Iterator[Day]:
    """Days that a sentence of the article says have passed."""
    for block in blocks:
        if block.role in _PLACED:
            yield from (day for day in find_days(text, *block.span) if _has_passed(text, day.span, block.span))


def _has_passed(text: str, day: Span, block: Span) -> bool:
    before = text[max(block.start, day.start - SENTENCE_LIMIT) : day.start]
    after = text[day.end : min(block.end, day.end + SENTENCE_LIMIT)]
    stop = _STOP.search(after)
    sentence = before[max((m.end() for m in _STOP.finditer(before)), default=0) :] + (
        after[: stop.start()] if stop else after
    )
    return bool(_words("reported").search(sentence)) and not _words("ahead").search(sentence)


@cache
def _words(table: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load_rules('dates')[table]['words']))})\b", re.IGNORECASE)
