"""What a figure counts: its own right-hand noun chunk, else the nouns of its clause on the left. No parser.

Invariant: the answer is a stretch of the text, at most `_REACH` tokens away.
"""

from __future__ import annotations

from audit.extract.figures.lexicon import grammar, lexicon, predicates
from audit.extract.figures.masks import HYPHENS
from audit.extract.figures.quantities import Quantity
from audit.extract.figures.tokens import NUMBER, WORD, Tokens

_REACH = 24
_BREAK = frozenset(',;:()[]{}—–"“”«»!?')
_JOIN = frozenset(("-", "‐", "‑", "'", "’", "&", "/"))


def find_counted(tokens: Tokens, quantity: Quantity, floor: int) -> tuple[int, int] | None:
    """The counted noun phrase as tokens `[first, last)`; nothing is taken from before token `floor`."""
    right = _right(tokens, quantity)
    if right:
        return right
    return _left(tokens, quantity, floor)


def _right(tokens: Tokens, quantity: Quantity) -> tuple[int, int] | None:
    """The noun chunk after the number: "200 former soldiers", "13 % of the firm", "three of the wounded"."""
    j = quantity.last if quantity.noun_at is None else quantity.noun_at
    if tokens.low(j) in HYPHENS and tokens.glued(j):
        j += 1
    j = _skip_hedge(tokens, j)
    if tokens.low(j) == "of":
        return _of(tokens, j)
    if quantity.money and tokens.low(j) == "in":
        return _kind_of_money(tokens, j + 1)
    if quantity.unit and tokens.low(j) == "for" and not _lasts(quantity) and tokens.low(quantity.first - 1) != "of":
        return _for(tokens, j + 1)
    j = _past_measure(tokens, j)
    if quantity.share and tokens.low(j) in ("the", "its", "their", "all", "his", "her", "our"):
        j += 1
    verb = (quantity.share or quantity.unit == "percentage") and tokens.low(j) in predicates().lemmas
    if verb and tokens.low(j + 1) in grammar()["verb object"]:
        return None
    found = chunk(tokens, j, quantity.unit is None)
    if found is None or _only_time(tokens, found):
        return None
    return _with_of(tokens, found)


