"""The numbers that the words of a figure allow, as rows: so that SQL can compare "over 200" with 250."""

from __future__ import annotations

from audit.figures_algebra.intervals import literal_set, typical_set
from audit.records import Approximator, Figure, Span
from audit.warehouse import Warehouse, read_sql


def fill_figure_sets(warehouse: Warehouse) -> int:
    """Refill `figure_sets` from the figures of the latest versions. Returns how many there are.

    Each way to say a figure is worked out once.
    """
    warehouse.run(read_sql(__package__, "figures_said"))
    rows = [(said, *_allowed(*words)) for said, *words in warehouse.query(read_sql(__package__, "wordings"))]
    columns = ", ".join(f"{column} double" for column in ("literal_low", "literal_high", "typical_low", "typical_high"))
    warehouse.run(f"create or replace temp table wordings (said bigint, {columns})")
    warehouse.insert("wordings", rows)
    warehouse.run(read_sql(__package__, "allowed"))
    warehouse.refill("figure_sets", "allowed")
    return int(warehouse.query("select count(*) from figure_sets")[0][0])


def _allowed(
    surface: str, low: float, high: float, approximator: str, hedge: str | None, unit: str | None
) -> tuple[float, float, float, float]:
    """What one wording allows, wherever it stands."""
    figure = Figure(Span(0, len(surface)), surface, low, high, Approximator(approximator), hedge, unit)
    literal, typical = literal_set(figure), typical_set(figure)
    return literal.low, literal.high, typical.low, typical.high
