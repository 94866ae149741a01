"""What no reader takes for a figure: years, names, hours, versions, things that stand alone.

Invariant: looks at a quantity, its hedge and the tokens beside it alone.
"""

from __future__ import annotations

from audit.extract.figures.ages import of_something, plural_after
from audit.extract.figures.hedges import Hedged
from audit.extract.figures.lexicon import GRAMMAR, people_classes, predicates
from audit.extract.figures.not_figures import HYPHENS, masks
from audit.extract.figures.phrases import Phrase, is_plural, phrase_at
from audit.extract.figures.quantities import Quantity
from audit.lexicon.counts import bearers
from audit.records import Approximator
from audit.text.parts_of_speech import (
    ADJECTIVE,
    ADVERB,
    DETERMINER,
    FINITE,
    GERUND,
    MODAL,
    NAME,
    NOUN,
    NOUNS,
    NUMERAL,
    PARTICIPLE,
    PAST,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    THIRD,
    TO,
    VERBS,
    known_as,
    may_be,
)
from audit.text.tokens import NUMBER, WORD, Tokens

_VERB_FORMS = VERBS - {MODAL}


def is_seen(tokens: Tokens, quantity: Quantity, hedged: Hedged) -> bool:
    """Whether a reader would see a figure here."""
    if _programme(tokens, quantity) if quantity.unit else _stands_alone(tokens, quantity, hedged):
        return False
    if quantity.numeral.words and quantity.low == 1 and _or_another(tokens, quantity.numeral.last):
        return False
    if quantity.share and tokens.lows[quantity.first] == "half":
        return hedged.words is not None or tokens.low[quantity.numeral.last] in GRAMMAR["part of"]
    if quantity.unit or hedged.words or quantity.ranged or quantity.share:
        return _not_year(tokens, quantity, hedged)
    if not quantity.listed and _compound(tokens, quantity):
        return False
    if (
        quantity.numeral.vague
        or quantity.numeral.multiple
        or (quantity.numeral.words and (quantity.numeral.scaled or quantity.low != 1))
    ):
        return True
    if quantity.numeral.words:
        return phrase_at(tokens, quantity.last) is not None and not _reporting(tokens, quantity)
    return _bare(tokens, quantity) and _not_year(tokens, quantity, hedged)


def points_only(
    tokens: Tokens, quantity: Quantity, hedged: Hedged, phrase: Phrase | None, predicate: str | None
) -> bool:
    """Whether "one" before a noun is an article that points at somebody or something: "One sailor had a plan", "on one
    side", "it was one reason"; it counts where something happened to the one, or beside other numbers."""
    k = quantity.first
    bare = quantity.low == quantity.high == 1 and not (quantity.unit or quantity.share or hedged.words)
    if not bare or phrase is None or tokens.lows[k] not in GRAMMAR["single"] or phrase[0] < quantity.last:
        return False
    if tokens.low[k + 1] in GRAMMAR["one of a count"] or _among_numbers(tokens, k, phrase[1]):
        return False
    return _sets_scene(tokens, k) or (_opens(tokens, k) and not _befell(tokens, phrase, predicate))


def _among_numbers(tokens: Tokens, k: int, end: int) -> bool:
    """Whether another number stands beside the phrase of a "one" at token `k`: "one man and two women"."""
    joined = tokens.low[end] in GRAMMAR["list join"] or tokens.low[end] == ","
    numbered = joined and tokens.class_of(end + 1 + (tokens.low[end + 1] in GRAMMAR["list join"])) == NUMERAL
    return numbered or (k > 0 and not GRAMMAR["existing"].isdisjoint(tokens.lows[max(0, k - 2) : k]))


def _sets_scene(tokens: Tokens, k: int) -> bool:
    """Whether "one" at token `k` tells where, how or what something is, or who spoke: "on one side", "is one reason",
    '"No," declared one sailor'."""
    before = tokens.low[k - 1]
    if before in GRAMMAR["copula"] or (before.endswith("'s") and tokens.class_of(k - 1) == PRONOUN):
        return True
    spoke = tokens.class_of(k - 1) in FINITE and tokens.low[k - 2] in _QUOTES
    return spoke or before in GRAMMAR["one setting"]


