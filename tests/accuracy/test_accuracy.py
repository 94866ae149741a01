"""The gate: every data set that is here is held to its floors. Sets beside the checkout are skipped where they are absent."""

from __future__ import annotations

import pytest

from bench.floors import FLOORS, complaints, fingerprints, read_floors
from bench.sets import GOLD, DataSet, data_sets

SETS = data_sets()


def _cases() -> list[object]:
    return [
        pytest.param(s, id=s.name, marks=[] if s.files[:1] and GOLD in s.files[0].parents else pytest.mark.gold)
        for s in SETS
    ]


@pytest.mark.parametrize("data_set", _cases())
def test_every_floor_holds(data_set: DataSet) -> None:
    if not data_set.present:
        pytest.skip(f"the gold of {data_set.name} is not here: it stands in ../shared beside the checkout")
    held = read_floors().get(data_set.name)
    assert list(complaints(held, fingerprints(data_set), data_set.measure())) == []


def test_every_set_has_floors_and_every_floor_a_set() -> None:
    assert read_floors().keys() == {one.name for one in SETS}, (
        f"python -m bench.accuracy --write-floors ({FLOORS.name})"
    )


def test_our_own_gold_is_here() -> None:
    assert sum(one.present for one in SETS) >= 3
