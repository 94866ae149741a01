"""The commands that pass something on: export, note, sample, reply-request, and `report --share`."""

from __future__ import annotations

import csv
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from audit.errors import InputError
from audit.outputs import must_be_free
from audit.share.passed_on import note_made

Warehouse = Annotated[Path, typer.Option(help="The DuckDB file.")]
Reviews = Annotated[Path, typer.Option(help="Folder of the rulings.")]
HERE, RULINGS = Path("warehouse.duckdb"), Path("raw/reviews")


def export(
    warehouse: Warehouse = HERE,
    as_csv: Annotated[bool, typer.Option("--csv", help="A file a table, commas.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="A file a table, a JSON object a line.")] = False,
    parquet: Annotated[bool, typer.Option("--parquet", help="A file a table.")] = False,
    sqlite: Annotated[bool, typer.Option("--sqlite", help="One SQLite file, for Datasette.")] = False,
    prov: Annotated[bool, typer.Option("--prov", help="Who had what from whom, as PROV-JSON.")] = False,
    annotations: Annotated[bool, typer.Option("--annotations", help="The places, as W3C Web Annotations.")] = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Folder or file to write to.")] = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="Ids, offsets, hashes and measures; no words.")] = False,
) -> None:
    """Everything for other programs, each row with its review state. One format at a time; CSV if none is named."""
    from audit.share.export import export as write
    from audit.warehouse import open_published

    flags = {
        "csv": as_csv,
        "json": as_json,
        "parquet": parquet,
        "sqlite": sqlite,
        "prov": prov,
        "annotations": annotations,
    }
    named = [name for name, wanted in flags.items() if wanted] or ["csv"]
    if len(named) > 1:
        raise InputError(f"{' and '.join(f'--{name}' for name in named)} at once", "name one format")
    (kind,) = named
    ends = {"sqlite": "secondhand.sqlite", "prov": "secondhand.prov.json", "annotations": "secondhand.annotations.json"}
    where = output or Path(ends.get(kind, "export"))
    must_be_free(where, warehouse)
    for path in write(open_published(warehouse), kind, where, texts=not no_text):
        typer.echo(path)
    note_made(warehouse, "export", where)


def note(
    subject: Annotated[str, typer.Argument(metavar="CLAIM|STORY", help="Its id.")],
    warehouse: Warehouse = HERE,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="FILE.md or FILE.docx; else to stdout.")] = None,
) -> None:
    """A note for the file: the question, what is here and what not, words, addresses, hashes, limits, citations."""
    from audit.share.docx import write_docx
    from audit.share.note import as_markdown, write_note
    from audit.warehouse import open_published

    must_be_free(output, warehouse)
    if output and output.suffix not in (".md", ".docx"):
        raise InputError(f"{output} ends otherwise than a note does", "name it .md or .docx")
    lines = write_note(open_published(warehouse), subject, warehouse.parent)
    note_made(warehouse, "note", output)
    if output is None:
        sys.stdout.write(as_markdown(lines))
    elif output.suffix == ".docx":
        write_docx(lines, output)
    else:
        output.write_text(as_markdown(lines), encoding="utf-8", errors="backslashreplace")


def reply_request(
    finding: Annotated[str, typer.Argument(metavar="FINDING", help="Its id.")],
    deadline: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="Until when an answer is printed.")],
    warehouse: Warehouse = HERE,
) -> None:
    """The letter that puts a finding to the publishers it concerns; it is printed, never sent."""
    from audit.share.replies import write_letter
    from audit.warehouse import open_published

    sys.stdout.writelines(f"{line}\n" for line in write_letter(open_published(warehouse), finding, deadline.date()))
    note_made(warehouse, "reply-request", None)


def reply(
    finding: Annotated[str, typer.Argument(metavar="FINDING", help="Its id.")],
    state: Annotated[str, typer.Argument(help="asked, answered or no_answer.")],
    day: Annotated[datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="Today if not given.")] = None,
    words: Annotated[Path | None, typer.Option(help="File of the answer, printed in full.")] = None,
    warehouse: Warehouse = HERE,
    reviews: Reviews = RULINGS,
    reviewer: Annotated[str, typer.Option(help="Who keeps this.")] = "",
) -> None:
    """Keep what became of a letter: it stands beside the finding from the next run on."""
    from audit.share.replies import must_be_known, note_reply
    from audit.warehouse import open_published

    must_be_known(open_published(warehouse), reviews, finding)
    try:
        told = words.read_text(encoding="utf-8") if words else ""
    except UnicodeDecodeError as error:
        raise InputError(f"{words} cannot be read", "it is no text in UTF-8: save it as such") from error
    note_reply(reviews, reviewer, finding, state, day.date() if day else None, told)


def sample(
    kind: Annotated[str, typer.Option(help="edge, match, speaker, finding, or a kind of finding.")] = "edge",
    count: Annotated[int, typer.Option("-n", min=1, help="How many.")] = 50,
    seed: Annotated[int, typer.Option(help="The same seed draws the same.")] = 1,
    coded: Annotated[list[Path] | None, typer.Option(help="A coder's table, filled in; once a coder.")] = None,
    warehouse: Warehouse = HERE,
) -> None:
    """Rows for blind double coding (CSV, names hidden); with --coded what coders found, and how far they agree."""
    from audit.share.sample import COLUMNS, coded_lines, draw_sample, read_coded
    from audit.warehouse import open_published

    if coded:
        sys.stdout.writelines(f"{line}\n" for line in coded_lines(read_coded(coded)))
        return
    drawn = draw_sample(open_published(warehouse), kind, count, seed)
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(drawn)
    note_made(warehouse, "sample", None)


def register(app: typer.Typer) -> None:
    """Add them to the command line."""
    for command, name in (
        (export, "export"),
        (note, "note"),
        (sample, "sample"),
        (reply_request, "reply-request"),
        (reply, "reply"),
    ):
        app.command(name=name)(command)
