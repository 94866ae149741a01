"""Attributions by whose words they are: "In Lee's words, ...", "in the words of Lee", "To Lee, it was "...""

Invariant: the speaker owns the noun, or stands alone behind the preposition that opens the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.extract.quotes.content_bounds import Range, clause_first
from audit.extract.quotes.cue_context import Attribution
from audit.extract.quotes.noun_phrases_behind import name_behind, subject_after
from audit.extract.quotes.sentence_items import MARKED, Line
from audit.extract.quotes.subjects import LONGEST_CLAUSE, Phrase, is_word

FARTHEST_NOUN = 12
"""Items between the preposition and the noun."""


def read_own_words(line: Line) -> Iterator[Attribution]:
    """The attributions of a line by whose words or whose eyes they are."""
    found = _in_words(line) or _is_phrase(line) or _in_eyes(line)
    if found is not None:
        yield found


# --- "In Lee's words, ...", "in the words of Lee"


def _in_words(line: Line) -> Attribution | None:
    """ "In Lee's words, ...", "..., in the words of Lee", "it was, to use Lee's words, "..."."""
    if line.grammar.own_words.isdisjoint(line.speech):
        return None
    for noun in range(2, len(line)):
        if line.low[noun] not in line.grammar.own_words:
            continue
        owner = _owner(line, noun)
        if owner is None:
            continue
        first = min(owner[0], noun - 1) - 1
        first -= _is_aim(line, first)
        stop = _closed(line, noun, owner)
        content = _beside(line, first, stop) or (_inserted(line, first, stop) if owner[1] - owner[0] > 1 else ())
        if content:
            return Attribution(content, "own-words", (noun, noun + 1), owner)
    return None


def _is_aim(line: Line, at: int) -> bool:
    """Whether "to use" stands at an item, not "in"."""
    return line.low[at] in line.grammar.borrows_words


def _is_phrase(line: Line) -> Attribution | None:
    """ ""A joke" is Lee's phrase for the plan": marked words, and whose words they are."""
    if len(line) < 4 or line.low[0] is not MARKED or line.low[1] not in line.grammar.be_forms:
        return None
    noun = next((i for i in range(3, min(len(line), FARTHEST_NOUN)) if line.low[i] in line.grammar.own_words), None)
    if noun is None or not all(is_word(line, i) for i in range(2, noun)):
        return None
    last = _before_stress(line, noun)
    return Attribution(((0, 1),), "own-words", (noun, noun + 1), (2, last + 1)) if _is_owned(line, 2, last) else None


def _owner(line: Line, noun: int) -> Phrase | None:
    """Whose words a noun tells: the possessive between the preposition and it, or what stands behind "of"."""
    last = _before_stress(line, noun)
    for at in range(last, max(-1, noun - FARTHEST_NOUN), -1):
        if _leads(line, at):
            return (at + 1, last + 1) if _is_owned(line, at + 1, last) else _author(line, at + 1, noun)
        if not is_word(line, at):
            return None
    return None


def _leads(line: Line, at: int) -> bool:
    """Whether "in" stands at an item, or "to use"."""
    aim = _is_aim(line, at) and at > 0 and line.low[at - 1] in line.grammar.infinitive_mark
    return aim or line.low[at] in line.grammar.leads_own_words


def _before_stress(line: Line, noun: int) -> int:
    """The item before a noun, "own" passed over."""
    return noun - 2 if line.low[noun - 1] in line.grammar.stresses_owner else noun - 1


def _is_owned(line: Line, first: int, last: int) -> bool:
    """Whether the words up to item `last` tell whose something is."""
    owned = first <= last and line.low[last].endswith(("'s", "s'"))
    return owned or (first == last and line.low[last] in line.grammar.possessives)


def _author(line: Line, at: int, noun: int) -> Phrase | None:
    """Who stands behind "of", where no more than "the" leads the noun ("in the words of its founder, Ada Holm")."""
    led = at + 1 == noun and line.low[at] in line.grammar.articles
    if not led or noun + 2 >= len(line) or line.low[noun + 1] not in line.grammar.of:
        return None
    found = subject_after(line, noun + 2)
    return (name_behind(line, *found) or found) if found and found[1] < len(line) else found


