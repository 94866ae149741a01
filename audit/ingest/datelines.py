"""A line of a head to the moments that it states: when an article was published, when it was changed.

Months are those of the CLDR, in many languages at once; a name that is another month in another language ("listopad")
is read only where the language is known. Numbers alone are read where their order is sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache

from audit.lexicon import languages_with, load_rules
from audit.lexicon.counts import calendar_names
from audit.records import Span
from audit.text.dates import Day

LINE_LIMIT = 160  # characters of a line that only says when
_MONTH_FIRST = frozenset(
    ("en-us", "en-ph", "en-ca")
)  # which of two orders a tag stands for; "en" alone stands for none
_NUMBERS = (
    r"(?<!\d)(?P<y1>(?:19|20)\d\d)[-/.](?P<m1>\d\d?)[-/.](?P<d1>\d\d?)(?=T|\D|$)",
    r"(?P<y2>(?:19|20)\d\d)\s?[年년]\s?(?P<m2>\d\d?)\s?[月월]\s?(?P<d2>\d\d?)\s?[日일]",
    r"(?<!\d)(?P<d3>\d\d?)\.\s?(?P<m3>\d\d?)\.\s?(?P<y3>(?:19|20)\d\d)(?!\d)",
    r"(?<![\d/-])(?P<a4>\d\d?)[/-](?P<b4>\d\d?)[/-](?P<y4>(?:19|20)\d\d)(?![\d/-])",
)
_UNSURE = re.compile(_NUMBERS[3])
_CLOCK = re.compile(
    r"T?(?<![\d.])(?P<hour>[01]?\d|2[0-4])(?:[:.hH]|\s[hH]\s)(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?"
    r"(?P<zone>Z|[+-]\d\d:?\d\d)?\s?(?P<half>[ap]\.?\s?m\b\.?)?(?![\d])|\b(?P<bare>1[0-2]|\d)\s?(?P<half2>[ap]\.?m\b\.?)",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\b(?:[A-Z]{1,4}T|UTC|Z|ME[SZ]Z?|BST|IST)\b(?:[+-]\d{1,2})?")
_SPARE = re.compile(r"[\s:.,|/()•·–—‐@*\[\]-]+|(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day that a line states, with the hour where it gives one, and whether it is that of a change."""

    day: Day
    clock: tuple[int, int] | None
    is_update: bool

    @property
    def moment(self) -> tuple[datetime, str] | None:
        """The moment and its precision; None where the year is missing."""
        on = self.day.on()
        if self.day.year is None or on is None:
            return None
        hour, minute = self.clock or (0, 0)
        return datetime(on.year, on.month, on.day, hour, minute), "time" if self.clock else "day"


def is_date_line(line: str, language: str | None = None) -> bool:
    """Whether a line holds days, hours and the words that go with them, and nothing else."""
    return bool(line_stamps(line, language)) or bool(_UNSURE.search(line) and not _rest(_UNSURE.sub(" ", line), ()))


@lru_cache(maxsize=1 << 10)
def line_stamps(line: str, language: str | None = None) -> tuple[Stamp, ...]:
    """The stamps of a line that says when and nothing else; none for any other."""
    if len(line) > LINE_LIMIT or not any(map(str.isdigit, line)):
        return ()
    stamps = find_stamps(line, language)
    return stamps if stamps and not _rest(line, stamps) else ()


def find_stamps(line: str, language: str | None = None) -> tuple[Stamp, ...]:
    """Every day of a line with its hour; a day is one of a change where the last word before it says so."""
    days = list(_days(line, language))
    edges = [0, *(day.span.end for day in days)]
    ends = [*(day.span.start for day in days[1:]), len(line)]
    return tuple(
        Stamp(day, _clock(line, edges[at], day, ends[at]), _is_update(line[edges[at] : day.span.start]))
        for at, day in enumerate(days)
    )


def printed_forms(day: date) -> re.Pattern[str]:
    """A pattern for the forms in which a source can name one day without doubt: year first, by dots, with its month."""
    names = "|".join(re.escape(name) for name, codes in _months().items() if day.month in codes.values())
    month, number = rf"(?:{names})\.?", rf"0?{day.day}"
    return re.compile(
        rf"(?<!\d){day.year}(?:[-/.]?0?{day.month}[-/.]?{number}(?!\d)|\s?[年년]\s?0?{day.month}\s?[月월]\s?{number}\s?[日일])"
        rf"|(?<!\d){number}\.\s?0?{day.month}\.\s?{day.year}"
        rf"|(?<!\d){number}(?:st|nd|rd|th|er|º|\.)?[\s-](?:de\s|of\s)?{month}[,\s-]\s?(?:de\s|del\s)?{day.year}"
        rf"|{month}\s{number}(?:st|nd|rd|th)?,?\s{day.year}",
        re.IGNORECASE,
    )


def _rest(line: str, stamps: Iterable[Stamp]) -> str:
    """What a line holds besides its days, hours and their words."""
    for stamp in reversed(list(stamps)):
        line = f"{line[: stamp.day.span.start]} {line[stamp.day.span.end :]}"
    for pattern in (_CLOCK, _ZONE, _known_words(), _SPARE):
        line = pattern.sub(" ", line)
    return line.strip()


