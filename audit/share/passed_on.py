"""What was passed on: a line each beside the warehouse, so that it can be called back."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path


def _log_of(warehouse: Path) -> Path:
    full = warehouse.resolve()
    return full.with_name(f".{full.name}.shares.jsonl")


def note_made(warehouse: Path, kind: str, where: Path | None) -> None:
    """Note that something was written for others: what, when, and where to (None: printed)."""
    told = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "kind": kind,
        "where": str(where.absolute()) if where else None,
    }
    with open(os.open(_log_of(warehouse), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8") as log:
        log.write(json.dumps(told, ensure_ascii=True) + "\n")


def made_before(warehouse: Path) -> list[str]:
    """A line for each of them."""
    try:
        lines = _log_of(warehouse).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    made = (json.loads(line) for line in lines if line.strip())
    return [f"{one['at']} {one['kind']}: {one['where'] or 'printed'}" for one in made]
