"""The numbers that the words of a figure allow, as rows: so that SQL can compare "over 200" with 250."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from audit.figures_algebra.intervals import literal_set, typical_set
from audit.records import Approximator, Figure, Span
from audit.warehouse import Warehouse, read_sql


def fill_figure_sets(warehouse: Warehouse) -> int:
    """Refill `figure_sets` from the figures of the latest versions. Returns how many there are."""
    rows = list(_rows(warehouse.query(read_sql(__package__, "figures_said"))))
    warehouse.run("create or replace temp table allowed as from figure_sets limit 0")
    warehouse.insert("allowed", rows)
    warehouse.refill("figure_sets", "allowed")
    return len(rows)


def _rows(found: Iterable[tuple[Any, ...]]) -> Iterator[tuple[str, float, float, float, float]]:
    said = dict[tuple[Any, ...], tuple[float, float, float, float]]()
    for figure_id, *words in found:
        key = tuple(words)
        if key not in said:
            said[key] = _allowed(*key)
        yield figure_id, *said[key]


def _allowed(
    surface: str, low: float, high: float, approximator: str, hedge: str | None, unit: str | None
) -> tuple[float, float, float, float]:
    """What one wording allows, wherever it stands."""
    figure = Figure(Span(0, len(surface)), surface, low, high, Approximator(approximator), hedge, unit)
    literal, typical = literal_set(figure), typical_set(figure)
    return literal.low, literal.high, typical.low, typical.high
