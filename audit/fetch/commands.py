"""The command `secondhand fetch`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer


def fetch(
    config: Annotated[Path, typer.Option(help="Feeds, pages and limits.")] = Path("secondhand.toml"),
    into: Annotated[Path, typer.Option(help="Folder for the web archives.")] = Path("raw/fetched"),
) -> None:
    """Pages and new items of feeds that secondhand.toml lists, politely, into web archives; a line of JSON for each."""
    from audit.fetch.collect import collect
    from audit.fetch.fetcher import Fetcher
    from audit.fetch.settings import read_settings

    for line in collect(Fetcher(read_settings(config)), into):
        typer.echo(json.dumps(asdict(line), ensure_ascii=False))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(fetch)
