"""A figure that a text has from a house, beside the one that this house's own text gives: it may change on the way.

Invariant: what is paired shares most of what it tells; and one of another value only where none of the same value comes
near, it is likelier than all others, and neither text gives the other's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from audit.match.words import read_words, stem
from audit.warehouse import Index, Warehouse, read_sql, word_key

DAYS = 7  # from the text of the house to the one that credits it
MOST_RATIO = 2.2  # of two values of which one may have been made of the other
LEAST_TELLS = 2  # things that two sentences share
LEAST_OF_TWO = 3  # the same where their values differ
LEAST_WORDS = 5  # a shorter sentence counts as so many
SHARES = 0.35  # share of the words of the shorter sentence, of one value
ALIKE = 0.5  # the same where the values differ and both count one thing, and of a small count of one thing
FOLLOWS = 0.6  # the same of what every text has some of, and where nothing tells what is counted
SMALL = 12  # a bare count up to this is in every article
EVERYWHERE = frozenset({"share", "time", "year of age"})
"""Kinds of which every article has some."""


class Credited(NamedTuple):
    """One row of `credited_figures`."""

    no: int
    theirs: int
    there: int  # the article of the other
    shares: int
    words: int
    kind: str
    high: float
    one_head: bool
    one_story: bool
    same: bool

    @property
    def likeness(self) -> float:
        """What both tell, as a share of the shorter sentence."""
        return self.shares / max(LEAST_WORDS, self.words)

    @property
    def is_one(self) -> bool:
        """Whether two figures of one value are one: every article has durations, shares, ages and small counts."""
        if not self.kind and self.high <= SMALL:
            least = ALIKE if self.one_head else FOLLOWS
        else:
            least = FOLLOWS if self.kind in EVERYWHERE and not self.one_head else SHARES
        return self.shares >= LEAST_TELLS and self.likeness >= least

    @property
    def may_be_changed(self) -> bool:
        """Whether two values are of one thing: of what is measured a head tells it alone, in one story."""
        if self.one_story and self.kind:
            return True
        return self.shares >= LEAST_OF_TWO and self.likeness >= (ALIKE if self.one_head else FOLLOWS)


def find_credited(warehouse: Warehouse, index: Index) -> Iterator[tuple[int, int]]:
    """Numbers of two figures of which one text has its from the house of the other, lower first.

    `article_stories` must be filled.
    """
    credited = warehouse.query(read_sql(__package__, "credited_to_houses"))
    _fill(index, "credited_figures", "no integer, house bigint", credited)
    _fill(index, "house_names", "house bigint, word bigint", _names(warehouse, {house for _, house in credited}))
    houses = warehouse.query(read_sql(__package__, "article_houses"))
    _fill(index, "article_houses", "article_no integer, house bigint, day integer", houses)
    values = {"days": DAYS, "ratio": MOST_RATIO, "everywhere": sorted(EVERYWHERE)}
    rows = map(Credited._make, index.query(read_sql(__package__, "credited_figures"), values))
    for _, found in groupby(rows, key=attrgetter("no")):
        yield from (_in_order(one) for one in nearest(list(found)))


def _fill(index: Index, table: str, columns: str, rows: Iterable[tuple[object, ...]]) -> None:
    index.run(f"create or replace temp table {table} ({columns})")
    index.insert(table, rows)


def _names(warehouse: Warehouse, houses: set[int]) -> list[tuple[int, int]]:
    """The words of the name of each house, which tell nothing of what it reports."""
    named = warehouse.query(read_sql(__package__, "house_names"))
    return sorted(
        {(house, word_key(stem(key))) for house, name in named if house in houses for key in read_words(name).keys}
    )


def _in_order(one: Credited) -> tuple[int, int]:
    return min(one.no, one.theirs), max(one.no, one.theirs)


def nearest(found: Sequence[Credited]) -> list[Credited]:
    """Those that a figure may have been taken from: the likeliest of its value in each text, else of all of another."""
    texts = groupby(sorted((one for one in found if one.same), key=_page), key=_page)
    same = [first for _, some in texts for first in _likeliest(list(some)) if first.is_one]
    if same or any(one.same and one.shares >= LEAST_TELLS for one in found):
        return same
    return [first for first in _likeliest(found) if not first.same and first.may_be_changed]


_page = attrgetter("there")


def _likeliest(found: Sequence[Credited]) -> list[Credited]:
    """The one that shares most; none where two share as much."""
    first, *rest = sorted(found, key=attrgetter("shares"), reverse=True)
    return [] if rest and rest[0].shares == first.shares else [first]


def find_measured(index: Index) -> list[tuple[int, int]]:
    """Numbers of two figures that name one amount in one story, lower first, whatever is read as their head.

    `article_stories` must be filled.
    """
    values = {"least": LEAST_TELLS, "everywhere": sorted(EVERYWHERE)}
    return [(a, b) for a, b in index.query(read_sql(__package__, "measured_figures"), values)]


def fill_stories(index: Index, stories: Sequence[str]) -> None:
    """Fill `article_stories`: the story of each article, both by number."""
    numbers: Mapping[str, int] = {story: no for no, story in enumerate(dict.fromkeys(stories))}
    rows = [(article_no, numbers[story]) for article_no, story in enumerate(stories)]
    _fill(index, "article_stories", "article_no integer, story integer", rows)
