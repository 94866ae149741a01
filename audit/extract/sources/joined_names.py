"""Several speakers of one phrase: names that "and" joins, never one of them alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from audit.extract.reading import Document
from audit.extract.sources.known_bodies import body_named
from audit.extract.sources.names import Name
from audit.extract.sources.speaker_words import speaker_words
from audit.lexicon import load_rules
from audit.lexicon.word_classes import word_classes
from audit.records import Span

_WORD = re.compile(r"[^\s,]+")
_FEWEST = 5  # words of two phrases with a determiner each, and "and"


def side_by_side(text: str, phrase: Span, names: Sequence[Name]) -> tuple[Span, ...]:
    """The phrases of those who speak side by side in one phrase, a name in each; none where fewer than two do."""
    for i in range(len(names) - 1):
        if _between(text, names[i], names[i + 1]) in _ands() and not _are_where(text, phrase, names[i : i + 2]):
            first, *others = _listed(text, names[: i + 1])
            last = Span((names[i + 1].role_span or names[i + 1].span).start, phrase.end)
            led = (Span(phrase.start, first.span.end), *(name.span for name in others))
            return (*led, *(side_by_side(text, last, names[i + 1 :]) or [last]))
    return ()


def determined_parts(doc: Document, phrase: Span) -> tuple[Span, ...]:
    """The phrases, each with its determiner, that "and" and commas join ("the bank and the union"); else none.

    Nothing is parted inside a name, and behind "of" nothing is ("the heads of the bank and the union").
    """
    words = list(_WORD.finditer(doc.text, *phrase))
    determiners = doc.lexicon.room(word_classes).determiners
    if len(words) < _FEWEST or words[0][0].casefold() not in determiners:
        return ()
    cuts = [i for i in range(1, len(words)) if words[i][0].casefold() in determiners and _is_joined(doc.text, words, i)]
    starts = [words[i].start() for i in cuts]
    ends = [words[i - 1 - (words[i - 1][0] in load_rules("names")["ands"]["words"])].end() for i in cuts]
    named = any(n.span.start < start < n.span.end for n in doc.names_in(phrase) for start in starts)
    anded = bool(cuts) and words[cuts[-1] - 1][0] in load_rules("names")["ands"]["words"]
    if named or not anded or any(_leads_on(doc, word) for word in words[: cuts[0]]):
        return ()
    return tuple(map(Span, [phrase.start, *starts], [*ends, phrase.end]))


def _leads_on(doc: Document, word: re.Match[str]) -> bool:
    """Whether a preposition or a relative stands outside a name, so that what follows may depend on it."""
    classes = doc.lexicon.room(word_classes)
    leads = word[0] in classes.prepositions or word[0] in classes.relatives
    return leads and not any(
        name.span.start < word.start() < name.span.end for name in doc.names_in(Span(*word.span()))
    )


def _is_joined(text: str, words: Sequence[re.Match[str]], i: int) -> bool:
    """Whether "and" or a comma stands right before a word."""
    return words[i - 1][0] in load_rules("names")["ands"]["words"] or text[words[i - 1].end()] == ","


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
