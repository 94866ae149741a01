"""A watch list: sources, phrases, claims and figures that somebody wants to hear of, in `raw/watch.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.errors import InputError
from audit.warehouse import Warehouse, read_sql

KINDS = ("sources", "phrases", "claims", "figures")
HOW = "lists of strings under: sources, phrases, claims, figures"


@dataclass(frozen=True, slots=True)
class Watched:
    """What is watched, by kind: names of sources, words, ids of claims, figures as "12 boats"."""

    sources: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, kind) for kind in KINDS)


def read_watched(path: Path) -> Watched:
    """A watch list from its file; an empty one where there is no such file. Raises InputError for a broken one."""
    if not path.is_file():
        return Watched()
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read", " ".join(str(error).split())) from error
    amiss = [key for key, value in told.items() if key not in KINDS or not _is_list(value)]
    if amiss:
        raise InputError(f"{path}: {amiss[0]} is not known or no list", HOW)
    return Watched(**{kind: tuple(told.get(kind, ())) for kind in KINDS})


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)


def touched(warehouse: Warehouse, watched: Watched) -> dict[tuple[str, str], list[str]]:
    """What of the watch list each subject (kind, id) touches, as "source Ada Holm"."""
    found: dict[tuple[str, str], list[str]] = {}
    values = {
        "names": list(watched.sources),
        "phrases": list(watched.phrases),
        "claims": list(watched.claims),
        "figures": list(watched.figures),
    }
    for kind, subject, why in warehouse.query(read_sql(__package__, "touched"), values):
        found.setdefault((kind, subject), []).append(why)
    return found
