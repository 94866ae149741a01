"""`secondhand doctor`: what is well is told in a word, what is wrong with the way out; nothing is written."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import zlib
from pathlib import Path

import duckdb
import pytest
from filelock import FileLock

from tests.conftest import Secondhand

TEXT = "The Holm ferry was delayed on Monday, said Maren Holt, the harbour master of Holm.\n"


@pytest.fixture
def home(secondhand: Secondhand, tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(f"Ferry delayed\n\n{TEXT}")
    assert secondhand("run", "--direct").returncode == 0
    return tmp_path


def told(secondhand: Secondhand) -> list[dict[str, object]]:
    return [json.loads(line) for line in secondhand("doctor", "--json").stdout.splitlines()]


def state(home: Path) -> dict[str, str]:
    files = (path for path in home.rglob("*") if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_all_is_well_and_nothing_is_touched(secondhand: Secondhand, home: Path) -> None:
    before = state(home)
    done = secondhand("doctor")
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["well"] * 9
    assert "well   code, plain Python" in done.stdout
    assert state(home) == before


def test_nothing_there_yet(secondhand: Secondhand) -> None:
    done = secondhand("doctor")
    assert done.returncode == 1
    assert "warehouse.duckdb is not there" in done.stdout
    assert "secondhand run" in done.stdout


def test_kept_bytes_that_changed_are_told(secondhand: Secondhand, home: Path) -> None:
    kept = sqlite3.connect(home / ".warehouse.duckdb.objects")
    kept.execute("update parts set data = ?", [zlib.compress(b"something else")])
    kept.commit()
    kept.close()
    done = secondhand("doctor")
    assert done.returncode == 1
    assert "WRONG  objects: the kept bytes of 1 captures are not what they were" in done.stdout


def test_a_damaged_warehouse(secondhand: Secondhand, home: Path) -> None:
    path = home / "warehouse.duckdb"
    os.truncate(path, path.stat().st_size // 3)
    done = secondhand("doctor")
    assert done.returncode == 1
    assert "WRONG  warehouse" in done.stdout
    assert "put a copy of it back" in done.stdout
    assert done.stdout.count("WRONG") == 1


def test_a_warehouse_that_somebody_wrote_to_is_a_note(secondhand: Secondhand, home: Path) -> None:
    other = duckdb.connect(str(home / "warehouse.duckdb"))
    other.execute("create table mine as select 1")
    other.close()
    assert secondhand("doctor").returncode == 0
    assert [one["what"] for one in told(secondhand)] == ["warehouse"]


def test_a_damaged_page_and_a_stale_report(secondhand: Secondhand, home: Path) -> None:
    (home / "report" / "style.css").write_text("")
    (found,) = told(secondhand)
    assert (found["what"], found["serious"]) == ("report", True)
    assert secondhand("report").returncode == 0
    assert told(secondhand) == []
    (home / "raw" / "b.txt").write_text(f"Ferry delayed again\n\n{TEXT}")
    secondhand("run", "--direct", "--no-report")
    (found,) = told(secondhand)
    assert "another state" in str(found["wrong"])


def test_a_run_under_way_and_what_a_dead_one_left(secondhand: Secondhand, home: Path) -> None:
    (home / ".warehouse.duckdb.build").write_text("half")
    (found,) = told(secondhand)
    assert (found["what"], found["serious"]) == ("runs", False)
    with FileLock(home / ".warehouse.duckdb.lock"):
        (found,) = told(secondhand)
    assert "under way" in str(found["wrong"])


def test_rulings_that_are_none_or_name_nothing(secondhand: Secondhand, home: Path) -> None:
    (home / "raw" / "reviews").mkdir()
    line = {"subject_kind": "finding", "subject_id": "0" * 20, "verdict": "rejected", "reviewer": "mk"}
    (home / "raw" / "reviews" / "a.jsonl").write_text(f"{json.dumps(line)}\nnot a line\n")
    secondhand("run", "--direct")
    found = {(one["what"], one["serious"]) for one in told(secondhand)}
    assert {("rulings", True), ("rulings", False)} <= found


def test_a_broken_list_of_outlets(secondhand: Secondhand, home: Path) -> None:
    (home / "raw" / "outlets.toml").write_text("[[outlet\n")
    assert ("lists", True) in {(one["what"], one["serious"]) for one in told(secondhand)}


def test_the_disk_is_told_in_a_line(secondhand: Secondhand, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from audit import pipeline

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "report")

    monkeypatch.setattr(pipeline, "ingest", full)
    done = secondhand("run", "--direct")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "No space left on device" in done.stderr
