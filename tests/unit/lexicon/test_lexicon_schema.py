"""Tables are as the schema says: what it does not know is not loaded, and the error names the place."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from audit.lexicon import load_rules
from audit.lexicon.language import Lexicon
from audit.lexicon.schema import SchemaError, check_table, complaints
from audit.lexicon.word_classes import WordClasses, word_classes

RULES = Path(str(files("audit.lexicon")))
TABLES = sorted(path for path in RULES.rglob("*.toml") if path.name != "schema.toml")
SCHEMA = tomllib.loads((RULES / "schema.toml").read_text(encoding="utf-8"))
VERB = {"forms": ["say"], "takes": "clause", "strength": 1, "example": "They say so."}


@pytest.mark.parametrize("path", TABLES, ids=lambda p: p.relative_to(RULES).as_posix())
def test_every_table_is_as_the_schema_says(path: Path) -> None:
    assert list(complaints(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    ("name", "table", "complaint"),
    [
        ("cues", {"verb": [VERB | {"tense": "past"}]}, "verb[0].tense: no such field"),
        ("cues", {"verb": [VERB, {k: v for k, v in VERB.items() if k != "forms"}]}, "verb[1].forms: lacks"),
        ("cues", {"verb": [VERB | {"strength": "high"}]}, "verb[0].strength: not of the kind 'whole'"),
        ("cues", {"verb": [VERB | {"strength": True}]}, "verb[0].strength: not of the kind 'whole'"),
        ("cues", {"verb": [VERB | {"forms": ["say", 3]}]}, "verb[0].forms: not of the kind 'texts'"),
        ("cues", {"verb": VERB}, "verb: a list of entries, [[verb]]"),
        ("cues", {"adjectives": {"words": ["new"]}}, "adjectives: no such entry"),
        ("cues", {"nouns": ["claim"]}, "nouns: an entry, [nouns]"),
        ("direction", {"version": "two"}, "version: not of the kind 'whole'"),
        ("tunes", {}, "no table 'tunes' in the schema"),
    ],
)
def test_what_the_schema_does_not_know_is_told(name: str, table: dict[str, Any], complaint: str) -> None:
    assert complaint in list(complaints(name, table))
    with pytest.raises(SchemaError, match=r"xx/some\.toml: "):
        check_table("xx/some.toml", name, table)


def test_every_shape_of_the_schema_is_used() -> None:
    used = {shape.removesuffix("[]") for entries in SCHEMA["tables"].values() for shape in entries.values()}
    assert set(SCHEMA["shapes"]) - used == set()
    assert set(SCHEMA["tables"]) == {path.stem for path in TABLES}


def test_each_class_of_words_stands_in_the_english_table_or_the_german() -> None:
    listed = {*load_rules("closed_classes"), *load_rules("closed_classes", "de")}
    assert listed == {field.name for field in fields(WordClasses)}


def test_a_class_of_words_without_a_field_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Lexicon, "table", lambda self, name: {"articles": {"words": ["le"]}, "liaisons": {}})
    with pytest.raises(SchemaError, match=r"fr/closed_classes\.toml: liaisons"):
        word_classes(Lexicon("fr"))
