"""Lists of outlets that a user brings: a registry, or one's own, as TOML or CSV.

Invariant: a list is taken whole or not at all; what is wrong with it is said with its file and its line.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.errors import InputError
from audit.ids import stable_id
from audit.lexicon.outlets import LISTS, PACKAGED, Outlet, Outlets, outlet_of
from audit.records import SourceKind

NAMES = ("outlets.toml", "outlets.csv")
KINDS = (SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.PLATFORM, SourceKind.AGGREGATOR)
_FIELDS = ("key", "name", "kind", "country", "owner", *LISTS)
_TOKEN = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"?|'[^'\n]*'?|#[^\n]*|(\[\[\s*outlets\s*\]\]|\{)")
_ADDRESS = re.compile(r"^(?:[a-z]+://)?(?:www\.)?([^/:?#]*)")


@dataclass(frozen=True, slots=True)
class KnownOutlets:
    """The outlets that a run knows, and a hash of the user's own entries among them; None without any."""

    outlets: Outlets
    own: str | None


def known_outlets(path: Path) -> KnownOutlets:
    """The package's table with a list laid over it.

    `path` is a list, or a folder that may hold one as `outlets.toml` or `outlets.csv`. Raises InputError.
    """
    own = tuple(entry for file in _lists(path) for entry in load_outlets(file))
    return KnownOutlets(PACKAGED.merged(own), stable_id("outlets", *own)) if own else KnownOutlets(PACKAGED, None)


def _lists(path: Path) -> list[Path]:
    """The list that a path stands for; what looks like a file is one even if it is not there: reading it says so."""
    if path.is_file() or (path.suffix and not path.is_dir()):
        return [path]
    held = [path / name for name in NAMES if (path / name).is_file()]
    if len(held) > 1:
        raise InputError(f"{path} holds both {' and '.join(NAMES)}", "keep one of them")
    return held


def load_outlets(path: Path) -> tuple[Outlet, ...]:
    """The entries of a list. TOML as `outlets.toml`; CSV with a `name` column and any of key, domain or domains,
    country, owner, kind or type, aliases (several parted by a bar). Raises InputError."""
    try:
        text = _decoded(path.read_bytes())
        return tuple(_from_toml(text) if path.suffix.casefold() == ".toml" else _from_csv(text))
    except (OSError, ValueError, RecursionError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError(f"{path} is no list of outlets: {reason}", "audit/lexicon/outlets.toml shows one") from error


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ValueError(f"not UTF-8 (at line {line})") from error


def _from_toml(text: str) -> Iterator[Outlet]:
    found = tomllib.loads(text)
    rows = found.get("outlets") if found else []
    if not isinstance(rows, list):
        raise ValueError("no `outlets` in it (at line 1)")
    for number, row in enumerate(rows):
        try:
            yield outlet_of(_checked(row))
        except ValueError as error:
            raise ValueError(f"{error} (at line {_line_of(text, number)})") from error


def _checked(row: object) -> dict[str, Any]:
    """An entry whose fields are known and of their kind. Raises ValueError."""
    if not isinstance(row, dict):
        raise ValueError("an entry is a table: { key = …, name = … }")
    for field, value in row.items():
        if field not in _FIELDS:
            raise ValueError(f"no such field: {field!r}")
        if field in LISTS and not (isinstance(value, list) and all(isinstance(v, str) for v in value)):
            raise ValueError(f"`{field}` is a list of texts")
        if field not in LISTS and not isinstance(value, str):
            raise ValueError(f"`{field}` is a text")
    for field in ("key", "name"):
        if not row.get(field, "").strip():
            raise ValueError(f"an entry without `{field}`")
    if row.get("kind", "outlet") not in KINDS:
        raise ValueError(f"`kind` is one of {', '.join(KINDS)}")
    found: dict[str, Any] = {**row, "domains": _domains(row.get("domains", ()))}
    return found | ({"country": _country(row["country"])} if "country" in row else {})


def _line_of(text: str, number: int) -> int:
    """Where an entry begins, counted from 0: strings and comments aside, each begins with a brace or its head."""
    starts = [token.start() for token in _TOKEN.finditer(text) if token[1]]
    return text.count("\n", 0, starts[number] if number < len(starts) else len(text)) + 1


def _from_csv(text: str) -> Iterator[Outlet]:
    """A registry, line by line; a line without a name is left out."""
    lines, line = csv.DictReader(io.StringIO(text, newline=""), strict=True), 1
    try:
        if "name" not in (lines.fieldnames or ["name"]):
            raise ValueError("no column `name`")
        line = lines.line_num + 1
        for row in lines:
            if None in row:
                raise ValueError("more cells than columns")
            if (row["name"] or "").strip():
                yield _of_cells(row)
            line = lines.line_num + 1
    except (ValueError, csv.Error) as error:
        raise ValueError(f"{error} (at line {line})") from error


def _of_cells(row: dict[str, str]) -> Outlet:
    name = row["name"].strip()
    domains = _domains(_cells(row.get("domains") or row.get("domain")))
    kind = (row.get("kind") or row.get("type") or "").strip().casefold()
    country = (row.get("country") or ("us" if row.get("state") else "")).strip()
    return Outlet(
        (row.get("key") or (domains[0] if domains else name)).strip().casefold(),
        name,
        SourceKind(kind) if kind in KINDS else SourceKind.OUTLET,
        _country(country),
        (row.get("owner") or "").strip() or None,
        domains,
        _cells(row.get("aliases")),
    )


def _cells(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").split("|") if part.strip())


def _domains(printed: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Hosts alone, also where whole addresses stand."""
    hosts = (_ADDRESS.match(one.strip().casefold()) for one in printed)
    return tuple(host[1] for host in hosts if host and host[1])


def _country(printed: str) -> str | None:
    code = printed.strip().casefold()
    return {"uk": "gb"}.get(code, code) or None
