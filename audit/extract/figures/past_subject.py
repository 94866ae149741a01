"""Where the verb of a subject begins, past what tells more of it: phrases, lists, brackets and asides.

Invariant: looks a bounded way to the right, and takes no verb that only one thing may have.
"""

from __future__ import annotations

from audit.extract.figures.lexicon import GRAMMAR, begins_amount, owning
from audit.extract.figures.modality import is_edge
from audit.text.parts_of_speech import (
    ADJECTIVE,
    ADVERB,
    BASE,
    DETERMINER,
    FINITE,
    MODAL,
    NOUNS,
    NUMERAL,
    PARTICIPLE,
    PAST,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    may_be,
)
from audit.text.tokens import Tokens

_REACH = 14
_LONGEST = 30  # tokens of an aside
_LOOSE = frozenset(DETERMINER + ADVERB + ADJECTIVE)
_BEFORE_HANGING = frozenset(DETERMINER + ADJECTIVE + NUMERAL + ADVERB)
_HANGS = NOUNS | {NUMERAL}
_MANY = frozenset(PLURAL)
_OF_SEVERAL = frozenset(MODAL + PAST + BASE)
_OBJECTS = NOUNS | {DETERMINER, PRONOUN}
_DASHED = frozenset("—–-")
_ASIDES = {",": ",", "(": ")", "—": "—", "–": "–", "-": "-"}
_ENDS = frozenset(";:!?")


def verb_past_subject(tokens: Tokens, first: int, last: int, *, alone: bool) -> int:
    """The token at which the verb of the counted, `[first, last)`, begins behind what tells more of them, or -1.

    `alone`: no other verb stands near, so that an aside may part it from what does not begin a clause.
    """
    j = _past_phrases(tokens, last)
    if tokens.low[first - 1] in GRAMMAR["including"]:  # "most men, including 8 in 10 clerks, favor it"
        return _opens_verb(tokens, j + 1) if tokens.low[j] == "," else -1
    verb = _past_itself(tokens, first, last)
    if verb >= 0:
        return verb
    opens = _opens(tokens, first)
    if j > last and opens:
        verb = _opens_verb(tokens, j)
    return verb if verb >= 0 or not (opens or (alone and j == last)) else _past_aside(tokens, j, j + (j > last))


def _past_aside(tokens: Tokens, start: int, least: int) -> int:
    """The verb behind an aside that begins at a token and ends behind `least`: "ten men, Bo Roe among them, were
    hurt"."""
    closing = _ASIDES.get(tokens.low[start])
    if closing is None or tokens.titled() or tokens.low[start - 1] in GRAMMAR["time"]:
        return -1
    listing = tokens.low[start + 1] in GRAMMAR["including"]
    for j in range(start + 1, min(tokens.size - 1, start + _LONGEST)):
        if tokens.lows[j] in _ENDS or (not listing and _opens_relative(tokens, j)):
            return -1
        if tokens.lows[j] == closing and j > least and (verb := _opens_verb(tokens, j + 1)) >= 0:
            return verb
    return -1


def _opens_relative(tokens: Tokens, j: int) -> bool:
    return tokens.lows[j] in GRAMMAR["relative"] or tokens.class_of(j) == QUESTION


def _opens_verb(tokens: Tokens, j: int) -> int:
    """Where the verb of several begins at a token or behind "all", or -1: "were", "left", no "was"."""
    j += tokens.low[j] in GRAMMAR["whole"]
    j += tokens.class_of(j) == ADVERB and tokens.class_of(j + 1) in _OF_SEVERAL
    low, kind = tokens.low[j], tokens.class_of(j)
    acts = kind == PARTICIPLE and tokens.class_of(j + 1) in _OBJECTS and may_be(low, PAST)  # "– revived the idea"
    verb = low not in GRAMMAR["singular"] and (low in GRAMMAR["auxiliary"] or kind in _OF_SEVERAL or acts)
    return j if verb else -1


