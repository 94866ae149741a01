"""The command `secondhand fetch`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

MOST_WANTED = 1000  # addresses looked at; how many are fetched is a setting


def fetch(
    config: Annotated[Path, typer.Option(help="Feeds, pages and limits.")] = Path("secondhand.toml"),
    into: Annotated[Path, typer.Option(help="Folder for the web archives.")] = Path("raw/fetched"),
    wanted: Annotated[
        bool,
        typer.Option(
            "--wanted",
            help="Instead: pages that articles link to beside a claim and that are not held, most claims first.",
        ),
    ] = False,
    warehouse: Annotated[Path, typer.Option(help="With --wanted: whose articles.")] = Path("warehouse.duckdb"),
) -> None:
    """Pages and new items of feeds that secondhand.toml lists, politely, into web archives; a line of JSON for each."""
    from audit.fetch.collect import collect
    from audit.fetch.fetcher import Fetcher
    from audit.fetch.settings import read_settings

    fetcher = Fetcher(read_settings(config, listing=not wanted))
    for line in collect(fetcher, into, wanted=_wanted_pages(warehouse) if wanted else None):
        typer.echo(json.dumps(asdict(line), ensure_ascii=False))


def _wanted_pages(warehouse: Path) -> dict[str, int]:
    """Addresses that are not held, with how many claims hang on each; says how much of what is wanted has none."""
    from audit.warehouse import open_published, read_sql

    opened = open_published(warehouse)
    try:
        pages = opened.dicts(read_sql("audit.listings", "wanted_pages"), {"most": MOST_WANTED})
        sources = len(opened.dicts(read_sql("audit.listings", "wanted")))
    finally:
        opened.close()
    typer.echo(
        f"{len(pages)} linked pages are not held; {sources} sources are wanted by name alone: secondhand wanted",
        err=True,
    )
    return {row["url"]: row["claims"] for row in pages}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(fetch)
