"""Rules are data: TOML tables, one folder a language, each entry with an example sentence that is a test."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from audit.lexicon.schema import check_table


def load_rules(name: str, language: str = "en") -> dict[str, Any]:
    """The table `audit/lexicon/<language>/<name>.toml`; language "" names a table of all languages. Read once.

    Raises SchemaError where it holds what `schema.toml` does not know.
    """
    return _table(name, language)


@cache
def _table(name: str, language: str) -> dict[str, Any]:
    folder = files(__package__)
    path = folder / language / f"{name}.toml" if language else folder / f"{name}.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    check_table("/".join(part for part in (language, f"{name}.toml") if part), name, table)
    return table


@cache
def has_rules(name: str, language: str) -> bool:
    """Whether a language has that table."""
    return (files(__package__) / language / f"{name}.toml").is_file()


@cache
def languages_with(name: str) -> tuple[str, ...]:
    """The languages that have that table: English first, then by name."""
    folders = (entry.name for entry in files(__package__).iterdir() if entry.is_dir())
    return tuple(sorted((code for code in folders if has_rules(name, code)), key=lambda code: (code != "en", code)))