def _for(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """What is paid for or measured: "$52,000 for the boat"; a time is neither."""
    while tokens.low(j) in grammar()["determiner"]:
        j += 1
    found = chunk(tokens, j)
    return None if found is None or tokens.lows[found[1] - 1] in grammar()["time"] else found


def _kind_of_money(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """ "$48 billion in assets": what the money is, not where or when."""
    found = chunk(tokens, j)
    if found is None or tokens.capital(j) or tokens.lows[found[1] - 1] in grammar()["time"] | grammar()["manner"]:
        return None
    return found


def _past_measure(tokens: Tokens, j: int) -> int:
    """Past a measure between count and noun: "eight million 250ml bottles"."""
    if tokens.kind(j) != NUMBER:
        return j
    j += 1
    while tokens.glued(j) and tokens.kind(j) != NUMBER:
        j += 1
    return j


def _skip_hedge(tokens: Tokens, j: int) -> int:
    """Past "or more", "-plus", "more", "other" that stand between number and noun."""
    if tokens.low(j) == "or" and tokens.low(j + 1) in ("more", "so", "fewer", "less", "thereabouts"):
        j += 2
    while tokens.low(j) in ("more", "other", "such", "plus", "odd", "+") and tokens.kind(j + 1) == WORD:
        j += 1
    return j


def _of(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """What a part is of: "of the wounded", "of its workforce"."""
    k = j + 1
    while tokens.low(k) in (
        "the",
        "its",
        "their",
        "his",
        "her",
        "our",
        "all",
        "those",
        "these",
        "a",
        "an",
        "my",
        "your",
    ):
        k += 1
    if tokens.kind(k) == NUMBER or tokens.low(k) in lexicon("en").cardinals:
        return _of_number(tokens, k)
    return chunk(tokens, k)


def _of_number(tokens: Tokens, k: int) -> tuple[int, int] | None:
    """The noun of the whole: "500 of the 12,000 troops"."""
    found = chunk(tokens, k + 1)
    return None if found and tokens.lows[found[0]] in grammar()["magnitude"] else found


def _with_of(tokens: Tokens, found: tuple[int, int]) -> tuple[int, int]:
    """A chunk with the chunk that "of" hangs on it: "brigades of military personnel"."""
    first, last = found
    if tokens.low(last) != "of" or tokens.kind(last + 1) != WORD:
        return found
    k = last + 1
    while tokens.low(k) in ("the", "its", "their", "a", "an"):
        k += 1
    inner = chunk(tokens, k)
    return (first, inner[1]) if inner else found


def chunk(tokens: Tokens, j: int, several: bool = True) -> tuple[int, int] | None:
    """The noun chunk that begins at token `j`: words up to a mark, a function word or the verb.

    `several`: a plural is expected, so that "1,500 job cuts" is a chunk and "a three-day visit begins" is cut short.
    """
    last, headed = j, False
    while last < min(tokens.size, j + 10):
        if not _continues(tokens, j, last, headed) or not (several or last == j or not _third_person(tokens, last)):
            break
        headed = headed or is_plural(tokens.lows[last])
        last += 1
    while last > j and tokens.kinds[last - 1] != WORD and tokens.kinds[last - 1] != NUMBER:
        last -= 1
    while last > j + 1 and tokens.lows[last - 1] in grammar()["time"] and tokens.lows[last - 2] in _NEXT:
        last -= 2
    return (j, last) if last > j and _real(tokens, j, last) else None


_NEXT = frozenset(("last", "next"))


def _continues(tokens: Tokens, first: int, k: int, headed: bool) -> bool:
    """Whether token `k` is still inside the chunk that began at `first`."""
    low = tokens.lows[k]
    if tokens.kinds[k] != WORD:
        inside = k > first and tokens.glued(k) and tokens.glued(k + 1)
        return (
            (low in _JOIN and inside)
            or (low == "&" and k > first)
            or (tokens.kinds[k] == NUMBER and k > first and tokens.glued(k))
        )
    if k > first and tokens.lows[k - 1] in _JOIN:
        return True
    if (low in grammar()["function"] and not _initials(tokens.words[k])) or low.endswith("n't"):
        return low == "and" and headed is False and k > first and _listed(tokens, k)
    if _is_verb(tokens, first, k, headed):
        return False
    return not (headed and not (is_plural(low) or tokens.words[k][0].isupper()))


def _third_person(tokens: Tokens, k: int) -> bool:
    """A verb form in -s."""
    low = tokens.lows[k]
    return low.endswith("s") and predicates().lemmas.get(low, low) != low and not tokens.capital(k)


def _initials(word: str) -> bool:
    """ "US" and "WHO" are names."""
    return len(word) > 1 and word.isupper()


def _listed(tokens: Tokens, k: int) -> bool:
    """ "digital and physical sales": "and" between two modifiers of one plural."""
    return (
        tokens.kind(k + 1) == WORD and tokens.low(k + 1) not in grammar()["function"] and is_plural(tokens.low(k + 2))
    )


def _is_verb(tokens: Tokens, first: int, k: int, headed: bool) -> bool:
    """A verb ends the chunk; a form in -ed before a noun is a modifier."""
    low = tokens.lows[k]
    if is_adverb(low) and not headed:
        return False
    verb = low in predicates().lemmas
    if headed:
        return (verb and not tokens.words[k][0].isupper()) or low.endswith(("ed", "ing"))
    if low.endswith(("ed", "ing")):
        return not (tokens.kind(k + 1) == WORD and tokens.low(k + 1) not in grammar()["function"])
    bare = predicates().lemmas.get(low) == low and low not in grammar()["past as base"]
    return verb and k > first and not is_plural(low) and not bare


def is_adverb(low: str) -> bool:
    """Whether a word is an adverb by its ending."""
    return low.endswith("ly") and low not in grammar()["not adverb"]


def is_plural(low: str) -> bool:
    """Whether a word looks like a plural noun."""
    words = grammar()
    if low in words["plural"]:
        return True
    return (
        len(low) > 3
        and low.endswith("s")
        and not low.endswith(("ss", "'s", "’s", "ous"))
        and low not in words["singular"]
    )


def _real(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a chunk holds more than adverbs and adjectives that stand for nothing."""
    adverbs = all(is_adverb(tokens.lows[k]) for k in range(first, last))
    return not adverbs and any(tokens.kinds[k] == WORD and len(tokens.words[k]) > 1 for k in range(first, last))


def _only_time(tokens: Tokens, found: tuple[int, int]) -> bool:
    """A chunk of time words and directions counts nothing: "5 per cent last year", "3 per cent higher"."""
    words = tokens.lows[found[0] : found[1]]
    return all(w in grammar()["time"] or w in grammar()["direction"] for w in words)


def _left(tokens: Tokens, quantity: Quantity, floor: int) -> tuple[int, int] | None:
    """The nearest noun chunk on the left that is no time, back to `floor`."""
    k = quantity.first - 1
    stop = max(floor, quantity.first - _REACH, 0)
    best = None
    while k >= stop:
        found = _ending_at(tokens, k, stop)
        if found is None:
            if best and (tokens.lows[k] in _BREAK or tokens.lows[k] in grammar()["clause"]):
                break
            k -= 1
            continue
        if not _time_chunk(tokens, found):
            best = _headed(tokens, found, stop)
            if not _lasts(quantity):
                break
        k = found[0] - 1
    return best


def _headed(tokens: Tokens, found: tuple[int, int], stop: int) -> tuple[int, int]:
    """The chunk with the one it hangs on: "homes" in "the median price for single-family homes"."""
    first = found[0]
    for _ in range(3):
        k = first - 1
        while k > stop and tokens.lows[k] in grammar()["determiner"]:
            k -= 1
        outer = _ending_at(tokens, k - 1, stop) if k > stop and tokens.lows[k] in grammar()["hanging"] else None
        if outer is None or _time_chunk(tokens, outer):
            break
        first = outer[0]
    return first, found[1]


def _lasts(quantity: Quantity) -> bool:
    """A span of time is said of its clause's first noun, the subject; anything else of the nearest."""
    return quantity.unit in _TIMES


_TIMES = frozenset(("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"))


def _ending_at(tokens: Tokens, k: int, stop: int) -> tuple[int, int] | None:
    """The chunk whose last word is token `k`."""
    if not _nominal(tokens, k):
        return None
    if not _closes(tokens, k):
        return None
    first = k
    while first - 1 >= stop and (_nominal(tokens, first - 1) or _joined(tokens, first - 1)):
        first -= 1
    while tokens.kinds[first] != WORD and first < k:
        first += 1
    return (first, k + 1) if _real(tokens, first, k + 1) else None


_ADJECTIVES = ("ive", "ous", "able", "ible", "ful", "less", "ish")


def _closes(tokens: Tokens, k: int) -> bool:
    """Whether a noun phrase may end at token `k`: no participle, adverb or predicate adjective."""
    low = tokens.lows[k]
    if tokens.capital(k) and k > 0:
        return True
    if low in grammar()["direction"] or low.endswith(_ADJECTIVES):
        return False
    return (
        not low.endswith(("ed", "ing", "ise", "ize", "ward", "wards")) or tokens.low(k - 1) in grammar()["determiner"]
    )


def _joined(tokens: Tokens, k: int) -> bool:
    """A hyphen or "&" inside a name."""
    return tokens.lows[k] in _JOIN and (tokens.glued(k) or tokens.lows[k] == "&") and tokens.kind(k - 1) == WORD


def _nominal(tokens: Tokens, k: int) -> bool:
    """Whether token `k` can belong to a noun phrase on the left."""
    low = tokens.lows[k]
    if tokens.kinds[k] == NUMBER:
        return tokens.glued(k) or tokens.capital(k - 1)
    if tokens.kinds[k] != WORD or low in grammar()["function"] or low.endswith("n't"):
        return False
    if tokens.capital(k) and k > 0:
        return True
    if is_adverb(low):
        return False
    return _noun_here(tokens, k, low)


def _noun_here(tokens: Tokens, k: int, low: str) -> bool:
    """Whether a word that may be a verb is a noun here: bare or plural, after a determiner or before "of"."""
    lemma = predicates().lemmas.get(low)
    if lemma is None:
        return True
    bare = lemma == low or (is_plural(low) and not low.endswith("ed"))
    if lemma == low and low not in grammar()["past as base"] and _singular_noun(tokens, k - 1):
        return True
    return (
        bare
        and k > 0
        and (tokens.low(k - 1) in grammar()["determiner"] or "of" in (tokens.low(k - 1), tokens.low(k + 1)))
    )


def _singular_noun(tokens: Tokens, k: int) -> bool:
    """A lower-case singular, which no bare verb follows: "the corporate tax rate"."""
    low = tokens.low(k)
    plain = tokens.kind(k) == WORD and not tokens.capital(k) and not is_plural(low) and low not in predicates().lemmas
    return plain and low not in grammar()["function"] and not is_adverb(low)


def _time_chunk(tokens: Tokens, found: tuple[int, int]) -> bool:
    """Whether a left chunk ends in a time word."""
    return tokens.lows[found[1] - 1] in grammar()["time"]
