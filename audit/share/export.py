"""The tables of a warehouse for other programs, each row with its review state; without the texts, where asked."""

from __future__ import annotations

import csv
import json
import sqlite3
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from audit import __version__
from audit.errors import InputError
from audit.report.read import rows_of
from audit.share.annotations import annotate
from audit.share.prov import provenance
from audit.warehouse import Warehouse

_TABLES = tomllib.loads((files(__package__) / "tables.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under the names of their columns."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]
    query: str


def export(warehouse: Warehouse, kind: str, target: Path, *, texts: bool = True) -> list[Path]:
    """Write an export of one format; the files. Without texts codebook, citation and methods lie beside."""
    if kind in ("prov", "annotations") and not texts:
        raise InputError(f"{kind} holds words", "leave --no-text out, or choose csv, json, parquet or sqlite")
    try:
        written = _WRITERS[kind](warehouse, target, texts)
        beside = target.parent if target.is_file() else target
        return written + (_papers(warehouse, beside) if not texts else [])
    except (OSError, sqlite3.Error) as error:
        raise InputError(f"{target} cannot be written", getattr(error, "strerror", None) or str(error)) from error


def read_tables(warehouse: Warehouse, *, texts: bool) -> list[Table]:
    """Every table of an export; without texts what holds words is left out."""
    return [_table(warehouse, name, told, texts) for name, told in _TABLES.items()]


def _table(warehouse: Warehouse, name: str, told: dict[str, Any], texts: bool) -> Table:
    left = () if texts else tuple(told["text"])
    query = f"select * exclude ({', '.join(left)}) from ({told['query']})" if left else told["query"]
    columns, rows = warehouse.table(query)
    return Table(name, tuple(columns), rows, query)


def _csv(warehouse: Warehouse, target: Path, texts: bool) -> list[Path]:
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for table in read_tables(warehouse, texts=texts):
        path = target / f"{table.name}.csv"
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(table.columns)
            writer.writerows(tuple(map(_cell, row)) for row in table.rows)
        written.append(path)
    return written


def _cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula: what begins like one has an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _json(warehouse: Warehouse, target: Path, texts: bool) -> list[Path]:
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for table in read_tables(warehouse, texts=texts):
        path = target / f"{table.name}.jsonl"
        lines = (
            json.dumps(dict(zip(table.columns, row, strict=True)), ensure_ascii=False, default=_plain)
            for row in table.rows
        )
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", errors="backslashreplace")
        written.append(path)
    return written


def _parquet(warehouse: Warehouse, target: Path, texts: bool) -> list[Path]:
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for table in read_tables(warehouse, texts=texts):
        path = target / f"{table.name}.parquet"
        warehouse.write_parquet(table.query, path)
        written.append(path)
    return written


def _sqlite(warehouse: Warehouse, target: Path, texts: bool) -> list[Path]:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    with sqlite3.connect(target) as held:
        for table in read_tables(warehouse, texts=texts):
            columns = ", ".join(f'"{column}"' for column in table.columns)
            held.execute(f'create table "{table.name}" ({columns})')
            marks = ", ".join("?" for _ in table.columns)
            held.executemany(
                f'insert into "{table.name}" values ({marks})', (tuple(map(_lite, row)) for row in table.rows)
            )
    held.close()
    return [target]


def _lite(value: Any) -> Any:
    if value is None or isinstance(value, (int, float, str)):
        return value
    return value.isoformat() if isinstance(value, date) else json.dumps(value, default=_plain)


def _one_file(make: Callable[[Warehouse], Any]) -> Callable[[Warehouse, Path, bool], list[Path]]:
    def write(warehouse: Warehouse, target: Path, texts: bool) -> list[Path]:
        target.parent.mkdir(parents=True, exist_ok=True)
        told = json.dumps(make(warehouse), ensure_ascii=False, indent=1, default=_plain)
        target.write_text(told + "\n", encoding="utf-8", errors="backslashreplace")
        return [target]

    return write


_WRITERS: dict[str, Callable[[Warehouse, Path, bool], list[Path]]] = {
    "csv": _csv,
    "json": _json,
    "parquet": _parquet,
    "sqlite": _sqlite,
    "prov": _one_file(provenance),
    "annotations": _one_file(annotate),
}


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _papers(warehouse: Warehouse, folder: Path) -> list[Path]:
    """What a researcher needs beside rows without texts."""
    rows = rows_of(warehouse, f"{__package__}.queries", "codebook")
    with (folder / "codebook.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["table_name", "column_name", "data_type", "comment"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    facts = rows_of(warehouse, f"{__package__}.queries", "facts")[0]
    texts = files(f"{__package__}.templates")
    for name in ("CITATION.cff", "METHODS.txt"):
        told = (texts / name).read_text(encoding="utf-8").format(version=__version__, **facts)
        (folder / name).write_text(told, encoding="utf-8")
    return [folder / name for name in ("codebook.csv", "CITATION.cff", "METHODS.txt")]
