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
FIELDS = ("decision_id", "subject_kind", "subject_id", "verdict", "reviewer", "decided_at", "note")
Row = tuple[Any, ...]


def replay(warehouse: Warehouse, folder: Path, run_id: str) -> bool:
    """Make `decisions` what the files say; a line that is none is a row in `problems`. Returns whether any changed."""
    rulings, problems = dict[str, Row](), list[Row]()
    for path in sorted(folder.glob("*.jsonl")) if folder.is_dir() else ():
        try:
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError as error:
            reason = f"the file cannot be read: {error.strerror}"
            problems.append(("review", _printable(path.name), None, None, reason, run_id))
            continue
        for number, line in enumerate(lines, 1):
            try:
                if row := _ruling(line):
                    rulings[row[0]] = row
            except ValueError as error:
                problems.append(("review", f"{_printable(path.name)}:{number}", None, None, str(error), run_id))
    before = set(warehouse.query("from decisions"))
    warehouse.run("delete from decisions")
    warehouse.insert("decisions", rulings.values())
    warehouse.insert("problems", _unknown(warehouse, problems))
    return before != set(rulings.values())


def _ruling(line: str) -> Row | None:
    """A row of `decisions`; None for an empty line. Raises ValueError with the reason."""
    if not line.strip():
        return None
    found = _object(line)
    kind, verdict = found.get("subject_kind"), found.get("verdict")
    if kind not in SUBJECTS or verdict not in VERDICTS or not found.get("subject_id"):
        raise ValueError("a ruling needs subject_kind (edge, finding), subject_id and verdict (accepted, rejected)")
    at = found.get("decided_at")
    decided = datetime.fromisoformat(at).replace(tzinfo=None) if at else None
    key = found.get("decision_id") or stable_id("decision", line.strip())
    return (key, kind, found["subject_id"], verdict, found.get("reviewer"), decided, found.get("note"))


def _object(line: str) -> dict[str, str | None]:
    """The fields of a ruling, each a string that can be stored. Raises ValueError with the reason."""
    try:
        found = json.loads(line)
    except RecursionError as error:
        raise ValueError("the line is JSON nested too deeply to be read") from error
    if not isinstance(found, dict):
        raise ValueError("a ruling is a JSON object")
    told = {name: found.get(name) for name in FIELDS}
    for name, value in told.items():
        if value is not None and not isinstance(value, str):
            raise ValueError(f"{name} must be a string")
        if value is not None and _printable(value) != value:
            raise ValueError(f"{name} holds half a character")
    return told


def _printable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()


def _unknown(warehouse: Warehouse, problems: list[Row]) -> Iterator[Row]:
    known = set(warehouse.query("select path, error from problems where stage = 'review'"))
    yield from (row for row in problems if (row[1], row[4]) not in known)
