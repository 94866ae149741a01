"""The noun that a number is said of and that stands before it: the one it hangs on, the object, else the subject.

Invariant: the answer is a stretch of the text before the number, at most `REACH` tokens away.
"""

from __future__ import annotations

from functools import cache, lru_cache

from audit.extract.figures.clauses import lemma
from audit.extract.figures.lexicon import GRAMMAR, owning, predicates
from audit.extract.figures.phrases import REACH, Phrase, attached, phrase_at, phrase_before, untimed
from audit.extract.figures.quantities import Quantity
from audit.extract.figures.units import AGE
from audit.lexicon.counts import person_nouns
from audit.text.parts_of_speech import (
    ADJECTIVE,
    ADVERB,
    BASE,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    GERUND,
    NAME,
    NOUNS,
    NUMERAL,
    PARTICIPLE,
    PARTICLE,
    PAST,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    TO,
    VERBS,
    verb_share,
)
from audit.text.tokens import WORD, Tokens

_BREAK = frozenset(";:—!?.")
_BEFORE_CLAUSE = NOUNS | {DETERMINER, PRONOUN}
_VERB_GROUP = VERBS | {ADVERB, TO}
_BEHIND_NOUN = NOUNS | {NUMERAL}
_LOOSE = frozenset(ADVERB + DETERMINER + ADJECTIVE)
_PARTICIPLES = frozenset(PARTICIPLE + GERUND)
_BEFORE_NOUN = frozenset(DETERMINER + ADJECTIVE)


def begins_at(tokens: Tokens, quantity: Quantity, hedge: str | None) -> int:
    """The first token of a quantity with the hedge that stands before it."""
    said = (hedge or "").split()
    first = quantity.first - len(said)
    return first if said and first >= 0 and tokens.lows[first : quantity.first] == said else quantity.first


def lasts(quantity: Quantity) -> bool:
    """A span of time is said of its clause's subject."""
    return quantity.unit is not None and _is_of_time(quantity.unit)


@lru_cache(maxsize=1 << 10)
def _is_of_time(unit: str) -> bool:
    return unit.partition(" per ")[0] in GRAMMAR["lasting unit"]


