"""How far a "since" goes that tells of something that happened: "since Roe's win", "since the end of the war".

Invariant: looks a bounded way to the right, and takes a whole phrase or a whole short clause, or nothing.
"""

from __future__ import annotations

from audit.extract.figures.lexicon import GRAMMAR, in_short_form, owning
from audit.extract.figures.not_figures import HYPHENS, masks
from audit.text.parts_of_speech import (
    ADJECTIVE,
    ADVERB,
    DETERMINER,
    FINITE,
    GERUND,
    MODAL,
    NOUNS,
    NUMERAL,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    QUESTION,
)
from audit.text.tokens import NUMBER, WORD, Tokens

_LONGEST = 10  # tokens of a phrase
_INSIDE = NOUNS | frozenset((*DETERMINER, *ADJECTIVE))
_MODIFIERS = frozenset(PARTICIPLE + GERUND)
_BEFORE_YEAR = frozenset((*ADVERB, *PREPOSITION))
_HAPPENED = frozenset(PARTICIPLE + PAST)
_ACTS = FINITE | frozenset((*MODAL, *QUESTION, *GERUND))


def since_end(tokens: Tokens, k: int) -> int:
    """The end of what a "since" at token `k` opens, or -1 for none: a clause of which only a part could be told, a
    reason, the "since" of "have since left"."""
    if tokens.class_of(k + 1) in _BEFORE_YEAR and tokens.low[k + 2].isdecimal():
        return k + 3 if len(tokens.low[k + 2]) == _YEAR else k + 2  # "since around 1980"
    if tokens.class_of(k + 1) == ADVERB:
        return k + 2 if tokens.class_of(k + 2) not in _HAPPENED else -1
    end = _phrase_end(tokens, k + 1)
    cut = (
        tokens.low[end] == "." and tokens.kind(end + 1) == WORD and not tokens.capital(end + 1)
    )  # "since Roe Jr. left"
    if end < 0 or cut or owning(tokens.low[end - 1]):
        return -1
    if tokens.class_of(end) in _HAPPENED and tokens.low[end] not in GRAMMAR["auxiliary"]:
        whole = tokens.kind(end + 1) not in (WORD, NUMBER) or tokens.low[end + 1] in GRAMMAR["in"]
        return end + 1 if whole else -1
    return end if not _is_clause(tokens, end) else -1


def _phrase_end(tokens: Tokens, start: int) -> int:
    """The end of a noun phrase with what "of" ties to it, or -1."""
    k, noun = start + (tokens.class_of(start) == DETERMINER), -1
    while k < min(tokens.size, start + _LONGEST):
        if _is_inside(tokens, k) or (k > start and tokens.low[k] in GRAMMAR["of"]):
            noun = k if tokens.class_of(k) in NOUNS else noun
            k += 1
        else:
            break
    if noun < 0 or noun + 1 < k:
        return -1
    return k + (
        tokens.low[k].isdecimal() and len(tokens.low[k]) == _YEAR
    )  # "since the vote of 2011", "fiscal year 2011"


def _is_inside(tokens: Tokens, k: int) -> bool:
    """Whether a token may stand in a noun phrase."""
    if tokens.class_of(k) == DETERMINER:
        return tokens.low[k - 1] in GRAMMAR["of"]
    if tokens.class_of(k) in _INSIDE or owning(tokens.low[k]) or in_short_form(tokens, k):
        return True
    if tokens.low[k] in HYPHENS:
        return tokens.glued(k) and tokens.glued(k + 1)
    if tokens.class_of(k) == NUMERAL:
        dates = len(tokens.word(k)) == _YEAR or tokens.low[k - 1] in masks().year["months"]
        return dates and tokens.class_of(k + 1) in NOUNS  # "the 2010 vote"
    return tokens.class_of(k) in _MODIFIERS and tokens.class_of(k + 1) in NOUNS and tokens.class_of(k - 1) in _INSIDE


_YEAR = 4  # digits


def _is_clause(tokens: Tokens, k: int) -> bool:
    """Whether a verb stands at a token, or behind its adverb or what a preposition ties to the phrase before it."""
    while tokens.class_of(k) == ADVERB:
        k += 1
    if tokens.class_of(k) == PREPOSITION:
        k = _phrase_end(tokens, k + 1)
    return k >= 0 and (tokens.class_of(k) in _ACTS or tokens.low[k] in GRAMMAR["auxiliary"])
