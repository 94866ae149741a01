"""Rows for people and for programs: a table on a terminal, lines of JSON, commas, or tabs."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TextIO

from audit.errors import InputError

Rows = Sequence[tuple[Any, ...]]


def write_rows(out: TextIO, names: Sequence[str], rows: Rows, *, as_json: bool, as_csv: bool) -> None:
    """Rows in the form that was asked for; where none was, a table on a terminal and tabs else."""
    if as_json and as_csv:
        raise InputError("--json and --csv at once", "name one")
    if as_json:
        for row in rows:
            told = dict(zip(names, map(_number, row), strict=True))
            out.write(json.dumps(told, ensure_ascii=False, default=_plain) + "\n")
    elif not as_csv and out.isatty():
        _draw(out, names, rows)
    else:
        writer = csv.writer(out, delimiter="," if as_csv else "\t", lineterminator="\n")
        writer.writerow(names)
        writer.writerows(rows)


def _draw(out: TextIO, names: Sequence[str], rows: Rows) -> None:
    """A table as wide as the terminal. What stands in a cell is text, whatever it looks like."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*names, header_style="", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for row in rows:
        table.add_row(*(Text(_cell(value), overflow="fold") for value in row))
    Console(file=out).print(table)


def _cell(value: Any) -> str:
    """One line, nothing in it that would move a cursor."""
    told = "" if value is None else str(value)
    return "".join(c if c.isprintable() else " " for c in told)


def _number(value: Any) -> Any:
    """JSON has no NaN, no infinity, and one kind of number."""
    value = float(value) if isinstance(value, Decimal) else value
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
