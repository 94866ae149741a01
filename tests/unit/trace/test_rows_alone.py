"""Each condition of what tracing reads from tables: rows given by hand on either side of it, and what is answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from audit.warehouse import Warehouse, read_sql
from tests.unit.judge.shelf_of_rows import Row, Rows, ask, changed, shelf
from tests.unit.judge.test_kinds_alone import article, at, credit, figure, match, quote, source


@pytest.fixture(scope="module")
def warehouse() -> Iterator[Warehouse]:
    for found in shelf():
        found.run("create temp table read_articles (article_id varchar)")
        found.run("create temp view latest_texts as select article_id, version, text from articles where is_latest")
        found.run(
            "create temp table moved_pages (page varchar, house varchar, article_id varchar, published_at timestamp)"
        )
        yield found


def answer(
    warehouse: Warehouse, asked: str, rows: Rows, change: Any, values: Row | None = None
) -> list[dict[str, Any]]:
    return ask(warehouse, read_sql("audit.trace", asked), changed(rows, change), values)


CHAINS: Rows = {"credits": [credit("a", "s")], "articles": [article("a")], "sources": [source("s")]}
POSTED: Rows = {
    **CHAINS, "credits": [credit("a", "s"), credit("a", "x", hop=2, credit_id="k2")],
    "sources": [source("s", "person"), source("x", "platform"), source("z", "account", poster_id="s"), source("y", "account", poster_id="s")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "change", "told"),
    [
        (CHAINS, {}, [("s", "outlet")]), (CHAINS, {"articles": {"is_latest": False}}, []), (CHAINS, {"articles": {"version": 2}}, []),
        (CHAINS, {"sources": {"kind": "occasion"}}, []),
        (POSTED, {}, [("y", "account"), ("x", "platform")]),  # who posted stands there as the account
        (POSTED, {"sources 1": {"kind": "outlet"}}, [("s", "person"), ("x", "outlet")]),
        (POSTED, {"credits 1": {"chain_id": 1}}, [("s", "person"), ("x", "platform")]),  # posted elsewhere
        (POSTED, {"credits 1": {"version": 2}}, [("s", "person")]), (POSTED, {"credits 1": {"article_id": "b"}}, [("s", "person")]),
        (POSTED, {"credits": {"hop": 3}}, [("x", "platform"), ("y", "account")]),  # the nearest first
    ],
)  # fmt: skip
def test_the_sources_of_a_chain(warehouse: Warehouse, rows: Rows, change: Any, told: list[tuple[str, str]]) -> None:
    assert [(row["source_id"], row["kind"]) for row in answer(warehouse, "chains", rows, change)] == told


LINKS: Rows = {
    "links": [{"article_id": "b", "version": 1, "target_url": "u", "start_char": 5, "end_char": 9}], "articles": [article("a", url="u"), article("b")],
    "meta_claims": [{"article_id": "a", "version": 1, "field": "url", "origin": "redirect", "value": "v"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "targets"),
    [
        ({}, ["a"]), ({"links": {"target_url": "v"}}, ["a"]), ({"links": {"target_url": "w"}}, []), ({"links": {"article_id": "a"}}, []),
        ({"articles": {"is_latest": False}}, []), ({"articles 1": {"is_latest": False}}, []), ({"links": {"version": 2}}, []),
        ({"links": {"target_url": "v"}, "meta_claims": {"field": "title"}}, []), ({"links": {"target_url": "v"}, "meta_claims": {"origin": "page"}}, []),
        ({"links": {"target_url": "v"}, "meta_claims": {"origin": "export"}}, ["a"]), ({"links": {"target_url": "v"}, "meta_claims": {"version": 2}}, []),
        ({"+articles": {"article_id": "0"}}, ["0"]),  # of two the first
    ],
)  # fmt: skip
def test_a_link_to_what_is_held(warehouse: Warehouse, change: Any, targets: list[str]) -> None:
    assert [row["target"] for row in answer(warehouse, "links", LINKS, change)] == targets


MENTIONS: Rows = {
    "read_articles": [{"article_id": "a"}], "articles": [article("a", text="x" * 99 + "“" + "y" * 200)],
    "quotes": [quote("a", speaker_id="s")], "figures": [], "passages": [], "credits": [],
    "sentences": [{"article_id": "a", "version": 1, "start_char": 90, "end_char": 120}, {"article_id": "a", "version": 1, "start_char": 121, "end_char": 180}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, {"kind": "quote", "start_char": 100, "end_char": 140, "label": "it sank", "grouped": "u-a", "source_id": "s",
              "first": 90, "last": 180, "label_start": 90, "label_end": 120}),
        ({"quotes": {"end_char": 160}}, {"label_start": 121, "label_end": 180}),  # the sentence that holds most of it
        ({"quotes": {"end_char": 121}}, {"first": 90, "last": 120}), ({"quotes": {"start_char": 120}}, {"first": 121, "last": 180}),
        ({"sentences": {"version": 2}}, {"first": 121}), ({"-sentences": None}, {"first": None, "label_start": 100, "label_end": 140}),
        ({"quotes": {"kind": "mixed"}, "+quotes": {"quote_id": "z", "text": "it sank in the mill", "start_char": 300, "end_char": 310}}, {"label": "it sank"}),
        ({"quotes": {"kind": "mixed", "text": "sank"}, "+quotes": {"quote_id": "z", "text": "it sank so", "start_char": 150}}, {"label": "sank"}),
        ({"-quotes": None, "+figures": figure("a", counted="Boats", unit="ton")},
         {"kind": "figure", "label": None, "low": 5.0, "high": 5.0, "unit": "ton", "counted": "boats", "grouped": "x-a"}),
        ({"-quotes": None, "+passages": {"passage_id": "p", "article_id": "a", "version": 1, "start_char": 95, "end_char": 99}},
         {"kind": "passage", "source_id": None, "grouped": "p", "start_char": 95}),
        ({"-quotes": None, "+credits": credit("a", "s")}, {"kind": "credit", "start_char": 90, "end_char": 99, "first": 90, "last": 180, "label_start": 121}),
    ],
)  # fmt: skip
def test_a_mention_with_the_sentences_around_it(warehouse: Warehouse, change: Any, told: Row) -> None:
    found = answer(warehouse, "mentions", MENTIONS, change)
    assert {name: found[0][name] for name in told} == told


@pytest.mark.parametrize(
    "change",
    [
        {"quotes": {"kind": "indirect"}}, {"quotes": {"version": 2}}, {"articles": {"is_latest": False}}, {"read_articles": {"article_id": "b"}},
        {"-quotes": None, "+credits": credit("a", "s", rule="occasion")},
    ],
)  # fmt: skip
def test_what_is_no_mention(warehouse: Warehouse, change: Any) -> None:
    assert answer(warehouse, "mentions", MENTIONS, change) == []


WRITERS: Rows = {
    "quotes": [quote("b", speaker_id="s", certainty="named", speaker_start=190, speaker_end=199)],
    "sources": [source("s", "person", "Ada Holm"), source("p-a")], "articles": [article("a", byline="Tor Vint, Ada Holm"), article("b")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, [(190, 199, "p-a")]), ({"quotes": {"speaker_start": None, "speaker_end": None}}, [(200, 230, "p-a")]),
        ({"quotes": {"certainty": "resolved"}}, []), ({"sources": {"kind": "organisation"}}, []), ({"sources": {"name": "Ada Lund"}}, []),
        ({"articles": {"is_latest": False}}, []), ({"articles 1": {"is_latest": False}}, []), ({"articles": {"publisher_id": "p-b"}}, []),
        ({"quotes": {"article_id": "a"}}, []), ({"quotes": {"version": 2}}, []),
        ({"+quotes": quote("a", speaker_id="s")}, []),  # the byline names whom it is about
        ({"+quotes": quote("a", speaker_id="s", version=2)}, [(190, 199, "p-a")]),
        ({"+quotes": quote("a", speaker_id="t"), "+sources": source("t", "person", "Tor Vint")}, [(190, 199, "p-a")]),
    ],
)  # fmt: skip
def test_who_is_quoted_and_wrote_elsewhere(warehouse: Warehouse, change: Any, told: list[tuple[int, int, str]]) -> None:
    assert [
        (row["first"], row["last"], row["publisher_id"])
        for row in answer(warehouse, "writers", WRITERS, change, {"houses": None})
    ] == told


def test_sources_that_go_by_the_same_words(warehouse: Warehouse) -> None:
    rows: Rows = {"sources": [source("2", "anonymous", "Officials"), source("1", "anonymous", "officials"), source("3", "vague", "officials"),
                              source("4", "anonymous", "clerks")]}  # fmt: skip
    found = answer(warehouse, "called", rows, {})
    assert [tuple(row.values()) for row in found] == [("1", "anonymous", "officials"), ("2", "anonymous", "officials")]


KNOWN: Rows = {
    "claim_mentions": [{"claim_id": "c", "mention_id": "x-a"}], "articles": [article("a", is_latest=False, text="It sank."), article("a", version=2, text="So: It Sank.")],
    "quotes": [quote("a", start_char=0, end_char=7), quote("a", quote_id="x-2", version=2, start_char=4, end_char=11)],
    "figures": [], "credits": [],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "mentions"),
    [
        ({}, ["x-2", "x-a"]), ({"quotes 1": {"end_char": 10}}, ["x-a"]), ({"articles 1": {"is_latest": False}}, ["x-a"]),
        ({"claim_mentions": {"mention_id": "x-2"}}, ["x-2"]), ({"quotes 1": {"article_id": "b"}, "+articles": {"article_id": "b", "text": "So: It sank."}}, ["x-a"]),
        ({"+quotes": {"quote_id": "x-3"}}, ["x-a"]),  # of which one?
        ({"+quotes 0": {"quote_id": "x-3"}}, ["x-a"]), ({"-claim_mentions": None}, []),
        ({"-quotes": None, "+figures": figure("a", start_char=0, end_char=7), "+figures 0": {"figure_id": "y", "version": 2, "start_char": 4, "end_char": 11}},
         ["x-a", "y"]),
        ({"quotes 1": {"version": 3}, "+figures": figure("a", figure_id="y", version=2, start_char=4, end_char=11)}, ["x-a"]),  # of another kind
        ({"-quotes": None, "+credits": credit("a", "s", credit_id="x-a", scope_start=0, scope_end=7),
          "+credits 0": {"credit_id": "y", "version": 2, "scope_start": 4, "scope_end": 11}}, ["x-a", "y"]),
    ],
)  # fmt: skip
def test_a_mention_that_an_edit_gave_another_id(warehouse: Warehouse, change: Any, mentions: list[str]) -> None:
    found = answer(warehouse, "known_claims", KNOWN, change, {"near": None})
    assert [row["mention_id"] for row in found] == mentions
    assert all(row["claim_id"] == "c" for row in found)


@pytest.mark.parametrize(("near", "mentions"), [(["c"], ["x-2", "x-a"]), (["d"], []), ([], [])])
def test_mentions_of_the_claims_that_are_near_alone(warehouse: Warehouse, near: list[str], mentions: list[str]) -> None:
    assert [row["mention_id"] for row in answer(warehouse, "known_claims", KNOWN, {}, {"near": near})] == mentions


@pytest.mark.parametrize(("houses", "told"), [(["p-a"], ["p-a"]), (["p-b"], []), ([], [])])
def test_who_wrote_for_one_of_some_houses(warehouse: Warehouse, houses: list[str], told: list[str]) -> None:
    assert [row["publisher_id"] for row in answer(warehouse, "writers", WRITERS, {}, {"houses": houses})] == told


REACHED: Rows = {
    "moved_pages": [{"page": "p", "house": "s", "article_id": "m", "published_at": at(5)}], "articles": [article("a", 3)],
    "credits": [credit("a", "s")], "sources": [source("s")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "led"),
    [
        ({}, True), ({"articles": {"published_at": at(2)}}, False), ({"articles": {"published_at": at(2), "modified_at": at(3)}}, True),
        ({"articles": {"published_at": at(3), "modified_at": at(2)}}, True), ({"articles": {"published_at": None}}, True),
        ({"articles": {"published_at": at(2)}, "moved_pages": {"published_at": None}}, True), ({"moved_pages": {"house": "t"}}, False),
        ({"moved_pages": {"article_id": "a"}}, False), ({"articles": {"is_latest": False}}, False),
        ({"-credits": None}, False), ({"-credits": None, "articles": {"originator_id": "s"}}, True),
        ({"credits": {"source_id": "z"}, "sources": {"poster_id": "z"}}, True), ({"credits": {"source_id": "z"}}, False),
    ],
)  # fmt: skip
def test_who_may_have_been_led_to_a_page(warehouse: Warehouse, change: Any, led: bool) -> None:
    found = [tuple(row.values()) for row in answer(warehouse, "reached", REACHED, change, {"days": 2})]
    assert found == ([("a", "p")] if led else [])


COUNTED: Rows = {
    "claims": [{"claim_id": "c", "kind": "figure", "label": "5"}],
    "claim_mentions": [{"claim_id": "c", "mention_kind": "figure", "mention_id": f"x-{k}", "article_id": k, "version": 1} for k in "ab"],
    "figures": [figure("a", source_id="s"), figure("b")], "quotes": [], "passages": [], "credits": [],
    "sentences": [{"article_id": "a", "version": 1, "start_char": 90, "end_char": 101}, {"article_id": "a", "version": 1, "start_char": 101, "end_char": 180}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, [("a", 90, 101), ("b", None, None)]), ({"figures": {"end_char": 102}}, [("a", 90, 180), ("b", None, None)]),
        ({"sentences": {"version": 2}}, [("a", None, None), ("b", None, None)]), ({"claims": {"kind": "utterance"}}, []),
        ({"claim_mentions": {"article_id": "b"}}, []), ({"claim_mentions": {"mention_kind": "quote"}}, [("b", None, None)]),
        ({"figures": {"version": 2}}, [("b", None, None)]), ({"figures": {"article_id": "c"}}, [("b", None, None)]),
    ],
)  # fmt: skip
def test_mentions_of_which_origins_are_counted(
    warehouse: Warehouse, change: Any, told: list[tuple[str, int | None, int | None]]
) -> None:
    found = answer(warehouse, "recount_mentions", COUNTED, change, {"kinds": ["figure", "assertion"]})
    assert [(row["article_id"], row["first"], row["last"]) for row in found] == told


PAIRS: Rows = {
    "matches": [{k: v for k, v in match("figure", "compatible", detail={"a_id": "x-a", "b_id": "x-b", "slot": "value"}).items()
                 if k not in {"relations", "claim_id", "evidence", "a_id", "b_id"}}],
    "articles": [article("a", text="x" * 100 + "two red boats"), article("b")], "figures": [figure("a"), figure("b")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "joins"),
    [
        ({}, True), ({"matches": {"relation": "conflict"}}, False), ({"matches": {"relation": "equal"}}, True), ({"matches": {"relation": "rounded"}}, True),
        ({"figures": {"high": 6.0}}, False), ({"figures": {"low": 4.0}}, False), ({"matches": {"kind": "quote", "relation": "conflict"}}, True),
        ({"matches": {"detail": {"a_id": "x-a", "b_id": "x-b", "slot": "unit"}}}, False),
        ({"matches": {"detail": {"a_id": "x-a", "b_id": "x-b", "slot": "hedge"}}}, True),
        ({"matches": {"relation": "equal"}, "-figures": None}, True),
    ],
)  # fmt: skip
def test_whether_two_are_one_thing_said(warehouse: Warehouse, change: Any, joins: bool) -> None:
    (row,) = answer(warehouse, "pairs", PAIRS, change)
    assert (row["joins"], row["a"], row["b"]) == (joins, "x-a", "x-b")


def test_what_is_gone_matches_nothing(warehouse: Warehouse) -> None:
    assert answer(warehouse, "pairs", PAIRS, {"articles": {"is_latest": False}}) == []
