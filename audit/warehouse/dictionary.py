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
A span is `[start_char, end_char)` in Unicode code points of `articles.text`, counted from 0: its words are
`substr(text, start_char + 1, end_char - start_char)`, or `words(article_id, version, start_char, end_char)`.
The views named `*_told` answer common questions without a join: [questions.md](questions.md).

This page is made from the comments in the warehouse: `make docs`.
"""


def markdown(warehouse: Warehouse) -> str:
    """A section per table, with a row per column; then one per view; then the macros."""
    rows = warehouse.query(read_sql(__package__, "dictionary"))
    parts = [HEADING]
    for (name, is_view, told), columns in groupby(rows, key=lambda row: row[:3]):
        parts.append(f"## {name}{' (view)' if is_view else ''}\n\n{told or ''}\n\n{_table(columns)}\n")
    macros = [f"- {told}" for (told,) in warehouse.query(read_sql(__package__, "macros"))]
    return "\n".join([*parts, "## Macros\n", *macros, ""])


def _table(columns: Iterable[Row]) -> str:
    lines = [f"| `{column}` | {of_type} | {_cell(means)} |" for *_, column, of_type, means in columns]
    return "\n".join(["| column | type | |", "|---|---|---|", *lines])


def _cell(text: str | None) -> str:
    return (text or "").replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(markdown(open_published(Path(sys.argv[1]))))