def find_before(tokens: Tokens, quantity: Quantity, floor: int, hedge: str | None) -> Phrase | None:
    """The noun that the number is said of: right before it by "of", the object before it, else the subject."""
    stop = max(floor, quantity.first - REACH, 0)
    if tokens.low[quantity.first - 1] == ":" and quantity.first - 1 <= _LABEL:
        return _label(tokens, quantity.first - 1)
    between = quantity.ranged and quantity.unit == AGE and tokens.low[quantity.first - 1] in GRAMMAR["between"]
    aged = tokens.low[quantity.first - 2] in GRAMMAR["age word"]  # "those aged between 40 and 50"
    if between and (aged or tokens.low[quantity.first - 2] in GRAMMAR["people"]):
        return phrase_before(tokens, quantity.first - 2 - aged, stop)
    if quantity.unit == AGE and tokens.low[quantity.first - 1] in _BEFORE_AGE:
        bound = tokens.low[quantity.first - 2] in GRAMMAR["before an age"]  # "men under age 45"
        return phrase_before(tokens, quantity.first - 2 - bound, stop)
    if quantity.unit == AGE and tokens.low[quantity.first - 2] in GRAMMAR["before an age"]:
        return _so_old(tokens, quantity.first - 3, stop)
    k = _before_hedge(tokens, begins_at(tokens, quantity, hedge) - 1, stop)
    k -= quantity.ranged and tokens.low[k] in GRAMMAR["between"] and tokens.class_of(k - 1) in _GOVERNS
    k = _past_reckoned(tokens, k)
    if owning(tokens.low[k]) or _owner_mark(tokens, k):
        return None  # "compared with Roe's 12 per cent", "2010's wan 2 %"
    plain = quantity.unit is None and not (quantity.share or quantity.numeral.multiple)
    if plain and _unnamed(tokens, quantity, k):
        return None
    if _apart(tokens, quantity, k, stop) or (quantity.money and tokens.low[k] in GRAMMAR["including"]):
        return None
    if tokens.low[k] in GRAMMAR["relative"]:
        return _nearest(tokens, k - 1 - (tokens.low[k - 1] == ","), stop)  # "the debt, which topped $20"
    timed = lasts(quantity)
    older = tokens.low[quantity.last] in GRAMMAR["comparative"]  # "a rival 25 years older"
    near = not timed or older or tokens.low[k] in GRAMMAR["of"]
    beside = (_beside(tokens, k, stop) or _owner(tokens, k, stop)) if near else None
    if beside and plain and quantity.numeral.vague and _pays(tokens, beside):
        return None
    if beside and quantity.money and tokens.class_of(beside[1] - 1) == GERUND:
        return None  # "oversaw the raising of $5"
    if beside and not (quantity.money and _pays(tokens, beside)):
        return None if quantity.money and _takes(tokens, beside, k) else beside
    verb = _verb_before(tokens, k, stop)
    if verb < stop:
        listed = quantity.money and tokens.class_of(k) == CONJUNCTION  # "a waste of lives and $5"
        opens = (
            plain and tokens.low[k] == "," and tokens.class_of(quantity.last) == PREPOSITION
        )  # "there, 5 in Orv left"
        return None if timed or listed or opens else _nearest(tokens, k, stop)
    if not timed and _takes_it(tokens, quantity, verb, k):
        return None
    if timed and (_parts(tokens, verb, k) or _elapses(tokens, quantity, verb, begins_at(tokens, quantity, hedge) - 1)):
        return None
    joined = tokens.low[quantity.first - 1] in GRAMMAR["and"]
    if tokens.class_of(verb + 1) == PRONOUN and verb + 1 <= k and tokens.low[verb + 1] in GRAMMAR["taken pronoun"]:
        return None  # "shortened it to three months"
    priced = quantity.money and lemma(tokens.lows[verb]) in GRAMMAR["costing"]
    taken = None if timed or joined or priced else _object(tokens, verb, k)
    found = taken or _subject(tokens, verb, stop)
    return None if timed and found and _acts(tokens, found, verb, quantity.first) else found


def _past_reckoned(tokens: Tokens, k: int) -> int:
    """The preposition before "an average of" where the number's "of" is token `k`: "cut prices by an average of $5"."""
    told = tokens.low[k] in GRAMMAR["of"] and tokens.low[k - 1] in GRAMMAR["reckoned"]
    before = k - 3 if told and tokens.low[k - 2] in GRAMMAR["article"] else k
    if before == k or not (tokens.low[before] in _moved() or tokens.class_of(before) in VERBS):
        return k
    return before


@cache
def _moved() -> frozenset[str]:
    """What leads in what something was moved by, or to."""
    return GRAMMAR["by"] | GRAMMAR["at"] | GRAMMAR["in"] | GRAMMAR["moving"] | GRAMMAR["compares"]


