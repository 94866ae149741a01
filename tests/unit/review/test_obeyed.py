"""Rulings of every kind are obeyed by the next run."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from audit.pipeline import Job, run_direct
from audit.warehouse import ask
from tests.conftest import DEMO

PICKS = {
    "match": "select min(match_id) from matches where kind = 'quote'",
    "merge": "select min(source_id) from source_aliases",
    "speaker": "select min(utterance_id) from quotes where speaker_id is not null",
    "edge": "select min(edge_id) from edges",
}
LEFT = {
    "match": "select count(*) from matches where match_id = ?",
    "merge": "select count(*) from source_aliases where source_id = ?",
    "speaker": "select count(speaker_id) from quotes where utterance_id = ?",
    "edge": "select count(*) from edges where status <> 'rejected' and edge_id = ?",
}


def test_what_is_ruled_out_is_gone_and_comes_back_when_that_is_taken_back(demo_warehouse: Path, tmp_path: Path) -> None:
    job = Job((DEMO,), tmp_path / "w.duckdb", None, tmp_path / "reviews")
    shutil.copyfile(demo_warehouse, job.warehouse)
    subjects = {kind: ask(job.warehouse, sql)[1][0][0] for kind, sql in PICKS.items()}
    job.reviews.mkdir()
    ledger = job.reviews / "2026-03.jsonl"
    lines = [
        {"decision_id": kind, "subject_kind": kind, "subject_id": key, "verdict": "rejected", "reviewer": "mk"}
        for kind, key in subjects.items()
    ]
    ledger.write_text("".join(json.dumps(line) + "\n" for line in lines))
    run_direct(job)
    assert left(job.warehouse, subjects) == dict.fromkeys(subjects, 0)
    with ledger.open("a") as more:
        more.writelines(json.dumps({"verdict": "undone", "supersedes": kind}) + "\n" for kind in subjects)
    run_direct(job)
    assert all(left(job.warehouse, subjects).values())


def left(warehouse: Path, subjects: dict[str, str]) -> dict[str, int]:
    """How much of each subject stands."""
    return {kind: ask(warehouse, LEFT[kind].replace("?", f"'{key}'"))[1][0][0] for kind, key in subjects.items()}
