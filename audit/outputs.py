"""Where commands write: a file that is read is never written over, and no warehouse is."""

from __future__ import annotations

from pathlib import Path

from audit.errors import InputError

_MARK = slice(8, 12)  # of a DuckDB file


def must_be_free(output: Path | None, *read: Path | None) -> None:
    """Raises InputError where a file to be written is one of those that are read, or a warehouse."""
    if output is None or not output.is_file():
        return
    if any(one.exists() and output.samefile(one) for one in read if one) or _is_warehouse(output):
        raise InputError(f"{output} would be written over", "name another file to write to")


def _is_warehouse(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(_MARK.stop)[_MARK] == b"DUCK"
