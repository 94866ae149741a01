"""One outlet, one source: what articles call "Northline" is the publisher "Northline News Agency" where no other fits.

Invariant: unknown beats wrong. A shorter name joins a publisher only where it holds a telling word, all its words are
the publisher's, and exactly one publisher of the corpus has them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from audit.ids import name_key, source_id
from audit.lexicon import load_rules
from audit.lexicon.outlets import PACKAGED, Outlet, Outlets

_SITE = re.compile(r"\.(?:com|org|net)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Carrier:
    """An outlet, an agency or a body of that name."""

    source_id: str
    name: str
    kind: str
    in_corpus: bool

    @property
    def words(self) -> frozenset[str]:
        """The words of the name, as far as spelling does not vary."""
        return frozenset(name_key(self.name).split())

    @property
    def letters(self) -> str:
        """The name as one word, without the ending of a site: "KPNews.com" is "KP News"."""
        return name_key(_SITE.sub("", self.name)).replace(" ", "")


class Registered(NamedTuple):
    """A source with its name, kind and owner as the registry has them."""

    source_id: str
    name: str | None = None
    kind: str | None = None
    owner: str | None = None


def registered_outlets(named: Iterable[tuple[str, str]], outlets: Outlets) -> tuple[dict[str, str], list[Registered]]:
    """Outlets by id and name: which of them the registry has under another id, and what it tells of each."""
    known = {source: outlets.resolve(name) for source, name in named}
    homes = {source: _id(outlet) if outlet else source for source, outlet in known.items()}
    told = {homes[source]: _registered(homes[source], known[source]) for source in sorted(known)}
    return {source: home for source, home in homes.items() if source != home}, list(told.values())


def _id(outlet: Outlet) -> str:
    return source_id(outlet.kind, outlet.name)


def _registered(source: str, outlet: Outlet | None) -> Registered:
    return Registered(source, outlet.name, outlet.kind.value, outlet.owner) if outlet else Registered(source)


def merge_carriers(carriers: Iterable[Carrier], outlets: Outlets = PACKAGED) -> dict[str, str]:
    """source_id of each merged source, and of the publisher it is merged into."""
    found = list(carriers)
    holding = defaultdict[str, list[Carrier]](list)
    for publisher in found:
        for word in publisher.words if publisher.in_corpus else ():
            holding[word].append(publisher)
    homes = ((one.source_id, _home(one, holding, outlets)) for one in found if not one.in_corpus)
    return {source: home for source, home in homes if home} | _one_word(found, outlets)


def _one_word(carriers: Iterable[Carrier], outlets: Outlets) -> dict[str, str]:
    """Those that are a publisher's name but for its spaces and the ending of its site; the name is kept."""
    alike = defaultdict[str, list[Carrier]](list)
    for one in carriers:
        if one.kind != "person":
            alike[one.letters].append(one)
    merged = dict[str, str]()
    for same in alike.values():
        held = [one for one in same if one.in_corpus]
        named = [one for one in held if not _SITE.search(one.name)] or held
        if len(named) == 1:  # of two that are called the same neither is meant
            others = (one for one in same if one is not named[0] and not _known(one.name, outlets))
            merged |= {one.source_id: named[0].source_id for one in others}
    return merged


def _home(one: Carrier, holding: Mapping[str, list[Carrier]], outlets: Outlets) -> str | None:
    words = one.words
    telling = words - frozenset(load_rules("carriers")["common"]["words"])
    like = [p for p in holding.get(min(telling), ()) if words <= p.words] if telling else []
    if not like or _known(one.name, outlets):
        return None
    fitting = {p.source_id: p for p in like if not _other_known(one, p, outlets)}
    same = [p.source_id for p in fitting.values() if p.words == words]
    if one.kind == "organisation" or len(same) == 1:
        return same[0] if len(same) == 1 else None
    return next(iter(fitting)) if len(fitting) == 1 else None


def _known(name: str, outlets: Outlets) -> bool:
    """Whether the registry has an outlet of that name: it is then told apart by the registry alone."""
    return outlets.resolve(name) is not None


def _other_known(one: Carrier, publisher: Carrier, outlets: Outlets) -> bool:
    """A publisher that the registry knows has its short names there."""
    return one.words != publisher.words and _known(publisher.name, outlets)
