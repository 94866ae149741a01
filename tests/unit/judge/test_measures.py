"""Every number of `measures` is a count of rows of its view of evidence, on the demo."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.judge.measures import BOUNDS, definitions, view_sql
from audit.warehouse import Warehouse, open_published

NOTHING_IN_THE_DEMO = {
    "edge_precision",
    "hedge_loss",
    "anonymity_reason_share",
}  # no ruling, no lost hedge along an arrow, no reason given


@pytest.fixture(scope="module")
def warehouse(demo_warehouse: Path) -> Warehouse:
    return open_published(demo_warehouse)


@pytest.mark.parametrize("measure", sorted(set(definitions()) - BOUNDS))
def test_a_measure_is_the_sum_of_its_evidence(warehouse: Warehouse, measure: str) -> None:
    sums = warehouse.query(
        f"select subject_id, coalesce(sum(amount) filter (counted), 0), sum(amount) from {measure}_evidence group by 1 order by 1"
    )
    rows = warehouse.query(
        "select subject_id, numerator, denominator from measures where measure = ? and subject_kind <> 'corpus' order by 1",
        [measure],
    )
    assert rows == sums
    assert rows or measure in NOTHING_IN_THE_DEMO


def test_every_number_of_the_measures_is_asked_for(warehouse: Warehouse) -> None:
    held = {name for (name,) in warehouse.query("select distinct measure from measures")}
    assert held | NOTHING_IN_THE_DEMO == set(definitions())


@pytest.mark.parametrize("measure", sorted(definitions()))
def test_evidence_has_the_columns_that_explain_prints(warehouse: Warehouse, measure: str) -> None:
    names, _ = warehouse.table(f"select * from {measure}_evidence limit 0")
    wanted = [
        "subject_kind",
        "subject_id",
        "counted",
        "amount",
        "article_id",
        "version",
        "start_char",
        "end_char",
        "text",
    ]
    assert names[: len(wanted)] == wanted


@pytest.mark.parametrize("measure", sorted(definitions()))
def test_a_measure_says_what_it_counts_and_what_it_leaves_out(measure: str) -> None:
    told = definitions()[measure]
    assert {"k", "n", "left_out", "limits"} <= set(told) <= {"k", "n", "left_out", "limits", "after"}
    assert view_sql(measure).startswith("-- One row ")


def test_the_longest_chain_of_a_claim_is_its_upper_bound(warehouse: Warehouse) -> None:
    rows = warehouse.query("select low, high from measures where measure = 'chain_depth' and subject_kind = 'claim'")
    assert max(high for _, high in rows) >= 2
    assert all(1 <= low <= high for low, high in rows)


def test_the_ring_of_the_demo_is_circular(warehouse: Warehouse) -> None:
    sql = "select max(numerator) from measures where measure = 'circularity' and subject_kind = 'claim'"
    assert warehouse.query(sql) == [(3,)]
