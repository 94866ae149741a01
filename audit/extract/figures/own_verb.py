"""Whether a verb near a figure is the figure's own: the figure is its object, its subject, or tells by how much or how
long.

Invariant: looks at the tokens between figure and verb, once; a verb that may be another noun's is not the figure's.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from audit.extract.figures.lexicon import GRAMMAR, begins_amount, owning
from audit.lexicon import load_rules
from audit.text.parts_of_speech import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    GERUND,
    NOUNS,
    NUMERAL,
    OTHER,
    PARTICIPLE,
    PARTICLE,
    PAST,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    THIRD,
    TO,
    may_be,
)
from audit.text.tokens import NUMBER, WORD, Tokens

_GOVERNS = frozenset(PREPOSITION + TO)
_LOOSE = frozenset(DETERMINER + ADJECTIVE + ADVERB)
_PARTICIPLES = frozenset(PARTICIPLE + GERUND)
_NOUN_PHRASE = NOUNS | _LOOSE | _PARTICIPLES | {NUMERAL, OTHER}
_PARTS = frozenset((PRONOUN, NUMERAL, *_LOOSE))
_OBJECTS = NOUNS | {DETERMINER, ADJECTIVE, NUMERAL, PRONOUN}
_SIGNS = frozenset("-‐‑–—'’&/$€£%")


@cache
def _clitics() -> tuple[str, ...]:
    """What an apostrophe leaves of a helper: "they're" has its own verb."""
    return tuple(entry["ending"] for entry in load_rules("contractions")["endings"])


class Told(NamedTuple):
    """What of a figure decides which verb is its own."""

    first: int  # its first token, or that of a hedge before it
    measured: bool = False  # an amount, of no noun behind it: "a rate of 5 percent"
    lasting: bool = False  # a span of time by itself: "for five years"
    plural: bool = False  # more than one thing counted one by one


def governs(tokens: Tokens, verb: int, told: Told) -> bool:
    """Whether a verb on the left takes the figure: "sold 5", "cut its staff to 5"."""
    k = past_loose(tokens, told.first - 1, verb)
    if k <= verb:
        return True
    kind, low = tokens.class_of(k), tokens.lows[k]
    if low in GRAMMAR["joins parts"] or kind == CONJUNCTION:
        return low in GRAMMAR["joins parts"] and _parallel(tokens, verb, k)
    if kind == PRONOUN:
        return not low.endswith(_clitics()) and past_loose(tokens, k - 1, verb) <= verb
    opens = low in GRAMMAR["relative"] or low in GRAMMAR["conjunction"]
    if opens and low not in GRAMMAR["also prepositions"]:
        return False  # "said that 5 days ago", but "left after 5 days"
    if kind in _GOVERNS or kind == PARTICLE or low in GRAMMAR["hedging"]:
        return _governs_by(tokens, verb, k, told)
    start = _past_phrase(tokens, k, verb)
    if tokens.low[start] in GRAMMAR["joins parts"] and start < k:
        start = _past_phrase(tokens, start - 1, verb)  # "cost towns and firms 5"
    return start <= verb or told.lasting or (tokens.class_of(start) == PRONOUN and start == verb + 1)


def _governs_by(tokens: Tokens, verb: int, k: int, told: Told) -> bool:
    """Whether a verb takes the figure by the preposition at token `k`."""
    low = tokens.lows[k]
    before = k - 1
    while before > verb and tokens.class_of(before) in (PARTICLE, ADVERB, TO):
        before -= 1
    if low in GRAMMAR["of"] and tokens.class_of(k - 1) in _PARTS:
        return tokens.lows[k - 1] in GRAMMAR["whole"] and governs(tokens, verb, told._replace(first=k - 1))
    if before <= verb:
        return True
    if low in GRAMMAR["by"]:
        return told.measured or (
            _moves(tokens, verb, before) and not (told.plural and _has_actors(tokens, verb, told.first))
        )
    if tokens.class_of(before) in _GOVERNS or tokens.class_of(before) == PRONOUN:
        return before == verb + 1 and tokens.lows[before] not in GRAMMAR["conjunction"]
    start = _past_phrase(tokens, before, verb)
    if low in GRAMMAR["of"]:
        return _amounts(tokens, start + 1, k, told) and governs(tokens, verb, told._replace(first=start + 1))
    if told.lasting:
        told_of = tokens.lows[verb] in GRAMMAR["clause"] or tokens.lows[verb] in GRAMMAR["speaking"]
        return low in GRAMMAR["during"] and not told_of and not is_ranked(tokens, start + 1, k)
    if told.measured and low in GRAMMAR["moving"]:
        return True
    near = start <= verb
    if told.measured:
        return near and low in GRAMMAR["standing"]
    return _leads_to(tokens, verb, start, k, told.first)


def _leads_to(tokens: Tokens, verb: int, start: int, k: int, first: int) -> bool:
    """Whether what stands between a verb and a preposition, from token `start` to `k`, is what the verb takes, with no
    more than phrases that hang on it: "gained support from 5", "met a group of clerks in the east of Orv with 5"."""
    low = tokens.lows[k]
    tied = low in GRAMMAR["of the object"] and not _spans(tokens, first)
    if tied or tokens.lows[verb] in _tells() or _modifies(tokens, verb):
        return False
    while start > verb and tokens.class_of(start) == PREPOSITION and tokens.lows[start] not in GRAMMAR["conjunction"]:
        start = _past_phrase(tokens, start - 1, verb)
    return start <= verb


def _modifies(tokens: Tokens, verb: int) -> bool:
    """Whether a verb in the past tense tells of the noun behind it: "the stated agreement", "Roe's proposed ban"."""
    k = verb - 1
    while tokens.class_of(k) == ADVERB:
        k -= 1
    past = tokens.class_of(verb) in (PARTICIPLE, PAST) and tokens.class_of(verb + 1) in _OBJECTS - {DETERMINER, PRONOUN}
    return past and (tokens.class_of(k) in _BEFORE_MODIFIER or owning(tokens.low[k]))


_BEFORE_MODIFIER = frozenset(DETERMINER + ADJECTIVE + PREPOSITION + TO + GERUND)


def _spans(tokens: Tokens, first: int) -> bool:
    """Whether a second number ends a range that begins at a token: "between $5 and $9"."""
    joins = [j for j in range(first + 1, first + _NEAR) if tokens.low[j] in GRAMMAR["day joins"]]
    return any(begins_amount(tokens, j + 1) for j in joins)


@cache
def _tells() -> frozenset[str]:
    """Verbs that take a clause, or of which nothing befalls what they take."""
    return GRAMMAR["having"] | GRAMMAR["holding"] | GRAMMAR["clause"] | GRAMMAR["speaking"]


def _moves(tokens: Tokens, verb: int, k: int) -> bool:
    """Whether "by" behind token `k` is the verb's: "lost to Roe by 5", but "told Holm about an attack by 5"."""
    start = _past_phrase(tokens, k, verb)
    while start > verb and tokens.lows[start] in GRAMMAR["of"]:
        start = _past_phrase(tokens, start - 1, verb)  # "cut the number of boats by 5"
    return start <= verb or tokens.class_of(verb + 1) not in _OBJECTS


