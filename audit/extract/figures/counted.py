"""What a figure counts or measures: the noun phrase behind it, else the one before it (`noun_before`). No parser.

Invariant: the answer is a stretch of the text, at most `REACH` tokens away.
"""

from __future__ import annotations

from functools import cache

from audit.extract.figures.clauses import lemma, voting
from audit.extract.figures.lexicon import GRAMMAR, lexicon, owning, predicates
from audit.extract.figures.not_figures import HYPHENS, masked
from audit.extract.figures.noun_before import find_before, lasts
from audit.extract.figures.own_verb import is_ranked
from audit.extract.figures.phrases import REACH, Phrase, is_plural, joint, of_many, phrase_at, untimed
from audit.extract.figures.quantities import Quantity
from audit.extract.figures.units import AGE
from audit.text.parts_of_speech import (
    ADJECTIVE,
    ADVERB,
    BASE,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    GERUND,
    NAME,
    NOUN,
    NUMERAL,
    PARTICIPLE,
    PAST,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    THIRD,
    TO,
    VERBS,
    known_as,
    may_be,
    verb_share,
)
from audit.text.tokens import NUMBER, WORD, Tokens

_QUOTES = frozenset('"“”')
_SINGLE = frozenset("‘'")
OWNER = 4  # words of a name whose number of things is told: "the Orrin Ferry Board's 12 ferries"
_SINGULAR = frozenset((NOUN, NAME))
_GOVERNS = frozenset(PREPOSITION + TO)
_OPENS_CLAUSE = frozenset((DETERMINER, PRONOUN))
_LISTED = frozenset((*ADJECTIVE, NOUN))
_BEFORE_NOUN = frozenset(DETERMINER + ADJECTIVE)
_PARTICIPLES = frozenset(GERUND + PARTICIPLE)
_DEGREES = frozenset(ADJECTIVE + ADVERB)


def find_counted(tokens: Tokens, quantity: Quantity, floor: int, hedge: str | None = None) -> Phrase | None:
    """The counted noun phrase as tokens `[first, last)`; nothing is taken from before token `floor`.

    `hedge`: the words that loosen the number; where they stand before it they are skipped.
    """
    if _dating(tokens, quantity) or _ahead(tokens, quantity) or _of_record(tokens, quantity):
        return None
    found = _right(tokens, quantity)
    if found or _untold(tokens, quantity):
        return found
    found = find_before(tokens, quantity, floor, hedge)
    if found and (_is_one(tokens, quantity, found) or owning(tokens.lows[found[1] - 1])):
        return None
    return found


_SIGNS = frozenset("%$€£")
_COLUMNS = 3  # numbers in a row that nothing parts


