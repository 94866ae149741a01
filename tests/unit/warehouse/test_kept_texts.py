"""Texts in a file: each comes back as it was, also in another process, and few lie in memory."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import duckdb
import pytest

from audit.warehouse import KeptTexts, Warehouse, kept_texts

TEXTS = ["The “ferry” sank.", "", "\ud800 half of a pair", "Ещё раз"]


@pytest.fixture(autouse=True)
def in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_texts, "MOST_HELD", -1)


@pytest.mark.parametrize(("room", "held"), [(-1, 0), (16, 0), (17, 2), (32, 2), (33, 3), (39, 3), (40, 4)])
def test_each_text_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int, held: int) -> None:
    monkeypatch.setattr(kept_texts, "MOST_READ", 1)
    monkeypatch.setattr(kept_texts, "MOST_HELD", room)
    texts = KeptTexts(tmp_path)
    kept = [texts.add(text) for text in TEXTS]
    texts.ready()
    assert sum(isinstance(text, str) for text in kept) == held
    assert [*map(str, kept), *map(str, reversed(kept))] == [*TEXTS, *reversed(TEXTS)]
    assert not list(tmp_path.iterdir())


def test_it_equals_its_words_and_travels_as_these() -> None:
    texts = KeptTexts(None)
    one, same, other = (texts.add(text) for text in ("Ferry sinks", "Ferry sinks", "Ferry sails"))
    texts.ready()
    assert one == same == "Ferry sinks"
    assert one not in (other, 7)
    assert hash(one) == hash("Ferry sinks")
    assert type(pickle.loads(pickle.dumps(one))) is str


def test_they_lie_beside_the_warehouse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[object]()
    monkeypatch.setattr("audit.warehouse.database.KeptTexts", asked.append)
    room = tmp_path / "w.duckdb.tmp"
    for _ in range(2):
        warehouse = Warehouse(duckdb.connect(str(tmp_path / "w.duckdb")))
        warehouse.keep_texts()
        warehouse.close()
        room.mkdir(exist_ok=True)
    assert asked == [None, Path(os.fspath(room))]
