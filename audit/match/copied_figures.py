"""Figures in words that two texts share: the words around them say which of them is which.

Invariant: both name one value; what they count need not be known, for the same words tell it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import Indel

from audit.match.articles import MatchRow, Stretch
from audit.match.figure_readings import Counted
from audit.match.words import Words, read_words
from audit.records import Figure, Span

NEAR = 5  # words on either side of a figure that are looked at
LEAST_COPIED = 5  # of them, and of the figure, stand in the other text at its place

Numbered = tuple[int, Counted]


def find_copied(rows: Iterable[MatchRow], figures: Sequence[Counted]) -> Iterator[tuple[int, int]]:
    """Numbers of two figures of one value that stand at one place of words which two articles share, lower first."""
    shelves = defaultdict[str, list[Numbered]](list)
    for numbered in enumerate(figures):
        shelves[numbered[1].place.article.article_id].append(numbered)
    for row in rows:
        if row.a_article_id != row.b_article_id:
            yield from _of_row(row, shelves)


def _of_row(row: MatchRow, shelves: Mapping[str, Sequence[Numbered]]) -> Iterator[tuple[int, int]]:
    here, there = (_inside(place, shelves.get(place[0], ())) for place in row.places)
    if {counted.ends for _, counted in here}.isdisjoint(counted.ends for _, counted in there):
        return
    one, two = (_words(place, found[0][1]) for place, found in zip(row.places, (here, there), strict=True))
    places, standing = dict(_aligned(one, two)), _standing(two, there)
    for a, counted in here:
        own = one.within(counted.place.span)
        for b, other in {b: other for n in own for b, other in standing.get(places.get(n, -1), ())}.items():
            if _is_same(counted, other) and _are_words_shared(own, two.within(other.place.span), places):
                yield min(a, b), max(a, b)


def _standing(words: Words, figures: Iterable[Numbered]) -> dict[int, list[Numbered]]:
    """The figures that stand in each word."""
    found = defaultdict[int, list[Numbered]](list)
    for numbered in figures:
        for n in words.within(numbered[1].place.span):
            found[n].append(numbered)
    return found


def _is_same(one: Counted, other: Counted) -> bool:
    return one.ends == other.ends and _of_one_kind(one.figure, other.figure)


def _of_one_kind(one: Figure, other: Figure) -> bool:
    return (one.unit, one.approximator) == (other.unit, other.approximator)


def _inside(place: Stretch, shelf: Sequence[Numbered]) -> list[Numbered]:
    """The figures of an article that stand within a place of it."""
    first = bisect_left(shelf, place[1], key=lambda one: one[1].place.span.start)
    found = []
    for one in shelf[first:]:
        if one[1].place.span.start >= place[2]:
            break
        found += [one] if one[1].place.span.end <= place[2] else []
    return found


def _words(place: Stretch, counted: Counted) -> Words:
    return read_words(counted.place.article.text, Span(place[1], place[2]))


def _aligned(one: Words, two: Words) -> Iterator[tuple[int, int]]:
    """Each word of the first that stands in the second, with its place there."""
    for code in Indel.opcodes(one.keys, two.keys):
        if code.tag == "equal":
            yield from zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)


def _are_words_shared(one: range, two: range, places: Mapping[int, int]) -> bool:
    """Whether most of the words around two figures that stand at one place are the same."""
    near = range(two.start - NEAR, two.stop + NEAR)
    return sum(places.get(n) in near for n in range(one.start - NEAR, one.stop + NEAR)) >= LEAST_COPIED
