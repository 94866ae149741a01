"""Patterns of the tables: each is found in its own example, and none that code asks for is lacking."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from audit.lexicon import load_rules
from audit.lexicon.language import Lexicon, lexicon_for

TABLES = ["credit_patterns", "post_patterns"]
PATTERNS = [(table, name, entry) for table in TABLES for name, entry in load_rules(table).items()]
CODE = Path(str(files("audit")))


@pytest.mark.parametrize(
    ("table", "name", "entry"), PATTERNS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_pattern_is_found_in_its_example(table: str, name: str, entry: dict[str, Any]) -> None:
    text = entry["example"]
    within = text[: text.index(entry["before"])] if "before" in entry else text
    assert any(match.group() for match in lexicon_for("en").pattern(table, name).finditer(within))


@pytest.mark.parametrize("table", TABLES)
def test_every_pattern_is_asked_for_and_there(table: str) -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in CODE.rglob("*.py"))
    written = set(re.findall(r"[\"'](\w+)[\"']", code))
    assert set(load_rules(table)) - written == set(), "in the table, and no code asks for it"
    asked = set(re.findall(rf"pattern\(\s*[\"']{table}[\"'], [\"'](\w+)[\"']", code))
    assert asked - set(load_rules(table)) == set(), "asked for, and in no table"


def test_a_language_without_a_table_has_no_words_and_no_pattern_of_it() -> None:
    nowhere = Lexicon("xx")
    assert not nowhere.has("credits")
    assert nowhere.words("credits", "adverbs") == frozenset()
    assert nowhere.rows("credits", "before") == []
    assert nowhere.pattern("credit_patterns", "turn").search("; but ") is None


def test_what_a_room_builds_is_built_once() -> None:
    built: list[str] = []
    lexicon = Lexicon("en")

    def room(tables: Lexicon) -> str:
        built.append(tables.language)
        return tables.language

    assert lexicon.room(room) == lexicon.room(room) == "en"
    assert built == ["en"]
    assert lexicon_for("en") is lexicon_for("en")