def _has_actors(tokens: Tokens, verb: int, first: int) -> bool:
    """Whether "by" tells who made the verb's object, no margin: "undo the deal by 5 towns", "won by 5 votes"."""
    k = first
    while tokens.class_of(k) not in _COUNTED and tokens.kind(k) in (WORD, NUMBER) and k < first + _NEAR:
        k += 1
    counted = tokens.class_of(k) in _COUNTED and GRAMMAR["margin noun"].isdisjoint(tokens.lows[k : k + _NEAR])
    return counted and tokens.class_of(verb) != PARTICIPLE and tokens.class_of(verb + 1) in _OBJECTS


_COUNTED = NOUNS | {ADJECTIVE}
_NEAR = 4  # tokens of a hedge with its number, or of a noun phrase


def _amounts(tokens: Tokens, start: int, k: int, told: Told) -> bool:
    """Whether "of" at token `k` ties an amount to its noun, or a group to its members: "a rate of 5", "a crew of 5"."""
    opens = next((j for j in range(k - 1, start - 1, -1) if tokens.class_of(j) == DETERMINER), start)
    many = tokens.low[opens] in GRAMMAR["article"] and tokens.class_of(k + 1) != DETERMINER
    return told.measured or many


def is_ranked(tokens: Tokens, start: int, last: int) -> bool:
    """Whether a phrase is of the first or the most: "its best result in five years"."""
    near = range(start, last)
    return any(tokens.lows[k] in _ranks() or _is_superlative(tokens, k) for k in near)


