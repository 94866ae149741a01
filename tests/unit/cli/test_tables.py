"""Rows for people and for programs."""

from __future__ import annotations

import io
import json
from datetime import datetime
from decimal import Decimal

import pytest

from audit.errors import InputError
from audit.tables import write_rows

NAMES = ["a", "b"]
ROWS = [(1, "x,\ty"), (None, datetime(2026, 3, 4, 5))]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def told(
    out: io.StringIO, *, as_json: bool = False, as_csv: bool = False, rows: list[tuple[object, ...]] = ROWS
) -> str:  # type: ignore[assignment]
    write_rows(out, NAMES, rows, as_json=as_json, as_csv=as_csv)
    return out.getvalue()


def test_tabs_where_nobody_looks() -> None:
    assert told(io.StringIO()) == 'a\tb\n1\t"x,\ty"\n\t2026-03-04 05:00:00\n'


@pytest.mark.parametrize("out", [io.StringIO, Terminal])
def test_what_is_asked_for_comes_on_a_terminal_too(out: type[io.StringIO]) -> None:
    assert told(out(), as_csv=True) == 'a,b\n1,"x,\ty"\n,2026-03-04 05:00:00\n'
    assert [json.loads(line) for line in told(out(), as_json=True).splitlines()][1] == {
        "a": None,
        "b": "2026-03-04T05:00:00",
    }


def test_a_table_on_a_terminal() -> None:
    lines = [line.rstrip() for line in told(Terminal()).splitlines()]
    assert len(lines) == 3
    assert lines[0].split() == ["a", "b"]


def test_what_an_article_contains_moves_no_cursor_and_is_no_markup() -> None:
    found = told(Terminal(), rows=[("\x1b[2Jgone", "[red]not red[/red]")])
    assert "\x1b" not in found
    assert "[red]not red[/red]" in found


def test_two_forms_at_once_are_refused() -> None:
    with pytest.raises(InputError, match="--json and --csv at once"):
        told(io.StringIO(), as_json=True, as_csv=True)


def test_json_has_one_kind_of_number() -> None:
    assert json.loads(told(io.StringIO(), as_json=True, rows=[(Decimal("1.5"), float("nan"))])) == {"a": 1.5, "b": None}
