"""The flow `audit` on a real Prefect server, on one of its own, and on a schedule."""

from __future__ import annotations

import errno
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from audit import pipeline
from audit.errors import InputError
from audit.warehouse import open_published
from flows.retries import can_pass
from tests.conftest import COMMAND, DEMO, Secondhand, clean_environment, tables_of
from tests.flow.conftest import Api, running, wait_until

pytestmark = pytest.mark.flow

STEPS = ["ingest", "extract", "match", "trace", "cite", "judge", "publish", "report"]


def test_run_is_recorded_step_by_step_and_holds_what_a_direct_run_holds(
    secondhand: Secondhand, server: str, api: Api, demo_warehouse: Path, tmp_path: Path
) -> None:
    done = secondhand("run", DEMO, env={"PREFECT_API_URL": server, "PREFECT_HOME": str(tmp_path / ".prefect")})
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    (run,) = api("flow_runs/filter", {"sort": "START_TIME_DESC", "limit": 1})
    assert run["state_type"] == "COMPLETED"
    assert run["parameters"]["paths"] == [str(DEMO)]
    tasks = wait_until(lambda: _finished_tasks(api, run["id"]), "the task runs")
    assert [task.rpartition("-")[0] for task in tasks] == STEPS
    same = ("runs", "problems", "captures", "source_aliases")  # these tell the run, or where its warehouse lies
    assert tables_of(tmp_path / "warehouse.duckdb", leave_out=same) == tables_of(demo_warehouse, leave_out=same)


def _finished_tasks(api: Api, flow_run: str) -> list[str] | None:
    """Names in the order of their start, once all have ended: the server writes them down a moment later."""
    found = api("task_runs/filter", {"flow_runs": {"id": {"any_": [flow_run]}}})
    ended = sorted((t for t in found if t["state_type"] == "COMPLETED"), key=lambda t: t["start_time"])
    return [task["name"] for task in ended] if len(ended) == len(STEPS) else None


def test_artifacts_tell_counts_and_places_and_no_word_of_an_article(
    secondhand: Secondhand, server: str, api: Api, tmp_path: Path
) -> None:
    secondhand("run", DEMO, env={"PREFECT_API_URL": server, "PREFECT_HOME": str(tmp_path / ".prefect")})
    newest = {"sort": "CREATED_DESC", "limit": 2}
    made = {found["key"]: found for found in api("artifacts/filter", newest)}
    assert {key: found["type"] for key, found in made.items()} == {"audit-counts": "table", "audit-run": "markdown"}
    counted = json.loads(made["audit-counts"]["data"])
    assert {row["step"] for row in counted} <= set(STEPS)
    assert ("publish", "articles") in {(row["step"], row["what"]) for row in counted}
    told = made["audit-run"]["data"]
    assert str(tmp_path / "report" / "index.html") in told
    warehouse = open_published(tmp_path / "warehouse.duckdb")
    findings = warehouse.query("select kind, count(*) from findings group by kind")
    words = warehouse.query("select title from articles where title is not null union all select text from quotes")
    warehouse.close()
    assert findings
    assert all(f"| {kind} | {count} |" in told for kind, count in findings)
    assert [text for (text,) in words if len(text) > 20 and text in told + made["audit-counts"]["data"]] == []


def test_first_run_on_a_fresh_machine_is_quiet(secondhand: Secondhand, tmp_path: Path) -> None:
    done = secondhand("run", DEMO, "--warehouse", tmp_path / "w.duckdb", env={"HOME": str(tmp_path / "home")})
    assert (done.returncode, done.stdout) == (0, "")
    loud = ("traceback", "error", "exception", "warning", "prefect")
    own = [line for line in done.stderr.lower().splitlines() if not line.startswith("  ")]  # the rest tells findings
    assert [line for line in own if any(word in line for word in loud)] == []
    assert (tmp_path / ".prefect" / "prefect.db").is_file()
    assert not (tmp_path / "home").exists()


def test_a_proxy_for_the_world_is_none_for_this_machine(secondhand: Secondhand, tmp_path: Path) -> None:
    nowhere = {"HTTP_PROXY": "http://127.0.0.1:9", "PREFECT_HOME": str(tmp_path / ".prefect")}
    done = secondhand("run", DEMO, env=nowhere)
    assert done.returncode == 0, done.stderr


def test_temporary_server_ends_with_a_run_that_is_killed() -> None:
    code = "import os, sys\nfrom flows.server import _temporary_server\nwith _temporary_server() as address:\n"
    code += "    print(address, flush=True)\n    sys.stdin.read()"
    run = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=clean_environment()
    )
    assert run.stdout is not None
    port = int(run.stdout.readline().split(":")[2].partition("/")[0])
    assert _listens(port)
    run.send_signal(signal.SIGKILL)
    run.communicate()
    wait_until(lambda: None if _listens(port) else True, "the end of the server")


