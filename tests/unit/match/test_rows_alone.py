"""Each condition of what matching reads from tables: rows given by hand on either side of it, and what is answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from audit.warehouse import Warehouse, read_sql
from tests.unit.judge.shelf_of_rows import Row, Rows, changed, filled, shelf
from tests.unit.judge.test_kinds_alone import article, at, credit, figure, quote, source

WORKING = """
create temp table present_quotes (no integer, owner bigint, key bigint);
create temp table present_articles (no integer, owner bigint);
create temp table touched_quotes (no integer, owner bigint, part integer);
create temp table touched_articles (no integer, owner bigint);
create temp table houses (article_no integer, owner bigint, key bigint, publisher_id varchar);
create temp table merged (source_id varchar, into_id varchar, why varchar);
create temp table listed (source_id varchar, name varchar, kind varchar, affiliation varchar, wikidata varchar);
create temp table registered (source_id varchar, name varchar, kind varchar, owner varchar);
create temp table matched_articles (article_id varchar);
create temp table figures_said (figure_id varchar, said bigint);
create temp table wordings (said bigint, literal_low double, literal_high double, typical_low double, typical_high double);
create temp table earlier_aliases (source_id varchar, into_id varchar, why varchar, run_id varchar);
create temp table figure_crowds (article_id varchar, key varchar, figures integer);
create temp table shared_words
    (no integer, a_article_id varchar, a_start integer, a_end integer, b_article_id varchar, b_start integer, b_end integer);
create temp table numbered_figures
    (article_id varchar, no integer, start_char integer, end_char integer, low double, high double, value_kind bigint);
