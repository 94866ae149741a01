"""Kinds that are seen along the arrows of a claim: drift, rings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple, cast

import pytest

from audit.judge import judge
from audit.judge.along_arrows import WALKS, rings
from audit.judge.findings import MARK
from audit.judge.library import Library
from audit.lexicon import load_rules
from audit.trace import trace
from audit.warehouse import Warehouse
from tests.conftest import empty_warehouse


class Told(NamedTuple):
    """An article of one outlet: whom it credits, and its figures in the order of its sentences."""

    outlet: str
    credits: str | None
    values: tuple[int, ...]

    @property
    def text(self) -> str:
        said = f", the {self.credits.title()} said" if self.credits else ""
        return " ".join(f"{value:,} boats sank{said}." for value in self.values)


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    found = empty_warehouse()
    yield found
    found.close()


def _drifts(w: Warehouse, *story: Told) -> list[dict[str, Any]]:
    """The drifts of a story in which every figure matches that of the article it credits."""
    for day, told in enumerate(story, 1):
        _tell(w, day, told)
    firsts = {told.outlet: told for told in story}
    w.insert("matches", [_match(firsts[told.credits], told) for told in story if told.credits])
    w.insert("matches", [_match(told, told, n) for told in story for n in range(1, len(told.values))])
    trace(w)
    judge(w)
    return w.dicts("select * from findings where kind = 'figure_drift' order by finding_id")


def _places(told: Told) -> list[tuple[int, int]]:
    starts = [0, *(i + 2 for i in range(len(told.text)) if told.text.startswith(". ", i))]
    return [(start, start + len(f"{value:,}")) for start, value in zip(starts, told.values, strict=True)]


def _tell(w: Warehouse, day: int, told: Told) -> None:
    key, text, at = told.outlet, told.text, datetime(2026, 3, day)
    w.insert("articles", [(key, 1, True, f"c-{key}", None, None, f"s-{key}", None, key.title(), None, at, "day", None,
                           None, "stated", None, "en", "news", text, key)])  # fmt: skip
    w.insert("sources", [(f"s-{key}", f"The {key.title()}", "outlet", None, None, True)])
    for n, (value, (start, end)) in enumerate(zip(told.values, _places(told), strict=True)):
        w.insert("figures", [(f"f-{key}-{n}", key, 1, start, end, text[start:end], float(value), float(value), "=",
                              None, None, "boats", "sank", "done", None)])  # fmt: skip
    if told.credits:
        end = text.index(".") + 1
        w.insert("credits", [(f"k-{key}", key, 1, text.index("the "), end - 6, f"s-{told.credits}", "relays", 1,
                              f"h-{key}", 0, end, "r")])  # fmt: skip


def _match(a: Told, b: Told, nth: int = 0) -> tuple[Any, ...]:
    ids = {"a_id": f"f-{a.outlet}-0", "b_id": f"f-{b.outlet}-{nth}"}
    places = (a.outlet, *_places(a)[0], b.outlet, *_places(b)[nth])
    return (f"m-{ids['b_id']}", "figure", "rounded", *places, 1.0, json.dumps({"relations": ["rounded"], **ids}))


WIRE, POST, HERALD = Told("wire", None, (1_460,)), Told("post", "wire", (1_500,)), Told("herald", "post", (2_000,))


def test_a_figure_that_is_rounded_twice_has_drifted(warehouse: Warehouse) -> None:
    (found,) = _drifts(warehouse, WIRE, POST, HERALD)
    assert found["article_id"] is None
    assert warehouse.query("select kind from claims where claim_id = ?", [found["claim_id"]]) == [("figure",)]
    assert json.loads(found["evidence"]) == [
        {"article_id": "wire", "start": 0, "end": 5},
        {"article_id": "herald", "start": 0, "end": 5},
    ]


def test_its_sentence_names_every_step_and_both_ends(warehouse: Warehouse) -> None:
    summary = _drifts(warehouse, WIRE, POST, HERALD)[0]["summary"]
    assert "“1,460” → “1,500” → “2,000”" in summary
    assert "“1,460 boats sank” became “2,000 boats sank, the Post said”" in summary
    assert summary.endswith(f"({MARK})")


@pytest.mark.parametrize(
    "story",
    [
        pytest.param([WIRE, POST], id="one step"),
        pytest.param([WIRE, POST, Told("herald", "post", (1_500,))], id="the ends fit"),
        pytest.param([WIRE, POST, Told("herald", "post", (9_000,))], id="a step that does not fit is a conflict"),
        pytest.param([WIRE, POST, Told("herald", "wire", (2_000,))], id="two ways, no chain"),
        pytest.param([Told("wire", None, (1_460, 2_000)), POST, HERALD], id="the first gives the last figure too"),
        pytest.param([WIRE, POST, Told("herald", "post", (2_000, 1_460))], id="the last gives the first figure too"),
    ],
)
def test_no_drift(warehouse: Warehouse, story: list[Told]) -> None:
    assert _drifts(warehouse, *story) == []


def test_of_two_figures_of_the_first_article_the_first_leads(warehouse: Warehouse) -> None:
    (found,) = _drifts(warehouse, Told("wire", None, (1_460, 1_470)), POST, HERALD)
    assert "“1,460” → “1,500” → “2,000”" in found["summary"]


def test_what_repeats_a_drift_is_not_another_one(warehouse: Warehouse) -> None:
    below, beside = Told("mail", "herald", (2_100,)), Told("star", "post", (2_000,))
    (found,) = _drifts(warehouse, WIRE, POST, HERALD, below, beside)
    assert [place["article_id"] for place in json.loads(found["evidence"])] == ["wire", "herald"]


def test_a_rejected_arrow_carries_no_drift(warehouse: Warehouse) -> None:
    assert _drifts(warehouse, WIRE, POST, HERALD)
    ((edge,),) = warehouse.query("select edge_id from edges where child_article_id = 'herald'")
    warehouse.insert("decisions", [("d", "edge", edge, "rejected", "r", None, None)])
    trace(warehouse)
    judge(warehouse)
    assert warehouse.query("select 1 from findings where kind = 'figure_drift'") == []


def _arrow(child: str, parent: str) -> dict[str, Any]:
    names = {"child_name": child.title(), "parent_name": parent.title(), "told_at": None, "first_at": None}
    return {"claim_id": "c", "label": "boats", "child": child, "parent": parent, **names, "evidence": [child]}


def test_a_ring_is_told_in_the_order_of_its_credits() -> None:
    (ring,) = rings([_arrow("b", "a"), _arrow("a", "c"), _arrow("c", "b"), _arrow("d", "a")], cast("Library", None))
    assert ring["slots"]["ring"] == "A ← C ← B ← A"
    assert ring["evidence"] == ["a", "b", "c"]
    assert ring["told_as"] is None


def test_a_ring_begins_with_the_text_that_was_first() -> None:
    days = (datetime(2031, 3, day) for day in (4, 2, 3))
    arrows = [{**_arrow(*names), "told_at": day} for names, day in zip(("ba", "ac", "cb"), days, strict=True)]
    assert [ring["slots"]["ring"] for ring in rings(arrows, cast("Library", None))] == ["A ← C ← B ← A"]
    arrows[2]["told_at"] = datetime(2031, 3, 1)
    assert [ring["slots"]["ring"] for ring in rings(arrows, cast("Library", None))] == ["C ← B ← A ← C"]


def test_a_way_back_to_a_later_version_is_a_loop_through_time() -> None:
    arrows = [{**_arrow("post", "herald"), "told_at": datetime(2031, 3, 2)}]
    arrows += [{**_arrow("herald", "post"), "told_at": datetime(2031, 3, 3), "first_at": datetime(2031, 3, 1)}]
    (ring,) = rings(arrows, cast("Library", None))
    assert ring["told_as"] == "through_time"
    assert ring["evidence"] == ["herald", "post"]
    said = load_rules("findings")["circular"]["through_time"].format(**ring["slots"])
    assert said == (
        "A loop through time: “boats” stood in a version of Herald of 1 March 2031, which names no source for it; "
        "the later version names Post (Herald ← Post ← Herald)."
    )


@pytest.mark.parametrize("credited", [False, True])
def test_an_earlier_version_without_a_source_opens_the_ring(warehouse: Warehouse, credited: bool) -> None:
    wire, post = Told("wire", "post", (1_460,)), Told("post", "wire", (1_460,))
    text, at = "1,460 boats sank.", datetime(2026, 2, 28)
    warehouse.insert("articles", [("wire", 0, False, "c", None, None, "s-wire", None, "Wire", None, at, "day", None,
                                   None, "stated", None, "en", "news", text, "old")])  # fmt: skip
    warehouse.insert("figures", [("f-old", "wire", 0, 0, 5, "1,460", 1460.0, 1460.0, "=", None, None, "boats", "sank",
                                  "done", None)])  # fmt: skip
    if credited:
        row = ("k-old", "wire", 0, 0, 5, "s-post", "relays", 1, "h-old", 0, len(text), "r")
        warehouse.insert("credits", [row])
    for day, told in enumerate((wire, post), 1):
        _tell(warehouse, day, told)
    warehouse.insert("matches", [_match(wire, post)])
    trace(warehouse)
    judge(warehouse)
    ((summary,),) = warehouse.query("select summary from findings where kind = 'circular'")
    assert summary.startswith("The credits form a ring" if credited else "A loop through time")


def test_a_later_version_that_came_behind_the_others_is_an_ordinary_ring() -> None:
    arrows = [{**_arrow("post", "herald"), "told_at": datetime(2031, 3, 1)}]
    arrows += [{**_arrow("herald", "post"), "told_at": datetime(2031, 3, 9), "first_at": datetime(2031, 3, 5)}]
    (ring,) = rings(arrows, cast("Library", None))
    assert ring["told_as"] is None


@pytest.mark.parametrize("kind", WALKS)
def test_every_walk_has_a_query_and_a_sentence(kind: str) -> None:
    assert kind in load_rules("findings")
    assert (files("audit.judge") / "kinds" / f"{kind}.sql").is_file()
