"""What stands over the verb of a figure: its helpers, what it hangs on, and the condition of its clause.

Invariant: walks to the left only, a bounded way, and never past the end of a clause that could stand alone.
"""

from __future__ import annotations

from functools import cache

from audit.extract.figures.lexicon import GRAMMAR, in_short_form, predicates
from audit.extract.figures.own_verb import past_loose
from audit.records import Modality
from audit.text.parts_of_speech import (
    ADJECTIVE,
    ADVERB,
    BASE,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    MARK,
    MODAL,
    NAME,
    NOUNS,
    NUMERAL,
    OTHER,
    PARTICIPLE,
    PARTICLE,
    PAST,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    THIRD,
    TO,
    VERBS,
)
from audit.text.tokens import WORD, Tokens

REACH = 24  # tokens
_DEEPEST = 4  # verbs, one over the other
_LOOSE = frozenset(DETERMINER + ADVERB + ADJECTIVE)
_HELPING = frozenset(ADVERB + PARTICLE)
_STATES = frozenset(PARTICIPLE + ADJECTIVE + ADVERB)
_PARTICIPLES = frozenset(GERUND + PARTICIPLE)
_SKIPPED = NOUNS | {DETERMINER, ADVERB, ADJECTIVE, NUMERAL, PRONOUN, OTHER, PREPOSITION, PARTICLE}
_CLAUSE = frozenset(';:.!?()[]"“”—–')
_OPENS = frozenset(MARK + CONJUNCTION)  # before a helper that asks: none of "why did"
_FREE = frozenset(PAST + MODAL + THIRD)
_PRESENT = frozenset(BASE + THIRD + PLURAL)  # "the plan costs"


@cache
def _hints() -> frozenset[str]:
    """The words without one of which nothing stands over a verb that makes it less real."""
    return frozenset((*predicates().modality, *predicates().governing, *_openers()))


def _openers() -> frozenset[str]:
    """What opens a clause that is no more than thought of, planned or denied."""
    return GRAMMAR["condition"] | GRAMMAR["nobody"] | GRAMMAR["draft"]


def modality_over(tokens: Tokens, first: int, verb: int, *, lasting: bool) -> Modality | None:
    """How real a figure at token `first` is by what stands over its own verb, or over a "be" that it is the complement
    of where it has none (-1); None where nothing tells. `lasting`: it tells how long."""
    stop = max(0, first - REACH)
    if _hints().isdisjoint(tokens.lows[stop : max(first, verb + 1)]) and "?" not in tokens.lows:
        return None
    if verb >= first:
        return _before_infinitive(tokens, verb, first) or _asked_for(tokens, verb) or _condition(tokens, first, stop)
    verb = verb if verb >= 0 else _copula_before(tokens, first)
    wished = predicates().wishing.get(tokens.low[verb]) if verb >= 0 and not lasting else None
    told = wished or (_over(tokens, verb, stop) if verb >= 0 else None)
    return told if told is not Modality.DENIED or tokens.low[first - 1] not in GRAMMAR["compares"] else None


def modality_around(tokens: Tokens, first: int) -> Modality | None:
    """How real a figure that begins at token `first` is by the verb of its clause that it measures, where none was read
    as its own: "could up its rate to 90 percent", "may be as low as 5"."""
    stop = max(0, first - REACH)
    if _hints().isdisjoint(tokens.lows[stop:first]) or tokens.low[first - 1] in GRAMMAR["known thing"]:
        return None
    verb = _measured_verb(tokens, first, stop)
    if verb < 0 or tokens.low[verb] in GRAMMAR["including"]:
        return None
    if tokens.low[verb] in GRAMMAR["copula"]:
        return _condition(tokens, verb, stop)
    if tokens.class_of(verb) == MODAL:
        return predicates().modality.get(tokens.lows[verb]) if not _is_month(tokens, verb) else None
    return _over(tokens, verb, stop)


