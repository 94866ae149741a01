"""German quotes: every marked statement by itself, its verb on either side, its speaker beside the verb.

Invariant: a marked stretch is one quote of one piece; names of things are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from audit.extract.quotes.content_bounds import Said
from audit.extract.quotes.sentence_items import MARKED, Line
from audit.extract.quotes.subjects import Phrase, is_word, words
from audit.lexicon import load_rules

LONG = 6
"""Words from which marked words are taken for a statement, whatever stands around them."""


@cache
def _verbs() -> frozenset[str]:
    return frozenset(form for entry in load_rules("cues", "de")["verb"] for form in entry["forms"])


@cache
def _naming() -> tuple[str, ...]:
    return tuple(load_rules("marks", "de")["named"]["endings"])


def read_german(line: Line) -> list[Said]:
    """The marked statements of a sentence, each with the verb nearest to it, and a clause behind "sagte, dass"."""
    cues = [i for i, word in enumerate(line.low) if word in _verbs()]
    told = bool(cues) or not _reported_mood().isdisjoint(line.low)
    found = [_said(line, i, cues) for i, word in enumerate(line.low) if word is MARKED and _states(line, i, told)]
    return found or list(_clauses(line, cues))


@cache
def _reported_mood() -> frozenset[str]:
    return frozenset(load_rules("marks", "de")["reported"]["words"])


def _states(line: Line, i: int, told: bool) -> bool:
    """Whether marked words say something rather than name something."""
    marked = line.text[line.start[i] : line.end[i]]
    count = len(marked.split())
    if count >= LONG or marked[-1:] in ".!?,":
        return not _names_thing(line, i) or count >= 2 * LONG
    if not told or _names_thing(line, i):
        return False
    return marked[:1].islower() or any(w[:1].islower() for w in marked.split()) or count > 2


def _names_thing(line: Line, i: int) -> bool:
    """Whether the word before says that a name follows ("der Film", "so genannte")."""
    if not i or not is_word(line, i - 1):
        return False
    marked = line.text[line.start[i] : line.end[i]]
    return (line.low[i - 1].endswith(_naming()) and marked[:1].isupper()) or line.low[i - 1].startswith(
        ("sogenannt", "genannt")
    )


def _said(line: Line, i: int, cues: list[int]) -> Said:
    near = min(cues, key=lambda c: (abs(c - i), c), default=None)
    if near is None:
        return Said(((i, i + 1),), "de-marked", (i, i), None)
    speaker = _after(line, near) if near > i or _inverts(line, near) else None
    return Said(((i, i + 1),), "de-cue", (near, near + 1), speaker or _before(line, near) or _after(line, near))


def _inverts(line: Line, cue: int) -> bool:
    """Whether something other than the subject stands first ("Gestern sagte der Sprecher")."""
    return cue == 0 or line.low[cue] in {"so", "laut", "nach", "gemäß"} or line.low[cue - 1] in words("stops", "de")


def _after(line: Line, cue: int) -> Phrase | None:
    """The phrase right behind a verb."""
    at = cue + 1
    if at < len(line) and line.low[at] in words("pronouns", "de"):
        return at, at + 1
    stop = at
    while stop < len(line) and is_word(line, stop) and stop - at < 12 and line.low[stop] not in words("stops", "de"):
        stop += 1
    named = any(line.capital(i) for i in range(at, stop))
    return (at, stop) if stop > at and named else None


def _before(line: Line, cue: int) -> Phrase | None:
    """The phrase before a verb: from the beginning of the clause."""
    at = cue
    while at > 0 and (is_word(line, at - 1) or line.low[at - 1] == ",") and cue - at < 14:
        at -= 1
    while at < cue and (not is_word(line, at) or line.low[at] in words("stops", "de")):
        at += 1
    if at == cue:
        return None
    if cue - at == 1 and line.low[at] in words("pronouns", "de"):
        return at, cue
    return (at, cue) if any(line.capital(i) for i in range(at, cue)) else None


def _clauses(line: Line, cues: list[int]) -> Iterator[Said]:
    """ "Lee sagte, dass ..." and "Lee sagte, die Brücke sei zu": what follows the comma."""
    stop = len(line) - (line.low[-1] in {".", "!", "?"} if line.low else 0)
    for cue in cues[:1]:
        comma = next((i for i in range(cue + 1, min(cue + 8, stop)) if line.low[i] == ","), None)
        speaker = _before(line, cue) or _after(line, cue)
        if comma is not None and stop - comma > 3 and speaker and cue + 1 < stop:
            yield Said(((comma + 1, stop),), "de-clause", (cue, cue + 1), speaker)
