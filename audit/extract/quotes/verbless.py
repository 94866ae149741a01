"""Attributions without a reporting verb: "according to Lee", "Lee's claim that ...", `"..." - Ada Holm`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from audit.extract.quotes.content_bounds import Range, clause_first, ends_behind, is_according
from audit.extract.quotes.cue_context import Attribution
from audit.extract.quotes.cues import first_cues
from audit.extract.quotes.sentence_items import DASHES, MARKED, Line
from audit.extract.quotes.subjects import Phrase, is_word, subject_before
from audit.text.parts_of_speech import GERUND, known_as

LONGEST_SIGNATURE = 7
"""Items of a name behind a dash."""
LONGEST_WHO = 10
"""Items of who somebody is, behind a name that signs."""
LONGEST_POINTER = 2
"""Items of "that is"."""
LONGEST_ALONE = 14
"""Items of a line with a name, a verb of saying and a time or a place."""


@dataclass(frozen=True, slots=True)
class Alone:
    """Who speaks and the verb, in items of a line that holds nothing else."""

    speaker: Phrase
    cue: Range


def read_signed(line: Line) -> Attribution | None:
    """`"..." - Ada Holm #tag`, `"..." - Ada Holm, baker`: marked words with the name of who said them behind a dash."""
    if len(line) < 3 or line.low[0] is not MARKED or line.low[1] not in DASHES or not line.capital(2):
        return None
    stop = 2
    while stop < len(line) and is_word(line, stop) and not _is_tag(line, stop):
        stop += 1
    ends = stop >= line.words_end() or _is_tag(line, stop) or _only_says_who(line, 2, stop)
    if stop - 2 > LONGEST_SIGNATURE or not ends:
        return None
    return Attribution(((0, 1),), "signed", (1, 2), (2, stop))


def _only_says_who(line: Line, first: int, comma: int) -> bool:
    """Whether a comma behind a full name in capitals leads to the end of a line without a verb of saying."""
    full = comma - first > 1 and all(map(line.capital, range(first, comma)))
    short = len(line) - comma <= LONGEST_WHO and MARKED not in line.low[comma:]
    return full and line.low[comma] == "," and short and line.grammar.verbs.keys().isdisjoint(line.low[comma:])


def read_signature(line: Line) -> Phrase | None:
    """ "- Ada Holm, harbour master", "- Ada Holm on the wall" on a line of its own: the name behind the dash."""
    first = next((i for i, word in enumerate(line.low[:3]) if word != ">"), 0)  # "> - Ada Holm"
    if len(line) < first + 3 or line.low[first] not in DASHES:
        return None
    stop = first + 1
    while stop < len(line) and (line.capital(stop) or line.low[stop] in line.grammar.particles):
        stop += 1
    ends = stop >= line.words_end() or line.low[stop] == "," or line.low[stop] in line.grammar.prepositions
    named = 2 < stop - first <= LONGEST_SIGNATURE and (ends or known_as(line.low[stop], GERUND))
    return (first + 1, stop) if named and line.low[-1] != ":" and MARKED not in line.low else None


def read_alone(line: Line) -> Alone | None:
    """ "Lee said." on a line of its own, behind the marked words: a name and a verb of saying, and no more."""
    if len(line) > LONGEST_ALONE or MARKED in line.low or not line.low or not line.capital(0):
        return None
    cue = next(
        (
            cue
            for cue in first_cues(line)
            if ends_behind(line, cue.stop) and cue.verb.takes == "clause" and not cue.verb.needs_marks
        ),
        None,
    )
    speaker = subject_before(line, cue.group) if cue else None
    if cue is None or speaker is None or speaker[0] or not all(line.capital(i) for i in range(*speaker)):
        return None
    return Alone(speaker, (cue.first, cue.stop))


def _is_tag(line: Line, i: int) -> bool:
    return line.low[i][0] in "#@" or line.low[i].startswith("http")


def read_claims(line: Line) -> Iterator[Attribution]:
    """ "Lee's claim that it was shut", "his warning that ..."."""
    if line.grammar.claim_nouns.isdisjoint(line.speech):
        return
    for i in range(1, len(line) - 3):
        if line.low[i] in line.grammar.claim_nouns and line.low[i + 1] in line.grammar.complementizers:
            owner, stop = _owner(line, i), _claim_end(line, i + 2)
            if owner and stop - i > 3:
                yield Attribution(((i + 1, stop),), "claim-noun", (i, i + 1), owner)


def _owner(line: Line, noun: int) -> Phrase | None:
    """Whose claim it is: a possessive at most two words before the noun."""
    for i in range(noun - 1, max(-1, noun - 4), -1):
        if line.low[i] in line.grammar.possessives:
            return i, i + 1
        if line.low[i].endswith("'s"):
            return _phrase_ending_at(line, i)
    return None


def _phrase_ending_at(line: Line, last: int) -> Phrase:
    first = last
    while first and line.capital(first) and line.capital(first - 1):
        first -= 1
    return first, last + 1


def _claim_end(line: Line, at: int) -> int:
    """A claim ends at the first comma, or behind marked words that hold one."""
    stop = line.words_end()
    for i in range(at, stop):
        if line.low[i] in {",", ";"} or line.low[i] in DASHES:
            return i
        if line.low[i] is MARKED and line.ends_in_comma(i):
            return i + 1
    return stop


def read_according(line: Line) -> Iterator[Attribution]:
    """ "according to Lee", at the beginning or the end of what is said."""
    if line.grammar.according_heads.isdisjoint(line.speech):
        return
    for i in range(len(line) - 2):
        speaker = _behind_according(line, i + 2) if is_according(line, i) else None
        if speaker is None:
            continue
        if i and _points_back(line, i):
            continue
        opens = i < 2 and line.low[0] is not MARKED
        content = _content_behind(line, speaker[1]) if opens else _content_left_of(line, i)
        if _says_something(line, content):
            yield Attribution((content,), "according-first" if opens else "according-last", (i, i + 2), speaker)


def _points_back(line: Line, at: int) -> bool:
    """Whether no more than "that is" stands before an item: what it points at is told in the sentence before."""
    first, _, short = line.low[0].partition("'")
    led = first in line.grammar.demonstratives or first in line.grammar.third_persons
    return led and ((at == 1 and bool(short)) or (at == LONGEST_POINTER and line.low[1] in line.grammar.be_forms))


def _content_behind(line: Line, at: int) -> Range:
    """From the comma behind the speaker to the end."""
    stop = line.words_end()
    while at < stop and line.low[at] != ",":
        at += 1
    return at + 1, stop


def _content_left_of(line: Line, i: int) -> Range:
    end = i - 1 if i and line.low[i - 1] == "," else i
    return clause_first(line, end), end


def _says_something(line: Line, content: Range) -> bool:
    """Whether a content has two items, or one that is marked."""
    first, stop = content
    return stop - first >= 2 or (stop > first and line.low[first] is MARKED)


def _behind_according(line: Line, at: int) -> Phrase | None:
    stop, limit = at, line.words_end()
    while stop < limit and is_word(line, stop) and line.low[stop] not in line.grammar.source_ends:
        stop += 1
    if (
        at < stop < limit
        and line.low[stop - 1] in line.grammar.prepositions
        and line.low[stop] in line.grammar.recipients
    ):
        return at, stop + 1  # "a pilot close to him"
    stop = _before_times(line, at, stop)
    return (at, stop) if stop > at else None


def _before_times(line: Line, at: int, stop: int) -> int:
    """Where the words end that stand before a time ("a poll earlier this month")."""
    grammar = line.grammar
    while stop - 1 > at and (line.low[stop - 1] in grammar.times or line.low[stop - 1] in grammar.time_modifiers):
        stop -= 1
    return stop