def _opens(tokens: Tokens, k: int) -> bool:
    """Whether token `k` opens a sentence or what is quoted."""
    return k == 0 or tokens.low[k - 1] in _QUOTES or tokens.low[k - 1] == ":"


def _befell(tokens: Tokens, phrase: Phrase, predicate: str | None) -> bool:
    """Whether something happened to what is counted: "one man was hurt", "one man died", "one dead"."""
    if not predicates().nouns.keys().isdisjoint(tokens.lows[phrase[0] : phrase[1]]):
        return True
    end = phrase[1]
    passive = tokens.low[end] in GRAMMAR["auxiliary"] and tokens.class_of(end + 1) == PARTICIPLE
    classes = predicates().classes.get(predicate or "", frozenset())
    return passive or not classes.isdisjoint(people_classes() | _WRECKED)


_WRECKED = frozenset(("destroyed", "damaged"))  # classes of what happens to things


_QUOTES = frozenset("\"“”'‘’")


def _or_another(tokens: Tokens, k: int) -> bool:
    """ "for one reason or another", "to one degree or another" """
    return tokens.low[k + 1] in GRAMMAR["or"] and tokens.low[k + 2] in GRAMMAR["another"]


def _stands_alone(tokens: Tokens, quantity: Quantity, hedged: Hedged) -> bool:
    """Whether a number without a unit stands for a thing, an hour or a version."""
    if _pronoun_one(tokens, quantity) or _hour(tokens, quantity, hedged):
        return True
    if hedged.words is None and _designates(tokens, quantity):
        return True
    return _version(tokens, quantity) or _numbers_one(tokens, quantity)


def _designates(tokens: Tokens, quantity: Quantity) -> bool:
    """ "sent her a 1099", "he gave it a four", "the 302 report": a bare number with a determiner and nothing to count
    is the name or the mark of a thing; so is one right before a thing in the singular."""
    numeral, k = quantity.numeral, quantity.last
    plain = quantity.high > 1 and not (quantity.ranged or quantity.share or numeral.scaled or numeral.vague)
    if (
        not plain
        or numeral.multiple
        or not _determined(tokens, quantity.first - 1, k)
        or "," in tokens.words[numeral.last - 1]
    ):
        return False
    found = phrase_at(tokens, k + _hyphen(tokens, k))
    if found is None or tokens.class_of(k) == GERUND:
        ends = tokens.kind(k) != WORD or tokens.low[k] in GRAMMAR["function"] or tokens.class_of(k) in _VERB_FORMS
        return ends and tokens.low[quantity.first - 1] in GRAMMAR["article"]
    one = found == (k, k + 1) and tokens.class_of(k) == NOUN and not is_plural(tokens, k)
    measures = tokens.lows[k] in GRAMMAR["measure"]  # "the 270 mark"
    return one and not (numeral.words or measures) and _ends_phrase(tokens, k + 1)


def _determined(tokens: Tokens, before: int, behind: int) -> bool:
    """Whether a determiner stands before a number: right before it, or before an adjective where a thing in the
    singular follows: "a bogus 911 call"."""
    if tokens.class_of(before) == ADJECTIVE and tokens.class_of(behind) == NOUN:
        return tokens.low[before - 1] in GRAMMAR["article"]
    return tokens.class_of(before) == DETERMINER


def _ends_phrase(tokens: Tokens, k: int) -> bool:
    """Whether a mark, a verb or a preposition stands at a token, so that no noun goes on."""
    if tokens.kind(k) != WORD:
        return tokens.low[k] not in HYPHENS
    return tokens.class_of(k) in _GOVERNS or tokens.class_of(k) in VERBS


