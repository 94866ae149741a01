"""A file that changes while a run reads it: what is kept goes by the hash of the bytes that it was read from."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from audit.ingest import files, step
from audit.ingest.step import ingest
from audit.warehouse import Warehouse
from tests.conftest import empty_warehouse

BEFORE = "The flood sank 12 boats in the harbour of Orrin, the Dell Post reported on Monday."
AFTER = BEFORE.replace("12", "13")


def read(path: Path) -> Warehouse:
    warehouse = empty_warehouse()
    ingest(warehouse, [path], home=path.parent, run_id="r")
    return warehouse


def changing(monkeypatch: pytest.MonkeyPatch, words: str, after: int = 1) -> None:
    """Once the file was hashed so often, other words stand in it."""
    looked, look_at = [0], step.look_at

    def look(file: Path, path: str) -> step.Seen:
        seen = look_at(file, path)
        looked[0] += 1
        if looked[0] == after:
            file.write_text(words, encoding="utf-8")
        return seen

    monkeypatch.setattr(step, "look_at", look)


def test_hash_and_text_are_of_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BEFORE, encoding="utf-8")
    changing(monkeypatch, AFTER)
    warehouse = read(path)
    assert warehouse.query("select text, sha256 from articles join captures using (capture_id)") == [
        (AFTER, hashlib.sha256(AFTER.encode()).hexdigest())
    ]
    assert warehouse.query("from problems") == []


def test_a_large_file_that_changed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BEFORE, encoding="utf-8")
    monkeypatch.setattr(files, "AT_ONCE", 10)
    changing(monkeypatch, AFTER)
    assert [error for (error,) in read(path).query("select error from problems")] == [
        "the file changed while it was read: the next run reads it anew"
    ]


def test_a_large_file_that_stands_still_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BEFORE, encoding="utf-8")
    monkeypatch.setattr(files, "AT_ONCE", 10)
    assert read(path).query("from problems") == []
