"""Plain texts: one article a file, or the articles of a database export, each told by its own end line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.ingest.decode import decode
from audit.ingest.drafts import Known
from audit.ingest.fields import read_known
from audit.ingest.readers.databases import split_database
from audit.ingest.sources import TEXT_LIMIT, Found, Item, Reader, Source

MARKDOWN = (".md", ".markdown")
_FRONT = re.compile(r"---[ \t]*\n(?P<fields>(?:[^\n]*\n){1,60}?)(?:---|\.\.\.)[ \t]*\n")
_FIELD = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}):[ \t]+(?P<value>\S[^\n]*)")


def _items(source: Source) -> Iterator[Found]:
    yield from items_of_text(source, source.whole(TEXT_LIMIT))


def items_of_text(source: Source, data: bytes | str) -> Iterator[Item]:
    """The articles of a text: bytes as they lie in the source, or a text that was taken out of a document."""
    text = data if isinstance(data, str) else decode(data)
    records = split_database(text)
    for number, record in enumerate(records, 1):
        yield Item(f"{source.place}#{number}", record.text, False, record.known, source.captured, record.doubts)
    if records:
        return
    known, body = _front_matter(source.known, text)
    is_markdown = source.name.removesuffix(".gz").casefold().endswith(MARKDOWN)
    yield Item(source.place, data if body is text else body, False, known, source.captured, (), is_markdown)


def _front_matter(known: Known, text: str) -> tuple[Known, str]:
    """A note's head of fields between two lines of dashes, and the text below it."""
    head = _FRONT.match(text)
    fields = {match["key"]: match["value"] for match in _FIELD.finditer(head["fields"])} if head else {}
    if head is None or not fields or known != Known():
        return known, text
    plain = {key.casefold(): value.strip().strip("'\"") for key, value in fields.items()}
    return read_known(plain), text[head.end() :]


TEXT = Reader("text/plain", (".txt", ".text", *MARKDOWN), lambda head: False, _items)
