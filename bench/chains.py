"""Arrows on planted chains beside a baseline: the earliest article that shares a match is the parent.

    python -m bench.chains WAREHOUSE.duckdb PREFIX

PREFIX names the truth: PREFIX.edges.dev.jsonl, one direct link a line (`src`, `dst`). Counted strictly: a pair that is
joined and is no direct link is wrong, also inside one chain; pairs that hold no document of a link are left out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from audit.warehouse import Warehouse
from bench.sets import read_rows

ARROWS = """select distinct c.external_id, p.external_id from edges e
join articles c on c.article_id = e.child_article_id and c.is_latest
join articles p on p.article_id = e.parent_article_id and p.is_latest where e.status <> 'rejected'"""
MATCHED = """select distinct a.external_id, b.external_id, coalesce(a.published_at, a.published_from),
       coalesce(b.published_at, b.published_from)
from matches m join articles a on a.article_id = m.a_article_id and a.is_latest
join articles b on b.article_id = m.b_article_id and b.is_latest where a.article_id <> b.article_id"""


class Arrow(NamedTuple):
    """From a document to the one that it is said to depend on."""

    child: str
    parent: str

    @property
    def ends(self) -> frozenset[str]:
        """Both, whichever came first."""
        return frozenset(self)


@dataclass(frozen=True, slots=True)
class Measured:
    """How right arrows are: of those drawn, of those there are, and of the found ones the share the right way round."""

    precision: float
    recall: float
    direction: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  direction {self.direction:.3f}"


def earliest_parents(matched: Iterable[tuple[str, str, object, object]]) -> set[Arrow]:
    """Documents that share matches, with their dates, to an arrow from each to the earliest that it shares one with."""
    best: dict[str, tuple[str, str]] = {}
    for a, b, a_at, b_at in matched:
        for child, at, other, other_at in ((a, a_at, b, b_at), (b, b_at, a, a_at)):
            if (str(other_at), other) < min((str(at), child), best.get(child, (str(at), child))):
                best[child] = (str(other_at), other)
    return {Arrow(child, parent) for child, (_, parent) in best.items()}


def measure(drawn: Iterable[Arrow], truth: Iterable[Arrow], planted: Mapping[str, object]) -> Measured:
    """Arrows against the direct links, both ends of a link counting once whichever way it points."""
    wanted = set(truth)
    pairs = {arrow.ends for arrow in drawn if planted.keys() & arrow.ends}
    found = pairs & {arrow.ends for arrow in wanted}
    right = {arrow.ends for arrow in drawn if arrow in wanted}
    return Measured(
        len(found) / len(pairs) if pairs else 0.0,
        len(found) / len({arrow.ends for arrow in wanted}),
        len(right) / len(found) if found else 0.0,
    )


def main(warehouse: str, prefix: str) -> None:
    """Prints a line for our arrows and one for the baseline's."""
    truth = [Arrow(row["dst"], row["src"]) for row in read_rows(Path(f"{prefix}.edges.dev.jsonl"))]
    planted = {end: None for arrow in truth for end in arrow}
    held = Warehouse.open(Path(warehouse), read_only=True)
    ours = [Arrow(*row) for row in held.query(ARROWS)]
    rows = [(a, b, a_at, b_at) for a, b, a_at, b_at in held.query(MATCHED)]
    held.close()
    print(f"ours                     {measure(ours, truth, planted)}")
    print(f"earliest that matches    {measure(earliest_parents(rows), truth, planted)}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
