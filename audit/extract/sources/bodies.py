"""Which body "the company" or "the ministry" means: the one named before whose name holds the noun, or that fits it.

Invariant: where two bodies may be meant the answer is nobody.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from audit.extract.sources.affiliations import body_named, place_words
from audit.extract.sources.names import Name
from audit.lexicon import load_rules
from audit.records import SourceKind

NEAR = 900
"""Characters between a body and the noun that stands for it."""

FIRMS = frozenset({"agency", "company", "firm", "group", "organization", "organisation", "charity", "nonprofit"})
"""Nouns that stand for a body whose name does not hold them."""


class Bodies:
    """The bodies that one article names, in order."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = [n for n in names if n.kind is SourceKind.ORGANISATION and not _is_state(n.surface)]
        self._starts = [n.span.start for n in self._names]

    def meant_by(self, noun: str, at: int, heard: str | None) -> str | None:
        """The full name of the body that "the <noun>" means at `at`; `heard` spoke last, if it was a body."""
        before = self._names[: bisect_left(self._starts, at)]
        holding = [n for n in before if noun in n.full.casefold().split()]
        if holding:
            return self._only([n for n in holding if at - n.span.start < NEAR] or holding)
        if noun not in FIRMS:
            return None
        fitting = [n for n in before if at - n.span.start < NEAR and _may_be_firm(n.full)]
        if heard is not None and any(n.full == heard for n in fitting):
            return heard
        return self._only(fitting)

    def _only(self, found: Sequence[Name]) -> str | None:
        """The one body of several mentions; short forms of a longer name count as that one."""
        full = {n.full for n in found}
        longest = max(full, key=len, default=None)
        return longest if longest and all(_part_of(other, longest) for other in full) else None


def _part_of(short: str, full: str) -> bool:
    initials = "".join(w[0] for w in full.split() if w[0].isupper())
    return set(short.split()) <= set(full.split()) or short == initials


def _is_state(surface: str) -> bool:
    return body_named(surface) is not None or surface in place_words()


def _may_be_firm(name: str) -> bool:
    """Whether no noun in a name says that it is something else ("Justice Department")."""
    other = frozenset(load_rules("roles")["bodies"]["words"]) - FIRMS
    return other.isdisjoint(w.casefold() for w in name.split()[-1:])
