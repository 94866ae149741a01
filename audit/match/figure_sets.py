"""The numbers that the words of a figure allow, as rows: so that SQL can compare "over 200" with 250."""

from __future__ import annotations

from audit.figures_algebra.intervals import literal_set, typical_set
from audit.records import Approximator, Figure, Span
from audit.warehouse import Index, Warehouse, read_sql
from audit.warehouse.index import STALE


def fill_figure_sets(warehouse: Warehouse, index: Index | None = None) -> int:
    """Refill `figure_sets` from the figures of the latest versions. Returns how many there are.

    Each way to say a figure is worked out once, and kept in `index` while figures are said so.
    """
    warehouse.run(read_sql(__package__, "figures_said"))
    warehouse.insert("wordings", index.query("from wording_sets") if index else ())
    rows = [(said, *_allowed(*words)) for said, *words in warehouse.query(read_sql(__package__, "wordings"))]
    warehouse.insert("wordings", rows)
    if index:
        index.insert("wording_sets", rows)
        _drop_unsaid(warehouse, index)
    warehouse.run(read_sql(__package__, "allowed"))
    warehouse.refill("figure_sets", "allowed")
    return int(warehouse.query("select count(*) from figure_sets")[0][0])


def _drop_unsaid(warehouse: Warehouse, index: Index) -> None:
    """Take what no figure has any more out of what is kept, once it is a quarter of all."""
    unsaid = [said for (said,) in warehouse.query(read_sql(__package__, "unsaid_wordings"))]
    if STALE * len(unsaid) > index.query("select count(*) from wording_sets")[0][0]:
        index.run("delete from wording_sets where said in (select unnest(?))", [unsaid])


def _allowed(
    surface: str, low: float, high: float, approximator: str, hedge: str | None, unit: str | None
) -> tuple[float, float, float, float]:
    """What one wording allows, wherever it stands."""
    figure = Figure(Span(0, len(surface)), surface, low, high, Approximator(approximator), hedge, unit)
    literal, typical = literal_set(figure), typical_set(figure)
    return literal.low, literal.high, typical.low, typical.high
