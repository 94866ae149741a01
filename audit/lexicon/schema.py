"""A table of rules to complaints: what in it `schema.toml` does not know, each with the file and the entry.

`{"verb": [{"forms": ["say"], "tense": 1}]}` as `cues` gives "en/cues.toml: verb[0].tense: no such field".

Invariant: a table without a complaint holds only known entries, each with all that it needs, of the right kinds.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from audit.errors import SecondhandError

Fields = Mapping[str, str]
"""Field -> kind; with "?" behind it the field may lack, and "*" stands for fields of any other name."""
ANY = "*"
_KINDS: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "texts": (list,),
    "flag": (bool,),
    "whole": (int,),
    "number": (int, float),
    "numbers": (list,),
    "map": (dict,),
}
_INSIDE: dict[str, tuple[type, ...]] = {"texts": (str,), "numbers": (int, float)}


class SchemaError(SecondhandError):
    """A table of rules that is not as `schema.toml` says."""


@cache
def _schema() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files(__package__) / "schema.toml").read_text(encoding="utf-8"))


def check_table(file: str, name: str, table: Mapping[str, Any]) -> None:
    """Raises SchemaError with every complaint about a table; `file` is where it was read from."""
    found = list(complaints(name, table))
    if found:
        raise SchemaError(f"{file}: {'; '.join(found[:5])}", "audit/lexicon/schema.toml says what a table may hold")


def complaints(name: str, table: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with a table, entry by entry."""
    schema = _schema()
    if name not in schema["tables"]:
        yield f"no table {name!r} in the schema"
        return
    for entry, value in table.items():
        shape = _shape(schema["tables"][name], entry)
        yield from [f"{entry}: no such entry"] if shape is None else _entry(entry, value, shape, schema["shapes"])


def _shape(entries: Mapping[str, str], entry: str) -> str | None:
    """What an entry has to be: a kind, a shape, or a shape with "[]" behind it for a list of such entries."""
    return entries.get(entry, entries.get(ANY))


def _entry(where: str, value: Any, shape: str, shapes: Mapping[str, Fields]) -> Iterator[str]:
    if shape in _KINDS:
        yield from _kind(where, value, shape)
    elif shape.endswith("[]"):
        if not isinstance(value, list):
            yield f"{where}: a list of entries, [[{where}]]"
            return
        for number, row in enumerate(value):
            yield from _fields(f"{where}[{number}]", row, shapes[shape.removesuffix("[]")])
    else:
        yield from _fields(where, value, shapes[shape])


def _fields(where: str, entry: Any, known: Fields) -> Iterator[str]:
    """What is wrong with one entry."""
    if not isinstance(entry, dict):
        yield f"{where}: an entry, [{where}]"
        return
    needed = (field for field, kind in known.items() if field != ANY and not kind.endswith("?"))
    yield from (f"{where}.{field}: lacks" for field in needed if field not in entry)
    for field, value in entry.items():
        kind = known.get(field, known.get(ANY))
        if kind is None:
            yield f"{where}.{field}: no such field"
        else:
            yield from _kind(f"{where}.{field}", value, kind.removesuffix("?"))


def _kind(where: str, value: Any, kind: str) -> Iterator[str]:
    if not _is_of(value, _KINDS[kind]) or (kind in _INSIDE and not all(_is_of(one, _INSIDE[kind]) for one in value)):
        yield f"{where}: not of the kind {kind!r}"


def _is_of(value: Any, types: tuple[type, ...]) -> bool:
    return isinstance(value, types) and (bool in types or not isinstance(value, bool))
