"""Bounds of origins, and the arrows on which they hang."""

from __future__ import annotations

import duckdb
from hypothesis import given
from hypothesis import strategies as st

from audit.trace.bounds import Bounds, Flip, find_bounds, find_flips
from audit.trace.edges import stated_edges
from audit.trace.graph import claim_origins
from audit.trace.origins import Node, find_origins
from audit.trace.records import Claim, Edge
from audit.warehouse import read_sql
from tests.unit.trace.world import World

COUNTED = "Wardens counted 31 dead seals on the grey shore"
NODES = st.builds(Node, st.sampled_from(["article", "source"]), st.sampled_from("abcdef"))
ARROWS = st.lists(st.tuples(NODES, NODES), max_size=12)
HOUSES = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["one", "two", "three"]))


def source(*names: str) -> list[Node]:
    return [Node("source", name) for name in names]


def test_sources_of_one_house_count_once_in_low() -> None:
    assert find_bounds(source("navy", "spokeswoman"), {"navy": "state", "spokeswoman": "state"}) == Bounds(1, 2)
    assert find_bounds(source("navy", "union"), {"navy": "state", "union": "union"}) == Bounds(2, 2)


def test_what_is_unknown_may_be_any_of_the_named() -> None:
    origins = [*source("navy", "somebody"), Node("article", "a"), Node("article", "navy")]
    assert find_bounds(origins, {"navy": "navy"}) == Bounds(1, 4)
    assert find_bounds([Node("article", "a"), Node("article", "b")], {"a": "x", "b": "y"}) == Bounds(1, 2)


@given(st.lists(NODES, min_size=1, max_size=6), ARROWS, NODES, NODES, HOUSES)
def test_an_added_arrow_never_raises_a_bound(
    nodes: list[Node], arrows: list[tuple[Node, Node]], a: Node, b: Node, houses: dict[str, str]
) -> None:
    held = [*nodes, a, b]
    before = find_bounds(find_origins(held, arrows), houses)
    after = find_bounds(find_origins(held, [*arrows, (a, b)]), houses)
    assert after.low <= before.low
    assert after.high <= before.high
    assert 1 <= after.low <= after.high


def world() -> tuple[World, Claim, list[Edge]]:
    found = World()
    found.article("a", f"{COUNTED}, Holm said.", -3)
    found.article("b", f"{COUNTED}, according to the Post.")
    found.credit("b", "according to the Post", ("Pa", "outlet"))
    claim = found.claim(found.figure("a", "31"), found.figure("b", "31"))
    return found, claim, stated_edges(claim, found.corpus)


def test_a_flip_does_what_it_says() -> None:
    found, claim, edges = world()
    (flip,) = find_flips(claim, edges, found.corpus, frozenset(), {})
    assert flip == Flip(claim.claim_id, edges[0].edge_id, Bounds(1, 2))
    rejected = frozenset({edges[0].edge_id})
    assert find_bounds(claim_origins(claim, edges, found.corpus, rejected), {}) == flip.bounds
    (back,) = find_flips(claim, edges, found.corpus, rejected, {})
    assert back.bounds == find_bounds(claim_origins(claim, edges, found.corpus), {}) == Bounds(1, 1)


def test_an_arrow_that_changes_no_count_is_no_flip() -> None:
    found, claim, _ = world()
    found.chains.clear()
    found.credit("a", "Holm said", ("gazette", "outlet"))
    edges = stated_edges(claim, found.corpus)
    assert len(edges) == 1
    assert list(find_flips(claim, edges, found.corpus, frozenset(), {})) == []


def test_words_of_somebody_and_lone_articles_are_not_counted() -> None:
    found, _, edges = world()
    alone = found.claim(found.figure("b", "31"))
    assert list(find_flips(alone, stated_edges(alone, found.corpus), found.corpus, frozenset(), {})) == []
    quoted = found.claim(found.quote("a", COUNTED), found.quote("b", COUNTED))
    assert list(find_flips(quoted, edges, found.corpus, frozenset(), {})) == []


def houses_of(*rows: tuple[str, str, str, str | None, str | None]) -> dict[str, str]:
    con = duckdb.connect()
    con.execute(read_sql("audit.warehouse", "schema"))
    for key, name, kind, affiliation, owner in rows:
        con.execute(
            "insert into sources (source_id, name, kind, affiliation, owner) values (?, ?, ?, ?, ?)",
            [key, name, kind, affiliation, owner],
        )
    return dict(con.execute(read_sql("audit.trace", "houses")).fetchall())


def test_whom_a_source_counts_as() -> None:
    found = houses_of(
        ("p", "The Pentagon", "organisation", "United States", None),
        ("s", "Ann Ruiz", "person", "Pentagon", None),
        ("w", "Washington", "organisation", "the United States", None),
        ("h", "Ole Holm", "person", None, None),
        ("f", "Fog Analytics", "organisation", None, "Fog Group"),
        ("n", "the agency", "organisation", None, None),
        ("r", "the report", "document", None, None),
        ("v", "the Orrin report", "document", None, None),
        ("m", "the Orrin council", "organisation", None, None),
        ("o", "The Post", "outlet", None, "Fog Group"),
        ("u", "two officials", "anonymous", "United States", None),
    )
    assert found == {
        "p": "united states",
        "s": "united states",
        "w": "united states",
        "h": "ole holm",
        "f": "fog group",
        "m": "orrin council",
    }


def test_sql_and_python_count_alike() -> None:
    con = duckdb.connect()
    con.execute(read_sql("audit.warehouse", "schema"))
    con.execute(
        "insert into sources (source_id, name, kind, affiliation) values ('n', 'Navy', 'organisation', 'State')"
    )
    con.execute("insert into sources (source_id, name, kind, affiliation) values ('s', 'Ann Ruiz', 'person', 'State')")
    con.execute("insert into sources (source_id, name, kind) values ('p', 'Post', 'outlet')")
    nodes = [*source("n", "s", "p"), Node("article", "n")]
    con.execute("insert into claims (claim_id, kind) values ('c', 'figure')")
    con.executemany("insert into origins values ('c', ?, ?)", [list(node) for node in nodes])
    views = read_sql("audit.judge", "views")
    bounds = next(part for part in views.split(";") if "view claim_bounds as" in part)
    con.execute(bounds)
    houses = dict(con.execute(read_sql("audit.trace", "houses")).fetchall())
    (row,) = con.execute("select low, high from claim_bounds").fetchall()
    assert Bounds(*row) == find_bounds(nodes, houses) == Bounds(1, 4)
