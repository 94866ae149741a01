"""What is kept beside the warehouse is enough: from it and the rulings alone come the same rows."""

from __future__ import annotations

import hashlib
import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from audit.errors import InputError, WarehouseError
from audit.fingerprints import STAGES
from audit.ingest.files import Seen
from audit.ingest.objects import Objects, objects_of
from audit.pipeline import Job, run_direct
from audit.warehouse import open_published

LEAK = "“We will not reopen the north gate until every pump has been tested twice,” {} told reporters on Monday."
FLOOD = "The flood sank {} boats in the harbour of Orrin, {}."
OF_RUNS = {"runs", "run_changes", "fingerprints"}  # what tells of runs, not of texts


def line(number: int, publisher: str, text: str) -> str:
    told = {"id": f"n{number}", "publisher": publisher, "published": f"2031-03-0{number + 1}", "text": text}
    return json.dumps(told) + "\n"


LINES = (
    line(1, "Orrin Echo", FLOOD.format("about 40", "the Dell Post reported") + " " + LEAK.format("J. Trask")),
    line(2, "Quay Sun", FLOOD.format("60", "the Orrin Echo reported")),
    line(3, "Mill Gazette", FLOOD.format("about 40", "according to the harbour office")),
)


@pytest.fixture
def job(tmp_path: Path) -> Job:
    raw = tmp_path / "in"
    raw.mkdir()
    return Job((raw,), tmp_path / "w.duckdb", None, tmp_path / "reviews", outlets=tmp_path / "none")


def grow(job: Job) -> None:
    """Four runs: texts come, grow, are edited and go; one cannot be read."""
    raw = job.paths[0]
    dell = FLOOD.format("about 40", "according to the harbour office") + "\n\n" + LEAK.format("John Trask of the Board")
    (raw / "a.txt").write_text("Flood in Orrin\n\nDell Post, 2 March 2031\n\n" + dell)
    (raw / "a.meta.json").write_text(json.dumps({"title": "Flood in Orrin", "publisher": "Dell Post"}))
    (raw / "list.jsonl").write_text("".join(LINES[:2]))
    with ZipFile(raw / "b.zip", "w") as archive:
        archive.writestr("b.txt", "Vale Times, 3 March 2031\n\n" + FLOOD.format("over 40", "the Dell Post reported"))
    run_direct(job)
    (raw / "a.txt").write_text("Flood in Orrin and beyond\n\nDell Post, 2 March 2031\n\n" + dell)
    (raw / "list.jsonl").write_text("".join(LINES))
    (raw / "c.txt").write_text("")
    run_direct(job)
    (raw / "a.meta.json").write_text(json.dumps({"title": "Flood in Orrin and beyond", "publisher": "Dell Post"}))
    run_direct(job)
    (raw / "list.jsonl").write_text("".join(LINES[::2]))
    run_direct(job)


def rows(job: Job) -> dict[str, list[tuple[Any, ...]]]:
    """Every table, without the columns that name a run and the moment at which one looked."""
    warehouse = open_published(job.warehouse)
    try:
        tables = [t for (t,) in warehouse.query("select table_name from duckdb_tables()") if t not in OF_RUNS]
        return {table: sorted(warehouse.query(_query(warehouse.columns(table), table)), key=repr) for table in tables}
    finally:
        warehouse.close()


def _query(columns: list[tuple[str, str]], table: str) -> str:
    names = [name for name, _ in columns if name not in {"run_id", "first_run_id", "seen_no"}]
    told = ["gone_at is not null" if name == "gone_at" else f'"{name}"' for name in names]
    return f"select {', '.join(told)} from {table}"


def test_a_rebuild_gives_the_same_rows(job: Job) -> None:
    grow(job)
    edge = rows(job)["edges"][0][0]
    job.reviews.mkdir()
    ruling = {"subject_kind": "edge", "subject_id": edge, "verdict": "rejected", "reviewer": "ann"}
    (job.reviews / "ann.jsonl").write_text(json.dumps(ruling) + "\n")
    run_direct(job)
    before = rows(job)
    assert before["places"]
    assert before["problems"]
    assert any(row[-1] for row in before["articles"])
    job.paths[0].rename(job.paths[0].with_name("elsewhere"))
    job.warehouse.write_bytes(b"no warehouse")
    run_direct(replace(job, rebuild=True))
    after = rows(job)
    assert {table: after[table] for table in before if before[table] != after[table]} == {}
    job.paths[0].with_name("elsewhere").rename(job.paths[0])
    assert run_direct(job).unchanged


def test_without_objects_nothing_is_rebuilt(job: Job) -> None:
    (job.paths[0] / "a.jsonl").write_text(LINES[0])
    run_direct(job)
    objects_of(job.warehouse).unlink()
    before = job.warehouse.read_bytes()
    with pytest.raises(InputError, match="nothing is kept"):
        run_direct(replace(job, rebuild=True))
    assert job.warehouse.read_bytes() == before


def test_objects_that_were_lost_are_kept_again(job: Job) -> None:
    (job.paths[0] / "a.jsonl").write_text(LINES[0])
    run_direct(job)
    objects_of(job.warehouse).unlink()
    assert run_direct(job).unchanged
    before = rows(job)
    run_direct(replace(job, rebuild=True))
    assert rows(job) == before


def test_other_rules_reach_what_lies_nowhere_any_more(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    (job.paths[0] / "a.jsonl").write_text(LINES[0])
    (job.paths[0] / "b.jsonl").write_text(LINES[1])
    run_direct(job)
    (job.paths[0] / "b.jsonl").unlink()
    run_direct(job)
    monkeypatch.setattr("audit.ingest.store._link_rows", lambda a, v, d: [(a, v, 0, 1, "x:", "x:", "other", None)])
    monkeypatch.setattr("audit.pipeline.stage_fingerprints", lambda: dict.fromkeys(STAGES, "new"))
    run_direct(job)
    assert len(rows(job)["links"]) == 2


def test_a_list_that_grew_is_kept_once(job: Job) -> None:
    for number in (1, 2, 3):
        (job.paths[0] / "list.jsonl").write_text("".join(LINES[:number]))
        run_direct(job)
    objects = Objects(objects_of(job.warehouse))
    kept = objects._db.execute("select count(distinct sha256) from parts").fetchone()
    captures = [path for look in objects.looks() for path in look.lay.values() if path]
    whole = []
    for capture in captures:
        with objects.opened(capture) as found:
            assert found
            whole.append(found[1].decode())
    objects.close()
    assert (kept, whole) == ((1,), ["".join(LINES[:n]) for n in (1, 2, 3)])


def test_a_full_disk_and_a_damaged_file_are_told(job: Job) -> None:
    (job.paths[0] / "a.jsonl").write_text(LINES[0])
    run_direct(job)
    objects = Objects(objects_of(job.warehouse))
    objects._db.execute("pragma max_page_count = 1")
    data = random.Random(1).randbytes(200_000)
    with pytest.raises(WarehouseError, match="is full"):
        objects.keep(Seen("b", hashlib.sha256(data).hexdigest(), len(data)), data)
    objects.close()
    objects_of(job.warehouse).write_bytes(b"no objects at all" * 100)
    with pytest.raises(WarehouseError, match="cannot be used"):
        run_direct(job)
