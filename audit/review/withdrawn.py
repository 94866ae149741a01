"""Lines of rulings that go because what they are about is forgotten."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any


def drop_lines(folder: Path, goes: Callable[[list[str]], bool]) -> int:
    """Rewrite the files of rulings without the lines whose values `goes` wants gone. Returns how many went."""
    return sum(_drop_from(path, goes) for path in sorted(folder.glob("*.jsonl"))) if folder.is_dir() else 0


def _drop_from(path: Path, goes: Callable[[list[str]], bool]) -> int:
    lines = path.read_bytes().split(b"\n")
    kept = [line for line in lines if not line.strip() or not goes(_values(line.decode(errors="replace")))]
    if len(kept) < len(lines):
        fresh = path.with_name(f".{path.name}.new")
        fresh.write_bytes(b"\n".join(kept))
        os.replace(fresh, path)
    return len(lines) - len(kept)


def _values(line: str) -> list[str]:
    """The words of a line; of one that is no JSON the line itself."""
    try:
        return list(_strings(json.loads(line)))
    except (ValueError, RecursionError):
        return [line]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(inner)
