"""When a credit says that its words were said or published: "told CNN last week", "reported in March".

A cue counts where it stands in the crediting words, right after them, or at the head of their sentence; elsewhere it
tells of the event. Unknown beats wrong: without a cue there is no span.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from audit.lexicon import has_rules, load_rules
from audit.records import Span
from audit.text.dates import months

SLACK = timedelta(days=1)  # a text may be dated a day later than what it tells was said
_BESIDE = re.compile(r"(?:[^\W\d_]{1,3}(?![^\W_])|[A-Z][\w.’'-]*|[“”\"‘’'&(,]| ){0,24}?(?<!\w)")
"""What may stand between a credit and its cue: names, marks, short words; no verb of a statement."""


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
    cue = _cue(language)
    found = (
        cue.search(text, credit.start, credit.end)
        or _after(language).match(text, credit.end, sentence.end)
        or cue.match(text, sentence.start, credit.start)
    )
    return _days(found, published, language) if found else None


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
