"""A user's own list of people and bodies, `people.csv`: laid over what the articles tell of them.

Invariant: a list is taken whole or not at all; what is wrong with it is said with its file and its line.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from audit.errors import InputError
from audit.records import SourceKind

NAME = "people.csv"
KINDS = (SourceKind.PERSON, SourceKind.ORGANISATION)
_COLUMNS = ("name", "aliases", "kind", "affiliation", "wikidata")


@dataclass(frozen=True, slots=True)
class Listed:
    """A person or body of the list, with the other names it goes by."""

    name: str
    kind: SourceKind
    aliases: tuple[str, ...] = ()
    affiliation: str | None = None
    wikidata: str | None = None


def listed_in(path: Path) -> tuple[Listed, ...]:
    """The entries of a folder's `people.csv`; none where there is no such file. Raises InputError."""
    file = (path if path.is_dir() else path.parent) / NAME
    return load_people(file) if file.is_file() else ()


def load_people(file: Path) -> tuple[Listed, ...]:
    """The entries of a list: a `name` column and any of aliases (parted by a bar), kind (person, organisation),
    affiliation and wikidata. Raises InputError."""
    try:
        return tuple(_entries(file.read_text(encoding="utf-8-sig")))
    except (OSError, ValueError, csv.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError(f"{file} is no list of people: {reason}", f"its columns are {', '.join(_COLUMNS)}") from error


def _entries(text: str) -> Iterator[Listed]:
    lines = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    if "name" not in (lines.fieldnames or ["name"]):
        raise ValueError("no column `name` (at line 1)")
    seen: dict[str, str] = {}
    for row in lines:
        one = _entry({key: (cell or "").strip() for key, cell in row.items() if isinstance(cell, str)}, lines.line_num)
        for name in (one.name, *one.aliases):
            if seen.setdefault(name.casefold(), one.name) != one.name:
                raise ValueError(
                    f"{name!r} is both {seen[name.casefold()]!r} and {one.name!r} (at line {lines.line_num})"
                )
        yield one


def _entry(cells: dict[str, str], line: int) -> Listed:
    kind = cells.get("kind") or SourceKind.PERSON
    if not cells.get("name"):
        raise ValueError(f"an entry without `name` (at line {line})")
    if kind not in KINDS:
        raise ValueError(f"`kind` is one of {', '.join(KINDS)} (at line {line})")
    aliases = tuple(part.strip() for part in cells.get("aliases", "").split("|") if part.strip())
    return Listed(
        cells["name"], SourceKind(kind), aliases, cells.get("affiliation") or None, cells.get("wikidata") or None
    )
