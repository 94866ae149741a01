"""Floors hold, say so when they do not, and are never lowered in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.floors import Floor, complaints, fingerprints, raised, read_floors, write_floors
from bench.sets import DataSet

GOLD = {"some.jsonl": "0" * 64}
HELD = Floor(GOLD, {"f1": 80.0, "scare": 1.0})


def test_scores_at_their_floors_hold() -> None:
    assert list(complaints(HELD, GOLD, {"f1": 80.0, "scare": 1.0})) == []


@pytest.mark.parametrize(
    ("gold", "scores", "said"),
    [
        (GOLD, {"f1": 79.9, "scare": 1.0}, "f1 79.9 is below its floor 80"),
        (GOLD, {"f1": 80.0, "scare": 2.0}, "scare 2 is above its ceiling 1"),
        (GOLD, {"scare": 0.0}, "f1 is not measured"),
        (GOLD, {"f1": 80.0, "scare": 0.0, "recall": 9.0}, "recall is without a floor"),
        ({"some.jsonl": "1" * 64}, {"f1": 99.0, "scare": 0.0}, "some.jsonl is not the gold that the floors were measured on"),
        ({**GOLD, "more.jsonl": ""}, {"f1": 99.0, "scare": 0.0}, "more.jsonl is not the gold that the floors were measured on"),
        ({}, {"f1": 99.0, "scare": 0.0}, "some.jsonl is not the gold that the floors were measured on"),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_told(gold: dict[str, str], scores: dict[str, float], said: str) -> None:
    assert list(complaints(HELD, gold, scores)) == [said]


def test_a_set_without_floors_does_not_pass() -> None:
    assert list(complaints(None, GOLD, {"f1": 99.0}))


def test_floors_rise_and_do_not_fall() -> None:
    assert raised(HELD, GOLD, {"f1": 90.0, "scare": 0.0}).floors == {"f1": 89.5, "scare": 0.0}
    assert raised(HELD, GOLD, {"f1": 70.0, "scare": 5.0}).floors == HELD.floors


def test_floors_fall_and_gold_changes_only_when_asked() -> None:
    other = {"some.jsonl": "1" * 64}
    assert raised(HELD, other, {"f1": 90.0, "scare": 0.0}).gold == GOLD
    assert raised(HELD, other, {"f1": 70.0, "scare": 5.0}, lower=True) == Floor(other, {"f1": 69.5, "scare": 5.0})


def test_a_metric_that_is_no_longer_measured_goes_only_when_asked() -> None:
    assert raised(HELD, GOLD, {"f1": 90.0}).floors == {"f1": 89.5, "scare": 1.0}
    assert raised(HELD, GOLD, {"f1": 90.0}, lower=True).floors == {"f1": 89.5}


def test_what_is_written_is_read(tmp_path: Path) -> None:
    floors = {"one": HELD, "other": Floor({"a.b.jsonl": "2" * 64}, {"recall": 0.0})}
    write_floors(floors, tmp_path / "floors.toml")
    assert read_floors(tmp_path / "floors.toml") == floors


def test_one_letter_makes_another_gold(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text("a")
    one = DataSet("set", (file,), dict)
    before = fingerprints(one)
    file.write_text("b")
    assert before.keys() == {"gold.jsonl"}
    assert before != fingerprints(one)


def test_a_set_is_present_with_all_its_files(tmp_path: Path) -> None:
    assert DataSet("set", (), dict).missing == "its folder is not here"
    assert DataSet("set", (tmp_path, tmp_path / "gone"), dict).missing == "gone is not here"
    assert DataSet("set", (tmp_path,), dict, lambda: "no parser").missing == "no parser"
    assert DataSet("set", (tmp_path,), dict).missing is None
