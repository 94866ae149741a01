"""Words of a language stand in its tables, not in code: what is left of them in code may only become less."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from audit.lexicon import load_rules

CODE = Path(str(files("audit")))
ROOMS = ("extract", "text")
TABLE_CALLS = frozenset(
    {
        "rule_tells",
        "words",
        "pattern",
        "rows",
        "table",
        "has",
        "load_rules",
        "has_rules",
        "speaker_words",
        "getattr",
        "open",
        "read_sql",
    }
)
"""Calls whose words name a table or a field."""
ESCAPES = re.compile(r"\\[a-zA-Z]|\(\?P[<=]\w+[>)]?|\(\?[aiLmsux-]+|\{\w*\}")
WORD = re.compile(r"(?<![\w'’])[A-Za-z]{2,}(?![\w'’])")

ALLOWED = {
    "extract": 3,
    "extract/credits": 7,
    "extract/figures": 20,
    "extract/parse": 7,
    "extract/quotes": 1,
    "extract/sources": 3,
    "extract/stage": 6,
    "text": 4,
}
"""Words of English that the code of a room may still hold. Only ever lowered."""
SLACK = 40
"""How far an allowance may lie above what is left before it has to be lowered."""


@cache
def english() -> frozenset[str]:
    """Function words, and every form of a reporting verb that is one word."""
    classes = [entry["words"] for entry in load_rules("closed_classes").values()]
    verbs = [entry["forms"] for entry in load_rules("cues")["verb"]]
    listed = {word for words in (*classes, load_rules("grammar")["function"]["words"], *verbs) for word in words}
    return frozenset(word for word in listed if word.isalpha() and len(word) > 1)


def literals(tree: ast.AST) -> Iterator[str]:
    """The texts that code holds, without docstrings, the names of tables, and the ids of rules."""
    left_out = {id(node) for node in ast.walk(tree) for node in names_in(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out:
            yield node.value


def names_in(node: ast.AST) -> Iterator[ast.AST]:
    """The constants below a node that are prose for readers, or names within the program."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    elif isinstance(node, ast.Subscript):
        yield node.slice
    elif isinstance(node, ast.Raise):
        yield from ast.walk(node)
    elif isinstance(node, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called in TABLE_CALLS:
            yield from node.args
        elif called in {"Finder", "Field"}:
            yield from ast.walk(node)


def words_of(literal: str) -> list[str]:
    return [w for w in WORD.findall(ESCAPES.sub(" ", literal)) if w.lower() in english()]


@cache
def held() -> dict[str, list[str]]:
    """The English words in the code of each room."""
    rule_ids = {entry["id"] for entry in load_rules("rule_ids", "")["rule"]}
    found: dict[str, list[str]] = {}
    for path in sorted(p for room in ROOMS for p in (CODE / room).rglob("*.py")):
        texts = (t for t in literals(ast.parse(path.read_text(encoding="utf-8"))) if t not in rule_ids)
        name = path.parent.relative_to(CODE).as_posix()
        found.setdefault(name, []).extend(f"{path.stem}: {w}" for text in texts for w in words_of(text))
    return found


def test_no_room_holds_more_words_than_it_may() -> None:
    assert sum(map(len, held().values())) > 0, "the scan reads something"
    more = {name: Counter(words) for name, words in held().items() if len(words) > ALLOWED.get(name, 0)}
    assert more == {}, "words of a language belong in audit/lexicon, with an example"


def test_the_allowance_shrinks_with_the_words() -> None:
    left = {name: len(held().get(name, [])) for name in ALLOWED}
    assert {name: n for name, n in left.items() if n + SLACK < ALLOWED[name]} == {}, "lower ALLOWED to what is left"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("x in {'who', 'which'}", ["who", "which"]),
        ("re.compile(r'\\bsaid\\b|(?:had|has)')", ["said", "had", "has"]),
        ("line.startswith('According to ')", ["According", "to"]),
        ("lexicon.words('credits', 'before')", []),
        ("rule['after']", []),
        ("'''Whether he said so.'''", []),
        ("x == 'ing'", []),
    ],
)
def test_the_scan_sees_words(code: str, words: list[str]) -> None:
    assert [w for text in literals(ast.parse(code)) for w in words_of(text)] == words