def _days(line: str, language: str | None) -> Iterator[Day]:
    """Every day; where a number and a word are no day, the next is looked for one character on."""
    at = 0
    while match := _day_pattern().search(line, at):
        read = _read(match, language)
        at = match.end() if read else match.start() + 1
        if read:
            yield read


def _read(match: re.Match[str], language: str | None) -> Day | None:
    found = match.groupdict()
    number = next(n for n in range(1, 8) if found.get(f"y{n}") or found.get(f"m{n}") or found.get(f"a{n}"))
    month, day = _month_and_day(found, number, language)
    year = found.get(f"y{number}")
    read = Day(Span(*match.span()), int(year) if year else None, month, day) if month else None
    return read if read and read.on(2000) else None


def _month_and_day(found: dict[str, str | None], number: int, language: str | None) -> tuple[int, int]:
    """Month and day of a match; (0, 0) where their order cannot be told."""
    if number == 4:
        return _ordered(int(found["a4"] or 0), int(found["b4"] or 0), language)
    month, day = found[f"m{number}"] or "", int(found[f"d{number}"] or 0)
    return (int(month) if month.isdecimal() else _month(month, language)), day


def _ordered(one: int, other: int, language: str | None) -> tuple[int, int]:
    """Month and day of two numbers: by their size, else by the custom of a language or country."""
    if one > 12 or other > 12 or one == other:
        return (other, one) if one > 12 or one == other else (one, other)
    tag = (language or "en").casefold().replace("_", "-")
    if tag in _MONTH_FIRST:
        return one, other
    return (other, one) if tag != "en" else (0, 0)


def _month(name: str, language: str | None) -> int:
    named = _months().get(name.casefold().rstrip("."), {})
    own = named.get((language or "").casefold().replace("_", "-").partition("-")[0].replace("no", "nb"))
    return own or (next(iter(named.values())) if len(set(named.values())) == 1 else 0)


@cache
def _months() -> dict[str, dict[str, int]]:
    """By the folded name of a month, the languages that have it with the number that it has there."""
    found: dict[str, dict[str, int]] = {}
    for _, name, code, number in (row for row in calendar_names() if row[0] == "month"):
        found.setdefault(name, {})[code] = int(number)
    for entry in load_rules("dates")["months"]:
        for name in entry["names"]:
            found.setdefault(name, {}).setdefault("en", entry["number"])
    return found


@cache
def _day_pattern() -> re.Pattern[str]:
    month = r"(?<![^\W\d_])[^\W\d_]{3,14}(?![^\W\d_])\.?"  # whichever word; the names are looked up
    of = r"(?:(?:de|of|of the|del)\s|d[’'])?"
    words = (
        rf"(?<!\d)(?P<d5>\d\d?)(?:st|nd|rd|th|er|º|°|\.)?[\s-]{of}(?P<m5>{month})(?:[,\s-]\s?(?:de\s|del\s)?(?P<y5>(?:19|20)\d\d))?(?!\d)",
        rf"(?P<m6>{month})\s(?P<d6>\d\d?)(?:st|nd|rd|th)?(?!\d|[:.]\d)(?:,?\s(?P<y6>(?:19|20)\d\d))?(?!\d)",
        rf"(?<!\d)(?P<y7>(?:19|20)\d\d)\.?\s(?P<m7>{month})\s(?P<d7>\d\d?)\b",
    )
    return re.compile("|".join((words[2], *_NUMBERS, *words[:2])), re.IGNORECASE)


@cache
def _known_words() -> re.Pattern[str]:
    """Labels, small words and names of weekdays, in all languages that have them."""
    tables = [load_rules("bylines", code) for code in languages_with("bylines")]
    words = {w for t in tables for name in ("published", "updated", "around") for w in t.get(name, {}).get("words", ())}
    days = {name for kind, name, *_ in calendar_names() if kind == "day"}
    return _any_of(words | {day for day in days if len(day) > 1} | {"tues", "thurs", "thur", "weds"})


@cache
def _labels(kind: str) -> re.Pattern[str]:
    return _any_of(
        w for c in languages_with("bylines") for w in load_rules("bylines", c).get(kind, {}).get("words", ())
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)


def _is_update(before: str) -> bool:
    """Whether the last label before a day says that something was changed."""
    published = max((m.end() for m in _labels("published").finditer(before)), default=-1)
    return max((m.end() for m in _labels("updated").finditer(before)), default=-1) > published


def _clock(line: str, start: int, day: Day, end: int) -> tuple[int, int] | None:
    """The hour behind a day, else the one before it."""
    match = _CLOCK.search(line, day.span.end, end) or _CLOCK.search(line, start, day.span.start)
    if match is None:
        return None
    hour, minute = int(match["hour"] or match["bare"]), int(match["minute"] or 0)
    half = (match["half"] or match["half2"] or "").casefold()[:1]
    hour = hour % 12 + 12 * (half == "p") if half and hour <= 12 else hour % 24
    return hour, minute
