"""The run over `raw/demo` against `demo/expected.toml`, one test an entry; `demo/TRUTH.md` says why each is so."""

from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path

import pytest
from story import Entry, Place, Story, same_name

TRUTH = tomllib.loads((Path(__file__).parent / "demo" / "expected.toml").read_text(encoding="utf-8"))
COUNTS = {
    "articles": "select count(distinct article_id) from articles",
    "versions": "select count(*) from articles",
    "captures": "select count(*) from captures",
    "problems": "select count(*) from problems",
}


def entries(kind: str) -> pytest.MarkDecorator:
    """All entries of a kind, those not reached yet as strict expected failures."""
    return pytest.mark.parametrize("entry", [_param(entry) for entry in TRUTH[kind]])


def _param(entry: Entry) -> object:
    reached = entry.get("reached", True)
    marks = [] if reached else [pytest.mark.xfail(strict=True, reason=entry["reason"], raises=AssertionError)]
    return pytest.param(entry, id=_label(entry), marks=marks)


def _label(entry: Entry) -> str:
    """Reads in a test list: names and words of the entry, cut short."""
    parts = [str(entry[key]) for key in ("kinds", "name", "article", "child", "parent", "words") if key in entry]
    parts += [f"{entry[key]['article']}:{entry[key]['words']}" for key in ("a", "b") if key in entry]
    return "-".join(parts)[:90] or "-".join(entry.get("names", entry.get("articles", [])))


@pytest.mark.parametrize("what", COUNTS)
def test_counts(demo: Story, what: str) -> None:
    assert demo.warehouse.query(COUNTS[what]) == [(TRUTH["counts"][what],)]


@entries("article")
def test_article(demo: Story, entry: Entry) -> None:
    row = demo.article(entry["name"])
    found = {**row, "published": str(row["published_at"])}
    for key in ("publisher", "title", "byline"):
        if key in entry:
            assert found[key] == entry[key]
    assert found["published"].startswith(entry["published"])


@entries("versions")
def test_versions(demo: Story, entry: Entry) -> None:
    rows = [demo.article(name) for name in entry["names"]]
    assert len({row["article_id"] for row in rows}) == 1
    assert all(words in row["text"] for row, words in zip(rows, entry["words"], strict=True))
    assert [row["is_latest"] for row in rows] == [False, True]
    assert rows[0]["version"] < rows[1]["version"]


@entries("role")
def test_role(demo: Story, entry: Entry) -> None:
    found = demo.roles(demo.place(entry))
    assert found
    assert found <= set(entry["roles"])


@entries("speaker")
def test_speaker(demo: Story, entry: Entry) -> None:
    quotes = [q for q in demo.quotes(demo.place(entry)) if q["kind"] != "indirect"]
    assert quotes
    assert all(any(same_name(q["speaker"] or "", name) for name in entry["speaker"]) for q in quotes)


@entries("post")
def test_post(demo: Story, entry: Entry) -> None:
    place = demo.place(entry)
    sql = """select s.name from credits c join sources s using (source_id) where c.relation = 'embeds'
             and c.article_id = ? and c.version = ? and c.scope_start < ? and c.scope_end > ?"""
    posters = demo.warehouse.query(sql, [place.article_id, place.version, place.end, place.start])
    assert len(posters) == 1
    assert any(same_name(posters[0][0], name) for name in entry["poster"])
    assert all(q["speaker"] in entry["poster"] for q in demo.quotes(place))


@entries("anonymous")
def test_anonymous(demo: Story, entry: Entry) -> None:
    quotes = demo.quotes(demo.place(entry))
    assert quotes
    assert all(q["anonymity"] in entry["grades"] for q in quotes)


@entries("different_people")
def test_different_people(demo: Story, entry: Entry) -> None:
    found = [demo.source_ids([name]) for name in entry["names"]]
    assert all(found)
    assert all(not one & other for one, other in combinations(found, 2))


@entries("one_source")
def test_one_source(demo: Story, entry: Entry) -> None:
    assert all(demo.source_ids([name]) for name in entry["names"])
    assert len(demo.source_ids(entry["names"])) == 1


