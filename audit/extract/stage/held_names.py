"""The second reading: names of publishers that are held are outlets that any text may credit.

"He told Norrline" credits an agency only where it is known that "Norrline News Agency" is one, and "Salon" at the head
of a sentence is a name where Salon is held. An article is read again only where it prints a name that is newly held, or
no longer, so that what a run finds does not depend on the order in which articles came.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache

from audit.extract.sources.capitals import AT_TIMES, is_given_name, word_set
from audit.ids import HONORIFICS, name_key
from audit.lexicon import load_rules
from audit.lexicon.counts import is_printed, small_share
from audit.lexicon.outlets import Outlet, Outlets, initials_of, kind_of_publisher, without_place
from audit.warehouse import Warehouse, read_sql

_READ = "names_read"  # row of `meta`: the names that the extractions went by
_LEAST = 4  # letters of a short name
_APART = re.compile(r"\s+[-–—|•:]\s+")  # between the names of a masthead


def reread(warehouse: Warehouse) -> list[str]:
    """Mark what prints a name that has come or gone since the last reading; the names that are held now."""
    names = [name for (name,) in warehouse.query(read_sql(__package__, "held_names"))]
    before = warehouse.query(read_sql(__package__, "names_read"), [_READ])
    changed = set(names) ^ set(json.loads(before[0][0]) if before else ())
    spellings = sorted({spelling for name in changed for spelling in _spellings(name)})
    if spellings:
        warehouse.run(read_sql(__package__, "reread"), {"spellings": spellings})
    warehouse.run(read_sql(__package__, "note_names"), {"key": _READ, "value": json.dumps(names)})
    return names


def with_held(known: Outlets, names: Iterable[str]) -> Outlets:
    """A registry with the publishers that are held: new ones by name, and no everyday word among them doubted."""
    held = {name: known.resolve(name) for name in names}
    sure = {outlet.key for outlet in held.values() if outlet}
    listed = (_believed(outlet) if outlet.key in sure else outlet for outlet in known.outlets)
    unknown = [name for name, outlet in held.items() if outlet is None and not _is_persons(name)]
    letters = Counter(initials_of(name) for name in unknown)
    alone = {short for short, times in letters.items() if short and times == 1 and known.resolve(short) is None}
    whole = {name_key(outlet.name) for outlet in known.outlets}
    new = [_new(name, alone, whole) for name in unknown]
    return Outlets([*listed, *new], frozenset(outlet.key for outlet in new))


def _is_persons(name: str) -> bool:
    """Whether a publisher's name is that of somebody who published under it: a given name and a surname."""
    first, *more = name.split()
    return (
        len(more) in {1, 2}
        and is_given_name(first)
        and small_share(more[-1]) < AT_TIMES
        and more[-1].casefold() not in word_set("organisations")
    )


def _believed(outlet: Outlet) -> Outlet:
    """An outlet whose names are doubted no more; the titles of its programmes stay words of everyday."""
    return replace(outlet, words=tuple(word for word in outlet.words if word in outlet.programmes))


def _new(name: str, letters: Collection[str], whole: Collection[str]) -> Outlet:
    """`letters`: initials that shorten one held name alone; `whole`: names in full, which shorten no other."""
    initials = [short for short in [initials_of(name)] if short in letters and not _parts(name)]
    key, kind, short = f"held {name_key(name)}", kind_of_publisher(name), (*_short(name), *initials)
    return Outlet(
        key,
        name,
        kind,
        aliases=_parts(name),
        short=short,
        the=tuple(word for word in _last_word(name) if name_key(word) not in whole),
    )


def _spellings(name: str) -> list[str]:
    """Words of which a text prints some that names a publisher."""
    initials = initials_of(name)
    return [*_parts(name), next(_short(name), " ".join(_words(name))), *([initials] if initials else [])]


def _parts(masthead: str) -> tuple[str, ...]:
    """The names in a masthead that says more than one: "NRL | Norrline Radio Lists, English desk".

    Letters stand for the name of which they are the first ones.
    """
    parts = [part.partition(", ")[0].strip() for part in _APART.split(masthead)]
    if len(parts) == 1:
        return ()
    whole = tuple(part for part in parts if len(_words(part)) > 1 and _is_telling(part))
    return (*whole, *(part for part in parts if part in {initials_of(one) for one in whole} - {""}))


def _is_telling(name: str) -> bool:
    """Whether a word of a name is seldom written without its capital."""
    return any(word[0].isupper() and small_share(word) < AT_TIMES for word in name.split())


def _words(name: str) -> list[str]:
    """The words of a name without its article."""
    first, *more = name.split()
    return more if more and first.casefold() in HONORIFICS else [first, *more]


def _short(name: str) -> Iterator[str]:
    """The telling word of a name whose other words only say what it is: "Norrline" of "Norrline News Agency".

    A word that news prints means somebody or something else too: "Webster" of "Webster Journal"; that of a paper, a
    station or a magazine is a town as a rule: "Orrinsea" of "Orrinsea Herald".
    """
    table = load_rules("carriers")
    words = [word for word in _words(name) if name_key(word) not in table["common"]["words"]]
    others = {name_key(word) for word in _words(name)} - {name_key(word) for word in words}
    alone = len(words) == 1 and others and others <= _of_agencies()
    if alone and len(words[0]) >= _LEAST and not is_printed(words[0]):
        yield words[0]


def _last_word(name: str) -> Iterator[str]:
    """The noun of a paper, by which a text names it once more: "the Herald" of "Orrinsea Herald", or any other one."""
    words = _words(without_place(name))
    nouns = set(load_rules("credits")["outlet_nouns"]["words"]) - _of_agencies()
    if len(words) > 1 and words[-1].casefold() in nouns:
        yield words[-1]


@cache
def _of_agencies() -> frozenset[str]:
    """The words that say no more than that a house gathers news for others: "agency", "news", "wire"."""
    return frozenset(word for noun in load_rules("credits")["agency_nouns"]["words"] for word in noun.split())
