"""When a credit says that its words were said or published: "told CNN last week", "reported in March".

A cue counts where it stands in the crediting words, right after them, or at the head of their sentence; elsewhere it
tells of the event. A day of the calendar ("on Dec. 6") may also follow what a report was on, and goes before a weekday.
Unknown beats wrong: without a cue there is no span.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from audit.lexicon import has_rules, load_rules
from audit.records import Span
from audit.text.dates import Day, day_at, months
from audit.text.dates import find_days as find_named

SLACK = timedelta(days=1)  # a text may be dated a day later than what it tells was said
_BESIDE = re.compile(r"(?:(?![A-Z])[^\W\d_]{1,3}+(?![^\W_])|[A-Z][\w.’'-]*+|[“”\"‘’'&(,]| ){0,24}?(?<!\w)")
"""What may stand between a credit and its cue: names, marks, short words; no verb of a statement. A word is taken whole
and in one way, so that one pass tells what is no cue."""


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether a text of that day may be meant."""
        return self.first <= day <= self.last + SLACK


def find_days(text: str, credit: Span, sentence: Span, published: date, language: str = "en") -> Days | None:
    """The days that the words around a credit name, in an article published on a given day."""
    if not has_rules("time_cues", language):
        return None
    named = _named_day(text, credit, sentence, language)
    if named is not None:
        return _last_such(named, published)
    cue = _cue(language)
    found = (
        cue.search(text, credit.start, credit.end)
        or _after(language).match(text, credit.end, sentence.end)
        or cue.match(text, sentence.start, credit.start)
    )
    return _days(found, published, language) if found else None


def _named_day(text: str, credit: Span, sentence: Span, language: str) -> Day | None:
    """The day of the calendar that is named where a cue may stand."""
    opening = _opening(language).match(text, sentence.start, credit.start)
    first = day_at(text, opening.end()) if opening and opening[0] else None
    if first and first.span.end <= credit.start:
        return first
    reach = _reach(language)
    days = find_named(text, credit.start, sentence.end)
    return next((d for d in days if credit.holds(d.span) or reach.fullmatch(text, credit.end, d.span.start)), None)


def _last_such(day: Day, published: date) -> Days | None:
    """A day as days; without a year the last one that had come when the article was published."""
    years = (published.year, published.year - 1)
    past = (found for found in map(day.on, years) if found and (day.year or found <= published + SLACK))
    found = next(past, None)
    return Days(found, found) if found else None


@cache
def _opening(language: str) -> re.Pattern[str]:
    """What may stand between the head of a sentence and a day of the calendar."""
    rules = load_rules("time_cues", language)
    return re.compile(
        rf"(?:(?:{_either(rules['beside']['before'])}) )*(?:(?:{_either(rules['weekdays']['names'])}),? )?"
    )


@cache
def _reach(language: str) -> re.Pattern[str]:
    """What may stand between a credit and a day: what may stand before any cue, or what its report was on."""
    topic = _either(load_rules("time_cues", language)["report_on"]["words"])
    return re.compile(rf"(?:{_BESIDE.pattern}| (?:{topic})(?: [\w’'-]+){{1,6}} ){_opening(language).pattern}")


@cache
def _cue(language: str) -> re.Pattern[str]:
    return re.compile(_source(language))


@cache
def _after(language: str) -> re.Pattern[str]:
    return re.compile(_BESIDE.pattern + _source(language))


def _source(language: str) -> str:
    """A cue with what may stand before it; its groups are the kinds of cues."""
    rules = load_rules("time_cues", language)
    spans = "|".join(f"(?P<span{n}>{_either(entry['words'])})" for n, entry in enumerate(rules["spans"]))
    day, month = _either(rules["weekdays"]["names"]), _either(name.title() for name in months())
    in_month = rf"(?:{_either(rules['in_month']['before'])}) (?P<month>{month})(?! \d)"
    return rf"\b(?:(?:{_either(rules['beside']['before'])}) )*(?:{spans}|(?P<day>{day})|{in_month})\b"


def _either(words: Iterable[str]) -> str:
    forms = {form for word in words for form in (word, word[0].upper() + word[1:])}
    return "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))


def _days(found: re.Match[str], published: date, language: str) -> Days:
    rules = load_rules("time_cues", language)
    if found["day"]:
        back = (published.weekday() - rules["weekdays"]["names"].index(found["day"])) % 7
        return Days(published - timedelta(days=back), published - timedelta(days=back))
    if found["month"]:
        return _month(months()[found["month"].lower()], published)
    entry = next(e for n, e in enumerate(rules["spans"]) if found[f"span{n}"])
    return Days(published + timedelta(days=entry["first"]), published + timedelta(days=entry["last"]))


def _month(number: int, published: date) -> Days:
    """The last month of that number that had begun."""
    first = date(published.year - (number > published.month), number, 1)
    return Days(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))
