"""A published claim counted again is counted as the run that published it counted it."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.trace.bounds import Bounds
from audit.trace.recount import load_recount
from audit.warehouse import open_published


def test_every_claim_has_the_bounds_that_the_run_published(demo_warehouse: Path) -> None:
    held = open_published(demo_warehouse)
    told = held.query(
        "select subject_id, low::int, high::int from measures where measure = 'independence' and subject_kind = 'claim'"
    )
    counted = {claim: load_recount(held, claim) for claim, _, _ in told}
    assert {c: found.bounds() for c, found in counted.items() if found} == {c: Bounds(a, b) for c, a, b in told}


def test_every_flip_is_what_the_run_said_it_would_be(demo_warehouse: Path) -> None:
    held = open_published(demo_warehouse)
    flips = held.query("select claim_id, edge_id, low_if, high_if from flips")
    assert flips
    for claim, edge, low, high in flips:
        found = load_recount(held, claim)
        assert found is not None
        assert found.bounds({edge}) == Bounds(low, high)


def test_a_claim_that_is_not_there_is_none(demo_warehouse: Path) -> None:
    assert load_recount(open_published(demo_warehouse), "nothing") is None


@pytest.mark.parametrize("kind", ["utterance"])
def test_nobodys_words_have_origins_counted(demo_warehouse: Path, kind: str) -> None:
    held = open_published(demo_warehouse)
    (claim,) = held.query("select min(claim_id) from claims where kind = ?", [kind])[0]
    found = load_recount(held, claim)
    assert found is not None
    assert not found.is_counted
