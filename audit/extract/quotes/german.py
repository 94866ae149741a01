"""German quotes: every marked statement by itself, its verb on either side, its speaker beside the verb.

`„Es reicht“, sagte Holm.` gives the marked words, "sagte" and "Holm".

Invariant: a marked stretch is one quote of one piece; names of things are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.extract.quotes.cue_context import Attribution
from audit.extract.quotes.sentence_items import MARKED, Line
from audit.extract.quotes.subjects import Phrase, is_word
from audit.lexicon.language import Lexicon

LONG = 6
"""Words from which marked words are taken for a statement, whatever stands around them."""
LONGEST_AFTER, LONGEST_BEFORE = 12, 14
"""Items of the words for a speaker behind a verb, and before one."""
FARTHEST_COMMA = 8
"""Items behind a verb among which the comma stands that opens what is said."""


@dataclass(frozen=True, slots=True)
class _MarkWords:
    """Words that tell names of things from statements, and the forms of reported speech."""

    naming_endings: tuple[str, ...]
    naming_starts: tuple[str, ...]
    reported: frozenset[str]


def _mark_words(lexicon: Lexicon) -> _MarkWords:
    named = lexicon.table("marks")["named"]
    return _MarkWords(tuple(named["endings"]), tuple(named["starts"]), lexicon.words("marks", "reported"))


def read_german(line: Line, lexicon: Lexicon) -> list[Attribution]:
    """The marked statements of a sentence, each with the verb nearest to it, and a clause behind "sagte, dass"."""
    marks = lexicon.room(_mark_words)
    cues = [i for i, word in enumerate(line.low) if word in line.grammar.verbs]
    told = bool(cues) or not marks.reported.isdisjoint(line.low)
    stated = (i for i, word in enumerate(line.low) if word is MARKED and _states(line, i, marks, told=told))
    return [_said(line, i, cues) for i in stated] or list(_clauses(line, cues))


def _states(line: Line, i: int, marks: _MarkWords, *, told: bool) -> bool:
    """Whether marked words say something rather than name something."""
    marked = line.text[line.start[i] : line.end[i]]
    count = len(marked.split())
    if count >= LONG or marked[-1:] in ".!?,":
        return not _names_thing(line, i, marks) or count >= 2 * LONG
    if not told or _names_thing(line, i, marks):
        return False
    return count > 2 or any(w[:1].islower() for w in marked.split())


def _names_thing(line: Line, i: int, marks: _MarkWords) -> bool:
    """Whether the word before says that a name follows ("der Film", "so genannte")."""
    if not i or not is_word(line, i - 1):
        return False
    before, capital = line.low[i - 1], line.text[line.start[i] : line.end[i]][:1].isupper()
    return (capital and before.endswith(marks.naming_endings)) or before.startswith(marks.naming_starts)


def _said(line: Line, i: int, cues: Sequence[int]) -> Attribution:
    near = min(cues, key=lambda c: (abs(c - i), c), default=None)
    if near is None:
        return Attribution(((i, i + 1),), "de-marked", (i, i), None)
    speaker = _after(line, near) if near > i or _inverts(line, near) else None
    return Attribution(((i, i + 1),), "de-cue", (near, near + 1), speaker or _before(line, near) or _after(line, near))


def _inverts(line: Line, cue: int) -> bool:
    """Whether something other than the subject stands first ("Gestern sagte der Sprecher")."""
    return cue == 0 or line.low[cue] in line.grammar.before_subject or line.low[cue - 1] in line.grammar.stops


def _after(line: Line, cue: int) -> Phrase | None:
    """The phrase right behind a verb."""
    at, grammar = cue + 1, line.grammar
    if at < len(line) and line.low[at] in grammar.pronouns:
        return at, at + 1
    stop = at
    while (
        stop < len(line) and is_word(line, stop) and stop - at < LONGEST_AFTER and line.low[stop] not in grammar.stops
    ):
        stop += 1
    named = any(line.capital(i) for i in range(at, stop))
    return (at, _past_name_behind(line, stop)) if named else None


def _past_name_behind(line: Line, comma: int) -> int:
    """Behind the full name between commas that says who a post is ("die Leiterin des Amts, Ada Holm, am Montag")."""
    stop = comma + 1
    while stop < len(line) and line.capital(stop):
        stop += 1
    full = comma < len(line) and line.low[comma] == "," and stop - comma > 2
    full = full and not line.text[line.end[comma] : line.start[comma + 1]].strip()  # no mark between
    return stop if full and (stop >= len(line) or not is_word(line, stop)) else comma


def _before(line: Line, cue: int) -> Phrase | None:
    """The phrase before a verb: from the beginning of the clause."""
    at = cue
    while at > 0 and (is_word(line, at - 1) or line.low[at - 1] == ",") and cue - at < LONGEST_BEFORE:
        at -= 1
    while at < cue and (not is_word(line, at) or line.low[at] in line.grammar.stops):
        at += 1
    if cue - at == 1 and line.low[at] in line.grammar.pronouns:
        return at, cue
    return (at, cue) if any(line.capital(i) for i in range(at, cue)) else None


def _clauses(line: Line, cues: Sequence[int]) -> Iterator[Attribution]:
    """ "Lee sagte, dass ..." and "Lee sagte, die Brücke sei zu": what follows the comma."""
    stop = len(line) - (line.low[-1] in {".", "!", "?"} if line.low else 0)
    for cue in cues[:1]:
        speaker = _before(line, cue) or _after(line, cue)
        behind = max(cue + 1, speaker[1] if speaker else 0)
        comma = next((i for i in range(behind, min(cue + FARTHEST_COMMA, stop)) if line.low[i] == ","), None)
        if comma is not None and stop - comma > 3 and speaker:
            yield Attribution(((comma + 1, stop),), "de-clause", (cue, cue + 1), speaker)
