"""The step: refill `findings` and `measures`."""

from __future__ import annotations

from audit.judge.findings import find_findings
from audit.judge.measures import fill_measures, say_views
from audit.judge.notices import find_notices
from audit.warehouse import Warehouse, read_sql


def judge(warehouse: Warehouse) -> dict[str, int]:
    """Views, measures, then findings (some rest on measures)."""
    say_views(warehouse)
    warehouse.run(read_sql(__package__, "as_tables"))
    measures = fill_measures(warehouse)
    find_notices(warehouse)
    found = find_findings(warehouse)
    warehouse.run(read_sql(__package__, "evidence"))
    warehouse.refill("evidence", "evident")
    warehouse.run(read_sql(__package__, "as_views"))
    return {"findings": found, "measures": measures}
