"""What a figure counts or measures: the noun phrase right of it, else the object or subject of its clause. No parser.

Invariant: the answer is a stretch of the text, at most `REACH` tokens away.
"""

from __future__ import annotations

from functools import cache

from audit.extract.figures.clauses import lemma
from audit.extract.figures.lexicon import GRAMMAR, lexicon, people_classes, predicates
from audit.extract.figures.masks import HYPHENS, masked
from audit.extract.figures.phrases import REACH, Phrase, attached, is_plural, phrase_at, phrase_before
from audit.extract.figures.quantities import Quantity
from audit.extract.figures.units import AGE
from audit.text.parts_of_speech import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    GERUND,
    NAME,
    NOUNS,
    NUMERAL,
    PARTICIPLE,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    TO,
    VERBS,
    verb_share,
)
from audit.text.tokens import NUMBER, WORD, Tokens

_QUOTES = frozenset('"“”')
_OPEN, _CLOSE = "([{", ")]}"
_BREAK = frozenset(";:—!?.")
_PARTICIPLES = frozenset(PARTICIPLE + GERUND)
_BEFORE_NOUN = frozenset(DETERMINER + ADJECTIVE)
_VERB_GROUP = VERBS | {ADVERB, TO}
_BEHIND_NOUN = NOUNS | {NUMERAL}
_LOOSE = frozenset(ADVERB + DETERMINER + ADJECTIVE)


def find_counted(tokens: Tokens, quantity: Quantity, floor: int, hedge: str | None = None) -> Phrase | None:
    """The counted noun phrase as tokens `[first, last)`; nothing is taken from before token `floor`.

    `hedge`: the words that loosen the number; where they stand before it they are skipped.
    """
    if _dating(tokens, quantity) or _ahead(tokens, quantity):
        return None
    found = _right(tokens, quantity)
    if found or _untold(tokens, quantity):
        return found
    found = _left(tokens, quantity, floor, hedge)
    return None if found and _is_one(tokens, quantity, found) else found


def begins_at(tokens: Tokens, quantity: Quantity, hedge: str | None) -> int:
    """The first token of a quantity with the hedge that stands before it."""
    said = (hedge or "").split()
    first = quantity.first - len(said)
    return first if said and first >= 0 and tokens.lows[first : quantity.first] == said else quantity.first


_COLUMNS = 3  # numbers in a row that nothing parts


