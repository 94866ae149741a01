"""The gate: every data set that is here is held to its floors. Sets beside the checkout are skipped where they are absent."""

from __future__ import annotations

import pytest

from bench.floors import FLOORS, complaints, fingerprints, read_floors
from bench.sets import GOLD, DataSet, data_sets

SETS = data_sets()


def _case(one: DataSet) -> object:
    ours = all(GOLD in file.parents for file in one.files[:1])
    return pytest.param(one, id=one.name, marks=[] if ours else pytest.mark.gold)


@pytest.mark.parametrize("data_set", [_case(one) for one in SETS])
def test_every_floor_holds(data_set: DataSet) -> None:
    if data_set.missing is not None:
        pytest.skip(f"{data_set.name}: {data_set.missing} (docs/bench.md)")
    held = read_floors().get(data_set.name)
    assert list(complaints(held, fingerprints(data_set), data_set.measure())) == []


def test_every_set_has_floors_and_every_floor_a_set() -> None:
    assert read_floors().keys() == {one.name for one in SETS}, (
        f"python -m bench.accuracy --write-floors ({FLOORS.name})"
    )


def test_our_own_gold_is_here() -> None:
    assert sum(one.missing is None for one in SETS) >= 3
