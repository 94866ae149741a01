"""What reading holds at once: as many articles as one batch has, and their bytes no longer than one is read."""

from __future__ import annotations

import gc
import io
import sys
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from audit.ingest import drafting, step
from audit.ingest.drafts import Draft
from audit.ingest.sources import Source
from audit.ingest.step import ROOM, ingest
from audit.pipeline import Job, begin
from audit.pipeline import ingest as run_ingest
from audit.warehouse import Warehouse, database

PAGES, BATCH = 60, 10


def archive(path: Path) -> None:
    """A WARC whose pages are all different."""
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for n in range(PAGES):
            words = f"<p>The harbour office closed quay {n} after divers had found cracks in its walls, it said.</p>"
            page = f"<html><body><article><h1>Quay {n} is closed</h1>{words * 3}</article></body></html>".encode()
            http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            url = f"https://quay.example/n/{n}"
            writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(page), http_headers=http))


def test_an_archive_is_held_a_batch_at_a_time(warehouse: Warehouse, raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive(raw / "a.warc.gz")
    read, held = drafting.read_page, list[tuple[int, int]]()

    def counted(*given: object) -> Draft:
        draft = read(*given)  # type: ignore[arg-type]
        if len(held) % 7 == 0:
            alive = gc.get_objects()
            held.append((sum(type(o) is Draft for o in alive), sum(type(o) is Source and bool(o.data) for o in alive)))
        else:
            held.append((0, 0))
        return draft

    monkeypatch.setattr(drafting, "read_page", counted)
    monkeypatch.setattr(step, "CHUNK", BATCH)
    assert ingest(warehouse, [raw], home=raw.parent, run_id="r")["articles"] == PAGES == len(held)
    assert max(drafts for drafts, _ in held) <= BATCH + 2
    assert max(sources for _, sources in held) <= 2


def test_rows_are_not_held_until_their_transaction_ends(warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    made, make = list[object](), database._arrow

    def kept(rows: list[object], kinds: dict[str, str]) -> object:
        made.append(make(rows, kinds))
        return made[-1]

    monkeypatch.setattr(database, "_arrow", kept)
    with warehouse.transaction():
        for n in range(3):
            warehouse.insert("members", [(f"a{n}", f"b{n}")])
        alone = [object()]
        by_us = sys.getrefcount(alone[0])
        assert [sys.getrefcount(made[n]) for n in range(3)] == [by_us] * 3
    assert warehouse.query("select count(*) from members") == [(3,)]


def test_reading_is_given_so_much_memory_and_the_other_steps_what_there_is(
    tmp_path: Path, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (raw / "a.txt").write_text("The harbour office closed the old quay after divers had found cracks in its walls.")
    given, flush = list[str](), step.flush

    def asked(one: step.Step) -> None:
        given.append(limit(one.warehouse))
        flush(one)

    monkeypatch.setattr(step, "flush", asked)
    with begin(Job((raw,), tmp_path / "w.duckdb", None, tmp_path / "reviews")) as run:
        before = limit(run.build.warehouse)
        run_ingest(run)
        assert limit(run.build.warehouse) == before
    assert given == ["190.7 MiB"]
    assert ROOM == "200MB"


def limit(warehouse: Warehouse) -> str:
    """The memory that a warehouse is given."""
    return str(warehouse.query("select current_setting('memory_limit')")[0][0])
