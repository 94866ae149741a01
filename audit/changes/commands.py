"""The command `secondhand changes`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from audit.errors import InputError


def changes(
    warehouse: Annotated[Path, typer.Option(help="The DuckDB file.")] = Path("warehouse.duckdb"),
    since: Annotated[str, typer.Option(help="All changes of the runs after this one, by its id; else the last.")] = "",
    watch: Annotated[Path, typer.Option(help="A watch list: sources, phrases, claims, figures.")] = Path(
        "raw/watch.toml"
    ),
    watched: Annotated[bool, typer.Option("--watched", help="Only what touches the watch list.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="A JSON object a line.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Commas; a table or tabs if neither is given.")] = False,
) -> None:
    """What the last run changed: articles new and edited, figures, claims, starting points, findings."""
    from audit.changes.watch import read_watched, touched
    from audit.tables import write_rows
    from audit.warehouse import open_published, read_sql

    listed = read_watched(watch)
    if watched and not listed:
        raise InputError(
            f"{watch} lists nothing to watch", "give it lists of strings under sources, phrases, claims, figures"
        )
    opened = open_published(warehouse)
    if since and not opened.query("select 1 from runs where run_id = ?", [since]):
        raise InputError(f"{since} is no run of {warehouse}", "secondhand sql 'select run_id, finished_at from runs'")
    names, rows = opened.table(read_sql(__package__, "listed"), {"since": since or None})
    marks = touched(opened, listed) if listed else {}
    told = [(*row, "; ".join(marks.get((row[1], row[2]), []))) for row in rows]
    kept = [row for row in told if row[-1]] if watched else told
    write_rows(sys.stdout, [*names, "watched"], kept, as_json=as_json, as_csv=as_csv)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(changes)
