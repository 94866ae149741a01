"""A list of names as the subject of a verb: all of them speak, never the first or the last alone.

`Ada Holm, Tor Vint and Bo Lund said` has three speakers; `Ada Holm, mayor and harbour master, said` has one.

Invariant: three full names at least; nothing but a comma and "and" stands between them, and no comma behind the last.
"""

from __future__ import annotations

from audit.extract.quotes.sentence_items import MARKED, Line
from audit.extract.quotes.subjects import Phrase, is_role, is_word

FEWEST_OTHERS = 2
"""Names beside the one that a phrase holds."""


def with_listed(line: Line, phrase: Phrase | None) -> Phrase | None:
    """The phrase with the names of the list that it begins or ends."""
    if phrase is None or not line.capital(phrase[1] - 1):
        return phrase
    return _with_those_behind(line, phrase) or _with_those_before(line, phrase) or phrase


def _with_those_behind(line: Line, phrase: Phrase) -> Phrase | None:
    """The phrase up to the last name of the list that it begins."""
    at, others = phrase[1], 0
    while at + 1 < len(line) and line.low[at] == ",":
        stop = _past_name(line, at + 1 + (line.low[at + 1] in line.grammar.coordinators))
        if stop is None:
            return None
        others, last = others + 1, line.low[at + 1] in line.grammar.coordinators
        if last or line.low[stop : stop + 1] == []:
            return (phrase[0], stop) if last and others >= FEWEST_OTHERS and _goes_on(line, stop) else None
        if line.low[stop] in line.grammar.coordinators:
            end = _past_name(line, stop + 1)
            return (phrase[0], end) if end and _goes_on(line, end) else None
        at = stop
    return None


def _past_name(line: Line, first: int) -> int | None:
    """Behind the full name that begins at an item; None where none does, or a title."""
    stop = first
    while stop < len(line) and line.capital(stop) and not is_role(line, stop):
        stop += 1
    return stop if stop - first > 1 else None


def _goes_on(line: Line, at: int) -> bool:
    """Whether a word, no comma, stands behind the last name."""
    return at < len(line) and is_word(line, at) and line.low[at] not in line.grammar.coordinators


def _with_those_before(line: Line, phrase: Phrase) -> Phrase | None:
    """The phrase from the first name of the list that it ends, which opens the line or stands right behind marks."""
    at, others = phrase[0] - 1, 0
    if at < 1 or line.low[at] not in line.grammar.coordinators:
        return None
    at -= line.low[at - 1] == ","
    while (first := _before_name(line, at)) is not None:
        others, at = others + 1, first - 1
        if first == 0 or line.low[at] != ",":
            break
    first = at + 1
    while first and is_role(line, first - 1):
        first -= 1
    behind_marks = first > 1 and line.low[first - 1] == "," and line.low[first - 2] is MARKED
    opens = not first or line.low[first - 1] is MARKED or behind_marks
    return (first, phrase[1]) if opens and others >= FEWEST_OTHERS else None


def _before_name(line: Line, stop: int) -> int | None:
    """Where the full name begins that ends before an item; None where none does."""
    first = stop
    while first and line.capital(first - 1) and not is_role(line, first - 1):
        first -= 1
    return first if stop - first > 1 else None
