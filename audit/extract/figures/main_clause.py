"""The verb of the clause that what opens a sentence belongs to: "In his first six years, Roe sold".

Invariant: looks a bounded way to the right, past one phrase or clause that tells more of the opening, and takes no verb
of either.
"""

from __future__ import annotations

from functools import cache

from audit.extract.figures.lexicon import GRAMMAR, owning
from audit.extract.figures.modality import is_edge
from audit.extract.figures.own_verb import Told, past_loose
from audit.text.parts_of_speech import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    GERUND,
    NOUNS,
    NUMERAL,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    TO,
)
from audit.text.tokens import Tokens

_REACH = 24  # tokens of an opening, or of a subject
_SUBJECT = NOUNS | frozenset((*DETERMINER, *ADJECTIVE, *ADVERB, *PREPOSITION, *CONJUNCTION, NUMERAL, PRONOUN))
_OPENS_SUBJECT = NOUNS | frozenset((*DETERMINER, *ADJECTIVE, NUMERAL, PRONOUN))
_STARTS = frozenset((*DETERMINER, PRONOUN))
_TELLS_MORE = frozenset((QUESTION, *CONJUNCTION, *GERUND, *PARTICIPLE))
_ENDS = frozenset('.;:!?—–"“”()')  # of what opens a sentence


def main_verb(tokens: Tokens, last: int, told: Told) -> int:
    """Where the verb group of the main clause begins whose opening ends with a figure at token `last`, or -1."""
    if not _opens_sentence(tokens, last, told):
        return -1
    alone = told.lasting and tokens.class_of(told.first - 1) != DETERMINER and tokens.class_of(last) in _STARTS
    if alone and (found := _past_subject(tokens, last)) >= 0:
        return found
    verbs = (_past_subject(tokens, j + 1) for j in _commas(tokens, last))
    return next((v for v in verbs if v >= 0 and not _says_aside(tokens, v)), -1)


def _says_aside(tokens: Tokens, verb: int) -> bool:
    """Whether a verb only tells who says the sentence: "In two weeks, Roe said, it ends"."""
    says = tokens.low[verb] in GRAMMAR["speaking"] or tokens.low[verb] in GRAMMAR["clause"]
    return says and tokens.low[verb + 1] == ","


def closes(tokens: Tokens, last: int, told: Told) -> bool:
    """Whether a span of time that tells when is set off behind its clause: "died, two days after the fire"."""
    return told.lasting and tokens.low[last] in GRAMMAR["dating"] and tokens.low[told.first - 1] == ","


def _opens_sentence(tokens: Tokens, last: int, told: Told) -> bool:
    """Whether a figure is all that a sentence opens with, behind a preposition of its own or as a span of time that
    tells when."""
    k = past_loose(tokens, told.first - 1, -1)
    if told.lasting and tokens.low[last] in GRAMMAR["dating"]:
        return _begins(tokens, k)
    governed = k >= 0 and tokens.class_of(k) == PREPOSITION and tokens.low[k] not in _no_opening()
    return governed and _begins(tokens, k - 1)


@cache
def _no_opening() -> frozenset[str]:
    """What may look like a preposition and opens no sentence."""
    return GRAMMAR["of"] | GRAMMAR["relative"]


def _begins(tokens: Tokens, k: int) -> bool:
    """Whether a clause begins behind token `k`: at a comma only where no verb stands before it, "And, in"."""
    if k < 0 or tokens.lows[k] != ",":
        return k < 0 or is_edge(tokens, k)
    while k > 0 and tokens.lows[k - 1] not in _ENDS:
        k -= 1
        if _is_finite(tokens, k):
            return False
    return True


def _is_finite(tokens: Tokens, j: int) -> bool:
    """Whether a verb may have a subject: no infinitive."""
    return tokens.class_of(j) in FINITE and tokens.class_of(j - 1) != TO


def _commas(tokens: Tokens, last: int) -> list[int]:
    """The commas behind an opening, up to what could not stand in it."""
    found, more = list[int](), False
    for j in range(last, min(tokens.size, last + _REACH)):
        if tokens.lows[j] == ",":
            found.append(j)
            more = False
        elif tokens.lows[j] in _ENDS:
            break
        more = more or tokens.class_of(j) in _TELLS_MORE or tokens.lows[j] in GRAMMAR["dating"]
        if _is_finite(tokens, j) and not (more or found):
            break
    return found


def _past_subject(tokens: Tokens, j: int) -> int:
    """Where a verb begins behind a subject that begins at a token, or -1."""
    if tokens.class_of(j) not in _OPENS_SUBJECT or tokens.low[j] in GRAMMAR["relative"]:
        return -1
    for k in range(j + 1, min(tokens.size, j + _REACH)):
        if tokens.class_of(k) in FINITE or tokens.lows[k] in GRAMMAR["auxiliary"]:
            return k if tokens.low[k + 1] not in GRAMMAR["by"] else -1  # "the two, this time joined by Roe"
        if tokens.class_of(k) not in _SUBJECT and not owning(tokens.lows[k]):
            return -1
    return -1
