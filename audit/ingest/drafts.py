"""What a reader makes of one article, before it gets an identity; and what a file could not be read for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from audit.ingest.dates import find_days
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


GENRES = frozenset(
    ("news", "opinion", "satire", "sponsored", "press_release", "transcript", "post", "wire", "live_blog", "unknown")
)
_KEYS: dict[str, tuple[str, ...]] = {
    "external_id": ("id",),
    "url": ("url", "canonical_url", "link"),
    "publisher": ("publisher", "outlet", "site_name", "source_name"),
    "domain": ("domain", "source_domain"),
    "title": ("title", "headline"),
    "authors": ("authors", "author", "byline"),
    "published": ("published", "published_at", "date", "date_publish", "publish_date", "date_published"),
    "modified": ("modified", "modified_at", "updated", "date_modify", "date_modified"),
    "captured": ("fetched_at", "captured_at", "fetched", "date_download"),
    "language": ("language", "lang"),
    "genre": ("genre",),
}


def read_known(row: Mapping[str, Any]) -> Known:
    """A sidecar or a JSON line, by the names that such files use; what cannot be read counts as not said."""
    said = {key: next((row[name] for name in names if row.get(name)), None) for key, names in _KEYS.items()}
    modified, captured = parse_when(said["modified"]), parse_when(said["captured"])
    genre = _text(said["genre"])
    return Known(
        external_id=_text(said["external_id"]),
        url=_text(said["url"]),
        publisher=_text(said["publisher"]),
        domain=_text(said["domain"]),
        title=_text(said["title"]),
        authors=_names(said["authors"]),
        published=parse_when(said["published"]),
        modified=modified[0] if modified else None,
        captured=captured[0] if captured else None,
        language=(_text(said["language"]) or "").split("-")[0].casefold() or None,
        genre=genre if genre in GENRES else None,
    )


def _text(value: Any) -> str | None:
    """A non-empty text on one line; numbers are texts too."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return " ".join(str(value).replace("\x00", "").split())[:2000] or None


def _names(value: Any) -> tuple[str, ...]:
    parts: Iterable[Any] = value.split(", ") if isinstance(value, str) else value if isinstance(value, list) else ()
    return tuple(dict.fromkeys(name for name in map(_text, parts) if name))


def parse_when(value: Any) -> tuple[datetime, str] | None:
    """A moment as files write it: ISO 8601, RFC 5322, seconds since 1970, or a day in words.

    Returns the wall time as printed, without its zone, and its precision (time or day).
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _since_1970(float(value))
    if not isinstance(value, str) or not value.strip():
        return None
    text = value.strip()[:80]
    return _iso(text) or _mail(text) or _words(text)


def _since_1970(seconds: float) -> tuple[datetime, str] | None:
    seconds = seconds / 1000 if seconds > 1e11 else seconds
    if not 0 < seconds < 4e9:
        return None
    return (datetime(1970, 1, 1) + timedelta(seconds=int(seconds)), "time")


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
    day = next((day.on() for day in find_days(text) if day.year), None)
    return (midnight(day), "day") if day and _plausible(day) else None


def _plausible(day: date) -> bool:
    return 1800 <= day.year <= 2100


def midnight(day: date) -> datetime:
    """The first moment of a day."""
    return datetime(day.year, day.month, day.day)


def utc(seconds: float) -> datetime:
    """A file's time as UTC without its zone, whole seconds."""
    return datetime.fromtimestamp(int(seconds), UTC).replace(tzinfo=None)
