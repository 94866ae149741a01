"""The data dictionary: every table and view with its columns, told by the comments in the warehouse itself.

`python -m audit.warehouse.dictionary warehouse.duckdb` prints it as Markdown; docs/warehouse.md is its output.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

from audit.warehouse.database import Warehouse, read_sql
from audit.warehouse.publish import open_published

Row = tuple[Any, ...]

HEADING = """# The warehouse

One DuckDB file. Any DuckDB client from 1.4 on can open it, read-only, also while a run goes on.
Every id is a content hash, so that it means the same thing in every run.
Join mentions to articles on `(article_id, version)`.

This page is made from the comments in the warehouse: `make docs`.
"""


def markdown(warehouse: Warehouse) -> str:
    """A section per table, with a row per column; then one per view, whose columns are only named."""
    rows = warehouse.query(read_sql(__package__, "dictionary"))
    parts = [HEADING]
    for (name, is_view, told), columns in groupby(rows, key=lambda row: row[:3]):
        listed = (_names if is_view else _table)(columns)
        parts.append(f"## {name}{' (view)' if is_view else ''}\n\n{told or ''}\n\n{listed}\n")
    return "\n".join(parts)


def _table(columns: Iterable[Row]) -> str:
    lines = [f"| `{column}` | {of_type} | {_cell(means)} |" for *_, column, of_type, means in columns]
    return "\n".join(["| column | type | |", "|---|---|---|", *lines])


def _names(columns: Iterable[Row]) -> str:
    return "Columns: " + ", ".join(f"`{column}`" for *_, column, _, _ in columns)


def _cell(text: str | None) -> str:
    return (text or "").replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(markdown(open_published(Path(sys.argv[1]))))
