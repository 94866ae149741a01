"""The command `secondhand doctor`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer


def doctor(
    warehouse: Annotated[Path, typer.Option(help="The DuckDB file.")] = Path("warehouse.duckdb"),
    report: Annotated[Path, typer.Option(help="Folder of the report.")] = Path("report"),
    reviews: Annotated[Path, typer.Option(help="Folder of the rulings.")] = Path("raw/reviews"),
    raw: Annotated[Path, typer.Option(help="Folder of lists of one's own (outlets, people).")] = Path("raw"),
    as_json: Annotated[bool, typer.Option("--json", help="A JSON object a complaint.")] = False,
) -> None:
    """What is wrong, and how to mend it; writes nothing. Exit 1 where something would fail or mislead."""
    from audit.doctor.examine import Complaint, Place, examine

    serious = False
    for found in examine(Place(warehouse, report, reviews, raw)):
        if isinstance(found, Complaint):
            serious = serious or found.serious
            told = f"{'WRONG' if found.serious else 'note'}  {found.what}: {found.wrong}\n       mend: {found.mend}"
            typer.echo(json.dumps(asdict(found), ensure_ascii=False) if as_json else told)
        elif not as_json:
            typer.echo(f"well   {found}")
    if serious:
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(doctor)
