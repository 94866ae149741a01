"""Numerals in digits and words. Invariant: a numeral is finite, and reading one looks at a bounded number of tokens."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from audit.extract.figures.lexicon import GRAMMAR, Lexicon
from audit.extract.figures.not_figures import HYPHENS, masked
from audit.text.parts_of_speech import ADJECTIVE, ADVERB, DETERMINER, NAME, NOUNS, VERBS
from audit.text.tokens import MARK, NUMBER, WORD, Tokens

_DIGITS = 24  # no reader takes in a longer number
_SPACES = frozenset(" \u00a0\u202f\u2009")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3}){0,8}")


_PLACES = 6  # after the point, behind which only the machine's rounding stands


class Numeral(NamedTuple):
    """A number in tokens `[first, last)`; `scaled` when it ends in a magnitude word, `vague` for "dozens"."""

    low: float
    high: float
    first: int
    last: int
    scaled: bool = False
    vague: bool = False
    words: bool = False
    share: bool = False
    hedge: str | None = None  # a word of its own that makes it loose; "" where it is so without one
    scale: float = 1.0  # the product of its magnitude words
    multiple: bool = False  # "doubled": a change, never the end of a range

    def times(self, factor: float, last: int) -> Numeral:
        """The numeral with a scale that ends before token `last`."""
        ends = (round(self.low * factor, _PLACES), round(self.high * factor, _PLACES))  # 16.6 million is 16,600,000
        return self._replace(low=ends[0], high=ends[1], last=last, scaled=True, scale=self.scale * factor)

    def plus(self, part: float, last: int) -> Numeral:
        """The numeral with a part of its scale more, up to token `last`: "a million and a half"."""
        more = part * self.scale
        return self._replace(low=self.low + more, high=self.high + more, last=last)


def digits(word: str, lexicon: Lexicon) -> float | None:
    """The value of a run of digits with marks, by the language's decimal mark; None where no reader sees one number."""
    if len(word) > _DIGITS:
        return None
    if word.isdecimal():
        return float(word)
    whole, _, part = word.partition(lexicon.decimal)
    if lexicon.group != ",":
        whole = whole.replace(lexicon.group, ",")
    if (
        "," in part
        or "." in part
        or ("," in whole and not (_GROUPED.fullmatch(whole) and len(whole.rpartition(",")[2]) == 3))
    ):
        return None
    try:
        value = float(f"{whole.replace(',', '')}.{part}")
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def read_number(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """The numeral that begins at token `i`, with its scale and sign."""
    if tokens.kinds[i] == NUMBER:
        numeral = _digital(tokens, i, lexicon)
    elif tokens.words[i] in lexicon.fraction_signs:
        numeral = _sign_fraction(tokens, i, lexicon)
    else:
        numeral = _worded(tokens, i, lexicon)
    return _signed(tokens, _folded(tokens, numeral), lexicon) if numeral else None


def _folded(tokens: Tokens, numeral: Numeral) -> Numeral:
    """ "three-fold", "10 fold" """
    if tokens.low[numeral.last] not in _BEFORE_FOLD:
        return numeral
    j = numeral.last + (tokens.low[numeral.last] in HYPHENS and tokens.glued(numeral.last))
    return numeral._replace(last=j + 1) if tokens.low[j] in ("fold", "folds") else numeral


_BEFORE_FOLD = HYPHENS | {"fold", "folds"}


def _sign_fraction(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """A fraction sign that stands alone: "½ teaspoon"."""
    value = lexicon.fraction_signs.get(tokens.words[i])
    return None if value is None else scaled(tokens, Numeral(value, value, i, i + 1), lexicon)


def _digital(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """A number in digits: groups, decimals, fractions, then scales."""
    value = digits(tokens.words[i], lexicon)
    if value is None:
        return None
    power = _power_of_ten(tokens, i)
    if power:
        return Numeral(value * 10.0 ** power[0], value * 10.0 ** power[0], i, power[1], scaled=True)
    if tokens.glued(i + 1) and _exponent(tokens, i):
        return None
    first, last = i, i + 1
    if tokens.low[i - 1] == "." and tokens.glued(i) and not tokens.glued(i - 1) and tokens.words[i].isdecimal():
        first, value = i - 1, value / 10 ** len(tokens.words[i])
    last, value = _spaced(tokens, i, value)
    numeral = _fraction(tokens, Numeral(value, value, first, last), lexicon)
    return numeral and scaled(tokens, numeral, lexicon)


_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_MOST_POWER = 40


def _power_of_ten(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The power in "1.99 × 10^30", "1.99x10-30", "2 x 10⁶", and the token after it."""
    if tokens.low[i + 1] not in ("x", "×", "*") or tokens.word(i + 2) != "10" or not tokens.glued(i + 3):
        return None
    k, minus = i + 3, False
    while k < tokens.size and tokens.words[k] in "^-−⁻" and tokens.glued(k):
        minus, k = minus or tokens.words[k] != "^", k + 1
    told = tokens.word(k).translate(_SUPERSCRIPTS)
    if not (told.isdecimal() and tokens.glued(k) and int(told) <= _MOST_POWER):
        return None
    return (-int(told) if minus else int(told)), k + 1


def _exponent(tokens: Tokens, i: int) -> bool:
    """Of what is glued to digits scientific notation and powers are left alone: news does not count in them."""
    after = tokens.word(i + 1)
    return after in "×^⁰¹²³⁴⁵⁶⁷⁸⁹" or (after in "eEx" and tokens.glued(i + 2))


def _spaced(tokens: Tokens, i: int, value: float) -> tuple[int, float]:
    """Groups of three on spaces: "12 000", "1 414 021 100"."""
    last, word = i + 1, tokens.words[i]
    if not (word.isdecimal() and len(word) <= 3 and word[0] != "0"):
        return last, value
    first = value
    while last < min(tokens.size, i + 6) and _group(tokens, last):
        value, last = value * 1000 + float(tokens.words[last]), last + 1
    row = len(word) == _GROUP and last - i > _GROUPS  # "247 188 255 180": cells of a table
    return (i + 1, first) if row else (last, value)


_GROUP = 3  # digits
_GROUPS = 3  # of a number that begins with a whole group


def _group(tokens: Tokens, j: int) -> bool:
    """Whether token `j` is three digits after one space."""
    word, gap = tokens.words[j], tokens.text[tokens.ends[j - 1] : tokens.starts[j]]
    return len(word) == 3 and word.isdecimal() and gap in _SPACES


def _fraction(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral | None:
    """ "1/2", "7 3/4", "1½"; None for a slash that is no fraction."""
    j = numeral.last
    sign = lexicon.fraction_signs.get(tokens.word(j))
    if sign is not None:
        return numeral._replace(low=numeral.low + sign, high=numeral.high + sign, last=j + 1)
    if tokens.low[j] in ("/", "⁄") and tokens.glued(j) and tokens.kind(j + 1) == NUMBER:
        value = _ratio(tokens, j - 1)
        return None if value is None else numeral._replace(low=value, high=value, last=j + 2, share=True)
    mixed = tokens.low[j + 1] in ("/", "⁄") and not tokens.glued(j) and masked(tokens, j) is None  # "19 9/11 hijackers"
    value = _ratio(tokens, j) if mixed else None
    if value is not None and numeral.low == int(numeral.low):
        return numeral._replace(low=numeral.low + value, high=numeral.high + value, last=j + 3)
    return numeral


def _ratio(tokens: Tokens, j: int) -> float | None:
    """The value of "n/d" at tokens `j..j+2`."""
    top, bottom = tokens.word(j), tokens.word(j + 2)
    if not (top.isdecimal() and bottom.isdecimal() and len(top) <= 4 and len(bottom) <= 4 and tokens.glued(j + 2)):
        return None
    if not (0 < int(top) < int(bottom) and (_is_parted(int(bottom)) or tokens.low[j + 3] in GRAMMAR["of"])):
        return None
    if tokens.class_of(j + 3) == NAME and not tokens.titled():
        return None  # "the 9/12 Project"
    return int(top) / int(bottom)


def _is_parted(bottom: int) -> bool:
    """Whether things are told in so many parts: 55 are a score or a poll."""
    return bottom <= _FEW_PARTS or _ROUND % bottom == 0 or bottom & (bottom - 1) == 0


_FEW_PARTS, _ROUND = 16, 1000


def scaled(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """The numeral with the magnitudes that follow: a glued suffix, or words."""
    j = numeral.last
    suffix = lexicon.suffixes.get(tokens.word(j)) if tokens.glued(j) and tokens.kind(j) == WORD else None
    if suffix and tokens.word(j) not in ("m", "t", "M") and not _more_letters(tokens, j):
        return numeral.times(suffix, j + 1)
    while True:
        k = j + 1 if tokens.low[j] in HYPHENS and tokens.glued(j) and tokens.glued(j + 1) else j
        factor = _magnitude(tokens, k, lexicon)
        if factor is None:
            return numeral
        j = k + 1
        numeral = numeral.times(factor, j)


def _magnitude(tokens: Tokens, k: int, lexicon: Lexicon) -> float | None:
    """A magnitude word, or a capital letter that stands for one before a noun: "8 B people"."""
    factor = lexicon.scales.get(tokens.low[k])
    if tokens.word(k) in ("B", "M") and not tokens.glued(k) and tokens.kind(k + 1) == WORD:
        return lexicon.suffixes.get(tokens.word(k))
    return factor


def _more_letters(tokens: Tokens, j: int) -> bool:
    """Whether more digits are glued on, so that this is a model and no magnitude."""
    return tokens.glued(j + 1) and tokens.kind(j + 1) == NUMBER


def _signed(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """A minus sign or the word, where nothing else stands glued before it."""
    i = numeral.first - 1
    dashed = tokens.low[i] in _MINUS and tokens.glued(numeral.first)
    opened = tokens.word(i - 1) == "(" and not tokens.glued(i - 1)  # "(-94F)"
    if dashed and tokens.glued(i) and not opened:
        i, dashed = i - 1, tokens.word(i - 1) in lexicon.prefixes  # "$-6.3bn"; else "minus-70"
        first = i + 1 if dashed else i
    else:
        first = i
        dashed = dashed and (tokens.kind(i - 1) != NUMBER or _stands_alone(tokens, numeral))
    worded = tokens.low[i] in lexicon.words["minus"] and tokens.class_of(i - 1) != DETERMINER  # but "a negative one"
    if not (dashed or worded) or numeral.vague or _either_way(tokens, i, lexicon):
        return numeral
    return numeral._replace(low=-numeral.high, high=-numeral.low, first=first)


_MINUS = frozenset("-−–")


def _either_way(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Whether the minus at token `i` is one way of two: "plus or minus 3 points"."""
    return tokens.low[i - 1] in lexicon.words["or"] and tokens.low[i - 2] in GRAMMAR["plus"]


def _stands_alone(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a minus after a number can be no dash: "Orv 100 -2.4%", but "75 -300mm"."""
    return "." in tokens.words[numeral.last - 1] or tokens.low[numeral.last] == "%"


# Number words


def _worded(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """A number in words, the longest reading first."""
    for rule in (_tens_of, _several, _couple, _half, _a_part, _article, _cardinal, _vague, _fold, _multiple):
        numeral = rule(tokens, i, lexicon)
        if numeral:
            return numeral
    return None


def _tens_of(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """ "tens of thousands": from ten to a hundred thousand."""
    tens = lexicon.tens.get(tokens.lows[i])
    scale = lexicon.vague.get(tokens.low[i + 2]) if tokens.low[i + 1] in lexicon.words["of"] else None
    if tens is None or scale is None or scale < 100:
        return None
    return Numeral(tens * scale, tens * scale * 10, i, i + 3, True, True, True)


def _several(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """ "several thousand", "a few hundred"; "several" alone is no figure."""
    scale = lexicon.scales.get(tokens.low[i + 1]) or lexicon.vague.get(tokens.low[i + 1])
    if tokens.lows[i] not in lexicon.several or not scale or _tens_of(tokens, i + 1, lexicon):
        return None  # "several hundreds of thousands" is read from its second word
    low, high = lexicon.several_bounds
    return scaled(
        tokens, Numeral(low * scale, high * scale, i, i + 2, True, True, True, False, tokens.lows[i]), lexicon
    )


def _couple(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """ "a couple of hundred": about two hundred; a couple of anything else is no figure."""
    j = i + 2 if tokens.low[i + 1] in lexicon.words["of"] else i + 1
    scale = lexicon.scales.get(tokens.low[j])
    if tokens.lows[i] not in lexicon.words["couple"] or not scale:
        return None
    return scaled(
        tokens, Numeral(2 * scale, 2 * scale, i, j + 1, True, False, True, False, lexicon.words["couple_of"]), lexicon
    )


def _half(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """ "half a million", "half of the residents", "quarter million"."""
    low = tokens.lows[i]
    part = 0.5 if low in lexicon.words["half"] else 0.25 if low in lexicon.words["quarter"] else None
    if part is None:
        return None
    j = i + 1 + _hyphened(tokens, i + 1)
    j += tokens.low[j] in lexicon.words["a"]
    j += _hyphened(tokens, j)
    j += 2 * (low in lexicon.words["quarter"] and tokens.low[i + 1] in GRAMMAR["of"] and tokens.low[i + 2] == "a")
    scale = lexicon.scales.get(tokens.low[j])
    if scale:
        first = i - 1 if tokens.low[i - 1] in lexicon.words["a"] else i
        return scaled(tokens, Numeral(part * scale, part * scale, first, j + 1, True, False, True), lexicon)
    return Numeral(part, part, i, i + 1, False, False, True, True) if part == 0.5 else None


def _hyphened(tokens: Tokens, j: int) -> bool:
    """A hyphen inside a word."""
    return tokens.low[j] in HYPHENS and tokens.glued(j) and tokens.glued(j + 1)


def _a_part(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """ "a quarter of the voters", "by a third"; a quarter alone is a time, a third alone comes after a second."""
    parts = lexicon.fractions.get(tokens.lows[i])
    if not parts or tokens.low[i - 1] not in lexicon.words["a"]:
        return None
    compared = tokens.low[i + 1] in GRAMMAR["compared"]
    if tokens.low[i + 1] not in lexicon.words["of"] and tokens.low[i - 2] not in GRAMMAR["by"] and not compared:
        return None
    if parts not in _WHOLE_PARTS and not compared and _in_order(tokens, i + 1):
        return None
    scale = lexicon.scales.get(tokens.low[i + 3]) if tokens.low[i + 2] in lexicon.words["a"] else None
    if scale:
        return Numeral(scale / parts, scale / parts, i - 1, i + 4, True, False, True)
    return Numeral(1 / parts, 1 / parts, i - 1, i + 1, False, False, True, True)


_WHOLE_PARTS = frozenset((2, 4))  # their words tell no place in a row


def _in_order(tokens: Tokens, k: int) -> bool:
    """Whether a noun behind makes a fraction's word a place in a row: "a third party", but "by a third last year"."""
    return tokens.class_of(k) in NOUNS and tokens.low[k] not in GRAMMAR["time"]


def _article(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """A bare magnitude word: "(a) hundred", "a dozen", "million dollar"."""
    scale = lexicon.scales.get(tokens.lows[i])
    if scale is None or tokens.lows[i] in lexicon.suffixes:
        return None  # "TN" alone is no trillion
    first = i - 1 if tokens.low[i - 1] in lexicon.words["a"] else i
    numeral = scaled(tokens, Numeral(scale, scale, first, i + 1, True, False, True, scale=scale), lexicon)
    part = and_part(tokens, numeral.last, lexicon)
    return numeral.plus(*part) if part else _plus(tokens, numeral, lexicon)


def _plus(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """ "a hundred and five": what follows a hundred or thousand."""
    j = numeral.last + (tokens.low[numeral.last] == lexicon.words["and"])
    rest = _sum(tokens, j, lexicon) if tokens.low[j] in lexicon.cardinals else None
    if rest is None or rest[0] >= numeral.low or numeral.low % 100 or tokens.low[j] in GRAMMAR["no remainder"]:
        return numeral
    return numeral._replace(low=numeral.low + rest[0], high=numeral.high + rest[0], last=rest[1])


def _cardinal(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """ "three hundred and forty-two", "one and a half million", "two-thirds", "two point two"."""
    if tokens.lows[i] not in lexicon.cardinals:
        return None
    value, last = _sum(tokens, i, lexicon)
    if value >= 20 and value % 10 == 0 and _hyphened(tokens, last) and tokens.low[last + 1] in lexicon.ordinals:
        return None  # "twenty-first"
    if several := lexicon.vague.get(tokens.low[last]):
        return Numeral(value * several, value * several, i, last + 1, True, False, True, scale=several)  # "two dozens"
    numeral = Numeral(value, value, i, last, False, False, True, scale=_scale_at_end(tokens, i, last, lexicon))
    for rule in (_thirds, _and_half, _pointed):
        longer = rule(tokens, numeral, lexicon)
        if longer:
            return scaled(tokens, longer, lexicon)
    return numeral._replace(scaled=tokens.low[last - 1] in lexicon.scales)


def _scale_at_end(tokens: Tokens, i: int, last: int, lexicon: Lexicon) -> float:
    """The product of the magnitude words that end a number in words."""
    scale = 1.0
    while last - 1 > i and tokens.lows[last - 1] in lexicon.scales:
        last, scale = last - 1, scale * lexicon.scales[tokens.lows[last - 1]]
    return scale


def _sum(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[float, int]:
    """Cardinals and scales added up from token `i`: value and the token after them."""
    total = current = 0.0
    last = j = i
    while j < min(tokens.size, i + 24):
        low = tokens.lows[j]
        value = lexicon.cardinals.get(low)
        if value is not None and (j == i or _fits(current, value) or ((total + current) % 100 == 0 and value < 100)):
            current += value
        elif low in lexicon.scales and j > i:
            total, current = _raise(total, current, lexicon.scales[low])
        elif not (j > i and _bridge(tokens, j, lexicon, total + current)):
            break
        else:
            j += 1
            continue
        j = last = j + 1
    return total + current, last


def _fits(current: float, value: float) -> bool:
    """Whether a cardinal may follow: tens then units, hundreds then anything below."""
    rest = current % 100
    return (rest == 0 and value < 100) or (rest >= 20 and rest % 10 == 0 and 0 < value < 10)


def _raise(total: float, current: float, scale: float) -> tuple[float, float]:
    """A scale word: hundreds and dozens multiply what stands before them, larger ones close a group."""
    if scale <= 100:
        return total, (current or 1) * scale
    if total and total < scale:
        return 0.0, (total + current) * scale
    return total + (current or 1) * scale, 0.0


def _bridge(tokens: Tokens, j: int, lexicon: Lexicon, value: float) -> bool:
    """A hyphen inside a number word, or "and" after a hundred or a thousand."""
    nxt = tokens.low[j + 1]
    if tokens.lows[j] in HYPHENS:
        return (
            tokens.glued(j)
            and tokens.glued(j + 1)
            and (nxt in lexicon.scales or (nxt in lexicon.cardinals and value % 10 == 0))
        )
    return tokens.lows[j] == lexicon.words["and"] and value >= 100 and value % 100 == 0 and nxt in lexicon.cardinals


def _thirds(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral | None:
    """ "two-thirds", "one fifth"; "three quarters" only with a hyphen or as a part of something, else a time."""
    j = numeral.last
    tied = tokens.low[j] in HYPHENS and tokens.glued(j) and tokens.glued(j + 1)
    j += tied
    parts = lexicon.fractions.get(tokens.low[j])
    if (
        not parts
        or not 0 < numeral.low < 100
        or (numeral.low > 1) != (tokens.lows[j].endswith("s") or lexicon.group == ".")
    ):
        return None
    alone = tokens.low[j + 1] not in GRAMMAR["quarter of"] and tokens.low[j + 1] not in lexicon.scales
    if parts == 4 and alone and not tied:
        return None
    last = j + 1
    if (
        tokens.low[last] in lexicon.words["of"]
        and tokens.low[last + 1] in lexicon.words["a"]
        and tokens.low[last + 2] in lexicon.scales
    ):
        last += 2
    return numeral._replace(low=numeral.low / parts, high=numeral.high / parts, last=last, share=True)


def _and_half(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral | None:
    """ "one and a half", "two-and-a-half", "two and three-quarter", "one and one-third"."""
    j = numeral.last
    seen: list[str] = []
    while j < tokens.size and len(seen) < 3:
        if tokens.lows[j] not in HYPHENS:
            seen.append(tokens.lows[j])
        j += 1
    if len(seen) < 3 or seen[0] != lexicon.words["and"] or seen[2] not in lexicon.fractions:
        return None
    parts, top = (
        lexicon.fractions[seen[2]],
        1.0 if seen[1] in GRAMMAR["article"] else lexicon.cardinals.get(seen[1], 0.0),
    )
    if not 0 < top < parts:
        return None
    return numeral._replace(low=numeral.low + top / parts, high=numeral.high + top / parts, last=j)


def and_part(tokens: Tokens, j: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """ "and a half", "and a quarter" from token `j`: the part and the token after it."""
    told = tuple(tokens.lows[j : j + 3])
    if (
        len(told) < 3
        or told[0] != lexicon.words["and"]
        or told[1] not in GRAMMAR["half article"]
        or told[2] not in GRAMMAR["half part"]
    ):
        return None
    return 1 / lexicon.fractions[told[2]], j + 3


def _pointed(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral | None:
    """ "two point two": decimals said aloud."""
    if tokens.low[numeral.last] != lexicon.words["point"]:
        return None
    j = numeral.last + 1
    said: list[str] = []
    while tokens.low[j] in lexicon.cardinals and lexicon.cardinals[tokens.low[j]] < 10 and len(said) < 9:
        said.append(str(int(lexicon.cardinals[tokens.low[j]])))
        j += 1
    if not said:
        return None
    value = numeral.low + float("0." + "".join(said))
    return numeral._replace(low=value, high=value, last=j)


def _vague(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """ "dozens", "thousands of": from one to ten times the scale. "Scores" counts only before "of"."""
    scale = lexicon.vague.get(tokens.lows[i])
    if scale is None or (tokens.lows[i] == "scores" and tokens.low[i + 1] not in GRAMMAR["of"]):
        return None
    return Numeral(scale, scale * 10, i, i + 1, True, True, True)


def _fold(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """ "sixfold"."""
    value = lexicon.folds.get(tokens.lows[i])
    return None if value is None else Numeral(value, value, i, i + 1, False, False, True)


def _multiple(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """ "doubled", "halved" as verbs; "twice as many", "twice the number"."""
    value = lexicon.multiples.get(tokens.lows[i])
    if value is None or (tokens.low[i + 1] in GRAMMAR["as"] and tokens.class_of(i + 2) == DETERMINER):
        return None  # "it doubles as a school"
    times = tokens.low[i + 1] in GRAMMAR["as"] and tokens.class_of(i + 2) in (ADJECTIVE, ADVERB)
    times = times or tokens.class_of(i + 1) == DETERMINER
    right = tokens.class_of(i) in VERBS if tokens.lows[i] not in GRAMMAR["times adverb"] else times
    return Numeral(value, value, i, i + 1, words=True, multiple=True) if right else None


def one_in(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral | None:
    """ "one in five", "2 out of 3": a share, unless the second number counts a time."""
    j = _past_in(tokens, numeral.last, lexicon)
    if j < 0 or j >= tokens.size or tokens.kinds[j] == MARK or numeral.scaled:
        return None
    many = tokens.low[j] in lexicon.words["a"] and tokens.low[j + 1] in lexicon.scales  # "one in a hundred"
    other = read_number(tokens, j + many, lexicon)
    most = _MILLION if numeral.low == 1 and (many or (other is not None and _grouped(tokens, other))) else _THOUSAND
    if other is None or not 0 < numeral.low < other.low <= most or not _whole(numeral.low, other.low):
        return None
    share = numeral.low / other.low
    return numeral._replace(low=share, high=share, last=other.last, share=True)


_THOUSAND, _MILLION = 1e3, 1e6


def _grouped(tokens: Tokens, numeral: Numeral) -> bool:
    """ "10,000": digits in groups, and no year."""
    return "," in tokens.words[numeral.last - 1]


def _past_in(tokens: Tokens, j: int, lexicon: Lexicon) -> int:
    """The token after "in", "-in-", "out of" or "of every", or -1."""
    low, every = tokens.low[j], lexicon.words.get("every", ())
    if low in GRAMMAR["of"] and tokens.low[j + 1] in every:
        return j + 2
    if low in lexicon.words["in"] and not tokens.glued(j):
        return j + 1 + (tokens.low[j + 1] in every)
    if low in HYPHENS and tokens.low[j + 1] in lexicon.words["in"] and tokens.low[j + 2] in HYPHENS:
        return j + 3
    if low in HYPHENS and tokens.low[j + 1] in GRAMMAR["out"] and tokens.low[j + 3] in GRAMMAR["of"]:
        return j + 5  # "three-out-of-ten"
    if low in GRAMMAR["out"] and tokens.low[j + 1] in GRAMMAR["of"]:
        return j + 2 + (tokens.low[j + 2] in every)
    return -1


def _whole(*values: float) -> bool:
    """Whether all are whole numbers."""
    return all(value == int(value) for value in values)
