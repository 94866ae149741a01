"""Saved files of every format that is read (pages, web archives, documents, texts), each as a text with its address.

Invariant: nothing is stored or fetched; what cannot be read is told with its reason, never left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from audit.errors import InputError
from audit.ingest.decode import UnreadableError, decode
from audit.ingest.drafts import Problem
from audit.ingest.files import list_files
from audit.ingest.links import canonical
from audit.ingest.page import read_page
from audit.ingest.readers import readable, reader_of
from audit.ingest.sources import DEPTH, Item, Source


@dataclass(frozen=True, slots=True)
class Saved:
    """A text as it was saved, or why there is none. `cut` tells a page that shows only its beginning."""

    place: str
    text: str = ""
    url: str | None = None
    title: str | None = None
    published: date | None = None
    cut: bool = False
    problem: str | None = None
    publisher: str | None = None


def read_folder(folder: Path) -> Iterator[Saved]:
    """Every text below a folder, file by file. Raises InputError where it is not there."""
    for file in list_files([folder]):
        yield from read_file(file)


def read_file(file: Path) -> Iterator[Saved]:
    """The texts that a file holds."""
    try:
        captured = datetime.fromtimestamp(file.stat().st_mtime, UTC).replace(tzinfo=None)
        yield from _read(Source(file.name, str(file), captured, file=file))
    except OSError as error:
        yield Saved(str(file), problem=f"the file cannot be read: {error.strerror or error}")


def _read(source: Source) -> Iterator[Saved]:
    reader = reader_of(source)
    if reader is None:
        yield Saved(source.place, problem=f"not a format that is read ({readable()})")
        return
    try:
        for found in reader.items(source):
            if isinstance(found, Problem):
                yield Saved(found.path, problem=found.error)
            elif isinstance(found, Item):
                yield _saved(found)
            elif found.depth <= DEPTH and reader_of(found):
                yield from _read(found)
    except (UnreadableError, RecursionError, ValueError) as error:
        yield Saved(source.place, problem=str(error))


def _saved(item: Item) -> Saved:
    known = item.known
    published = known.published[0].date() if known.published else None
    if not item.is_page:
        text = item.body if isinstance(item.body, str) else decode(item.body)
        return Saved(item.place, text, known.url, known.title, published, publisher=known.publisher)
    try:
        draft = read_page(item.body, known, item.captured)
    except UnreadableError as error:
        return Saved(item.place, "", known.url, known.title, published, problem=str(error))
    day = draft.dates.at.date() if draft.dates.at else published
    url = draft.url or known.url
    return Saved(item.place, draft.text, url, draft.title, day, bool(draft.doubts), publisher=draft.publisher)


def read_draft(file: Path) -> str:
    """The text of a draft: a text or Markdown file as it stands, of a page or document its words. Raises InputError."""
    found = list(read_file(file))
    text = "\n\n".join(saved.text for saved in found if saved.text)
    if not text.strip():
        reason = next((saved.problem for saved in found if saved.problem), "it holds no text")
        raise InputError(f"{file} cannot be read", reason)
    return text


def by_address(saved: Iterable[Saved]) -> dict[str, Saved]:
    """Texts by canonical address; of two with one address the first that could be read."""
    found: dict[str, Saved] = {}
    for one in saved:
        address = canonical(one.url) if one.url else None
        if address and (address not in found or found[address].problem):
            found[address] = one
    return found