def _closed(line: Line, noun: int, owner: Phrase) -> int | None:
    """Where what tells whose words they are ends: before a comma, a colon, marked words or with the sentence."""
    at = max(noun + 1, owner[1])
    if owner[0] > noun and _opens_clause(line, at):
        ends = (i for i in range(at + 1, min(len(line), at + LONGEST_CLAUSE)) if not is_word(line, i))
        at = next(ends, at)
    closes = at >= line.words_end() or line.low[at] in {",", ":"} or line.low[at] is MARKED
    return at if closes else None


def _opens_clause(line: Line, at: int) -> bool:
    """Whether a relative clause stands at an item, behind a comma or not ("of Lee, who sold it,")."""
    at += at < len(line) and line.low[at] == ","
    return at < len(line) and line.low[at] in line.grammar.possessive_relatives


def _beside(line: Line, first: int, stop: int | None) -> tuple[Range, ...]:
    """What is said: behind words that open the sentence, before those that end it."""
    if stop is None:
        return ()
    end = line.words_end()
    behind = stop + (stop < end and line.low[stop] in {",", ":"})
    if not first:
        told = end - behind > 1 or (end > behind and line.low[behind] is MARKED)
        return ((behind, end),) if told else ()
    before = first - (line.low[first - 1] == ",")
    if not before:
        return ()
    return _marked(line, clause_first(line, before), before) if stop >= end else ()


def _marked(line: Line, first: int, stop: int) -> tuple[Range, ...]:
    """The marked words of a clause before whose they are, of a clause without marks the whole: the rest may be the
    reporter's own ("..., making it "a juggernaut", in the words of Lee").
    """
    return tuple((i, i + 1) for i in range(first, stop) if line.low[i] is MARKED) or ((first, stop),)


def _inserted(line: Line, first: int, stop: int | None) -> tuple[Range, ...]:
    """The marked words behind words between commas ("it was, in the words of Lee, "a joke"")."""
    if not first or stop is None or stop + 1 >= len(line) or line.low[first - 1] != "," or line.low[stop] != ",":
        return ()
    return ((stop + 1, stop + 2),) if line.low[stop + 1] is MARKED else ()


# --- "To Lee, it was "..."


def _in_eyes(line: Line) -> Attribution | None:
    """ "To Lee, the wall was "a sieve"", "... because to her, "it is one"": one name or pronoun, a comma, and marks.

    The clause ends in the marks; where it opens the line it has more, and a form of "be".
    """
    if MARKED not in line.low or line.low[line.words_end() - 1] is not MARKED:
        return None
    for at in range(len(line) - 3):
        if line.low[at] in line.grammar.leads_eyes and (not at or _joins_clause(line, at - 1)):
            comma = next((i for i in range(at + 1, min(len(line), at + FARTHEST_NOUN)) if line.low[i] == ","), None)
            if (
                comma is not None
                and _is_somebody(line, at + 1, comma)
                and _ends_in_marks(line, comma + 1, inner=at > 0)
            ):
                return Attribution(((comma + 1, line.words_end()),), "own-words", (at, at + 1), (at + 1, comma))
    return None


def _joins_clause(line: Line, i: int) -> bool:
    """Whether a word joins a clause to what stands before it ("because", "that")."""
    grammar = line.grammar
    joins = (grammar.scene_openers, grammar.complementizers, grammar.clause_joins)
    return line.low[i] not in grammar.quoted_as and any(line.low[i] in words for words in joins)  # not "As for Lee"


def _is_somebody(line: Line, first: int, stop: int) -> bool:
    """Whether words are a name or one pronoun."""
    person = line.low[first] in line.grammar.male or line.low[first] in line.grammar.female
    alone = stop - first == 1 and person and line.low[first] in line.grammar.recipients
    return alone or (first < stop and all(is_word(line, i) and line.capital(i) for i in range(first, stop)))


def _ends_in_marks(line: Line, first: int, *, inner: bool) -> bool:
    """Whether a clause ends in marked words: inside a sentence it may be nothing else."""
    said = line.low[first : line.words_end()]
    if not said or said[-1] is not MARKED:
        return False
    return (inner and len(said) == 1) or not line.grammar.be_forms.isdisjoint(said[:-1])
