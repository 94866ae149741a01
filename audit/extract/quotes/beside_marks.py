"""Noun phrases between marked words and a reporting verb: `"...," <who> said` and `"...," said <who>`.

Beside marked words whatever stands there speaks, so that a phrase need not look like a subject ("9/11 widow Ada Holm").

Invariant: a phrase is a range of items of one line, without the marked words, and holds no finite verb.
"""

from __future__ import annotations

from audit.extract.quotes.noun_phrases_behind import name_behind, subject_after
from audit.extract.quotes.sentence_items import DASHES, MARKED, Line
from audit.extract.quotes.subjects import Phrase, is_head, is_word

FARTHEST_MARKS = 32
"""Items between marked words and a verb whose subject they have before them."""
LONGEST_ONE_WORD = 2
"""Items of a comma and a name of one word, which may be a place."""
LONGEST_TITLE = 7
"""Words of a title without a determiner, between a verb and a name."""


def subject_behind_marks(line: Line, group: int) -> Phrase | None:
    """The phrase that fills the room between marked words and the verb at `group`; None where more stands there."""
    first = _behind_marks(line, group)
    if first is None or not _may_open(line, first):
        return None
    stop = next((i for i in range(first, group) if _ends_head(line, i)), group)
    if stop == group or line.capital(stop - 1):
        return first, stop
    return _named_behind(line, first, stop, group) or (first, stop)


def _named_behind(line: Line, first: int, stop: int, group: int) -> Phrase | None:
    """The phrase with the name that ends it, a relative clause passed over ("a man who lives here, Ada Holm, said")."""
    if line.low[stop] not in line.grammar.possessive_relatives:
        return name_behind(line, first, stop)
    comma = next((i for i in range(stop, group) if line.low[i] == ","), group)
    named = name_behind(line, first, comma)
    return named if named and named[1] - comma > LONGEST_ONE_WORD and line.low[named[1]] == "," else None


def _behind_marks(line: Line, group: int) -> int | None:
    """The item behind the marked words and their comma that stand before the verb, with no other verb between."""
    if MARKED not in line.low:
        return None
    for at in range(group - 1, max(-1, group - FARTHEST_MARKS), -1):
        if line.low[at] is MARKED:
            first = at + 1 + (line.low[at + 1] == ",")
            closed = line.ends_in_comma(at) or line.text[line.end[at] - 1] in "?!"
            return first if closed and first < group else None
        if line.low[at] in {";", ":"} or line.low[at] in DASHES or _is_verb(line, at):
            return None
    return None


def _is_verb(line: Line, at: int) -> bool:
    """Whether an item is a verb of saying or a helping verb, so that what follows it is no bare noun phrase."""
    word = line.low[at]
    if line.capital(at) or is_head(line, at):
        return False
    return word in line.grammar.finite or (word in line.grammar.verbs and not word.endswith("s"))


def _may_open(line: Line, at: int) -> bool:
    word, grammar = line.low[at], line.grammar
    if not is_word(line, at) or word in grammar.time_or_preposition or word.endswith("ing"):
        return False
    if at + 1 < len(line) and word.endswith("ed") and line.low[at + 1] in grammar.prepositions:
        return False  # "compared to"
    return word not in grammar.breaks and word not in grammar.pronouns


def _ends_head(line: Line, i: int) -> bool:
    """Whether a comma or a relative pronoun ends the words that name the speaker."""
    return line.low[i] == "," or line.low[i] in line.grammar.possessive_relatives


def titled_name(line: Line, at: int) -> Phrase | None:
    """`"...," said civil rights lawyer Ada Holm`: a name behind words that say what its bearer is, or a handle."""
    first = at
    if at < len(line) and line.low[at][0] == "@":
        return at, at + 1
    while at < len(line) and at - first < LONGEST_TITLE and _is_of_title(line, at):
        at += 1
    named = subject_after(line, at) if first < at < len(line) and line.capital(at) else None
    return (first, named[1]) if named else None


def _is_of_title(line: Line, i: int) -> bool:
    word, grammar = line.low[i], line.grammar
    if word == "/":
        return True  # "9/11 widow"
    if line.capital(i) or not is_word(line, i):
        return False
    return not (word in grammar.no_name_start or word in grammar.pronouns or word in grammar.times)
