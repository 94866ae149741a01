"""Runs that are killed or told to stop under Prefect: the server is told, and nothing hangs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock, Timeout

from audit.stopping import TOLD
from flows.living import tell_dead
from tests.conftest import COMMAND, DEMO, clean_environment
from tests.flow.conftest import PATIENCE, Api, call, free_port, kill_group, prefect_server, running, wait_until

pytestmark = pytest.mark.flow


def schedule(home: Path) -> list[str]:
    places = ("--warehouse", home / "w.duckdb", "--report", home / "report", "--reviews", home / "reviews")
    return [str(COMMAND), "schedule", "--cron", "0 6 * * *", *map(str, (DEMO, *places))]


def ask_for_run(api: Api, home: Path) -> str:
    """A run by the schedule of that folder: one of another folder, that the server still has, bears the same name."""

    def deployed() -> Any:
        found = api("deployments/name/audit/secondhand")
        return found if found and str(home) in str(found["parameters"]) else None

    deployment = wait_until(deployed, "the deployment")
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
        killed = ask_for_run(api, tmp_path)  # it waits for the lock
        wait_until(lambda: list(tmp_path.glob(f".w.duckdb.flows/{killed}")) or None, "the run under way")
        tell_dead(tmp_path / "w.duckdb")
        assert state(api, killed) == "RUNNING"  # it waits, and is left alone
        kill(first)
    assert state(api, killed) == "RUNNING"
    with running(schedule(tmp_path), env, tmp_path / "log2"):
        wait_until(lambda: state(api, killed) == "CRASHED" or None, "the end of the killed run")
        after = ask_for_run(api, tmp_path)
        wait_until(lambda: state(api, after) == "COMPLETED" or None, "the next run")
    assert f"the run {killed} was killed before its end" in (tmp_path / "log2").read_text()
    assert [path.name for path in tmp_path.glob(".w.duckdb.flows/*")] == ["guard"]


def test_a_run_that_meets_a_lock_waits_and_runs_when_it_is_free(server: str, api: Api, tmp_path: Path) -> None:
    env = clean_environment(PREFECT_API_URL=server, PREFECT_RUNNER_POLL_FREQUENCY="1")
    with running(schedule(tmp_path), env, tmp_path / "log"):
        with FileLock(tmp_path / ".w.duckdb.lock"):
            waits = ask_for_run(api, tmp_path)
            wait_until(lambda: list(tmp_path.glob(f".w.duckdb.flows/{waits}")) or None, "the run under way")
            assert state(api, waits) == "RUNNING"
            assert not (tmp_path / "w.duckdb").exists()
        wait_until(lambda: state(api, waits) == "COMPLETED" or None, "the run that waited")
    assert (tmp_path / "report" / "index.html").is_file()


@contextmanager
def machine(home: Path, port: int) -> Iterator[tuple[Api, Callable[[], None]]]:
    """A Prefect server on its old data and the schedule; how to ask it, and what a power cut does."""
    with prefect_server(home, port) as (address, server):
        env = clean_environment(PREFECT_API_URL=address, PREFECT_RUNNER_POLL_FREQUENCY="1")
        with running(schedule(home), env, home / "log-of-schedule") as scheduler:

            def cut() -> None:
                kill(scheduler)
                kill_group(server)

            yield partial(call, address), cut


def test_after_a_reboot_the_schedule_goes_on(tmp_path: Path) -> None:
    port = free_port()
    with FileLock(tmp_path / ".w.duckdb.lock"), machine(tmp_path, port) as (ask, cut):
        lost = ask_for_run(ask, tmp_path)
        wait_until(lambda: list(tmp_path.glob(f".w.duckdb.flows/{lost}")) or None, "the run under way")
        cut()
    with machine(tmp_path, port) as (ask, _):
        wait_until(lambda: state(ask, lost) == "CRASHED" or None, "the end of the run that was under way")
        deployment = ask("deployments/name/audit/secondhand")
        assert [one["schedule"]["cron"] for one in deployment["schedules"]] == ["0 6 * * *"]
        after = ask_for_run(ask, tmp_path)
        wait_until(lambda: state(ask, after) == "COMPLETED" or None, "the next run")
    assert (tmp_path / "report" / "index.html").is_file()


ENDLESS = {"PREFECT_CLIENT_MAX_RETRIES": "1000000"}  # Prefect asks a server that is away for ever
STUCK = """
import pathlib, sys, time
from audit import cli, pipeline

def extract(run):
    pathlib.Path("under-way").touch()
    time.sleep(100_000)

pipeline.extract = extract
cli.main()
"""


def free(warehouse: Path) -> bool:
    try:
        with FileLock(warehouse.with_name(f".{warehouse.name}.lock"), timeout=0):
            return True
    except Timeout:
        return False


def left(home: Path) -> set[str]:
    return {path.name for path in home.glob(".w.duckdb*")}


@pytest.mark.parametrize("away", [True, False])
def test_a_run_that_is_told_to_stop_ends_whether_or_not_its_server_is_there(tmp_path: Path, away: bool) -> None:
    (tmp_path / "server").mkdir()
    options = ("--warehouse", "w.duckdb", "--no-report")
    with prefect_server(tmp_path / "server") as (address, server):
        env = clean_environment(PREFECT_API_URL=address, **ENDLESS)
        run = subprocess.Popen(
            [sys.executable, "-c", STUCK, "run", str(DEMO), *options],
            env=env, cwd=tmp_path, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        wait_until(lambda: (tmp_path / "under-way").exists() or None, "the run under way")
        if away:
            kill_group(server)
        run.send_signal(signal.SIGTERM)
        _, told = run.communicate(timeout=PATIENCE)
        runs = None if away else call(address, "flow_runs/filter", {})
    assert (run.returncode, told) == (-signal.SIGTERM, f"{TOLD}\n")
    assert free(tmp_path / "w.duckdb")
    assert not left(tmp_path) & {"w.duckdb", ".w.duckdb.build"}
    assert runs is None or [one["state_type"] for one in runs] == ["CRASHED"]


@pytest.mark.parametrize("away", [True, False])
def test_a_schedule_that_is_told_to_stop_ends_with_the_run_it_started(tmp_path: Path, away: bool) -> None:
    (tmp_path / "server").mkdir()
    held = FileLock(tmp_path / ".w.duckdb.lock")
    with prefect_server(tmp_path / "server") as (address, server):
        env = clean_environment(PREFECT_API_URL=address, PREFECT_RUNNER_POLL_FREQUENCY="1", **ENDLESS)
        with held, running(schedule(tmp_path), env, tmp_path / "log") as scheduler:
            run = ask_for_run(partial(call, address), tmp_path)  # it waits for the lock
            wait_until(lambda: list(tmp_path.glob(f".w.duckdb.flows/{run}")) or None, "the run under way")
            started = children(scheduler.pid)
            if away:
                kill_group(server)
            scheduler.send_signal(signal.SIGTERM)
            scheduler.wait(PATIENCE)
            wait_until(lambda: True if not any(map(alive, started)) else None, "the end of the run")
            assert away or state(partial(call, address), run) == "CRASHED"
    assert list(tmp_path.glob(".w.duckdb.build")) == []


def alive(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()
