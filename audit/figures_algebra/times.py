"""The words that say when a figure holds, as something two figures can differ in.

Invariant: two times differ only in a sort of time that both give: "in June" and "last year" may be one time.
"""

from __future__ import annotations

import re
from functools import cache

from audit.lexicon import load_rules

_WORD = re.compile(r"\d+|[^\W\d_]+")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_MONTH = 3  # letters of a month
SOON = 3  # days: from Tuesday to Monday may be a day back

Sorts = dict[str, frozenset[str]]


def sorts_of(words: str | None) -> Sorts:
    """The years, months, weekdays, turns ("last year"), lengths ("six weeks") and openings ("since") of a time."""
    lows = [word.lower() for word in _WORD.findall(words or "")]
    year, table = load_rules("masks")["year"], load_rules("figure_times")
    found = {
        "year": {low for low in lows if _YEAR.fullmatch(low)},
        "month": {low[:_MONTH] for low in lows if low in year["months"]},
        "weekday": {low for low in lows if low in year["weekdays"]},
        "turn": _turns(lows, table),
        "length": _lengths(lows, table),
    }
    bound = f"{lows[0]} " if lows and lows[0] in _open() else ""  # "after Tuesday" holds Wednesday
    sorts = {bound + sort: frozenset(values) for sort, values in found.items() if values}
    if lows[:1] in (["since"], ["between"]):
        sorts["length"] = frozenset(lows[:1])
    return sorts


@cache
def _open() -> frozenset[str]:
    """Words that open or close a time instead of naming it."""
    return frozenset(load_rules("figure_times")["open"]["words"])


def _turns(lows: list[str], table: dict[str, dict[str, list[str]]]) -> set[str]:
    """ "last year", "a year earlier"."""
    anchor = next((low for low in lows if low in table["anchors"]["words"]), None)
    shift = next((low for low in lows if low in table["shifts"]["words"]), None)
    turn = "last" if shift or anchor in ("past", "previous") else anchor
    unit = next((low for low in lows if low in _units()), None)
    return {f"{turn} {unit.removesuffix('s')}"} if turn and unit else set()


def _lengths(lows: list[str], table: dict[str, dict[str, list[str]]]) -> set[str]:
    """ "in six weeks", "in a week"."""
    unit = next((k for k, low in enumerate(lows) if low in _units()), 0)
    number = lows[unit - 1] if unit else ""
    told = number.isdigit() or number in table["numbers"]["words"]
    if not told or lows[0] not in table["within"]["words"] or set(lows) & set(table["shifts"]["words"]):
        return set()
    return {f"{'one' if number in ('a', 'an') else number} {lows[unit].removesuffix('s')}"}


@cache
def _units() -> frozenset[str]:
    units = load_rules("figure_times")["units"]["words"]
    return frozenset(units) | frozenset(f"{unit}s" for unit in units)


def is_soon_after(one: str | None, two: str | None, most: int = SOON) -> bool:
    """Whether the second time is a weekday that follows on the first within so many days."""
    a, b = (sorts_of(words) for words in (one, two))
    week = load_rules("masks")["year"]["weekdays"]
    days = [week.index(day) for sorts in (a, b) for sort in sorts if sort.endswith("weekday") for day in sorts[sort]]
    return len(days) == 2 and 0 < (days[1] - days[0]) % _WEEK <= most


_WEEK = 7  # days


def times_differ(one: str | None, two: str | None) -> bool:
    """Whether both say when, and not the same."""
    a, b = sorts_of(one), sorts_of(two)
    return any(not a[sort] & b[sort] for sort in a.keys() & b.keys())
