"""The numbers that the words of a figure allow, as rows: so that SQL can compare "over 200" with 250."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from audit.figures_algebra.intervals import literal_set, typical_set
from audit.records import Approximator, Figure, Span
from audit.warehouse import Warehouse, read_sql


def fill_figure_sets(warehouse: Warehouse) -> int:
    """Refill `figure_sets` from the figures of the latest versions. Returns how many there are."""
    rows = list(_rows(warehouse.dicts(read_sql(__package__, "figure_rows"))))
    warehouse.run("delete from figure_sets")
    return warehouse.insert("figure_sets", rows)


def _rows(found: list[dict[str, Any]]) -> Iterator[tuple[str, float, float, float, float]]:
    for row in found:
        span = Span(row["start_char"], row["end_char"])
        approximator = Approximator(row["approximator"])
        figure = Figure(span, row["surface"], row["low"], row["high"], approximator, row["hedge"], row["unit"])
        literal, typical = literal_set(figure), typical_set(figure)
        yield row["figure_id"], literal.low, literal.high, typical.low, typical.high
