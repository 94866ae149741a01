"""Quantities of a story: one thing that its texts count, with all that is said of it.

Figures belong to one quantity where matches lead from one to the other: values that differ stay together, for that is
what a reader wants to see side by side; a part of another number is another quantity.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from audit.graphs import joined
from audit.ids import stable_id
from audit.warehouse import Warehouse, read_sql


class Told(NamedTuple):
    """A figure of a story: where it stands, who gives it, what it counts."""

    figure_id: str
    story_id: str
    article_id: str
    source_id: str | None
    counted: str | None
    qualifiers: str | None
    unit: str | None


class Quantity(NamedTuple):
    """What is counted, in which story, by which figures: the earliest first."""

    quantity_id: str
    story_id: str
    counted: str | None
    qualifiers: str | None
    unit: str | None
    figures: tuple[str, ...]


def fill_quantities(warehouse: Warehouse) -> int:
    """Clear and refill `quantities` and `quantity_figures` from the matches. Returns how many quantities there are."""
    figures = [Told(*row[:7]) for row in warehouse.query(read_sql(__package__, "quantity_figures"))]
    found = list(find_quantities(figures, warehouse.query(read_sql(__package__, "quantity_pairs"))))
    warehouse.run("delete from quantities")
    warehouse.run("delete from quantity_figures")
    warehouse.insert("quantities", [quantity[:-1] for quantity in found])
    warehouse.insert("quantity_figures", [(one.quantity_id, figure) for one in found for figure in one.figures])
    return len(found)


def find_quantities(figures: Iterable[Told], pairs: Iterable[Sequence[str]]) -> Iterator[Quantity]:
    """Figures, the earliest first, and pairs of ids that tell one thing, to quantities of two articles or sources."""
    held = {figure.figure_id: figure for figure in figures}
    order = {key: number for number, key in enumerate(held)}
    told_alike = ((a, b) for a, b in pairs if a in held and b in held)
    groups = (sorted(group, key=order.__getitem__) for group in joined((), told_alike))
    for group in sorted(groups, key=lambda group: order[group[0]]):
        told = [held[key] for key in group]
        if len({one.article_id for one in told}) > 1 or len({one.source_id for one in told if one.source_id}) > 1:
            yield _quantity(told)


def _quantity(told: Sequence[Told]) -> Quantity:
    counted = _usual(one.counted for one in told)
    alike = [one for one in told if one.counted == counted]
    qualifiers, unit = _usual(one.qualifiers for one in alike), _usual(one.unit for one in told)
    key = stable_id("quantity", told[0].figure_id)
    return Quantity(key, told[0].story_id, counted, qualifiers, unit, tuple(one.figure_id for one in told))


def _usual(words: Iterable[str | None]) -> str | None:
    """What most of them say; of two as frequent the fuller."""
    said = Counter(word for word in words if word)
    return max(said, key=lambda word: (said[word], len(word), word), default=None)
