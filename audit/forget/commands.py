"""The command `secondhand forget`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from audit.errors import InputError


def forget(
    captures: Annotated[
        list[str] | None,
        typer.Argument(metavar="CAPTURE", help="Id, SHA-256 or path of a saved file.", show_default=False),
    ] = None,
    person: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME|@handle",
            help="Every text that names somebody so; one word alone counts where it has a capital.",
            show_default=False,
        ),
    ] = None,
    warehouse: Annotated[Path, typer.Option(help="The DuckDB file.")] = Path("warehouse.duckdb"),
    report: Annotated[Path, typer.Option(help="Folder of the report: written anew, if there is one.")] = Path("report"),
    reviews: Annotated[Path, typer.Option(help="Folder of the rulings.")] = Path("raw/reviews"),
    raw: Annotated[Path, typer.Option(help="The input: what lies there still is told.")] = Path("raw"),
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only list what would go.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask on the terminal.")] = False,
) -> None:
    """Remove bytes and text from warehouse, kept objects, index, rulings and report; a mark stays, no word of it.

    Files of the input are yours: where one still holds the text, its path is told, and it is not read again.
    """
    from audit.ingest.forgetting import Wanted, find_leaving
    from audit.pipeline import Job, run_direct
    from audit.report.say import counted
    from audit.share.passed_on import made_before
    from audit.warehouse import open_published

    wanted = Wanted(tuple(captures or ()), tuple(person or ()))
    if not wanted.captures and not wanted.names:
        raise InputError("nothing is named", "secondhand forget CAPTURE, or --person NAME")
    opened = open_published(warehouse)
    leaving = find_leaving(opened, wanted)
    opened.close()
    for text in leaving.texts:
        typer.echo(f"text {text.article_id} version {text.version}")
    for capture, sha in leaving.captures:
        typer.echo(f"capture {capture} {sha}")
    for path in leaving.lie:
        typer.echo(f"lies there still: {path}")
    for share in made_before(warehouse):
        typer.echo(f"passed on before: {share}")
    if not (dry_run or yes) and sys.stdin.isatty():
        typer.confirm(f"{counted(len(leaving.texts), 'text')} would be gone for good. Go on?", abort=True, err=True)
    if not dry_run:
        pages = report if report.is_dir() else None
        paths = (raw,) if raw.exists() else ()
        run_direct(Job(paths, warehouse, pages, reviews, outlets=raw, forget=wanted))
    verb = "would go" if dry_run else "is forgotten" if len(leaving.texts) == 1 else "are forgotten"
    typer.echo(f"{counted(len(leaving.texts), 'text')} {verb}", err=True)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(forget)
