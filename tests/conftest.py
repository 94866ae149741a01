"""What the tests share: the command as a user runs it, and one warehouse of the invented story."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "raw" / "demo"
COMMAND = Path(sys.executable).with_name("secondhand")

Secondhand = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where workers share the tests, those that need a Prefect server stay together: there is one."""
    for item in items:
        if config.pluginmanager.hasplugin("xdist") and "server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("server"))


def clean_environment(**more: str) -> dict[str, str]:
    """The environment of a machine on which nobody has set up Prefect."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT", "DO_NOT_TRACK"))}
    return kept | more


@pytest.fixture
def secondhand(tmp_path: Path) -> Secondhand:
    """The command, run in an empty folder; returns when it ends."""

    def run(
        *arguments: object, stdin: str = "", env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(COMMAND), *map(str, arguments)],
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env=clean_environment(**(env or {})),
        )

    return run


@pytest.fixture(scope="session")
def demo_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published warehouse of raw/demo, made without Prefect. Read only."""
    from audit.pipeline import Job, run_direct

    home = tmp_path_factory.mktemp("warehouse")
    run_direct(Job((DEMO,), home / "warehouse.duckdb", None, home / "reviews"))
    return home / "warehouse.duckdb"


def tables_of(warehouse: Path, *, leave_out: tuple[str, ...] = ()) -> dict[str, list[Any]]:
    """Every row of every table, sorted; read in a process of its own, so that no open file is handed back."""
    code = """
import pathlib, pickle, sys
from audit.warehouse import open_published
w = open_published(pathlib.Path(sys.argv[1]))
names = [name for (name,) in w.query("select table_name from duckdb_tables() order by 1")]
sys.stdout.buffer.write(pickle.dumps({n: sorted(w.query(f"select * from {n}"), key=repr) for n in names}))
"""
    done = subprocess.run([sys.executable, "-c", code, str(warehouse)], capture_output=True, check=True)
    held: dict[str, list[Any]] = pickle.loads(done.stdout)
    return {name: rows for name, rows in held.items() if name not in leave_out}
