"""JSON lines: an article a line. A line that cannot be read is a problem with its number; the others go on."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from audit.ingest.articles import read_text
from audit.ingest.decode import UnreadableError, decode, normalise
from audit.ingest.drafts import Draft, Problem, read_known
from audit.ingest.files import LIMIT, TEXT, open_plain
from audit.ingest.page import read_page

LINE_LIMIT = LIMIT[TEXT]  # bytes


def read_export(path: Path, name: str, captured: datetime) -> Iterator[Draft | Problem]:
    """The drafts and problems of a .jsonl file, in its order. `name` is the path as problems should tell it."""
    number = 0
    try:
        with open_plain(path) as file:
            for number, line in enumerate(_lines(file), 1):
                if line.strip():
                    yield _read_line(line, f"{name}:{number}", captured)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield Problem(f"{name}:{number + 1}", f"the packed file is cut off or broken here ({error})")
    if number == 0:
        yield Problem(name, "the file is empty")


def _lines(file: Any) -> Iterator[bytes]:
    """Lines; of one that is too long, LINE_LIMIT bytes and one more."""
    while line := file.readline(LINE_LIMIT + 1):
        yield line
        while len(line) > LINE_LIMIT and not line.endswith(b"\n"):
            line = file.readline(LINE_LIMIT + 1)


def _read_line(line: bytes, place: str, captured: datetime) -> Draft | Problem:
    try:
        return _read_row(_object(line), captured)
    except UnreadableError as error:
        return Problem(place, str(error))


def _object(line: bytes) -> dict[str, Any]:
    if len(line) > LINE_LIMIT:
        raise UnreadableError(f"the line is longer than {LINE_LIMIT // 1_000_000} MB")
    try:
        row = json.loads(decode(line))
    except json.JSONDecodeError as error:
        raise UnreadableError(f"the line is not JSON ({error.msg} at character {error.pos})") from error
    except ValueError as error:  # a number of thousands of digits
        raise UnreadableError(f"the line is JSON that cannot be read ({error})") from error
    except RecursionError as error:
        raise UnreadableError("the line is JSON nested too deeply to be read") from error
    if not isinstance(row, dict):
        raise UnreadableError("the line is JSON, but no object with fields")
    return row


def _read_row(row: dict[str, Any], captured: datetime) -> Draft:
    text, page = row.get("text"), row.get("html")
    if isinstance(text, str) and text.strip():
        return read_text(normalise(text), read_known(row), captured)
    if isinstance(page, str) and page.strip():
        return read_page(normalise(page), read_known(row), captured)
    raise UnreadableError('the line has no field "text" or "html" with words in it')