def in_table(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether the number stands in a table run flat, whose rows are not told: "76 4 11 Holm", "Holm +2 Roe +3"."""
    if tokens.kinds.count(NUMBER) < _COLUMNS:
        return False
    left = max(0, quantity.first - REACH)
    kinds = tokens.kinds[left : quantity.last + REACH]
    numbers = [k for k, kind in enumerate(kinds, left) if kind == NUMBER]
    if any(last - first < _COLUMNS for first, last in zip(numbers, numbers[_COLUMNS - 1 :], strict=False)):
        return True
    return sum(tokens.low(k - 1) == "+" and tokens.glued(k) for k in numbers) >= _COLUMNS


def is_dating(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a span of time tells when: "two days later", "in the last 24 hours"."""
    return _dating(tokens, quantity) or (
        _lasts(quantity) and tokens.low(quantity.first - 1) in GRAMMAR["dating before"]
    )


def _dating(tokens: Tokens, quantity: Quantity) -> bool:
    """ "two days later", "four years after the vote": a distance in time counts nothing."""
    return _lasts(quantity) and tokens.low(quantity.last) in GRAMMAR["dating"]


def _ahead(tokens: Tokens, quantity: Quantity) -> bool:
    """ "a poll had her 60 points ahead", "crashed two miles away": how far off is of nothing named beside it."""
    if quantity.unit is not None and quantity.unit != AGE and tokens.low(quantity.last) in GRAMMAR["distance behind"]:
        return True
    return quantity.unit in GRAMMAR["margin unit"] and tokens.low(quantity.last) in GRAMMAR["margin behind"]


def _untold(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether what is counted could only stand on the right, or was told before: "five of the Orv", "in the last 24
    hours", "a six-month", "the two"."""
    parted = tokens.low(quantity.last) in GRAMMAR["of"] and tokens.class_of(quantity.last + 1) != NUMERAL
    if quantity.unit is None and not quantity.share and parted:
        return True
    if is_dating(tokens, quantity):
        return True
    tied = not HYPHENS.isdisjoint(tokens.lows[quantity.numeral.last : quantity.last])
    owned = tied or tokens.low(quantity.first - 1) in GRAMMAR["anaphor"] | GRAMMAR["possessor"]
    return (owned and _lasts(quantity)) or _anaphoric(tokens, quantity)


def _is_one(tokens: Tokens, quantity: Quantity, found: Phrase) -> bool:
    """Whether a name is said to be several, of which it is the last: "Roe and Holm are four"."""
    several = quantity.unit is None and not quantity.share and quantity.low > 1
    being = tokens.low(quantity.first - 1) in GRAMMAR["being"]
    return several and being and tokens.class_of(found[1] - 1) == NAME


def _anaphoric(tokens: Tokens, quantity: Quantity) -> bool:
    """ "between the two", "that 90 had died", "and 12 who left", "half of them", "the 99 %": what they are was
    said before, or is not."""
    if tokens.low(quantity.last) in GRAMMAR["of"] and tokens.class_of(quantity.last + 1) in (PRONOUN, QUESTION):
        return True
    if quantity.unit in GRAMMAR["percent unit"]:
        told = tokens.class_of(quantity.last) in FINITE and tokens.kind(quantity.last) == WORD
        return told or tokens.low(quantity.first - 1) in GRAMMAR["anaphor"]
    before = tokens.low(quantity.first - 1)
    if quantity.share and before in GRAMMAR["anaphor"] and tokens.low(quantity.last) in GRAMMAR["anaphor behind"]:
        return True
    if quantity.unit or quantity.share:
        return quantity.share and before in GRAMMAR["absolute"]
    if _few_alone(tokens, quantity):
        return True
    subject = tokens.class_of(quantity.last) in FINITE and tokens.kind(quantity.last) == WORD
    anaphor = before in GRAMMAR["anaphor"] or before in GRAMMAR["quantifier"]
    return subject or anaphor or tokens.low(quantity.last) in GRAMMAR["anaphor behind"]


_FEW = 20


def _few_alone(tokens: Tokens, quantity: Quantity) -> bool:
    """ "Clinton had just two.": a small number in words before a mark stands for things told before."""
    numeral = quantity.numeral
    small = numeral.words and not (numeral.scaled or numeral.multiple) and quantity.high <= _FEW
    if tokens.low(quantity.first - 1) in GRAMMAR["or"]:
        return False  # "a pick or two"
    return small and tokens.kind(quantity.last) != WORD and tokens.kind(quantity.last) != NUMBER


# Right of the number


def _right(tokens: Tokens, quantity: Quantity) -> Phrase | None:
    """The noun phrase after the number: "200 former soldiers", "13 % of the firm", "three of the wounded"."""
    if quantity.unit == AGE and tokens.low(quantity.first - 1) in GRAMMAR["before an age"]:
        return None
    j = quantity.last if quantity.noun_at is None else quantity.noun_at
    j = _past_bracket(tokens, j)
    j += tokens.low(j) in _QUOTES
    if tokens.low(j) in HYPHENS and tokens.glued(j):
        j += 1
    j = _past_hedge(tokens, j)
    if quantity.unit and tokens.low(j) in GRAMMAR["value"] and tokens.low(j + 1) in GRAMMAR["of"]:
        j += 1  # "$5 worth of boats"
    if tokens.low(j) in GRAMMAR["of"]:
        return None if _distance(tokens, quantity) else _of(tokens, j)
    if quantity.unit is None and tokens.low(j) in GRAMMAR["complement"]:
        return _complement(tokens, j + 1)
    if quantity.money and tokens.low(j) in GRAMMAR["in"]:
        return _kind_of_money(tokens, j + 1)
    if quantity.unit and tokens.low(j) in GRAMMAR["for"] and not _lasts(quantity):
        return _paid_for(tokens, j + 1)
    j = _past_measure(tokens, j)
    if quantity.share and tokens.class_of(j) == DETERMINER:
        j += 1
    found = _owner_alone(tokens, quantity, _headed(tokens, phrase_at(tokens, j)))
    if found and (_begins_clause(tokens, quantity, found) or _governs_money(tokens, found)):
        return None
    return found and _with_of(tokens, found)


def _owner_alone(tokens: Tokens, quantity: Quantity, found: Phrase | None) -> Phrase | None:
    """Of "26-year-old Bo Roe's death" the one who is so old."""
    if found is None or quantity.unit != AGE:
        return found
    owner = next((k for k in range(*found) if tokens.lows[k].endswith(tuple(GRAMMAR["possessive"]))), -1)
    return found if owner < 0 else (found[0], owner + 1)


def _headed(tokens: Tokens, found: Phrase | None) -> Phrase | None:
    """A phrase that ends in somebody's ("$5 for Roe's 2010 campaign") has no head."""
    return None if found and tokens.lows[found[1] - 1].endswith(tuple(GRAMMAR["possessive"])) else found


def _distance(tokens: Tokens, quantity: Quantity) -> bool:
    """ "within 50 miles of the border": how far from it."""
    return quantity.unit is not None and tokens.low(quantity.first - 1) in GRAMMAR["within"]


def _begins_clause(tokens: Tokens, quantity: Quantity, found: Phrase) -> bool:
    """ "90 % beginning in May", "half saying that", "50 % supporting Roe", "a family of four getting help"."""
    first, last = found
    if tokens.class_of(first) != GERUND:
        return False
    named = tokens.capital(first + 1)
    return last - first == 1 or named or (quantity.unit is None and not is_plural(tokens, last - 1))


def _governs_money(tokens: Tokens, found: Phrase) -> bool:
    """Whether one word that is mostly a verb stands before an amount."""
    amount = tokens.kind(found[1]) == NUMBER or tokens.word(found[1]) in lexicon("en").prefixes
    return found[1] - found[0] == 1 and amount and verb_share(tokens.lows[found[0]]) > _MOSTLY


_MOSTLY = 0.5  # of the uses of a form


def _complement(tokens: Tokens, j: int) -> Phrase | None:
    """What they are: "500 are officers"."""
    found = phrase_at(tokens, j)
    return found if found and tokens.class_of(found[1] - 1) == PLURAL else None


def _past_bracket(tokens: Tokens, j: int) -> int:
    """Past a conversion in brackets: "a 900-mile (1,450 km) flight"."""
    if tokens.low(j) != "(":
        return j
    for k in range(j + 1, min(j + 8, tokens.size)):
        if tokens.lows[k] == ")":
            digits = NUMBER in tokens.kinds[j:k]
            return k + 1 if digits else j
    return j


def _past_hedge(tokens: Tokens, j: int) -> int:
    """Past "or more", "-plus", "more", ", if not millions," that stand between number and noun."""
    if tokens.low(j) not in _hedging_behind():
        return j
    if tokens.low(j) in GRAMMAR["or"] and tokens.low(j + 1) in GRAMMAR["or more"]:
        j += 2
    if tokens.low(j) == "," and tokens.low(j + 1) in GRAMMAR["aside"]:
        j = next((k + 1 for k in range(j + 1, min(j + 6, tokens.size)) if tokens.lows[k] == ","), j)
    while (tokens.low(j) == "+" or tokens.low(j) in GRAMMAR["past number"]) and tokens.kind(j + 1) == WORD:
        j += 1
    return j


@cache
def _hedging_behind() -> frozenset[str]:
    """What a hedge between number and noun may begin with."""
    return GRAMMAR["or"] | GRAMMAR["past number"] | {",", "+"}


def _paid_for(tokens: Tokens, j: int) -> Phrase | None:
    """What is paid for or measured: "$52,000 for the boat"; a time is neither."""
    while tokens.class_of(j) == DETERMINER:
        j += 1
    return _headed(tokens, _untimed(tokens, phrase_at(tokens, j)))


def _kind_of_money(tokens: Tokens, j: int) -> Phrase | None:
    """ "$48 billion in assets": what the money is, not where, when or how."""
    found = _untimed(tokens, phrase_at(tokens, j))
    return None if found is None or tokens.capital(j) or tokens.lows[found[1] - 1] in GRAMMAR["manner"] else found


def _untimed(tokens: Tokens, found: Phrase | None) -> Phrase | None:
    return None if found is None or tokens.lows[found[1] - 1] in GRAMMAR["time"] else found


def _past_measure(tokens: Tokens, j: int) -> int:
    """Past a measure between count and noun: "eight million 250ml bottles"."""
    if tokens.kind(j) != NUMBER:
        return j
    j += 1
    while tokens.glued(j) and tokens.kind(j) != NUMBER:
        j += 1
    return j


def _of(tokens: Tokens, j: int) -> Phrase | None:
    """What a part is of: "of the wounded", "of its workforce", "500 of the 12,000 troops"."""
    k = j + 1
    while tokens.class_of(k) == DETERMINER or tokens.low(k) in GRAMMAR["determiner"]:
        k += 1
    k += tokens.low(k) in GRAMMAR["dating before"] and tokens.class_of(k + 1) == NUMERAL  # "five of the last six"
    if tokens.kind(k) == NUMBER or tokens.low(k) in lexicon("en").cardinals:
        k = masked(tokens, k) or k + 1  # "two of the 9/11 hijackers"
        return None if tokens.low(k) in GRAMMAR["magnitude"] else phrase_at(tokens, k)
    found = phrase_at(tokens, k)
    return found and _with_of(tokens, found)


def _with_of(tokens: Tokens, found: Phrase) -> Phrase:
    """A phrase with the one that "of" hangs on it: "brigades of military personnel"."""
    first, last = found
    if tokens.low(last) not in GRAMMAR["of"] or tokens.kind(last + 1) != WORD:
        return found
    k = last + 1
    while tokens.class_of(k) == DETERMINER:
        k += 1
    inner = phrase_at(tokens, k)
    return (first, inner[1]) if inner else found


# Left of the number


def _left(tokens: Tokens, quantity: Quantity, floor: int, hedge: str | None) -> Phrase | None:
    """The noun that the number is said of: right before it by "of", the object before it, else the subject."""
    stop = max(floor, quantity.first - REACH, 0)
    if tokens.low(quantity.first - 1) == ":" and quantity.first - 1 <= _LABEL:
        return _label(tokens, quantity.first - 1)
    if quantity.unit == AGE and tokens.low(quantity.first - 1) in GRAMMAR["before an age"] | {","}:
        return phrase_before(tokens, quantity.first - 2, stop)
    k = _before_hedge(tokens, begins_at(tokens, quantity, hedge) - 1, stop)
    if _apart(tokens, quantity, k, stop) or (quantity.money and tokens.low(k) in GRAMMAR["including"]):
        return None
    if tokens.low(k) in GRAMMAR["relative"]:
        return _nearest(tokens, k - 1 - (tokens.low(k - 1) == ","), stop)  # "the debt, which topped $20"
    lasts = _lasts(quantity)
    near = not lasts or tokens.low(k) in GRAMMAR["of"]
    beside = (_beside(tokens, k, stop) or _owner(tokens, k, stop)) if near else None
    if beside:
        return beside
    verb = _verb_before(tokens, k, stop)
    if verb < stop:
        return None if lasts else _nearest(tokens, k, stop)
    if quantity.unit is None and verb == k and _happens_to(tokens, verb):
        return None
    if lasts and _parts(tokens, verb, k):
        return None
    joined = tokens.low(quantity.first - 1) in GRAMMAR["and"]
    if tokens.class_of(verb + 1) == PRONOUN and verb + 1 <= k and tokens.low(verb + 1) in GRAMMAR["taken pronoun"]:
        return None  # "shortened it to three months"
    taken = None if lasts or joined else _object(tokens, verb, k)
    return taken or _subject(tokens, verb, stop)


def _parts(tokens: Tokens, verb: int, k: int) -> bool:
    """Whether a verb before a span of time is of another clause or of none: "means that within five years it", "its
    third, following one in five years"."""
    loose = tokens.class_of(verb) == GERUND and tokens.class_of(verb - 1) not in VERBS
    return loose or not GRAMMAR["clause"].isdisjoint(tokens.lows[verb + 1 : k + 1])


def _apart(tokens: Tokens, quantity: Quantity, k: int, stop: int) -> bool:
    """Whether the noun before the number is not what it counts: "a mother of two", "leads Roe 48 to 45", "beat Roe by 9
    points"."""
    if tokens.low(k) in GRAMMAR["of"] and quantity.unit is None and tokens.low(k - 1) in GRAMMAR["parent"]:
        return True
    by = tokens.low(k) in GRAMMAR["by"]
    found = phrase_before(tokens, k - by, stop)
    if found is None or tokens.class_of(found[1] - 1) != NAME:
        return False
    rival = lemma(tokens.low(found[0] - 1)) in GRAMMAR["margin"]
    return rival or (by and quantity.unit in GRAMMAR["margin unit"])


def _happens_to(tokens: Tokens, verb: int) -> bool:
    """ "The quake killed 300": those counted are what it happens to, and they are not named."""
    lemma = predicates().lemmas.get(tokens.lows[verb], tokens.lows[verb])
    return bool(predicates().classes.get(lemma, frozenset()) & people_classes())


_LABEL = 8  # tokens of a line before its colon


def _label(tokens: Tokens, colon: int) -> Phrase | None:
    """The words of a line before its colon, if they are no sentence: "Boats lost: 34"."""
    first = next((k for k in range(colon) if tokens.kinds[k] == WORD), colon)
    said = any(tokens.class_of(k) in FINITE for k in range(first + 1, colon - 1))
    return (first, colon) if first < colon and not said else None


def _before_hedge(tokens: Tokens, k: int, stop: int) -> int:
    """The token before the hedge and the fillers of a number."""
    while k > stop and (tokens.class_of(k) in _LOOSE or tokens.lows[k] in GRAMMAR["hedging"]):
        k -= 1
    return k


def _beside(tokens: Tokens, k: int, stop: int) -> Phrase | None:
    """The phrase right before the number: "the yacht cost $5m and the crane $2m", "a grant worth $8m", "Dead: 14"."""
    found = phrase_before(tokens, k - (tokens.low(k) == ":"), stop)
    if found and found[1] - found[0] == 1 and tokens.low(k - 1) in GRAMMAR["relative"] and _can_be_verb(tokens, k):
        found = phrase_before(tokens, k - 2, stop)  # "a boat that costs $5"
    found = found and _without_verb(tokens, found, stop)
    return None if found is None or _untimed(tokens, found) is None else attached(tokens, found, stop)


def _without_verb(tokens: Tokens, found: Phrase, stop: int) -> Phrase:
    """ "The contingent numbers 11,000": where no verb stands before, a last word that can be one is one."""
    first, last = found
    can_be = _can_be_verb(tokens, last - 1)
    return (first, last - 1) if last - first > 1 and can_be and _verb_before(tokens, first - 1, stop) < 0 else found


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
    if found is None or _untimed(tokens, found) is None:
        return None
    if tokens.lows[k] in GRAMMAR["of"] and tokens.low(found[0] - 1) in GRAMMAR["to"]:
        found = phrase_before(tokens, found[0] - 2, stop) or found  # "at a cost to the firm of $5"
    found = attached(tokens, found, stop)
    return None if tokens.lows[k] not in GRAMMAR["of"] and _governed(tokens, found, stop) else found


def _governed(tokens: Tokens, found: Phrase, stop: int) -> bool:
    """Whether a preposition stands before a phrase, so that it tells where or when: "fell in Tarsk to 5"."""
    k = found[0] - 1
    while k > stop and tokens.class_of(k) in _BEFORE_NOUN:
        k -= 1
    return k >= stop and tokens.class_of(k) == PREPOSITION


def _verb_before(tokens: Tokens, k: int, stop: int) -> int:
    """The nearest verb on the left in the clause, or -1."""
    while k >= stop:
        if tokens.lows[k] in _BREAK:
            return -1
        if tokens.class_of(k) in VERBS and tokens.kinds[k] == WORD and not _modifies(tokens, k):
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
    return _untimed(tokens, (found[0], min(found[1], k + 1))) if found else None


def _subject(tokens: Tokens, verb: int, stop: int) -> Phrase | None:
    """The subject of the verb: the phrase left of it and of its helpers, with what it hangs on.

    A verb that is not finite and has no noun right before it ("…, having risen by 5") takes the one's before it.
    """
    k = _group_start(tokens, verb, stop)
    if tokens.class_of(k) not in FINITE and tokens.class_of(k - 1) in NOUNS:
        found = phrase_before(tokens, k - 1, stop)  # "Americans making more than $5"
        taker = _participle_of(tokens, found, stop) if found else -1
        return found if taker < 0 else _nearest(tokens, taker - 1, stop)
    if tokens.class_of(k) not in FINITE or tokens.class_of(k - 1) == CONJUNCTION:
        finite = next((j for j in range(k - 1, stop - 1, -1) if _is_finite(tokens, j)), -1)
        k = _group_start(tokens, finite, stop) if finite >= stop else k
    return _nearest(tokens, _past_insertion(tokens, k - 1, stop), stop)


def _past_insertion(tokens: Tokens, k: int, stop: int) -> int:
    """The token before an insertion that the comma at `k` closes: "The firm, whose site has a logo, was paid"."""
    if tokens.low(k) != ",":
        return k
    opening = next((j for j in range(k - 1, stop - 1, -1) if tokens.lows[j] == ","), -1)
    return opening - 1 if opening > stop and tokens.class_of(opening - 1) in NOUNS else k


def _group_start(tokens: Tokens, verb: int, stop: int) -> int:
    """The first token of a verb with its helpers: "has been", "will", "to"."""
    k = verb
    while k > stop and tokens.class_of(k - 1) in _VERB_GROUP and tokens.kinds[k - 1] == WORD:
        if tokens.class_of(k - 2) == DETERMINER:
            break  # "the saving will be"
        k -= 1
    return k


def _is_finite(tokens: Tokens, j: int) -> bool:
    return tokens.class_of(j) in FINITE and tokens.kinds[j] == WORD


def _nearest(tokens: Tokens, k: int, stop: int) -> Phrase | None:
    """The nearest phrase on the left that is no time, back to the end of the clause or a pronoun."""
    while k >= stop:
        found = phrase_before(tokens, k, stop)
        taker = _participle_of(tokens, found, stop) if found else -1
        if taker >= 0:
            k = taker - 1
            continue
        if found and tokens.lows[k] not in GRAMMAR["time"]:
            return attached(tokens, found, stop)
        if tokens.lows[k] in _BREAK or tokens.class_of(k) == PRONOUN:
            return None
        k = found[0] - 1 if found else k - 1
    return None


def _participle_of(tokens: Tokens, found: Phrase, stop: int) -> int:
    """The participle behind a noun that takes a phrase as its object, or -1: "men getting aid"."""
    k = found[0] - 1
    while k > stop and tokens.class_of(k) == DETERMINER:
        k -= 1
    return k if k >= stop and tokens.class_of(k) == GERUND and tokens.class_of(k - 1) in _BEHIND_NOUN else -1


def _lasts(quantity: Quantity) -> bool:
    """A span of time is said of its clause's subject."""
    return quantity.unit in GRAMMAR["lasting unit"]