@cache
def _ranks() -> frozenset[str]:
    return GRAMMAR["rank"] | GRAMMAR["record"]


def _is_superlative(tokens: Tokens, k: int) -> bool:
    """Whether a word is an adjective's last degree: "biggest", no noun of that ending ("protest", "forest")."""
    return tokens.lows[k].endswith("est") and tokens.class_of(k) not in NOUNS


def _parallel(tokens: Tokens, verb: int, k: int) -> bool:
    """Whether "and" at token `k` joins the figure to a number, or to the only object: "5 men in Orv and 3 women"."""
    if k - 1 == verb and tokens.class_of(verb) == PARTICIPLE:
        return False  # "nine were killed and 5 hurt"
    return NUMBER in tokens.kinds[verb + 1 : k] or _past_phrase(tokens, k - 1, verb) <= verb


def past_loose(tokens: Tokens, k: int, stop: int) -> int:
    """The first token leftwards from `k` that only leads to a noun: past "the", "its town's", "almost"."""
    while k > stop:
        if tokens.low[k].endswith("'s") and tokens.class_of(k) in NOUNS:
            k = _past_phrase(tokens, k, stop)
        elif tokens.lows[k] in GRAMMAR["compares"] and tokens.class_of(k - 1) in _LOOSE:
            k -= 2  # "more than a"
        elif tokens.class_of(k) in _PARTICIPLES and tokens.class_of(k - 1) == DETERMINER:
            k -= 2  # "the remaining"
        elif tokens.class_of(k) in _LOOSE or tokens.lows[k] in _SIGNS or tokens.lows[k] in GRAMMAR["dating before"]:
            k -= 1
        else:
            break
    return k


def _past_phrase(tokens: Tokens, k: int, stop: int) -> int:
    """The first token leftwards from `k` that stands before its noun phrase."""
    while k > stop and _in_phrase(tokens, k):
        k -= 1
    return k


def _in_phrase(tokens: Tokens, k: int) -> bool:
    """Whether a token may stand in a noun phrase; a name or what follows "a" may look like a verb."""
    if tokens.class_of(k) in _NOUN_PHRASE or tokens.lows[k] in _SIGNS:
        return True
    return tokens.kinds[k] == WORD and (tokens.capital(k) or tokens.low[k - 1] in GRAMMAR["article"])


def is_subject(tokens: Tokens, verb: int, last: int, told: Told) -> bool:
    """Whether a verb on the right may have the figure, which ends before token `last`, as its subject, or tell more of
    it."""
    if told.lasting and tokens.low[last] in GRAMMAR["dating"] and tokens.class_of(told.first - 1) in NOUNS:
        return False  # "a fight 5 years ago meant"
    opens = [j for j in range(last, verb) if tokens.class_of(j) == QUESTION or tokens.lows[j] in GRAMMAR["relative"]]
    if opens and (_told_of_other(tokens, opens[0], verb) or _of_noun_within(tokens, opens[0], verb)):
        return False
    if _tells_more(tokens, verb):
        return True
    if opens:
        return not told.lasting and not (told.plural and _singular(tokens, last, verb))
    k = past_loose(tokens, told.first - 1, -1)
    if tokens.low[k] in GRAMMAR["between"] and _spans(tokens, told.first):
        k = past_loose(tokens, k - 1, -1)  # "that between 5 and 9 boats were sunk"
    if tokens.low[k] in GRAMMAR["copula"] and k >= 0 and not told.plural:
        return False  # "that she were 60 changes it"
    if k > 0 and tokens.class_of(k) in FINITE and _takes_in_relative(tokens, k, told):
        return False  # "the storm that sank 20 boats showed it"
    if k < 0 or tokens.class_of(k) not in _GOVERNS or _subordinates(tokens.lows[k]):
        return True
    if tokens.lows[k] in GRAMMAR["absolute"]:
        return told.measured
    if tokens.lows[k] not in GRAMMAR["of"]:
        return told.lasting and past_loose(tokens, k - 1, -1) < 0
    if tokens.class_of(k - 1) in _PARTS:
        return tokens.lows[k - 1] in GRAMMAR["whole"]
    return _amounts(tokens, _past_phrase(tokens, k - 1, -1) + 1, k, told)


