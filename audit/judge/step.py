"""The step: refill `findings` and `measures`."""

from __future__ import annotations

from audit.judge.findings import find_findings
from audit.warehouse import Warehouse, read_sql

SHARES = ("figures_sourced", "quotes_named", "anonymous_share", "relayed_share", "missing_origin_share")


def judge(warehouse: Warehouse) -> dict[str, int]:
    """Views, measures, then findings (some rest on measures)."""
    warehouse.run(read_sql(__package__, "views"))
    warehouse.run("delete from measures")
    for measure in SHARES:
        values = {"measure": measure, "view": f"{measure}_evidence"}
        warehouse.run(read_sql(__package__, "measure"), values)
    warehouse.run(read_sql(__package__, "independence"))
    found = find_findings(warehouse)
    warehouse.run(read_sql(__package__, "evidence"))
    return {"findings": found, "measures": warehouse.query("select count(*) from measures")[0][0]}
