"""What a run changed goes out through a notification block: counts and ids, words only when asked for."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from audit.errors import InputError
from audit.pipeline import Job, Run, begin, cite, extract, ingest, judge, match, publish, report, trace
from flows import notify
from flows.notify import MOST_IDS, describe_changes, send_changes
from tests.conftest import DEMO, Secondhand, clean_environment

STEPS = (ingest, extract, match, trace, cite, judge, publish, report)
LINE = "The ferry to Holm carried 340 people on Monday, harbour master Ada Holm said."


def row(kind: str, subject: str, detail: str = "Holm says 12 boats sank") -> dict[str, Any]:
    return {"run_id": "r1", "kind": kind, "subject_kind": "x", "subject_id": subject, "detail": detail}


def test_counts_and_ids_and_no_word() -> None:
    message = describe_changes([row("article_new", "a1"), row("claim_new", "c1"), row("claim_new", "c2")])
    assert message == (
        "Secondhand: 3 changes",
        "Run r1: 3 changes\narticle_new 1: a1\nclaim_new 2: c1, c2\nsecondhand changes",
    )


def test_words_when_asked_for_and_no_message_where_nothing_changed() -> None:
    assert describe_changes([]) is None
    message = describe_changes([row("claim_new", "c1", "Holm says\n12 boats sank")], words=True)
    assert message is not None
    assert "- c1 Holm says 12 boats sank\n" in message.body


def test_a_long_list_ends() -> None:
    message = describe_changes([row("claim_new", f"c{n}") for n in range(MOST_IDS + 3)])
    assert message is not None
    assert message.body.splitlines()[1].endswith(f"c{MOST_IDS - 1}, and 3 more")


@dataclass
class Block:
    """What a service would be sent; or one that fails."""

    sent: list[tuple[str, str]] = field(default_factory=list)
    fails: bool = False

    def raise_on_failure(self) -> Any:
        return nullcontext()

    def notify(self, body: str, subject: str) -> None:
        if self.fails:
            raise ConnectionError("away")
        self.sent.append((subject, body))


def two_runs(home: Path, **settings: Any) -> Run:
    """A run over one article, then another over two; the second, ended."""
    (home / "raw").mkdir()
    job = Job((home / "raw",), home / "w.duckdb", None, home / "reviews", outlets=home, **settings)
    for name in ("one", "two"):
        (home / "raw" / f"{name}.txt").write_text(f"Ferry, says {name}\n\n{LINE} It rained on {name}.")
        with begin(job) as run:
            for step in STEPS:
                step(run)
    return run


def test_what_a_run_changed_is_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    block = Block()
    monkeypatch.setattr(notify, "load_block", lambda name: block if name == "custom-webhook/desk" else None)
    run = two_runs(tmp_path, notify="custom-webhook/desk")
    assert send_changes(run)
    ((subject, body),) = block.sent
    assert subject.startswith("Secondhand: ")
    assert "article_new 1: " in body
    assert not [word for word in ("Ferry", "Holm", "340") if word in body]
    assert send_changes(SimpleNamespace(job=replace(run.job, notify_text=True), run_id=run.run_id))  # type: ignore[arg-type]
    assert "Ferry, says two" in block.sent[1][1]
    assert not send_changes(SimpleNamespace(job=run.job, run_id="another"))  # type: ignore[arg-type]
    assert not send_changes(SimpleNamespace(job=replace(run.job, notify=None), run_id=run.run_id))  # type: ignore[arg-type]
    block.fails = True
    assert not send_changes(run)


@pytest.fixture
def desk() -> Iterator[SimpleNamespace]:
    """A service on this machine that keeps what it is sent."""
    held: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            held.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield SimpleNamespace(url=f"http://127.0.0.1:{server.server_port}/", sent=held)
    server.shutdown()
    server.server_close()


SAVE = """
import sys
from prefect.blocks.notifications import CustomWebhookNotificationBlock
CustomWebhookNotificationBlock.register_type_and_schema()
block = CustomWebhookNotificationBlock(name="desk", url=sys.argv[1], json_data={"subject": "{{subject}}", "body": "{{body}}"})
block.save("desk", overwrite=True)
"""


@pytest.mark.flow
def test_a_block_of_a_real_server_is_told(
    secondhand: Secondhand, server: str, desk: SimpleNamespace, tmp_path: Path
) -> None:
    env = {"PREFECT_API_URL": server, "PREFECT_HOME": str(tmp_path / ".prefect")}
    subprocess.run([sys.executable, "-c", SAVE, desk.url], env=clean_environment(**env), check=True)
    (tmp_path / "in").mkdir()
    shutil.copy(DEMO / "coast-herald.txt", tmp_path / "in")
    told = ("run", "in", "--no-report", "--notify", "custom-webhook/desk")
    done = secondhand(*told, env=env)
    assert (done.returncode, desk.sent) == (0, []), done.stderr
    (tmp_path / "in" / "ferry.txt").write_text(f"Ferry\n\n{LINE}")
    done = secondhand(*told, env=env)
    assert done.returncode == 0, done.stderr
    ((message),) = desk.sent
    assert message["subject"].startswith("Secondhand: ")
    assert "article_new 1: " in message["body"]
    done = secondhand("run", "in", "--no-report", "--notify", "custom-webhook/nobody", env=env)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert "custom-webhook/nobody is no notification block" in done.stderr


def test_a_direct_run_sends_nothing(secondhand: Secondhand) -> None:
    done = secondhand("run", DEMO, "--direct", "--notify", "custom-webhook/desk")
    assert (done.returncode, done.stderr) == (2, "secondhand: --notify sends through Prefect: leave out --direct\n")


def test_a_block_is_asked_for_by_its_name() -> None:
    with pytest.raises(InputError, match="prefect block ls"):
        notify.load_block("desk")
