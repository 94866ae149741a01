"""Zips: documents (DOCX, ODT, XLSX, EPUB) by what lies in them, else the files that somebody packed."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from typing import IO

from lxml import etree

from audit.ingest.decode import UnreadableError
from audit.ingest.drafts import Problem
from audit.ingest.files import is_aside
from audit.ingest.readers.texts import items_of_text
from audit.ingest.readers.workbooks import WORKBOOK, items_of_workbook
from audit.ingest.sources import PAGE_LIMIT, TEXT_LIMIT, UNPACKED_LEAST, Found, Reader, Source

MEMBERS = 10_000
ARCHIVE_LIMIT = 2_000_000_000  # bytes packed
_WORD, _ODT = "word/document.xml", "content.xml"
_BREAKS = frozenset(("br", "cr", "tab", "line-break", "s"))


def _items(source: Source) -> Iterator[Found]:
    try:
        with _opened(source) as plain, zipfile.ZipFile(plain) as archive:
            yield from _inside(archive, source)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error, RuntimeError) as error:
        raise UnreadableError(f"the archive cannot be read ({error})") from error


def _opened(source: Source) -> IO[bytes]:
    if source.size > ARCHIVE_LIMIT:
        raise UnreadableError(f"the archive is longer than {ARCHIVE_LIMIT // 1_000_000} MB")
    return source.plain()


def _inside(archive: zipfile.ZipFile, source: Source) -> Iterator[Found]:
    names = set(archive.namelist())
    if len(names) > MEMBERS:
        raise UnreadableError(f"the archive has more than {MEMBERS} members")
    if WORKBOOK in names:
        yield from items_of_workbook(source)
    elif _WORD in names:
        yield from items_of_text(source, _paragraphs(_member(archive, archive.getinfo(_WORD)), "p", "t"))
    elif _ODT in names and "mimetype" in names:
        yield from items_of_text(source, _paragraphs(_member(archive, archive.getinfo(_ODT)), "p", None))
    else:
        yield from _members(archive, source)


def _members(archive: zipfile.ZipFile, source: Source) -> Iterator[Found]:
    left = UNPACKED_LEAST + 20 * source.size
    for info in sorted(archive.infolist(), key=lambda info: info.filename):
        if info.is_dir() or any(map(is_aside, info.filename.split("/"))):
            continue
        left -= info.file_size
        if left < 0:
            yield Problem(source.place, "the archive unpacks to far more than its size; the rest is left out")
            return
        try:
            yield source.member(info.filename, f"!{info.filename}", _member(archive, info))
        except (UnreadableError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
            yield Problem(f"{source.place}!{info.filename}", f"the member cannot be read ({error})")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as opened:
        data = opened.read(TEXT_LIMIT + 1)
    if len(data) > TEXT_LIMIT:
        raise UnreadableError(f"it unpacks to more than {TEXT_LIMIT // 1_000_000} MB")
    return data


def _paragraphs(data: bytes, paragraph: str, run: str | None) -> str:
    """The text of a document's XML, a paragraph a block. `run` is the element that alone holds text, if any."""
    if len(data) > PAGE_LIMIT * 4:
        raise UnreadableError("the document is too long")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    root = etree.fromstring(data, parser)
    if root is None:
        raise UnreadableError("the document is not XML")
    blocks = (element for element in root.iter() if _name(element) in (paragraph, "h"))
    text = "\n\n".join(filter(None, map(partial(_words, run=run), blocks)))
    if not text.strip():
        raise UnreadableError("the document has no text")
    return text


def _words(block: etree._Element, run: str | None) -> str:
    parts: list[str] = []
    _gather(block, run, parts)
    return "".join(parts).strip()


def _gather(element: etree._Element, run: str | None, parts: list[str]) -> None:
    """Text of an element in order; what was deleted under "track changes" stands in other elements and is left out."""
    for event, one in etree.iterwalk(element, events=("start", "end")):
        name = _name(one)
        if event == "start" and name in _BREAKS:
            parts.append("\n" if name in ("br", "cr", "line-break") else " ")
        if event == "start" and one.text and (run is None or name == run):
            parts.append(one.text)
        if event == "end" and one.tail and run is None and one is not element:
            parts.append(one.tail)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


_ENDINGS = (".zip", ".docx", ".odt", ".xlsx", ".wacz", ".epub")
ZIP = Reader("application/zip", _ENDINGS, lambda head: head.startswith(b"PK\x03\x04"), _items)
