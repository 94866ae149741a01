"""The step: refill `findings` and `measures`."""

from __future__ import annotations

from audit.judge.findings import find_findings
from audit.judge.measures import say_views, work_out
from audit.judge.notices import find_notices
from audit.judge.touched import judged_articles, keep, narrow, widen
from audit.lexicon.outlets import PACKAGED, Outlets
from audit.warehouse import Before, Warehouse, read_sql


def judge(warehouse: Warehouse, before: Before | None = None, outlets: Outlets = PACKAGED) -> dict[str, int]:
    """Views, notices, measures, then findings (some rest on measures).

    With `before`, the warehouse that this code judged last, only what touched articles bear on is made anew.
    """
    say_views(warehouse)
    find_notices(warehouse)
    partly = before is not None and narrow(warehouse, before)
    warehouse.run(_sql("as_tables"))
    work_out(warehouse)
    found = find_findings(warehouse, judged_articles(warehouse) if partly else None, outlets)
    if partly:
        warehouse.run(_sql("judged_findings"))
    warehouse.run(_sql("evidence"))
    warehouse.run(_sql("as_views"))
    if partly:
        widen(warehouse)
        keep(warehouse)
    else:
        warehouse.refill("measures", "measured")
        warehouse.refill("evidence", "evident")
    measures = int(warehouse.query("select count(*) from measures")[0][0])
    return {"findings": found, "measures": measures}


def _sql(name: str) -> str:
    return read_sql("audit.judge", name)
