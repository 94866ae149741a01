"""The arguments and options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[Path] | None, typer.Argument(help="Files or folders; raw/ if none is given.", show_default=False)
]
Warehouse = Annotated[Path, typer.Option(help="The DuckDB file.")]
Reviews = Annotated[Path, typer.Option(help="Folder of the rulings.")]
AsJson = Annotated[bool, typer.Option("--json", help="A JSON object a line.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Commas; a table or tabs if neither is given.")]
Input = Annotated[str, typer.Argument(metavar="FILE", help="A file, or - for standard input.")]

Nlp = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        envvar="SECONDHAND_NLP",
        help="Parse what the rules leave open with this spaCy pipeline, or with `any` English one (extra: nlp).",
        show_default=False,
    ),
]

Outlets = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="A list of outlets of your own, TOML or CSV; raw/outlets.toml or raw/outlets.csv if there is one.",
        show_default=False,
    ),
]

Reveal = Annotated[
    bool,
    typer.Option(
        "--reveal",
        help="For your eyes alone: match words of an unnamed source with those that another text gives to a name. "
        "What is exported from such a warehouse shows them too.",
    ),
]

Notify = Annotated[
    str | None,
    typer.Option(
        metavar="TYPE/NAME",
        help="Send what a run changed, counts and ids, through this notification block of Prefect.",
        show_default=False,
    ),
]
NotifyText = Annotated[bool, typer.Option("--notify-text", help="With --notify: words of articles too.")]

Html = Annotated[
    Path | None,
    typer.Option(
        metavar="OUT", help="Also write a page, marked word by word, for your eyes alone.", show_default=False
    ),
]

WAREHOUSE = Path("warehouse.duckdb")
RAW = Path("raw")
REVIEWS = RAW / "reviews"
