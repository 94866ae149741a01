"""The rule tables of a language as look-ups. Invariant: nothing here is computed per text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from audit.extract.figures.unit_table import Named, Unit, known_units
from audit.lexicon import load_rules
from audit.lexicon.counts import verb_lemmas
from audit.records import Approximator, Modality
from audit.text.parts_of_speech import NUMERAL, word_classes
from audit.text.tokens import WORD, Tokens


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge as its words, in the order of the text."""

    words: tuple[str, ...]
    approximator: Approximator


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the reader of figures looks up."""

    language: str
    decimal: str
    group: str
    cardinals: dict[str, float]
    scales: dict[str, float]
    suffixes: dict[str, float]
    money_scales: dict[str, float]  # magnitudes that only money takes: "Rs 5 Cr"
    vague: dict[str, float]
    tens: dict[str, float]
    several: frozenset[str]
    several_bounds: tuple[float, float]
    fractions: dict[str, int]
    fraction_signs: dict[str, float]
    folds: dict[str, float]
    multiples: dict[str, float]  # "doubled", "twice"
    ordinals: frozenset[str]  # "first" to "ninth"
    ages: dict[str, Any]  # the decades of ages, their parts, and whose they are; none where the language has none
    words: dict[str, Any]
    units: dict[str, list[tuple[tuple[str, ...], Unit]]]  # by first word, longest first
    signs: dict[str, Unit]
    sign_heads: frozenset[str]  # their first tokens, in lower case
    unit_heads: frozenset[str]  # what may stand where a unit begins, in lower case
    folded: dict[str, Unit]  # signs in lower case
    prefixes: dict[str, Unit]  # currency signs and codes that may stand before a number
    prefix_ends: frozenset[str]  # the last tokens of `prefixes`
    factors: dict[str, float]  # sizes by the name of the unit
    hedges_before: dict[str, list[Hedge]]  # by last word, longest first
    hedges_after: dict[str, list[Hedge]]  # by first word, longest first
    hedge_ends: frozenset[str]  # the last words of these
    hedge_rules: dict[str, Any]
    joins: frozenset[str]  # words that may join the two ends of a range
    range_openers: frozenset[str]  # before the first of two numbers
    range_words: frozenset[str]  # those that "and" may follow between the two
    starters: frozenset[str]
    openers: frozenset[str]  # they, and the signs of fractions


def pieces(words: str) -> tuple[str, ...]:
    """Words split as the tokeniser splits a text."""
    return tuple(Tokens(words, 0, len(words)).words)


def _by_first(units: Iterable[Named]) -> dict[str, list[tuple[tuple[str, ...], Unit]]]:
    """Unit names by their first word, the longest first; the first unit to have a name keeps it."""
    index: dict[str, dict[tuple[str, ...], Unit]] = {}
    for one in units:
        for words in one.words:
            parts = pieces(words)
            index.setdefault(parts[0], {}).setdefault(parts, one.unit)
    return {first: sorted(names.items(), key=lambda item: -len(item[0])) for first, names in index.items()}


def _by_sign(units: Iterable[Named]) -> dict[str, Unit]:
    """Units by sign; the first unit to have a sign keeps it."""
    index: dict[str, Unit] = {}
    for one in units:
        for sign in one.signs:
            index.setdefault(sign, one.unit)
    return index


def _folded(signs: dict[str, Unit]) -> dict[str, Unit]:
    """Signs in lower case, for "57 HZ" and "70 Kg": of two letters or more, and of one unit only."""
    index: dict[str, set[Unit]] = {}
    for sign, unit in signs.items():
        if len(sign) > 1 and not unit.money:
            index.setdefault(sign.lower(), set()).add(unit)
    return {sign: next(iter(units)) for sign, units in index.items() if len(units) == 1}


def _hedges(rules: dict[str, Any], side: str, key: int) -> dict[str, list[Hedge]]:
    """Hedges of one side by their first (0) or last (-1) word, the longest first."""
    index: dict[str, list[Hedge]] = {}
    for entry in rules["hedge"]:
        if entry["side"] == side:
            words = pieces(entry["words"])
            index.setdefault(words[key], []).append(Hedge(words, Approximator(entry["approximator"])))
    for hedges in index.values():
        hedges.sort(key=lambda hedge: -len(hedge.words))
    return index


def _sets(table: dict[str, Any]) -> dict[str, Any]:
    """Lists of a table as sets."""
    return {k: frozenset(v) if isinstance(v, list) else v for k, v in table.items()}


@cache
def lexicon(language: str) -> Lexicon:
    """The look-ups of a language; read once."""
    numbers, hedges = (load_rules(name, language) for name in ("numbers", "hedges"))
    named = known_units(language)
    behind = _hedges(hedges, "after", 0)
    signs = _by_sign(named)
    words = {entry: numbers[entry]["words"] for entry in ("cardinal", "scale", "vague", "several", "fraction", "fold")}
    starters = frozenset(w for group in words.values() for w in group) | frozenset(numbers["words"]["half"])
    multiples: dict[str, float] = numbers.get("multiple", {"words": {}})["words"]
    starters |= frozenset(multiples) | frozenset(numbers["vague"]["tens"]) | frozenset(numbers["words"]["couple"])
    ages = numbers.get("age decade")
    return Lexicon(
        language=language,
        decimal=numbers["format"]["decimal"],
        group=numbers["format"]["group"],
        cardinals={k: float(v) for k, v in words["cardinal"].items()},
        scales={k: float(v) for k, v in words["scale"].items()},
        suffixes={k: float(v) for k, v in numbers["suffix"]["words"].items()},
        money_scales={k: float(v) for k, v in numbers.get("money scale", {"words": {}})["words"].items()},
        vague={k: float(v) for k, v in words["vague"].items()},
        tens={k: float(v) for k, v in numbers["vague"]["tens"].items()},
        several=frozenset(words["several"]),
        several_bounds=(float(numbers["several"]["low"]), float(numbers["several"]["high"])),
        fractions=words["fraction"],
        fraction_signs=numbers["fraction"]["signs"],
        folds={k: float(v) for k, v in words["fold"].items()},
        ordinals=frozenset(numbers.get("ordinal", {"words": ()})["words"]),
        multiples={k: float(v) for k, v in multiples.items()},
        ages=_sets(ages or {}),
        words=_sets(numbers["words"]),
        units=_by_first(named),
        signs=signs,
        sign_heads=frozenset(pieces(sign)[0].lower() for sign in signs),
        unit_heads=_unit_heads(named, signs),
        folded=_folded(signs),
        prefixes={sign: unit for sign, unit in signs.items() if unit.money},
        prefix_ends=frozenset(pieces(sign)[-1] for sign, unit in signs.items() if unit.money),
        factors={one.unit.name: one.unit.factor for one in reversed(named)},
        hedges_before=_hedges(hedges, "before", -1),
        hedges_after=behind,
        hedge_ends=frozenset(hedge.words[-1] for some in behind.values() for hedge in some),
        hedge_rules={name: _sets(hedges[name]) for name in ("filler", "movement", "lasting", "topic")},
        joins=frozenset((numbers["words"]["and"], *numbers["words"]["to"], *numbers["words"]["or"])),
        range_openers=frozenset(numbers["words"]["from"]) | _between(numbers) | GRAMMAR["range opener"],
        range_words=_between(numbers) | GRAMMAR["range word"],
        starters=starters,
        openers=starters | frozenset(numbers["fraction"]["signs"]) | frozenset(ages["decades"] if ages else ()),
    )


def _unit_heads(named: Iterable[Named], signs: Iterable[str]) -> frozenset[str]:
    """What a unit may begin with: a sign, a name, a mark, or what may stand before one of these."""
    heads = {pieces(sign)[0].lower() for sign in signs} | {pieces(words)[0] for one in named for words in one.words}
    told = (GRAMMAR[name] for name in ("stretched", "in", "repeated", "pound"))
    return frozenset(heads).union(_UNIT_MARKS, *told)


_UNIT_MARKS = frozenset("-‐‑–—−({'’\"”cf")


def _between(numbers: dict[str, Any]) -> frozenset[str]:
    return frozenset(numbers["words"]["between"])


class _Lists(dict[str, frozenset[str]]):
    """The word lists of a table by their names, each read when it is first asked for."""

    def __missing__(self, name: str) -> frozenset[str]:
        self[name] = frozenset(load_rules("grammar")[name]["words"])
        return self[name]

    def cache_clear(self) -> None:
        """Forget what was read: each list is read anew when it is next asked for."""
        self.clear()


GRAMMAR = _Lists()
"""The word lists of the counted noun phrase."""


@dataclass(frozen=True, slots=True)
class Predicates:
    """Verb forms with their lemma, and the class of a lemma or noun."""

    lemmas: dict[str, str]
    classes: dict[str, frozenset[str]]
    nouns: dict[str, str]
    modality: dict[str, Modality]
    governing: dict[str, Modality]  # what hangs on a form of a verb, on a noun or an adjective
    wishing: dict[str, Modality]  # what a form of a verb takes as its object


def _lemmas(verbs: Sequence[str]) -> dict[str, str]:
    """Verb forms with their lemma; a form of two verbs (lay) is one's inflection before it is the other's base."""
    forms = load_rules("verb_forms")
    inflected = {form: verb for table in ("built", "by_hand") for verb in verbs for form in forms[table].get(verb, ())}
    return dict(zip(verbs, verbs, strict=True)) | inflected


@cache
def predicates() -> Predicates:
    """The verb tables; a lemma may stand in several classes."""
    rules = load_rules("predicates")
    classes: dict[str, set[str]] = {}
    nouns: dict[str, str] = {}
    for entry in rules["predicate"]:
        nouns.update(dict.fromkeys(entry["nouns"], entry["class"]))
        for lemma in entry["verbs"]:
            classes.setdefault(lemma, set()).add(entry["class"])
    lemmas = _lemmas([*rules["verb"]["verbs"], *classes])
    modality = {w: Modality(entry["kind"]) for entry in rules["modality"] for w in entry["words"]}
    governing = _with_forms(rules["governing"])
    wishing = _with_forms(entry for entry in rules["governing"] if entry["of_its_object"])
    return Predicates(lemmas, {k: frozenset(v) for k, v in classes.items()}, nouns, modality, governing, wishing)


def _with_forms(entries: Iterable[dict[str, Any]]) -> dict[str, Modality]:
    """The words of entries and all forms of those that are verbs, each with the kind of its entry."""
    kinds = {w: Modality(entry["kind"]) for entry in entries for w in entry["words"]}
    return kinds | {form: kinds[base] for form, base in _all_lemmas() if base in kinds}


def _all_lemmas() -> Iterable[tuple[str, str]]:
    """Every verb form that a table has, with its base form."""
    return chain(verb_lemmas().items(), word_classes().lemmas.items())


@cache
def people_classes() -> frozenset[str]:
    """Classes of what happens to people and things that are counted."""
    return frozenset(load_rules("comparison")["people"]["classes"])


def owning(low: str) -> bool:
    """Whether a word is somebody's: "Roe's", "firms'"."""
    return "'" in low and low.endswith(tuple(GRAMMAR["possessive"]))


def in_short_form(tokens: Tokens, k: int) -> bool:
    """Whether a full stop belongs to a short form that a word follows, and ends no sentence: "the U.S. rate", "Mr.
    Roe"."""
    if tokens.lows[k] != "." or tokens.kind(k + 1) != WORD or not tokens.glued(k):
        return False
    return (len(tokens.word(k - 1)) == 1 and tokens.capital(k - 1)) or tokens.lows[k - 1] in _short_forms()


@cache
def _short_forms() -> frozenset[str]:
    """What a name follows behind a full stop: "mr"."""
    return frozenset(load_rules("abbreviations")["before_name"])


def begins_amount(tokens: Tokens, k: int) -> bool:
    """Whether a number begins at a token, or the sign of a currency before one."""
    if tokens.class_of(k) == NUMERAL or tokens.low[k] in lexicon("en").starters:
        return True
    return tokens.class_of(k + 1) == NUMERAL and tokens.low[k] in _SIGNS


_SIGNS = frozenset("$€£¥")
