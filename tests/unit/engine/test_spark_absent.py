"""Where Spark cannot run: one line says what is missing, and nothing is left behind."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path
from typing import Any

import pytest

from audit.engine import spark
from tests.conftest import DEMO, Secondhand


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """As if pyspark and Java were there."""
    monkeypatch.setattr(spark, "find_spec", lambda name: name)
    monkeypatch.setattr(spark, "java", lambda: "java")
    return monkeypatch


def test_without_pyspark(secondhand: Secondhand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(spark, "find_spec", lambda name: None)
    done = secondhand("run", DEMO, "--direct", "--engine", "spark")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "pip install 'secondhand[spark]'" in done.stderr
    assert not list(tmp_path.glob("*.duckdb"))


def test_without_java(secondhand: Secondhand, installed: pytest.MonkeyPatch) -> None:
    installed.setattr(spark, "java", lambda: None)
    done = secondhand("run", DEMO, "--direct", "--engine", "spark")
    assert done.returncode == 2
    assert "needs Java" in done.stderr


def test_java_home_goes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert spark.java() is None
    program = tmp_path / "bin" / "java"
    program.parent.mkdir()
    shutil.copy("/bin/sh", program)
    assert spark.java() == str(program)


@pytest.mark.parametrize(
    ("told", "will_do"), [("1.8.0_392", False), ("11.0.21", False), ("17.0.9", True), ("21", True)]
)
def test_a_java_that_is_too_old_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, told: str, will_do: bool
) -> None:
    program = tmp_path / "bin" / "java"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{told}\"' >&2\n")
    program.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert (spark.java() is not None) == will_do


def test_a_master_that_does_not_answer(secondhand: Secondhand, installed: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # nobody listens on it
        port = taken.getsockname()[1]
        done = secondhand("run", DEMO, "--direct", "--engine", "spark", "--master", f"spark://127.0.0.1:{port}")
    assert done.returncode == 2
    assert f"no Spark master answers at spark://127.0.0.1:{port}" in done.stderr


@pytest.mark.parametrize("address", ["spark://", "spark://host", "spark://host:port"])
def test_what_is_no_address(address: str) -> None:
    assert not spark._answers(address)


@pytest.mark.parametrize("options", [("--engine", "abacus"), ("--master", "local[2]")])
def test_options_that_do_not_fit(secondhand: Secondhand, options: tuple[str, ...]) -> None:
    done = secondhand("run", DEMO, "--direct", *options)
    assert done.returncode == 2
    assert "duckdb, spark" in done.stderr or "add --engine spark" in done.stderr


def test_values_are_named_as_spark_does() -> None:
    assert spark.in_spark("select $most, a from t where b < $most_of_one;\n") == (
        "select :most, a from t where b < :most_of_one"
    )


def test_a_worker_of_other_code_answers_nothing() -> None:
    pytest.importorskip("pyarrow")
    work: Any = spark._Worker(sum, lambda: "new", "old")
    with pytest.raises(Exception, match="other code"):
        next(work([]))
