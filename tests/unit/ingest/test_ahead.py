"""Files that other processes take and draft: the same rows, in the same order, as by this process alone."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.engine import LocalEngine, local
from audit.ingest import ahead
from audit.ingest.ahead import FEW, Taken, taken_ahead
from audit.ingest.drafts import Problem
from audit.ingest.files import Seen, look_at
from audit.ingest.step import ingest
from audit.lexicon.outlets import PACKAGED
from audit.warehouse import Warehouse
from tests.conftest import empty_warehouse
from tests.unit.ingest.test_drafting import QUERIES, _line

PAGE = "<html><head><title>Quay {0}</title></head><body><p>The quay {0} of Orrin was closed on Monday, divers said.</p>"


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalEngine]:
    """Two processes, three files a batch."""
    monkeypatch.setattr(local.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(ahead, "BATCH", 3)
    engine = LocalEngine()
    yield engine
    engine.close()


@pytest.fixture
def mixed(raw: Path) -> Path:
    """Files of many kinds, some of which hold others or cannot be read."""
    for number in range(12):
        (raw / f"{number:02}.txt").write_text(f"The harbour office said on day {number} that no ship had come.")
        (raw / f"{number:02}.html").write_text(PAGE.format(number))
    (raw / "twin.txt").write_text((raw / "03.txt").read_text())
    (raw / "few.jsonl").write_text("\n".join(_line(number) for number in range(3)))
    (raw / "many.jsonl").write_text("\n".join(_line(number) for number in range(FEW + 5)))
    (raw / "packed.txt.gz").write_bytes(gzip.compress(b"The mill at Dell burned down, its owner said on Friday."))
    (raw / "cut.txt.gz").write_bytes(gzip.compress(b"The mill at Dell burned down.")[:20])
    (raw / "strange.xyz").write_text("\x00\x01")
    (raw / "empty.txt").write_text("")
    (raw / "told.txt").write_text("The ferry was late, its owner said, and would be late again.")
    (raw / "told.meta.json").write_text('{"title": "Late again", "url": "https://ferry.example/late"}')
    with zipfile.ZipFile(raw / "some.zip", "w") as held:
        held.writestr("in.txt", "The lock at Sandholm leaks, the keeper said on Monday.")
    return raw


def test_files_taken_ahead_give_the_same_rows(warehouse: Warehouse, mixed: Path, engine: LocalEngine) -> None:
    alone = empty_warehouse()
    counts = ingest(alone, [mixed], home=mixed.parent, run_id="r")
    assert ingest(warehouse, [mixed], home=mixed.parent, run_id="r", engine=engine) == counts
    for query in QUERIES:
        assert warehouse.query(query) == alone.query(query)
    assert (
        counts["articles"] == 24 + (FEW + 5) + 1 + 1 + 1
    )  # pages and texts, the lists (the short one again), packed, told, a member
    assert engine.counters()["batches"] > 8
    alone.close()


def test_what_is_held_is_not_taken_again(warehouse: Warehouse, mixed: Path, engine: LocalEngine) -> None:
    ingest(warehouse, [mixed], home=mixed.parent, run_id="r", engine=engine)
    before = engine.counters()["batches"]
    assert not ingest(warehouse, [mixed], home=mixed.parent, run_id="s", engine=engine)["articles"]
    assert engine.counters()["batches"] <= before + 2  # those that gave nothing but problems are tried again


def test_lists_and_containers_are_left_to_the_step(mixed: Path, engine: LocalEngine) -> None:
    files = [look_at(mixed / name, name) for name in ("00.txt", "few.jsonl", "many.jsonl", "some.zip", "01.html")]
    gone = Seen("gone.txt", "0", 1, file=mixed / "gone.txt")
    asked: list[Seen | Problem] = [*files, Problem("a", "b"), gone]
    found = list(taken_ahead(asked, lambda one: True, PACKAGED, engine))
    assert [one for one, _ in found] == asked
    drafts = {one.path: len(taken.found) if taken.found else 0 for one, taken in _taken(found)}
    assert drafts == {"00.txt": 1, "few.jsonl": 3, "many.jsonl": 0, "some.zip": 0, "01.html": 1}


def test_large_files_and_twins_are_not_sent(mixed: Path, engine: LocalEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "BATCH_SIZE", 100)
    files = [look_at(mixed / name, name) for name in ("03.txt", "twin.txt", "04.txt", "04.html")]
    taken = {one.path for one, _ in _taken(taken_ahead(files, lambda one: True, PACKAGED, engine))}
    assert taken == {"03.txt", "04.txt"}


def _taken(found: Iterator[tuple[Seen | Problem, Taken | None]] | list[tuple[Seen | Problem, Taken | None]]) -> (
    list[tuple[Seen, Taken]]
):  # fmt: skip
    return [(one, taken) for one, taken in found if taken is not None and isinstance(one, Seen)]
