"""Several speakers of one phrase: names that "and" joins, never one of them alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from audit.extract.sources.names import Name
from audit.lexicon import load_rules


def joined(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names of a phrase that are speakers side by side; none where fewer than two are."""
    for i in range(len(names) - 1):
        if _between(text, names[i], names[i + 1]) in _ands():
            return (*_listed(text, names[: i + 1]), names[i + 1])
    return ()


def _listed(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names before the last but one that only commas part from it."""
    first = len(names) - 1
    while first and _between(text, names[first - 1], names[first]) == ",":
        first -= 1
    return tuple(names[first:])


def _between(text: str, one: Name, two: Name) -> str:
    start = (two.role_span or two.span).start
    return text[one.span.end : start].strip()


@cache
def _ands() -> frozenset[str]:
    words = load_rules("names")["ands"]["words"]
    return frozenset((*words, *(f", {word}" for word in words)))
