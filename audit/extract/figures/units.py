"""The unit of a number: signs and codes before it, signs and words after it, "per" and "a" with a second unit, ages."""

from __future__ import annotations

import math
from functools import cache
from typing import NamedTuple

from audit.extract.figures.lexicon import GRAMMAR, Lexicon
from audit.extract.figures.not_figures import HYPHENS
from audit.extract.figures.numbers import Numeral, read_number
from audit.extract.figures.unit_table import Unit
from audit.text.parts_of_speech import NOUNS, PLURAL
from audit.text.tokens import MARK, NUMBER, WORD, Tokens

OF_AGE = " of age"
AGE = f"year{OF_AGE}"
"""The unit of an age in years."""
_SINGULAR_FORMS = {"people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot"}


class Measured(NamedTuple):
    """A unit's name and the token after it; `unit` is None for a compound of which no size is known."""

    name: str
    last: int
    unit: Unit | None = None


def money_before(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """The currency sign or code before a number and its first token: "$", "US$", "C $", "USD", "PS"."""
    i = numeral.first
    abbreviated = tokens.word(i - 1) == "." and tokens.glued(i - 1) and tokens.kind(i - 2) == WORD
    if abbreviated and len(tokens.word(i - 2)) > 1 and (unit := lexicon.prefixes.get(tokens.word(i - 2))):
        return unit, i - 2  # "Rs. 40 lakh"
    if tokens.word(i - 1) not in lexicon.prefix_ends:
        return None
    for n in (4, 3, 2, 1):
        if i - n < 0 or (tokens.word(i - n) == "A" and not tokens.glued(i - n + 1)):
            continue  # "A $3m grant" is no Australian
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
    j = _past_plus(tokens, j)
    if tokens.low[j] not in lexicon.unit_heads:
        return None
    k = j + 1 if tokens.low[j] in HYPHENS and tokens.glued(j) and tokens.glued(j + 1) else j
    k += tokens.low[k] in ("(", "{") and tokens.glued(k + 1) and tokens.low[k + 2] in (")", "}")
    if tokens.low[k] in GRAMMAR["stretched"] and (found := _named(tokens, k + 1, lexicon, "time")):
        return found
    if not large and tokens.low[k] in GRAMMAR["unit or verb"]:
        return None
    found = _signed(tokens, k, lexicon) or _named(tokens, k, lexicon) or _times(tokens, k, lexicon)
    found = found or _pounds(tokens, k, large) or _degrees(tokens, k, lexicon) or _marks(tokens, k)
    if found and found.name == "degree":
        found = _named(tokens, found.last, lexicon, "temperature") or found
    if found is None:
        return None
    return _age(tokens, found) or per(tokens, found, lexicon) or found


def _past_plus(tokens: Tokens, j: int) -> int:
    """Past "+", "-plus" or "or more" between a number and its unit: "20-plus years", "40 or more hours"."""
    low = tokens.low[j]
    if low in GRAMMAR["or"] and tokens.low[j + 1] in GRAMMAR["or more"]:
        return j + 2
    if low == "+":
        return j + tokens.glued(j)
    tied = low in HYPHENS and tokens.glued(j) and tokens.glued(j + 1)
    return j + 2 if tied and tokens.low[j + 1] in GRAMMAR["past number"] else j


def _signed(tokens: Tokens, k: int, lexicon: Lexicon) -> Measured | None:
    """The longest run of glued tokens that is a sign: "km", "m²", "lb-ft"; in any case where only one unit fits."""
    if tokens.low[k] not in lexicon.sign_heads:
        return None
    end = k
    while end < min(tokens.size, k + 5) and (end == k or tokens.glued(end)):
        end += 1
    for index in (lexicon.signs, lexicon.folded):
        for last in range(end, k, -1):
            sign = "".join(tokens.words[k:last])
            unit = index.get(sign if index is lexicon.signs else sign.lower())
            if unit and not _clash(tokens, k, last, sign) and (index is lexicon.signs or _spelled(tokens, k, sign)):
                return Measured(unit.name, last, unit)
    return None


def _spelled(tokens: Tokens, k: int, sign: str) -> bool:
    """Whether a sign in another case is no word: "57 HZ", but not "40 Ha of" nor "5 IN"."""
    return sign.lower() not in GRAMMAR["function"] and (tokens.glued(k) or not sign.islower())


def _clash(tokens: Tokens, k: int, last: int, sign: str) -> bool:
    """A sign that is more likely something else: one letter before more letters or digits, "PS", "s", "h", "KN-23"."""
    if sign in _GLUED and not tokens.glued(k):
        return True
    if sign in ("PS", "LE", "TRY", "Rs", "R", "s"):
        return True
    glued = tokens.glued(last) and (tokens.kind(last) == WORD or tokens.kind(last) == NUMBER)
    named = tokens.low[last] in HYPHENS and tokens.glued(last) and tokens.kind(last + 1) == NUMBER
    loose = sign in _LOOSE and not tokens.glued(k)
    return (
        glued or (named and tokens.glued(last + 1) and not tokens.glued(k)) or (loose and tokens.kind(last) == NUMBER)
    )


_GLUED = frozenset(("V", "L", "l", "c", "J", "N"))  # units only where nothing stands between number and letter
_LOOSE = frozenset(("t", "h", "g", "W", "m", "$"))
_DEGREES = {"C": "celsius", "F": "fahrenheit"}
_MARKS = {"'": "foot", "’": "foot", '"': "inch", "”": "inch"}


def _degrees(tokens: Tokens, k: int, lexicon: Lexicon) -> Measured | None:
    """ "40C", "3.6F", "40 C": a temperature in a capital letter; nothing else is glued to it, no name and no money."""
    name, after = _DEGREES.get(tokens.word(k)), tokens.word(k + 1)
    if name is None or (tokens.glued(k + 1) and (tokens.kind(k + 1) != MARK or after in HYPHENS)):
        return None
    initial = after == "." and k + 2 < tokens.size and not tokens.glued(k)
    named = tokens.capital(k + 1)
    loose = not tokens.glued(k) and (initial or named)
    return None if loose or after in lexicon.prefixes else Measured(name, k + 1)


def _marks(tokens: Tokens, k: int) -> Measured | None:
    """Feet and inches in marks, where something is said to be so high, or so by so: "5' high", "3' by 5'"."""
    name = _MARKS.get(tokens.low[k]) or ("inch" if tokens.word(k) in GRAMMAR["in"] else None)
    if name is None or not tokens.glued(k):
        return None
    if tokens.kind(k) == WORD:
        return None if tokens.glued(k + 1) and tokens.kind(k + 1) == NUMBER else Measured(name, k + 1)
    sized = tokens.low[k + 1] in GRAMMAR["by"] and tokens.kind(k + 2) == NUMBER  # "3' by 5'"
    by = sized or tokens.low[k + 1] in GRAMMAR["metre"] or tokens.kind(k + 1) == NUMBER
    before = (tokens.low[k - 2] in ("x", "×") or tokens.low[k - 2] in GRAMMAR["by"]) and tokens.low[
        k - 3
    ] == tokens.low[k]
    return Measured(name, k + 1) if by or before else None


def _times(tokens: Tokens, k: int, lexicon: Lexicon) -> Measured | None:
    """ "240 times a second": how often."""
    return per(tokens, Measured("time", k + 1), lexicon) if tokens.low[k] in GRAMMAR["repeated"] else None


def _named(tokens: Tokens, k: int, lexicon: Lexicon, dimension: str = "") -> Measured | None:
    """The longest unit name, of one dimension if that is given."""
    for words, unit in lexicon.units.get(tokens.low[k], ()):
        last = _spelled_end(tokens, k, words)
        if last and dimension in ("", unit.dimension):
            return Measured(unit.name, last, unit)
    return None


def _spelled_end(tokens: Tokens, k: int, words: tuple[str, ...]) -> int:
    """The token behind the words that begin at token `k`, with hyphens between them or without; 0 where they differ."""
    for n, word in enumerate(words):
        k += n > 0 and tokens.low[k] != word and tokens.low[k] in HYPHENS and tokens.glued(k)
        if tokens.low[k] != word:
            return 0
        k += 1
    return k


def _pounds(tokens: Tokens, k: int, large: bool) -> Measured | None:
    """Pounds of money or of weight, by what stands around them."""
    if tokens.low[k] not in GRAMMAR["pound"]:
        return None
    near = set(tokens.lows[max(0, k - 7) : k])
    weight = tokens.low[k + 1] in GRAMMAR["weight after"] or near & GRAMMAR["mass"]
    of_things = tokens.low[k + 1] in GRAMMAR["of"] and not near & GRAMMAR["money"]  # "9,000 pounds of fish"
    sterling = (
        (large and not of_things) or (near & GRAMMAR["money"] and not weight) or (not weight and k + 1 >= tokens.size)
    )
    return Measured("pound sterling" if sterling else "pound-mass", k + 1)


def _age(tokens: Tokens, found: Measured) -> Measured | None:
    """ "years old", "-year-old", "months of age"."""
    if found.name not in GRAMMAR["aging unit"]:
        return None
    j = found.last
    if tokens.low[j] in HYPHENS and tokens.glued(j + 1):
        j += 1
    if tokens.low[j] in GRAMMAR["aged"]:
        return Measured(f"{found.name}{OF_AGE}", j + 1)
    if tokens.low[j] in GRAMMAR["of"] and tokens.low[j + 1] in GRAMMAR["of age"]:
        return Measured(f"{found.name}{OF_AGE}", j + 2)
    return None


def per(tokens: Tokens, found: Measured, lexicon: Lexicon, deep: bool = True) -> Measured | None:
    """ "dollars per barrel", "barrels a day", "$15.4/hour", "litres every hour"; "a year ago" is none."""
    low = tokens.low[found.last]
    if low in HYPHENS and tokens.low[found.last + 1] in GRAMMAR["article"] and tokens.glued(found.last):
        found, low = found._replace(last=found.last + 1), tokens.low[found.last + 1]  # "$80 billion-a-year"
    if low not in _rate_heads():
        return None
    j = _past_bracket(tokens, found.last)
    below = _rate_at(tokens, j, lexicon)
    if below is None:
        return None
    inner = per(tokens, below, lexicon, deep=False) if deep else None  # "50 per thousand a year"
    below = inner or below
    return Measured(f"{found.name} per {below.name}".strip(), below.last)


@cache
def _rate_heads() -> frozenset[str]:
    """What a rate, or the bracket before it, may begin with."""
    return GRAMMAR["per"] | GRAMMAR["article"] | GRAMMAR["each"] | {"/", "("}


def rate_behind(tokens: Tokens, j: int, lexicon: Lexicon) -> Measured | None:
    """The rate that follows what is counted: "300 patients a day", "births per 1,000 people"; its name is "per day"."""
    return per(tokens, Measured("", j), lexicon) if tokens.low[j] in _rate_heads() else None


def _rate_at(tokens: Tokens, j: int, lexicon: Lexicon) -> Measured | None:
    """What a rate is of, with "per", "a", "every" or a slash at token `j` before it."""
    low = tokens.low[j]
    if low in GRAMMAR["per"] and tokens.low[j + 1] in GRAMMAR["per year"]:
        return Measured("year", j + 2)
    if low in GRAMMAR["per"] or (low == "/" and tokens.glued(j) and not _other_name(tokens, j + 1)):
        return _denominator(tokens, j + 1, lexicon, known=False)
    if low in GRAMMAR["article"]:
        return _no_date(tokens, _denominator(tokens, j + 1 + (tokens.low[j + 1] in HYPHENS), lexicon, known=True))
    if low in GRAMMAR["each"]:
        below = _named(tokens, j + 1, lexicon, "time")
        return _no_date(tokens, below)
    return None


def _other_name(tokens: Tokens, k: int) -> bool:
    """Whether a word in one capital stands behind a slash, as in "Right 29%/Wrong 62%"."""
    return tokens.capital(k) and len(tokens.word(k)) > 1 and not tokens.word(k).isupper()


def _no_date(tokens: Tokens, below: Measured | None) -> Measured | None:
    """ "a year ago", "a week later" say when; "$90 a head on roads" does not."""
    if below is None or tokens.low[below.last] not in GRAMMAR["dating"]:
        return below
    timed = below.name in GRAMMAR["time"] or (below.unit is not None and below.unit.dimension == "time")
    return None if timed else below


def _past_bracket(tokens: Tokens, j: int) -> int:
    """Past a conversion in brackets that "per" or "a" also belongs to: "C$6 (US$4.46) per share"."""
    if tokens.low[j] != "(":
        return j
    end = next((k for k in range(j + 1, min(j + 8, tokens.size)) if tokens.lows[k] == ")"), j - 1) + 1
    return end if tokens.low[end] in GRAMMAR["per"] or tokens.low[end] in GRAMMAR["article"] else j


def _denominator(tokens: Tokens, j: int, lexicon: Lexicon, known: bool) -> Measured | None:
    """The second unit; after "a" only a known one, after "per" also a round number of things: "per 1,000 people"."""
    below = _signed(tokens, j, lexicon) if not known else None
    below = below or _named(tokens, j, lexicon)
    if below and not (known and below.unit and below.unit.money):
        return below
    if not known and (several := _per_many(tokens, j, lexicon)):
        return several
    word = tokens.low[j]
    if tokens.kind(j) != WORD or (known and word not in GRAMMAR["rate"]) or word == "cent":
        return None
    last = j
    while not known and tokens.capital(last) and tokens.class_of(last + 1) in NOUNS:
        last += 1
    return Measured(" ".join((*tokens.lows[j:last], _singular(tokens.lows[last]))), last + 1)


def _singular(word: str) -> str:
    return "person" if word in GRAMMAR["per person"] else _SINGULAR_FORMS.get(word, word.removesuffix("s"))


def is_round(value: float) -> bool:
    """Whether a rate may be of so many: 100, 1,000, a million."""
    return value >= 100 and value == 10 ** round(math.log10(value))


def _per_many(tokens: Tokens, j: int, lexicon: Lexicon) -> Measured | None:
    """ "1,000 people", "100,000", "thousand"."""
    numeral = read_number(tokens, j, lexicon) if tokens.kind(j) == NUMBER or tokens.low[j] in lexicon.scales else None
    if numeral is None or not is_round(numeral.low):
        return None
    last = numeral.last
    named = tokens.kind(last) == WORD and tokens.class_of(last) == PLURAL
    noun = f" {_singular(tokens.low[last])}" if named else ""
    return Measured(f"{numeral.low:.0f}{noun}", last + named)
