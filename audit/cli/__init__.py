"""The command `secondhand`. Data goes to stdout, everything else to stderr; exit 2 where it could not run."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from audit.changes.commands import register as register_changes
from audit.cli import jobs, lists, texts
from audit.doctor.commands import register as register_doctor
from audit.errors import SecondhandError
from audit.fetch.commands import register as register_fetch
from audit.forget.commands import register as register_forget
from audit.share.commands import register
from audit.stopping import TOLD, Stopped, end_by_signal, heeding

app = typer.Typer(
    name="secondhand", help=__doc__, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)

COMMANDS = (
    jobs.run, jobs.schedule,
    texts.extract, texts.compare, texts.verify, texts.cite, texts.mcp, texts.check_draft,
    jobs.report, jobs.review,
    lists.findings, lists.claims, lists.sources, lists.wanted, lists.stories,
    lists.explain, lists.rests_on, lists.check, lists.sql,
)  # fmt: skip
"""In the order of the help; a command is called as its function is."""


def _version(wanted: bool) -> None:
    if wanted:
        from audit import __version__

        typer.echo(f"secondhand {__version__}")
        raise typer.Exit


@app.callback()
def _secondhand(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Its version.")] = False,
) -> None:
    """Who said it first, through whom it reached us, and what changed on the way."""


for command in COMMANDS:
    app.command(command.__name__.replace("_", "-"))(command)
register(app)
register_changes(app)
register_doctor(app)
register_fetch(app)
register_forget(app)


def main() -> None:
    """Entry point: one line on stderr for what the user can mend."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # half a character of an id or a path: as JSON escapes it
    try:
        with heeding():
            app()
    except Stopped:
        print(TOLD, file=sys.stderr, flush=True)
        end_by_signal()
    except (SecondhandError, OSError) as error:
        print(f"secondhand: {_in_a_line(error)}", file=sys.stderr)
        sys.exit(2)


def _in_a_line(error: Exception) -> str:
    """What happened and what next; of the system's own errors, the file and its words for it."""
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror or error}: nothing was published; mend that, then run again"
    return " ".join(str(error).split())
