"""Figures in words that two texts share: the words around them say which of them is which.

Invariant: both name one value; what they count need not be known, for the same words tell it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from rapidfuzz.distance import Indel

from audit.match.articles import Held, MatchRow, Stretch
from audit.match.words import Words, read_words
from audit.records import Span
from audit.warehouse import Answers, Index, Warehouse, read_sql, stable_key

NEAR = 5  # words on either side of a figure that are looked at
LEAST_COPIED = 5  # of them, and of the figure, stand in the other text at its place

Pair = tuple[int, int]


class Inside(NamedTuple):
    """One row of `copied_figures`: a figure inside words that two articles have, in the first of them or the second."""

    words_no: int
    is_second: bool
    no: int
    start: int
    end: int
    value: int


def find_copied(
    warehouse: Warehouse, rows: Iterable[MatchRow], articles: Mapping[str, Held], index: Index
) -> Iterator[tuple[int, int]]:
    """Numbers of two figures of one value that stand at one place of words which two articles share, lower first."""
    shared, kept = [row.places for row in rows if row.a_article_id != row.b_article_id], Answers(index, "copied")
    for no, found in groupby(_inside(warehouse, shared), key=attrgetter("words_no")):
        figures, (one, two) = list(found), shared[no]
        key = stable_key(
            articles[one[0]].text_key, articles[two[0]].text_key, one, two, [f[1:2] + f[3:] for f in figures]
        )
        for a, b in kept.answer(key, partial(_copied, articles, one, two, figures)):
            yield min(figures[a].no, figures[b].no), max(figures[a].no, figures[b].no)
    kept.store()


def _inside(warehouse: Warehouse, shared: Sequence[tuple[Stretch, Stretch]]) -> Iterator[Inside]:
    """The figures inside words of two articles that have a twin there."""
    columns = ", ".join(f"{side}_article_id varchar, {side}_start integer, {side}_end integer" for side in "ab")
    warehouse.run(f"create or replace temp table shared_words (no integer, {columns})")
    warehouse.insert("shared_words", [(no, *one, *two) for no, (one, two) in enumerate(shared)])
    return map(Inside._make, warehouse.query(read_sql(__package__, "copied_figures")))


def _copied(articles: Mapping[str, Held], one: Stretch, two: Stretch, figures: Sequence[Inside]) -> list[Pair]:
    return list(find_twins(figures, _words(articles, one), _words(articles, two)))


def _words(articles: Mapping[str, Held], place: Stretch) -> Words:
    return read_words(articles[place[0]].text, Span(place[1], place[2]))


def find_twins(figures: Sequence[Inside], one: Words, two: Words) -> Iterator[Pair]:
    """Pairs of figures of one value, by their places in the list, that stand at one place of words of two texts."""
    places, standing = dict(_aligned(one, two)), _standing(two, figures)
    for a, figure in enumerate(figures):
        own = range(0) if figure.is_second else one.within(Span(figure.start, figure.end))
        for b in dict.fromkeys(b for n in own for b in standing.get(places.get(n, -1), ())):
            theirs = two.within(Span(figures[b].start, figures[b].end))
            if figures[b].value == figure.value and _are_words_shared(own, theirs, places):
                yield a, b


def _standing(words: Words, figures: Sequence[Inside]) -> dict[int, list[int]]:
    """The figures of the second text that stand in each word of it."""
    found = defaultdict[int, list[int]](list)
    for number, figure in enumerate(figures):
        for n in words.within(Span(figure.start, figure.end)) if figure.is_second else ():
            found[n].append(number)
    return found


def _aligned(one: Words, two: Words) -> Iterator[Pair]:
    """Each word of the first that stands in the second, with its place there."""
    for code in Indel.opcodes(one.keys, two.keys):
        if code.tag == "equal":
            yield from zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)


def _are_words_shared(one: range, two: range, places: Mapping[int, int]) -> bool:
    """Whether most of the words around two figures that stand at one place are the same."""
    near = range(two.start - NEAR, two.stop + NEAR)
    return sum(places.get(n) in near for n in range(one.start - NEAR, one.stop + NEAR)) >= LEAST_COPIED
