"""Rows: JSON lines, JSON documents, comma- and tab-separated tables. A row that cannot be read is a problem; the others
go on."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

from audit.ingest.decode import UnreadableError, decode, normalise
from audit.ingest.drafts import Problem
from audit.ingest.fields import doubts_of, holds_article, is_notice, page_of, read_known, text_of
from audit.ingest.sources import TEXT_LIMIT, Found, Item, Reader, Source

LINE_LIMIT = TEXT_LIMIT  # bytes
_ASSIGNED = re.compile(r"\s*(?:window|var|const|let)[\w.\s]{1,60}=\s*(?=[\[{])")  # an export that is a script
_DEEP = 3  # objects within each other in which a list of articles is looked for


def _json_items(source: Source) -> Iterator[Found]:
    """The items of a JSON document or of JSON lines."""
    yield from _document(source) if _is_document(source.head()) else _lines_of(source)


def _is_document(head: bytes) -> bool:
    """Whether JSON stretches over lines: it begins with a list, or its first line holds an opening brace alone."""
    if _ASSIGNED.match(head[:200].decode("utf-8", "replace")):
        return True
    first = head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0].strip()
    return first == b"{" or (first.startswith(b"[") and not (first.endswith(b"]") and b"{" not in first))


def _document(source: Source) -> Iterator[Found]:
    """The articles of whatever values stand in the document one after the other."""
    text = _ASSIGNED.sub("", decode(source.whole(LINE_LIMIT)), count=1)
    found = 0
    for value in _json_values(text):
        for row in _rows_in(value):
            found += 1
            yield from row_items(row, f"{source.place}#{found}", source)
    if not found:
        raise UnreadableError("the JSON holds no object with an article's text or html")


def _json_values(text: str) -> Iterator[Any]:
    decoder, at = json.JSONDecoder(strict=False), 0
    while at < len(text):
        at += len(text[at : at + 1000]) - len(text[at : at + 1000].lstrip(" \t\r\n,"))
        if at < len(text) and not text[at].isspace():
            value, at = _raw_decode(decoder, text, at)
            yield value


def _raw_decode(decoder: json.JSONDecoder, text: str, at: int) -> tuple[Any, int]:
    try:
        return decoder.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise UnreadableError(f"the file is not JSON ({error.msg} in line {error.lineno})") from error
    except ValueError as error:
        raise UnreadableError(f"the JSON cannot be read ({error})") from error


def _rows_in(value: Any) -> Iterable[dict[str, Any]]:
    """The value itself where it is an article, else the first list in it that holds articles."""
    level = [value]
    for _ in range(_DEEP + 1):
        if rows := [item for item in level if _is_row(item)]:
            return rows
        lists = [[_unwrapped(one) for one in item] for item in level if isinstance(item, list)]
        held = next((items for items in lists if any(map(_is_row, items))), None)
        if held is not None:
            return [item for item in held if isinstance(item, dict)]
        level = [v for item in level if isinstance(item, dict) for v in item.values() if isinstance(v, dict | list)]
    return ()


def _is_row(value: Any) -> bool:
    return holds_article(value) or is_notice(value)


def _unwrapped(item: Any) -> Any:
    """What an object with a single field holds, where that is an object: `{"tweet": {…}}`."""
    inner = next(iter(item.values())) if isinstance(item, dict) and len(item) == 1 else None
    return inner if isinstance(inner, dict) else item


def _lines_of(source: Source) -> Iterator[Found]:
    number = 0
    try:
        with source.open() as opened:
            for number, line in enumerate(_lines(opened), 1):
                if line.strip():
                    yield from _line_items(line, f"{source.place}:{number}", source)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield Problem(f"{source.place}:{number + 1}", f"the packed file is cut off or broken here ({error})")
    if number == 0:
        yield Problem(source.place, "the file is empty")


def _lines(opened: IO[bytes]) -> Iterator[bytes]:
    """Lines; of one that is too long, LINE_LIMIT bytes and one more."""
    while line := opened.readline(LINE_LIMIT + 1):
        yield line
        while len(line) > LINE_LIMIT and not line.endswith(b"\n"):
            line = opened.readline(LINE_LIMIT + 1)


def _line_items(line: bytes, place: str, source: Source) -> Iterator[Found]:
    try:
        row = _object(line)
    except UnreadableError as error:
        yield Problem(place, str(error))
        return
    rows = [row] if _is_row(row) else list(_rows_in(row))
    if not rows:
        yield Problem(place, 'the line has no field "text" or "html" with words in it')
    for number, one in enumerate(rows, 1):
        yield from row_items(one, place if len(rows) == 1 else f"{place}#{number}", source)


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


def row_items(row: Mapping[str, Any], place: str, source: Source) -> Iterator[Found]:
    """The article of a row, or why it has none."""
    page = page_of(row)
    body = page or text_of(row)
    known = read_known(row)
    if body is None and is_notice(row):
        yield Item(place, "", False, known, known.captured or source.captured)
        return
    if body is None:
        yield Problem(place, 'the row has no field "text" or "html" with words in it')
        return
    yield Item(place, normalise(body), page is not None, known, known.captured or source.captured, doubts_of(body))


def _table_items(source: Source) -> Iterator[Found]:
    """A row an article; the first row names the columns."""
    text = decode(source.whole(LINE_LIMIT))
    csv.field_size_limit(LINE_LIMIT)
    first = text.partition("\n")[0]
    mark = max("\t,;", key=first.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=mark)
    yield from _table_rows(rows, source)


def _table_rows(rows: csv.DictReader[str], source: Source) -> Iterator[Found]:
    number = 0
    try:
        if not holds_article({name: name for name in rows.fieldnames or ()}):
            raise UnreadableError("the table has no column with an article's text or html")
        for number, row in enumerate(rows, 1):
            yield from row_items({k: v for k, v in row.items() if k}, f"{source.place}#{number}", source)
    except csv.Error as error:
        yield Problem(f"{source.place}#{number + 1}", f"the table cannot be read from here on ({error})")


def _looks_like_json(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:200]
    if start.startswith(b"window.YTD."):
        return True
    return start.startswith((b'{"', b"[{")) or (
        start.startswith((b"{", b"[")) and start[1:].lstrip().startswith((b'"', b"{"))
    )


JSON = Reader("application/jsonl", (".jsonl", ".ndjson", ".json"), _looks_like_json, _json_items)
TABLE = Reader("text/csv", (".csv", ".tsv"), lambda head: False, _table_items)
