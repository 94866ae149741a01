"""The scorer on a few rows, each with the fault that its measure is there to see."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from bench.score import pair_off, same_name, score_credits, score_figures, score_labels, score_quotes

TEXT = "“We left early,” said Ann Lee. “It rained.” The “big one” came later."
SAID: dict[str, Any] = {
    "type": "direct",
    "content": [[1, 14], [32, 41]],
    "speaker": [[22, 29]],
    "cue": [[17, 21]],
    "source": "Ann Lee",
}
QUOTES: list[dict[str, Any]] = [
    {"id": "q", "text": TEXT, "quotes": [{**SAID, "speech": True}], "not_quotes": [[49, 56]]}
]

CHAIN = [
    {
        "span": [0, 7],
        "credited": "The BBC",
        "kind": "outlet",
        "relation": "relays",
        "hop": 1,
        "path": ["The BBC", "an official"],
        "required": True,
    },
    {
        "span": [16, 27],
        "credited": "an official",
        "kind": "anonymous",
        "relation": "relays",
        "hop": 2,
        "path": ["The BBC", "an official"],
        "required": True,
    },
]
CREDITS: list[dict[str, Any]] = [
    {"id": "c", "text": "The BBC, citing an official, says so.", "credits": CHAIN},
    {"id": "trap", "text": "The BBC moved house.", "credits": []},
]

FIGURE = {"span": [7, 10], "surface": "200", "approx": "~", "value": 200, "unit": None, "counted": "former miners"}
FIGURES: list[dict[str, Any]] = [
    {"id": "f", "text": "Nearly 200 former miners came.", "figures": [FIGURE]},
    {"id": "none", "text": "In 1998 they came.", "figures": []},
]


def _change(rows: list[dict[str, Any]], part: str, **change: Any) -> dict[str, dict[str, Any]]:
    """Predictions that are the gold but for one change in the first mention."""
    found = {row["id"]: deepcopy(row) for row in rows}
    next(iter(found.values()))[part][0].update(change)
    return found


def _perfect(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row["id"]: deepcopy(row) for row in rows}


def test_the_gold_against_itself_is_perfect() -> None:
    quotes, credits, figures = (
        s(r, _perfect(r)) for s, r in ((score_quotes, QUOTES), (score_credits, CREDITS), (score_figures, FIGURES))
    )
    assert quotes == {
        "overlap_f1": 100,
        "segment_f1": 100,
        "attributed_f1": 100,
        "speaker": 100,
        "source": 100,
        "scare": 0,
    }
    assert credits == {"recall": 100, "precision": 100, "kind": 100, "path": 100, "traps": 0}
    assert figures == {"value_f1": 100, "approx_f1": 100, "unit_f1": 100, "counted_f1": 100, "invented": 0}


def test_nothing_found_scores_nothing() -> None:
    assert score_quotes(QUOTES, {})["overlap_f1"] == 0
    assert score_credits(CREDITS, {})["recall"] == 0
    assert score_figures(FIGURES, {})["value_f1"] == 0


def test_one_piece_of_two_is_a_segment_but_no_quote() -> None:
    scores = score_quotes(QUOTES, _change(QUOTES, "quotes", content=[[1, 14]]))
    assert (scores["overlap_f1"], scores["segment_f1"]) == (0, pytest.approx(66.67))


def test_a_wrong_speaker_costs_the_attribution_alone() -> None:
    scores = score_quotes(QUOTES, _change(QUOTES, "quotes", speaker=[[44, 47]]))
    assert (scores["overlap_f1"], scores["attributed_f1"], scores["speaker"]) == (100, 0, 0)


def test_nobody_is_not_the_speaker() -> None:
    assert score_quotes(QUOTES, _change(QUOTES, "quotes", speaker=[]))["speaker"] == 0


def test_another_full_name_is_another_source() -> None:
    assert score_quotes(QUOTES, _change(QUOTES, "quotes", source="Ben Lee"))["source"] == 0


def test_scare_quotes_are_counted() -> None:
    found = _perfect(QUOTES)
    found["q"]["quotes"].append({**SAID, "content": [[49, 56]]})
    scores = score_quotes(QUOTES, found)
    assert scores["scare"] == 1
    assert scores["overlap_f1"] < 100


@pytest.mark.parametrize("content", [[[1, 14], [32, 41]], [[1, 14]]])
def test_beliefs_are_neither_wanted_nor_punished(content: list[list[int]]) -> None:
    rows = deepcopy(QUOTES)
    rows[0]["quotes"][0]["speech"] = False
    assert score_quotes(rows, {})["overlap_f1"] == 100
    assert score_quotes(rows, _change(rows, "quotes", content=content))["overlap_f1"] == 100


def test_a_credit_far_away_is_another() -> None:
    assert score_credits(CREDITS, _change(CREDITS, "credits", span=[300, 307]))["recall"] == 50


def test_an_outlet_and_an_agency_are_one_kind_and_a_platform_another() -> None:
    assert score_credits(CREDITS, _change(CREDITS, "credits", kind="agency"))["kind"] == 100
    assert score_credits(CREDITS, _change(CREDITS, "credits", kind="platform"))["kind"] == 50


def test_unnamed_nodes_need_no_common_word_and_order_counts() -> None:
    found = _perfect(CREDITS)
    for credit in found["c"]["credits"]:
        credit["path"] = ["The BBC", "somebody"]
    found["c"]["credits"][1]["credited"] = "somebody"
    assert score_credits(CREDITS, found)["path"] == 100
    for credit in found["c"]["credits"]:
        credit["path"], credit["hop"] = ["somebody", "The BBC"], 3 - credit["hop"]
    assert score_credits(CREDITS, found)["path"] == 0


def test_a_carrier_in_a_trap_costs_precision() -> None:
    found = _perfect(CREDITS)
    found["trap"]["credits"] = [deepcopy(CHAIN[0])]
    scores = score_credits(CREDITS, found)
    assert (scores["precision"], scores["traps"]) == (50, 1)


@pytest.mark.parametrize(
    ("change", "metric"),
    [
        ({"value": 201}, "value_f1"),
        ({"value": [200, 300]}, "value_f1"),
        ({"span": [0, 6]}, "value_f1"),
        ({"approx": "<"}, "approx_f1"),
        ({"unit": "dollar"}, "unit_f1"),
        ({"counted": "ships"}, "counted_f1"),
        ({"counted": None}, "counted_f1"),
    ],
)  # fmt: skip
def test_each_slot_of_a_figure_counts(change: dict[str, Any], metric: str) -> None:
    assert score_figures(FIGURES, _change(FIGURES, "figures", **change))[metric] == 0


def test_figures_found_where_none_is_are_invented() -> None:
    found = _perfect(FIGURES)
    found["none"]["figures"] = [{**FIGURE, "value": 1998, "span": [3, 7]}]
    scores = score_figures(FIGURES, found)
    assert (scores["invented"], scores["value_f1"]) == (100, pytest.approx(66.67))


def test_labels_are_shares() -> None:
    gold = [{"id": "a", "label": "equal"}, {"id": "b", "label": "conflict"}]
    assert score_labels(gold, {"a": {"label": "equal"}, "b": {"label": "equal"}}) == {"label": 50}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ann Lee", "Lee", True),
        ("the Delta Express", "Delta Express", True),
        ("Zelensky", "Volodymyr Zelenskyy", True),
        ("Ann Lee", "Ben Lee", False),
        ("", "Lee", False),
        (None, None, False),
    ],
)  # fmt: skip
def test_names(one: str | None, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same_name(other, one) is same


def test_pairs_are_one_to_one_and_the_likest_first() -> None:
    assert pair_off([1, 2], [2, 1, 1], lambda a, b: float(a == b)) == [(0, 1), (1, 0)]
    assert pair_off([10, 20], [19, 21], lambda a, b: 1 / (1 + abs(a - b))) == [(0, 1), (1, 0)]