def _listens(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


def test_schedule_serves_runs_one_at_a_time(server: str, api: Api, tmp_path: Path) -> None:
    warehouse = tmp_path / "warehouse.duckdb"
    places = [
        "--warehouse",
        str(warehouse),
        "--report",
        str(tmp_path / "report"),
        "--reviews",
        str(tmp_path / "reviews"),
    ]
    env = clean_environment(PREFECT_API_URL=server, PREFECT_RUNNER_POLL_FREQUENCY="1")
    with running([str(COMMAND), "schedule", "--cron", "0 6 * * *", str(DEMO), *places], env, tmp_path / "log"):
        deployment = wait_until(lambda: api("deployments/name/audit/secondhand"), "the deployment")
        assert [schedule["schedule"]["cron"] for schedule in deployment["schedules"]] == ["0 6 * * *"]
        assert deployment["global_concurrency_limit"]["limit"] == 1
        planned = {
            "deployments": {"id": {"any_": [deployment["id"]]}},
            "flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}},
        }
        wait_until(lambda: api("flow_runs/filter", planned) or None, "the runs of the next mornings")
        asked = [api(f"deployments/{deployment['id']}/create_flow_run", {})["id"] for _ in range(2)]
        first, second = wait_until(lambda: _ended(api, asked), "the runs")
    assert [first["state_type"], second["state_type"]] == ["COMPLETED"] * 2, (tmp_path / "log").read_text()
    assert first["end_time"] <= second["start_time"]
    held = open_published(warehouse)
    assert held.query("select status from runs order by started_at") == [("done",), ("unchanged",)]
    assert held.query("select count(*) > 10 from articles") == [(True,)]
    held.close()


def _ended(api: Api, asked: list[str]) -> list[Any] | None:
    """The runs in the order of their start, once all have ended."""
    runs = [api(f"flow_runs/{run}") for run in asked]
    if any(run["state_type"] not in {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"} for run in runs):
        return None
    return sorted(runs, key=lambda run: str(run["start_time"]))


def test_schedule_refuses_what_is_no_schedule(secondhand: Secondhand, server: str) -> None:
    done = secondhand("schedule", DEMO, "--cron", "every morning", env={"PREFECT_API_URL": server})
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
    assert "'every morning' is no schedule" in done.stderr


@pytest.mark.parametrize(
    ("error", "again"),
    [(OSError(errno.ENOSPC, "full"), True), (OSError(errno.ENOTDIR, "a file"), False), (ValueError("wrong"), False)],
)
def test_only_what_can_pass_is_tried_again(error: Exception, again: bool) -> None:
    assert can_pass(None, None, SimpleNamespace(result=lambda raise_on_failure: error)) is again


def test_publishing_is_tried_again_after_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The step, as its task would repeat it: the run is noted once, and published."""
    replace, full = os.replace, [OSError(errno.ENOSPC, "full")]

    def fail_once(a: Path, b: Path) -> None:
        if full:
            raise full.pop()
        replace(a, b)

    monkeypatch.setattr(os, "replace", fail_once)
    job = pipeline.Job((DEMO,), tmp_path / "warehouse.duckdb", None, tmp_path / "reviews")
    with pipeline.begin(job) as run:
        pipeline.ingest(run)
        with pytest.raises(OSError, match="full"):
            pipeline.publish(run)
        assert pipeline.publish(run)["captures"] > 0
    held = open_published(job.warehouse)
    assert held.query("select count(*) from runs") == [(1,)]
    held.close()


def test_a_report_that_met_a_full_disk_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the step raises counts as what caused it, however it was told."""
    job = pipeline.Job((DEMO,), tmp_path / "warehouse.duckdb", tmp_path / "report", tmp_path / "reviews")
    pipeline.run_direct(job)
    (tmp_path / "report" / "style.css").unlink()
    write, full = Path.write_bytes, [OSError(errno.ENOSPC, "full")]

    def fail_once(path: Path, data: bytes) -> int:
        if full:
            raise full.pop()
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", fail_once)
    with pipeline.begin(job) as run:
        pipeline.ingest(run)
        pipeline.publish(run)
        with pytest.raises(InputError) as met:
            pipeline.report(run)
        assert can_pass(None, None, SimpleNamespace(result=lambda raise_on_failure: met.value))
        assert pipeline.report(run)["pages"] > 0
