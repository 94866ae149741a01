"""A number with its currency, magnitude and unit, and two of them as a range. Invariant: low <= high."""

from __future__ import annotations

from typing import NamedTuple

from audit.extract.figures.lexicon import GRAMMAR, Lexicon
from audit.extract.figures.not_figures import HYPHENS, masked, masks
from audit.extract.figures.numbers import Numeral, and_part, one_in, read_number, scaled
from audit.extract.figures.unit_table import Unit
from audit.extract.figures.units import Measured, money_before, per, unit_after
from audit.text.parts_of_speech import ADJECTIVE, DETERMINER, FINITE, NOUN, NOUNS, PARTICIPLE
from audit.text.tokens import MARK, NUMBER, WORD, Tokens

DASHES = HYPHENS | {"~"}
_MOVING = FINITE | {PARTICIPLE}
_STEPS = 4  # times as much as by what it moved
_COUNTED = NOUNS | {ADJECTIVE}


class Quantity(NamedTuple):
    """A number or range over tokens `[first, last)`. `core` is where the number itself begins."""

    first: int
    last: int
    low: float
    high: float
    unit: str | None
    numeral: Numeral
    money: bool = False
    ranged: bool = False
    noun_at: int | None = None  # where the counted noun is looked for, if not right after
    listed: bool = False  # shares unit and noun with the next number: "5, 9 and 33 per cent"

    @property
    def share(self) -> bool:
        """A fraction of something: "half", "one in five"."""
        return self.numeral.share


def read_quantity(tokens: Tokens, i: int, lexicon: Lexicon) -> Quantity | None:
    """The quantity whose number begins at token `i`."""
    waited = _unit_and_part(tokens, i, lexicon) or _unit_or_more(tokens, i, lexicon)
    if waited:
        return waited
    numeral = read_number(tokens, i, lexicon)
    if numeral is None:
        return None
    money = money_before(tokens, numeral, lexicon)
    if money:
        numeral, money = _minus_money(tokens, numeral, money)
    numeral = _millions(tokens, numeral, lexicon, money is not None) if tokens.glued(numeral.last) else numeral
    part = None if money else one_in(tokens, numeral, lexicon)
    every = part is not None and tokens.low[part.last - 2] in GRAMMAR["each"]  # "one out of every two years"
    if part and (every or not unit_after(tokens, part.last, lexicon, False)):
        return Quantity(part.first, part.last, part.low, part.high, None, part)
    if money:
        return _priced(tokens, numeral, money[0].name, money[1], lexicon)
    return _measured(tokens, numeral, lexicon)


def _unit_and_part(tokens: Tokens, i: int, lexicon: Lexicon) -> Quantity | None:
    """ "an hour and a half": the number begins at the article, its last word is token `i`."""
    if tokens.lows[i] not in lexicon.fractions or tokens.low[i - 1] != "a" or tokens.low[i - 2] != lexicon.words["and"]:
        return None
    if tokens.low[i - 4] not in lexicon.words["a"]:
        return None
    unit = unit_after(tokens, i - 3, lexicon, False)
    if unit is None or unit.last != i - 2:
        return None
    value = 1 + 1 / lexicon.fractions[tokens.lows[i]]
    numeral = Numeral(value, value, i - 4, i + 1, words=True)
    return Quantity(i - 4, i + 1, value, value, unit.name, numeral)


def _unit_or_more(tokens: Tokens, i: int, lexicon: Lexicon) -> Quantity | None:
    """ "a day or two", "a new boat or two": a range that begins at the article, its last word is token `i`."""
    if tokens.low[i - 1] not in GRAMMAR["or"] or not 1 < lexicon.cardinals.get(tokens.lows[i], 0) < _FEW:
        return None
    first = next((k for k in (i - 3, i - 4) if tokens.low[k] in lexicon.words["a"]), -1)
    unit = unit_after(tokens, i - 2, lexicon, False)
    named = unit is not None and unit.last == i - 1
    if first < 0 or not (named or tokens.class_of(i - 2) == NOUN) or _goes_on(tokens, i + 1, lexicon):
        return None
    high = lexicon.cardinals[tokens.lows[i]]
    numeral = Numeral(1.0, high, first, i + 1, words=True)
    name, noun_at = (unit.name, None) if unit and named else (None, first + 1)
    return Quantity(first, i + 1, 1.0, high, name, numeral, ranged=True, noun_at=noun_at)


def _goes_on(tokens: Tokens, k: int, lexicon: Lexicon) -> bool:
    """Whether a number runs on or has a unit or a noun of its own behind it: "a boat or two cars"."""
    more = tokens.low[k] in HYPHENS or tokens.low[k] in lexicon.scales or tokens.class_of(k) in _COUNTED
    return more or unit_after(tokens, k, lexicon, False) is not None


