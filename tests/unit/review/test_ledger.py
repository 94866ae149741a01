"""The ledger: a line is whole or not there, and nothing is lost."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

from audit.review.ledger import Ledger, append_line


def test_a_ruling_stands_as_soon_as_it_is_given(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "reviews", "mk")
    key = ledger.append("edge", "e1", "rejected", note="other sentence", rule_version="v", content_key="c", blind=True)
    (ruling,) = ledger.rulings()
    assert (ruling.decision_id, ruling.verdict, ruling.note, ruling.blind) == (key, "rejected", "other sentence", True)
    (line,) = next((tmp_path / "reviews").glob("*.jsonl")).read_text().splitlines()
    assert {"reviewer", "decided_at", "rule_version", "content_key"} <= json.loads(line).keys()


def test_undo_takes_back_the_last_of_ones_own(tmp_path: Path) -> None:
    mk, jr = Ledger(tmp_path, "mk"), Ledger(tmp_path, "jr")
    mk.append("edge", "e1", "accepted")
    mk.append("edge", "e2", "accepted")
    jr.append("edge", "e3", "accepted")
    undone = mk.undo()
    assert undone is not None
    assert undone.subject_id == "e2"
    assert [r.subject_id for r in mk.rulings()] == ["e1", "e3"]
    mk.undo()
    assert mk.undo() is None
    assert len(next(tmp_path.glob("*.jsonl")).read_text().splitlines()) == 5


def test_a_half_line_is_closed_off(tmp_path: Path) -> None:
    path = tmp_path / "2026-03.jsonl"
    path.write_text('{"subject_kind": "edge", "subj')
    append_line(path, '{"a": 1}')
    assert path.read_text().splitlines()[1] == '{"a": 1}'


def test_what_a_killed_process_was_told_stands_is_there(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from audit.review.ledger import Ledger\n"
        "ledger = Ledger(pathlib.Path(sys.argv[1]), 'mk')\n"
        "for n in range(10_000):\n    print(ledger.append('edge', f'e{n}', 'accepted'), flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        told = [running.stdout.readline().strip() for _ in range(12)]
        time.sleep(0.05)
        running.send_signal(signal.SIGKILL)
        told += [line.strip() for line in running.stdout if len(line.strip()) == 20]
    after = Ledger(tmp_path, "mk")
    assert {ruling.decision_id for ruling in after.rulings()} >= set(told)
    key = after.append("edge", "last", "rejected")
    assert after.rulings()[-1].decision_id == key
