"""The step on a small warehouse: every table that it fills, row by row, and the records that it reads."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any

import pytest

from audit.match import lay_texts
from audit.records import Span
from audit.trace import step, trace
from audit.trace.claims import _Kin
from audit.trace.records import Chain, Claim, ClaimLink, Edge, FigureSlots, Held, Hop, Mention, Pair
from audit.trace.rows import link_row, read_chains, read_mention, read_pair
from audit.trace.ruled_edges import _former
from audit.trace.step import _by_house, _pieces, _shared, load
from audit.warehouse import Warehouse
from tests.conftest import empty_warehouse
from tests.unit.judge.test_findings import HERALD, POST, WORDS, _fill, span


@pytest.fixture
def warehouse() -> Iterator[Warehouse]:
    found = empty_warehouse()
    _fill(found)
    yield found
    found.close()


def test_every_table_is_filled(warehouse: Warehouse) -> None:
    assert trace(warehouse, "second") == {"claims": 3, "edges": 2, "origins": 4, "quantities": 0}
    claims = warehouse.query("select c.kind, first_run_id, list(mention_id order by mention_id) as ids from claims c join claim_mentions using (claim_id) group by c.claim_id, c.kind, first_run_id order by ids")  # fmt: skip
    assert claims == [
        ("figure", "", ["f-1", "f-2"]),
        ("figure", "", ["f-h", "f-p"]),
        ("utterance", "", ["q-herald", "q-post"]),
    ]
    origins = warehouse.query("select c.kind, c.label like 'Over%', node_kind, node_id from origins o join claims c using (claim_id) order by all")  # fmt: skip
    assert origins == [
        ("figure", False, "article", "herald"), ("figure", True, "source", "gazette"),
        ("utterance", False, "source", "holm"), ("utterance", False, "source", "lund"),
    ]  # fmt: skip
    assert (
        warehouse.query("select count(*) from dependences")
        == warehouse.query("select count(*) from claim_links")
        == [(0,)]
    )


def test_an_edge_has_its_words_in_both_articles(warehouse: Warehouse) -> None:
    rows = warehouse.query(
        "select child_article_id, relation, basis, confidence, status, hop, state, evidence from edges order by all"
    )
    assert {row[0] for row in rows} == {"herald", "post"}
    assert {row[1:7] for row in rows} == {("relays", "stated", 1.0, "machine", 1, "not_in_collection")}
    first = json.loads(next(row[7] for row in rows if row[0] == "herald"))[0]
    assert (first["article_id"], (first["start"], first["end"])) == ("herald", span(HERALD, "Gazette"))
    assert warehouse.query("select distinct node_kind, node_id from origins where node_id = 'gazette'") == [
        ("source", "gazette")
    ]


def test_a_rejected_edge_is_told(warehouse: Warehouse) -> None:
    (edge, kept) = [edge for (edge,) in warehouse.query("select edge_id from edges order by 1")]
    warehouse.insert("decisions", [("d", "edge", edge, "rejected", "r", None, None)])
    trace(warehouse)
    assert dict(warehouse.query("select edge_id, status from edges")) == {edge: "rejected", kept: "machine"}


def test_mentions_of_some_articles_are_put_in_order_at_once(
    warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, asked, stream = load(warehouse)[0], list[set[str]](), Warehouse.stream

    def told(self: Warehouse, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Iterator[tuple[Any, ...]]:
        rows = list(stream(self, sql, values))
        if sql == step._sql("mentions"):
            asked.append({row[2] for row in rows})
        return iter(rows)

    monkeypatch.setattr(Warehouse, "stream", told)
    monkeypatch.setattr(step, "ORDERED", 1)
    assert load(warehouse)[0] == whole
    assert sorted(map(len, asked)) == [1, 1]


def test_what_is_looked_up(warehouse: Warehouse) -> None:
    mentions, pairs, corpus = load(warehouse)
    assert {(m.kind, m.article_id) for m in mentions if m.slots} == {("figure", "herald"), ("figure", "post")}
    assert sorted(m.kind for m in mentions if m.article_id == "post") == ["credit", "figure", "quote"]
    quote = next(m for m in mentions if m.mention_id == "q-post")
    assert (quote.span, quote.source_id, quote.group) == (Span(*span(POST, WORDS)), "lund", "u-post")
    assert sorted((pair.kind, pair.relation) for pair in pairs) == [
        ("figure", "equal"),
        ("figure", "hedge_flipped"),
        ("quote", "misattributed"),
    ]
    (chain,) = corpus.chains["post"]
    assert (chain.scope, [hop.source_id for hop in chain.hops]) == (Span(0, POST.index(".") + 1), ["gazette"])
    assert (chain.hops[0].span, chain.hops[0].hop, chain.hops[0].credit_id) == (
        Span(*span(POST, "Gazette")),
        1,
        "k-post",
    )
    assert corpus.shelf.by_house == {"s-herald": ["herald"], "s-post": ["post"]}
    assert corpus.shelf.quoted["post"] == corpus.shelf.pieces["u-post"] == [quote.span]


def test_rows_become_records() -> None:
    told = ("figure", "f", "a", 1, 5, 9, "holm", "label", "g", 0, 20, 3.0, 4.0, "ton", "boats", 0, 9)
    assert read_mention(told, "") == Mention(
        "figure", "f", "a", 1, Span(5, 9), "holm", "label", "g", Span(0, 20), FigureSlots(3.0, 4.0, "ton", "boats")
    )
    quote = read_mention(("quote", *told[1:9], None, None, None, None, None, None, 0, 9), "")
    assert (quote.sentence, quote.slots) == (None, None)
    credit = read_mention(("credit", *told[1:7], None, *told[8:]), "It rained all day.")
    assert (credit.label, credit.told) == ("It rained", Span(0, 9))
    row = ("quote", "exact", "q", "r", "a", "b", 0, 9, True, "m", 0.5, "why")
    pair = read_pair((*row, [[1, 2, 3, 4], [5, 6, 7, 8]], 0, None), {})
    assert pair == Pair(
        "quote",
        "exact",
        "q",
        "r",
        "a",
        "b",
        0,
        True,
        "m",
        0.5,
        "why",
        (Span(1, 2), Span(5, 6)),
        (Span(3, 4), Span(7, 8)),
    )
    assert read_pair((*row, None, 0, 9), {}).a_places == ()
    with closing(empty_warehouse()) as held:
        held.run(
            "insert into articles (article_id, version, is_latest, text) values ('a', 1, true, 'Oh: two red boats sank')"
        )
        assert read_pair(("passage", *row[1:6], 4, 17, *row[8:], None, 0, 9), lay_texts(held)).words == 3
    assert link_row(ClaimLink("x", "y", "part", "m", "so")) == ("x", "y", "part", '{"match_id": "m", "why": "so"}')


def test_hops_of_one_chain_stand_together() -> None:
    rows = [
        ("a", 0, 1, 9, "c1", "post", "outlet", "relays", 2, 4, 1, "told", "n"), ("a", 0, 1, 9, "c2", "holm", "person", "relays", 5, 7, 2, "told", "n"),
        ("a", 1, 20, 29, "c3", "mail", "outlet", "relays", 21, 23, 1, "via", "n"), ("b", 0, 1, 9, "c4", "post", "outlet", "relays", 2, 4, 1, "told", "n"),
    ]  # fmt: skip
    found = read_chains(rows)
    assert found["a"] == [
        Chain(
            "a",
            Span(1, 9),
            (
                Hop("c1", "post", "outlet", "relays", Span(2, 4), 1, "told", "n"),
                Hop("c2", "holm", "person", "relays", Span(5, 7), 2, "told", "n"),
            ),
        ),
        Chain("a", Span(20, 29), (Hop("c3", "mail", "outlet", "relays", Span(21, 23), 1, "via", "n"),)),
    ]
    assert [chain.article_id for chain in found["b"]] == ["b"]


def mention(key: str, article: str = "a", kind: str = "quote", number: float | None = None) -> Mention:
    slots = None if number is None else FigureSlots(number, number, None, None)
    return Mention(kind, key, article, 1, Span(0, 9), None, "", f"g{key}", None, slots)


def test_an_edge_may_have_gone_by_another_mention_or_a_source() -> None:
    claim = Claim("c", "figure", "", (mention("m1"), mention("m2"), mention("m3", "b")))
    edges = [
        Edge(f"e{n}", "c", "a", article, source, "relays", "stated", 1.0, ())
        for n, (article, source) in enumerate([("z", None), (None, "post")])
    ]
    found = _former([claim], {"c": edges})
    assert sorted(found.values()) == ["e0", "e0", "e1", "e1"]


def test_pieces_houses_and_shared_words() -> None:
    assert _pieces([mention("q"), mention("f", kind="figure")]) == {"gq": [Span(0, 9)]}
    held = Held("a", 1, "post", None, None, None, None, 9, "wire")
    assert _by_house({"a": held}) == {"post": ["a"], "wire": ["a"]}
    pairs = [
        Pair(kind, "copied", "p", "q", a, b, 9, True)
        for kind, a, b in (("passage", "a", "b"), ("passage", "b", "a"), ("passage", "a", "a"), ("quote", "a", "b"))
    ]
    assert _shared(pairs) == {frozenset("ab"): 18}


@pytest.mark.parametrize(
    ("one", "two", "joins"), [(5, 5, True), (5, 6, False), (5, None, True), (None, 6, True), (None, None, True)]
)
def test_passages_with_other_numbers_are_not_one(one: float | None, two: float | None, joins: bool) -> None:
    kin = _Kin({"s": [mention("x", number=one)], "t": [mention("y", number=two)]})
    told = kin.note("s", "t", [Pair("passage", "copied", "x", "y", "a", "b", 9, True)])
    assert (told.kind, kin.one["s", "t"], kin.one["t", "s"]) == ("passage", joins, joins)


def test_a_quote_outweighs_a_figure_and_that_the_words_around() -> None:
    pairs = {
        kind: Pair(kind, "copied", "x", "y", "a", "b", 9, kind != "figure") for kind in ("passage", "figure", "quote")
    }
    kin = _Kin({"s": [], "t": []})
    assert kin.note("s", "t", [pairs["passage"], pairs["figure"], pairs["quote"]]).kind == "quote"
    assert kin.one["s", "t"]
    assert kin.note("s", "t", [pairs["passage"], pairs["figure"]]).kind == "figure"
    assert not kin.one["s", "t"]


@pytest.mark.parametrize(("start", "meet"), [(5, True), (6, False)])
def test_a_third_has_words_of_both_at_one_place(start: int, meet: bool) -> None:
    kin = _Kin({"s": [], "t": [], "u": []})
    kin.place("s", "u", (Span(0, 10),))
    kin.place("t", "u", (Span(start, start + 10),))
    assert kin.agree("s", "t", {"u"}) == meet
    assert not kin.agree("s", "t", set())


def test_where_arrows_are_rejected_the_articles_are_the_origins(warehouse: Warehouse) -> None:
    warehouse.run("update figures set source_id = null")
    sql = "select node_kind, node_id from origins join claims using (claim_id) where label like 'Over%' order by all"
    trace(warehouse)
    assert warehouse.query(sql) == [("source", "gazette")]
    for number, (edge,) in enumerate(warehouse.query("select edge_id from edges")):
        warehouse.insert("decisions", [(f"d{number}", "edge", edge, "rejected", "r", None, None)])
    trace(warehouse)
    assert warehouse.query(sql) == [("article", "herald"), ("article", "post")]


def test_an_article_that_credits_what_is_not_held_may_have_another_s_prose(warehouse: Warehouse) -> None:
    prose = "brewers bought mills beyond northern sandbanks while councillors slept and farmhands wept all night long beside broken wheels, rotten planks and empty barrels of beer"
    warehouse.run("delete from matches; delete from quotes; delete from figures")
    for key in ("herald", "post"):
        warehouse.run(f"update articles set text = 'The Gazette said so. {prose}.' where article_id = '{key}'")
        start = len("The Gazette said so. ")
        warehouse.insert("passages", [(f"p-{key}", key, 1, start, start + len(prose))])
    start = len("The Gazette said so. ")
    warehouse.run("delete from credits where article_id = 'herald'")
    warehouse.run("update credits set start_char = 4, end_char = 11, scope_start = 0, scope_end = 20")
    detail = json.dumps({"relations": ["copied"], "a_id": "p-herald", "b_id": "p-post", "words": 80, "why": None})
    place = (start, start + len(prose))
    warehouse.insert("matches", [("m", "passage", "copied", "herald", *place, "post", *place, 1.0, detail)])
    trace(warehouse)
    assert warehouse.query("select child_article_id, parent_article_id from edges where basis = 'inferred'") == [
        ("post", "herald")
    ]
