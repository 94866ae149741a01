"""What is traced anew in an archive that grew: what new articles touch, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.trace import step, trace
from audit.trace.records import Pair
from audit.trace.touched_claims import Archive, Arrow, Drawn, Scope, Touched, touched_articles
from audit.warehouse import Before, Warehouse, open_before
from tests.conftest import empty_warehouse
from tests.unit.judge.test_findings import _fill


@pytest.fixture
def warehouse() -> Iterator[Warehouse]:
    found = empty_warehouse()
    _fill(found)
    trace(found, "first")
    yield found
    found.close()


@pytest.fixture
def before(warehouse: Warehouse, tmp_path: Path) -> Iterator[Before]:
    warehouse.copy_to(tmp_path / "before.duckdb")
    with open_before(warehouse, tmp_path / "before.duckdb") as found:
        assert found is not None
        yield found


def test_where_nothing_changed_nothing_is_touched(warehouse: Warehouse, before: Before) -> None:
    assert touched_articles(warehouse, before) == Touched(set(), {})


def test_a_page_that_changed_touches_who_credits_its_house(warehouse: Warehouse, before: Before) -> None:
    warehouse.run("update credits set source_id = 'post-house' where article_id = 'herald'")
    warehouse.run("update articles set publisher_id = 'post-house' where article_id = 'post'")
    assert touched_articles(warehouse, before) == Touched({"herald", "post"}, {})


def test_a_page_that_came_is_asked_about_by_who_credits_its_house(warehouse: Warehouse, tmp_path: Path) -> None:
    warehouse.run("update credits set source_id = 'post-house' where article_id = 'herald'")
    warehouse.run("update articles set publisher_id = 'post-house' where article_id = 'post'")
    for key in ("second", "third"):
        copied = f"select * replace ('{key}' as article_id, 'post-house' as publisher_id) from articles"
        warehouse.run(f"insert into articles {copied} where article_id = 'post'")
    warehouse.copy_to(tmp_path / "other.duckdb")
    copied = "select * replace ('new' as article_id) from articles where article_id = 'post'"
    warehouse.run(f"insert into articles {copied}")
    with open_before(warehouse, tmp_path / "other.duckdb") as other:
        assert other is not None
        assert touched_articles(warehouse, other) == Touched({"new"}, {"herald": {"new"}})


def test_what_is_not_touched_is_not_read(warehouse: Warehouse, before: Before, monkeypatch: pytest.MonkeyPatch) -> None:
    read = list[set[str]]()
    found = step.find_claims
    monkeypatch.setattr(step, "find_claims", lambda ms, *a: read.append({m.article_id for m in ms}) or found(ms, *a))
    rows = {table: sorted(warehouse.query(f"from {table}")) for table in step.TABLES}
    trace(warehouse, "second", before=before)
    assert read == [set()]
    assert rows == {table: sorted(warehouse.query(f"from {table}")) for table in step.TABLES}


def test_a_ruling_on_an_arrow_is_held_against_all(warehouse: Warehouse, before: Before) -> None:
    (edge, *_) = [edge for (edge,) in warehouse.query("select edge_id from edges order by 1")]
    warehouse.insert("decisions", [("d", "edge", edge, "rejected", "r", None, None)])
    trace(warehouse, "second", before=before)
    assert ("rejected",) in warehouse.query("select status from edges")


def _pair(a: str, b: str, relation: str, *, joins: bool) -> Pair:
    return Pair("figure", relation, a, b, a[0], b[0], 1, joins)


def test_a_scope_holds_what_is_joined_and_its_neighbours(warehouse: Warehouse) -> None:
    warehouse.run("delete from claim_mentions")
    mentions = {"A": ["a1", "b1"], "B": ["c1", "d1"], "C": ["e1"], "D": ["f1"], "E": ["g1"]}
    rows = [(claim, "figure", key, key[0], 1) for claim, keys in mentions.items() for key in keys]
    warehouse.insert("claim_mentions", rows)
    pairs = [
        _pair("b1", "c1", "equal", joins=True),
        _pair("d1", "e1", "conflict", joins=False),
        _pair("e1", "f1", "part", joins=False),
    ]
    scope = Archive(warehouse, pairs).scope({"a"})
    assert scope.claims == {"A", "B", "C"}
    assert scope.near == {"A", "B", "C", "D"}
    assert scope.read == set("abcdef")


def test_articles_that_rest_on_arrows_that_came_or_went_are_touched_too() -> None:
    scope = Scope(frozenset({"new"}), frozenset(), frozenset(), frozenset(), {})
    arrows = [
        Arrow("new", "x", "p", None, "stated"),
        Arrow("old", "x", "p", None, "stated"),
        Arrow("old", "y", None, "p", "stated"),
        Arrow("new", "z", "p", None, "linked"),
    ]
    drawn = Drawn(arrows, scope)
    assert drawn.unsettled({("x", "p")}, {"x", "z"}) == set()
    assert drawn.unsettled(set(), {"z"}) == {"x"}  # what led the other claim there is gone
    assert drawn.unsettled({("x", "p"), ("y", "p")}, {"x", "y", "z"}) == {"y"}
    assert drawn.unsettled({("x", "p")}, {"x"}) == {"z"}  # nothing of it is held any more
