"""What is read again, and what is kept though its source went: nothing is lost because code or a sidecar changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from audit.ingest.files import list_files
from audit.ingest.step import ingest
from audit.report import write_report
from audit.warehouse import Warehouse

BODY = (
    "The ferry lands elsewhere since divers found {} cracks in the walls of the old quay and told the harbour office."
)


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


def read(warehouse: Warehouse, *paths: Path, again: bool = False) -> dict[str, int]:
    return ingest(warehouse, paths, home=paths[0].parent, run_id="r", again=again)


def held(warehouse: Warehouse) -> list[tuple[Any, ...]]:
    return warehouse.query("select version, is_latest, text from articles order by version, text")


def problems(warehouse: Warehouse) -> list[str]:
    return [row[0] for row in warehouse.query("select error from problems order by path")]


def test_what_is_not_read_again_is_not_forgotten(warehouse: Warehouse, raw: Path) -> None:
    for name, number in (("a", 3), ("b", 4)):
        (raw / name).mkdir()
        (raw / name / f"{name}.txt").write_text(BODY.format(number))
        read(warehouse, raw / name)
    before = held(warehouse)
    read(warehouse, raw / "b", again=True)
    assert held(warehouse) == before


def test_a_version_whose_bytes_are_gone_stays_behind_the_one_that_is_read_again(
    warehouse: Warehouse, raw: Path
) -> None:
    for number in (3, 4):
        (raw / "a.txt").write_text(BODY.format(number))
        read(warehouse, raw)
    before = held(warehouse)
    assert [row[:2] for row in before] == [(1, False), (2, True)]
    read(warehouse, raw, again=True)
    assert held(warehouse) == before


def test_a_version_that_is_not_the_last_keeps_its_number(warehouse: Warehouse, raw: Path) -> None:
    said = {"url": "https://quayside.example/ferry/one"}
    for name, number in (("a", 3), ("b", 4)):
        (raw / f"{name}.txt").write_text(BODY.format(number))
        (raw / f"{name}.meta.json").write_text(json.dumps(said))
        read(warehouse, raw)
    before = held(warehouse)
    (raw / "b.txt").rename(raw.parent / "b.txt")
    read(warehouse, raw, again=True)
    assert [row[:2] for row in held(warehouse)] == [(1, True), (2, False)]
    (raw.parent / "b.txt").rename(raw / "b.txt")
    read(warehouse, raw, again=True)
    assert held(warehouse) == before


def test_a_sidecar_that_comes_later_is_heard(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.txt").write_text(BODY.format(3))
    read(warehouse, raw)
    (raw / "a.meta.json").write_text('{"title": "Quay shut"}')
    assert read(warehouse, raw)["captures"] == 1
    assert warehouse.query("select title from articles") == [("Quay shut",)]
    assert read(warehouse, raw)["captures"] == 0


def test_a_mended_sidecar_takes_its_problem_away(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.txt").write_text(BODY.format(3))
    (raw / "a.meta.json").write_text('{"title": ')
    read(warehouse, raw)
    assert (len(held(warehouse)), len(problems(warehouse))) == (0, 1)
    (raw / "a.meta.json").write_text('{"title": "Quay shut"}')
    read(warehouse, raw)
    assert (len(held(warehouse)), problems(warehouse)) == (1, [])


def test_a_mended_file_takes_its_problem_away(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.jsonl").write_text('{"text": "' + BODY.format(3) + '"}\n{"text": \n')
    read(warehouse, raw)
    assert (len(held(warehouse)), len(problems(warehouse))) == (1, 1)
    (raw / "a.jsonl").write_text('{"text": "' + BODY.format(3) + '"}\n{"text": "' + BODY.format(4) + '"}\n')
    read(warehouse, raw)
    assert (len(held(warehouse)), problems(warehouse)) == (2, [])


def test_a_problem_that_stays_is_the_row_that_it_was(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.txt").write_text("")
    ingest(warehouse, [raw], home=raw.parent, run_id="first")
    assert ingest(warehouse, [raw], home=raw.parent, run_id="second")["problems"] == 0
    assert warehouse.query("select first_run_id from problems") == [("first",)]


def test_half_a_character_in_an_id_ends_no_run(warehouse: Warehouse, raw: Path) -> None:
    lines = [
        f'{{"id": "\\ud800", "text": "{BODY.format(3)}"}}',
        f'{{"url": "https://x.example/\\udc00/a", "text": "{BODY}"}}',
    ]
    (raw / "a.jsonl").write_text("\n".join(lines))
    assert read(warehouse, raw)["articles"] == 2


def test_neither_report_nor_warehouse_is_input(warehouse: Warehouse, raw: Path) -> None:
    (raw / "a.txt").write_text(BODY.format(3))
    read(warehouse, raw)
    write_report(warehouse, raw / "report")
    (raw / "old.duckdb").write_bytes(b"DUCK")
    assert list_files([raw]) == [raw / "a.txt"]
