"""Notices by which an agency takes a text back, each with the text that it names: what rests on that is a finding."""

from __future__ import annotations

from audit.lexicon.notices import withdrawal
from audit.warehouse import Warehouse, read_sql


def find_notices(warehouse: Warehouse) -> int:
    """Refill `notices`. Returns how many; a notice that names no text that is held, or several, has no row."""
    rows = warehouse.query(read_sql(__package__, "notices"), {"openings": withdrawal()})
    warehouse.run("delete from notices")
    return warehouse.insert("notices", rows)
