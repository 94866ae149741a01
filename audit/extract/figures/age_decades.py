"""Ages told by their decade: "in his early 30s", "in their teens and early twenties"."""

from __future__ import annotations

from typing import NamedTuple

from audit.extract.figures.lexicon import GRAMMAR, Lexicon
from audit.extract.figures.not_figures import HYPHENS
from audit.extract.figures.numbers import Numeral
from audit.extract.figures.quantities import Quantity
from audit.extract.figures.units import AGE
from audit.text.tokens import NUMBER, Tokens

_APOSTROPHES = frozenset("'’")


class _Decade(NamedTuple):
    """The years of a decade or a part of it, over tokens `[first, last)`."""

    first: int
    last: int
    low: float
    high: float


def read_age_decade(tokens: Tokens, i: int, lexicon: Lexicon) -> Quantity | None:
    """The age whose decade token `i` names, with those that go on with it: "in their 30s, 40s and early 50s"."""
    opening = last = _decade(tokens, i, lexicon)
    if opening is None or last is None or not _is_somebodys(tokens, opening.first, lexicon):
        return None
    while following := _next(tokens, last.last, lexicon):
        last = following
    numeral = Numeral(opening.low, last.high, i, last.last, words=True, hedge="")
    return Quantity(opening.first, last.last, opening.low, last.high, AGE, numeral, ranged=True)


def _is_somebodys(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    """Whether the words before are "in his"; the 1930s were nobody's."""
    return tokens.low[first - 1] in lexicon.ages["whose"] and tokens.low[first - 2] in lexicon.words["in"]


def _decade(tokens: Tokens, i: int, lexicon: Lexicon) -> _Decade | None:
    """The decade that token `i` names, with "early", "mid" or "late" before it."""
    named = _named(tokens, i, lexicon)
    if named is None:
        return None
    low, last = named
    high = low + 9 if low >= _TWENTY else _TWENTY - 1
    k = i - 1 - (tokens.low[i - 1] in HYPHENS)
    part = lexicon.ages["parts"].get(tokens.low[k])
    if part is None:
        return _Decade(i, last, low, high)
    return _Decade(k, last, max(low, high - 9 + part[0]), high - 9 + part[1])


def _named(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """The first year of the decade, and the token after it: "twenties", "20s", "20’s"."""
    if tokens.kind(i) != NUMBER:
        begins = lexicon.ages["decades"].get(tokens.low[i])
        return (float(begins), i + 1) if begins else None
    word = tokens.low[i]
    j = i + 1 + (tokens.low[i + 1] in _APOSTROPHES)
    tens = len(word) == len("20") and word.isdecimal() and word.endswith("0") and int(word) >= _TWENTY
    return (float(word), j + 1) if tens and tokens.low[j] == "s" and tokens.glued(j) else None


def _next(tokens: Tokens, j: int, lexicon: Lexicon) -> _Decade | None:
    """The decade that goes on behind token `j`: "and early 20s", ", 40s"."""
    k = j + (tokens.low[j] == ",")
    k += tokens.low[k] in GRAMMAR["list join"] or tokens.low[k] in GRAMMAR["to"]
    if k == j:
        return None
    k += tokens.low[k] in lexicon.ages["parts"]
    k += tokens.low[k] in HYPHENS
    return _decade(tokens, k, lexicon)


_TWENTY = 20.0  # years, as figures are counted
