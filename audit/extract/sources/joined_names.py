"""Several speakers of one phrase: names that "and" joins, never one of them alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from audit.extract.sources.known_bodies import body_named
from audit.extract.sources.names import Name
from audit.extract.sources.speaker_words import speaker_words
from audit.lexicon import load_rules
from audit.records import Span


def side_by_side(text: str, phrase: Span, names: Sequence[Name]) -> tuple[Span, ...]:
    """The phrases of those who speak side by side in one phrase, a name in each; none where fewer than two do."""
    for i in range(len(names) - 1):
        if _between(text, names[i], names[i + 1]) in _ands() and not _are_where(text, phrase, names[i : i + 2]):
            first, *others = _listed(text, names[: i + 1])
            last = Span((names[i + 1].role_span or names[i + 1].span).start, phrase.end)
            led = (Span(phrase.start, first.span.end), *(name.span for name in others))
            return (*led, *(side_by_side(text, last, names[i + 1 :]) or [last]))
    return ()


def _are_where(text: str, phrase: Span, names: Sequence[Name]) -> bool:
    """Whether two states only tell where what speaks is ("the Mill Front in Peru and Chile")."""
    before = text[phrase.start : names[0].span.start].split()
    led = len(before) > 1 and before[-1] in speaker_words("head_ends")
    return led and all(body_named(name.surface) is not None for name in names)


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