def _owner_mark(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is the "s" of "2010's" or "the U.K.'s"."""
    return tokens.low[k] == "s" and tokens.glued(k) and tokens.low[k - 1] in _APOSTROPHES


_APOSTROPHES = frozenset("'’")


def _unnamed(tokens: Tokens, quantity: Quantity, k: int) -> bool:
    """Whether those counted are not told: "brace for millions", "hopes of millions", "that millions have"."""
    before = tokens.low[k]
    grouped = tokens.class_of(k - 1) in NOUNS and tokens.low[k - 2] in GRAMMAR["article"]  # "a crowd of thousands"
    if before in GRAMMAR["for"] or (before in GRAMMAR["of"] and quantity.numeral.vague and not grouped):
        return True
    if before in GRAMMAR["absolute"] and tokens.class_of(k - 1) == NAME:
        return True  # "then Roe with 5"
    return before in GRAMMAR["relative"] and k == quantity.first - 1


def _pays(tokens: Tokens, found: Phrase) -> bool:
    """Whether a phrase is of who pays: "cost the taxpayers $5"."""
    k = found[0] - 1 - (tokens.class_of(found[0] - 1) == DETERMINER)
    return lemma(tokens.low[k]) in GRAMMAR["costing"]


def _takes(tokens: Tokens, found: Phrase, k: int) -> bool:
    """Whether a phrase that ends at token `k` is of who gets the money: "it gives men up to $5", but "cut taxes $5"."""
    verb = found[0] - 1 - (tokens.class_of(found[0] - 1) == DETERMINER)
    if found[1] != k + 1 or verb < 0 or tokens.class_of(verb) not in VERBS:
        return False
    return lemma(tokens.lows[verb]) in GRAMMAR["giving"]


def _so_old(tokens: Tokens, k: int, stop: int) -> Phrase | None:
    """Those who are under an age: "children under the age of 5"; "died at home at the age of 95" is of nobody near."""
    k -= tokens.class_of(k) == DETERMINER
    tied = tokens.low[k] in GRAMMAR["before an age"] or tokens.low[k] in GRAMMAR["between"]
    return phrase_before(tokens, k - 1, stop) if tied else None


def _parts(tokens: Tokens, verb: int, k: int) -> bool:
    """Whether a verb before a span of time is of another clause or of none: "means that within five years it", "its
    third, following one in five years"."""
    loose = tokens.class_of(verb) == GERUND and tokens.class_of(verb - 1) not in VERBS
    return loose or not GRAMMAR["clause"].isdisjoint(tokens.lows[verb + 1 : k + 1])


def _elapses(tokens: Tokens, quantity: Quantity, verb: int, k: int) -> bool:
    """Whether a span of time is of what is done to something, or how often it is done: "cut the fleet over 5 years",
    "a plan to shut it for 5 days", "meets every 5 years"."""
    k -= tokens.low[k] not in GRAMMAR["elapsing"] and tokens.class_of(k) in _LOOSE
    often = tokens.low[quantity.first - 1] in GRAMMAR["each"] and tokens.class_of(quantity.first - 2) != PREPOSITION
    planned = tokens.class_of(verb - 1) == TO and tokens.class_of(verb - 2) in NOUNS
    takes = tokens.low[k] in GRAMMAR["elapsing"] or planned
    return often or (takes and any(tokens.class_of(j) in _BEHIND_NOUN for j in range(verb + 2, k)))


def _apart(tokens: Tokens, quantity: Quantity, k: int, stop: int) -> bool:
    """Whether the noun before the number is not what it counts: "a mother of two", "leads Roe 48 to 45", "beat Roe by 9
    points"."""
    if tokens.low[k] in GRAMMAR["of"] and quantity.unit is None and tokens.low[k - 1] in GRAMMAR["parent"]:
        return True
    by = tokens.low[k] in GRAMMAR["by"]
    found = phrase_before(tokens, k - by, stop)
    at = tokens.low[k] in GRAMMAR["standing"] and quantity.unit in GRAMMAR["percent unit"]
    if at and (field := phrase_before(tokens, k - 1, stop)):
        return _verb_of_margin(tokens, attached(tokens, field, stop))  # "leads the field at 36 %"
    if found is None or tokens.class_of(found[1] - 1) != NAME:
        return False
    rival = lemma(tokens.low[found[0] - 1]) in GRAMMAR["margin"]
    return rival or (by and quantity.unit in GRAMMAR["margin unit"])


def _verb_of_margin(tokens: Tokens, found: Phrase) -> bool:
    """Whether a verb of leading has a phrase as its object."""
    k = found[0] - 1 - (tokens.class_of(found[0] - 1) == DETERMINER)
    return lemma(tokens.low[k]) in GRAMMAR["margin"] and tokens.class_of(k) in VERBS


def _acts(tokens: Tokens, found: Phrase, verb: int, last: int) -> bool:
    """Whether the subject of a verb does something for the span of time at token `last` and does not last it: it is
    somebody, or the verb has an object of its own."""
    copular, told = tokens.lows[verb] in GRAMMAR["copula"], lemma(tokens.lows[verb])
    if told in GRAMMAR["sentenced"] or (told in GRAMMAR["measuring"] and not copular):
        return False
    if not copular and _has_object(tokens, verb, last):
        return True
    head = tokens.lows[found[1] - 1]
    return tokens.class_of(found[1] - 1) == NAME or not person_nouns().isdisjoint((head, head.removesuffix("s")))


def _has_object(tokens: Tokens, verb: int, last: int) -> bool:
    """Whether a noun stands right behind a verb, before token `last`: "cut jobs", no "take an average of"."""
    k = verb + 1
    while k < last and tokens.class_of(k) in _LOOSE:
        k += 1
    other = tokens.low[k] in GRAMMAR["reckoned"] or tokens.low[k] in GRAMMAR["time"]
    return k < last and tokens.class_of(k) in _TAKEN and not other


_TAKEN = NOUNS | {PRONOUN}
_BEFORE_AGE = GRAMMAR["before an age"] | {","}


def is_taken(tokens: Tokens, quantity: Quantity, floor: int, hedge: str | None) -> bool:
    """Whether a verb between token `floor` and an amount only has it as its object: "paid 9 % more and spent $5"."""
    k = _before_hedge(tokens, begins_at(tokens, quantity, hedge) - 1, floor)
    verb = _verb_before(tokens, k, floor)
    return verb >= floor and _takes_it(tokens, quantity, verb, k)


def _takes_it(tokens: Tokens, quantity: Quantity, verb: int, k: int) -> bool:
    """Whether a verb right before a number, where token `k` ends, only has it as its object, so that its subject acts:
    "Roe spent $5", "the firm took in $5", "the quake killed 300", but "the boat cost $5", "sales fell 5 %"."""
    if quantity.numeral.multiple or not _next_to(tokens, quantity, verb, k):
        return False
    told = lemma(tokens.lows[verb])
    classes = predicates().classes.get(told, frozenset())
    if tokens.lows[verb] in GRAMMAR["copula"] or told in GRAMMAR["measuring"] or not classes.isdisjoint(_MOVES):
        return False
    if quantity.unit is None or quantity.money:
        return True
    return tokens.class_of(verb + 1) != PARTICLE and not classes.isdisjoint(_GETS)  # "won 9 %", but "made up 9 %"


def _next_to(tokens: Tokens, quantity: Quantity, verb: int, k: int) -> bool:
    """Whether particles at most stand between a verb and a number: "took in $5", but "went from 5", "has topped 5"."""
    if any(tokens.class_of(j) in VERBS for j in range(k + 1, quantity.first)):
        return False
    between = range(verb + 1 + (quantity.money and tokens.low[verb + 1] in GRAMMAR["in"]), k + 1)
    return all(tokens.class_of(j) in _PARTICLES for j in between)


_PARTICLES = frozenset((PARTICLE, ADVERB))
_MOVES = frozenset(("rose", "fell", "lost"))  # classes of verbs whose subject is what an amount is of
_GETS = frozenset(("earned", "got", "paid", "bought"))  # of those that a measure is the object of


_LABEL = 8  # tokens of a line before its colon


def _label(tokens: Tokens, colon: int) -> Phrase | None:
    """The words of a line before its colon, if they are no sentence: "Boats lost: 34"."""
    first = next((k for k in range(colon) if tokens.kinds[k] == WORD), colon)
    said = any(tokens.class_of(k) in FINITE for k in range(first + 1, colon - 1))
    return untimed(tokens, (first, colon)) if first < colon and not said else None


def _before_hedge(tokens: Tokens, k: int, stop: int) -> int:
    """The token before the hedge and the fillers of a number."""
    k -= 3 * (tokens.low[k - 1] in GRAMMAR["or"] and tokens.low[k - 2] in GRAMMAR["plus"])  # "plus or minus 3 points"
    while k > stop and (tokens.class_of(k) in _LOOSE or tokens.lows[k] in GRAMMAR["hedging"]):
        k -= 1
    return k


def _beside(tokens: Tokens, k: int, stop: int) -> Phrase | None:
    """The phrase right before the number: "the yacht cost $5m and the crane $2m", "a grant worth $8m", "Dead: 14"."""
    if tokens.class_of(k) == GERUND and tokens.class_of(k - 1) == DETERMINER:
        return None  # "the remaining $5"
    found = phrase_before(tokens, k - (tokens.low[k] == ":"), stop)
    if found and found[1] - found[0] == 1 and tokens.low[k - 1] in GRAMMAR["relative"] and _can_be_verb(tokens, k):
        found = phrase_before(tokens, k - 2, stop)  # "a boat that costs $5"
    found = found and _without_verb(tokens, found, stop)
    return None if found is None or untimed(tokens, found) is None else attached(tokens, found, stop)


def _without_verb(tokens: Tokens, found: Phrase, stop: int) -> Phrase:
    """ "The contingent numbers 11,000": where no verb stands before, a last word that can be one is one."""
    first, last = found
    can_be = _can_be_verb(tokens, last - 1) and not _gapped(tokens, first, stop)
    return (first, last - 1) if last - first > 1 and can_be and _verb_before(tokens, first - 1, stop) < 0 else found


def _gapped(tokens: Tokens, first: int, floor: int) -> bool:
    """Whether a phrase goes on from the figure before, which has the verb: "boats cost $5, and car crashes $3"."""
    on = tokens.low[first - 1] == "," or tokens.class_of(first - 1) == CONJUNCTION
    return on and floor > 0 and not any(tokens.class_of(k) in VERBS for k in range(floor, first))


def _can_be_verb(tokens: Tokens, k: int) -> bool:
    """Whether a word that was read as a noun is often a verb."""
    low = tokens.lows[k]
    return verb_share(low) >= _MAY_BE_VERB or (low in predicates().lemmas and tokens.class_of(k) == PLURAL)


_MAY_BE_VERB = 0.1  # of the uses of a form


def _owner(tokens: Tokens, k: int, stop: int) -> Phrase | None:
    """ "gusts of 88mph", "a scale of fines from $250,000": the phrase that a preposition ties the number to."""
    if tokens.class_of(k) not in PREPOSITION + TO or k <= stop:
        return None
    found = phrase_before(tokens, k - 1, stop)
    if found is None or untimed(tokens, found) is None:
        return None
    if tokens.lows[k] in GRAMMAR["of"] and tokens.low[found[0] - 1] in GRAMMAR["to"]:
        found = phrase_before(tokens, found[0] - 2, stop) or found  # "at a cost to the firm of $5"
    group = tokens.lows[k] in GRAMMAR["of"] and tokens.low[found[0] - 1] in GRAMMAR["article"]
    found = found if group else attached(tokens, found, stop)  # "on a farm in a family of eight"
    governed = tokens.lows[k] not in GRAMMAR["of"] and _governed(
        tokens, found, stop, at=tokens.lows[k] in GRAMMAR["at"]
    )
    return None if governed else found


def _governed(tokens: Tokens, found: Phrase, stop: int, *, at: bool) -> bool:
    """Whether a preposition stands before a phrase, so that it tells where or when: "fell in Tarsk to 5"; of what
    something is `at`, "with" tells: "with support at 22 percent"."""
    k = found[0] - 1
    while k > stop and tokens.class_of(k) in _BEFORE_NOUN:
        k -= 1
    return k >= stop and tokens.class_of(k) == PREPOSITION and not (at and tokens.lows[k] in GRAMMAR["absolute"])


def _verb_before(tokens: Tokens, k: int, stop: int) -> int:
    """The nearest verb on the left in the clause, or -1."""
    while k >= stop:
        if tokens.lows[k] in _BREAK:
            return -1
        if tokens.class_of(k) in VERBS and not _modifies(tokens, k):
            return k
        k -= 1
    return -1


def _modifies(tokens: Tokens, k: int) -> bool:
    """A participle before its noun: "the frozen fund"."""
    if tokens.class_of(k) not in _PARTICIPLES:
        return False
    return tokens.class_of(k + 1) in NOUNS and tokens.class_of(k - 1) in _BEFORE_NOUN


def _object(tokens: Tokens, verb: int, k: int) -> Phrase | None:
    """The noun phrase between verb and number that no preposition governs: "cut its staff by"."""
    j = verb + 1
    while j <= k and tokens.class_of(j) in (DETERMINER, ADVERB):
        j += 1
    found = phrase_at(tokens, j) if j <= k else None
    return untimed(tokens, (found[0], min(found[1], k + 1))) if found else None


def _subject(tokens: Tokens, verb: int, stop: int) -> Phrase | None:
    """The subject of the verb: the phrase left of it and of its helpers, with what it hangs on.

    A verb that is not finite and has no noun right before it ("…, having risen by 5") takes the one's before it.
    """
    k = _group_start(tokens, verb, stop)
    if k > stop and tokens.class_of(k - 1) == PRONOUN:
        return None  # "he's spending $5"
    opens = k
    while opens < verb and tokens.class_of(opens) == ADVERB:
        opens += 1
    if (
        tokens.lows[k - 1] == ","
        and tokens.class_of(opens) == GERUND
        and lemma(tokens.lows[opens]) in GRAMMAR["amounting"]
    ):
        k -= 1  # "the victims, numbering 5"
    perfect = tokens.lows[opens] in GRAMMAR["perfect"]  # "prices hit a peak last year having risen by 5"
    if tokens.class_of(opens) not in FINITE and tokens.class_of(k - 1) in NOUNS and not perfect:
        found = phrase_before(tokens, k - 1, stop)  # "Americans making more than $5"
        taker = _participle_of(tokens, found, stop) if found else -1
        if found and taker < 0 and untimed(tokens, found):
            return _with_head(tokens, found, stop) if lemma(tokens.lows[verb]) in GRAMMAR["amounting"] else found
        return _nearest(tokens, (taker if taker >= 0 or found is None else found[0]) - 1, stop)
    finite = tokens.class_of(opens) in FINITE and (opens == k or tokens.class_of(opens) != BASE)
    if not finite or tokens.class_of(k - 1) == CONJUNCTION:
        earlier = _finite_before(tokens, k - 1, stop)
        k = _group_start(tokens, earlier, stop) if earlier >= stop else k
    return _nearest(tokens, _past_clause(tokens, _past_insertion(tokens, k - 1, stop), stop), stop)


def _with_head(tokens: Tokens, found: Phrase, stop: int) -> Phrase:
    """A phrase with the one that a preposition ties it to: "gifts to towns" in "gifts to towns totaling $5"."""
    k = _past(tokens, found[0] - 1, stop, _DETERMINERS)
    outer = phrase_before(tokens, k - 1, stop) if k > stop and tokens.class_of(k) in _GOVERNS else None
    return (outer[0], found[1]) if outer and untimed(tokens, outer) else found


def _finite_before(tokens: Tokens, k: int, stop: int) -> int:
    """The nearest finite verb on the left in the same sentence and the same speech, or -1."""
    for j in range(k, stop - 1, -1):
        if tokens.lows[j] in _BREAK or tokens.lows[j] in _OPENING:
            return -1
        if _is_finite(tokens, j):
            return j
    return -1


_OPENING = frozenset('"“')


def _past_clause(tokens: Tokens, k: int, stop: int) -> int:
    """The token before a clause that tells more of a subject: "the men who felt a loss were 5 points behind"; of a
    clause itself what it tells of: "a town that has been poor for 12 years"."""
    if tokens.lows[k] in GRAMMAR["relative"] and k > stop and tokens.class_of(k - 1) in NOUNS:
        return k - 1
    told = False
    for j in range(k, stop, -1):
        if tokens.lows[j] in _BREAK or tokens.lows[j] == "," or (not told and tokens.class_of(j) == PRONOUN):
            break
        if told and tokens.lows[j] in GRAMMAR["relative"] and tokens.class_of(j - 1) in _BEFORE_CLAUSE:
            return j if tokens.class_of(j - 1) == DETERMINER else j - 1
        if not told and tokens.lows[j] in GRAMMAR["relative"]:
            break  # "sure that the firm has lost 5"
        told = told or tokens.class_of(j) in VERBS
    return k


def _past_insertion(tokens: Tokens, k: int, stop: int) -> int:
    """The token before an insertion that the comma at `k` closes: "The firm, whose site has a logo, was paid"."""
    if tokens.low[k] != ",":
        return k
    opening = next((j for j in range(k - 1, stop - 1, -1) if tokens.lows[j] == ","), -1)
    opening -= tokens.low[opening - 1] == "." and tokens.glued(opening - 1)  # "James Roe Jr., D-Orv, spent"
    return opening - 1 if opening > stop and tokens.class_of(opening - 1) in NOUNS else k


def _group_start(tokens: Tokens, verb: int, stop: int) -> int:
    """The first token of a verb with its helpers: "has been", "will", "to"."""
    k = verb
    while k > stop and tokens.class_of(k - 1) in _VERB_GROUP:
        if tokens.class_of(k - 2) == DETERMINER:
            break  # "the saving will be"
        k -= 1
    return k


def _is_finite(tokens: Tokens, j: int) -> bool:
    return tokens.class_of(j) in FINITE


def _nearest(tokens: Tokens, k: int, stop: int) -> Phrase | None:
    """The nearest phrase on the left that is no time, back to the end of the clause or a pronoun."""
    while k >= stop:
        found = phrase_before(tokens, k, stop)
        taker = _participle_of(tokens, found, stop) if found else -1
        if taker >= 0:
            k = taker - 1
            continue
        if found and untimed(tokens, (found[0], k + 1)):
            found = attached(tokens, found, stop)
            k = _governor(tokens, found, stop)
            if k < 0:
                return found
            continue
        if tokens.lows[k] in _BREAK or tokens.class_of(k) == PRONOUN or _stands_alone(tokens, k):
            return None
        k = found[0] - 1 if found else k - 1
    return None


def _governor(tokens: Tokens, found: Phrase, stop: int) -> int:
    """The preposition that makes a phrase tell where or how, or -1: "in addition, 60 sank"."""
    k = _past(tokens, found[0] - 1, stop, _BEFORE_NOUN)
    if k < stop or tokens.class_of(k) != PREPOSITION or _is_told_of(tokens, found[1]):
        return -1
    low = tokens.lows[k]
    opens = low in GRAMMAR["conjunction"] or (low in GRAMMAR["subordinates"] and low not in GRAMMAR["compares"])
    return -1 if opens or low in GRAMMAR["of"] else k  # "while the firm lost 5", "some of the firms have 5"


def _is_told_of(tokens: Tokens, k: int) -> bool:
    """Whether a relative clause behind a phrase has the number: "with fees that could rise by 5"."""
    return tokens.low[k + (tokens.low[k] == ",")] in GRAMMAR["relative"]


def _stands_alone(tokens: Tokens, k: int) -> bool:
    """Whether a determiner stands for something told: "those who are 16", "all of those have lost 5"."""
    if tokens.class_of(k) != DETERMINER:
        return False
    return tokens.low[k + 1] in GRAMMAR["relative"] or tokens.class_of(k + 1) in FINITE


def _participle_of(tokens: Tokens, found: Phrase, stop: int) -> int:
    """The participle behind a noun that takes a phrase as its object, or -1: "men getting aid", "those signed on to the
    bill"."""
    k = _past(tokens, found[0] - 1, stop, _DETERMINERS)
    if k >= stop and tokens.class_of(k) == GERUND and tokens.class_of(k - 1) in _BEHIND_NOUN:
        return k
    governed = _past(tokens, k, stop, _GOVERNS)
    if not stop < governed < k or tokens.lows[k] in GRAMMAR["relative"]:
        return -1
    done = tokens.class_of(governed) in _PARTICIPLES or tokens.class_of(governed) in _DONE
    return governed if done and tokens.class_of(governed - 1) in NOUNS else -1


def _past(tokens: Tokens, k: int, stop: int, classes: frozenset[str]) -> int:
    """The first token leftwards from `k` that is of none of the classes, or `stop`."""
    while k > stop and tokens.class_of(k) in classes:
        k -= 1
    return k


_DETERMINERS = frozenset(DETERMINER)
_DONE = frozenset((PARTICIPLE, PAST))
_GOVERNS = frozenset(PREPOSITION + TO + PARTICLE)
