"""Spark finds what DuckDB finds, row by row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from audit import pipeline
from audit.engine import Engine, LocalEngine
from audit.engine.spark import SparkEngine
from audit.errors import SecondhandError
from audit.extract import stage
from audit.match import features, figures, numbered_figures, open_index, passages, quotes, stories
from audit.match.weights import GRAIN
from audit.pipeline import Job
from audit.warehouse import read_sql
from tests.conftest import DEMO

pytestmark = pytest.mark.spark
READ = ("quotes", "quote_speakers", "figures", "credits", "sentences", "source_readings")
MATCHED = ("matches", "passages", "stories", "story_articles", "figure_sets")


def found(engine: Engine, home: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of what is read and matched in the demo, in batches of a few."""
    home.mkdir()
    for module in (stage, numbered_figures, features, quotes, passages, figures):
        for size in ("BATCH", "PAIRS"):
            monkeypatch.setattr(module, size, 5, raising=False)
    with pipeline.begin(Job((DEMO,), home / "w.duckdb", None, home / "none", outlets=home)) as run:
        run.engine = engine
        for step in (pipeline.ingest, pipeline.extract, pipeline.match):
            step(run)
        return {table: run.build.warehouse.query(f"from {table} order by all") for table in (*READ, *MATCHED)}


def test_the_demo_has_the_same_rows(engine: SparkEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on_spark = found(engine, tmp_path / "spark", monkeypatch)
    on_duckdb = found(LocalEngine(), tmp_path / "duckdb", monkeypatch)
    assert all(on_duckdb[table] for table in MATCHED)
    assert on_spark == on_duckdb
    assert engine.counters()["batches"] > 10


LOGS = """select count(*) as numbers, sum(n * (micro % 1000003)) as mixed
from (select n, cast(round($grain * ln(n)) as bigint) as micro from numbers) told"""


def test_logs_are_the_same_to_the_millionth(engine: SparkEngine) -> None:
    index = open_index()
    index.run("create temp table numbers as select range as n from range(1, 2000001)")
    sql, tables, values = LOGS, ("numbers",), {"grain": GRAIN}
    assert [*engine.run_sql(index, sql, tables, values)] == [*LocalEngine().run_sql(index, sql, tables, values)]


def test_weights_and_likeness_are_the_same_on_many_words(engine: SparkEngine) -> None:
    index = open_index()
    index.run("create temp table present_articles as select range as owner, range::integer as no from range(300)")
    index.run("""insert into article_words
        select owner, word // 2, 1 + (owner * word) % 7, (owner + word) % 3
        from (select range as owner from range(300)), (select range as word from range(400))
        where word % 2 = 0 and hash(owner * 1000 + word) % 9 = 0""")
    moments = [86400.0 * (n % 40) for n in range(300)]
    assert list(stories._word_likeness(moments, [], index, LocalEngine()))
    near = {"near": 0.02, "far": 0.03, "faded": stories.FADED, "grain": GRAIN}
    alike = {"least": 0.02, "grain": GRAIN}
    for sql, values in (("story_near", near), ("story_likeness", alike)):
        asked: Any = (index, read_sql("audit.match", sql), ("story_words", "story_homes"), values)
        likeness = [*LocalEngine().run_sql(*asked)]
        assert len(likeness) > 1000
        assert [*engine.run_sql(*asked)] == likeness


def _fails(batch: list[int]) -> int:
    raise ValueError(f"cannot read {batch}")


def test_what_fails_on_a_worker_ends_the_run_with_a_line(engine: SparkEngine) -> None:
    with pytest.raises(SecondhandError, match="Spark could not finish") as told:
        list(engine.map_batches(_fails, [[1], [2]]))
    assert "\n" not in str(told.value)


def test_nothing_asked_starts_nothing(engine: SparkEngine) -> None:
    before = engine.counters()["tasks"]
    assert list(engine.map_batches(sum, [])) == []
    assert engine.counters()["tasks"] == before