"""


@pytest.fixture(scope="module")
def warehouse() -> Iterator[Warehouse]:
    for found in shelf():
        found.run(read_sql("audit.match", "index_tables").replace("create table", "create temp table"))
        found.run(WORKING)
        yield found


def answer(warehouse: Warehouse, asked: str, rows: Rows, values: Row | None = None) -> list[tuple[Any, ...]]:
    """What a query answers where there are these rows and no others."""
    with filled(warehouse, rows):
        return warehouse.query(read_sql("audit.match", asked), dict(values or {}))


def left(warehouse: Warehouse, asked: str, rows: Rows, then: str, values: Row | None = None) -> list[tuple[Any, ...]]:
    """What `then` finds after statements over these rows."""
    with filled(warehouse, rows):
        warehouse.run(read_sql("audit.match", asked), dict(values or {}))
        return warehouse.query(then)


def reading(key: str, name: str, kind: str, where: str = "a", **other: Any) -> Row:
    return {
        "article_id": where,
        "version": 1,
        "source_id": key,
        "kind": kind,
        "name": name,
        "spelling": name,
        "part": "article",
        **other,
    }


CARRIERS: Rows = {
    "sources": [source("s", "person", "Northline"), source("p", "person", "Ada Holm")],
    "source_readings": [reading("x", "Northline News", "outlet")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, ["s"]), ({"sources": {"kind": "outlet"}}, ["s"]), ({"sources": {"kind": "agency"}}, ["s"]), ({"sources": {"kind": "aggregator"}}, ["s"]),
        ({"sources": {"kind": "organisation"}}, ["s"]), ({"sources": {"kind": "platform"}}, []), ({"sources": {"kind": "platform", "in_corpus": True}}, ["s"]),
        ({"sources": {"name": "NORTHLINE"}}, ["s"]), ({"source_readings": {"name": "NORTHLINE News"}}, ["s"]), ({"source_readings": {"name": "Southline News"}}, []),
        ({"source_readings": {"part": "page"}}, []), ({"source_readings": {"kind": "person"}}, []), ({"source_readings": {"kind": "agency"}}, ["s"]),
        ({"source_readings": {"kind": "aggregator"}}, ["s"]), ({"sources 1": {"name": "Ada Northline"}}, []),  # somebody bears it
        ({"sources 1": {"name": "ADA NORTHLINE"}}, []), ({"sources 1": {"name": "Ada Northline", "kind": "outlet"}}, ["p", "s"]),
    ],
)  # fmt: skip
def test_who_may_be_a_publisher(warehouse: Warehouse, change: Any, told: list[str]) -> None:
    assert [row[0] for row in answer(warehouse, "publishers", changed(CARRIERS, change))] == told


BEINGS: Rows = {
    "sources": [source("s", "person", "Ada Holm")], "articles": [article("a"), article("b")],
    "source_readings": [reading("s", "Ada Holm", "person"), reading("m", "Ada Holm", "outlet", "b")], "source_aliases": [{"source_id": "m", "into_id": "s", "why": "same"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, [("s", False, 2)]), ({"sources": {"wikidata": "Q1"}}, [("s", True, 2)]), ({"sources": {"name": "Holm"}}, []), ({"sources": {"kind": "document"}}, []),
        ({"sources": {"kind": "organisation"}}, [("s", False, 2)]), ({"sources": {"kind": "outlet"}}, [("s", False, 2)]), ({"sources": {"kind": "agency"}}, [("s", False, 2)]),
        ({"source_aliases": {"into_id": "x"}}, [("s", False, 1)]), ({"-source_aliases": None}, [("s", False, 1)]), ({"source_readings": {"version": 2}}, [("s", False, 1)]),
        ({"source_readings": {"article_id": "b"}}, [("s", False, 1)]), ({"articles": {"gone_at": at(9)}}, [("s", False, 1)]), ({"+source_readings": {}}, [("s", False, 2)]),
        ({"+sources": {"source_id": "r"}}, [("r", False, 0), ("s", False, 2)]),
    ],
)  # fmt: skip
def test_who_may_be_read_as_another_kind(warehouse: Warehouse, change: Any, told: list[Any]) -> None:
    rows = changed(BEINGS, change)
    beings = answer(warehouse, "beings", rows)
    articles = dict(answer(warehouse, "articles_naming", rows, {"sources": ["s", "r"]}))
    assert [(row[0], row[4], articles.get(row[0], 0)) for row in beings] == told


@pytest.mark.parametrize(
    ("change", "people", "company"),
    [
        ({}, ["a", "b"], {"a": ["s"], "b": ["s"]}), ({"articles": {"is_latest": False}}, ["b"], {"b": ["s"]}), ({"source_readings": {"part": "page"}}, ["b"], {"b": ["s"]}),
        ({"source_readings": {"version": 2}}, ["b"], {"b": ["s"]}), ({"source_aliases": {"into_id": "x"}}, ["a"], {"a": ["s"]}), ({"-source_aliases": None}, ["a"], {"a": ["s"]}),
        ({"sources": {"kind": "organisation"}}, None, {"a": ["s"], "b": ["s"]}), ({"sources": {"kind": "outlet"}}, None, {}), ({"+source_readings": {}}, ["a", "b"], {"a": ["s"], "b": ["s"]}),
        ({"source_readings": {"article_id": "b"}, "source_readings 1": {"article_id": "a"}}, ["a", "b"], {"a": ["s"], "b": ["s"]}),
    ],
)  # fmt: skip
def test_who_is_named_where(
    warehouse: Warehouse, change: Any, people: list[str] | None, company: dict[str, list[str]]
) -> None:
    rows = changed(BEINGS, change)
    found, beside = (left(warehouse, "naming", rows, read_sql("audit.match", asked)) for asked in ("people", "company"))
    assert [row[3] for row in found] == ([] if people is None else [people])
    assert dict(beside) == company


def test_people_are_told_in_their_order(warehouse: Warehouse) -> None:
    rows = changed(BEINGS, {"+sources": {"source_id": "r"}, "+source_readings": {"source_id": "r"}})
    assert [row[0] for row in left(warehouse, "naming", rows, read_sql("audit.match", "people"))] == ["r", "s"]


HOSTS: Rows = {
    "sources": [source("s", "outlet", "orv.example")],
    "articles": [article("a", url="https://www.orv.example/one", publisher_id="p"), article("b", url="https://tarsk.example/", publisher_id="q")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, [("s", "p")]), ({"sources": {"name": "ORV.example"}}, [("s", "p")]), ({"sources": {"in_corpus": True}}, []), ({"articles": {"url": None}}, []),
        ({"articles": {"publisher_id": None}}, []), ({"articles": {"gone_at": at(9)}}, []), ({"articles": {"url": "HTTPS://ORV.example:80/x"}}, [("s", "p")]),
        ({"articles 1": {"url": "http://orv.example?x"}}, []), ({"articles 1": {"url": "http://orv.example#x", "publisher_id": "p"}}, [("s", "p")]),
        ({"+sources": {"source_id": "r"}}, [("r", "p"), ("s", "p")]),
    ],
)  # fmt: skip
def test_a_host_that_one_publisher_has(warehouse: Warehouse, change: Any, told: list[Any]) -> None:
    assert answer(warehouse, "hosts", changed(HOSTS, change)) == told


POSTERS: Rows = {
    "sources": [source("acc", "account", "@holm"), source("s", "person", "Ada Holm"), source("t", "person", "Ida Lund")],
    "source_names": [{"source_id": "acc", "name": "ada holm"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "poster"),
    [
        ({}, "s"), ({"sources": {"kind": "outlet"}}, None), ({"sources 1": {"kind": "outlet"}}, None), ({"sources 1": {"name": "ADA HOLM"}}, "s"),
        ({"sources 1": {"name": "Holm"}, "source_names": {"name": "holm"}}, None), ({"source_names": {"source_id": "x"}}, None),
        ({"sources 2": {"name": "Ada Holm"}}, None), ({"+source_names": {"name": "ida lund"}}, None), ({"+source_names": {}}, "s"),
    ],
)  # fmt: skip
def test_whose_account_it_is(warehouse: Warehouse, change: Any, poster: str | None) -> None:
    then = "select source_id, poster_id from sources where poster_id is not null"
    told = left(warehouse, "posters", changed(POSTERS, change), then)
    assert told == ([] if poster is None else [("acc", poster)])


@pytest.mark.parametrize(("change", "held"), [({}, True), ({"gone_at": at(9)}, False), ({"publisher_id": "q"}, False)])
def test_publishers_of_what_is_held(warehouse: Warehouse, change: Row, held: bool) -> None:
    rows: Rows = {"sources": [source("p")], "articles": [{**article("a", publisher_id="p"), **change}]}
    assert left(warehouse, "hold_publishers", rows, "select in_corpus from sources") == [(held,)]


RULED: Rows = {
    "quotes": [quote("a", speaker_id="s")], "quote_speakers": [{"quote_id": "x-a", "source_id": "s"}], "matches": [{"match_id": "m"}],
    "rulings": [{"subject_kind": "speaker", "subject_id": "u-a", "status": "rejected"}, {"subject_kind": "match", "subject_id": "m", "status": "rejected"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "speaker", "matches"),
    [
        ({}, None, 0), ({"rulings": {"subject_kind": "quote"}}, "s", 0), ({"rulings": {"subject_id": "u-b"}}, "s", 0), ({"rulings": {"status": "accepted"}}, "s", 0),
        ({"rulings 1": {"subject_kind": "quote"}}, None, 1), ({"rulings 1": {"subject_id": "n"}}, None, 1), ({"rulings 1": {"status": "accepted"}}, None, 1),
    ],
)  # fmt: skip
def test_what_was_ruled_out(warehouse: Warehouse, change: Any, speaker: str | None, matches: int) -> None:
    rows = changed(RULED, change)
    told = left(warehouse, "ruled_out_speakers", rows, "select speaker_id, source_id from quotes, quote_speakers")
    assert told == [(speaker, speaker)]
    assert left(warehouse, "ruled_out_matches", rows, "select count(*) from matches") == [(matches,)]


KNOWN: Rows = {
    "sources": [source("s", "outlet", "orv"), source("t")],
    "source_names": [{"source_id": "s", "name": "orv"}],
}
REGISTERED: Row = {"source_id": "s", "name": "The Orv", "kind": "outlet", "owner": "Tarsk"}


@pytest.mark.parametrize(
    ("known", "sources", "names"),
    [
        ({}, [("s", "The Orv", "Tarsk"), ("t", "The t Post", None)], [("s", "The Orv"), ("s", "orv")]),
        ({"name": None}, [("s", "orv", "Tarsk"), ("t", "The t Post", None)], [("s", "orv")]),
        ({"name": "orv"}, [("s", "orv", "Tarsk"), ("t", "The t Post", None)], [("s", "orv")]),
        ({"source_id": "r"}, [("r", "The Orv", "Tarsk"), ("s", "orv", None), ("t", "The t Post", None)], [("r", "The Orv"), ("s", "orv")]),
        ({"source_id": "r", "name": None}, [("s", "orv", None), ("t", "The t Post", None)], [("s", "orv")]),
    ],
)  # fmt: skip
def test_outlets_as_the_registry_has_them(
    warehouse: Warehouse, known: Row, sources: list[Any], names: list[Any]
) -> None:
    rows: Rows = {**KNOWN, "registered": [{**REGISTERED, **known}]}
    assert (
        left(warehouse, "settle_registered", rows, "select source_id, name, owner from sources order by 1") == sources
    )
    assert left(warehouse, "settle_registered", rows, "select source_id, name from source_names order by all") == names


@pytest.mark.parametrize(
    ("known", "sources", "names"),
    [
        ({}, [("s", "The Orv", "Tarsk", "Q1"), ("t", "The t Post", None, None)], [("s", "The Orv"), ("s", "orv")]),
        ({"affiliation": None}, [("s", "The Orv", "Lund", "Q1"), ("t", "The t Post", None, None)], [("s", "The Orv"), ("s", "orv")]),
        ({"name": "orv"}, [("s", "orv", "Tarsk", "Q1"), ("t", "The t Post", None, None)], [("s", "orv")]),
        ({"source_id": "r"}, [("r", "The Orv", "Tarsk", "Q1"), ("s", "orv", "Lund", None), ("t", "The t Post", None, None)], [("r", "The Orv"), ("s", "orv")]),
    ],
)  # fmt: skip
def test_people_as_the_list_has_them(warehouse: Warehouse, known: Row, sources: list[Any], names: list[Any]) -> None:
    rows = changed({**KNOWN, "listed": [{"source_id": "s", "name": "The Orv", "kind": "organisation", "affiliation": "Tarsk", "wikidata": "Q1", **known}]}, {"sources": {"affiliation": "Lund"}})  # fmt: skip
    then = "select source_id, name, affiliation, wikidata from sources order by 1"
    assert left(warehouse, "settle_listed", rows, then) == sources
    assert left(warehouse, "settle_listed", rows, "select source_id, name from source_names order by all") == names


MERGED: Rows = {
    "merged": [{"source_id": "s", "into_id": "t", "why": "host"}], "sources": [source("s", affiliation="Orv"), source("t"), source("u")],
    "source_names": [{"source_id": "s", "name": "The Orv"}, {"source_id": "t", "name": "Orv"}],
    "articles": [article("a", publisher_id="s", originator_id="u"), article("b", publisher_id="u", originator_id="s")],
    "source_aliases": [{"source_id": "z", "into_id": "s", "why": "same"}, {"source_id": "y", "into_id": "u", "why": "same"}],
    "rulings": [{"subject_kind": "merge", "subject_id": "x", "status": "rejected"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "is_merged"),
    [
        ({}, True), ({"rulings": {"subject_id": "s"}}, False), ({"rulings": {"subject_id": "s", "status": "accepted"}}, True),
        ({"rulings": {"subject_id": "s", "subject_kind": "match"}}, True),
    ],
)  # fmt: skip
def test_one_that_is_another(warehouse: Warehouse, change: Any, is_merged: bool) -> None:
    rows, key = changed(MERGED, change), "t" if is_merged else "s"

    def found(then: str) -> list[tuple[Any, ...]]:
        return left(warehouse, "merge_sources", rows, then, {"run_id": "r"})

    assert found("select publisher_id, originator_id from articles order by article_id") == [(key, "u"), ("u", key)]
    told = [("y", "u"), ("z", key)]
    assert (
        found("select source_id, into_id from source_aliases order by source_id")
        == ([("s", "t")] if is_merged else []) + told
    )
    assert found("select source_id, affiliation from sources order by source_id") == (
        [("t", "Orv"), ("u", None)] if is_merged else [("s", "Orv"), ("t", None), ("u", None)]
    )
    assert found("select source_id, name from source_names order by all") == (
        [("t", "Orv"), ("t", "The Orv")] if is_merged else [("s", "The Orv"), ("t", "Orv")]
    )


@pytest.mark.parametrize(
    ("change", "bodies", "names"),
    [
        ({"sources 1": {"affiliation": "Lund"}}, [("t", "Lund")], [("t", "Orv"), ("t", "The Orv")]),  # it has one
        ({"source_names": {"name": "Orv"}}, [("t", "Orv")], [("t", "Orv")]),  # a spelling of both
    ],
)
def test_what_goes_along(warehouse: Warehouse, change: Any, bodies: list[Any], names: list[Any]) -> None:
    rows = changed(MERGED, change)
    then = "select source_id, affiliation from sources where source_id <> 'u'"
    assert left(warehouse, "merge_sources", rows, then, {"run_id": "r"}) == bodies
    then = "select source_id, name from source_names order by all"
    assert left(warehouse, "merge_sources", rows, then, {"run_id": "r"}) == names


SPOKEN: Rows = {
    "quotes": [quote("a", speaker_id="s", rule="said"), quote("b", rule="told")], "articles": [article("a"), article("b")],
    "quote_speakers": [{"quote_id": "x-b", "source_id": "t"}],
    "sources": [source("s", "person"), source("t", "outlet")], "matched_articles": [{"article_id": "a"}, {"article_id": "b"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "spoken", "utterances"),
    [
        ({}, [("a", "person"), ("b", "outlet")], ["u-a", "u-b"]), ({"quotes": {"speaker_id": None}}, [("b", "outlet")], ["u-a", "u-b"]),
        ({"articles": {"is_latest": False}}, [("b", "outlet")], ["u-b"]), ({"articles 1": {"version": 2}}, [("a", "person")], ["u-a"]),
        ({"matched_articles": {"article_id": "b"}}, [("b", "outlet")], ["u-a", "u-b"]), ({"+quotes": {}}, [("a", "person"), ("a", "person"), ("b", "outlet")], ["u-a", "u-b"]),
    ],
)  # fmt: skip
def test_who_speaks_where(warehouse: Warehouse, change: Any, spoken: list[Any], utterances: list[str]) -> None:
    rows = changed(SPOKEN, change)
    for kind in ("person", "outlet"):
        found = [row[0] for row in answer(warehouse, "spoken", rows, {"kinds": [kind]})]
        assert found == [article for article, speaker in spoken if speaker == kind]
    assert sorted(row[0] for row in answer(warehouse, "utterances", rows)) == utterances
    assert sorted(row[0] for row in answer(warehouse, "utterance_ids", rows)) == utterances


def test_pieces_of_an_utterance_are_told_in_order(warehouse: Warehouse) -> None:
    rows: Rows = {
        "quotes": [quote("a", "then", start_char=150), quote("a", "first", start_char=100)],
        "articles": [article("a")],
    }
    assert answer(warehouse, "utterances", rows)[0][2] == ["first", "then"]


BLOCKS: Rows = {
    "blocks": [{"article_id": "a", "version": 1, "block_no": 1, "role": "caption", "start_char": 50, "end_char": 60},
               {"article_id": "a", "version": 1, "block_no": 0, "role": "paragraph", "start_char": 0, "end_char": 49}],
    "articles": [article("a")],
}  # fmt: skip
IN_ORDER = [("a", "paragraph", 0, 49), ("a", "caption", 50, 60)]


@pytest.mark.parametrize(
    ("change", "asked", "told"),
    [({}, "a", IN_ORDER), ({}, "b", []), ({"articles": {"is_latest": False}}, "a", []), ({"articles": {"version": 2}}, "a", [])],
)  # fmt: skip
def test_blocks_in_their_order(warehouse: Warehouse, change: Any, asked: str, told: list[Any]) -> None:
    assert answer(warehouse, "mention_blocks", changed(BLOCKS, change), {"articles": [asked]}) == told


@pytest.mark.parametrize(
    ("change", "is_other"),
    [({}, False), ({"blocks": {"role": "credit"}}, True), ({"blocks": {"start_char": 51}}, True), ({"blocks": {"end_char": 61}}, True), ({"blocks": {"block_no": 2}}, True)],
)  # fmt: skip
def test_blocks_have_a_key(warehouse: Warehouse, change: Any, is_other: bool) -> None:
    ((_, key),) = answer(warehouse, "block_keys", BLOCKS)
    ((article_id, now),) = answer(warehouse, "block_keys", changed(BLOCKS, change))
    assert (article_id, now != key) == ("a", is_other)


@pytest.mark.parametrize("change", [{"articles": {"is_latest": False}}, {"articles": {"version": 2}}])
def test_former_blocks_have_none(warehouse: Warehouse, change: Any) -> None:
    assert answer(warehouse, "block_keys", changed(BLOCKS, change)) == []


UNNAMED: Rows = {
    "quotes": [quote("a", speaker_id="s")], "articles": [article("a")], "matched_articles": [{"article_id": "a"}],
    "quote_speakers": [], "sources": [source("s", "person"), source("t", "anonymous")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, []), ({"sources": {"kind": "anonymous"}}, ["a"]), ({"quotes": {"speaker_id": "t"}}, ["a"]), ({"quotes": {"speaker_id": None}}, []),
        ({"quotes": {"speaker_id": "t"}, "articles": {"is_latest": False}}, []), ({"quotes": {"speaker_id": "t", "version": 2}}, []),
        ({"quotes": {"speaker_id": "t"}, "matched_articles": {"article_id": "b"}}, []), ({"quotes": {"speaker_id": "t"}, "+quotes": {"quote_id": "y"}}, ["a"]),
        ({"+quote_speakers": {"quote_id": "x-a", "source_id": "t"}}, ["a"]), ({"+quote_speakers": {"quote_id": "y", "source_id": "t"}}, []),
        ({"+quote_speakers": {"quote_id": "x-a", "source_id": "s"}}, []),
    ],
)  # fmt: skip
def test_where_somebody_of_a_kind_speaks(warehouse: Warehouse, change: Any, told: list[str]) -> None:
    found = answer(warehouse, "spoken", changed(UNNAMED, change), {"kinds": ["anonymous"]})
    assert sorted({article for article, _, _ in found}) == told


SAID: Rows = {
    "figures": [figure("a")],
    "figures_said": [{"figure_id": "x-a", "said": 7}],
    "wordings": [{"said": 8, "literal_low": 1.0}],
}


@pytest.mark.parametrize(
    ("change", "asked", "allowed"),
    [({}, [7], []), ({"wordings": {"said": 7}}, [], [("x-a", 1.0)]), ({"figures_said": {"figure_id": "y"}}, [], [])],
)
def test_ways_to_say_a_figure(warehouse: Warehouse, change: Any, asked: list[int], allowed: list[Any]) -> None:
    rows = changed(SAID, change)
    assert [row[0] for row in answer(warehouse, "wordings", rows)] == asked
    assert left(warehouse, "allowed", rows, "select figure_id, literal_low from allowed") == allowed


def numbered(key: str, no: int, start: int, **other: Any) -> Row:
    return {
        "article_id": key,
        "no": no,
        "start_char": start,
        "end_char": start + 5,
        "low": 3.0,
        "high": 3.0,
        "value_kind": 1,
        **other,
    }


COPIED: Rows = {
    "shared_words": [{"no": 4, "a_article_id": "a", "a_start": 100, "a_end": 200, "b_article_id": "b", "b_start": 300, "b_end": 400}],
    "numbered_figures": [numbered("a", 0, 150), numbered("b", 1, 350)],
}  # fmt: skip
BOTH_SIDES = [(4, False, 0), (4, True, 1)]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, BOTH_SIDES), ({"numbered_figures": {"low": 2.0}}, []), ({"numbered_figures": {"high": 4.0}}, []), ({"numbered_figures": {"value_kind": 2}}, []),
        ({"numbered_figures": {"article_id": "c"}}, []), ({"numbered_figures 1": {"article_id": "c"}}, []),
        ({"numbered_figures": {"start_char": 100}}, BOTH_SIDES), ({"numbered_figures": {"start_char": 99}}, []),
        ({"numbered_figures": {"end_char": 200}}, BOTH_SIDES), ({"numbered_figures": {"end_char": 201}}, []), ({"numbered_figures": {"start_char": 200, "end_char": 200}}, []),
        ({"numbered_figures 1": {"start_char": 300}}, BOTH_SIDES), ({"numbered_figures 1": {"start_char": 299}}, []),
        ({"numbered_figures 1": {"end_char": 400}}, BOTH_SIDES), ({"numbered_figures 1": {"end_char": 401}}, []), ({"numbered_figures 1": {"start_char": 400, "end_char": 400}}, []),
        ({"+numbered_figures": {"no": 2, "start_char": 120, "low": 9.0}}, BOTH_SIDES), ({"+numbered_figures": {"no": 2, "start_char": 120}}, [(4, False, 0), (4, False, 2), (4, True, 1)]),
    ],
)  # fmt: skip
def test_figures_inside_shared_words(warehouse: Warehouse, change: Any, told: list[Any]) -> None:
    assert [row[:3] for row in answer(warehouse, "copied_figures", changed(COPIED, change))] == told


MET: Rows = {
    "met_pairs": [{"a": 10, "b": 20}], "present_quotes": [{"no": 1, "owner": 5, "key": 10}, {"no": 2, "owner": 6, "key": 20}], "touched_quotes": [{"no": 3}],
    "met_passages": [{"a": 10, "b": 20, "key": 9}], "touched_articles": [{"no": 3}],
    "houses": [{"article_no": 1, "owner": 5, "key": 10}, {"article_no": 2, "owner": 6, "key": 20}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "quotes", "passages"),
    [
        ({}, [(1, 2)], [(1, 2, 9)]), ({"touched_quotes": {"no": 1}}, [], [(1, 2, 9)]), ({"touched_quotes": {"no": 2}}, [], [(1, 2, 9)]),
        ({"touched_articles": {"no": 1}}, [(1, 2)], []), ({"touched_articles": {"no": 2}}, [(1, 2)], []), ({"met_pairs": {"a": 11}}, [], [(1, 2, 9)]),
        ({"met_pairs": {"b": 21}}, [], [(1, 2, 9)]), ({"met_passages": {"a": 11}}, [(1, 2)], []), ({"met_passages": {"b": 21}}, [(1, 2)], []),
    ],
)  # fmt: skip
def test_pairs_that_nothing_touches(warehouse: Warehouse, change: Any, quotes: list[Any], passages: list[Any]) -> None:
    rows = changed(MET, change)
    assert answer(warehouse, "known_pairs", rows) == quotes
    assert answer(warehouse, "known_passages", rows) == passages


def gram(owner: int, gram: int = 70, **other: Any) -> Row:
    return {"owner": owner, "gram": gram, **other}


def present(no: int, **other: Any) -> Row:
    return {"no": no, "owner": 100 + no, "key": 200 + no, **other}


SEEN: Rows = {
    "present_quotes": [present(1), present(2)],
    "met_quotes": [present(1), present(2)],
    "quote_grams": [gram(101), gram(102)],
}


@pytest.mark.parametrize(
    ("change", "touched"),
    [
        ({}, []), ({"present_quotes 1": present(3), "quote_grams 1": gram(103)}, [3]),  # one that is new, alone
        ({"+present_quotes": present(3), "+quote_grams": gram(103)}, [1, 2, 3]),  # with it, the run is common
        ({"+present_quotes": present(3), "+quote_grams": gram(103, 71)}, [3]),  # another run
        ({"+met_quotes": present(3), "+quote_grams": gram(103)}, [1, 2]),  # it was common with one that is gone
        ({"+met_quotes": present(3), "+quote_grams": gram(103, 71)}, []),
        ({"+present_quotes": present(3), "+quote_grams": gram(103), "+met_quotes": present(4), "+quote_grams 1": gram(104)}, [3]),  # common as before, the first the same
        ({"+present_quotes": present(0), "+quote_grams": gram(100), "+met_quotes": present(4), "+quote_grams 1": gram(104)}, [0, 1, 2]),  # another is the first
        ({"-met_quotes": None}, [1, 2]),  # after no run
    ],
)  # fmt: skip
def test_utterances_that_are_asked_anew(warehouse: Warehouse, change: Any, touched: list[int]) -> None:
    told = left(
        warehouse,
        "touched_quotes",
        changed(SEEN, change),
        "select no, part from touched_quotes order by no",
        {"most": 2, "part_size": 2},
    )
    assert [no for no, _ in told] == touched
    assert [part for _, part in told] == [0, 0, 1][: len(told)]


def house(no: int, publisher: str | None = None) -> Row:
    return {"article_no": no, "owner": 100 + no, "key": 200 + no, "publisher_id": publisher}


HOUSES: Rows = {
    "houses": [house(1), house(2)],
    "met_articles": [house(1), house(2)],
    "passage_grams": [gram(101), gram(102)],
}
OF_ONE = {
    "houses": house(1, "p"),
    "houses 1": house(2, "p"),
    "met_articles": house(1, "p"),
    "met_articles 1": house(2, "p"),
}


@pytest.mark.parametrize(
    ("change", "touched"),
    [
        ({}, []), ({"houses 1": house(3), "passage_grams 1": gram(103)}, [3]), ({"+houses": house(3), "+passage_grams": gram(103)}, [1, 2, 3]),
        ({"+houses": house(3), "+passage_grams": gram(103, 71)}, [3]), ({"+met_articles": house(3), "+passage_grams": gram(103)}, [1, 2]),
        ({"+houses": house(3), "+passage_grams": gram(103), "+met_articles": house(4), "+passage_grams 1": gram(104)}, [3]),
        ({"+houses": house(0), "+passage_grams": gram(100), "+met_articles": house(4), "+passage_grams 1": gram(104)}, [0, 1, 2]),
        ({"+passage_grams": gram(101)}, []), ({"houses 1": house(3), "passage_grams 1": gram(103), "+passage_grams": gram(101)}, [1, 3]),
        ({**OF_ONE, "+houses": house(3, "p"), "+passage_grams": gram(103)}, [1, 2, 3]),
    ],
)  # fmt: skip
def test_articles_that_are_asked_anew(warehouse: Warehouse, change: Any, touched: list[int]) -> None:
    values = {"most": 2, "most_of_one": 3, "most_in_one": 2}
    then = "select distinct no from touched_articles order by no"
    assert [no for (no,) in left(warehouse, "touched_articles", changed(HOUSES, change), then, values)] == touched


@pytest.mark.parametrize(
    ("publishers", "touched"),
    [
        (["p", "p", "p"], [1, 2, 3]),
        (["p", "p", "q"], [3]),
        ([None, None, None], [3]),
        (["q", "p", "p"], [3]),
        (["p", "p", "p", "p"], [4]),
    ],
)
def test_what_a_house_prints_again_and_again(
    warehouse: Warehouse, publishers: list[str | None], touched: list[int]
) -> None:
    """With one more article of one house what they share is boilerplate there; nothing else of it changes."""
    rows: Rows = {
        "houses": [house(n + 1, publisher) for n, publisher in enumerate(publishers)],
        "met_articles": [house(n + 1, publisher) for n, publisher in enumerate(publishers[:-1])],
        "passage_grams": [gram(101), gram(102), gram(103), gram(104)],
    }
    then = "select distinct no from touched_articles order by no"
    values = {"most": 9, "most_of_one": 3, "most_in_one": 2}
    assert [no for (no,) in left(warehouse, "touched_articles", rows, then, values)] == touched


CROWDS: Rows = {
    "figure_crowds": [{"article_id": "a", "key": "boat:sank", "figures": 40}], "articles": [article("a", capture_id="c")], "captures": [{"capture_id": "c", "path": "f"}],
    "problems": [{"stage": "ingest", "article_id": "a", "error": "e"}],
}  # fmt: skip
LONG = "a list of 40 figures of one thing ({}): each was compared with its equals alone"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, [("f", LONG.format("sank"))]), ({"figure_crowds": {"key": "boat:*"}}, [("f", LONG.format("boat"))]),
        ({"articles": {"is_latest": False}}, []), ({"captures": {"capture_id": "d"}}, [(None, LONG.format("sank"))]),
        ({"+figure_crowds": {"key": "boat:*"}}, [("f", LONG.format("sank"))]), ({"+figure_crowds": {"key": "boat:*", "article_id": "b"}}, [("f", LONG.format("sank"))]),
        ({"+problems": {"stage": "match", "error": "other"}}, [("f", LONG.format("sank"))]),  # what is mended goes
        ({"+problems": {"stage": "match", "path": "old", "error": LONG.format("sank")}}, [("old", LONG.format("sank"))]),  # what is told is kept
        ({"+problems": {"stage": "match", "path": "old", "article_id": "b", "error": LONG.format("sank")}}, [("f", LONG.format("sank"))]),
    ],
)  # fmt: skip
def test_lists_that_are_too_long(warehouse: Warehouse, change: Any, told: list[Any]) -> None:
    then = "select path, error from problems where stage = 'match' order by all"
    assert left(warehouse, "tell_crowds", changed(CROWDS, change), then, {"run": "r"}) == told
    assert left(
        warehouse,
        "tell_crowds",
        changed(CROWDS, change),
        "select count(*) from problems where stage = 'ingest'",
        {"run": "r"},
    ) == [(1,)]


def candidate_rows(*grams: tuple[int, int, int], touched: int = 1) -> Rows:
    """Rows of utterances by their number, run and size."""
    numbers = sorted({no for no, _, _ in grams})
    return {
        "present_quotes": [present(no) for no in numbers], "touched_quotes": [{"no": touched, "owner": 100 + touched, "part": 0}],
        "quote_grams": [{"owner": 100 + no, "gram": run, "size": size} for no, run, size in grams],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("grams", "touched", "pairs"),
    [
        ([(1, 70, 9), (2, 70, 9), (1, 71, 9), (2, 71, 9)], 1, [(1, 2, 2)]), ([(1, 70, 9), (2, 70, 9)], 1, []),  # one run of long ones is none
        ([(1, 70, 9), (2, 70, 4)], 1, [(1, 2, 1)]), ([(1, 70, 4), (2, 70, 9)], 1, [(1, 2, 1)]), ([(1, 70, 5), (2, 70, 9)], 1, []),
        ([(1, 70, 9), (2, 70, 4)], 2, [(1, 2, 1)]), ([(1, 70, 9), (2, 70, 4)], 3, []),  # neither is asked
        ([(1, 70, 9), (2, 70, 2), (3, 70, 9), (4, 70, 9)], 1, [(1, 2, 1)]),  # of a common run the first, and half of the shorter
        ([(1, 70, 9), (2, 70, 3), (3, 70, 9), (4, 70, 9)], 1, []), ([(1, 70, 9), (2, 70, 9), (3, 70, 2), (4, 70, 9)], 1, [(1, 3, 1)]),
        ([(1, 70, 9), (2, 70, 9), (3, 70, 2), (4, 70, 2)], 3, [(1, 3, 1)]),
    ],
)  # fmt: skip
def test_utterances_that_share_runs(
    warehouse: Warehouse, grams: list[tuple[int, int, int]], touched: int, pairs: list[Any]
) -> None:
    rows = candidate_rows(*grams, touched=touched)
    assert answer(warehouse, "quote_candidates", rows, {"most": 3, "short": 4, "part": 0}) == pairs


RUNS = [(1, 70, 2), (2, 70, 2), (3, 70, 2), (4, 70, 2)]


@pytest.mark.parametrize(
    ("parts", "pairs"),
    [
        ({1: 0, 2: 1}, [[(1, 2), (1, 3), (1, 4)], [(2, 3), (2, 4)]]), ({2: 0, 1: 1}, [[(2, 3), (2, 4)], [(1, 2), (1, 3), (1, 4)]]),
        ({3: 0}, [[(1, 3), (2, 3), (3, 4)]]), ({3: 0, 4: 1}, [[(1, 3), (2, 3), (3, 4)], [(1, 4), (2, 4)]]),
        ({no: no - 1 for no in range(1, 5)}, [[(1, 2), (1, 3), (1, 4)], [(2, 3), (2, 4)], [(3, 4)], []]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("most", [9, 3])
def test_a_pair_stands_in_one_part_alone(
    warehouse: Warehouse, parts: dict[int, int], pairs: list[list[tuple[int, int]]], most: int
) -> None:
    asked = [{"no": no, "owner": 100 + no, "part": part} for no, part in parts.items()]
    rows = {**candidate_rows(*RUNS), "touched_quotes": asked}
    found = [
        [(a, b) for a, b, _ in answer(warehouse, "quote_candidates", rows, {"most": most, "short": 4, "part": part})]
        for part in range(len(pairs))
    ]
    with_first = [[pair for pair in some if pair[0] == 1] for some in pairs]  # of a common run each meets the first
    assert found == (pairs if most == 9 else with_first)


@pytest.mark.parametrize(("silent", "pairs"), [((201, 202), []), ((202, 201), [(1, 2, 1)]), ((201, 203), [(1, 2, 1)])])
def test_pairs_that_are_known_to_differ(warehouse: Warehouse, silent: tuple[int, int], pairs: list[Any]) -> None:
    rows = {**candidate_rows((1, 70, 9), (2, 70, 4)), "quote_silent": [{"a": silent[0], "b": silent[1]}]}
    assert answer(warehouse, "quote_candidates", rows, {"most": 3, "short": 4, "part": 0}) == pairs


MINE: Rows = {
    "articles": [article("a", publisher_id="p", own_publisher_id="q", originator_id="p", own_originator_id="q"), article("b", publisher_id="p", originator_id="r")],
    "quotes": [quote("a", speaker_id="p", own_speaker_id="q"), quote("b", speaker_id="p")],
    "quote_speakers": [{"quote_id": "x-a", "source_id": "p", "own_source_id": "q"}, {"quote_id": "x-b", "source_id": "p"}],
    "figures": [figure("a", source_id="p", own_source_id="q"), figure("b", source_id="p")],
    "credits": [credit("a", "p", own_source_id="q"), credit("b", "p")],
    "sources": [source("p", name="The P"), source("r", "agency", "The R"), source("z")], "source_names": [{"source_id": "p", "name": "the p"}, {"source_id": "r", "name": "r"}],
    "source_readings": [reading("q", "The Q", "outlet")], "source_aliases": [{"source_id": "p", "into_id": "q", "why": "same", "run_id": "r1"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("select publisher_id, own_publisher_id, originator_id, own_originator_id from articles order by article_id", [("q", "q", "q", "q"), ("p", "p", "r", "r")]),
        ("select speaker_id, own_speaker_id from quotes order by article_id", [("p", "q"), ("p", "p")]),
        ("select source_id, own_source_id from quote_speakers order by quote_id", [("p", "q"), ("p", "p")]),
        ("select source_id, own_source_id from figures order by article_id", [("p", "q"), ("p", "p")]),
        ("select source_id, own_source_id from credits order by article_id", [("p", "q"), ("p", "p")]),
        ("select source_id, name, kind, affiliation, in_corpus from sources order by 1", [("p", "The P", "outlet", None, False), ("q", "The Q", "outlet", None, False), ("r", "The R", "agency", None, False)]),
        ("select * from source_names order by all", [("p", "the p"), ("q", "The Q"), ("r", "r")]),
        ("select article_id, source_id, kind, name, spelling, part from source_readings where part = 'page' order by source_id", [("b", "p", "outlet", "The P", "the p", "page"), ("b", "r", "agency", "The R", "r", "page")]),
        ("select count(*) from source_aliases", [(0,)]), ("select source_id, run_id from earlier_aliases", [("p", "r1")]),
    ],
)  # fmt: skip
def test_every_mention_goes_back_to_its_own_reading(warehouse: Warehouse, asked: str, told: list[Any]) -> None:
    assert left(warehouse, "own_sources", MINE, asked) == told


@pytest.mark.parametrize(
    ("readings", "told"),
    [
        ([reading("q", "The Q", "outlet"), reading("q", "THE Q", "outlet", "b"), reading("q", "The Q", "outlet", "c")], "The Q"),  # what most print
        ([reading("q", "The Q", "outlet"), reading("q", "THE Q", "outlet", "b"), reading("q", "THE Q", "outlet", "c")], "THE Q"),
        ([reading("q", "The Q", "outlet"), reading("q", "ZE Q", "outlet", "b")], "The Q"),  # no shouted one
        ([reading("q", "The Q", "outlet"), reading("q", "ZE Q", "outlet", "b", part="page")], "ZE Q"),  # a page says its own name
        ([reading("q", "The Q", "outlet"), reading("q", "The Z", "outlet", "b")], "The Z"),
        ([reading("q", "The Q", "outlet"), reading("q", "Z", "outlet", "gone")], "The Q"),  # what is gone says nothing
        ([reading("q", "The Q", "outlet"), reading("q", "Ze", "outlet", "b"), reading("q", "Ze", "outlet", "b"), reading("q", "The Q", "outlet", "c")], "The Q"),
    ],
)  # fmt: skip
def test_the_name_that_most_articles_print(warehouse: Warehouse, readings: list[Row], told: str) -> None:
    rows: Rows = {"source_readings": readings, "articles": [article("gone", gone_at=at(9)), article("a")]}
    assert left(warehouse, "own_sources", rows, "select name from sources") == [(told,)]


@pytest.mark.parametrize(
    ("bodies", "told"),
    [(["Orv", "Orv", "Lund"], "Orv"), (["Orv", "Lund"], None), (["Orv", None, None], "Orv"), ([None], None), (["Orv", "Orv", "Lund", "Tarsk"], None)],
)  # fmt: skip
def test_the_body_of_more_than_half(warehouse: Warehouse, bodies: list[str | None], told: str | None) -> None:
    readings = [reading("s", "Ada Holm", "person", f"a{n}", affiliation=body) for n, body in enumerate(bodies)]
    rows: Rows = {"source_readings": readings}
    assert left(warehouse, "own_sources", rows, "select affiliation from sources") == [(told,)]


@pytest.mark.parametrize(
    ("change", "run"),
    [({}, "r1"), ({"source_id": "y"}, "r2"), ({"into_id": "y"}, "r2"), ({"why": "host"}, "r2")],
)
def test_an_alias_keeps_the_run_that_found_it(warehouse: Warehouse, change: Row, run: str) -> None:
    alias: Row = {"source_id": "s", "into_id": "t", "why": "same", "run_id": "r1"}
    rows: Rows = {"source_aliases": [{**alias, "run_id": "r2"}], "earlier_aliases": [{**alias, **change}]}
    assert left(warehouse, "keep_aliases", rows, "select run_id from source_aliases") == [(run,)]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, [(0, "x-a", "person"), (1, "x-b", None)]), ({"quotes": {"kind": "mixed"}}, [(0, "x-a", "person"), (1, "x-b", None)]),
        ({"quotes": {"kind": "indirect"}}, [(0, "x-b", None)]), ({"articles": {"is_latest": False}}, [(0, "x-b", None)]), ({"quotes": {"version": 2}}, [(0, "x-b", None)]),
        ({"quotes 1": {"article_id": "a", "start_char": 50}}, [(0, "x-b", None), (1, "x-a", "person")]),
        ({"quotes 1": {"article_id": "a", "start_char": 150}}, [(0, "x-a", "person"), (1, "x-b", None)]),
        ({"quotes 1": {"article_id": "a", "start_char": 50, "utterance_id": "u-a"}}, [(0, "x-a", "person"), (0, "x-b", None)]),
    ],
)  # fmt: skip
def test_pieces_are_numbered_by_their_utterance(warehouse: Warehouse, change: Any, told: list[Any]) -> None:
    then = "select no, quote_id, speaker_kind from spoken_pieces order by all"
    assert left(warehouse, "spoken_pieces", changed(SPOKEN, change), then) == told


POINTED = {
    "quotes": ("speaker_id", {"quote_id": "x"}), "quote_speakers": ("source_id", {"quote_id": "x"}),
    "figures": ("source_id", {"figure_id": "x"}), "credits": ("source_id", {"credit_id": "x"}),
}  # fmt: skip


@pytest.mark.parametrize("table", POINTED)
@pytest.mark.parametrize(("own", "now"), [("s", "t"), ("u", "u"), ("t", "t"), (None, None)])
def test_mentions_follow_the_one_that_theirs_is(
    warehouse: Warehouse, table: str, own: str | None, now: str | None
) -> None:
    column, row = POINTED[table]
    rows: Rows = {
        table: [{**row, f"own_{column}": own, column: held} for held in ("s", "t", "u", None)],
        "source_aliases": [{"source_id": "s", "into_id": "t", "why": "same"}],
    }
    assert left(warehouse, "point_mentions", rows, f"select {column} from {table}") == [(now,)] * 4
