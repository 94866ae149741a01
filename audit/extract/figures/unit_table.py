"""Every unit and currency that is known: the table's own, with prefixes and powers composed, then those of CLDR.

Invariant: what the table says stands; CLDR (Unicode, read through babel) only adds names and signs that it lacks.
Sizes: the table's factors and the prefixes of the SI; a unit that only CLDR knows has none and compares by name alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from babel import Locale
from babel.core import get_global

from audit.lexicon import load_rules
from audit.text.parts_of_speech import ADJECTIVE, known_as

_FORMS = ("one", "other")
_DOLLAR = " Dollar"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's long singular, what it measures and its size in the first unit of that dimension."""

    name: str
    dimension: str
    factor: float
    money: bool = False
    offset: float = 0.0
    smaller: str = ""  # the unit that may follow in one quantity: foot, inch


@dataclass(frozen=True, slots=True)
class Named:
    """A unit with its names in lower case and its signs as printed."""

    unit: Unit
    words: tuple[str, ...]
    signs: tuple[str, ...]
    prefixes: tuple[str, ...] = ()
    powers: bool = False
    short: tuple[str, ...] = ()  # what stands behind the sign of a prefix: "B" in "GB"


@cache
def known_units(language: str) -> tuple[Named, ...]:
    """All units and currencies of a language, the table's first; CLDR's names are added in English only."""
    table = load_rules("units", language)
    own = [*map(_measure, table["unit"]), *map(_currency, table["currency"])]
    if "prefix" not in table:
        return tuple(own)
    composed = [*own, *(more for one in own for more in _composed(one, table))]
    composed += [more for one in composed if one.powers for more in _powers(one, table["power"])]
    return (*composed, *_of_cldr(composed, table["things"]), *_money_of_cldr(composed))


def _measure(entry: dict[str, Any]) -> Named:
    unit = Unit(
        entry["name"], entry["dimension"], entry["factor"],
        offset=entry.get("offset", 0.0), smaller=entry.get("smaller", ""),
    )  # fmt: skip
    prefixes = tuple(entry.get("prefixes", ()))
    signs = tuple(entry["signs"])
    short = tuple(entry.get("prefix_signs", signs))
    return Named(unit, tuple(entry["words"]), signs, prefixes, entry.get("powers", False), short)


def _currency(entry: dict[str, Any]) -> Named:
    unit = Unit(entry["name"], entry["name"], 1.0, True)
    return Named(unit, tuple(entry["words"]), tuple(entry["signs"]))


def _composed(one: Named, table: dict[str, Any]) -> Iterator[Named]:
    """A unit under each prefix that it takes: kilometre, "km"."""
    factors, signs = table["prefix"]["factors"], table["prefix"]["signs"]
    for prefix in one.prefixes:
        name = prefix + (one.unit.name if one.unit.name != "metric ton" else "ton")
        unit = replace(one.unit, name=name, factor=one.unit.factor * factors[prefix])
        words = tuple(prefix + word for word in one.words if not word.startswith("metric"))
        yield Named(unit, words, tuple(a + b for a in signs[prefix] for b in one.short), (), one.powers)


def _powers(one: Named, table: dict[str, Any]) -> Iterator[Named]:
    """Squares and cubes of a length: "square metre", "sq m", "m²", "metre squared"."""
    for power in sorted(set(table["words"].values())):
        names = [word for word, value in table["words"].items() if value == power]
        behind = [word for word, value in table["behind"].items() if value == power]
        lengths = (*one.words, *(sign.lower() for sign in one.signs))
        words = [f"{word} {length}" for word in names for length in lengths]
        words += [f"{length} {word}" for word in behind for length in lengths]
        words += [f"{word}{sign.lower()}" for word in names for sign in one.signs if len(word) == len("sq")]
        signs = tuple(sign + mark for sign in one.signs for mark, value in table["signs"].items() if value == power)
        unit = Unit(f"{names[0]} {one.unit.name}", table["dimensions"][str(power)], one.unit.factor**power)
        yield Named(unit, tuple(words), signs)


# CLDR


def _of_cldr(known: Iterable[Named], things: dict[str, Any]) -> Iterator[Named]:
    """The units of CLDR with names that are not yet taken."""
    taken = {word for one in known for word in one.words} | set(things["words"])
    signs = {sign for one in known for sign in one.signs} | set(things["signs"])
    for lengths in _patterns("en_GB"):
        words = tuple(form.lower() for form in _forms(lengths, "long") if form.lower() not in taken)
        if not words:
            continue
        short = tuple(sign for sign in _forms(lengths, "short") if sign not in signs and len(sign) > 1)
        name = min(words, key=len)
        yield Named(Unit(name, name, 1.0), words, short)


def _patterns(locale: str) -> Iterable[Any]:
    """The patterns of each unit by length."""
    found: Mapping[str, Any] = Locale.parse(locale)._data["unit_patterns"]
    return [found[key] for key in found]


def _forms(lengths: Any, length: str) -> list[str]:
    """The names of a unit in one length, the number taken away: "acre-foot", "acre-feet"."""
    patterns = lengths.get(length, {})
    told = [patterns[form] for form in _FORMS if form in patterns]
    return [pattern.replace("{0}", "").strip() for pattern in told if pattern.startswith("{0}")]


def _money_of_cldr(known: Iterable[Named]) -> Iterator[Named]:
    """The currencies of ISO 4217 under the names of CLDR: code, and for dollars code and sign in either order."""
    locale = Locale.parse("en")
    words = {word for one in known for word in one.words}
    named = {one.unit.name: one.unit for one in known if one.unit.money}
    by_code = {sign: one.unit for one in known if one.unit.money for sign in one.signs if len(sign) == len("USD")}
    plurals: Mapping[str, Any] = locale._data["currency_names_plural"]
    ends, tender = _shared_ends(plurals), _tender()
    for code, title in sorted(locale.currencies.items()):
        forms = [plurals[code][form].lower() for form in _FORMS if code in plurals and form in plurals[code]]
        if not forms or not title.replace(" ", "").isalpha():
            continue  # money of the past: "Albanian Lek (1946-1965)"
        unit = by_code.get(code) or named.get(title.lower()) or Unit(title.lower(), title.lower(), 1.0, True)
        last = [form.split()[-1] for form in forms if code in tender]
        alone = [word for word in last if ends[word] == 1 and not known_as(word, ADJECTIVE)]  # "5 real people"
        fresh = tuple(form for form in (*forms, *alone) if form not in words)
        signs = _dollar_signs(code) if title.endswith(_DOLLAR) and unit.name != "dollar" else _us_signs(unit)
        yield Named(unit, fresh, (code, *signs))


def _tender() -> set[str]:
    """The codes of money that is or was paid with somewhere: not of metals and units of account."""
    return {code for told in get_global("territory_currencies").values() for code, _, _, paid in told if paid}


def _shared_ends(plurals: Any) -> dict[str, int]:
    """How many currencies end in each word: "dollars" in many, "kwanzas" in one."""
    ends: dict[str, int] = {}
    for code in plurals:
        for word in {plurals[code][form].lower().split()[-1] for form in _FORMS if form in plurals[code]}:
            ends[word] = ends.get(word, 0) + 1
    return ends


def _dollar_signs(code: str) -> tuple[str, ...]:
    """ "NZ$", "$NZ", "NZD$", "$NZD"."""
    return tuple(part for short in (code, code[:2]) for part in (f"{short}$", f"${short}"))


def _us_signs(unit: Unit) -> tuple[str, ...]:
    return ("$US", "USD$", "$USD") if unit.name == "dollar" else ()