def _numbers_one(tokens: Tokens, quantity: Quantity) -> bool:
    """ "candidate 1 supporters": a one before a plural is the number of what stands before it."""
    k, before = quantity.last, quantity.first - 1
    one = k - before == 2 and tokens.words[k - 1] == "1" and quantity.low == quantity.high == 1
    if not one or tokens.class_of(k) != PLURAL:
        return False
    return tokens.class_of(before) in NOUNS and tokens.low[before] not in GRAMMAR["common label"]


def _version(tokens: Tokens, quantity: Quantity) -> bool:
    """ "the Harbour 2.0 plan": a number with a zero behind its point, right behind a name."""
    zero = tokens.words[quantity.numeral.last - 1].endswith(".0") and not quantity.ranged
    named = _after_capital(tokens, quantity.first) or (
        quantity.high < _VERSIONS and tokens.class_of(quantity.first - 1) == NAME
    )
    return zero and named and not (quantity.share or quantity.numeral.scaled)


_VERSIONS = 10


def _pronoun_one(tokens: Tokens, quantity: Quantity) -> bool:
    """ "over one drawn by them", "one senses that": "one" before a verb stands for a thing or for anybody; before
    a person's name it only points at them."""
    if not (quantity.low == quantity.high == 1 and quantity.numeral.words):
        return False
    k = quantity.last
    if tokens.low[quantity.first - 1] in GRAMMAR["for"] and tokens.class_of(quantity.first - 2) == PRONOUN:
        return True  # "I for one no longer"
    found = phrase_at(tokens, k)
    if found == (k, k + 1) and tokens.class_of(k) == PLURAL and may_be(tokens.lows[k], THIRD):
        return True
    if found is None:
        return tokens.class_of(k) in (PARTICIPLE, MODAL)  # "maybe one could say"
    if found[0] == found[1] - 1 and tokens.capital(k) and known_as(tokens.lows[k], NAME, alone=True):
        return True  # "the one China policy"
    named = tokens.capital(k) and tokens.capital(k + 1) and any(bearers(tokens.lows[k]))
    common = any(known_as(tokens.lows[found[1] - 1], kind) for kind in (NOUN, ADJECTIVE))  # "one Virginia Republican"
    return named and found[1] - k > 1 and not (common or tokens.titled())


_GOVERNS = frozenset(PREPOSITION + TO)


def _hour(tokens: Tokens, quantity: Quantity, hedged: Hedged) -> bool:
    """ "opened at four, closed at five": an hour or a price, nothing counted."""
    bare = not (quantity.share or quantity.ranged or hedged.words or quantity.numeral.scaled)
    hour = bare and 1 <= quantity.low <= _HOURS and not quantity.low % 1
    if not hour or tokens.low[quantity.first - 1] not in GRAMMAR["at"]:
        return False
    k = quantity.first - 2
    k -= tokens.class_of(k) == ADVERB
    return tokens.low[k] in GRAMMAR["keeps hours"] and phrase_at(tokens, quantity.last) is None


_HOURS = 12


def _programme(tokens: Tokens, quantity: Quantity) -> bool:
    """ "60 Minutes", "48 Hours" amid words in lower case: a unit with a capital is the name of something."""
    k = quantity.numeral.last
    timed = (
        tokens.language == "en"
        and quantity.unit in GRAMMAR["lasting unit"]
        and quantity.last == k + 1
        and not tokens.glued(k)
    )
    return timed and tokens.capital(k) and len(tokens.word(k)) > 1 and not tokens.titled()


def _compound(tokens: Tokens, quantity: Quantity) -> bool:
    """ "six-speed", "the bottom three": a small number word tells a kind or a place, unless it counts persons."""
    if not quantity.numeral.words or quantity.numeral.scaled or quantity.low > 12:
        return False
    j = quantity.last
    if tokens.low[j] in HYPHENS and tokens.glued(j) and tokens.glued(j + 1) and tokens.kind(j + 1) == WORD:
        return tokens.low[j + 1] not in GRAMMAR["person"]
    return tokens.low[quantity.first - 1] in GRAMMAR["in a row"] and phrase_at(tokens, j) is None


