"""Every rule id leads somewhere: each is listed with a meaning, and with an example in which it fires."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from audit.extract.article import extract_mentions
from audit.extract.jsonl import read_line
from audit.extract.stage.named_rules import named_rules
from audit.lexicon import load_rules
from audit.records import Article, Link, Mentions, Span
from audit.warehouse import ask
from tests.conftest import ROOT

ENTRIES = load_rules("rule_ids", "")["rule"]
LISTED = {(entry["room"], entry["id"]) for entry in ENTRIES}
IDS = {rule for _, rule in LISTED}
PLAIN = [entry for entry in ENTRIES if entry.get("needs") != "parser"]
GOLD = [ROOT / "tests" / "gold" / name for name in ("quotes.jsonl", "credits.jsonl")]
CODE = Path(str(files("audit.extract")))


def article_of(entry: dict[str, Any]) -> Article:
    line = {"id": "x", "text": entry["example"], **{k: entry[k] for k in ("publisher", "language") if k in entry}}
    article = read_line(line)
    if "link" not in entry:
        return article
    words, url = entry["link"]
    start = article.text.index(words)
    return replace(article, links=(Link(Span(start, start + len(words)), url, url, "outlet"),))


def shown(mentions: Mentions) -> set[tuple[str, str]]:
    return {("quotes", q.rule) for q in mentions.quotes} | {("credits", c.rule) for c in mentions.credits}


@pytest.mark.parametrize("entry", PLAIN, ids=lambda entry: f"{entry['room']}-{entry['id']}")
def test_a_rule_fires_in_its_example(entry: dict[str, Any]) -> None:
    assert (entry["room"], entry["id"]) in shown(extract_mentions(article_of(entry)))


def test_an_id_is_listed_once_in_its_room() -> None:
    assert len(LISTED) == len(ENTRIES) == len(list(named_rules()))


def test_every_id_of_the_gold_texts_is_listed() -> None:
    lines = [json.loads(line) for path in GOLD for line in path.read_text(encoding="utf-8").splitlines()]
    found = {rule for line in lines for rule in shown(extract_mentions(read_line(line)))}
    assert len(found) > 30
    assert found - LISTED == set()


def test_every_id_of_a_warehouse_leads_to_its_meaning(demo_warehouse: Path) -> None:
    query = """
        select room, rule, meaning from (select 'quotes' as room, rule from quotes union select 'credits', rule from credits) u
        left join rules r using (room) where r.rule_id = u.rule"""
    _, rows = ask(demo_warehouse, query)
    _, all_rows = ask(demo_warehouse, "select distinct rule from quotes union all select distinct rule from credits")
    assert len(rows) == len(all_rows) > 15
    assert all(meaning for *_, meaning in rows)


def test_every_id_that_the_code_can_emit_is_listed() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in CODE.rglob("*.py")]
    places = {name: place for tree in trees for name, place in rule_places(tree)}
    emitted = {rule for tree in trees for node in ast.walk(tree) for rule in written_ids(node, places)}
    of_data = {
        entry["id"] for table in ("before", "verb", "source", "agentless") for entry in load_rules("credits")[table]
    }
    assert len(emitted) > 40
    assert (emitted | of_data) - IDS == set()
    assert IDS - emitted - of_data == set(), "listed, and no code emits it"


def rule_places(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Classes and functions that take a rule's id, with its place among their arguments."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            names = [s.target.id for s in node.body if isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name)]
        elif isinstance(node, ast.FunctionDef):
            names = [a.arg for a in node.args.args if a.arg != "self"]
        else:
            continue
        if "rule" in names:
            yield node.name, names.index("rule")


def written_ids(node: ast.AST, places: dict[str, int]) -> Iterator[str]:
    """Ids that a call, an assignment to `rule`, or the head of a tuple of the parse writes out."""
    if isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        named = [k.value for k in node.keywords if k.arg == "rule"]
        at = places.get(name, len(node.args))
        yield from (text for value in named or node.args[at : at + 1] for text in texts(value))
    elif isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "rule" for t in node.targets):
        yield from texts(node.value)
    elif isinstance(node, ast.Tuple) and node.elts:
        yield from (text for text in texts(node.elts[0]) if text.startswith("nlp-"))


def texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("Said((), 'label', spot)", {"label"}),
        ("Said(content=(), rule='label')", {"label"}),
        ("rule = 'a' if x else 'b'", {"a", "b"}),
        ("f('label')", set()),
        ("return ('nlp-clause', [])", {"nlp-clause"}),
        ("Said((), rule, spot)", set()),
    ],
)
def test_the_scan_sees_an_id(code: str, expected: set[str]) -> None:
    read = partial(written_ids, places={"Said": 1})
    assert {rule for node in ast.walk(ast.parse(code)) for rule in read(node)} == expected
