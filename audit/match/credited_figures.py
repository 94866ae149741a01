"""A figure that a text has from a house, beside the one that this house's own text gives: it may change on the way.

Invariant: of each figure at most one is told, in the text whose sentence has most of its words; one of the same value
before all others, and one of another value only where no other comes near and neither text gives the other's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from audit.warehouse import Index, Warehouse, read_sql

DAYS = 7  # from the text of the house to the one that credits it
MOST_RATIO = 2.2  # of two values of which one may have been made of the other
LEAST_TELLS = 2  # telling words that two sentences share whose values differ


class Credited(NamedTuple):
    """One row of `credited_figures`: a figure credited to a house, one of that house, what both tell, one value?"""

    no: int
    theirs: int
    tells: int
    same: bool


def find_credited(warehouse: Warehouse, index: Index) -> Iterator[tuple[int, int]]:
    """Numbers of two figures of which one text has its from the house of the other, lower first."""
    index.run("create or replace temp table article_houses (article_no integer, house bigint, day integer)")
    index.insert("article_houses", warehouse.query(read_sql(__package__, "article_houses")))
    values = {"days": DAYS, "ratio": MOST_RATIO, "least": LEAST_TELLS}
    rows = map(Credited._make, index.query(read_sql(__package__, "credited_figures"), values))
    for _, found in groupby(rows, key=attrgetter("no")):
        if one := nearest(list(found)):
            yield min(one.no, one.theirs), max(one.no, one.theirs)


def nearest(found: Sequence[Credited]) -> Credited | None:
    """The one that a figure was taken from, if it can be told."""
    same = [one for one in found if one.same]
    if same:
        return max(same, key=attrgetter("tells"))
    first, *rest = sorted(found, key=attrgetter("tells"), reverse=True)
    return None if rest and rest[0].tells == first.tells else first
