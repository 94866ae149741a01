"""Where rulings are written: one line appended and on the disk before anybody is told that it stands.

Invariant: a line is whole or not there; a half line that a dying process left is closed off, never glued to the next.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock

from audit.ids import stable_id
from audit.review.decisions import REPLY, UNDONE, Ruling, read_rulings


@dataclass(slots=True)
class Ledger:
    """A folder of rulings, as one reviewer uses it."""

    folder: Path
    reviewer: str
    _read: tuple[tuple[Any, ...], list[Ruling]] | None = field(default=None, repr=False)

    def rulings(self) -> list[Ruling]:
        """All that stand, in the order of their lines; read anew where a file has changed."""
        state = self._state()
        if self._read is None or self._read[0] != state:
            self._read = state, read_rulings(self.folder)[0]
        return self._read[1]

    def of(self, kind: str, subject: str) -> list[Ruling]:
        """The rulings on one subject, the one that stands last."""
        own = (ruling for ruling in self.rulings() if (ruling.subject_kind, ruling.subject_id) == (kind, subject))
        return sorted(own, key=in_force)

    def append(self, kind: str, subject: str, verdict: str, **more: Any) -> str:
        """Write a ruling; its id. It is on the disk when this returns."""
        at = datetime.now(UTC)
        key = stable_id("decision", kind, subject, verdict, self.reviewer, at.isoformat())
        line = {"decision_id": key, "subject_kind": kind, "subject_id": subject, "verdict": verdict}
        self._write(at, line | more)
        return key

    def undo(self) -> Ruling | None:
        """Take this reviewer's last ruling back, by a line of its own; the ruling, or None where there is none."""
        own = [ruling for ruling in self.rulings() if ruling.reviewer == self.reviewer]
        if not own:
            return None
        last = own[-1]
        self._write(datetime.now(UTC), {"verdict": UNDONE, "supersedes": last.decision_id})
        return last

    def append_reply(self, finding: str, state: str, day: date, words: str) -> None:
        """Write what became of a letter about a finding: a line that is no ruling."""
        line = {"record": REPLY, "finding_id": finding, "state": state, "on": day.isoformat(), "words": words}
        self._write(datetime.now(UTC), line)

    def _write(self, at: datetime, line: Mapping[str, Any]) -> None:
        told = {**line, "reviewer": self.reviewer, "decided_at": at.replace(tzinfo=None).isoformat()}
        kept = {name: value for name, value in told.items() if value not in (None, "", False)}
        self.folder.mkdir(parents=True, exist_ok=True)
        with FileLock(self.folder / ".lock"):
            append_line(self.folder / f"{at:%Y-%m}.jsonl", json.dumps(kept, ensure_ascii=False))

    def _state(self) -> tuple[Any, ...]:
        files = sorted(self.folder.glob("*.jsonl")) if self.folder.is_dir() else []
        return tuple((path.name, (told := path.stat()).st_size, told.st_mtime_ns) for path in files)


def append_line(path: Path, line: str) -> None:
    """Append one line and wait until the disk has it."""
    is_new = not path.exists()
    with path.open("a+b", buffering=0) as file:
        file.seek(0, os.SEEK_END)
        broken = False
        if file.tell():
            file.seek(-1, os.SEEK_END)
            broken = file.read(1) != b"\n"
        file.write(f"{chr(10) * broken}{line}\n".encode("utf-8", "backslashreplace"))
        os.fsync(file.fileno())
    if is_new and os.name == "posix":
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def in_force(ruling: Ruling) -> tuple[datetime, int]:
    """Orders rulings as the view `rulings` does: the last one stands."""
    return ruling.decided_at or datetime(1970, 1, 1), ruling.line_no
