"""What each measure counts and of what it counts it: a row on either side of each of its conditions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from audit.judge.measures import view_sql
from audit.warehouse import Warehouse
from tests.unit.judge.shelf_of_rows import Rows, ask, changed, shelf
from tests.unit.judge.test_kinds_alone import BOTH, JOINED, article, at, credit, edge, figure, quote, source


@pytest.fixture(scope="module")
def warehouse() -> Iterator[Warehouse]:
    yield from shelf()


def rows_of(warehouse: Warehouse, measure: str, rows: Rows) -> list[dict[str, Any]]:
    _, _, behind = view_sql(measure).partition(" as\n")
    return ask(warehouse, behind.partition(";\n")[0], rows)


TOLD = {
    "article_id": "a", "version": 1, "start_char": 2, "end_char": 6, "nearest_id": "w", "nearest_kind": "outlet", "furthest_id": "s",
    "furthest_kind": "person",
}  # fmt: skip
TEXT = [article("a", text="0123456789")]
GRADED: Rows = {"attribution_grades": [{**TOLD, "grade": "G3"}], "articles": TEXT}
ATTRIBUTED: Rows = {"attributions": [TOLD], "articles": TEXT}
ALONG: Rows = {"joined_matches": [JOINED], "articles": BOTH, "figures": [figure("a", source_id="s"), figure("b")]}
DEPENDS: Rows = {"edges": [edge("b", "a")], "articles": BOTH, "sources": [source("p-b")]}

MEASURES: dict[str, Rows] = {
    "anonymity_reason_share": {
        **GRADED, "caveats": [{"article_id": "a", "version": 1, "kind": "anonymity_reason", "start_char": 7, "end_char": 9}],
        "blocks": [{"article_id": "a", "version": 1, "start_char": 0, "end_char": 9}],
    },
    "anonymous_share": {**ATTRIBUTED, "attributions": [{**TOLD, "furthest_kind": "anonymous"}]},
    "attribution_loss": ALONG,
    "chain_depth": {**DEPENDS, "edges": [edge("b", "a"), edge("a", "z")]},
    "circularity": {"edges": [edge("b", "a"), edge("a", "b")], "articles": BOTH, "sources": [source("p-b"), source("p-a")]},
    "edge_precision": {"edges": [edge(status="accepted", relation="relays")]},
    "figure_fidelity": ALONG,
    "figures_sourced": {"figures": [figure("a", source_id="s")], "articles": TEXT},
    "hedge_gain": {**ALONG, "figures": [figure("a"), figure("b", approximator="~")]},
    "hedge_loss": {**ALONG, "figures": [figure("a", approximator="~"), figure("b")]},
    "independence": {"origins": [{"claim_id": "c", "node_kind": "source", "node_id": "s"}], "claims": [{"claim_id": "c", "kind": "figure"}],
                     "sources": [source("s")], "articles": TEXT},
    "link_share": {
        **ATTRIBUTED, "sentences": [{"article_id": "a", "version": 1, "start_char": 0, "end_char": 9}],
        "links": [{"article_id": "a", "version": 1, "start_char": 7, "end_char": 8}],
    },
    "missing_origin_share": {"origins": [{"claim_id": "c", "node_kind": "source", "node_id": "s"}], "sources": [source("s")], "articles": TEXT},
    "named_source_share": {**GRADED, "attribution_grades": [{**TOLD, "grade": "G1"}]},
    "primary_access_share": {**ATTRIBUTED, "credits": [credit("a", "s", rule="in_own_interview", scope_start=0, scope_end=9)]},
    "quote_fidelity": {**ALONG, "joined_matches": [{**JOINED, "kind": "quote", "relation": "truncated"}]},
    "quotes_named": {"quotes": [quote("a", "it sank there", speaker_id="s")], "articles": TEXT, "sources": [source("s", "person", "Ada Holm")]},
    "record_held": {
        "claims": [{"claim_id": "c", "kind": "utterance", "label": "it sank"}], "articles": [article("a", genre="transcript")],
        "claim_mentions": [{"claim_id": "c", "mention_id": "x-a", "article_id": "a", "version": 1}], "quotes": [quote("a")],
        "blocks": [{"article_id": "a", "version": 1, "role": "embed", "start_char": 100, "end_char": 140}],
    },
    "relayed_share": ATTRIBUTED,
    "repetition": {**DEPENDS, "claims": [{"claim_id": "c", "kind": "figure"}], "claim_mentions": [{"claim_id": "c", "article_id": "b", "version": 1}]},
    "review_coverage": {"edges": [edge(status="accepted", relation="relays")]},
    "sentences_attributed": {
        "sentences": [{"article_id": "a", "version": 1, "block_no": 1, "start_char": 2, "end_char": 6}], "articles": TEXT, "credits": [],
        "blocks": [{"article_id": "a", "version": 1, "block_no": 1, "role": "paragraph"}],
        "quotes": [quote("a", speaker_id="s", start_char=5, end_char=9)],
    },
    "vague_share": {**GRADED, "attribution_grades": [{**TOLD, "grade": "G5"}]},
}  # fmt: skip
"""A row that is counted, by measure."""


FIRST = {"chain_depth": [False, True], "circularity": [True, True]}
"""What is counted of several rows."""


@pytest.mark.parametrize("measure", sorted(MEASURES))
def test_it_is_counted(warehouse: Warehouse, measure: str) -> None:
    found = rows_of(warehouse, measure, MEASURES[measure])
    assert sorted(row["counted"] for row in found) == FIRST.get(measure, [True])


COUNTED, NOT, NONE = [True], [False], list[bool]()

CASES: list[tuple[str, Any, list[bool]]] = [
    *(("anonymity_reason_share", {where: change}, NOT) for where, change in (
        ("caveats", {"kind": "unverified"}), ("caveats", {"version": 2}), ("caveats", {"article_id": "b"}), ("blocks", {"start_char": 8}), ("blocks", {"end_char": 8}),
        ("blocks", {"version": 2}), ("blocks", {"start_char": 6}), ("attribution_grades", {"start_char": 9, "end_char": 10}))),
    ("anonymity_reason_share", {"attribution_grades": {"start_char": 8, "end_char": 10}}, COUNTED),
    ("anonymity_reason_share", {"blocks": {"start_char": 5}}, COUNTED),
    *(("anonymity_reason_share", {"attribution_grades": {"grade": grade}}, told) for grade, told in (("G1", NONE), ("G2", COUNTED), ("G4", COUNTED), ("G5", NONE))),
    ("anonymity_reason_share", {"articles": {"is_latest": False}}, NONE), ("anonymity_reason_share", {"articles": {"version": 2}}, NONE),
    ("anonymous_share", {"attributions": {"furthest_kind": "person"}}, NOT), ("anonymous_share", {"attributions": {"furthest_kind": "vague"}}, COUNTED),
    ("anonymous_share", {"attributions": {"furthest_kind": "outlet"}}, NONE), ("anonymous_share", {"articles": {"is_latest": False}}, NONE),
    ("attribution_loss", {"figures 1": {"source_id": "t"}}, NOT), ("attribution_loss", {"figures": {"source_id": None}}, NONE),
    ("attribution_loss", {"joined_matches": {"kind": "quote"}}, NONE), ("attribution_loss", {"articles 1": {"is_latest": False}}, NONE),
    *((one, {"joined_matches": {"relation": relation}}, NONE) for one in ("attribution_loss", "hedge_gain", "hedge_loss", "figure_fidelity")
      for relation in ("part", "sum", "updated", "different")),
    ("chain_depth", {}, NOT), ("chain_depth", {"+edges": edge("a", "z")}, [False, True]), ("chain_depth", {"edges": {"status": "rejected"}}, NONE),
    ("chain_depth", {"+edges": edge("a", "z", claim_id="d")}, [False, False]), ("chain_depth", {"articles 1": {"is_latest": False}}, NONE),
    ("circularity", {"edges 1": {"status": "rejected"}}, NOT), ("circularity", {"edges 1": {"basis": "inferred"}}, NOT),
    ("circularity", {"edges 1": {"claim_id": "d"}}, [False, False]), ("circularity", {"articles": {"publisher_id": "p-b"}}, NONE),
    ("circularity", {"articles": {"publisher_id": None}}, NONE), ("circularity", {"articles": {"is_latest": False}}, NONE),
    ("circularity", {"edges 1": {"parent_article_id": None, "parent_source_id": "p-b"}}, [True, True]),
    ("circularity", {"edges 1": {"parent_article_id": None, "parent_source_id": "z"}}, [False, False]),
    ("edge_precision", {"edges": {"status": "rejected"}}, NOT), ("edge_precision", {"edges": {"status": "machine"}}, NONE),
    ("figure_fidelity", {"joined_matches": {"relation": "rounded"}}, COUNTED), ("figure_fidelity", {"joined_matches": {"relation": "conflict"}}, NOT),
    ("figure_fidelity", {"joined_matches": {"kind": "quote"}}, NONE), ("figure_fidelity", {"articles 1": {"is_latest": False}}, NONE),
    ("figures_sourced", {"figures": {"source_id": None}}, NOT), ("figures_sourced", {"articles": {"is_latest": False}}, NONE),
    ("figures_sourced", {"figures": {"version": 2}}, NONE),
    ("hedge_gain", {"figures 1": {"approximator": "="}}, NOT), ("hedge_gain", {"figures": {"approximator": "~"}}, NONE),
    ("hedge_gain", {"joined_matches": {"kind": "quote"}}, NONE), ("hedge_gain", {"articles 1": {"is_latest": False}}, NONE),
    ("hedge_loss", {"figures 1": {"approximator": "~"}}, NOT), ("hedge_loss", {"figures": {"approximator": "="}}, NONE),
    ("hedge_loss", {"joined_matches": {"kind": "quote"}}, NONE), ("hedge_loss", {"articles 1": {"is_latest": False}}, NONE),
    ("independence", {"claims": {"kind": "utterance"}}, NONE), ("independence", {"claims": {"kind": "assertion"}}, COUNTED),
    ("link_share", {"links": {"start_char": 9, "end_char": 10}}, NOT), ("link_share", {"links": {"start_char": 8, "end_char": 10}}, COUNTED),
    ("link_share", {"sentences": {"start_char": 8}, "attributions": {"start_char": 8, "end_char": 9}}, NOT), ("link_share", {"links": {"version": 2}}, NOT),
    ("link_share", {"links": {"article_id": "b"}}, NOT), ("link_share", {"sentences": {"version": 2}}, NOT), ("link_share", {"sentences": {"start_char": 6}}, NOT),
    ("link_share", {"attributions": {"start_char": 9, "end_char": 10}}, NOT), ("link_share", {"attributions": {"nearest_kind": "person"}}, NONE),
    ("link_share", {"articles": {"publisher_id": "w"}}, NONE), ("link_share", {"articles": {"is_latest": False}}, NONE),
    ("link_share", {"articles": {"publisher_id": None}}, COUNTED),
    *(("missing_origin_share", {"sources": change}, NOT) for change in ({"in_corpus": True}, {"kind": "person"}, {"kind": "organisation"})),
    ("missing_origin_share", {"sources": {"kind": "anonymous"}}, COUNTED), ("missing_origin_share", {"origins": {"node_kind": "article"}}, NOT),
    *(("named_source_share", {"attribution_grades": {"grade": grade}}, told) for grade, told in (("G0", COUNTED), ("G2", NOT), (None, NONE))),
    ("named_source_share", {"articles": {"is_latest": False}}, NONE),
    ("primary_access_share", {"credits": {"rule": "reported"}}, NOT), ("primary_access_share", {"credits": {"rule": "reported", "relation": "embeds"}}, COUNTED),
    ("primary_access_share", {"credits": {"scope_start": 6}}, NOT), ("primary_access_share", {"credits": {"scope_end": 2}}, NOT),
    ("primary_access_share", {"credits": {"scope_start": 5}}, COUNTED), ("primary_access_share", {"credits": {"scope_end": 3}}, COUNTED),
    ("primary_access_share", {"credits": {"version": 2}}, NOT), ("primary_access_share", {"credits": {"article_id": "b"}}, NOT),
    ("primary_access_share", {"-credits": None, "attributions": {"furthest_kind": "document"}}, COUNTED),
    ("primary_access_share", {"-credits": None, "attributions": {"furthest_kind": "dataset"}}, COUNTED), ("primary_access_share", {"articles": {"is_latest": False}}, NONE),
    *(("quote_fidelity", {"joined_matches": {"relation": relation}}, told)
      for relation, told in (("exact", COUNTED), ("typography", COUNTED), ("fragment", COUNTED), ("substituted", NOT), ("retranslated", NONE))),
    ("quote_fidelity", {"joined_matches": {"kind": "figure"}}, NONE), ("quote_fidelity", {"articles 1": {"is_latest": False}}, NONE),
    ("quotes_named", {"sources": {"kind": "anonymous"}}, NOT), ("quotes_named", {"quotes": {"speaker_id": None}}, NOT),
    ("quotes_named", {"quotes": {"kind": "indirect"}}, NONE), ("quotes_named", {"articles": {"is_latest": False}}, NONE),
    ("record_held", {"articles": {"genre": "news"}}, COUNTED), ("record_held", {"articles": {"genre": "news"}, "-blocks": None}, NOT),
    ("record_held", {"articles": {"genre": "post"}, "-blocks": None}, COUNTED), ("record_held", {"articles": {"genre": "press_release"}, "-blocks": None}, COUNTED),
    *(("record_held", {"articles": {"genre": "news"}, "blocks": change}, NOT)
      for change in ({"role": "paragraph"}, {"start_char": 101}, {"end_char": 139}, {"version": 2}, {"article_id": "b"})),
    ("record_held", {"claims": {"kind": "figure"}}, NONE), ("record_held", {"articles": {"version": 2}}, NONE),
    ("relayed_share", {"attributions": {"nearest_kind": "person"}}, NOT), ("relayed_share", {"attributions": {"nearest_kind": None}}, NOT),
    ("relayed_share", {"articles": {"publisher_id": "w"}}, NOT), ("relayed_share", {"articles": {"is_latest": False}}, NONE),
    ("repetition", {"edges": {"status": "rejected"}}, NOT), ("repetition", {"edges": {"claim_id": "d"}}, NOT), ("repetition", {"edges": {"child_article_id": "z"}}, NOT),
    ("repetition", {"claims": {"kind": "assertion"}}, COUNTED), ("repetition", {"claims": {"kind": "utterance"}}, NONE), ("repetition", {"articles 1": {"version": 2}}, NONE),
    ("repetition", {"+claim_mentions": {"mention_id": "y"}}, COUNTED),  # an article counts once
    ("review_coverage", {"edges": {"status": "machine"}}, NOT), ("review_coverage", {"edges": {"status": "rejected"}}, COUNTED),
    *(("sentences_attributed", {"quotes": change}, NOT)
      for change in ({"speaker_id": None}, {"start_char": 6}, {"start_char": 0, "end_char": 2}, {"version": 2}, {"article_id": "b"})),
    ("sentences_attributed", {"quotes": {"start_char": 0, "end_char": 3}}, COUNTED),
    *(("sentences_attributed", {"-quotes": None, "+credits": credit("a", "s", **{"scope_start": 5, "scope_end": 9, **change})}, told)
      for change, told in (({}, COUNTED), ({"scope_start": 6}, NOT), ({"scope_start": 0, "scope_end": 2}, NOT), ({"version": 2}, NOT), ({"article_id": "b"}, NOT))),
    ("sentences_attributed", {"blocks": {"role": "title"}}, NONE), ("sentences_attributed", {"blocks": {"role": "list"}}, COUNTED),
    ("sentences_attributed", {"blocks": {"role": "quote"}}, COUNTED), ("sentences_attributed", {"blocks": {"block_no": 2}}, NONE),
    ("sentences_attributed", {"blocks": {"version": 2}}, NONE), ("sentences_attributed", {"articles": {"is_latest": False}}, NONE),
    *(("vague_share", {"attribution_grades": {"grade": grade}}, told) for grade, told in (("G4", COUNTED), ("G3", NOT), (None, NONE))),
    ("vague_share", {"articles": {"is_latest": False}}, NONE),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "change", "counted"), CASES)
def test_one_thing_otherwise(warehouse: Warehouse, measure: str, change: Any, counted: list[bool]) -> None:
    rows = {**MEASURES[measure], **({"edges": [edge("b", "a")]} if measure == "chain_depth" else {})}
    assert sorted(row["counted"] for row in rows_of(warehouse, measure, changed(rows, change))) == counted


ANSWERS: list[tuple[str, Any, dict[str, Any]]] = [
    *((one, {}, {"subject_kind": "article", "subject_id": "a", "amount": 1, "start_char": 2, "end_char": 6, "text": "2345"})
      for one in ("anonymous_share", "named_source_share", "vague_share", "relayed_share", "primary_access_share", "link_share", "sentences_attributed",
                  "anonymity_reason_share")),
    *((one, {"articles 1": {"text": "x" * 200 + "y" * 30 + "z"}}, {"subject_id": "b", "amount": 1, "start_char": 200, "end_char": 230, "text": "y" * 30})
      for one in ("attribution_loss", "figure_fidelity", "hedge_gain", "hedge_loss", "quote_fidelity")),
    ("chain_depth", {"edges 1": {"claim_id": "d", "child_article_id": "z"}}, {"subject_id": "c", "article_id": "b", "text": "The p-b Post", "note": 1}),
    ("chain_depth", {"edges 1": {"child_article_id": "z"}, "-sources": None}, {"text": "Text b"}),
    ("edge_precision", {}, {"subject_id": "c", "article_id": "b", "start_char": 10, "end_char": 20, "text": "relays", "note": "stated"}),
    ("review_coverage", {}, {"start_char": 10, "end_char": 20, "amount": 1}),
    ("independence", {}, {"article_id": None, "text": "The s Post", "amount": 1}),
    ("independence", {"origins": {"node_kind": "article", "node_id": "a"}}, {"article_id": "a", "text": "Text a"}),
    ("independence", {"origins": {"node_kind": "article", "node_id": "a"}, "articles": {"is_latest": False}}, {"text": "a"}),
    ("independence", {"origins": {"node_id": "a"}}, {"text": "a"}), ("independence", {"origins": {"node_kind": "article"}}, {"text": "s"}),
    ("missing_origin_share", {"origins": {"node_kind": "article", "node_id": "a"}}, {"article_id": "a", "text": "Text a"}),
    ("missing_origin_share", {"origins": {"node_id": "a"}}, {"article_id": None, "text": "a"}),
    ("missing_origin_share", {"origins": {"node_kind": "article", "node_id": "a"}, "articles": {"is_latest": False}}, {"text": "a"}),
    ("primary_access_share", {}, {"note": "own interview"}), ("primary_access_share", {"-credits": None}, {"note": "relayed"}),
    ("primary_access_share", {"-credits": None, "articles": {"publisher_id": "w"}}, {"note": "route_not_stated"}),
    ("primary_access_share", {"-credits": None, "attributions": {"nearest_kind": "person"}}, {"note": "route_not_stated"}),
    ("primary_access_share", {"-credits": None, "attributions": {"furthest_kind": "dataset"}}, {"note": "dataset seen"}),
    ("primary_access_share", {"credits": {"rule": "reported", "relation": "embeds"}}, {"note": "own post"}),
    ("quotes_named", {}, {"amount": 3, "text": "it sank there"}), ("record_held", {}, {"subject_id": "c", "article_id": "a", "text": "it sank", "amount": 1}),
    ("repetition", {}, {"article_id": "b", "text": "The p-b Post", "amount": 1}), ("repetition", {"-sources": None}, {"text": "Text b"}),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "change", "answer"), ANSWERS)
def test_what_its_evidence_says(warehouse: Warehouse, measure: str, change: Any, answer: dict[str, Any]) -> None:
    (row,) = rows_of(warehouse, measure, changed(MEASURES[measure], change))
    assert {name: row[name] for name in answer} == answer


CHECKED: Rows = {
    "articles": [article("a", byline="Ada Holm", modified_at=at(2), genre="opinion", capture_id="k")], "captures": [{"capture_id": "k", "media_type": "text/html"}],
    "links": [{"article_id": "a", "version": 1}], "blocks": [{"article_id": "a", "version": 1, "role": "correction"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "found", "unchecked"),
    [
        ({}, "byline correction label of opinion link published updated", ""), ({"articles": {"byline": ""}}, "correction label of opinion link published updated", ""),
        ({"articles": {"published_at": None}}, "byline correction label of opinion link updated", ""),
        ({"articles": {"modified_at": None}}, "byline correction label of opinion link published", ""),
        ({"articles": {"modified_at": None, "capture_id": None}}, "byline correction label of opinion link published", "updated"),
        ({"-links": None}, "byline correction label of opinion published updated", ""),
        ({"links": {"version": 2}}, "byline correction label of opinion published updated", ""),
        ({"-links": None, "captures": {"media_type": "text/plain"}}, "byline correction label of opinion published updated", "link"),
        ({"blocks": {"role": "paragraph"}}, "byline label of opinion link published updated", ""),
        ({"blocks": {"version": 2}}, "byline label of opinion link published updated", ""),
        ({"articles": {"genre": "news"}}, "byline correction link published updated", "label of opinion"),
        ({"articles": {"is_latest": False}}, "", ""), ({"+links": {}, "+blocks": {}}, "byline correction label of opinion link published updated", ""),
    ],
)  # fmt: skip
def test_checks_of_an_article(warehouse: Warehouse, change: Any, found: str, unchecked: str) -> None:
    rows = rows_of(warehouse, "transparency", changed(CHECKED, change))
    assert " ".join(sorted(row["text"] for row in rows if row["counted"])) == found
    assert " ".join(sorted(row["text"] for row in rows if not row["amount"])) == unchecked
    assert {(row["counted"], row["amount"], row["note"]) for row in rows} <= {
        (True, 1, "found"),
        (False, 1, "not found"),
        (False, 0, "not checkable"),
    }


def test_a_chain_ends_where_it_would_come_round(warehouse: Warehouse) -> None:
    edges = [edge("a", "b"), edge("b", "z"), edge("z", "a"), edge("y", "a"), edge("x", "y")]
    rows = {"edges": edges, "articles": [article(name) for name in "abzyx"]}
    found = {row["article_id"]: row["note"] for row in rows_of(warehouse, "chain_depth", rows)}
    assert found == {"a": 2, "b": 2, "z": 2, "y": 3, "x": 4}
