"""Web pages: one article a file, its envelope (how it was saved) read first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import lxml.html
from lxml import etree

from audit.ingest.decode import decode
from audit.ingest.drafts import Known
from audit.ingest.readers.cut_off import PAGE_CUT, is_cut_page
from audit.ingest.readers.databases import may_hold_records, split_database
from audit.ingest.readers.texts import items_of_text
from audit.ingest.sources import PAGE_LIMIT, Found, Item, Reader, Source

_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|main|article|section|div|h1|p|meta|title|link|script|style)\b",
    re.IGNORECASE,
)
_TAG = re.compile(rb"<[!?]|</?[a-zA-Z][\w:-]{0,30}(?:\s[^<>]{0,2000})?/?>")
_SAVED_FROM = re.compile(rb"<!--\s*(?:saved from url=\(\d+\)|url:\s*)(https?://[^\s>]{4,2000})|"
                         rb"Page saved with SingleFile\s+url:\s*(https?://\S{4,2000})", re.IGNORECASE)  # fmt: skip
_INLINE = frozenset(("a", "b", "i", "em", "strong", "span", "u", "font", "small", "sup", "sub", "mark"))
_SPACE = re.compile(r"\s+")
_BLANKS = re.compile(r"[ \t]*\n(?:[ \t]*\n)+[ \t]*")
_MARKS = b"\xef\xbb\xbf"


def looks_like_page(head: bytes) -> bool:
    """Whether bytes begin as HTML does."""
    return bool(_MARKUP.match(head.removeprefix(_MARKS)))


def _items(source: Source) -> Iterator[Found]:
    data = source.whole(PAGE_LIMIT)
    if data.strip() and not _TAG.search(data) and b"\x00" not in data:
        yield from items_of_text(source, data)
        return
    text = lines_of_page(data) if may_hold_records(data) else ""
    if split_database(text):
        yield from items_of_text(source, text)
        return
    doubts = (PAGE_CUT,) if is_cut_page(data) else ()
    yield Item(source.place, data, True, enveloped(source.known, data), source.captured, doubts)


def lines_of_page(data: bytes) -> str:
    """The words of a page with its blocks on lines of their own, as a database's export prints them."""
    parser = lxml.html.HTMLParser(encoding="utf-8")
    tree = lxml.html.document_fromstring(decode(data).encode(), parser=parser)
    etree.strip_elements(tree, "script", "style", "head", etree.Comment, with_tail=False)
    parts: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        block = element.tag not in _INLINE
        words = element.text if event == "start" else element.tail
        parts += ["\n"] * block + [_SPACE.sub(" ", words or "")]
    return _BLANKS.sub("\n\n", "".join(parts)).strip()


def enveloped(known: Known, data: bytes) -> Known:
    """What is known of a page, with the address that the browser which saved it wrote into its head."""
    match = _SAVED_FROM.search(data[:HEAD_OF_PAGE])
    address = (match[1] or match[2]).decode("utf-8", "replace") if match else None
    return replace(known, url=known.url or address)


HEAD_OF_PAGE = 4096  # bytes in which a saved page's envelope stands
PAGE = Reader("text/html", (".html", ".htm", ".xhtml"), looks_like_page, _items)
