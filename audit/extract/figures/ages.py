"""Which bare numbers are ages: "children under five", "aged 18 to 34", "Jane Roe, 34, said".

Invariant: looks at the words beside the number alone.
"""

from __future__ import annotations

from audit.extract.figures.clauses import lemma
from audit.extract.figures.hedges import Hedged
from audit.extract.figures.lexicon import GRAMMAR
from audit.extract.figures.not_figures import HYPHENS
from audit.extract.figures.phrases import is_plural, phrase_at
from audit.extract.figures.quantities import Quantity
from audit.extract.figures.units import AGE
from audit.lexicon.counts import bearers, person_nouns
from audit.text.parts_of_speech import ADVERB, DETERMINER, NAME, NUMERAL, PRONOUN, QUESTION, VERBS
from audit.text.tokens import NUMBER, WORD, Tokens


def aged(tokens: Tokens, quantity: Quantity, hedged: Hedged, previous: Quantity | None) -> Quantity:
    """ "children under five", "aged 18 to 34", "ages 54 and 50", "Jane Roe, 34, said": a bare number that is an age."""
    old = hedged.words in GRAMMAR["age hedge"] or _said_age(tokens, quantity)
    if quantity.unit in GRAMMAR["yearly"] and old:
        return quantity._replace(unit=AGE)  # "under the age of 5 years"
    if quantity.unit or quantity.money or not 0 < quantity.high <= 120 or quantity.numeral.scaled or quantity.share:
        return quantity
    is_age = (
        old
        or _second_age(tokens, quantity, previous)
        or _in_list(tokens, quantity)
        or _at_age(tokens, quantity)
        or _is_so_old(tokens, quantity, hedged)
        or _after_people(tokens, quantity, hedged)
        or _after_name(tokens, quantity)
    )
    return quantity._replace(unit=AGE) if is_age else quantity


def _second_age(tokens: Tokens, quantity: Quantity, previous: Quantity | None) -> bool:
    """ "ages 54 and 50": a number that "and" joins to an age in the plural."""
    if previous is None or previous.unit != AGE or tokens.low[quantity.first - 1] not in GRAMMAR["and"]:
        return False
    joined = previous.last == quantity.first - 1
    return joined and tokens.low[previous.first - 1] in GRAMMAR["age word"]


def _in_list(tokens: Tokens, quantity: Quantity) -> bool:
    """ "aged 19, 22 and 24": one of several numbers behind "aged", with nothing to count."""
    k = quantity.first - 1
    while k > 0 and (tokens.low[k] in (",", "-") or tokens.low[k] in GRAMMAR["list join"] or _is_number(tokens, k)):
        k -= 1
    listed = k < quantity.first - 1 and tokens.low[k] in GRAMMAR["age word"]
    return listed and phrase_at(tokens, quantity.last) is None and not of_something(tokens, quantity.last)


def _is_number(tokens: Tokens, k: int) -> bool:
    return tokens.kind(k) == NUMBER or tokens.class_of(k) == NUMERAL


def _at_age(tokens: Tokens, quantity: Quantity) -> bool:
    """ "died at 91", "left school at 14": what people do at an age; up to twelve it may be an hour."""
    if tokens.low[quantity.first - 1] not in GRAMMAR["at"] or not _HOURS < quantity.low < _OLDEST:
        return False
    k = quantity.first - 2
    near = tokens.lows[max(0, k - _ASIDE) : k + 1]
    lived = any(lemma(low) in GRAMMAR["done at an age"] for low in near)
    left = tokens.low[k] in GRAMMAR["left at an age"] and any(lemma(low) in GRAMMAR["leaving"] for low in near)
    return (lived or left) and phrase_at(tokens, quantity.last) is None and not tokens.glued(quantity.last + 1)


_HOURS = 12
_OLDEST = 110  # years
_ASIDE = 5  # words between a verb and "at"


def of_subject(tokens: Tokens, quantity: Quantity, phrase: tuple[int, int] | None) -> bool:
    """Whether a bare number is the age of what it is said of: "the voting age rises to 16", "the king was only 15"."""
    bare = not (quantity.unit or quantity.money or quantity.share or quantity.numeral.scaled or quantity.listed)
    if not bare or phrase is None or phrase[1] > quantity.first or not _YOUNGEST < quantity.low < _OLDEST:
        return False
    if phrase_at(tokens, quantity.last) is not None or of_something(tokens, quantity.last):
        return False
    first, last = phrase
    ages = [k for k in range(first, last) if tokens.lows[k] in GRAMMAR["age"]]
    if ages and (ages[-1] == last - 1 or tokens.lows[ages[-1] + 1] in GRAMMAR["of"]):
        return True
    k = quantity.first - 1
    while k > last and tokens.class_of(k) == ADVERB:
        k -= 1
    ends = tokens.low[quantity.last] in GRAMMAR["after an age"] or quantity.last >= tokens.size
    return ends and tokens.low[k] in GRAMMAR["copula"] and _is_person(tokens, first, last)


