"""PDF with text: its lines joined to paragraphs, its title and day from its own description. A scan has no text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from audit.ingest.decode import UnreadableError
from audit.ingest.drafts import Known, Problem
from audit.ingest.sources import TEXT_LIMIT, Found, Item, Reader, Source

PAGES = 300  # that are read of one file
FULL = 0.75  # of the longest lines' length from which on a line goes on in the next
LEAST = 40  # letters of a text
_NO_TITLE = re.compile(r"untitled|microsoft word|.*\.(?:docx?|pdf|indd|qxd|html?)$|anonymous|\W*$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:][”\"’)]?$")


def _items(source: Source) -> Iterator[Found]:
    import pypdf  # late: few runs hold a PDF

    data = source.whole(TEXT_LIMIT)
    try:
        document = pypdf.PdfReader(io.BytesIO(data), strict=False)
        pages = len(document.pages)
        lines = [page.extract_text() or "" for page in islice(document.pages, PAGES)]
        said: Any = document.metadata or {}
    except UnreadableError:
        raise
    except Exception as error:  # whatever a broken or locked document sets off in there
        raise UnreadableError(f"the PDF cannot be read ({type(error).__name__}: {str(error)[:100]})") from error
    text = paragraphs("\n".join(lines))
    if len(text) < LEAST:
        raise UnreadableError("the PDF has no text (image_only): it holds pictures of pages")
    if pages > PAGES:
        yield Problem(source.place, f"the PDF has {pages} pages; the first {PAGES} are read")
    yield Item(source.place, text, False, _known(source.known, said, text), source.captured)


def _known(known: Known, said: Any, text: str) -> Known:
    """The title where it stands at the head of the text; its maker's day is no day of publication."""
    title = " ".join(str(said.get("/Title") or "").split())
    stands = re.sub(r"\W+", "", title).casefold() in re.sub(r"\W+", "", text[:2000]).casefold()
    return replace(known, title=title) if title and stands and not known.title and not _NO_TITLE.match(title) else known


def paragraphs(text: str) -> str:
    """Lines of a page joined to paragraphs: a line that ends early, or ends a sentence early, ends one."""
    lines = [line.rstrip() for line in text.replace("\r", "").split("\n")]
    longest = sorted(map(len, lines))[int(0.9 * len(lines))] if lines else 0
    parts: list[str] = []
    for line in lines:
        parts.append(line.strip())
        ends = len(line) < FULL * longest or (_SENTENCE_END.search(line) and len(line) < 0.9 * longest)
        parts.append("\n\n" if ends else "\n")
    return re.sub(r"\n{3,}", "\n\n", "".join(parts)).strip()


PDF = Reader("application/pdf", (".pdf",), lambda head: head.lstrip().startswith(b"%PDF-"), _items)
