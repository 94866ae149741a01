"""The last step before a build is published: what it has otherwise than the warehouse it was built from."""

from __future__ import annotations

from pathlib import Path

from audit.warehouse import Warehouse, read_sql


def note_changes(build: Warehouse, published: Path, run_id: str) -> int:
    """Rows of `run_changes` for this run; returns how many. `published` is the warehouse as it still stands.

    None are noted where that has another schema: all was made anew.
    """
    with build.beside(published, "before"):
        schemas = build.query(read_sql(__package__, "schemas"))
        if len(set(schemas)) == 1:
            build.run(read_sql(__package__, "find"), {"run": run_id})
    return int(build.query("select count(*) from run_changes where run_id = ?", [run_id])[0][0])
