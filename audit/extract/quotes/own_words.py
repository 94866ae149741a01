"""Attributions by whose words they are: "In Lee's words, ...", "To Lee, it was "...""

Invariant: the speaker owns the noun, or stands alone behind the preposition that opens the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.extract.quotes.content_bounds import clause_first
from audit.extract.quotes.cue_context import Attribution
from audit.extract.quotes.sentence_items import MARKED, Line
from audit.extract.quotes.subjects import Phrase, is_word

FARTHEST_NOUN = 12
"""Items between the preposition and the noun."""


def read_own_words(line: Line) -> Iterator[Attribution]:
    """The attributions of a line by whose words or whose eyes they are."""
    found = _in_words(line) or _in_eyes(line)
    if found is not None:
        yield found


# --- "In Lee's words, ..."


def _in_words(line: Line) -> Attribution | None:
    """ "In Lee's words, ...", "..., in Lee's words"."""
    if line.grammar.own_words.isdisjoint(line.speech):
        return None
    for noun in range(2, len(line)):
        if line.low[noun] not in line.grammar.own_words:
            continue
        owner = _owner(line, noun)
        if owner is None or not _closes(line, noun + 1):
            continue
        content = _beside(line, owner[0] - 1, noun + 1)
        if content is not None:
            return Attribution((content,), "own-words", (noun, noun + 1), owner)
    return None


def _owner(line: Line, noun: int) -> Phrase | None:
    """Whose words a noun tells: what stands between the preposition and it, where that is a possessive."""
    grammar = line.grammar
    last = noun - 2 if line.low[noun - 1] in grammar.stresses_owner else noun - 1
    for at in range(last, max(-1, noun - FARTHEST_NOUN), -1):
        if line.low[at] in grammar.leads_own_words:
            owned = at < last and line.low[last].endswith(("'s", "s'"))
            pronoun = at + 1 == last and line.low[last] in grammar.possessives
            return (at + 1, last + 1) if owned or pronoun else None
        if not is_word(line, at):
            return None
    return None


def _closes(line: Line, at: int) -> bool:
    """Whether the words end at item `at`: with a comma, a colon, marked words or the sentence."""
    return at >= line.words_end() or line.low[at] in {",", ":"} or line.low[at] is MARKED


def _beside(line: Line, first: int, stop: int) -> Phrase | None:
    """What is said: behind words that open the sentence, before words that end it."""
    end = line.words_end()
    if not first:
        start = stop + (stop < end and line.low[stop] in {",", ":"})
        return (start, end) if end - start > 1 or (end > start and line.low[start] is MARKED) else None
    before = first - (line.low[first - 1] == ",")
    return (clause_first(line, before), before) if stop >= end and before else None


# --- "To Lee, it was "..."


def _in_eyes(line: Line) -> Attribution | None:
    """ "To Lee, the wall was "a sieve"": a name behind the first word, a comma, and a clause that ends in marks."""
    if line.grammar.leads_eyes.isdisjoint(line.low[:1]):
        return None
    comma = next((i for i in range(1, FARTHEST_NOUN) if i < len(line) and line.low[i] == ","), None)
    if comma is None or not all(is_word(line, i) and line.capital(i) for i in range(1, comma)):
        return None
    end = line.words_end()
    said = line.low[comma + 1 : end]
    if not said or said[-1] is not MARKED or line.grammar.be_forms.isdisjoint(said[:-1]):
        return None
    return Attribution(((comma + 1, end),), "own-words", (0, 1), (1, comma))
