"""The comparison of engines: that it skips where Spark is absent, and what one engine's run tells."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from audit.engine import EngineChoice
from bench import engines

TEXT = "Mill burns\n\n“We lost the old mill and nothing else,” said Ada Berg, the mayor of Holm, on Tuesday.\n"


def test_without_spark_it_says_why_and_skips(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(engines, "find_spec", lambda name: None)
    assert engines.main([]) == 0
    assert capsys.readouterr().out.startswith("skipped: pyspark is not installed")


def test_a_run_tells_its_steps_counters_and_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("post", "star"):
        (tmp_path / f"{name}.txt").write_text(TEXT + f"\nThe {name} was there.\n", encoding="utf-8")
    paths = [tmp_path / "post.txt", tmp_path / "star.txt"]
    seen = list[bool]()
    outcome = engines.measure("here", EngineChoice(), paths, tmp_path, lambda run, done: seen.append(done.wait(30)))
    assert [len(outcome.rows[table]) for table in ("quotes", "matches")] == [2, 1]
    assert outcome.counters["queries"] == 5  # of stories two, of quotes, passages and figures one each
    assert seen == [True]
    assert "match" in capsys.readouterr().out


def test_rows_that_differ_fail(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = {table: [("a",)] for table in engines.TABLES}
    same = engines.Outcome("same", rows=rows, counters={"lost_executors": 1})
    other = engines.Outcome("other", rows=rows | {"matches": [("b",)]}, counters={"lost_executors": 1})
    monkeypatch.setattr(engines, "_missing", lambda: None)
    for last, code in ((same, 0), (other, 1)):
        monkeypatch.setattr(engines, "_outcomes", lambda paths, home, last=last: iter([same, same, last]))
        assert engines.main([]) == code
    assert "DIFFERENT ROWS other: matches" in capsys.readouterr().out


def test_a_process_ends_with_what_it_started() -> None:
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], start_new_session=True)
    engines.end(process)
    assert process.returncode == -9
    engines.end(process)
