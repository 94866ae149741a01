"""Rulings: replayed from files, the broken ones told, none lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.review import replay
from audit.warehouse import Warehouse
from tests.conftest import empty_warehouse

RULING = {
    "subject_kind": "edge",
    "subject_id": "e1",
    "verdict": "rejected",
    "reviewer": "mk",
    "decided_at": "2026-03-02T10:00:00",
}


@pytest.fixture
def warehouse(tmp_path: Path) -> Iterator[Warehouse]:
    found = empty_warehouse()
    yield found
    found.close()


def write(folder: Path, *lines: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "2026-03.jsonl").write_text("\n".join(lines))
    return folder


def test_a_ruling_is_a_row(warehouse: Warehouse, tmp_path: Path) -> None:
    assert replay(warehouse, write(tmp_path / "r", json.dumps(RULING)), "run")
    assert warehouse.query("select subject_id, verdict, reviewer from decisions") == [("e1", "rejected", "mk")]


def test_the_same_rulings_twice_change_nothing(warehouse: Warehouse, tmp_path: Path) -> None:
    folder = write(tmp_path / "r", json.dumps(RULING))
    replay(warehouse, folder, "run 1")
    assert not replay(warehouse, folder, "run 2")


@pytest.mark.parametrize(
    "line",
    [
        "{not json",
        "[1]",
        '{"subject_kind": "edge"}',
        '{"subject_kind": "article", "subject_id": "a", "verdict": "accepted"}',
    ],
)
def test_a_line_that_is_no_ruling_is_told_once_and_costs_no_other(
    warehouse: Warehouse, tmp_path: Path, line: str
) -> None:
    folder = write(tmp_path / "r", line, json.dumps(RULING))
    replay(warehouse, folder, "run 1")
    replay(warehouse, folder, "run 2")
    assert warehouse.query("select count(*) from decisions") == [(1,)]
    assert warehouse.query("select path, first_run_id from problems") == [("2026-03.jsonl:1", "run 1")]


def test_no_folder_is_no_ruling(warehouse: Warehouse, tmp_path: Path) -> None:
    assert not replay(warehouse, tmp_path / "nowhere", "run")


@pytest.mark.parametrize(
    "line",
    [
        "[" * 100_000,
        json.dumps({**RULING, "reviewer": "a\ud800b"}),
        json.dumps({**RULING, "subject_id": {"a": 1}}),
        json.dumps({**RULING, "verdict": ["rejected"]}),
        json.dumps({**RULING, "decided_at": 5}),
    ],
    ids=["deep", "half a character", "object for an id", "list for a verdict", "number for a date"],
)
def test_a_hostile_ruling_is_a_problem(warehouse: Warehouse, tmp_path: Path, line: str) -> None:
    replay(warehouse, write(tmp_path / "r", line, json.dumps(RULING)), "run")
    assert warehouse.query("select path from problems") == [("2026-03.jsonl:1",)]
    assert warehouse.query("select count(*) from decisions") == [(1,)]


def test_a_mended_ruling_takes_its_problem_away(warehouse: Warehouse, tmp_path: Path) -> None:
    replay(warehouse, write(tmp_path / "r", "[1]", "[2]"), "run 1")
    replay(warehouse, write(tmp_path / "r", json.dumps(RULING), "[2]"), "run 2")
    assert warehouse.query("select path, first_run_id from problems") == [("2026-03.jsonl:2", "run 1")]


def test_a_folder_among_the_rulings_is_a_problem(warehouse: Warehouse, tmp_path: Path) -> None:
    folder = write(tmp_path / "r", json.dumps(RULING))
    (folder / "x.jsonl").mkdir()
    replay(warehouse, folder, "run")
    assert warehouse.query("select path from problems") == [("x.jsonl",)]
    assert warehouse.query("select count(*) from decisions") == [(1,)]


def standing(warehouse: Warehouse) -> list[tuple[str, str, str | None]]:
    return warehouse.query("select subject_id, verdict, status from rulings order by subject_id")  # type: ignore[return-value]


def test_of_two_rulings_of_one_second_the_later_line_stands(warehouse: Warehouse, tmp_path: Path) -> None:
    for verdicts in (("accepted", "rejected"), ("rejected", "accepted"), ("accepted", "unsure")):
        lines = (json.dumps({**RULING, "verdict": verdict, "note": str(n)}) for n, verdict in enumerate(verdicts))
        replay(warehouse, write(tmp_path / "r", *lines), "run")
        assert standing(warehouse)[0][1] == verdicts[-1]


def test_a_ruling_without_a_day_never_outweighs_one_with(warehouse: Warehouse, tmp_path: Path) -> None:
    undated = {"subject_kind": "edge", "subject_id": "e1", "verdict": "accepted"}
    replay(warehouse, write(tmp_path / "r", json.dumps(RULING), json.dumps(undated)), "run")
    assert standing(warehouse) == [("e1", "rejected", "rejected")]


def test_unsure_decides_nothing_and_missing_rejects(warehouse: Warehouse, tmp_path: Path) -> None:
    lines = [json.dumps({**RULING, "subject_id": v, "verdict": v}) for v in ("unsure", "missing")]
    replay(warehouse, write(tmp_path / "r", *lines), "run")
    assert standing(warehouse) == [("missing", "missing", "rejected"), ("unsure", "unsure", None)]


def test_what_is_taken_back_no_longer_counts_and_the_line_before_does(warehouse: Warehouse, tmp_path: Path) -> None:
    first = {**RULING, "decision_id": "d1", "verdict": "accepted"}
    second = {**RULING, "decision_id": "d2", "reviewer": "jr"}
    undo = {"verdict": "undone", "supersedes": "d2", "reviewer": "jr"}
    replay(warehouse, write(tmp_path / "r", *map(json.dumps, (first, second, undo))), "run")
    assert standing(warehouse) == [("e1", "accepted", "accepted")]


def test_zones_are_kept_in_order(warehouse: Warehouse, tmp_path: Path) -> None:
    early = {**RULING, "decided_at": "2026-03-02T10:30:00+02:00", "verdict": "accepted"}
    replay(warehouse, write(tmp_path / "r", json.dumps(RULING), json.dumps(early)), "run")
    assert standing(warehouse) == [("e1", "rejected", "rejected")]
