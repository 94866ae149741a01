"""What could not be read of articles that were kept: a problem each, with its line where the file has lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

from audit.ingest.drafts import Problem
from audit.ingest.files import CHUNK, open_plain


def doubts_of_lines(file: Path, name: str, doubts: Mapping[int, str]) -> Iterator[Problem]:
    """Problems of a file of JSON lines. `doubts` holds the reasons by the number, from 0 on, of the line among those
    that are not blank; `name` is the path as problems should tell it."""
    if not doubts:
        return
    last = max(doubts)
    with open_plain(file) as opened:
        for at, number in enumerate(_written_lines(opened)):
            if at in doubts:
                yield Problem(f"{name}:{number}", doubts[at])
            if at == last:
                return


def _written_lines(opened: IO[bytes]) -> Iterator[int]:
    """The numbers, from 1 on, of lines that are not blank; none is held whole."""
    number, written = 1, False
    while piece := opened.readline(CHUNK):
        written = written or bool(piece.strip())
        if piece.endswith(b"\n"):
            if written:
                yield number
            number, written = number + 1, False
    if written:
        yield number
