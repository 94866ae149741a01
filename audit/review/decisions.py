"""The decisions file: append-only JSON lines, one ruling each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from audit.ids import stable_id
from audit.warehouse import Warehouse

SUBJECTS, VERDICTS = {"edge", "finding"}, {"accepted", "rejected"}
Row = tuple[Any, ...]


def replay(warehouse: Warehouse, folder: Path, run_id: str) -> bool:
    """Make `decisions` what the files say; a line that is none is a row in `problems`. Returns whether any changed."""
    rulings, problems = dict[str, Row](), list[Row]()
    for path in sorted(folder.glob("*.jsonl")) if folder.is_dir() else ():
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            try:
                if row := _ruling(line):
                    rulings[row[0]] = row
            except ValueError as error:
                problems.append(("review", f"{path.name}:{number}", None, None, str(error), run_id))
    before = set(warehouse.query("from decisions"))
    warehouse.run("delete from decisions")
    warehouse.insert("decisions", rulings.values())
    warehouse.insert("problems", _unknown(warehouse, problems))
    return before != set(rulings.values())


def _ruling(line: str) -> Row | None:
    """A row of `decisions`; None for an empty line. Raises ValueError with the reason."""
    if not line.strip():
        return None
    found = json.loads(line)
    if not isinstance(found, dict):
        raise ValueError("a ruling is a JSON object")
    kind, verdict = found.get("subject_kind"), found.get("verdict")
    if kind not in SUBJECTS or verdict not in VERDICTS or not found.get("subject_id"):
        raise ValueError("a ruling needs subject_kind (edge, finding), subject_id and verdict (accepted, rejected)")
    at = found.get("decided_at")
    decided = datetime.fromisoformat(at).replace(tzinfo=None) if at else None
    key = found.get("decision_id") or stable_id("decision", line.strip())
    return (str(key), kind, str(found["subject_id"]), verdict, found.get("reviewer"), decided, found.get("note"))


def _unknown(warehouse: Warehouse, problems: list[Row]) -> Iterator[Row]:
    known = set(warehouse.query("select path, error from problems where stage = 'review'"))
    yield from (row for row in problems if (row[1], row[4]) not in known)
