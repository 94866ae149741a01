"""What a reader makes of one article, before it gets an identity; and what a file could not be read for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from audit.ingest.datelines import find_stamps
from audit.records import Block, Link


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read: where (a path, with a line where it has lines), and why, in a sentence."""

    path: str
    error: str


@dataclass(frozen=True, slots=True)
class Dates:
    """When an article was published. `start` and `end` bound it; `open_day` is a (month, day) whose year was guessed
    from the time of the file alone, so that a file that came with it may know better."""

    at: datetime | None = None
    precision: str | None = None
    start: datetime | None = None
    end: datetime | None = None
    basis: str = "unknown"
    open_day: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What a sidecar, a JSON line or a page states about an article; None and () where it says nothing."""

    external_id: str | None = None
    url: str | None = None
    publisher: str | None = None
    domain: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: tuple[datetime, str] | None = None
    modified: datetime | None = None
    captured: datetime | None = None
    language: str | None = None
    genre: str | None = None
    unread: str | None = None  # a date of publication that cannot be read, as printed
    asked: tuple[str, ...] = ()  # addresses that led on to `url`
    status: str | None = None  # an agency's word on an item of its own (usable, withheld, canceled)
    embargo: str | None = None  # until when it is held, as printed
    correction: str | None = None  # what its agency says of it as the correction of an earlier text; "" without words


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as read. `text` has newlines only; every span counts in its code points."""

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    originator: str | None = None
    url: str | None = None
    external_id: str | None = None
    language: str = "en"
    genre: str = "unknown"
    dates: Dates = Dates()
    modified: datetime | None = None
    doubts: tuple[str, ...] = ()  # what could not be read of it, though it is kept: a sentence each
    claims: tuple[tuple[str, str, str], ...] = ()  # what each origin says of it: field, value, origin
    status: str | None = None  # an agency's word on an item of its own


EPOCH = (631_152_000, 4_102_444_800)  # 1990 and 2100 in seconds since 1970: a number outside is no moment of an article
GENRES = frozenset(
    ("news", "opinion", "satire", "sponsored", "press_release", "transcript", "post", "wire", "live_blog", "unknown")
)


def parse_when(value: Any) -> tuple[datetime, str] | None:
    """A moment as files write it: ISO 8601, RFC 5322, a day in words or as 20310304, (milli)seconds since 1970.

    Returns the wall time as printed, without its zone, and its precision (time or day).
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _eight_digits(value) or _since_1970(value)
    if not isinstance(value, str) or not value.strip():
        return None
    text = value.strip()[:80]
    if text.isascii() and text.isdigit():
        return parse_when(int(text))
    return _iso(text) or _mail(text) or _words(text)


def _eight_digits(number: float) -> tuple[datetime, str] | None:
    """20310304 as 4 March 2031."""
    if not 18_000_101 <= number <= 21_001_231:
        return None
    return _iso(str(int(number))) if number == int(number) else None


def _since_1970(number: float) -> tuple[datetime, str] | None:
    """Seconds, or milliseconds, as a moment; a number may be too long for a float."""
    first, end = EPOCH
    seconds = next((int(number // unit) for unit in (1, 1000) if first * unit <= number < end * unit), None)
    return (datetime(1970, 1, 1) + timedelta(seconds=seconds), "time") if seconds is not None else None


def _iso(text: str) -> tuple[datetime, str] | None:
    try:
        found = datetime.fromisoformat(text.replace(" UTC", "+00:00"))
    except ValueError:
        return None
    precision = "day" if len(text) <= 10 else "time"
    return (found.replace(tzinfo=None, microsecond=0), precision) if _plausible(found.date()) else None


def _mail(text: str) -> tuple[datetime, str] | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return (found.replace(tzinfo=None), "time") if _plausible(found.date()) and ":" in text else None


def _words(text: str) -> tuple[datetime, str] | None:
    found = next((stamp.moment for stamp in find_stamps(text) if stamp.moment), None)
    return found if found and _plausible(found[0].date()) else None


def _plausible(day: date) -> bool:
    return 1800 <= day.year <= 2100


def midnight(day: date) -> datetime:
    """The first moment of a day."""
    return datetime(day.year, day.month, day.day)


def utc(seconds: float) -> datetime:
    """A file's time as UTC without its zone, whole seconds."""
    return datetime.fromtimestamp(int(seconds), UTC).replace(tzinfo=None)
