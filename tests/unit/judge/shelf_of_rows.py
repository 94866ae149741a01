"""Queries of findings asked of a few rows given by hand, of just the columns they read: one that is told, and the same
with one thing otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from audit.warehouse import Warehouse, read_sql
from tests.conftest import empty_warehouse

Row = Mapping[str, Any]
Rows = Mapping[str, Sequence[Row]]
"""Rows by the table or view they stand in."""


def shelf() -> Iterator[Warehouse]:
    """A warehouse in which every table and view that a query reads is an empty table of the same columns."""
    warehouse = empty_warehouse()
    warehouse.run(read_sql("audit.judge", "views"))
    named = warehouse.query("select table_name from duckdb_tables() union select view_name from duckdb_views()")
    for (name,) in named:
        if warehouse.query("select 1 from duckdb_columns() where table_name = ? and schema_name = 'main'", [name]):
            warehouse.run(f"create temp table {name} as from main.{name} limit 0")
    yield warehouse
    warehouse.close()


def ask(warehouse: Warehouse, sql: str, rows: Rows, values: Row | None = None) -> list[dict[str, Any]]:
    """What a query answers where there are these rows and no others."""
    with filled(warehouse, rows):
        return warehouse.dicts(sql, dict(values or {}))


@contextmanager
def filled(warehouse: Warehouse, rows: Rows) -> Iterator[None]:
    """The rows on their shelf, until what is asked of them is answered."""
    warehouse.run("begin")
    try:
        for name, some in rows.items():
            for row in some:
                marks = ", ".join("?" * len(row))
                told = [json.dumps(v) if isinstance(v, dict) or _is_places(name, v) else v for v in row.values()]
                warehouse.run(f"insert into temp.{name} ({', '.join(row)}) values ({marks})", told)
        yield
    finally:
        warehouse.run("rollback")


def _is_places(table: str, value: Any) -> bool:
    """Whether a value is a list of places of a table that keeps them as JSON."""
    return table in {"edges", "findings"} and isinstance(value, list)


def changed(rows: Rows, change: Mapping[str, Row | None]) -> Rows:
    """The rows with a change: of the first row of a table ("articles") or of its second ("articles 1"), a row more that
    is otherwise ("+articles", "+articles 0"), or none at all ("-articles")."""
    told = {name: list(some) for name, some in rows.items()}
    for where, new in change.items():
        name, _, at = where.lstrip("+-").partition(" ")
        if where[0] == "-":
            told[name] = []
            continue
        held = told.setdefault(name, [])
        after = {**(held[min(int(at or 0), len(held) - 1)] if held else {}), **(new or {})}
        if where[0] == "+":
            held.append(after)
        else:
            held[int(at or 0)] = after
    return told


def place(article: str, start: int, end: int) -> dict[str, Any]:
    """A place as evidence has it."""
    return {"article_id": article, "start": start, "end": end}
