"""What goes in and comes out: lines of JSON, tables on stdout, words to the user on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain, takewhile
from pathlib import Path
from typing import Any

import typer

from audit.cli.options import RAW
from audit.errors import AMISS, InputError, tried
from audit.parts import in_parts

NO_OBJECT = "a line is one JSON object"


def say(line: str) -> None:
    """A line to the user, on stderr."""
    typer.echo(line, err=True)


def listed(outlets: Path | None) -> Path:
    """Where the user's list is looked for; one that is named must be there."""
    must_exist([outlets] if outlets else [])
    return outlets or RAW


def must_exist(paths: Iterable[Path]) -> None:
    """Raises InputError with the first path that is an address, or not there."""
    for path in paths:
        if str(path).startswith(("http:/", "https:/")):
            address = str(path).replace(":/", "://", 1)  # a path has one stroke there
            way = "save the page and name the file, or list it in secondhand.toml: secondhand fetch"
            raise InputError(f"{address} is an address", way)
        if not path.exists():
            raise InputError(f"{path} is not there", "name a file or folder that is")


def lines_of(file: str) -> Iterator[str]:
    """A file, or "-" for standard input → its lines. Raises InputError where it cannot be read."""
    if file == "-":
        yield from sys.stdin
        return
    try:
        with Path(file).open(encoding="utf-8") as lines:
            yield from lines
    except UnicodeDecodeError as error:
        raise InputError(f"{file} cannot be read", "it is no text in UTF-8: save it as such") from error
    except OSError as error:
        raise InputError(f"{file} cannot be read", str(error)) from error


def each_line(file: str, work: Callable[[Any], object]) -> None:
    """Each JSON object of a file through `work`, a line of JSON out for each. Raises InputError with file and line."""
    some_lines(file, lambda lines: (tried(work, line) for line in lines), 1)


def some_lines(file: str, work: Callable[[list[Any]], Iterable[object]], size: int) -> None:
    """So many JSON objects of a file at once through `work`, which gives for each what it comes to, or its exception.

    A line of JSON out for each, up to the first exception. Raises InputError with file and line.
    """
    name = "standard input" if file == "-" else file
    numbered = ((number, line) for number, line in enumerate(lines_of(file), 1) if line.strip())
    for part in in_parts(numbered, size):
        read = [tried(_object, line) for _, line in part]
        whole = list(takewhile(lambda one: not isinstance(one, Exception), read))
        for (number, _), found in zip(part, chain(work(whole), read[len(whole) :]), strict=False):
            if isinstance(found, AMISS):
                raise InputError(f"{name}, line {number} is not what is expected", _amiss(found)) from found
            if isinstance(found, Exception):
                raise found
            sys.stdout.write(json.dumps(found, ensure_ascii=False, default=plain) + "\n")


def _object(line: str) -> dict[str, Any]:
    """Raises ValueError where a line is no JSON object."""
    found = json.loads(line)
    if not isinstance(found, dict):
        raise ValueError(NO_OBJECT)
    return found


def _amiss(error: Exception) -> str:
    """What is wrong with a line, in words."""
    if isinstance(error, json.JSONDecodeError):
        return f"{NO_OBJECT} ({error.msg.lower()}); `secondhand run` reads texts and pages"
    return f"it has no field {error}" if isinstance(error, KeyError) else str(error)


def plain(value: object) -> str:
    """What JSON has no form for → text: a day as ISO 8601, else as it prints."""
    return value.isoformat() if isinstance(value, date) else str(value)


def write(names: list[str], rows: list[tuple[Any, ...]], as_json: bool, as_csv: bool) -> None:
    """Rows to stdout: a table, tabs where that is no terminal, commas or JSON where asked for."""
    from audit.tables import write_rows

    write_rows(sys.stdout, names, rows, as_json=as_json, as_csv=as_csv)
