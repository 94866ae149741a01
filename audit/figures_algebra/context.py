"""What the sentence around a figure says for comparison: when, where, by or to, part of what, on top of what.

Invariant: reads only the words given, and says nothing where they are silent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from audit.extract.figures.lexicon import lexicon, predicates
from audit.lexicon import load_rules
from audit.records import Span

_WORD = re.compile(r"\d[\d,.]*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PLACE_AFTER = frozenset(("in", "at", "near", "from", "to", "around", "across", "outside", "on"))
_REACH = 400


@dataclass(frozen=True, slots=True)
class Context:
    """The deciding words of one sentence; empty where nothing was said."""

    times: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    change: str | None = None  # "by", "to", "from", "at" after a movement
    movement: str | None = None  # the movement's class: rose, fell
    words: frozenset[str] = frozenset()
    later: bool = False
    additive: bool = False
    part: bool = False  # the figure is said to be inside another
    difference: bool = False  # a temperature is a rise or a gap, not a reading
    pace: frozenset[str] = frozenset()  # "daily", "yearly": how often, beside the unit
    each: bool = False  # said of each one of many


SILENT = Context()


@cache
def _table() -> dict[str, Any]:
    rules = load_rules("comparison")
    return {
        name: frozenset(table["words"]) for name, table in rules.items() if isinstance(table, dict) and "words" in table
    }


@cache
def _times() -> frozenset[str]:
    year = load_rules("masks")["year"]
    months = {month: month[:3] for month in year["months"]}
    return frozenset(months) | frozenset(year["weekdays"]) | _SEASONS


_SEASONS = frozenset(
    [
        "spring",
        "summer",
        "autumn",
        "winter",
        "noon",
        "midnight",
        "morning",
        "evening",
        "afternoon",
        "night",
        "yesterday",
        "today",
    ]
)


def read_context(text: str, span: Span) -> Context:
    """The context of the figure at `span` in its sentence `text` (offsets into that text)."""
    before = _WORD.findall(text, max(0, span.start - _REACH), span.start)
    after = _WORD.findall(text, span.end, min(len(text), span.end + _REACH))
    lows, behind, table = [word.lower() for word in before], [word.lower() for word in after], _table()
    words = frozenset(lows).union(behind)
    return Context(
        times=_said_times([*before, *after], words),
        places=_said_places(before, lows) | _said_places(after, behind),
        change=_change(lows),
        movement=_movement(lows),
        words=words,
        later=not table["later"].isdisjoint(words),
        additive=_on_top(lows, behind),
        part=_part(lows, behind),
        difference=_difference(lows, behind),
        pace=table["pace"].intersection(behind[:_BESIDE]),
        each=_of_each(lows) or _apiece(behind[:_BESIDE]),
    )


def _of_each(before: list[str]) -> bool:
    """ "Each ship carried 300", "each of the ships has 300"; a time is none, nor is what is to be done for it."""
    near = before[-_BEFORE:]
    k = max((k for k, low in enumerate(near) if low in _table()["each"]), default=-1)
    behind = near[k + 1 :]
    return k >= 0 and _table()["another clause"].isdisjoint(behind) and _times_of_year().isdisjoint(behind[:1])


def _apiece(behind: list[str]) -> bool:
    """ "The ships carried 300 people apiece", "300 each"; "300 each day" is a rate."""
    said = next((k for k, low in enumerate(behind) if low in _table()["apiece"]), -1)
    return said >= 0 and _times_of_year().isdisjoint(behind[said + 1 : said + 2])


@cache
def _times_of_year() -> frozenset[str]:
    """Words of time that "every" may stand before."""
    return frozenset(load_rules("grammar")["time"]["words"])


def _on_top(before: list[str], after: list[str]) -> bool:
    """ "Another 7,000", "7,000 more": the figure comes on top of one told before."""
    table = load_rules("comparison")["additive"]
    return any(low in table["on_top"] for low in before[-3:]) or (bool(after) and after[0] in table["behind"])


_BESIDE = 6  # words behind a figure in which its pace is looked for
_BEFORE = 5  # words before a figure in which a difference is looked for


def _difference(before: list[str], after: list[str]) -> bool:
    """ "2C above average", "warmed by 2C", "a rise of 2C"."""
    near = before[-_BEFORE:]
    if _table()["difference"] & set(near):
        return True
    return (_movement(before) is not None and near[-1:] == ["by"]) or bool(_table()["beyond"] & set(after[:2]))


def _said_times(words: list[str], lows: frozenset[str]) -> frozenset[str]:
    """Months, days, seasons and years; "may" only with a capital. `lows`: the words in lower case."""
    found = set[str]()
    if not _times().isdisjoint(lows):
        told = [(word, word.lower()) for word in words]
        found = {low[:3] if low in _months() else low for word, low in told if low in _times() and _proper(word)}
    years = (word.rstrip(".,") for word in words if word[0].isdigit())
    return frozenset(found.union(w for w in years if len(w) == 4 and w.isdecimal() and 1900 <= int(w) <= 2100))


@cache
def _months() -> frozenset[str]:
    return frozenset(load_rules("masks")["year"]["months"])


def _proper(word: str) -> bool:
    return word.lower() not in ("may", "march", "mar", "jan", "sun") or word[0].isupper()


def _said_places(words: list[str], lows: list[str]) -> frozenset[str]:
    """Capitalised names after a preposition of place, times left out. `lows`: the words in lower case."""
    behind = [k for k, low in enumerate(lows[:-1], 1) if low in _PLACE_AFTER]
    return frozenset(lows[k] for k in behind if words[k][0].isupper() and lows[k] not in _times())


def _change(lows: list[str]) -> str | None:
    """The preposition between a movement and its figure."""
    if _movement(lows) is None:
        return None
    if _movement(lows[-1:]) is not None:
        return "by"  # "rose 3 metres"
    rules = load_rules("comparison")["change"]
    return next((low for low in reversed(lows[-3:]) if any(low in rules[k] for k in ("by", "to", "from", "at"))), None)


def _movement(lows: list[str]) -> str | None:
    """Whether the words before a figure end in a rise or a fall."""
    for low in reversed(lows[-5:]):
        classes = predicates().classes.get(predicates().lemmas.get(low, low), frozenset())
        if classes & {"rose", "fell"}:
            return "rose" if "rose" in classes else "fell"
    return None


def _part(before: list[str], after: list[str]) -> bool:
    """ "500 of the 12,000", "of the 12,000, 500", "including 500", "among them 500"."""
    digits = [k for k, word in enumerate(before) if word[0].isdigit()]
    if after[:1] == ["of"] and any(word[0].isdigit() or word in lexicon("en").cardinals for word in after[1:4]):
        return True
    if digits and any(word != "of" and word in _table()["part"] for word in before[digits[-1] :]):
        return True
    return bool(digits) and "of" in before[max(0, digits[-1] - 3) : digits[-1]]