def _reporting(tokens: Tokens, quantity: Quantity) -> bool:
    """ "one resident asked", "…, said one", "according to one": "one" as an article before somebody who speaks."""
    found, i = phrase_at(tokens, quantity.last), quantity.first - 1
    inverted = tokens.low[i] in GRAMMAR["speaking"] and tokens.kind(i - 1) != WORD
    speaks = inverted or (found is not None and tokens.low[found[1]] in GRAMMAR["speaking"])
    return speaks or tokens.low[i - 1] in GRAMMAR["according"]


def _not_year(tokens: Tokens, quantity: Quantity, hedged: Hedged) -> bool:
    """Four bare digits are a year unless a unit, a hedge of quantity or a counted plural says otherwise."""
    word = tokens.words[quantity.numeral.last - 1]
    if _dated_name(tokens, quantity):
        return False
    if quantity.ranged and plural_after(tokens, quantity.last):
        return True
    if quantity.unit or len(word) != 4 or not word.isdecimal():
        return not _of_that_year(tokens, quantity)
    table, before = masks().year, tokens.low[quantity.first - 1]
    if table["old"] <= float(word) < table["first"]:
        return not _old_year(tokens, quantity.first)
    if not table["first"] <= float(word) <= table["last"]:
        return True
    if not GRAMMAR["since"].isdisjoint(tokens.lows[max(0, quantity.first - 4) : quantity.first]):
        return False
    found = phrase_at(tokens, quantity.last)
    if found and tokens.lows[found[1] - 1] in GRAMMAR["of a year"]:
        return False  # "above 2016 levels", "above 2016 enacted levels"
    if hedged.words and hedged.words not in GRAMMAR["year hedge"]:
        return True
    verb = before in predicates().lemmas and tokens.class_of(quantity.first - 1) in VERBS
    of_then = found is not None and found[1] - found[0] > 1  # "face 2014 tax bills"
    return plural_after(tokens, quantity.last) and (hedged.words is not None or (verb and not of_then))


def _of_that_year(tokens: Tokens, quantity: Quantity) -> bool:
    """ "in 2012 dollars": the money of a year."""
    word, before = tokens.words[quantity.numeral.last - 1], tokens.low[quantity.first - 1]
    bare = quantity.money and quantity.numeral.last == quantity.last - 1 and not quantity.ranged
    year = bare and before in GRAMMAR["in"] and len(word) == 4 and word.isdecimal()
    return year and bool(masks().year["first"] <= int(word) <= masks().year["last"])


def _dated_name(tokens: Tokens, quantity: Quantity) -> bool:
    """ "In 2019 Pounds left": a year before a name that looks like a unit."""
    i = quantity.numeral.last - 1
    if not tokens.capital(i + 1) or tokens.glued(i + 1) or not tokens.word(i).isdecimal():
        return False
    if tokens.low[i - 1] not in GRAMMAR["year of a name"] and tokens.class_of(i - 1) != DETERMINER:
        return False
    return bool(masks().year["first"] <= float(tokens.word(i)) <= masks().year["last"]) and not tokens.titled()


def _old_year(tokens: Tokens, i: int) -> bool:
    """Whether the words before token `i` make even a small number a year: "in 1260", "A.D. 1000 and 1260"."""
    if (
        (tokens.low[i - 1] in HYPHENS or tokens.low[i - 1] in GRAMMAR["day joins"])
        and len(tokens.word(i - 2)) == 4
        and tokens.kind(i - 2) == NUMBER
    ):
        return _old_year(tokens, i - 2)
    return tokens.low[i - 1] in masks().year["strictly"] or (tokens.low[i - 1] == "." and tokens.low[i - 2] == "d")


def echoes(tokens: Tokens, quantity: Quantity, earlier: Quantity) -> bool:
    """ "300 cars in May and 200 in June": a second bare count beside the first."""
    bare = not (earlier.unit or quantity.unit or quantity.share) and not _compound(tokens, quantity)
    joined = tokens.low[quantity.first - 1] in GRAMMAR["chain"] and tokens.kinds[quantity.first] == NUMBER
    return bare and joined and tokens.low[quantity.last] in GRAMMAR["function"] and _not_year(tokens, quantity, _NONE)