@entries("quote")
def test_quote_match(demo: Story, entry: Entry) -> None:
    assert _relations(demo, entry, "quote") & set(entry["relations"])


@entries("figure")
def test_figure_match(demo: Story, entry: Entry) -> None:
    assert _relations(demo, entry, "figure") & set(entry["labels"])


def _relations(demo: Story, entry: Entry, kind: str) -> set[str]:
    """The leading relation of each match between the two places, and for quotes all it lists."""
    found = [m for m in demo.matches(demo.places(entry["a"]), demo.places(entry["b"])) if m.kind == kind]
    return {relation for m in found for relation in (m.relation, *m.relations)}


@entries("no_match")
def test_no_match(demo: Story, entry: Entry) -> None:
    assert demo.matches(demo.places(entry["a"]), demo.places(entry["b"])) == []


@entries("no_quote")
def test_no_quote(demo: Story, entry: Entry) -> None:
    assert [q["text"] for q in demo.quotes(demo.place(entry)) if q["kind"] != "indirect"] == []


@entries("no_figure")
def test_no_figure(demo: Story, entry: Entry) -> None:
    assert [f["surface"] for f in demo.figures(demo.place(entry))] == []


@entries("edge")
def test_edge(demo: Story, entry: Entry) -> None:
    edges = [edge for edge in demo.edges(entry["child"]) if edge["basis"] in entry["bases"]]
    held = {demo.article(entry["parent"])["article_id"]} if "parent" in entry else set()
    missing = demo.source_ids(entry.get("parent_source", ()))
    parents = {(edge["parent_article_id"], edge["parent_source_id"]) for edge in edges}
    assert any(article in held or source in missing for article, source in parents)


@entries("no_edge")
def test_no_edge(demo: Story, entry: Entry) -> None:
    one, other = entry["articles"]
    ids = {demo.article(one)["article_id"], demo.article(other)["article_id"]}
    edges = (*demo.edges(one), *demo.edges(other))
    assert [e for e in edges if {e["child_article_id"], e["parent_article_id"]} == ids] == []


@entries("path")
def test_path(demo: Story, entry: Entry) -> None:
    place = demo.place(entry)
    sql = """select c.chain_id, s.name from credits c join sources s using (source_id)
             where c.article_id = ? and c.version = ? and c.scope_start < ? and c.scope_end > ?
             order by c.chain_id, c.hop"""
    chains: dict[str, list[str]] = {}
    for chain, name in demo.warehouse.query(sql, [place.article_id, place.version, place.end, place.start]):
        chains.setdefault(chain, []).append(name)
    assert any(_same_path(chain, entry["path"]) for chain in chains.values()), chains


def _same_path(found: list[str], wanted: list[str]) -> bool:
    return len(found) == len(wanted) and all(same_name(a, b) for a, b in zip(found, wanted, strict=True))


@entries("origins")
def test_origins(demo: Story, entry: Entry) -> None:
    wanted = {demo.article(name)["article_id"] for name in entry["carried_by"]}
    claims = [claim for claim in demo.claims_at(demo.place(entry)) if demo.carriers(claim) == wanted]
    assert claims
    low, high = demo.bounds(claims[0])
    assert low == entry["low"]
    assert entry["high"][0] <= high <= entry["high"][1]


@entries("finding")
def test_finding(demo: Story, entry: Entry) -> None:
    assert any(_about(demo, entry, evidence) for evidence in demo.findings(entry["kinds"]))


@entries("no_finding")
def test_no_finding(demo: Story, entry: Entry) -> None:
    ids = {demo.article(name)["article_id"] for name in entry["articles"]}
    assert [e for e in demo.findings(entry["kinds"]) if {place.article_id for place in e} == ids] == []


def _about(demo: Story, entry: Entry, evidence: list[Place]) -> bool:
    """The evidence has a place in each article named, on the words where some are given."""
    if "words" not in entry:
        return {demo.article(name)["article_id"] for name in entry["articles"]} <= {p.article_id for p in evidence}
    return all(_touched(demo, {"article": name, "words": entry["words"]}, evidence) for name in entry["articles"])


def _touched(demo: Story, at: Entry, evidence: list[Place]) -> bool:
    return any(place.meets(shown) for place in demo.places(at) for shown in evidence)
