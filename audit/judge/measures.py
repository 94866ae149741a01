"""Measures: counts of rows, one view of evidence each; what they mean is data (`measures.toml`, `measures/*.sql`)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from audit.ids import stable_id
from audit.warehouse import Warehouse, read_sql

BOUNDS = frozenset({"independence"})  # their rows carry bounds and come from a query of their own


@cache
def definitions() -> dict[str, dict[str, str]]:
    """What each measure counts, by name."""
    told: dict[str, Any] = tomllib.loads((files(__package__) / "measures.toml").read_text(encoding="utf-8"))
    return told


def view_sql(measure: str) -> str:
    """The query of its evidence."""
    return read_sql(__package__, f"measures/{measure}")


def _comment(warehouse: Warehouse, view: str) -> None:
    """Say of each column of a view of evidence what it holds; names come from the catalogue, words from our table."""
    told = tomllib.loads(_columns_text())
    for column, _ in warehouse.columns(view):
        warehouse.run(f"comment on column {view}.{column} is '{told[column]}'")


def say_views(warehouse: Warehouse) -> None:
    """Make the views of mentions, claims and evidence; those that stand as they are told here are not told again."""
    told = stable_id(read_sql(__package__, "views"), _columns_text(), *map(view_sql, definitions()))
    if warehouse.query("select value from meta where key = 'views'") == [(told,)]:
        return
    warehouse.run(read_sql(__package__, "views"))
    for measure in definitions():
        warehouse.run(view_sql(measure))
        _comment(warehouse, f"{measure}_evidence")
    warehouse.run("insert or replace into meta values ('views', ?)", [told])


@cache
def _columns_text() -> str:
    return (files(__package__) / "measure_columns.toml").read_text(encoding="utf-8")


def work_out(warehouse: Warehouse) -> None:
    """Fill `measured`, which becomes `measures`, from the views of evidence."""
    warehouse.run("create or replace temp table measured as from measures limit 0")
    for measure in sorted(set(definitions()) - BOUNDS):
        warehouse.run(read_sql(__package__, "measure"), {"measure": measure, "view": f"{measure}_evidence"})
    warehouse.run(read_sql(__package__, "independence"))
    warehouse.run(read_sql(__package__, "chain_depth"))
