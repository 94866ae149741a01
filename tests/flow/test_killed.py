"""Runs that are killed or told to stop under Prefect: the server is told, and nothing hangs."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from flows.living import tell_dead
from tests.conftest import COMMAND, DEMO, clean_environment
from tests.flow.conftest import Api, running, wait_until

pytestmark = pytest.mark.flow


def schedule(home: Path) -> list[str]:
    places = ("--warehouse", home / "w.duckdb", "--report", home / "report", "--reviews", home / "reviews")
    return [str(COMMAND), "schedule", "--cron", "0 6 * * *", *map(str, (DEMO, *places))]


def ask_for_run(api: Api) -> str:
    deployment = wait_until(lambda: api("deployments/name/audit/secondhand"), "the deployment")
    return str(api(f"deployments/{deployment['id']}/create_flow_run", {})["id"])


def state(api: Api, run: str) -> str:
    return str(api(f"flow_runs/{run}")["state_type"])


def children(pid: int) -> list[int]:
    """Of a process, and theirs."""
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    own = [int(child) for child in found.stdout.split()]
    return own + [one for child in own for one in children(child)]


def kill(process: subprocess.Popen[Any]) -> None:
    for pid in (process.pid, *children(process.pid)):
        os.kill(pid, signal.SIGKILL)
    process.wait()


def test_a_run_whose_scheduler_was_killed_is_crashed_and_the_next_one_runs(
    server: str, api: Api, tmp_path: Path
) -> None:
    env = clean_environment(PREFECT_API_URL=server, PREFECT_RUNNER_POLL_FREQUENCY="1")
    held = FileLock(tmp_path / ".w.duckdb.lock")
    with held, running(schedule(tmp_path), env, tmp_path / "log") as first:
        killed = ask_for_run(api)  # it waits for the lock
        wait_until(lambda: list(tmp_path.glob(f".w.duckdb.flows/{killed}")) or None, "the run under way")
        tell_dead(tmp_path / "w.duckdb")
        assert state(api, killed) == "RUNNING"  # it waits, and is left alone
        kill(first)
    assert state(api, killed) == "RUNNING"
    with running(schedule(tmp_path), env, tmp_path / "log2"):
        wait_until(lambda: state(api, killed) == "CRASHED" or None, "the end of the killed run")
        after = ask_for_run(api)
        wait_until(lambda: state(api, after) == "COMPLETED" or None, "the next run")
    assert f"the run {killed} was killed before its end" in (tmp_path / "log2").read_text()
    assert [path.name for path in tmp_path.glob(".w.duckdb.flows/*")] == ["guard"]
