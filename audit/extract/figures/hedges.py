"""The hedge on either side of a number.

Invariant: a hedge stands beside its number, with nothing but fillers between.
"""

from __future__ import annotations

from typing import NamedTuple

from audit.extract.figures.lexicon import GRAMMAR, Hedge, Lexicon, lexicon
from audit.extract.figures.phrases import phrase_at
from audit.extract.figures.quantities import Quantity
from audit.records import Approximator
from audit.text.parts_of_speech import DETERMINER, PRONOUN, VERBS
from audit.text.tokens import MARK, NUMBER, Tokens


class Hedged(NamedTuple):
    """An approximator with the words that made it; tokens `[first, last)` are the figure's with a glued "+"."""

    approximator: Approximator
    words: str | None
    first: int
    last: int


def find_hedge(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> Hedged:
    """The hedge of a quantity: the one after it binds, else the one before it."""
    after = _after(tokens, quantity, lexicon)
    before = _before(tokens, quantity, lexicon)
    if after and not (
        before and before.approximator in (Approximator.AT_LEAST, Approximator.AT_MOST, Approximator.ABOVE)
    ):
        return after
    if before:
        return before
    loose = quantity.numeral.hedge is not None and not quantity.numeral.vague
    approximator = Approximator.ABOUT if loose else Approximator.EXACT
    return Hedged(approximator, quantity.numeral.hedge, quantity.first, quantity.last)


def _after(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> Hedged | None:
    """ "or more", "-plus", "+", "or so"; also behind what is counted: "300 boats, give or take"."""
    begin = min(quantity.numeral.last, quantity.last)
    if lexicon.hedge_ends.isdisjoint(tokens.lows[begin : quantity.last + _NEAR]):
        return None
    for j in _places_after(tokens, quantity, lexicon):
        for hedge in lexicon.hedges_after.get(tokens.low[j], ()):
            if tuple(tokens.lows[j : j + len(hedge.words)]) == hedge.words and _fits_after(tokens, j, hedge, quantity):
                end = j + 1 if hedge.words == ("+",) and j == quantity.last else quantity.last
                words = " ".join(hedge.words).replace("- ", "").replace("+", "plus")
                return Hedged(hedge.approximator, words, quantity.first, end)
    return None


def _places_after(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> list[int]:
    """Where a hedge behind may begin: after the number, its unit, what it counts, and a comma there."""
    places = [quantity.last, quantity.numeral.last]
    if lexicon.hedge_ends.isdisjoint(tokens.lows[quantity.last : quantity.last + _NEAR]):
        return places
    found = phrase_at(tokens, quantity.last)
    end = found[1] if found else quantity.last
    return [*places, end, end + (tokens.low[end] == ",")]


_NEAR = 13  # tokens in which a hedge behind the noun must end


def _fits_after(tokens: Tokens, j: int, hedge: Hedge, quantity: Quantity) -> bool:
    """Marks must be glued; "at least" after a number must not belong to the next one."""
    if hedge.words[0] in ("+", "-"):
        return tokens.glued(j) and j <= quantity.last
    k = j + len(hedge.words)
    if tokens.low[k] in GRAMMAR["compares"]:
        return False  # "three dead and more than 260 hurt"
    if j > quantity.last and len(hedge.words) == 1 and tokens.kind(k) not in (0, MARK):
        return False
    ends = tokens.kind(k) != NUMBER and tokens.low[k] not in lexicon_words()
    if hedge.words[-1] in GRAMMAR["compares"] and not ends:
        return False  # "40 boats or more than 30 cars"
    if hedge.words[0] in GRAMMAR["closing hedge"]:
        return ends and tokens.low[k] not in GRAMMAR["article"] and tokens.low[k] not in ("$", "£", "€")
    return j <= quantity.last or hedge.words[0] in GRAMMAR["or"] or ends


def lexicon_words() -> frozenset[str]:
    """English words that begin a number."""
    return lexicon("en").starters


def _before(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> Hedged | None:
    """The hedge that ends right before the number, fillers skipped."""
    fillers = lexicon.hedge_rules["filler"]["words"]
    i = quantity.first - (tokens.low[quantity.first - 1] == "-" and tokens.low[quantity.first - 2] == "sub")
    for _ in range(4):
        hedge = _ending(tokens, i, lexicon)
        if hedge:
            return _checked(tokens, quantity, i, hedge, lexicon)
        if tokens.low[i - 1] not in fillers:
            return None
        topical = tokens.low[i - 2] in lexicon.hedge_rules["topic"]["hedges"]
        if (topical or tokens.class_of(i - 2) in VERBS) and tokens.class_of(i - 1) == DETERMINER:
            return None  # "care about a 20-year-old pledge", "reported a 5 % rise"
        i -= 1
    return None


def _ending(tokens: Tokens, i: int, lexicon: Lexicon) -> Hedge | None:
    """The longest hedge whose last word is token `i - 1`."""
    for hedge in lexicon.hedges_before.get(tokens.low[i - 1], ()):
        start = i - len(hedge.words)
        if start >= 0 and tuple(tokens.lows[start:i]) == hedge.words:
            return hedge
    return None


def _checked(tokens: Tokens, quantity: Quantity, i: int, hedge: Hedge, lexicon: Lexicon) -> Hedged | None:
    """The hedge unless its words say something else here: a movement, a stretch of time, a topic, a range."""
    rules, start = lexicon.hedge_rules, i - len(hedge.words)
    earlier, words = tokens.low[start - 1], " ".join(hedge.words)
    if words in GRAMMAR["bound"] and _moves(tokens, start, rules["movement"]["words"]):
        return None
    if words in rules["topic"]["hedges"] and earlier in rules["topic"]["words"]:
        return None
    if words in GRAMMAR["gathered about"] and _governed(tokens, quantity) and _gathers(tokens, quantity, start):
        return None
    bounds = words in rules["lasting"]["prepositions"]
    if f"{earlier} {words}" in GRAMMAR["goes over"] or (bounds and _governed(tokens, quantity)):
        return None
    if (
        words in rules["lasting"]["prepositions"]
        and quantity.unit in rules["lasting"]["units"]
        and earlier not in rules["lasting"]["words"]
    ):
        return None
    if words in GRAMMAR["over or under"] and i != quantity.first and tokens.low[i] in GRAMMAR["not over"]:
        return None if quantity.unit else _beside(tokens, quantity, hedge)
    return _beside(tokens, quantity, hedge)


def _moves(tokens: Tokens, start: int, words: frozenset[str]) -> bool:
    """Whether a word of movement stands before a bound, or before the one moved: "rose up to 5", "take us up to 5"."""
    moved = tokens.class_of(start - 1) == PRONOUN and tokens.low[start - 2] in words
    return moved or tokens.low[start - 1] in words


def _governed(tokens: Tokens, quantity: Quantity) -> bool:
    """ "under two circumstances", "a row over one theme": before a small number in words and its noun nothing is
    bounded."""
    numeral = quantity.numeral
    plain = numeral.words and not (numeral.scaled or numeral.share or numeral.multiple or quantity.ranged)
    small = plain and quantity.high <= _SMALL and quantity.unit is None
    return small and phrase_at(tokens, quantity.last + (tokens.low[quantity.last] == "-")) is not None


_SMALL = 12


def _gathers(tokens: Tokens, quantity: Quantity, start: int) -> bool:
    """Whether a verb stands before a preposition and very few things: "rallied around two leaders"."""
    acts = tokens.class_of(start - 1) in VERBS and tokens.low[start - 1] not in GRAMMAR["auxiliary"]
    return acts and quantity.high <= _VERY_FEW


_VERY_FEW = 4


def _beside(tokens: Tokens, quantity: Quantity, hedge: Hedge) -> Hedged:
    """The hedge as a result; "a couple of hundred" within it keeps its own word."""
    return Hedged(hedge.approximator, " ".join(hedge.words), quantity.first, quantity.last)
