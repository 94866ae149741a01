"""The decisions file: append-only JSON lines, one ruling each, read back into the table that the next run obeys."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from audit.ids import stable_id
from audit.warehouse import Warehouse, printable

SUBJECTS = ("edge", "finding", "match", "merge", "speaker")
VERDICTS = ("accepted", "rejected", "unsure", "missing")
REPLY = "reply"  # a line that tells what became of a letter about a finding
UNDONE = "undone"  # takes back the ruling that its `supersedes` names
FIELDS = (
    *("decision_id", "subject_kind", "subject_id", "verdict", "reviewer", "decided_at", "note"),
    *("rule_version", "content_key", "supersedes"),
)


@dataclass(frozen=True, slots=True)
class Ruling:
    """One row of `decisions`. `line_no` counts over all files: of two of one moment the later line stands."""

    decision_id: str
    subject_kind: str
    subject_id: str
    verdict: str
    reviewer: str | None
    decided_at: datetime | None
    note: str | None
    rule_version: str | None
    content_key: str | None
    blind: bool
    line_no: int


def replay(warehouse: Warehouse, folder: Path, run_id: str) -> bool:
    """Make `decisions` what the files say; a line that is none is a row in `problems` while it stands.

    Returns whether any changed."""
    rulings, told = read_rulings(folder)
    before = _held(warehouse)
    warehouse.run("delete from decisions; delete from replies")
    warehouse.insert("decisions", rulings)
    warehouse.insert("replies", read_replies(folder))
    warehouse.run("delete from ruling_states where decision_id not in (select decision_id from decisions)")
    _tell(warehouse, told, run_id)
    return before != _held(warehouse)


def _held(warehouse: Warehouse) -> tuple[set[Any], set[Any]]:
    return set(warehouse.query("from decisions")), set(warehouse.query("from replies"))


def read_replies(folder: Path) -> list[tuple[str, str, str, str]]:
    """What became of letters: finding, state, day, words, in the order of their lines."""
    found = []
    for _, line in _lines(folder, []):
        told = _reply(line)
        if told:
            found.append((told["finding_id"], told["state"], told["on"], told.get("words", "")))
    return found


def _reply(line: str) -> dict[str, str] | None:
    """The fields of a line that is a reply; None for any other."""
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or told.get("record") != REPLY:
        return None
    whole = all(isinstance(told.get(name), str) and told[name] for name in ("finding_id", "state", "on"))
    return told if whole and isinstance(told.get("words", ""), str) else None


def read_rulings(folder: Path) -> tuple[list[Ruling], list[tuple[str, str]]]:
    """A folder of rulings to those that nobody took back, in the order of their lines, and what is wrong, by place."""
    rulings, undone, problems = dict[str, Ruling](), set[str](), list[tuple[str, str]]()
    for number, (place, line) in enumerate(_lines(folder, problems)):
        try:
            if _reply(line):
                continue
            if told := _object(line):
                if told["verdict"] == UNDONE:
                    undone.add(_taken_back(told))
                    continue
                ruling = _ruling(told, line, number)
                rulings[ruling.decision_id] = ruling
        except ValueError as error:
            problems.append((place, str(error)))
    return [ruling for key, ruling in rulings.items() if key not in undone], problems


def _lines(folder: Path, problems: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Each line with its place; a file that cannot be read is a problem."""
    for path in sorted(folder.glob("*.jsonl")) if folder.is_dir() else ():
        name = printable(path.name)
        try:
            lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
        except OSError as error:
            problems.append((name, f"the file cannot be read: {error.strerror}"))
            continue
        yield from ((f"{name}:{number}", line) for number, line in enumerate(lines, 1) if line.strip())


def _ruling(told: dict[str, str | None], line: str, number: int) -> Ruling:
    """A row of `decisions`. Raises ValueError with the reason."""
    kind, subject, verdict = told["subject_kind"], told["subject_id"], told["verdict"]
    if kind not in SUBJECTS or verdict not in VERDICTS or not subject:
        raise ValueError(
            f"a ruling needs subject_kind ({', '.join(SUBJECTS)}), subject_id and verdict ({', '.join(VERDICTS)})"
        )
    key = told["decision_id"] or stable_id("decision", line.strip())
    at = _moment(told["decided_at"])
    blind = json.loads(line).get("blind") is True
    return Ruling(
        key, kind, subject, verdict, told["reviewer"], at, told["note"], told["rule_version"], told["content_key"],
        blind, number,
    )  # fmt: skip


def _moment(told: str | None) -> datetime | None:
    """A moment in UTC; one without a zone is taken as UTC."""
    if not told:
        return None
    at = datetime.fromisoformat(told)
    return at.astimezone(UTC).replace(tzinfo=None) if at.tzinfo else at


def _taken_back(told: dict[str, str | None]) -> str:
    if not told["supersedes"]:
        raise ValueError("what takes a ruling back names it in supersedes")
    return told["supersedes"]


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
        if value is not None and printable(value) != value:
            raise ValueError(f"{name} holds half a character")
    return told


def _tell(warehouse: Warehouse, told: Sequence[tuple[str, str]], run_id: str) -> None:
    """Make the problems of rulings those that are told now, each with the run that met it first."""
    rows = warehouse.query("select path, error, first_run_id from problems where stage = 'review'")
    first = {(path, error): run for path, error, run in rows}
    warehouse.run("delete from problems where stage = 'review'")
    problems = [("review", place, None, None, why, first.get((place, why), run_id)) for place, why in told]
    warehouse.insert("problems", problems)