_FEW = 10


def _minus_money(tokens: Tokens, numeral: Numeral, money: tuple[Unit, int]) -> tuple[Numeral, tuple[Unit, int]]:
    """ "-$6.3bn": a minus before the currency sign."""
    if tokens.low[money[1] - 1] not in HYPHENS or not tokens.glued(money[1]):
        return numeral, money
    if tokens.glued(money[1] - 1):
        return numeral, money
    return numeral._replace(low=-numeral.high, high=-numeral.low), (money[0], money[1] - 1)


def _millions(tokens: Tokens, numeral: Numeral, lexicon: Lexicon, money: bool) -> Numeral:
    """Of letters glued to a number: "m", "M" are million with money or a counted noun, else metres; "t" is trillion."""
    j = numeral.last
    sign = tokens.word(j)
    if sign not in ("m", "M", "t") or (tokens.glued(j + 1) and tokens.kind(j + 1) != MARK):
        return numeral
    if money or (sign != "t" and not _length(tokens, j, sign, lexicon)):
        return scaled(tokens, numeral.times(lexicon.suffixes.get(sign, 1.0), j + 1), lexicon)
    return numeral


def _length(tokens: Tokens, j: int, sign: str, lexicon: Lexicon) -> bool:
    """Whether the "m" at token `j` is a metre."""
    after = tokens.low[j + 1]
    if sign == "M" or unit_after(tokens, j + 1, lexicon, True) or after == "²":
        return after == "²"
    if (
        after in GRAMMAR["metre"]
        or GRAMMAR["length"] & set(tokens.lows[max(0, j - 7) : j])
        or (after in HYPHENS and tokens.glued(j + 1))
    ):
        return True
    if after in GRAMMAR["of"] and tokens.class_of(j + 2) == DETERMINER:
        return False
    if after in ("(", "x", "×") or after in GRAMMAR["by"]:
        return True
    return not (tokens.kind(j + 1) == WORD and after.endswith(tuple(GRAMMAR["counted ends"])))


def _priced(tokens: Tokens, numeral: Numeral, name: str, first: int, lexicon: Lexicon) -> Quantity:
    """An amount after its currency sign, "per" included: "$52 a barrel"."""
    last = numeral.last
    for words, unit in lexicon.units.get(tokens.low[last], ()):
        if unit.money and tuple(tokens.lows[last : last + len(words)]) == words:
            last += len(words)
            break
    if lexicon.money_scales.get(tokens.low[last]) and last == numeral.last and not numeral.scaled:
        numeral = numeral.times(lexicon.money_scales[tokens.low[last]], last + 1)
        last = numeral.last
    last += name == "dollar" and tokens.low[last] in GRAMMAR["american"]
    rate = per(tokens, Measured(name, last), lexicon)
    name, last = (rate.name, rate.last) if rate else (name, last)
    return Quantity(first, last, numeral.low, numeral.high, name, numeral, True)


