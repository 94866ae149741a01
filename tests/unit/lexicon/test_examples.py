"""Rules are data with an example each; that it means what it says is tested in the room that reads the rules."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

EXAMPLE = {"example", "examples"}
RULES = Path(str(files("audit.lexicon")))
TABLES = sorted(path.relative_to(RULES).as_posix() for path in RULES.rglob("*.toml"))


def examples(node: Any, where: str = "") -> Iterator[tuple[str, Any]]:
    """Each example in a table, with the path that leads to it. A group that a language leaves empty needs none."""
    if isinstance(node, dict):
        holds_something = any(value for key, value in node.items() if key not in EXAMPLE)
        for key, value in node.items():
            if key in EXAMPLE:
                if holds_something:
                    yield f"{where}.{key}", value
            else:
                yield from examples(value, f"{where}.{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from examples(value, f"{where}[{number}]")


def sentences(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else [value]


def test_rules_are_found() -> None:
    assert any(name.startswith("en/") for name in TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_table_reads_and_says_what_it_is(name: str) -> None:
    text = (RULES / name).read_text(encoding="utf-8")
    assert tomllib.loads(text)
    assert text.startswith("#"), "the first line says what the table is for"


@pytest.mark.parametrize("name", TABLES)
def test_examples_are_sentences(name: str) -> None:
    table = tomllib.loads((RULES / name).read_text(encoding="utf-8"))
    found = [(where, s) for where, value in examples(table) for s in sentences(value)]
    assert [where for where, s in found if not isinstance(s, str) or not s.strip() or s != s.strip()] == []


@pytest.mark.parametrize("name", [name for name in TABLES if name.startswith("en/")])
def test_english_tables_have_examples(name: str) -> None:
    table = tomllib.loads((RULES / name).read_text(encoding="utf-8"))
    assert list(examples(table)), "each entry of a rule has an example"
