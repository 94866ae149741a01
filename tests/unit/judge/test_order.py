"""What changed into what: said only where dates or an arrow of the claim tell which text came first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from audit.judge import judge
from audit.warehouse import Warehouse
from tests.conftest import empty_warehouse

TEXTS = {"a": "The Orrin mill lost 5 litres.", "b": "The Orrin mill lost 5 gallons."}
UNITS = {"a": "litre", "b": "gallon"}
AT = len("The Orrin mill lost ")


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    found = empty_warehouse()
    yield found
    found.close()


def told(
    w: Warehouse, relation: str, days: dict[str, int], arrow: str = "", slot: str = "unit", one: bool = False,
    words: str = "[]",
) -> list[tuple[str, str]]:  # fmt: skip
    """Kind and sentence of what is found on one match; `arrow` is child and parent, "ab", `words` its places."""
    for key, text in TEXTS.items():
        at = datetime(2026, 3, days[key], 9) if key in days else None
        w.insert("articles", [(key, 1, True, f"c-{key}", None, None, None, None, None, None, at, "time" if at else None, None,
                               None, None, None, "en", "news", text, key)])  # fmt: skip
        w.insert(
            "figures",
            [
                (
                    f"f-{key}",
                    key,
                    1,
                    AT,
                    AT + 1,
                    "5",
                    5.0,
                    5.0,
                    "=",
                    None,
                    UNITS[key] if relation == "mutated" else "litre",
                    None,
                    "lost",
                    "done",
                    None,
                )
            ],
        )
    detail = json.dumps({"relations": [relation], "slot": slot, "why": "so", "a_id": "f-a", "b_id": "f-b"})
    w.insert("matches", [("m", "figure", relation, "a", AT, AT + 1, "a" if one else "b", AT, AT + 1, 1.0, detail)])
    w.insert("claims", [("k", "figure", "5 crowns")])
    w.insert("claim_mentions", [("k", "figure", f"f-{key}", key, 1) for key in TEXTS])
    if arrow:
        w.insert("edges", [("e", "k", arrow[0], arrow[1], None, "relays", "stated", 1.0, "machine", words)])
    judge(w)
    kinds = ("figure_mutated", "hedge_lost", "superseded", "figure_conflict", "changed_on_way")
    rows = w.query("select kind, summary from findings order by 1")
    return [row for row in rows if row[0] in kinds]


A, B = "The Orrin mill lost 5 litres", "The Orrin mill lost 5 gallons"
DATED = {"a": 2, "b": 3}


@pytest.mark.parametrize(
    ("days", "arrow", "first", "then"),
    [
        (DATED, "ba", A, B),
        ({"b": 3}, "ba", A, B),
        ({}, "ab", B, A),
        ({"a": 3}, "ab", B, A),
        ({"a": 3, "b": 2}, "ab", B, A),
    ],
)
def test_a_figure_became_another_along_an_arrow(
    warehouse: Warehouse, days: dict[str, int], arrow: str, first: str, then: str
) -> None:
    [(kind, summary)] = told(warehouse, "mutated", days, arrow)
    assert kind == "figure_mutated"
    assert f"“{first}” became “{then}”" in summary


@pytest.mark.parametrize("days", [{}, {"b": 3}, {"a": 3}, {"a": 3, "b": 3}, DATED])
@pytest.mark.parametrize(("relation", "kind"), [("mutated", "figure_mutated"), ("updated", "superseded")])
def test_without_an_arrow_one_figure_stands_against_the_other(
    warehouse: Warehouse, relation: str, kind: str, days: dict[str, int]
) -> None:
    if relation == "updated" and days == DATED:
        return  # two dates tell which count is later
    [(found, summary)] = told(warehouse, relation, days)
    assert found == kind
    assert "stands against" in summary
    assert "became" not in summary


@pytest.mark.parametrize(
    ("relation", "days", "arrow", "lost"),
    [
        ("hedge_lost", DATED, "", True),
        ("hedge_lost", {"b": 3}, "", False),
        ("hedge_lost", {}, "ba", True),
        ("hedge_lost", {}, "ab", False),
        ("hedge_added", {}, "ab", True),
        ("hedge_added", {}, "ba", False),
        ("hedge_added", DATED, "", False),
    ],
)
def test_a_hedge_is_lost_only_on_the_way_from_the_earlier_text(
    warehouse: Warehouse, relation: str, days: dict[str, int], arrow: str, lost: bool
) -> None:
    found = told(warehouse, relation, days, arrow)
    assert [kind for kind, _ in found] == ["hedge_lost"] * lost
    first, then = (B, A) if arrow == "ab" else (A, B)
    told_so = "became" if arrow else "stands against"
    assert all(f"“{first}” {told_so} “{then}”" in summary for _, summary in found)


def test_a_count_that_fell_is_no_later_count(warehouse: Warehouse) -> None:
    [(kind, summary)] = told(warehouse, "updated", {}, "ab")
    assert kind == "figure_conflict"
    assert f"“{B}” stands against “{A}”" in summary


def test_what_was_told_as_done_before_did_not_become_done(warehouse: Warehouse) -> None:
    assert told(warehouse, "mutated", {}, "ab", slot="modality") == []


def test_one_text_may_say_it_again_without_its_hedge(warehouse: Warehouse) -> None:
    assert told(warehouse, "hedge_lost", {}, one=True) == []


def credited(child: str, parent: str, at: int = AT) -> str:
    """The places of an arrow: the credit, the credited words at `at`, and where the parent has them."""
    places = ((child, 0), (child, at), (parent, AT))
    return json.dumps([{"article_id": key, "start": start, "end": start + 1} for key, start in places])


@pytest.mark.parametrize("relation", ["conflict", "hedge_flipped"])
@pytest.mark.parametrize(("arrow", "first", "then"), [("ba", A, B), ("ab", B, A)])
def test_a_figure_that_a_text_has_from_the_other_changed_on_the_way(
    warehouse: Warehouse, relation: str, arrow: str, first: str, then: str
) -> None:
    (kind, summary), (counted, _) = told(warehouse, relation, DATED, arrow, slot="value", words=credited(*arrow))
    assert (kind, counted) == ("changed_on_way", "figure_conflict")
    assert warehouse.query("select severity from findings where kind = 'figure_conflict'") == [(0,)]
    assert f"“{first}” in the text that is credited, “{then}” in the one that credits it" in summary


def test_words_that_hold_no_figure_carry_none(warehouse: Warehouse) -> None:
    found = told(warehouse, "conflict", DATED, "ba", slot="value", words=credited("b", "a", at=0))
    assert [kind for kind, _ in found] == ["figure_conflict"]


def test_a_unit_that_changed_on_the_way_is_told_so(warehouse: Warehouse) -> None:
    [(kind, summary)] = told(warehouse, "mutated", DATED, "ba", words=credited("b", "a"))
    assert kind == "figure_mutated"
    assert f"“{A}” in the text that is credited, “{B}” in the one that credits it" in summary