def in_table(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether the number stands in a table run flat, whose rows are not told: "76 4 11 Holm", "Holm +2 Roe +3"."""
    start = max(0, quantity.first - REACH)
    near = tokens.kinds[start : quantity.last + REACH]
    if near.count(NUMBER) < _COLUMNS:
        return False
    numbers = [k for k, kind in enumerate(near, start) if kind == NUMBER]
    if any(_row(tokens, *ends) for ends in zip(numbers, numbers[_COLUMNS - 1 :], strict=False)):
        return True
    return "+" in tokens.lows and sum(tokens.low[k - 1] == "+" and tokens.glued(k) for k in numbers) >= _COLUMNS


def _row(tokens: Tokens, first: int, last: int) -> bool:
    """Whether signs alone stand among the numbers from token `first` to token `last`."""
    if tokens.kinds[first + 1] == WORD:
        return False
    return sum(map(_SIGNS.__contains__, tokens.lows[first:last])) == last - first - (_COLUMNS - 1)


def is_dating(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a span of time tells when: "two days later", "in the last 24 hours"."""
    return lasts(quantity) and (_dating(tokens, quantity) or tokens.low[quantity.first - 1] in GRAMMAR["dating before"])


def _dating(tokens: Tokens, quantity: Quantity) -> bool:
    """ "two days later", "four years after the vote": a distance in time counts nothing."""
    if not lasts(quantity):
        return False
    ahead = tokens.low[quantity.last] in GRAMMAR["in"] and tokens.low[quantity.last + 1] in GRAMMAR["ahead"]
    return ahead or tokens.low[quantity.last] in GRAMMAR["dating"]


def _of_record(tokens: Tokens, quantity: Quantity) -> bool:
    """ "fell from its highest price in two months", "the first time in 20 years": how long nothing was like it."""
    k = quantity.first - 1
    inside = lasts(quantity) and tokens.low[k] in GRAMMAR["in"] and quantity.numeral.last == quantity.last - 1
    return inside and is_ranked(tokens, _words_before(tokens, k, _RANKED), k)


_RANKED = 4  # words from a superlative to the "in" behind its noun


def _words_before(tokens: Tokens, k: int, count: int) -> int:
    """Where `count` words before token `k` begin; what hyphens tie is one word."""
    for _ in range(count):
        k -= 1
        while k > 1 and tokens.low[k - 1] in HYPHENS:
            k -= 2
    return max(0, k)


def _ahead(tokens: Tokens, quantity: Quantity) -> bool:
    """ "a poll had her 60 points ahead", "crashed two miles away": how far off is of nothing named beside it."""
    apart = tokens.low[quantity.last] in GRAMMAR["distance behind"]
    if apart and quantity.unit is not None and quantity.unit != AGE and not _tied(tokens, quantity):
        return True
    return quantity.unit in GRAMMAR["margin unit"] and tokens.low[quantity.last] in GRAMMAR["margin behind"]


def _untold(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether what is counted could only stand on the right, or was told before: "five of the Orv", "in the last 24
    hours", "a six-month", "the two"."""
    parted = tokens.low[quantity.last] in GRAMMAR["of"] and tokens.class_of(quantity.last + 1) != NUMERAL
    part = quantity.share or quantity.unit is None or quantity.unit in GRAMMAR["percent unit"]
    if (part and parted) or _did(tokens, quantity) or _how_often(tokens, quantity):
        return True
    if quantity.unit == AGE and tokens.low[quantity.last - 1] in GRAMMAR["people of an age"]:
        return True  # "sent to friends by 27-year-olds"
    if quantity.unit in GRAMMAR["percent unit"] and (_of_number(tokens, quantity.last) or _tally(tokens, quantity)):
        return True  # "13 percent of $1 billion"
    if is_dating(tokens, quantity) or (quantity.share and of_time(tokens, quantity)):
        return True
    governed = tokens.low[quantity.first - 1] in GRAMMAR["article"] and tokens.class_of(quantity.first - 2) in _GOVERNS
    if quantity.unit == AGE and (governed or tokens.low[quantity.first - 1] in GRAMMAR["anaphor"]):
        return True  # "From Orv, the 37-year-old won"
    before = tokens.low[quantity.first - 1]
    owned = _tied(tokens, quantity) or before in GRAMMAR["anaphor"] or before in GRAMMAR["possessor"]
    return (owned and lasts(quantity)) or _anaphoric(tokens, quantity)


def _how_often(tokens: Tokens, quantity: Quantity) -> bool:
    """ "twice as often as Roe": how something is done, not of what."""
    compared = quantity.numeral.multiple and tokens.low[quantity.last] in GRAMMAR["as"]
    return compared and tokens.class_of(quantity.last + 1) == ADVERB and tokens.low[quantity.last + 2] in GRAMMAR["as"]


def _tally(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a share is one of two that tell how a vote stands: "leads by 9 points, 51 percent to 42 percent"."""
    first, last = quantity.first - 1, quantity.last
    ahead = tokens.low[first] == "," and tokens.low[last] in _AGAINST and tokens.kind(last + 1) == NUMBER
    behind = tokens.low[first] in _AGAINST and NUMBER in tokens.kinds[max(0, first - 2) : first]
    opened = any(tokens.low[k] == "," and tokens.kind(k + 1) == NUMBER for k in range(max(0, first - 4), first))
    return ahead or (behind and opened)


_AGAINST = GRAMMAR["to"] | HYPHENS


def of_time(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a share is of a time: "half the year", "half of that day", "65 percent of the time"."""
    k = quantity.last
    k += tokens.low[k] in GRAMMAR["of"]
    return tokens.class_of(k) == DETERMINER and tokens.low[k + 1] in GRAMMAR["time"]


def _tied(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a hyphen ties a number to its unit: "a six-month" """
    return not HYPHENS.isdisjoint(tokens.lows[quantity.numeral.last : quantity.last])


def _of_number(tokens: Tokens, k: int) -> bool:
    """Whether "of" and a number begin at token `k`."""
    return tokens.low[k] in GRAMMAR["of"] and _is_number(tokens, k + 1 + (tokens.low[k + 1] in _SIGNS))


def _is_one(tokens: Tokens, quantity: Quantity, found: Phrase) -> bool:
    """Whether a name is said to be several, of which it is the last: "Roe and Holm are four"."""
    several = quantity.unit is None and not quantity.share and quantity.low > 1
    being = tokens.low[quantity.first - 1] in GRAMMAR["being"]
    return several and being and tokens.class_of(found[1] - 1) == NAME


def _anaphoric(tokens: Tokens, quantity: Quantity) -> bool:
    """ "between the two", "that 90 had died", "and 12 who left", "half of them", "the 99 %": what they are was
    said before, or is not."""
    if tokens.low[quantity.last] in GRAMMAR["of"] and _stands_for_it(tokens, quantity.last + 1):
        return True
    behind = _past_bracket(tokens, quantity.last)  # "two in three (67%) say"
    behind += tokens.low[behind] in GRAMMAR["past number"]  # "hundreds more were sick"
    behind += tokens.class_of(behind) == ADVERB and tokens.class_of(behind + 1) in FINITE  # "five currently lean Red"
    before = tokens.low[quantity.first - 1]
    if quantity.money and before in GRAMMAR["anaphor"] and tokens.class_of(quantity.last) in _OPENS_CLAUSE:
        return True  # "the $5 the firm spends"
    hedged = before in GRAMMAR["hedging"]
    owner = tokens.low[quantity.first - 1 - hedged]
    owned = owner in GRAMMAR["of"] or owner in GRAMMAR["value"]  # "a magnitude of 5 was felt", "worth some 5"
    acts = tokens.class_of(behind) in FINITE or _acts(tokens, behind)
    subject = not owned and acts
    if quantity.unit in GRAMMAR["percent unit"]:
        asked = (before == "," or before in GRAMMAR["beside"]) and tokens.class_of(
            quantity.last
        ) in _PARTICIPLES  # "with 11% saying that", "with 44% opposed"
        named = tokens.low[behind] in GRAMMAR["relative"]  # "20 percent who chose Roe"
        return subject or asked or named or before in GRAMMAR["anaphor"] or voting(tokens, quantity.first - 1, behind)
    opens = tokens.kind(quantity.first - 1 - hedged) != WORD or before in GRAMMAR["conjunction"]  # ", only $5 can go"
    pointed = quantity.money and (
        before in GRAMMAR["pointing"] or before in GRAMMAR["anaphor"] or opens
    )  # "that $1 million is pretty good"
    if subject and (quantity.share or pointed):
        return True  # "just one-quarter disagree"
    if quantity.share and before in GRAMMAR["anaphor"] and tokens.low[quantity.last] in GRAMMAR["anaphor behind"]:
        return True
    if quantity.unit or quantity.share:
        return quantity.share and before in GRAMMAR["absolute"]
    if _few_alone(tokens, quantity):
        return True
    anaphor = before in GRAMMAR["anaphor"] or _the_only(tokens, quantity) or before in GRAMMAR["quantifier"]
    return subject or anaphor or tokens.low[quantity.last] in GRAMMAR["anaphor behind"]


def _acts(tokens: Tokens, k: int) -> bool:
    """Whether a form that may be past has its object behind it: "42 percent held that view"."""
    done = tokens.class_of(k) == PARTICIPLE and may_be(tokens.lows[k], PAST)
    return done and (tokens.low[k + 1] in GRAMMAR["relative"] or tokens.class_of(k + 1) == DETERMINER)


def _the_only(tokens: Tokens, quantity: Quantity) -> bool:
    """ "are the only two staying" """
    only = tokens.low[quantity.first - 1] in GRAMMAR["only"]
    return only and tokens.low[quantity.first - 2] in GRAMMAR["anaphor"]


def _stands_for_it(tokens: Tokens, k: int) -> bool:
    """Whether a word stands for what was told before: "half of them", "98% of that going to", "of those found"."""
    alone = tokens.low[k] in GRAMMAR["pointing"] and tokens.class_of(k + 1) in (GERUND, PARTICIPLE)
    return alone or tokens.class_of(k) in (PRONOUN, QUESTION)


_FEW = 20


def _few_alone(tokens: Tokens, quantity: Quantity) -> bool:
    """ "Clinton had just two.": a small number in words before a mark stands for things told before."""
    numeral = quantity.numeral
    small = numeral.words and not (numeral.scaled or numeral.multiple) and quantity.high <= _FEW
    if tokens.low[quantity.first - 1] in GRAMMAR["or"] or tokens.low[quantity.first - 1] in GRAMMAR["of"]:
        return False  # "a pick or two", "a family of four"
    return small and tokens.kind(quantity.last) != WORD and tokens.kind(quantity.last) != NUMBER


# Right of the number


def _only_tied(tokens: Tokens, j: int) -> bool:
    """Whether a hyphen ties a noun to the number and both modify what follows: "a 15-member Orv board" has members."""
    if tokens.low[j - 1] not in HYPHENS or not tokens.glued(j) or tokens.class_of(j) != NOUN:
        return False
    whole = phrase_at(tokens, j)
    return whole is not None and whole[1] > j + 1 and not joint(tokens, j + 1)


def _right(tokens: Tokens, quantity: Quantity) -> Phrase | None:
    """The noun phrase after the number: "200 former soldiers", "13 % of the firm", "three of the wounded"."""
    if quantity.unit == AGE and tokens.low[quantity.first - 1] in GRAMMAR["before an age"]:
        return None
    j = quantity.last if quantity.noun_at is None else quantity.noun_at
    j = _past_bracket(tokens, j)
    j += tokens.low[j] in _QUOTES or (tokens.low[j] in _SINGLE and not tokens.glued(j))
    if tokens.low[j] in HYPHENS and tokens.glued(j):
        j += 1
    if quantity.unit is None and tokens.low[quantity.first - 1] in GRAMMAR["to"] and _is_the_number(tokens, j):
        return _of(tokens, j + 2)  # "brings to 122 the number of boats"
    j = _past_hedge(tokens, j)
    if quantity.numeral.multiple and tokens.low[j] in GRAMMAR["as"] and tokens.class_of(j + 1) in _DEGREES:
        j += 2  # "twice as much land"
    if tokens.low[j + 1] in GRAMMAR["of"]:
        j += quantity.unit is not None and tokens.low[j] in GRAMMAR["value"]  # "$5 worth of boats"
        j += tokens.low[j] in GRAMMAR["out"]  # "three out of the past three"
    if tokens.low[j] in GRAMMAR["of"]:
        many = quantity.unit is None and not quantity.share
        found = None if _distance(tokens, quantity) else _of(tokens, j)
        return _shared_head(tokens, found) if found and many else found
    if quantity.unit is None:
        if tokens.low[j] in GRAMMAR["complement"]:
            return _complement(tokens, j + 1)
    elif quantity.money and tokens.low[j] in GRAMMAR["in"]:
        return _kind_of_money(tokens, j + 1)
    elif tokens.low[j] in GRAMMAR["for"] and not lasts(quantity):
        return _paid_for(tokens, j + 1)
    j = _past_measure(tokens, j)
    if tokens.low[j] in GRAMMAR["times"] and tokens.class_of(j + 1) == DETERMINER:
        return phrase_at(tokens, j + 2)  # "ten times the money"
    multiplied = quantity.numeral.multiple and tokens.class_of(quantity.first) in VERBS  # "doubled its share"
    if (quantity.share and tokens.class_of(j) == DETERMINER) or (multiplied and tokens.low[j] in GRAMMAR["determiner"]):
        j += 1
    if quantity.unit is None and _only_tied(tokens, j):
        return (j, j + 1)
    found = _plain(tokens, quantity, _owner_alone(tokens, quantity, _headed(tokens, phrase_at(tokens, j))))
    if found and (_goes_from(tokens, quantity, found) or _did(tokens, quantity) or _does(tokens, quantity, found)):
        return None
    if found and (_begins_clause(tokens, quantity, found) or _governs_money(tokens, found)):
        return None
    part = quantity.share or quantity.unit in GRAMMAR["percent unit"]
    if found is None and part and tokens.low[quantity.first - 1] in GRAMMAR["article"] and j == quantity.last:
        return _nominal(tokens, j)
    if found and part and (voting(tokens, quantity.first - 1, found[0]) or _says(tokens, quantity, found)):
        return None
    return found and _with_of(tokens, found)


def _goes_from(tokens: Tokens, quantity: Quantity, found: Phrase) -> bool:
    """Whether one word behind several is their verb, since it is no plural: "of the 52 mayors, 20 hail from Orv"."""
    k = found[0]
    plain = quantity.unit is None and not (quantity.share or quantity.money) and quantity.low > 1
    alone = plain and k == quantity.last and found[1] == k + 1 and tokens.class_of(k) == NOUN
    if not alone or tokens.class_of(k + 1) not in _GOVERNS or tokens.titled():
        return False
    if tokens.kind(quantity.first - 1) == WORD or tokens.capital(k) or is_plural(tokens, k):
        return False
    return known_as(tokens.lows[k], BASE)


def _does(tokens: Tokens, quantity: Quantity, found: Phrase) -> bool:
    """Whether one word behind somebody's age is a verb: "the 65-year-old worries that"."""
    k = found[0]
    if quantity.unit != AGE or found[1] != k + 1 or tokens.class_of(k) != PLURAL or not may_be(tokens.lows[k], THIRD):
        return False
    return tokens.class_of(quantity.first - 1) == DETERMINER and tokens.class_of(k + 1) not in FINITE


def _did(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether several did something to one thing: "at least 375 contaminated groundwater"."""
    if tokens.class_of(quantity.last) not in _DONE or (found := phrase_at(tokens, quantity.last)) is None:
        return False
    first, last = found
    plain = quantity.unit is None and not (quantity.share or quantity.money) and quantity.low > 1
    if not plain or last - first < 2:
        return False
    one = (
        tokens.class_of(last - 1) == NOUN
        and not is_plural(tokens, last - 1)
        and HYPHENS.isdisjoint(tokens.lows[first:last])
    )
    return one and may_be(tokens.lows[first], PAST) and not tokens.titled()


_DONE = frozenset((PARTICIPLE, PAST, *ADJECTIVE))


def _nominal(tokens: Tokens, j: int) -> Phrase | None:
    """The nouns that look like verbs, behind an article and a share: "a two-thirds vote", "a 42 percent pay cut"."""
    last = j
    while tokens.class_of(last) in _LIKE_NOUNS and may_be(tokens.lows[last], NOUN) and last < j + 2:
        last += 1
    return (j, last) if last > j and tokens.class_of(j) == BASE else None


_LIKE_NOUNS = frozenset((BASE, PAST, NOUN, *PARTICIPLE))


def _is_the_number(tokens: Tokens, j: int) -> bool:
    """Whether "the number of" begins at a token."""
    numbered = tokens.low[j] in GRAMMAR["anaphor"] and tokens.low[j + 1] in GRAMMAR["number word"]
    return numbered and tokens.low[j + 2] in GRAMMAR["of"]


def _owner_alone(tokens: Tokens, quantity: Quantity, found: Phrase | None) -> Phrase | None:
    """Of "26-year-old Bo Roe's death" the one who is so old."""
    if found is None or quantity.unit != AGE:
        return found
    owner = next((k for k in range(*found) if owning(tokens.lows[k])), -1)
    return found if owner < 0 else (found[0], owner + 1)


def _plain(tokens: Tokens, quantity: Quantity, found: Phrase | None) -> Phrase | None:
    """What a plain number counts: "the two leaders" of their pledges; of one a singular: "one services executive"."""
    if found is None or quantity.unit or quantity.share:
        return found
    first, last = found
    owner = next((k for k in range(first + 1, last) if of_many(tokens, k)), -1)
    if owner > first and not quantity.numeral.multiple:
        return first, owner
    if quantity.high == 1:
        return first, _one_thing(tokens, first, last)
    return _shared_head(tokens, found)


def _one_thing(tokens: Tokens, first: int, last: int) -> int:
    """Where the phrase of one thing ends: at a singular, "one services executive", "one reason boats"."""
    if tokens.class_of(last - 1) != PLURAL:
        return last
    singular = last - first > 1 and tokens.class_of(last - 2) == NOUN and not owning(tokens.lows[last - 2])
    named = tokens.class_of(last) == BASE and may_be(tokens.lows[last], NOUN) and not tokens.capital(last - 1)
    more = tokens.class_of(last) == NOUN or named  # "one sales pitch"
    return last - 1 if singular else last + more


def _shared_head(tokens: Tokens, found: Phrase) -> Phrase:
    """Two words with the one noun of both: "a dozen police and army officers", "hundreds of state and local races"."""
    first, last = found
    if tokens.class_of(last) != CONJUNCTION or tokens.class_of(last - 1) not in _SINGULAR:
        return found
    shared = phrase_at(tokens, last + 1)
    whole = shared is not None and shared[1] - shared[0] > 1 and tokens.class_of(shared[1] - 1) == PLURAL
    return (first, shared[1]) if shared and whole else found


def _headed(tokens: Tokens, found: Phrase | None) -> Phrase | None:
    """A phrase that ends in somebody's ("$5 for Roe's 2010 campaign") has no head."""
    return None if found and owning(tokens.lows[found[1] - 1]) else found


def _distance(tokens: Tokens, quantity: Quantity) -> bool:
    """ "within 50 miles of the border": how far from it."""
    return quantity.unit is not None and tokens.low[quantity.first - 1] in GRAMMAR["within"]


def _begins_clause(tokens: Tokens, quantity: Quantity, found: Phrase) -> bool:
    """ "90 % beginning in May", "half saying that", "50 % supporting Roe", "a family of four getting help", "12 years
    running a firm"."""
    first, last = found
    if tokens.class_of(first) != GERUND:
        return False
    named = tokens.capital(first + 1)
    return last - first == 1 or named or lasts(quantity) or (quantity.unit is None and not is_plural(tokens, last - 1))


def _says(tokens: Tokens, quantity: Quantity, found: Phrase) -> bool:
    """Whether a verb of saying or holding stands where a noun would: "six in 10 say Roe is here", "45 % disapprove"."""
    low = tokens.lows[found[0]]
    if tokens.class_of(quantity.first - 1) in _BEFORE_NOUN:
        return False  # "a 3 percent drop"
    alone = found[1] - found[0] == 1 and tokens.kind(found[1]) != WORD
    return lemma(low) == low and low in predicates().lemmas and (alone or verb_share(low) > _MOSTLY)


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
    if tokens.low[j] != "(":
        return j
    for k in range(j + 1, min(j + 8, tokens.size)):
        if tokens.lows[k] == ")":
            digits = NUMBER in tokens.kinds[j:k]
            return k + 1 if digits else j
    return j


def _past_hedge(tokens: Tokens, j: int) -> int:
    """Past "or more", "-plus", "more", ", if not millions," that stand between number and noun."""
    if tokens.low[j] not in _hedging_behind():
        return j
    if tokens.low[j] in GRAMMAR["or"] and tokens.low[j + 1] in GRAMMAR["or more"]:
        j += 2
    if tokens.low[j] == "," and tokens.low[j + 1] in GRAMMAR["aside"]:
        j = next((k + 1 for k in range(j + 1, min(j + 6, tokens.size)) if tokens.lows[k] == ","), j)
    while (tokens.low[j] == "+" or tokens.low[j] in GRAMMAR["past number"]) and tokens.kind(j + 1) == WORD:
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
    found = _headed(tokens, untimed(tokens, phrase_at(tokens, j)))
    return None if found and tokens.lows[found[1] - 1] in GRAMMAR["served"] else found  # "cut it to $5 for adults"


def _kind_of_money(tokens: Tokens, j: int) -> Phrase | None:
    """ "$48 billion in assets", "in Orv bonds", "in local, state and federal taxes": what the money is, not where, when
    or how.
    """
    while tokens.low[j + 1] == "," and tokens.class_of(j) in _LISTED:
        j += 2
        j += tokens.class_of(j) == CONJUNCTION
        j += 2 * (tokens.class_of(j + 1) == CONJUNCTION and tokens.class_of(j + 2) == ADJECTIVE)
    found = untimed(tokens, phrase_at(tokens, j))
    if found is None:
        return None
    head = tokens.lows[found[1] - 1]
    where = tokens.capital(found[1] - 1) or head in GRAMMAR["kind of place"]
    return None if where or head in GRAMMAR["manner"] else _shared_head(tokens, found)


def _past_measure(tokens: Tokens, j: int) -> int:
    """Past a measure or a date between count and noun: "eight million 250ml bottles", "19 9/11 widows"."""
    if tokens.kind(j) != NUMBER:
        return j
    j = masked(tokens, j) or j + 1
    while tokens.glued(j) and tokens.kind(j) != NUMBER:
        j += 1
    return j


def _of(tokens: Tokens, j: int) -> Phrase | None:
    """What a part is of: "of the wounded", "of its workforce", "500 of the 12,000 troops"."""
    k = j + 1
    if tokens.low[k] in GRAMMAR["possessor"] and tokens.low[k + 1] in GRAMMAR["or"]:
        k += 2  # "of his or her income"
    if _stands_for_it(tokens, k) and tokens.low[k] not in GRAMMAR["possessor"]:
        return None
    while (
        tokens.low[k] in GRAMMAR["possessor"]
        or tokens.class_of(k) == DETERMINER
        or tokens.low[k] in GRAMMAR["determiner"]
    ):
        k += 1
    if k > j + 1 and tokens.low[k] in GRAMMAR["of"]:
        return _of(tokens, k)  # "a third of all of the snow"
    k += tokens.class_of(k) == ADJECTIVE and _is_number(tokens, k + 1)  # "five of the last six", "of the largest 10"
    k += tokens.low[k] in _SIGNS or tokens.low[k] in _QUOTES
    k = _behind_owner(tokens, k)
    if _is_number(tokens, k) and not (tokens.low[k + 1] in HYPHENS and joint(tokens, k + 1)):
        k = masked(tokens, k) or k + 1  # "two of the 9/11 hijackers"
        return phrase_at(tokens, k + (tokens.low[k] in GRAMMAR["magnitude"]))  # "of the $50 billion bill"
    found = _headed(tokens, phrase_at(tokens, k))
    return found and _with_of(tokens, found)


def _behind_owner(tokens: Tokens, k: int) -> int:
    """Where the number stands of what somebody has: "ten of his team's sixteen games"; the place itself without one."""
    owned = (m for m in range(k, k + OWNER) if owning(tokens.low[m]) or tokens.low[m] == "'")
    return next((m + 1 for m in owned if _is_number(tokens, m + 1)), k)


def _is_number(tokens: Tokens, k: int) -> bool:
    """Whether a token is a number in digits, or in words and more than "one", which stands for things as well."""
    return tokens.kind(k) == NUMBER or lexicon("en").cardinals.get(tokens.low[k], 0) > 1


def _with_of(tokens: Tokens, found: Phrase) -> Phrase:
    """A phrase with the one that "of" hangs on it: "brigades of military personnel"."""
    first, last = found
    if tokens.low[last] not in GRAMMAR["of"] or tokens.kind(last + 1) != WORD:
        return found
    k = last + 1
    while tokens.class_of(k) == DETERMINER:
        k += 1
    inner = phrase_at(tokens, k)
    return (first, inner[1]) if inner else found
