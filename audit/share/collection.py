"""How each text of a note came here: when, from which address, by which tool, and the hash of its bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from audit.report.read import Row

LOG = Path(".fetch") / "log.jsonl"  # beside the archives that `secondhand fetch` wrote


def came(head: Row, home: Path) -> str:
    """A row of note_heads.sql to one line; `home`: the folder of the warehouse, which paths of captures begin at."""
    archive, _, place = str(head["path"] or "").partition("#")
    tool = _tools(home / archive).get(Path(archive).name) if place else None
    told = [
        f"{head['captured_at']:%Y-%m-%d %H:%M:%S} UTC" if head["captured_at"] else "moment not known",
        head["captured_from"] or head["url"] or "no address",
        f"fetched by {tool}" if tool else "put there as a file, of that moment",
        str(head["path"] or "no file"),
        f"SHA-256 of the bytes {head['sha256']}",
    ]
    return " · ".join(told)


def _tools(archive: Path) -> dict[str, str]:
    """The tool that wrote each archive of this folder, as the log of fetching beside them says."""
    return {str(line.get("archive")): str(line.get("tool")) for line in _lines(archive.parent / LOG)}


def _lines(log: Path) -> Iterator[dict[str, object]]:
    """The lines of a log; one that is none is left out."""
    try:
        told = log.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return
    for line in told:
        try:
            found = json.loads(line)
        except ValueError:
            continue
        if isinstance(found, dict):
            yield found