def _measured_verb(tokens: Tokens, first: int, stop: int) -> int:
    """The verb right before an amount, or the one that a preposition of measure ties it to; -1 for none."""
    k = past_loose(tokens, first - 1, stop)
    if tokens.class_of(k) in VERBS:
        return k
    if tokens.low[k] in GRAMMAR["between"]:
        return k - 1 if tokens.class_of(k - 1) in VERBS else -1
    tied = tokens.low[k] in _measuring() and tokens.low[k - 1] not in GRAMMAR["according"]
    return _verb_before(tokens, k, stop) if tied else -1


@cache
def _measuring() -> frozenset[str]:
    """The prepositions behind which an amount tells how far what the verb tells goes."""
    return GRAMMAR["to"] | GRAMMAR["by"] | GRAMMAR["as"] | GRAMMAR["compares"]


def _before_infinitive(tokens: Tokens, verb: int, first: int) -> Modality | None:
    """What the word right before the infinitive of a subject makes of it: "5 clerks were unwilling to talk"."""
    k = verb - 2
    return predicates().governing.get(tokens.low[k]) if k > first and tokens.class_of(verb - 1) == TO else None


def _asked_for(tokens: Tokens, verb: int) -> Modality | None:
    """What a participle behind the counted tells of them: "the 60 votes needed", "5 boats were sought"."""
    helped = not GRAMMAR["having"].isdisjoint(tokens.lows[max(0, verb - 3) : verb])  # "have long sought"
    passive = tokens.class_of(verb) == PARTICIPLE and not helped
    return predicates().wishing.get(tokens.low[verb]) if passive else None


def _copula_before(tokens: Tokens, first: int) -> int:
    """The "be" that a figure is the complement of: "could easily be a two-point lead"; -1 for none."""
    k = first - 1
    while k > 0 and tokens.class_of(k) in _LOOSE:
        k -= 1
    return k if tokens.low[k] in GRAMMAR["bare be"] else -1


def _over(tokens: Tokens, verb: int, stop: int) -> Modality | None:
    """What the words over a verb make of it, verb by verb."""
    for _ in range(_DEEPEST):
        helped, k = _helpers(tokens, verb, stop)
        if helped is not None:
            return helped
        if k < stop:
            return None
        if tokens.class_of(k) == TO and tokens.low[k - 1] in GRAMMAR["obliged"]:
            return _over(tokens, k - 1, stop) or Modality.POSSIBLE
        if tokens.class_of(k) == TO:
            verb, told = _governor(tokens, k - 1, stop)
        elif _is_instead(tokens, k):
            return Modality.DENIED
        elif tokens.class_of(verb) == GERUND and not _is_helper(tokens, k):
            verb, told = _of_gerund(tokens, k, stop)
        elif tokens.class_of(verb) == BASE:
            subject, (verb, told) = k, _joined(tokens, k, stop)
            told = told or (_over_clause(tokens, subject + 1, stop) if verb < 0 else None)
        else:
            return _over_clause(tokens, k + 1, stop)
        if told is not None or verb < stop:
            return told
    return None


def _helpers(tokens: Tokens, verb: int, stop: int) -> tuple[Modality | None, int]:
    """What the helpers right before a verb tell, and the token before them and their adverbs."""
    k = verb - 1
    while k >= stop and (tokens.class_of(k) in _HELPING or _is_helper(tokens, k)):
        told = predicates().modality.get(tokens.lows[k]) if _is_helper(tokens, k) or _negates(tokens, k) else None
        if told is not None:
            return told, k
        k -= 1
    return None, k


def _is_instead(tokens: Tokens, k: int) -> bool:
    """Whether what is told behind token `k` is what did not happen: "rather than sinking 20 boats"."""
    return f"{tokens.low[k - 1]} {tokens.low[k]}" in GRAMMAR["instead"]


def _is_helper(tokens: Tokens, k: int) -> bool:
    return tokens.low[k] in GRAMMAR["auxiliary"] and not _is_month(tokens, k)


def _is_month(tokens: Tokens, k: int) -> bool:
    """ "a report in May found" """
    return tokens.capital(k) and tokens.class_of(k - 1) == PREPOSITION


def _negates(tokens: Tokens, k: int) -> bool:
    """Whether a word denies the verb behind it: "never hurt", no "not only hurt"."""
    return tokens.lows[k] in GRAMMAR["negation"] and tokens.low[k + 1] not in GRAMMAR["no denial before"]


