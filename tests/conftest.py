"""What the tests share: the command as a user runs it, and one warehouse of the invented story."""

from __future__ import annotations

import contextlib
import io
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

from audit.warehouse import Warehouse, open_build

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "raw" / "demo"
COMMAND = Path(sys.executable).with_name("secondhand")

# Properties are tried on the same examples in each run, so that what passes here passes elsewhere;
# HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

RUNS = (
    "unit/pipeline/", "unit/review/test_rulings_last", "unit/cite/test_cited_origins", "unit/match/test_oracle",
    "unit/warehouse/test_publish", "golden/test_speech", "cli/test_docs", "cli/test_run", "cli/test_doctor",
    "unit/judge/test_uncredited", "unit/judge/test_missing_origin", "unit/judge/test_not_in_source", "unit/judge/test_headline_body", "unit/review/test_obeyed",
    "unit/judge/test_corrections", "unit/judge/test_withdrawn",
    "unit/fetch/test_fetch", "unit/bench/test_hostile", "unit/report/test_report", "unit/share/test_share", "unit/judge/test_along_arrows", "unit/judge/test_order", "unit/report/test_citations_page",
)  # fmt: skip
"""Where tests make one run after another, or whole reports: a leg of its own."""

Secondhand = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Marks tests of many runs; where workers share the tests, those that need a Prefect server stay together."""
    for item in items:
        if item.path.is_relative_to(ROOT) and item.path.relative_to(ROOT / "tests").as_posix().startswith(RUNS):
            item.add_marker(pytest.mark.runs)
        if config.pluginmanager.hasplugin("xdist") and "server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("server"))


def clean_environment(**more: str) -> dict[str, str]:
    """The environment of a machine on which nobody has set up Prefect."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT", "DO_NOT_TRACK"))}
    return kept | more


@pytest.fixture
def secondhand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Secondhand:
    """The command, run in an empty folder; returns when it ends. What may start Prefect has a process of its own."""

    def run(
        *arguments: object, stdin: str = "", env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        command = [str(COMMAND), *map(str, arguments)]
        if env is None and not _may_start_prefect(command[1:]):
            return _in_this_process(command, stdin, tmp_path, monkeypatch)
        return subprocess.run(
            command,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env=clean_environment(**(env or {})),
        )

    return run


def _may_start_prefect(arguments: list[str]) -> bool:
    return "--help" not in arguments and (
        arguments[:1] == ["schedule"] or (arguments[:1] == ["run"] and "--direct" not in arguments)
    )


def _in_this_process(
    command: list[str], stdin: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> subprocess.CompletedProcess[str]:
    """What a process of its own would do, without the second that its imports take."""
    from audit.cli import main

    out, err, code = io.StringIO(), io.StringIO(), 0
    with monkeypatch.context() as patch:
        patch.chdir(home)
        patch.setattr(sys, "argv", command)
        patch.setattr(sys, "stdin", io.StringIO(stdin))
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                main()
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else int(end.code is not None)
    return subprocess.CompletedProcess(command, code, out.getvalue(), err.getvalue())


@pytest.fixture(scope="session")
def demo_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published warehouse of raw/demo, made without Prefect, one for all workers. Read only."""
    from audit.pipeline import Job, run_direct

    own = tmp_path_factory.getbasetemp()
    home = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "demo"
    home.mkdir(exist_ok=True)
    with FileLock(home / "made.lock"):
        if not (home / "warehouse.duckdb").exists():
            run_direct(Job((DEMO,), home / "warehouse.duckdb", None, home / "reviews"))
    return home / "warehouse.duckdb"


@cache
def _laid_out() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "w.duckdb")
        with open_build(path) as build:
            build.publish()
        return path.read_bytes()


def empty_warehouse() -> Warehouse:
    """All tables and views, in memory: no test of SQL waits for the disk."""
    with tempfile.NamedTemporaryFile(suffix=".duckdb") as file:
        file.write(_laid_out())
        file.flush()
        warehouse = Warehouse(duckdb.connect())
        warehouse.run(f"attach '{file.name}' as laid_out (read_only)")
        warehouse.run("copy from database laid_out to memory")
        warehouse.run("detach laid_out")
    return warehouse


def tables_of(warehouse: Path, *, leave_out: tuple[str, ...] = ()) -> dict[str, list[Any]]:
    """Every row of every table but for which run made it, sorted; read in a process of its own, so that no open file is
    handed back."""
    code = """
import pathlib, pickle, sys
from audit.warehouse import open_published
w = open_published(pathlib.Path(sys.argv[1]))
names = [name for (name,) in w.query("select table_name from duckdb_tables() order by 1")]
sys.stdout.buffer.write(pickle.dumps({n: sorted(w.query(f"select columns(lambda c: c <> 'first_run_id') from {n}"), key=repr) for n in names}))
"""
    done = subprocess.run([sys.executable, "-c", code, str(warehouse)], capture_output=True, check=True)
    held: dict[str, list[Any]] = pickle.loads(done.stdout)
    return {name: rows for name, rows in held.items() if name not in leave_out}