_YOUNGEST = 5  # years


def _is_person(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a phrase names one person by what they are or by a given name: "the king", "Judge Ada Roe"."""
    head = tokens.lows[last - 1]
    if tokens.class_of(last - 1) == NAME:
        told = person_nouns() | GRAMMAR["person"]
        return last - first > 1 and any(
            tokens.lows[k] in told or any(bearers(tokens.lows[k])) for k in range(first, last - 1)
        )
    return head in person_nouns() and not is_plural(tokens, last - 1)


def _said_age(tokens: Tokens, quantity: Quantity) -> bool:
    """ "aged 34", "age 87", "the age of 5", "87 yo"."""
    before = tokens.low[quantity.first - 1]
    hedge_gap = tokens.low[quantity.first - 2]
    return (
        before in GRAMMAR["age word"]
        or before in GRAMMAR["turns old"]
        or (before in GRAMMAR["age before"] and hedge_gap in GRAMMAR["age word"])
        or tokens.low[quantity.last] in GRAMMAR["old behind"]
        or _is_the_age(tokens, quantity)
    )


def _is_the_age(tokens: Tokens, quantity: Quantity) -> bool:
    """ "the age of consent is 16", with no noun behind."""
    k = quantity.first - 1
    said = tokens.low[k] in GRAMMAR["copula"] and not GRAMMAR["age word"].isdisjoint(tokens.lows[max(0, k - 4) : k])
    return said and tokens.kind(quantity.last) != WORD


def _is_so_old(tokens: Tokens, quantity: Quantity, hedged: Hedged) -> bool:
    """ "She will be 61 in July", "Olaf, who was 16, got out": a person is so many, with no noun of its own."""
    k = quantity.first - 1
    if GRAMMAR["being"].isdisjoint(tokens.lows[max(0, k - 3) : k + 1]):
        return False
    while k > 0 and (tokens.low[k] in (hedged.words or "").split() or tokens.class_of(k) == ADVERB):
        k -= 1
    if tokens.low[k] not in GRAMMAR["being"] or not 5 < quantity.low < 110:
        return False
    while k > 0 and tokens.class_of(k - 1) in VERBS:
        k -= 1
    named = tokens.class_of(k - 1) == NAME and tokens.low[quantity.last] in GRAMMAR["after an age"]
    person = named or tokens.low[k - 1] in GRAMMAR["aged pronoun"] or tokens.low[k - 1] in GRAMMAR["person"]
    return person and phrase_at(tokens, quantity.last) is None and not of_something(tokens, quantity.last)


def _after_people(tokens: Tokens, quantity: Quantity, hedged: Hedged) -> bool:
    """ "children under five", "those between 40 and 50", "men 35-54", with no noun of its own."""
    before = tokens.low[quantity.first - 1]
    if quantity.ranged and before in GRAMMAR["people"] and phrase_at(tokens, quantity.last) is None:
        return tokens.lows[quantity.numeral.first + 1] in HYPHENS
    bound = before in GRAMMAR["over or under"] and hedged.words is not None
    if not bound and not (quantity.ranged and before in GRAMMAR["between"]):
        return False
    return tokens.low[quantity.first - 2] in GRAMMAR["people"] and not plural_after(tokens, quantity.last)


def _after_name(tokens: Tokens, quantity: Quantity) -> bool:
    """ "Jane Roe, 34, said", "Ada Holm 52 has rowed": a number behind a name."""
    i, j = quantity.first, quantity.last
    if tokens.kinds[i] != NUMBER or not 5 < quantity.low < 110:
        return False
    comma = i - 1 - (tokens.class_of(i - 1) == ADVERB)  # "Jane Roe, now 34, said"
    if tokens.low[comma] == "," and tokens.low[j] in (",", ".", ")"):
        return tokens.capital(comma - 1) and tokens.kind(comma - 1) == WORD
    if not (tokens.capital(i - 1) and tokens.low[j] in GRAMMAR["of a person"]):
        return False
    return tokens.class_of(i - 1) == tokens.class_of(i - 2) == NAME and not tokens.titled()


def plural_after(tokens: Tokens, j: int) -> bool:
    """Whether a plural noun chunk follows."""
    found = phrase_at(tokens, j)
    return found is not None and any(is_plural(tokens, k) for k in range(*found))


def of_something(tokens: Tokens, j: int) -> bool:
    """ "of the", "of them", "of which", "9 of 10"."""
    return tokens.low[j] in GRAMMAR["of"] and tokens.class_of(j + 1) in (DETERMINER, PRONOUN, QUESTION, NUMERAL)