def _governor(tokens: Tokens, k: int, stop: int) -> tuple[int, Modality | None]:
    """The verb that an infinitive hangs on, whose "to" stands behind token `k`, and what it or a noun or adjective
    between makes of it: "wanted Roe to protect", "a plan to cut", "likely to cut"."""
    k -= tokens.class_of(k) in _HELPING and tokens.low[k] not in predicates().governing
    told = predicates().governing.get(tokens.low[k])
    if told is not None:
        return k, told
    while k >= stop and not _is_verb(tokens, k):
        if not _is_skipped(tokens, k):
            return -1, None
        k -= 1
    if k < 0 and tokens.titled():
        return k, Modality.PLANNED  # "Orv Mayor To Sell 20 Boats"
    return k, predicates().governing.get(tokens.low[k]) if k >= stop else None


def _is_skipped(tokens: Tokens, k: int) -> bool:
    """Whether a token may stand in a noun phrase or before it."""
    return tokens.class_of(k) in _SKIPPED or in_short_form(tokens, k)


def _is_verb(tokens: Tokens, k: int) -> bool:
    """Whether a token is a verb and no participle before its noun."""
    kind = tokens.class_of(k)
    before_noun = kind in _PARTICIPLES and tokens.class_of(k - 1) == DETERMINER
    return kind in VERBS and tokens.kinds[k] == WORD and not before_noun


def _of_gerund(tokens: Tokens, k: int, stop: int) -> tuple[int, Modality | None]:
    """The verb over a form in -ing, token `k` before it, or what it tells: "recommended slashing", "will pull out,
    throwing"."""
    if tokens.low[k] == ",":
        return -1, _of_main(tokens, k - 1, stop)
    if tokens.low[k] in GRAMMAR["by"]:
        return -1, _by_means(tokens, k - 1, stop)
    k -= tokens.class_of(k) == PARTICLE and _is_verb(tokens, k - 1)  # "end up selling"
    if tokens.low[k] in GRAMMAR["moving"] and tokens.class_of(k) != TO:
        return _governor(tokens, k - 1, stop)  # "stop Roe from letting"
    tied = tokens.low[k] in _ties()
    told = predicates().governing.get(tokens.low[k - tied])
    warned = told is not None and tokens.class_of(k) == PREPOSITION  # "warned against selling"
    return (k - tied, told) if tied or warned or _is_verb(tokens, k) else (-1, None)


def _by_means(tokens: Tokens, k: int, stop: int) -> Modality | None:
    """What the verb before token `k` is, as that is by which it is brought about: "plans to cut it by selling";
    but what was tried or allowed may be brought about by what was done."""
    verb = _verb_before(tokens, k, stop)
    alone = verb == k and tokens.class_of(k) == GERUND  # "tracks spending by watching"
    told = _over(tokens, verb, stop) if verb >= 0 and not alone else None
    return told if told is Modality.PLANNED or (told and MODAL in map(tokens.class_of, range(stop, verb))) else None


def _verb_before(tokens: Tokens, k: int, stop: int) -> int:
    """The verb at or before token `k` with no more than what it takes between, or -1."""
    while k >= stop and not _is_verb(tokens, k):
        if not _is_skipped(tokens, k):
            return -1
        k -= 1
    return k if k >= stop else -1


@cache
def _ties() -> frozenset[str]:
    """The prepositions by which a form in -ing hangs on a noun or an adjective."""
    return GRAMMAR["of"] | GRAMMAR["for"] | GRAMMAR["to"]


def _of_main(tokens: Tokens, k: int, stop: int) -> Modality | None:
    """What the helpers of the clause that ends at token `k` tell, so far as they hold for what it brings about."""
    while k >= stop and not (_is_verb(tokens, k) and tokens.class_of(k - 1) != TO):
        if (
            tokens.class_of(k) == TO
            and tokens.class_of(k - 1) in _STATES
            and tokens.low[k - 1] in predicates().governing
        ):
            return predicates().governing[tokens.low[k - 1]]  # "is expected to hit"
        if tokens.low[k] in _CLAUSE or tokens.class_of(k) in (QUESTION, CONJUNCTION) or tokens.low[k] == ",":
            return None
        k -= 1
    told, k = _helpers(tokens, k, stop)
    opens = _past_subject(tokens, k - 1, stop) if told else k
    return told if told is not Modality.DENIED and tokens.low[opens] not in GRAMMAR["relative"] else None


