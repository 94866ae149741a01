"""Bare numbers whose unit or noun a sentence gave with the figure before: "14 euros for adults and nine for students",
"the ferry holds 900 people, the catamaran 650", "is 11 km long; the old was four", "112 had sailed, not 121".

Invariant: looks only back to the figure before, across no finite verb but a copula.
"""

from __future__ import annotations

from enum import Enum, auto

from audit.extract.figures.lexicon import GRAMMAR, lexicon, owning
from audit.extract.figures.phrases import phrase_before
from audit.extract.figures.quantities import Quantity
from audit.text.parts_of_speech import ADJECTIVE, DETERMINER, FINITE, NOUN, PLURAL, PREPOSITION, VERBS, may_be
from audit.text.tokens import WORD, Tokens


class Elided(Enum):
    """How a number goes on from the figure before it."""

    GAP = auto()  # the verb is left out as well
    AGAIN = auto()  # "the old was four", "and nine for students"
    DENIED = auto()


_NEAR = 12  # tokens between two figures
_CLOSE = 4  # tokens between a figure and what it is set against behind a copula
_SUBJECT = 4  # tokens of "the new one"
_ENDS = frozenset((",", ".", ";", ")", ""))
_BREAKS = frozenset(",;")
_PLURAL = "s"


def elided(tokens: Tokens, quantity: Quantity, before: Quantity, begins: int) -> Elided | None:
    """How a bare number goes on from the figure `before`, which begins with its hedge at token `begins`."""
    if not _is_bare(quantity) or before.share or quantity.first - before.last > _NEAR:
        return None
    if not before.numeral.scaled and _again(tokens, quantity, before):
        return Elided.AGAIN
    if not _ends(tokens, quantity.last):
        return None
    if _is_denied(tokens, quantity.first):
        return Elided.DENIED
    if _is_gap(tokens, quantity.first, before.last) and tokens.class_of(begins - 1) in VERBS:
        return Elided.GAP
    return Elided.AGAIN if before.unit and _of_another(tokens, quantity.first, before.last) else None


def _is_bare(quantity: Quantity) -> bool:
    return not (quantity.unit or quantity.share or quantity.ranged or quantity.numeral.multiple or quantity.listed)


def _ends(tokens: Tokens, k: int) -> bool:
    return tokens.kind(k) != WORD and tokens.low[k] in _ENDS


def _is_denied(tokens: Tokens, first: int) -> bool:
    """ ", not 121" """
    return tokens.low[first - 1] in GRAMMAR["contrasting"] and tokens.low[first - 2] == ","


def _again(tokens: Tokens, quantity: Quantity, before: Quantity) -> bool:
    """ "14 euros for adults and nine for students": the same preposition stands behind both, and no noun."""
    tied = tokens.class_of(before.last) == PREPOSITION and tokens.low[before.last] not in GRAMMAR["of"]
    same = tied and tokens.low[before.last] == tokens.low[quantity.last] and before.unit is not None
    return same and _joins(tokens, quantity.first - 1) and not _acts(tokens, before.last, quantity.first)


def _is_gap(tokens: Tokens, first: int, last: int) -> bool:
    """ ", the catamaran 650", "and her rival 44", "and an adult's nine": a subject without its verb."""
    found = phrase_before(tokens, first - 1, last)
    start = found[0] if found else first - 1
    owned = owning(tokens.low[first - 1])
    if not found and tokens.low[first - 1] in GRAMMAR["single"] and tokens.class_of(first - 2) == ADJECTIVE:
        start, owned, found = first - 2, False, (first - 2, first)  # "the new one 750"
    if not found and tokens.class_of(first - 1) == ADJECTIVE and may_be(tokens.low[first - 1], NOUN):
        start, found = first - 1, (first - 1, first)  # "her rival 44"
    if not (found or owned) or tokens.low[first - 1] in GRAMMAR["time"]:
        return False
    many = tokens.class_of(first - 1) == PLURAL or tokens.lows[first - 1].endswith(_PLURAL)
    named = tokens.capital(first - 1) and not (many or owned)  # "the Liberals 19", but "the Airbus 320"
    opener = tokens.low[start - 1]
    told = opener in GRAMMAR["possessor"] or owning(opener) or tokens.class_of(start - 1) == DETERMINER
    whose = told and (owned or opener not in GRAMMAR["article"])
    return whose and not named and _joins(tokens, start - 2) and not _acts(tokens, last, first)


def _of_another(tokens: Tokens, first: int, last: int) -> bool:
    """ "; the old was four", ", the new one is 140": a subject without a noun of its own is another of the kind."""
    if tokens.low[first - 1] not in GRAMMAR["copula"]:
        return False
    k = first - 2
    pointed = tokens.low[k] in GRAMMAR["single"] or tokens.low[k] in lexicon(tokens.language).ordinals
    if not (pointed or tokens.class_of(k) == ADJECTIVE):
        return False
    while k > max(last, first - _SUBJECT) and tokens.class_of(k) != DETERMINER:
        k -= 1
    return tokens.class_of(k) == DETERMINER and _joins(tokens, k - 1) and k - last <= _CLOSE


def _joins(tokens: Tokens, k: int) -> bool:
    """Whether a comma, a semicolon or "and" stands at a token."""
    return tokens.low[k] in _BREAKS or tokens.low[k] in GRAMMAR["and"]


def _acts(tokens: Tokens, first: int, last: int) -> bool:
    """Whether something happens between two figures."""
    return any(tokens.class_of(k) in FINITE for k in range(first, last))
