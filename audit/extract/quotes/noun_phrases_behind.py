"""Noun phrases that begin behind a verb or a preposition: "said Ada Holm, one of ...", "Statement by Ada Holm".

Invariant: a phrase is a range `[first, stop)` of the items of one line and never crosses a marked stretch.
"""

from __future__ import annotations

from audit.extract.quotes.sentence_items import Line
from audit.extract.quotes.subjects import (
    LONGEST,
    LONGEST_CLAUSE,
    Phrase,
    acts_on,
    is_head,
    is_role,
    is_time,
    is_word,
    joins_names,
)
from audit.text.parts_of_speech import BASE, PAST, THIRD, known_as

LONGEST_ROLE = 4
"""Small words between the name of a body and that of whoever is of it."""
LONGEST_TAIL = 9
"""Items behind a role, up to the comma before its bearer's name."""


def subject_after(line: Line, at: int) -> Phrase | None:
    """The inverted subject that begins at item `at` ("said Ada Holm, one of ...")."""
    if at >= len(line) or not is_word(line, at):
        return None
    if line.low[at] in line.grammar.personal_subjects:
        return at, at + 1
    if not _may_begin(line, at):
        return None
    stop, named = at, False
    while stop < len(line) and stop - at < LONGEST and is_word(line, stop) and _belongs(line, stop, at, named):
        named = (named or line.capital(stop)) and not line.low[stop].endswith("'s")
        stop += 1
    stop = _past_open_end(line, at, stop)
    return (at, _past_name_behind(line, at, stop)) if stop > at else None


def _past_open_end(line: Line, first: int, stop: int) -> int:
    """Past the noun phrase that "of" or "of the" at the end opens ("critics of the" goes on to "harbour law")."""
    if stop - first < 2 or not _opens_phrase(line, stop - 1):
        return stop
    end, limit = stop, min(len(line), stop + LONGEST)
    while end < limit and is_word(line, end) and not _ends_noun_phrase(line, end):
        end += 1
    return end


def _opens_phrase(line: Line, i: int) -> bool:
    """Whether item `i` is "of", or the determiner behind it."""
    of = line.grammar.of
    return line.low[i] in of or (line.low[i] in line.grammar.determiners and line.low[i - 1] in of)


def _ends_noun_phrase(line: Line, i: int) -> bool:
    """Whether a word begins something else: a clause, a time, another phrase, or the verb of this one."""
    word, grammar = line.low[i], line.grammar
    if joins_names(line, i):
        return False
    if word in grammar.breaks or word in grammar.time_or_preposition:
        return True
    if _opens_phrase(line, i - 1):
        return False
    acts = word.endswith("ed") or any(known_as(word, form) for form in (PAST, THIRD, BASE))
    owned = line.low[i - 1].endswith("'s")
    return word in grammar.determiners or (acts and not owned and not line.capital(i))


def _past_name_behind(line: Line, first: int, stop: int) -> int:
    """Where the name ends that stands behind a role and a comma ("said the dam's chief engineer, Lena Marsh")."""
    comma = _comma_behind(line, stop)
    named = name_behind(line, first, comma) if comma is not None else None
    if comma is None or named is None:
        return stop
    told = any(is_head(line, i) and not line.capital(i) for i in range(first, comma))
    full = named[1] - comma > 2
    whole = line.low[first] in line.grammar.determiners and full and comma == stop
    clause = line.low[stop] in line.grammar.possessive_relatives  # may end in "Norwick, Vermont"
    return named[1] if (told and (full or not clause)) or whole else stop


def _comma_behind(line: Line, stop: int) -> int | None:
    """The comma that ends a role, past the words that go on with it ("ambassador to the islands,", "who left,")."""
    if stop < len(line) and line.low[stop] in line.grammar.possessive_relatives:
        ends = (i for i in range(stop, min(len(line), stop + LONGEST_CLAUSE)) if not is_word(line, i))
        return next((i for i in ends if line.low[i] == ","), None)
    for i in range(stop, min(len(line), stop + LONGEST_TAIL)):
        if line.low[i] == ",":
            return i
        if not is_word(line, i) or line.low[i] in line.grammar.breaks or line.low[i] in line.grammar.times:
            return None
        if acts_on(line, i):
            return None
    return None


def name_behind(line: Line, first: int, stop: int) -> Phrase | None:
    """The phrase from `first` with the name behind the comma at `stop`, where the name ends what is said of it.

    A second role may lead the name ("the club's director, the former keeper Ada Holm").
    """
    if stop + 1 >= len(line) or line.low[stop] != ",":
        return None
    end = _past_second_role(line, stop + 1)
    if not line.capital(end):
        return None
    while end < len(line) and (line.capital(end) or line.low[end] in line.grammar.particles):
        end += 1
    closed = end >= len(line) or not is_word(line, end) or line.low[end] in line.grammar.possessive_relatives
    return (first, end) if closed else None


def _past_second_role(line: Line, at: int) -> int:
    """Past "the" and a role that stand before a name ("the former keeper Ada Holm"); `at` itself elsewhere."""
    if line.low[at] not in line.grammar.articles or not _leads_name(line, at + 1):
        return at
    return next(i for i in range(at + 1, len(line)) if line.capital(i))


def _may_begin(line: Line, at: int) -> bool:
    """Whether a noun phrase may begin with this word."""
    word, grammar = line.low[at], line.grammar
    if word in grammar.time_or_preposition or word in grammar.coordinators:
        return False
    if line.capital(at) or word in grammar.determiners or word.strip(".") in grammar.roles:
        return True
    return word in grammar.title_openers or (word[0].isdigit() and at + 1 < len(line) and is_role(line, at + 1))


def _role_ahead(line: Line, i: int) -> bool:
    """Whether a noun of a role or body stands at item `i`, or behind one or two words that may go before it."""
    for at in range(i, min(i + 3, len(line))):
        if not is_word(line, at) or line.capital(at) or line.low[at] in line.grammar.no_name_start:
            return False
        if is_head(line, at):
            return True
    return False


def _belongs(line: Line, i: int, first: int, named: bool) -> bool:
    """Whether item i goes on with a phrase that began at `first`; `named` tells that a name has been read."""
    word, grammar = line.low[i], line.grammar
    if word in grammar.breaks:
        joins = word in grammar.coordinators and i + 1 < len(line)
        return joins and (line.capital(i + 1) if named else _joins_roles(line, i, first))
    if i > first and line.capital(i) and is_time(line, i):
        return False
    if word in grammar.prepositions:
        return word in grammar.of or (not named and word in grammar.role_prepositions)
    if not named or line.capital(i) or word in grammar.behind_named:
        return True
    if line.low[first] in grammar.determiners and _role_ahead(line, i):
        return True  # "a Norwick campaign official", "the Holm administration"
    return _leads_name(line, i)


def _joins_roles(line: Line, i: int, first: int) -> bool:
    """Whether "and" joins two roles of one bearer ("political scientist and former deputy Ada Holm")."""
    bare = line.low[first] not in line.grammar.determiners and not line.low[i - 1].endswith("s")
    return bare and is_head(line, i - 1) and _leads_name(line, i + 1)


def _leads_name(line: Line, i: int) -> bool:
    """Whether a role stands at item i, or behind small words, and a name behind it ("TV news critic Ada Holm")."""
    for at in range(i, min(i + LONGEST_ROLE, len(line) - 1)):
        if not is_word(line, at) or line.capital(at) or line.low[at] in line.grammar.no_name_start:
            return False
        if is_head(line, at) and line.capital(at + 1):
            return True
    return False
