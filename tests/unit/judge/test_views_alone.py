"""Each condition of the views and of what judging looks up: rows on either side of it, and what is answered of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from audit.warehouse import Warehouse, read_sql
from tests.unit.judge.shelf_of_rows import Row, Rows, ask, changed, place, shelf
from tests.unit.judge.test_kinds_alone import BOTH, article, at, credit, edge, figure, match, quote, source


@pytest.fixture(scope="module")
def warehouse() -> Iterator[Warehouse]:
    yield from shelf()


def answer(
    warehouse: Warehouse, asked: str, rows: Rows, change: Any, values: Row | None = None
) -> list[dict[str, Any]]:
    """What a view answers, or the query of a file."""
    sql = _view(asked[5:]) if asked.startswith("view ") else read_sql("audit.judge", asked)
    return ask(warehouse, sql, changed(rows, change), values)


def _view(name: str) -> str:
    """What a view selects: a view itself would read the tables that it was made over."""
    _, _, behind = read_sql("audit.judge", "views").partition(f"create or replace view {name} as\n")
    return behind.partition(";\n")[0]


HALF = {
    "kind": "passage",
    "a_article_id": "a",
    "b_article_id": "b",
    "a_start": 0,
    "a_end": 200,
    "b_start": 5,
    "b_end": 205,
}
OF_AN_AGENCY: Rows = {
    "articles": [article("a", originator_id="agency", text="x" * 900), article("b", 4, text="x" * 400)], "matches": [HALF],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "owner"),
    [
        ({}, "agency"),
        ({"matches": {**HALF, "a_article_id": "b", "b_article_id": "a"}}, "agency"),  # either way round
        ({"matches": {**HALF, "b_end": 204}}, "p-b"),  # less than half of it
        ({"matches": {**HALF, "b_end": 154}, "articles 1": {"text": "x" * 200}}, "p-b"),  # too short for a tie
        ({"matches": {**HALF, "kind": "quote"}}, "p-b"),
        ({"articles": {"originator_id": None}}, "p-b"),
        ({"articles": {"is_latest": False}}, "p-b"),
        ({"-matches": None}, "p-b"),
        ({"articles 1": {"originator_id": "other", "text": "x" * 400}}, "other"),
        ({"-matches": None, "articles 1": {"publisher_id": None}}, "b"),
        ({"articles 1": {"is_latest": False}}, None),
    ],
)
def test_a_print_of_an_agency_s_text_is_the_agency_s(warehouse: Warehouse, change: Any, owner: str | None) -> None:
    told = answer(warehouse, "view text_owners", OF_AN_AGENCY, change)
    assert {row["article_id"]: row["owner_id"] for row in told}.get("b") == owner


FIGURES = {k: v for k, v in match("figure", "hedge_added", detail={"slot": "value"}).items() if k != "relations"}
TIMES: Rows = {"match_places": [FIGURES], "articles": BOTH, "edges": [], "figures_resting": []}


@pytest.mark.parametrize(
    ("change", "turn", "joined"),
    [
        ({}, "kept", False),  # b was published later
        ({"articles": {"published_at": at(5)}}, "turned", False),
        ({"articles": {"published_at": at(4)}}, "unknown", False),  # at one time
        ({"articles": {"published_at": at(4), "published_precision": "day"}}, "unknown", False),  # the same day
        ({"articles": {"published_at": at(3, 10), "published_precision": "day"}}, "unknown", False),
        ({"articles": {"published_at": at(3, 9), "published_precision": "day"}}, "kept", False),
        ({"articles": {"published_at": None, "published_from": at(2)}}, "unknown", False),  # no later than nobody knows when
        ({"articles": {"published_at": None}, "+edges": edge()}, "kept", True),
        ({"articles": {"published_at": None}, "+edges": edge("a", "b")}, "turned", True),
        ({"articles": {"published_at": None}, "+edges": edge("a", "b"), "+edges 1": edge()}, "unknown", True),  # a ring
        ({"articles": {"published_at": None}, "+edges": edge(claim_id="d")}, "unknown", False),
        ({"articles": {"published_at": None}, "+edges": edge(status="rejected")}, "unknown", False),
        ({"articles": {"published_at": None}, "+edges": edge(basis="inferred")}, "kept", True),
        ({"articles": {"published_at": at(5)}, "+figures_resting": {"match_id": "m", "child": "b"}}, "kept", True),
        ({"+figures_resting": {"match_id": "m", "child": "a"}}, "turned", True),
        ({"match_places": {"b_article_id": "a"}}, "kept", False),
    ],
)  # fmt: skip
def test_which_of_two_figures_was_told_first(warehouse: Warehouse, change: Any, turn: str, joined: bool) -> None:
    (row,) = answer(warehouse, "view figure_turns", TIMES, change)
    assert (row["turn"], row["joined"]) == (turn, joined)


@pytest.mark.parametrize(
    ("relation", "slot", "in_time"),
    [
        ("hedge_added", "value", "hedge_lost"), ("hedge_lost", "value", "hedge_added"), ("updated", "value", "conflict"),
        ("mutated", "modality", "compatible"), ("mutated", "unit", "mutated"), ("equal", "modality", "equal"),
    ],
)  # fmt: skip
def test_a_relation_that_is_seen_from_the_later_text(
    warehouse: Warehouse, relation: str, slot: str, in_time: str
) -> None:
    one = {"relation": relation, "detail": {"slot": slot}}
    (turned,) = answer(
        warehouse, "view figure_turns", TIMES, {"match_places": one, "articles": {"published_at": at(5)}}
    )
    (kept,) = answer(warehouse, "view figure_turns", TIMES, {"match_places": one})
    a, b = place("a", 100, 140), place("b", 200, 230)
    assert (turned["in_time"], turned["evidence"], turned["first_id"], turned["second_id"]) == (
        in_time,
        [b, a],
        "x-b",
        "x-a",
    )
    assert (kept["in_time"], kept["evidence"], kept["first_id"], kept["second_id"]) == (relation, [a, b], "x-a", "x-b")


def test_turns_are_of_figures_and_of_the_latest_versions(warehouse: Warehouse) -> None:
    for change in (
        {"match_places": {"kind": "quote"}},
        {"articles": {"is_latest": False}},
        {"articles 1": {"is_latest": False}},
    ):
        assert answer(warehouse, "view figure_turns", TIMES, change) == []


RESTING: Rows = {"match_places": [FIGURES], "edges": [edge()]}


@pytest.mark.parametrize(
    ("change", "child"),
    [
        ({}, "b"),
        ({"edges": edge("a", "b", evidence=[place("a", 1, 2), place("a", 90, 101), place("b", 190, 201)])}, "a"),
        ({"edges": {"status": "rejected"}}, None),
        ({"edges": {"basis": "inferred"}}, None),
        ({"match_places": {"kind": "quote"}}, None),
        ({"edges": {"evidence": [place("b", 10, 20), place("b", 200, 230)]}}, "b"),  # it does not say where in the other
        ({"edges": {"evidence": [place("b", 10, 20), place("b", 231, 240)]}}, None),  # other words of the text
        ({"edges": {"evidence": [place("b", 10, 20), place("b", 200, 230), place("a", 141, 150)]}}, None),
        ({"edges": edge("a", "b", evidence=[place("a", 1, 2), place("a", 150, 160), place("b", 190, 201)])}, None),
        ({"edges": edge("a", "b", evidence=[place("a", 1, 2), place("a", 90, 101), place("b", 240, 250)])}, None),
        ({"+edges": edge("a", "b", evidence=[place("a", 1, 2), place("a", 90, 101)])}, None),  # each from the other
    ],
)  # fmt: skip
def test_which_figure_rests_on_the_other(warehouse: Warehouse, change: Any, child: str | None) -> None:
    found = answer(warehouse, "view figures_resting", RESTING, change)
    both = {"a": ("x-a", "x-b"), "b": ("x-b", "x-a")}
    assert [(row["child"], row["child_id"], row["parent_id"]) for row in found] == (
        [(child, *both[child])] if child else []
    )


JOINED: Rows = {"match_places": [match()], "edges": [edge()], "articles": BOTH}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, ["b from a"]), ({"edges": edge("a", "b")}, ["a from b"]), ({"+edges": edge("a", "b")}, ["a from b", "b from a"]),
        ({"+edges": edge(claim_id="d")}, ["b from a"]), ({"edges": {"status": "rejected"}}, []), ({"edges": {"basis": "inferred"}}, []),
        ({"edges": {"basis": "inferred", "status": "accepted"}}, ["b from a"]), ({"articles 1": {"is_latest": False}}, []),
        ({"articles": {"is_latest": False}, "edges": edge("a", "b")}, []), ({"edges": {"parent_article_id": None}}, []),
    ],
)  # fmt: skip
def test_a_match_along_an_arrow(warehouse: Warehouse, change: Any, told: list[str]) -> None:
    found = answer(warehouse, "view joined_matches", JOINED, change)
    assert sorted(f"{row['child_article_id']} from {row['parent_article_id']}" for row in found) == told
    for row in found:
        starts = {"a": (100, 140, "x-a"), "b": (200, 230, "x-b")}
        assert (row["child_start"], row["child_end"], row["child_id"]) == starts[row["child_article_id"]]
        assert (row["parent_start"], row["parent_end"], row["parent_id"]) == starts[row["parent_article_id"]]


ENDS: Rows = {
    "claims": [{"claim_id": "c", "kind": "figure", "label": "it sank"}],
    "claims_told": [{"claim_id": "c", "articles": 2, "low": 1, "high": 1}],
    "origins": [{"claim_id": "c", "node_kind": "source", "node_id": "s"}], "sources": [source("s")], "articles": BOTH,
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, {"origins": "The s Post", "all_sources": True, "all_unnamed": False, "all_vague": False, "any_missing": True, "all_missing": True}),
        ({"sources": {"in_corpus": True}}, {"any_missing": False, "all_missing": False}),
        ({"sources": {"kind": "document"}}, {"any_missing": True}), ({"sources": {"kind": "dataset"}}, {"all_missing": True}),
        ({"sources": {"kind": "person"}}, {"any_missing": False, "all_missing": False, "all_unnamed": False}),
        ({"sources": {"kind": "anonymous"}}, {"all_unnamed": True, "all_vague": False, "any_missing": False}),
        ({"sources": {"kind": "vague"}}, {"all_unnamed": True, "all_vague": True}),
        ({"origins": {"node_kind": "article", "node_id": "a"}, "+sources": source("p-a", name="Orv Daily")},
         {"origins": "Orv Daily", "all_sources": False, "all_unnamed": False, "any_missing": False}),
        ({"origins": {"node_kind": "article", "node_id": "a"}}, {"origins": "Text a"}),
        ({"origins": {"node_kind": "article", "node_id": "a"}, "articles": {"title": None}}, {"origins": "an article without a title"}),
        ({"origins": {"node_kind": "article", "node_id": "a"}, "articles": {"is_latest": False}}, {"origins": "an article without a title"}),
        ({"+origins": {"node_id": "t"}, "+sources": source("t", "vague", "reports")},
         {"origins": "The s Post, reports", "all_unnamed": False, "all_vague": False, "any_missing": True, "all_missing": False}),
        ({"+origins": {"node_kind": "article", "node_id": "s"}}, {"all_sources": False, "all_missing": False, "any_missing": True}),
    ],
)  # fmt: skip
def test_what_the_ends_of_a_claim_have_in_common(warehouse: Warehouse, change: Any, expected: Row) -> None:
    (row,) = answer(warehouse, "view claim_ends", ENDS, change)
    assert {name: row[name] for name in expected} == expected


BOUNDS: Rows = {
    "claims": [{"claim_id": "c", "kind": "figure"}],
    "origins": [{"claim_id": "c", "node_kind": "source", "node_id": one} for one in "st"],
    "source_houses": [{"source_id": "s", "house": "h"}, {"source_id": "t", "house": "g"}],
}


@pytest.mark.parametrize(
    ("change", "low", "high"),
    [
        ({}, 2, 2), ({"claims": {"kind": "assertion"}}, 2, 2), ({"claims": {"kind": "utterance"}}, 1, 2), ({"claims": {"kind": "passage"}}, 1, 2),
        ({"source_houses": {"house": "g"}}, 1, 2), ({"origins": {"node_kind": "article"}}, 1, 2), ({"-source_houses": None}, 1, 2),
        ({"origins": {"node_id": "t"}}, 1, 1), ({"origins": {"node_kind": "article", "node_id": "t"}}, 1, 2),
    ],
)  # fmt: skip
def test_how_many_origins_at_least_and_at_most(warehouse: Warehouse, change: Any, low: int, high: int) -> None:
    assert answer(warehouse, "view claim_bounds", BOUNDS, change) == [{"claim_id": "c", "low": low, "high": high}]


ATTRIBUTED: Rows = {
    "quotes": [quote("a", speaker_id="s")], "sources": [source("s", "person", "Ada Holm"), source("w"), source("v", "agency")],
    "credits": [credit("a", "w"), credit("a", "v", hop=2, credit_id="k2")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, [("w", "s", 100)]),  # told by w, said by s
        ({"-credits": None}, [("s", "s", 100)]),
        ({"quotes": {"speaker_id": None}}, [("w", "v", 100)]),  # through w from v
        ({"quotes": {"start_char": 99}}, [("s", "s", 99), ("w", "v", 90)]),  # the credit covers something else
        ({"quotes": {"end_char": 141}}, [("s", "s", 100), ("w", "v", 90)]),
        ({"quotes": {"version": 2}}, [("s", "s", 100), ("w", "v", 90)]),
        ({"quotes": {"article_id": "b"}}, [("s", "s", 100), ("w", "v", 90)]),
        ({"-quotes": None}, [("w", "v", 90)]),
        ({"-quotes": None, "credits": {"relation": "contributed_by"}}, [("v", "v", 90)]),
        ({"-quotes": None, "credits": {"rule": "occasion"}}, [("v", "v", 90)]),
        ({"-quotes": None, "credits": {"chain_id": 1}}, [("v", "v", 90), ("w", "w", 90)]),
        ({"-credits": None, "quotes": {"speaker_id": None}}, []),
        ({"-credits": None, "+quotes": {"quote_id": "y", "start_char": 150, "end_char": 160}}, [("s", "s", 100)]),  # one utterance
        ({"-credits": None, "+quotes": {"quote_id": "y", "start_char": 150, "end_char": 160, "utterance_id": "u2"}}, [("s", "s", 100), ("s", "s", 150)]),
    ],
)  # fmt: skip
def test_through_whom_it_came_and_who_is_named_last(
    warehouse: Warehouse, change: Any, told: list[tuple[str, str, int]]
) -> None:
    found = answer(warehouse, "view attributions", ATTRIBUTED, change)
    assert sorted((row["nearest_id"], row["furthest_id"], row["start_char"]) for row in found) == told
    kinds = {"s": "person", "w": "outlet", "v": "agency"}
    assert all(
        (row["nearest_kind"], row["furthest_kind"]) == (kinds[row["nearest_id"]], kinds[row["furthest_id"]])
        for row in found
    )


GRADED: Rows = {
    "attributions": [{"article_id": "a", "version": 1, "start_char": 100, "end_char": 140, "furthest_id": "s", "furthest_kind": "person"}],
    "quotes": [quote("a", speaker_id="s", anonymity="G2")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "grade"),
    [
        ({}, "G2"), ({"-quotes": None}, "G0"), ({"quotes": {"anonymity": None}}, "G0"), ({"attributions": {"furthest_kind": "outlet"}}, None),
        *(({"-quotes": None, "attributions": {"furthest_kind": kind}}, grade)
          for kind, grade in (("document", "G0"), ("dataset", "G0"), ("organisation", "G1"), ("anonymous", "G3"), ("vague", "G4"), ("unseen", None))),
        *(({"quotes": {name: value}}, "G0")
          for name, value in (("article_id", "b"), ("version", 2), ("start_char", 99), ("speaker_id", "t"))),
    ],
)  # fmt: skip
def test_how_far_a_source_is_named(warehouse: Warehouse, change: Any, grade: str | None) -> None:
    assert [row["grade"] for row in answer(warehouse, "view attribution_grades", GRADED, change)] == [grade]


WANTED: Rows = {
    "edges": [edge("a", "x", parent_source_id="s"), edge("b", "y", parent_source_id="s")],
    "sources": [source("s")],
}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, [("s", 1, 2)]), ({"edges": {"claim_id": "d"}}, [("s", 2, 2)]), ({"edges": {"child_article_id": "b"}}, [("s", 1, 1)]),
        ({"edges": {"status": "rejected"}}, [("s", 1, 1)]), ({"sources": {"in_corpus": True}}, []),
    ],
)  # fmt: skip
def test_sources_of_which_nothing_is_held(
    warehouse: Warehouse, change: Any, expected: list[tuple[str, int, int]]
) -> None:
    found = answer(warehouse, "view missing_sources", WANTED, change)
    assert [(row["source_id"], row["claims"], row["articles"]) for row in found] == expected


def test_what_a_source_is_used_for(warehouse: Warehouse) -> None:
    rows: Rows = {
        "sources": [source("s"), source("t")], "quotes": [quote("a", speaker_id="s"), quote("b", speaker_id="s")],
        "credits": [credit("a", "s"), credit("a", "t"), credit("c", "s"), credit("d", "s")],
    }  # fmt: skip
    found = {
        row["source_id"]: (row["articles"], row["quotes"], row["credits"])
        for row in answer(warehouse, "view sources_used", rows, {})
    }
    assert found == {"s": (4, 2, 3), "t": (1, 0, 1)}


def test_what_is_told_of_a_claim(warehouse: Warehouse) -> None:
    rows: Rows = {
        "claims": [{"claim_id": "c"}, {"claim_id": "d"}], "claim_mentions": [{"claim_id": c, "article_id": a} for c, a in ("ca", "ca", "cb", "da")],
        "claim_bounds": [{"claim_id": "c", "low": 1, "high": 2}], "edges": [edge(), edge("a", "b", status="rejected")],
        "findings": [{"finding_id": "f", "claim_id": "c"}],
    }  # fmt: skip
    found = {row["claim_id"]: tuple(row.values())[3:] for row in answer(warehouse, "view claims_told", rows, {})}
    assert found == {"c": (2, 3, 1, 2, 1, 1), "d": (1, 1, None, None, 0, 0)}


CLAIM_PLACES: Rows = {
    "claim_mentions": [{"claim_id": "c", "mention_id": f"x-{k}", "article_id": k, "version": 1} for k in "ba"], "articles": BOTH,
    "mentions": [{"mention_id": f"x-{k}", "article_id": k, "version": 1, "start_char": 1, "end_char": 2} for k in "ab"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "order"),
    [
        ({}, "ab"), ({"articles": {"published_at": at(5)}}, "ba"), ({"articles": {"published_at": None}}, "ba"), ({"articles": {"version": 2}}, "b"),
        ({"articles": {"published_at": at(4)}}, "ab"), ({"mentions": {"version": 2}}, "b"), ({"mentions 1": {"article_id": "a"}}, "a"),
    ],
)  # fmt: skip
def test_the_places_of_a_claim_the_earliest_first(warehouse: Warehouse, change: Any, order: str) -> None:
    (row,) = answer(warehouse, "view claim_places", CLAIM_PLACES, change)
    assert "".join(one["article_id"] for one in row["evidence"]) == order


BESIDE: Rows = {
    "origins": [{"claim_id": "c", "node_kind": "source", "node_id": "s"}], "sources": [source("s", "anonymous", "officials")],
    "claim_mentions": [{"claim_id": "c", "mention_id": "x", "article_id": "a", "version": 1}],
    "mentions": [{"mention_id": "x", "article_id": "a", "version": 1, "start_char": 6, "end_char": 10}], "articles": [article("a", text="0123456789abcdefgh")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "beside"),
    [
        ({}, [("2345", "abcd")]), ({"mentions": {"start_char": 2}}, [("01", "abcd")]), ({"mentions": {"start_char": 0}}, [("", "abcd")]),
        ({"sources": {"kind": "person"}}, []), ({"origins": {"node_kind": "article"}}, []), ({"mentions": {"version": 2}}, []),
        ({"mentions": {"article_id": "b"}}, []), ({"mentions": {"mention_id": "y"}}, []), ({"articles": {"version": 2}}, []),
        ({"+origins": {"node_id": "t"}, "+sources": source("t")}, []), ({"claim_mentions": {"claim_id": "d"}}, []),
    ],
)  # fmt: skip
def test_the_words_beside_a_place_that_ends_at_somebody_unnamed(
    warehouse: Warehouse, change: Any, beside: list[tuple[str, str]]
) -> None:
    found = answer(warehouse, "beside_unnamed", BESIDE, change, {"beside": 4})
    assert [(row["before"], row["after"]) for row in found] == beside


NOTICED: Rows = {
    "articles": [article("n", 5, publisher_id="p", title="Correction: the mill", text="Of Two boats sank at Orrin, five sank."),
                 article("a", 4, publisher_id="p", title="Two boats sank at Orrin", external_id="id-123456")],
    "blocks": [{"article_id": "n", "version": 1, "block_no": 1, "role": "text", "start_char": 20, "end_char": 30},
               {"article_id": "n", "version": 1, "block_no": 2, "role": "title", "start_char": 0, "end_char": 9}], "statuses": [],
}  # fmt: skip
BY_ID = {"articles 1": {"title": "Sank", "external_id": "id-123456"}, "articles": {"text": "See id-123456 of ours."}}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, ["a by n at 0: None"]), ({"articles": {"title": "The mill"}}, []), ({"articles": {"publisher_id": "q"}}, []),
        ({"articles": {"published_at": at(2)}}, []), ({"articles": {"published_at": at(3)}}, ["a by n at 0: None"]),
        ({"articles 1": {"title": "Two boats sank"}}, []), ({"articles 1": {"title": "Boats sank at Orrin"}}, ["a by n at 0: None"]),
        ({"articles 1": {"title": "No boats sank at Orrin"}}, []), ({"articles 1": {"is_latest": False}}, []), ({"articles": {"is_latest": False}}, []),
        ({"articles": {"published_at": None}}, ["a by n at 0: None"]), ({"+articles 1": {"article_id": "b"}}, []),  # of which one?
        ({"articles 1": {"title": "Correction: Two boats sank at Orrin"}}, []),
        (BY_ID, ["a by n at 0: None"]), ({**BY_ID, "articles 1": {"title": "Sank", "external_id": "12345"}, "articles": {"text": "See 12345."}}, []),
        ({**BY_ID, "articles 1": {"title": "Sank", "external_id": "orrin-mill"}, "articles": {"text": "See orrin-mill."}}, []),
        ({"articles": {"title": "The mill"}, "+statuses": {"article_id": "n", "status": "canceled", "seen_no": 1}}, ["n by n at 0: canceled"]),
        ({"articles": {"title": "The mill"}, "+statuses": {"article_id": "n", "status": "withheld", "seen_no": 1}}, ["n by n at 0: withheld"]),
        ({"articles": {"title": "The mill"}, "+statuses": {"article_id": "n", "status": "usable", "seen_no": 1}}, []),
        ({"articles": {"title": "The mill"}, "+statuses": {"article_id": "n", "status": "canceled", "seen_no": 1},
          "+statuses 0": {"status": "usable", "seen_no": 2}}, []),
    ],
)  # fmt: skip
def test_a_notice_and_the_one_text_that_it_names(warehouse: Warehouse, change: Any, told: list[str]) -> None:
    found = answer(warehouse, "notices", NOTICED, change, {"openings": "^correction"})
    assert [
        f"{row['article_id']} by {row['notice_id']} at {row['start_char']}: {row['status']}" for row in found
    ] == told


CALLED: Rows = {
    **{k: v for k, v in ENDS.items() if k != "claims_told"},
    "claim_mentions": [{"claim_id": "c", "article_id": "a"}],
}


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({}, "The s Post"), ({"claims": {"kind": "assertion"}}, "The s Post"), ({"claims": {"kind": "utterance"}}, None),
        ({"+origins": {"node_id": "t"}}, None), ({"origins": {"node_kind": "article", "node_id": "a"}}, "Text a"),
        ({"origins": {"node_kind": "article", "node_id": "a"}, "+sources": source("p-a", name="Orv Daily")}, "Orv Daily"),
        ({"origins": {"node_kind": "article", "node_id": "a"}, "articles": {"is_latest": False}}, None),
        ({"origins": {"node_kind": "article", "node_id": "s"}}, None), ({"origins": {"node_id": "a"}}, None),
    ],
)  # fmt: skip
def test_what_the_one_origin_is_called(warehouse: Warehouse, change: Any, name: str | None) -> None:
    assert [row["name"] for row in answer(warehouse, "origins_called", CALLED, change)] == ([name] if name else [])


LIBRARY: Rows = {
    "credits": [credit("a", "s")], "quotes": [quote("a", speaker_id="t", speaker_start=5, speaker_end=9)], "articles": [article("a")],
    "sources": [source("s"), source("t", "person", "Ada Holm")], "blocks": [{"article_id": "a", "version": 1, "role": "embed", "start_char": 50, "end_char": 60}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "change", "starts"),
    [
        ("library_credited", {}, [5, 90]), ("library_credited", {"articles": {"is_latest": False}}, []), ("library_credited", {"credits": {"version": 2}}, [5]),
        ("library_credited", {"quotes": {"version": 2}}, [90]), ("library_credited", {"quotes": {"speaker_start": None}}, [90]),
        ("library_marked", {}, [50, 100]), ("library_marked", {"quotes": {"kind": "indirect"}}, [50]), ("library_marked", {"quotes": {"kind": "mixed"}}, [50, 100]),
        ("library_marked", {"blocks": {"role": "quote"}}, [50, 100]), ("library_marked", {"blocks": {"role": "text"}}, [100]),
        ("library_marked", {"quotes": {"version": 2}}, [50]), ("library_marked", {"blocks": {"version": 2}}, [100]),
        ("library_named", {}, [5, 90]), ("library_named", {"sources": {"kind": "anonymous"}}, [5]), ("library_named", {"articles": {"publisher_id": "s"}}, [5]),
        ("library_named", {"sources 1": {"kind": "organisation"}}, [90]), ("library_named", {"quotes": {"speaker_start": None}}, [90]),
        ("library_named", {"articles": {"publisher_id": None}}, [5, 90]), ("library_named", {"credits": {"version": 2}}, [5]),
        ("library_named", {"quotes": {"version": 2}}, [90]),
    ],
)  # fmt: skip
def test_places_that_name_or_are_somebodys_words(
    warehouse: Warehouse, asked: str, change: Any, starts: list[int]
) -> None:
    found = answer(warehouse, asked, LIBRARY, change)
    assert [row["start_char"] for row in found] == starts
    if asked == "library_named":
        assert [row["carries"] for row in found] == [start == 90 for start in starts]


def test_figures_of_the_library_with_who_asserts_them(warehouse: Warehouse) -> None:
    rows: Rows = {
        "figures": [figure("b"), figure("a", source_id="s")], "articles": BOTH, "sources": [source("s"), source("p-a", name="Orv Daily")],
        "story_articles": [{"story_id": "y", "article_id": "a"}], "quantity_figures": [{"figure_id": "x-a", "quantity_id": "q"}],
        "figure_sets": [{"figure_id": "x-a", "literal_low": 4.0}],
    }  # fmt: skip
    one, two = answer(warehouse, "library_figures", rows, {})
    names = ("article_id", "source_name", "source_kind", "publisher", "story_id", "quantity_id", "literal_low")
    assert [one[name] for name in names] == ["a", "The s Post", "outlet", "Orv Daily", "y", "q", 4.0]
    assert [two[name] for name in names] == ["b", None, None, None, None, None, None]
    assert len(answer(warehouse, "library_figures", rows, {"articles": {"is_latest": False}})) == 1
    assert len(answer(warehouse, "library_figures", rows, {"articles": {"version": 2}})) == 1


UNNAMED: Rows = {
    "claim_ends": [{"claim_id": "c", "all_unnamed": True}], "articles": BOTH,
    "origins": [{"claim_id": "c", "node_kind": "source", "node_id": "s"}], "sources": [source("s", "anonymous", "an aide"), source("w", name="Orv Daily")],
    "credits": [credit("a", "s"), credit("a", "w", chain_id=1, hop=2)],
    "claim_mentions": [{"claim_id": "c", "mention_id": "x-a", "article_id": "a", "version": 1}],
    "mentions": [{"mention_id": "x-a", "article_id": "a", "version": 1, "start_char": 120, "end_char": 130}],
}  # fmt: skip
CUE = [place("a", 90, 99)]


@pytest.mark.parametrize(
    ("change", "names", "cues", "outlets"),
    [
        ({}, ["an aide"], CUE, None),
        ({"credits 1": {"chain_id": 0}}, ["an aide"], CUE, "Orv Daily"),
        ({"credits 1": {"chain_id": 0}, "articles": {"publisher_id": "w"}}, ["an aide"], CUE, None),  # it told its own paper
        ({"credits 1": {"chain_id": 0}, "sources 1": {"kind": "person"}}, ["an aide"], CUE, None),
        ({"credits 1": {"chain_id": 0, "article_id": "b"}}, ["an aide"], CUE, None),
        ({"mentions": {"start_char": 140, "end_char": 150}}, ["an aide"], None, None),
        ({"mentions": {"start_char": 80, "end_char": 90}}, ["an aide"], None, None),
        ({"mentions": {"start_char": 80, "end_char": 91}}, ["an aide"], CUE, None),
        ({"articles": {"is_latest": False}}, ["an aide"], None, None),
        ({"credits": {"version": 2}}, ["an aide"], None, None),
        ({"claim_mentions": {"claim_id": "d"}}, ["an aide"], None, None),
        ({"origins": {"node_kind": "article"}}, None, None, None),
    ],
)  # fmt: skip
def test_what_credits_who_is_unnamed(
    warehouse: Warehouse, change: Any, names: Any, cues: Any, outlets: str | None
) -> None:
    (row,) = answer(warehouse, "view unnamed_ends", UNNAMED, change)
    assert (row["names"], row["cues"], row["outlets"]) == (names, cues, outlets)


def test_ends_with_a_name_are_not_among_the_unnamed(warehouse: Warehouse) -> None:
    assert answer(warehouse, "view unnamed_ends", UNNAMED, {"claim_ends": {"all_unnamed": False}}) == []
