"""One name read as two kinds of being: it is what by far most articles read it as, or what publishes under it.

Invariant: only names of two words and more are joined so, for one word is too often another's; and whoever bears a
given name, or whom most texts read as a person, is never a publisher of what is held: people write under their names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit.extract.sources.capitals import is_given_name
from audit.ids import is_described, name_key
from audit.lexicon.outlets import PACKAGED, Outlets
from audit.records import CARRIERS, SourceKind

LEAST_TIMES = 4
"""Times as many articles as read it otherwise."""


@dataclass(frozen=True, slots=True)
class Being:
    """A named source, whether it publishes what is held or stands in the user's list, and how many texts name it so."""

    source_id: str
    name: str
    kind: str
    in_corpus: bool
    listed: bool
    articles: int


def merge_kinds(beings: Iterable[Being], outlets: Outlets = PACKAGED) -> dict[str, str]:
    """source_id of each being read as the rarer kind, and of the one it is."""
    named = defaultdict[str, list[Being]](list)
    for being in beings:
        key = name_key(being.name)
        if " " in key:
            named[key].append(being)
    groups = (group for group in named.values() if len(group) > 1)
    return {other: home for group in groups for other, home in _merged(group, outlets).items()}


def _merged(group: Sequence[Being], outlets: Outlets) -> dict[str, str]:
    if is_given_name(group[0].name.split()[0]) or _writes(group):
        group = [being for being in group if not being.in_corpus]
    ordered = sorted(
        group,
        key=lambda b: (not b.listed, not _publishes(b, outlets), _is_described(b), -_weight(b), b.source_id),
    )
    return {
        other.source_id: ordered[0].source_id
        for other in ordered[1:]
        if not other.in_corpus and _outweighs(ordered[0], other, outlets)
    }


def _writes(group: Sequence[Being]) -> bool:
    """Whether by far most texts read the name as a person's, no given name though the tables know."""
    people = sum(being.articles for being in group if being.kind == "person")
    others = sum(being.articles for being in group if being.kind != "person")
    return people >= LEAST_TIMES * max(1, others)


def _publishes(being: Being, outlets: Outlets) -> bool:
    """Whether it is an outlet that is held or that the registry knows."""
    return being.in_corpus or (being.kind != "person" and outlets.resolve(being.name) is not None)


def _weight(being: Being) -> int:
    """Articles that read it so; without a given name it takes more of them to make a person."""
    doubtful = being.kind == "person" and not is_given_name(being.name.split()[0])
    return being.articles if not doubtful else being.articles // LEAST_TIMES


def _outweighs(home: Being, other: Being, outlets: Outlets) -> bool:
    if home.listed or _publishes(home, outlets) or _weight(home) >= LEAST_TIMES * _weight(other):
        return True
    return home.kind in CARRIERS and home.name[0].isupper() and _is_described(other)


def _is_described(being: Being) -> bool:
    """Whether its name is a noun with what it is of: "Lund newspaper" read as a body is the paper of that name."""
    return is_described(SourceKind(being.kind), being.name)
