"""Items of a list, drafted in batches by other processes: the same rows as by this one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.engine import LocalEngine, local
from audit.ingest import drafting
from audit.ingest.step import ingest
from audit.warehouse import Warehouse
from tests.conftest import empty_warehouse

QUERIES = (
    "from captures order by path",
    "from articles order by article_id, version",
    "from blocks order by article_id, version, block_no",
    "select path, error from problems order by path",
)


def _line(number: int) -> str:
    text = f"The ferry to Aldhaven was late on day {number}.\n\nIts owner said he would look for a new engine."
    return json.dumps(
        {"text": text, "title": f"Ferry late on day {number}", "url": f"https://ferry.example/n/{number}"}
    )


def test_a_list_drafted_in_batches_has_the_same_rows(
    warehouse: Warehouse, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [_line(number) for number in range(40)]
    lines[13:13] = ["{", json.dumps({"text": "https://ferry.example/alone", "title": "An address"})]
    (raw / "list.jsonl").write_text("\n".join(lines))
    (raw / "one.txt").write_text("The harbour office said that no ship had come.")
    monkeypatch.setattr(local.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(drafting, "BATCH", 5)
    alone, engine = empty_warehouse(), LocalEngine()
    assert ingest(alone, [raw], home=raw.parent, run_id="r")["articles"] == 41
    ingest(warehouse, [raw], home=raw.parent, run_id="r", engine=engine)
    engine.close()
    assert engine.counters()["batches"] > 5
    for query in QUERIES:
        assert warehouse.query(query) == alone.query(query)
    assert len(alone.query(QUERIES[-1])) == 2
    alone.close()