def _takes_in_relative(tokens: Tokens, k: int, told: Told) -> bool:
    """Whether the verb at token `k` tells more of a noun and has the figure as its object, no clause."""
    behind = tokens.low[k - 1] in GRAMMAR["relative"] and tokens.class_of(k - 2) in NOUNS
    if not behind or tokens.lows[k] in GRAMMAR["clause"] or tokens.lows[k] in GRAMMAR["holding"]:
        return False
    return GRAMMAR["relative"].isdisjoint(tokens.lows[k + 1 : told.first])


def _told_of_other(tokens: Tokens, opens: int, verb: int) -> bool:
    """Whether a clause has a subject and no place for the figure: "a 9-page order that the laws be kept", "men whose
    plans do not meet it"."""
    if tokens.lows[opens] in GRAMMAR["owner clause"]:
        return True
    between = range(opens + 1, verb)
    named = any(tokens.class_of(j) in _SUBJECTS for j in between) and not _says_between(tokens, between)
    passive = tokens.class_of(verb) != GERUND and not GRAMMAR["bare be"].isdisjoint(tokens.lows[opens : verb + 3])
    return named and passive


def _of_noun_within(tokens: Tokens, opens: int, verb: int) -> bool:
    """Whether a participle tells more of a noun within a relative clause: "40 woods that store gas absorbed"."""
    alone = tokens.class_of(verb) in _PARTICIPLES and not _helped(tokens, verb)
    return alone and tokens.class_of(verb - 1) in NOUNS and verb - 1 > opens + 1


def _says_between(tokens: Tokens, between: range) -> bool:
    """Whether a verb of saying stands between: "men who they said had been hurt"."""
    return any(tokens.lows[j] in GRAMMAR["clause"] or tokens.lows[j] in GRAMMAR["speaking"] for j in between)


_SUBJECTS = NOUNS | {PRONOUN}


def _subordinates(low: str) -> bool:
    """Whether a preposition may open a clause of its own: "after 20 boats were sunk"."""
    return low in GRAMMAR["conjunction"] or low in GRAMMAR["subordinates"]


def _tells_more(tokens: Tokens, verb: int) -> bool:
    """Whether a verb may be a participle behind its noun: "boats sold in May", but "boats sold their cargo"."""
    if _helped(tokens, verb):
        return False
    alone = tokens.class_of(verb + 1) not in _OBJECTS or tokens.low[verb + 1] in GRAMMAR["time"]
    past = tokens.class_of(verb) == PAST and may_be(tokens.lows[verb], PARTICIPLE)
    return tokens.class_of(verb) in _PARTICIPLES or (past and alone)


def _helped(tokens: Tokens, verb: int) -> bool:
    """Whether a helper stands right before a verb, or before its adverb."""
    return not GRAMMAR["auxiliary"].isdisjoint(tokens.lows[max(0, verb - 3) : verb])


def _singular(tokens: Tokens, last: int, verb: int) -> bool:
    """Whether a verb has one subject: "is", "has", "says"."""
    helpers = [low for low in tokens.lows[last:verb] if low in GRAMMAR["auxiliary"]]
    return helpers[0] in GRAMMAR["singular"] if helpers else tokens.class_of(verb) == THIRD
