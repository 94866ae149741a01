"""Words that a claim turns round or leaves certain, and that the one sentence which says the same does not.

Invariant: both sides are read in the sentence that holds most of the claim; a word counts as turned round only where
each of its places in the sentence is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from audit.cite.records import Gap, GapKind, Place
from audit.cite.source_index import SourceIndex, best_windows
from audit.cite.terms import Term, fold, is_function_word, placed_words, spelled_out, total
from audit.lexicon import load_rules
from audit.records import Span

SAME_STATEMENT = 0.6  # share of the claim's weight that one sentence holds before the two say one thing
REACH = 3  # words behind a negation or a hedge; the first word of content among them is what it bears on
_STOPS = frozenset(",;:.()–—")


@dataclass(frozen=True, slots=True)
class Marker:
    """A word that bears on another: where it stands, and the key of the other."""

    span: Span
    key: str


def turned_words(claim: str, source: SourceIndex, sentence: Span) -> Iterator[Gap]:
    """Negations and hedges of a claim or the sentence that says the same, before a word that the other has plain."""
    whole = Span(0, len(claim))
    if not _has(claim, whole, is_negation):
        markers = _markers(source.text, sentence, is_negation)
        yield from _gaps(GapKind.NEGATION, "the source denies this", markers, claim, whole, source, turned=False)
    elif not _has(source.text, sentence, is_negation):
        markers = [m for m in _markers(claim, whole, is_negation) if not _denied_elsewhere(source, m.key)]
        yield from _gaps(
            GapKind.NEGATION, "the source says it without this", markers, source.text, sentence, source, turned=True
        )
    if not _has(claim, whole, _is_loose):
        markers = _markers(source.text, sentence, _is_hedge)
        why = "the source does not say this for certain"
        yield from _gaps(GapKind.HEDGE, why, markers, claim, whole, source, turned=False)


def opened_words(claim: str, source: SourceIndex, sentence: Span) -> Iterator[str]:
    """Words of a claim, which leaves nothing open, that the sentence which says the same only supposes or asks for."""
    if not leaves_open(claim):
        keys = {key for _, key in _keys(claim, Span(0, len(claim)))}
        yield from (marker.key for marker in _markers(source.text, sentence, _is_loose) if marker.key in keys)


def leaves_open(claim: str) -> bool:
    """Whether a claim says only that something may be so, or should be."""
    return _has(claim, Span(0, len(claim)), _is_loose)


def _has(text: str, where: Span, is_marker: Callable[[str], bool]) -> bool:
    return any(is_marker(word) for _, word, _ in placed_words(text, *where))


def _denied_elsewhere(source: SourceIndex, key: str) -> bool:
    """Whether some sentence of the source denies something of this word."""
    held = (source.sentences[number] for number in source.postings.get(key, ()))
    return any(_has(source.text, sentence, is_negation) for sentence in held)


def _gaps(
    kind: GapKind, why: str, markers: list[Marker], other: str, where: Span, source: SourceIndex, *, turned: bool
) -> Iterator[Gap]:
    """A gap for each marked word that the other side has, too: its place in the claim, its place in the source."""
    for marker in markers:
        plain = next((span for span, key in _keys(other, where) if key == marker.key), None)
        if plain is not None:
            ours, theirs = (marker.span, plain) if turned else (plain, marker.span)
            yield Gap(kind, ours, why, Place(source.source_id, theirs), otherwise=True)


def same_statement(terms: tuple[Term, ...], sources: Iterable[SourceIndex]) -> tuple[SourceIndex, Span] | None:
    """The sentence that holds most of the claim's weight, where that is enough to be the same statement."""
    whole = total({term.key: term for term in terms}.values())
    found = ((weight, source, span) for source in sources for weight, _, span in [best_windows(source, terms, 1)])
    best = max((one for one in found if one[2]), key=lambda one: one[0], default=None)
    if best is None or best[2] is None or best[0] < SAME_STATEMENT * whole:
        return None
    return best[1], best[2]


def _markers(text: str, where: Span, is_marker: Callable[[str], bool]) -> list[Marker]:
    """The words that bear on a word of content, each of whose places in the stretch is so marked."""
    words = list(placed_words(text, *where))
    idle = [Span(*match.span()) for match in _idle().finditer(text, *where)]
    found = [
        Marker(span, key)
        for number, (span, word, _) in enumerate(words)
        if is_marker(word) and not any(stretch.holds(span) for stretch in idle)
        for key in [bears_on(text, span, words[number + 1 : number + 1 + REACH])]
        if key
    ]
    places = [key for _, key in _keys(text, where)]
    marked = [marker.key for marker in found]
    return [marker for marker in found if marked.count(marker.key) >= places.count(marker.key)]


def bears_on(text: str, marker: Span, behind: Iterable[tuple[Span, str, str]]) -> str | None:
    """The key of the first word of content behind a marker, before any stop."""
    at = marker.end
    for span, word, key in behind:
        if _STOPS & set(text[at : span.start]):
            return None
        if not is_function_word(word):
            return key
        at = span.end
    return None


def _keys(text: str, where: Span) -> Iterator[tuple[Span, str]]:
    return ((span, key) for span, _, key in placed_words(text, *where))


def is_negation(word: str) -> bool:
    """Whether a word denies, or hides one that does ("didn't")."""
    return any(part in _negations() for part in spelled_out(word))


def _is_hedge(word: str) -> bool:
    return word in _hedges()  # "May" with its capital is the month


@cache
def _negations() -> frozenset[str]:
    return frozenset(entry["word"] for entry in load_rules("negations")["words"])


@cache
def _hedges() -> frozenset[str]:
    return frozenset(load_rules("cite")["hedges"]["words"])


def _is_loose(word: str) -> bool:
    return word in _hedges() or fold(word) in load_rules("cite")["loose"]["words"]


@cache
def _idle() -> re.Pattern[str]:
    """Negations that deny nothing ("not only")."""
    return re.compile(
        "|".join(rf"\b{phrase}\b" for phrase in load_rules("cite")["idle_negations"]["words"]), re.IGNORECASE
    )
