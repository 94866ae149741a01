"""A published claim counted again is counted as the run that published it counted it."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.trace.bounds import Bounds
from audit.trace.recount import Recounts, load_recounts, load_texts
from audit.warehouse import Warehouse, open_published


def recounts_of(held: Warehouse) -> Recounts:
    return load_recounts(held, load_texts(held))


def test_every_claim_has_the_bounds_that_the_run_published(demo_warehouse: Path) -> None:
    held = open_published(demo_warehouse)
    told = held.query(
        "select subject_id, low::int, high::int from measures"
        " where measure = 'independence' and subject_kind = 'claim' and denominator > 1"
    )
    counted = recounts_of(held)
    bounds = {c: found.bounds() for c, _, _ in told if (found := counted.of(c))}
    assert bounds == {c: Bounds(a, b) for c, a, b in told}


def test_every_flip_is_what_the_run_said_it_would_be(demo_warehouse: Path) -> None:
    held = open_published(demo_warehouse)
    flips = held.query("select claim_id, edge_id, low_if, high_if from flips")
    assert flips
    counted = recounts_of(held)
    for claim, edge, low, high in flips:
        found = counted.of(claim)
        assert found is not None
        assert found.bounds({edge}) == Bounds(low, high)


def test_a_claim_that_is_not_there_is_none(demo_warehouse: Path) -> None:
    assert recounts_of(open_published(demo_warehouse)).of("nothing") is None


@pytest.mark.parametrize(
    "which",
    ["kind = 'utterance' and articles > 1", "kind in ('figure', 'assertion') and articles = 1"],
    ids=["somebody's words", "one article's"],
)
def test_of_what_no_two_articles_assert_no_origins_are_counted(demo_warehouse: Path, which: str) -> None:
    held = open_published(demo_warehouse)
    (claim,) = held.query(f"select min(claim_id) from claims_told where {which}")[0]
    assert claim
    assert recounts_of(held).of(claim) is None
