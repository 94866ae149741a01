"""The unit of a number: signs and codes before it, signs and words after it, "per" and "a" with a second unit, ages."""

from __future__ import annotations

from typing import NamedTuple

from audit.extract.figures.lexicon import Lexicon, Unit, grammar
from audit.extract.figures.masks import HYPHENS
from audit.extract.figures.numbers import Numeral
from audit.extract.figures.tokens import NUMBER, WORD, Tokens

_AGED = frozenset(("second", "hour", "day", "week", "month", "year", "decade", "century"))
_SINGULAR_FORMS = {"people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot"}


class Measured(NamedTuple):
    """A unit's name and the token after it; `unit` is None for a compound of which no size is known."""

    name: str
    last: int
    unit: Unit | None = None


def money_before(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """The currency sign or code before a number and its first token: "$", "US$", "C $", "USD", "PS"."""
    i = numeral.first
    for n in (4, 3, 2, 1):
        if i - n < 0:
            continue
        sign = "".join(tokens.words[i - n : i])
        unit = lexicon.prefixes.get(sign)
        if unit and (tokens.glued(i) or tokens.kind(i - n - 1) != NUMBER) and _may_prefix(tokens, sign, i, numeral):
            return unit, i - n
    return None


def _may_prefix(tokens: Tokens, sign: str, i: int, numeral: Numeral) -> bool:
    """Letters glued to one digit are a model's name; two letters with a space are a word."""
    if not sign.isalpha() or not sign.isascii():
        return True
    if tokens.glued(i):
        return numeral.low >= 10 or "." in tokens.words[numeral.last - 1] or numeral.scaled
    return len(sign) == 3 or sign in ("Rs", "RM")


def unit_after(tokens: Tokens, j: int, lexicon: Lexicon, large: bool) -> Measured | None:
    """The unit that follows a number which ends before token `j`; `large` numbers of pounds are money."""
    k = j + 1 if tokens.low(j) in HYPHENS and tokens.glued(j) and tokens.glued(j + 1) else j
    k += tokens.low(k) in ("(", "{") and tokens.glued(k + 1) and tokens.low(k + 2) in (")", "}")
    if tokens.low(k) in grammar()["stretched"] and (found := _named(tokens, k + 1, lexicon, "time")):
        return found
    found = _signed(tokens, k, lexicon) or _named(tokens, k, lexicon) or _pounds(tokens, k, large)
    if found and found.name == "degree":
        found = _named(tokens, found.last, lexicon, "temperature") or found
    if found is None:
        return None
    return _age(tokens, found) or per(tokens, found, lexicon) or found


def _signed(tokens: Tokens, k: int, lexicon: Lexicon) -> Measured | None:
    """The longest run of glued tokens that is a sign: "km", "m²", "lb-ft", "°C"."""
    end = k
    while end < min(tokens.size, k + 5) and (end == k or tokens.glued(end)):
        end += 1
    for last in range(end, k, -1):
        sign = "".join(tokens.words[k:last])
        unit = lexicon.signs.get(sign)
        if unit and not _clash(tokens, k, last, sign):
            return Measured(unit.name, last, unit)
    return None


def _clash(tokens: Tokens, k: int, last: int, sign: str) -> bool:
    """A sign that is more likely something else: one letter before more letters or digits, "PS", "s", "h"."""
    if sign in ("PS", "RM", "LE", "TRY", "Rs", "s", "V", "L") and not (tokens.glued(k) and sign in ("V", "L", "RM")):
        return sign != "RM"
    glued = tokens.glued(last) and (tokens.kind(last) == WORD or tokens.kind(last) == NUMBER)
    return glued or (sign in ("t", "h", "g", "W", "m", "$") and not tokens.glued(k) and tokens.kind(last) == NUMBER)


def _named(tokens: Tokens, k: int, lexicon: Lexicon, dimension: str = "") -> Measured | None:
    """The longest unit name, of one dimension if that is given."""
    for words, unit in lexicon.units.get(tokens.low(k), ()):
        last = k + len(words)
        if (
            tuple(tokens.lows[k:last]) == words
            and dimension in ("", unit.dimension)
            and not (unit.name == "won" and tokens.low(last) == "the")
        ):
            return Measured(unit.name, last, unit)
    return None


def _pounds(tokens: Tokens, k: int, large: bool) -> Measured | None:
    """Pounds of money or of weight, by what stands around them."""
    if tokens.low(k) not in ("pound", "pounds"):
        return None
    near = set(tokens.lows[max(0, k - 7) : k])
    weight = tokens.low(k + 1) in ("of", "heavier", "lighter", "in") or near & grammar()["mass"]
    sterling = large or (near & grammar()["money"] and not weight) or (not weight and k + 1 >= tokens.size)
    return Measured("pound sterling" if sterling else "pound-mass", k + 1)


def _age(tokens: Tokens, found: Measured) -> Measured | None:
    """ "years old", "-year-old", "months of age"."""
    if found.name not in _AGED:
        return None
    j = found.last
    if tokens.low(j) in HYPHENS and tokens.glued(j + 1):
        j += 1
    if tokens.low(j) in ("old", "olds"):
        return Measured(f"{found.name} of age", j + 1)
    if tokens.low(j) == "of" and tokens.low(j + 1) == "age":
        return Measured(f"{found.name} of age", j + 2)
    return None


def per(tokens: Tokens, found: Measured, lexicon: Lexicon) -> Measured | None:
    """ "dollars per barrel", "barrels a day", "$15.4/hour", "per cent a year"."""
    j = _past_bracket(tokens, found.last)
    low = tokens.low(j)
    if low == "per" and tokens.low(j + 1) == "annum":
        return Measured(f"{found.name} per year", j + 2)
    if low == "per" or (low == "/" and tokens.glued(j)):
        return _denominator(tokens, j + 1, found, lexicon, known=False)
    if low in ("a", "an"):
        return _denominator(tokens, j + 1 + (tokens.low(j + 1) in HYPHENS), found, lexicon, known=True)
    return None


def _past_bracket(tokens: Tokens, j: int) -> int:
    """Past a conversion in brackets that "per" or "a" also belongs to: "C$6 (US$4.46) per share"."""
    if tokens.low(j) != "(":
        return j
    end = next((k for k in range(j + 1, min(j + 8, tokens.size)) if tokens.lows[k] == ")"), j - 1) + 1
    return end if tokens.low(end) in ("per", "a", "an") else j


def _denominator(tokens: Tokens, j: int, found: Measured, lexicon: Lexicon, known: bool) -> Measured | None:
    """The second unit; after "a" only a known one."""
    below = _signed(tokens, j, lexicon) if not known else None
    below = below or _named(tokens, j, lexicon)
    if below and not (known and below.unit and below.unit.money):
        return Measured(f"{found.name} per {below.name}", below.last)
    word = tokens.low(j)
    if tokens.kind(j) != WORD or (known and word not in grammar()["rate"]) or word in ("cent", "capita"):
        return None
    return Measured(f"{found.name} per {_SINGULAR_FORMS.get(word, word.removesuffix('s'))}", j + 1)