def _past_itself(tokens: Tokens, first: int, last: int) -> int:
    """The verb of a subject whose number stands behind it in brackets: "most voters (66 percent) stayed", "a majority
    (56 percent) in Orv left"."""
    opening, subject, j = tokens.low[first - 1], tokens.class_of(first - 2), last + 1
    bracket = opening == "("
    if first < 2 or _ASIDES.get(opening) != tokens.low[last] or opening in _DASHED or subject not in NOUNS:
        return -1
    if tokens.class_of(j) in FINITE and (bracket or subject == PLURAL):
        return j
    behind = _past_phrases(tokens, j)
    return behind if bracket and behind > j and tokens.class_of(behind) in _OF_SEVERAL else -1


def _opens(tokens: Tokens, first: int) -> bool:
    """Whether a phrase with its hedge begins a clause: "more than 12 men", "said that 12 men"."""
    k = first - 1
    while k >= 0 and (tokens.class_of(k) in _LOOSE or tokens.lows[k] in GRAMMAR["hedging"]):
        k -= 1
    return k < 0 or is_edge(tokens, k)


def _past_phrases(tokens: Tokens, j: int) -> int:
    """The token behind all that prepositions, "and" and brackets tie to the noun phrase that ends at a token: "of men
    in Orv", ", clerks and mates", "familiar with it", "65 and older (71 %)"."""
    end, before_list = j + _REACH, -1
    while j < end and (behind := _hanging(tokens, j)) >= 0:
        if tokens.low[j] == "," and tokens.low[j + 1] not in GRAMMAR["list join"]:
            before_list = j if before_list < 0 else before_list
        elif tokens.low[j] == "," or tokens.low[j] in GRAMMAR["list join"]:
            before_list = -1
        j = behind
    return j if before_list < 0 else before_list


def _hanging(tokens: Tokens, j: int) -> int:
    """The end of what is tied to a noun phrase that ends at a token, or -1."""
    low, kind = tokens.low[j], tokens.class_of(j)
    if low == "(":
        return next((k + 1 for k in range(j + 1, min(j + 6, tokens.size)) if tokens.lows[k] == ")"), -1)
    if kind == ADJECTIVE:
        return j + 1 if tokens.class_of(j + 1) == PREPOSITION else -1  # "familiar with"
    if low in GRAMMAR["list join"] or low == ",":
        k = j + 1 + (low == "," and tokens.low[j + 1] in GRAMMAR["list join"])
        others = tokens.class_of(k) == DETERMINER or tokens.low[k] in GRAMMAR["another"]
        own = begins_amount(tokens, k) or (low != "," and others)
        k += 2 * (others and tokens.low[k + 1] in GRAMMAR["of"])  # "and some of the clerks"
        return _noun_phrase(tokens, k, _HANGS if own else _MANY)
    if kind != PREPOSITION or low in GRAMMAR["conjunction"]:
        return -1
    those = tokens.low[j + 1] in GRAMMAR["pointing"]
    return _noun_phrase(tokens, j + 1, _HANGS) if not those else _of_those(tokens, j + 2)


def _of_those(tokens: Tokens, j: int) -> int:
    """The end of what tells at a token who "those" are, or -1: "of those polled said", "of those who came left"."""
    told = j + 2 * (tokens.class_of(j) == QUESTION) if tokens.class_of(j + 1) in FINITE else j
    if tokens.class_of(j) == PARTICIPLE or told > j:
        return max(told, j + 1)
    return _noun_phrase(tokens, j, _HANGS)


def _noun_phrase(tokens: Tokens, j: int, heads: frozenset[str]) -> int:
    """The end of a phrase that begins at a token and has such a head, or -1."""
    k = j
    while tokens.class_of(k) in _BEFORE_HANGING:
        k += 1
    while tokens.class_of(k) in NOUNS:
        k += 1
    if k > j and owning(tokens.lows[k - 1]):
        return _noun_phrase(tokens, k, heads)
    return k if k > j and tokens.class_of(k - 1) in heads else -1
