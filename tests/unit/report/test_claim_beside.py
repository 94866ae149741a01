"""What a claim's page names beside it: other claims that a match joins to it, not what a wide bound allows."""

from __future__ import annotations

import json

import pytest

from audit.warehouse import read_sql
from tests.conftest import empty_warehouse


@pytest.mark.parametrize(
    ("relation", "other", "told"),
    [
        ("compatible", 198.0, ["two"]),
        ("compatible", 400.0, ["two"]),
        ("compatible", 401.0, []),  # "over 200" allows it, and says nothing of it
        ("compatible", 99.0, []),
        ("conflict", 3000.0, ["two"]),
    ],
)
def test_a_bound_says_nothing_of_numbers_far_from_it(relation: str, other: float, told: list[str]) -> None:
    warehouse = empty_warehouse()
    for key, value in (("f", 200.0), ("g", other)):
        figure = (key, key, 1, 0, 3, "200", value, value, ">", "over", None, "boats", "sank", "done", None)
        warehouse.insert("figures", [figure])
    detail = json.dumps({"a_id": "f", "b_id": "g"})
    warehouse.insert("matches", [("m", "figure", relation, "f", 0, 3, "g", 0, 3, 0.9, detail)])
    warehouse.insert("claim_links", [("one", "two", relation, json.dumps({"match_id": "m", "why": "so"}))])
    rows = warehouse.query(read_sql("audit.report", "queries/claim_beside"), {"ids": ["one"]})
    assert [row[1] for row in rows] == told
    warehouse.close()