def _measured(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Quantity:
    """A number with the unit that follows, if any; small change joins its money: "3 dollars 50 cents"."""
    j = numeral.last
    if tokens.low[j] in GRAMMAR["of"] and tokens.low[j + 1] not in lexicon.words["a"] and numeral.vague:
        unit = unit_after(tokens, j + 1, lexicon, True)
    elif numeral.share and (tokens.low[j] in GRAMMAR["article"] or tokens.low[j] in GRAMMAR["of"]):
        unit = _part_of_unit(tokens, j, lexicon)
    else:
        unit = unit_after(tokens, j, lexicon, numeral.low >= 1000)
    if unit and _counted_points(tokens, numeral, unit):
        unit = None
    if unit is None or (numeral.words and unit.name == "second" and numeral.low == 1):
        return Quantity(numeral.first, j, numeral.low, numeral.high, None, numeral)
    money = bool(unit.unit and unit.unit.money) or unit.name == "pound sterling"
    if money and not numeral.scaled and tokens.low[unit.last] in lexicon.scales:
        numeral = scaled(tokens, numeral._replace(last=unit.last), lexicon)
        unit = unit._replace(last=numeral.last)
    found = Quantity(numeral.first, unit.last, numeral.low, numeral.high, unit.name, numeral, money)
    found = _and_part(tokens, found, lexicon)
    return _change(tokens, found, lexicon) if money else _smaller(tokens, found, unit, lexicon)


def _counted_points(tokens: Tokens, numeral: Numeral, unit: Measured) -> bool:
    """ "two points of weakness": points that are counted one by one, and no unit."""
    several = numeral.words and numeral.low > 1 and unit.name in GRAMMAR["margin unit"]
    return several and tokens.low[unit.last] in GRAMMAR["of"] and tokens.class_of(unit.last + 1) in NOUNS


def _and_part(tokens: Tokens, whole: Quantity, lexicon: Lexicon) -> Quantity:
    """ "one hour and a half" is an hour and thirty minutes."""
    part = and_part(tokens, whole.last, lexicon)
    if part is None or whole.low != int(whole.low):
        return whole
    return whole._replace(low=whole.low + part[0], high=whole.high + part[0], last=part[1])


def _smaller(tokens: Tokens, whole: Quantity, unit: Measured, lexicon: Lexicon) -> Quantity:
    """ "5ft 10in" is one length, "two hours and forty minutes" one time."""
    j = whole.last + (tokens.low[whole.last] in GRAMMAR["and"])
    if whole.unit == "foot" and (inches := _inches(tokens, whole.last)):
        return whole._replace(last=whole.last + 2, low=whole.low + inches, high=whole.high + inches)
    if unit.unit is None or not unit.unit.smaller or tokens.kind(j) not in (NUMBER, WORD):
        return whole
    numeral = read_number(tokens, j, lexicon)
    below = unit_after(tokens, numeral.last, lexicon, False) if numeral else None
    if numeral is None or below is None or below.name != unit.unit.smaller:
        return whole
    part = numeral.low * lexicon.factors[below.name] / unit.unit.factor
    return whole._replace(last=below.last, low=whole.low + part, high=whole.high + part) if 0 < part < 1 else whole


def _inches(tokens: Tokens, k: int) -> float:
    """The part of a foot that follows on a hyphen: "a 6-foot-3 guard"."""
    tied = tokens.low[k] in HYPHENS and tokens.glued(k) and tokens.glued(k + 1)
    word = tokens.word(k + 1)
    return int(word) / _DOZEN if tied and word.isdecimal() and int(word) < _DOZEN else 0.0


_DOZEN = 12  # inches in a foot


def _part_of_unit(tokens: Tokens, j: int, lexicon: Lexicon) -> Measured | None:
    """ "half an hour", "a quarter of a mile", "1/16 of a US pint", "half of one percent"."""
    of = tokens.low[j] in GRAMMAR["of"]
    k = j + of
    one = of and tokens.low[k] in _ONE and tokens.low[k + 1] not in HYPHENS
    if not one and tokens.low[k] not in GRAMMAR["article"]:
        return None
    return unit_after(tokens, k + 1 + (tokens.low[k + 1] in GRAMMAR["american"]), lexicon, False)


_ONE = GRAMMAR["single"] | {"1"}
_CENTS = frozenset(("cent", "penny"))


def _change(tokens: Tokens, whole: Quantity, lexicon: Lexicon) -> Quantity:
    """ "3 dollars 50 cents" is one amount."""
    j = whole.last + (tokens.low[whole.last] in GRAMMAR["and"])
    if whole.unit in _CENTS or tokens.kind(j) not in (NUMBER, WORD):
        return whole
    numeral = read_number(tokens, j, lexicon)
    unit = unit_after(tokens, numeral.last, lexicon, False) if numeral else None
    if numeral is None or unit is None or unit.name not in _CENTS or not 0 < numeral.low < 100:
        return whole
    part = numeral.low / 100
    return whole._replace(last=unit.last, low=whole.low + part, high=whole.high + part)


# Ranges


def read_range(tokens: Tokens, left: Quantity, lexicon: Lexicon, movement: frozenset[str]) -> Quantity:
    """`left` with the quantity that a connector joins to it, or `left` alone."""
    joined = _connector(tokens, left, lexicon, movement)
    if joined is None or left.numeral.multiple or _is_date(tokens, left):
        return left
    j, strong = joined
    j = _to_number(tokens, j, lexicon)
    hidden = j >= tokens.size or masked(tokens, j) is not None
    right = None if hidden else read_quantity(tokens, j, lexicon)
    if right is None or right.share != left.share or right.numeral.vague or _lasts_until(tokens, left, right):
        return left
    if _is_ratio(tokens, left, right):
        return left._replace(last=right.last, numeral=left.numeral._replace(last=right.last, multiple=True))
    return _join(tokens, left, right, strong, lexicon) or left


def _is_ratio(tokens: Tokens, left: Quantity, right: Quantity) -> bool:
    """ "a two-to-one margin", "by 5 to 1": so many to one, and no fall."""
    bare = left.unit is None and right.unit is None and not (left.share or left.numeral.scaled)
    to_one = right.low == right.high == 1 and left.low > 1
    return bare and to_one and not GRAMMAR["to"].isdisjoint(tokens.lows[left.last : left.last + 2])


def _is_date(tokens: Tokens, left: Quantity) -> bool:
    """A year that says when: "rose in 2020 to 5 million"."""
    return left.unit is None and is_year(tokens, left) and tokens.low[left.first - 1] in GRAMMAR["year before a range"]


def _lasts_until(tokens: Tokens, left: Quantity, right: Quantity) -> bool:
    """ "$850 a year through 2025": a year behind an amount and no "to" tells until when, and ends no range."""
    low = tokens.low[left.last]
    lasting = left.unit is not None and low not in GRAMMAR["to"] and low not in DASHES
    return lasting and right.unit is None and is_year(tokens, right)


def is_year(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a quantity is four bare digits, as of a year."""
    word, table = tokens.words[quantity.numeral.last - 1], masks().year
    return len(word) == 4 and word.isdecimal() and table["first"] <= int(word) <= table["last"]


def _to_number(tokens: Tokens, j: int, lexicon: Lexicon) -> int:
    """The token where the number begins, past hedges and currency signs."""
    for k in range(j, min(tokens.size, j + 4)):
        low = tokens.lows[k]
        if tokens.kinds[k] == NUMBER or low in lexicon.starters:
            return k
        if not (low in GRAMMAR["before the end"] or "".join(tokens.words[j : k + 1]) in lexicon.prefixes):
            break
    return -1


def _connector(tokens: Tokens, left: Quantity, lexicon: Lexicon, movement: frozenset[str]) -> tuple[int, bool] | None:
    """Where the right side may begin, and whether the words before the left side announce a range."""
    j, before = left.last, _before(tokens, left)
    announced = not lexicon.range_openers.isdisjoint(before)
    tied = tokens.low[j] in DASHES and tokens.low[j + 1] in lexicon.words["to"]  # "from the $5-to-$8 range"
    j = _past_aside(tokens, j) if announced and not tied else j
    low = tokens.low[j]
    if low not in lexicon.joins and low not in DASHES:
        return None
    if low == lexicon.words["and"] and not lexicon.range_words.isdisjoint(before):
        return j + 1, True
    if low in lexicon.words["to"]:
        moved = _moved(tokens, left, j + 1, lexicon, movement) and not _lends_money(tokens, left, j, lexicon)
        whole = tokens.low[left.first - 1] in GRAMMAR["article"]  # "by a three to one margin"
        moved = moved and not (whole or _small_step(tokens, left, j + 1))
        return None if moved and not announced else (j + 1, announced)
    if low in DASHES:
        return _dashed(tokens, left, j, lexicon)
    if low in lexicon.words["or"] and left.unit is None:
        return j + 1, False
    return None


def _lends_money(tokens: Tokens, left: Quantity, j: int, lexicon: Lexicon) -> bool:
    """ "$350 to 500 billion", "$25 to $35 million": the sign of the left and the scale of the right are of both."""
    k = _to_number(tokens, j + 1, lexicon)
    right = read_number(tokens, k, lexicon) if left.money and not left.numeral.scaled and k > 0 else None
    return right is not None and right.scaled and left.low * right.scale < right.low


def _small_step(tokens: Tokens, left: Quantity, j: int) -> bool:
    """ "rose by 3 to 4 points": what it moved by is no more than half of where it went, so the two ends are a range."""
    word = tokens.word(j)
    if left.unit is not None or tokens.kind(j) != NUMBER or not word.replace(".", "", 1).isdecimal():
        return False
    return left.low < float(word) <= 2 * left.low


def _moved(tokens: Tokens, left: Quantity, j: int, lexicon: Lexicon, movement: frozenset[str]) -> bool:
    """A movement and where it went: "rose 2 % to $8bn", "fell by 9 to 41"; "rose 5 to 10 %" is a range, as is what
    something rose to ("up to $15 to $17").

    Behind a verb of no known movement a sum moves to one of more than `_STEPS` times as much: "lost $2 to $40", not
    "need $20 to $40".
    """
    before = _before(tokens, left)
    if (left.unit is None and GRAMMAR["by"].isdisjoint(before)) or tokens.low[left.first - 1] in GRAMMAR["to"]:
        return False
    if not (movement.isdisjoint(before) and GRAMMAR["moved by"].isdisjoint(before)):
        return True
    if not left.money or tokens.kind(left.first - 1) != WORD or tokens.class_of(left.first - 1) not in _MOVING:
        return False
    k = _to_number(tokens, j, lexicon)
    right = read_number(tokens, k, lexicon) if k > 0 else None
    return right is None or not left.low < right.low <= _STEPS * left.low


def _dashed(tokens: Tokens, left: Quantity, j: int, lexicon: Lexicon) -> tuple[int, bool] | None:
    """The right side after a dash ("10-12"), or after "- to" ("8- to 16-metre", "0-to-60"); it follows at once."""
    if tokens.low[j + 1] in lexicon.words["to"]:
        return (j + 3 if tokens.low[j + 2] in DASHES else j + 2), True
    at_once = _to_number(tokens, j + 1, lexicon) in (j + 1, j + 2) and tokens.glued(j) == tokens.glued(j + 1)
    at_once = at_once and tokens.low[j + 1] not in GRAMMAR["article"]  # "by 5 points - a 9-point gap"
    return (j + 1, False) if at_once else None


def _before(tokens: Tokens, left: Quantity) -> list[str]:
    """The three words before a quantity, one more before "the ages of"."""
    reach = 4 if tokens.low[left.first - 2] in GRAMMAR["age word"] else 3
    return tokens.lows[max(0, left.first - reach) : left.first]


def _past_aside(tokens: Tokens, j: int) -> int:
    """Past "in 2008" or "per gallon in 2008" between the two ends of "from … to …"; a noun there is counted alone."""
    if tokens.class_of(j + (tokens.low[j] in HYPHENS)) in _COUNTED:
        return j
    for k in range(j, min(j + 9, tokens.size)):
        if tokens.lows[k] in GRAMMAR["range join"]:
            return k
        if tokens.lows[k] in (",", ";", ":") or (tokens.kinds[k] == NUMBER and not _time(tokens, k)):
            return j
    return j


def _time(tokens: Tokens, k: int) -> bool:
    """Whether a number is a year or stands in a mask."""
    return len(tokens.words[k]) == 4 or masked(tokens, k) is not None


def _join(tokens: Tokens, left: Quantity, right: Quantity, strong: bool, lexicon: Lexicon) -> Quantity | None:
    """One range of two quantities, with scale, currency and unit shared; None when they are two figures."""
    if left.unit and right.unit and left.unit != right.unit and not right.unit.startswith(left.unit):
        return None
    lent = left.money and right.numeral.scaled and not left.numeral.scaled and tokens.low[left.last] in DASHES
    if left.unit and not right.unit and not (lent or (_no_noun(tokens, right) and (left.money or strong))):
        return None  # but "$120-240 billion to the fund"
    if not left.unit and right.unit and tokens.low[left.last] in GRAMMAR["or"]:
        return None
    low, high = _shared_scale(tokens, left, right)
    if low > high and (not strong or (left.unit == right.unit and _is_fall(tokens, left, lexicon))):
        return None
    if tokens.low[left.last] in GRAMMAR["or"] and high - low > max(1.0, low * 0.5):
        return None
    numeral = right.numeral._replace(first=left.numeral.first)
    money = left.money or right.money
    ends = (min(low, high), max(low, high))
    return Quantity(left.first, right.last, *ends, right.unit or left.unit, numeral, money, ranged=True)


def _is_fall(tokens: Tokens, left: Quantity, lexicon: Lexicon) -> bool:
    """ "cut from 110 to 50": a fall, and no range; "ranged from 30 to 20" is one."""
    before = _before(tokens, left)
    told = not lexicon.words["from"].isdisjoint(before) and tokens.low[left.last] in lexicon.words["to"]
    return told and (GRAMMAR["range opener"] - lexicon.words["from"]).isdisjoint(before)


def _no_noun(tokens: Tokens, right: Quantity) -> bool:
    """Whether a number without a unit may share the currency before the left side: "$25-40"."""
    low = tokens.low[right.last]
    return tokens.kind(right.last) != WORD or low in GRAMMAR["no noun"] or low in GRAMMAR["and"]


def _shared_scale(tokens: Tokens, left: Quantity, right: Quantity) -> tuple[float, float]:
    """The two ends; "10-12,000" and "3-4bn" share the scale of the right end leftwards."""
    low, high = left.low, right.high
    if left.numeral.scaled or left.low <= 0 or left.low >= 1000:
        return low, high
    scale = right.numeral.scale
    if scale > 1:
        return (low * scale, high) if low * scale <= high else (low, high)
    dashed = tokens.low[left.last] in DASHES
    if dashed and right.low >= 1000 and right.low % 1000 == 0 and low * 1000 < right.low:
        return low * 1000, high
    return low, high