def _past_subject(tokens: Tokens, k: int, stop: int) -> int:
    """The token before the subject that ends at token `k`."""
    while k >= stop and tokens.low[k] not in GRAMMAR["relative"] and _is_skipped(tokens, k):
        k -= 1
    return k


def _joined(tokens: Tokens, k: int, stop: int) -> tuple[int, Modality | None]:
    """The verb that a bare form is joined to, or the helper that its subject parts it from: "will cut taxes and build",
    "would the mayor build"."""
    joined = tokens.class_of(k) == CONJUNCTION
    while k >= stop:
        if tokens.lows[k] in _CLAUSE or tokens.class_of(k) == QUESTION or tokens.low[k] in GRAMMAR["relative"]:
            return -1, None
        if not joined and _is_helper(tokens, k) and tokens.class_of(k - 1) in _OPENS:
            return k, Modality.POSSIBLE
        if joined and tokens.class_of(k) in _FREE:
            told = predicates().modality.get(tokens.lows[k]) if tokens.class_of(k) == MODAL else None
            return -1, told
        if joined and tokens.class_of(k) == BASE:
            return k, None
        if not joined and not _is_skipped(tokens, k):
            return -1, None
        k -= 1
    return -1, None


def _over_clause(tokens: Tokens, k: int, stop: int) -> Modality | None:
    """What opens the clause whose subject ends before token `k` makes of it, or what it hangs on."""
    return _condition(tokens, k, stop) or _mandated(tokens, k, stop) or _drafted(tokens, k)


def _drafted(tokens: Tokens, k: int) -> Modality | None:
    """What a draft does in the present tense, the verb at token `k`: "the bill creates 20 jobs", "a bill that creates",
    but "has a flaw"."""
    j = k - 1 - (tokens.low[k - 1] in GRAMMAR["relative"])
    subject = tokens.low[j] in GRAMMAR["draft"] and tokens.class_of(j) != NAME
    does = tokens.class_of(k) in _PRESENT and not _is_helper(tokens, k)
    return Modality.PLANNED if subject and does else None


def _condition(tokens: Tokens, k: int, stop: int) -> Modality | None:
    """Possible where a word of condition opens the clause whose subject ends before token `k`, "even if Roe gets";
    denied where the subject is nobody."""
    for j in range(k - 1, stop - 1, -1):
        if tokens.lows[j] in GRAMMAR["condition"]:
            return Modality.POSSIBLE if tokens.low[j + 1] not in GRAMMAR["negation"] else None
        if tokens.lows[j] in GRAMMAR["nobody"]:
            return Modality.DENIED if _opens(tokens, j) else None
        if not _is_skipped(tokens, j) or (tokens.kinds[j] != WORD and not in_short_form(tokens, j)):
            return None
    return None


def _opens(tokens: Tokens, j: int) -> bool:
    """Whether a clause begins with a token: "no boat", none of "no doubt"."""
    begins = j == 0 or tokens.kinds[j - 1] != WORD or tokens.low[j - 1] in GRAMMAR["conjunction"]
    return begins and tokens.low[j + 1] not in GRAMMAR["no denial before"]


def _mandated(tokens: Tokens, k: int, stop: int) -> Modality | None:
    """What is demanded in a clause with "that", whose subject ends before token `k`, its verb bare: "demanded that the
    tax be cut"."""
    many = tokens.class_of(k - 1) == PLURAL
    if tokens.class_of(k) != BASE and tokens.low[k] not in GRAMMAR["bare be"]:
        return None
    j = _past_subject(tokens, k - 1, stop)
    if j <= stop or tokens.low[j] not in GRAMMAR["carries denial"]:
        return None
    told = (predicates().wishing if many else predicates().governing).get(tokens.low[j - 1])
    return told if told is not Modality.DENIED else None