_NONE = Hedged(Approximator.EXACT, None, 0, 0)


def _bare(tokens: Tokens, quantity: Quantity) -> bool:
    """A number in digits without unit or hedge: with a noun of its own, large, or after a word that leads to it."""
    i, j = quantity.first, quantity.last
    word = tokens.words[quantity.numeral.last - 1]
    if tokens.size == j - i or quantity.numeral.scaled or "," in word or "." in word or quantity.listed:
        return True
    found = phrase_at(tokens, j + _hyphen(tokens, j))
    if found and _counts(tokens, quantity, found):
        return True
    opens = i == 0 or (tokens.low[i - 1] == "," and tokens.kinds[0] == NUMBER)
    if opens and tokens.class_of(j) in (PARTICIPLE, PAST):
        return True  # "12 hurt as bus overturns", "14 dead, 30 hurt in blast"
    if tokens.low[j] in GRAMMAR["subject verb"] or of_something(tokens, j) or _labelled(tokens, i, j):
        return True
    if _those(tokens, i, j):
        return True
    if tokens.kind(i - 1) != WORD or _after_capital(tokens, i):
        return len(word) >= 5
    k = i - 1
    while k > 0 and tokens.class_of(k) == ADVERB:
        k -= 1
    return tokens.low[k] in GRAMMAR["leading"] or tokens.class_of(k) in _VERB_FORMS or len(word) >= 4


def _those(tokens: Tokens, i: int, j: int) -> bool:
    """ "the 326 needed", "one of the 12 who left": a number that stands for those of whom more is told behind it."""
    told = tokens.class_of(j) in (PARTICIPLE, PAST) or tokens.low[j] in GRAMMAR["anaphor behind"]
    return told and tokens.low[i - 1] in GRAMMAR["anaphor"]


def _hyphen(tokens: Tokens, j: int) -> int:
    """1 where a hyphen ties the number to the next word: "24-member"."""
    return int(tokens.low[j] in HYPHENS and tokens.glued(j) and tokens.glued(j + 1))


def _after_capital(tokens: Tokens, i: int) -> bool:
    """Whether a name may stand before token `i`; the first word and a headline's tell nothing."""
    return tokens.capital(i - 1) and i > 1 and not tokens.titled()


def _labelled(tokens: Tokens, i: int, j: int) -> bool:
    """ "Dead: 14", "Seats won: 120 of 300": a line that names the number before it."""
    named = tokens.low[i - 1] == ":" and tokens.kind(i - 2) == WORD and i - 2 < _LABEL
    return named and (tokens.kind(j) != WORD or tokens.low[j] in GRAMMAR["of"])


_LABEL = 8  # tokens of a line before its colon


def _names_one(tokens: Tokens, quantity: Quantity, found: Phrase) -> bool:
    """ "the 101 Freeway": a number with one singular name behind, and nothing that it could modify."""
    k = found[0]
    named = found[1] == k + 1 and tokens.capital(k) and not tokens.lows[k].endswith(_PLURAL) and not tokens.titled()
    after = tokens.class_of(k + 1) in _GOVERNS or tokens.kind(k + 1) != WORD
    return named and after and tokens.class_of(quantity.first - 1) == DETERMINER


_PLURAL = "s"


def _counts(tokens: Tokens, quantity: Quantity, found: Phrase) -> bool:
    """Whether the phrase after a bare number is its noun: a plural, or no name on the left."""
    named = _after_capital(tokens, quantity.first)
    if any(is_plural(tokens, k) for k in range(*found)):
        return not (named and tokens.capital(found[0]))
    tied = _hyphen(tokens, quantity.last) == 1
    if not tied and _names_one(tokens, quantity, found):
        return False
    apart = not tokens.glued(found[0]) or tied
    return not named and apart and quantity.low > 1
