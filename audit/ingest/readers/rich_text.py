"""RTF: its text, then as a plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from striprtf.striprtf import rtf_to_text

from audit.ingest.decode import UnreadableError
from audit.ingest.readers.cut_off import RTF_CUT, is_cut_rtf
from audit.ingest.readers.texts import items_of_text
from audit.ingest.sources import PAGE_LIMIT, Found, Reader, Source


def _items(source: Source) -> Iterator[Found]:
    data = source.whole(PAGE_LIMIT)
    if not data.strip():
        raise UnreadableError("the file is empty")
    try:
        text = rtf_to_text(data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    except Exception as error:  # whatever a broken document sets off in there
        raise UnreadableError(f"the document cannot be read ({type(error).__name__})") from error
    if not text.strip():
        raise UnreadableError("the document has no text")
    doubts = (RTF_CUT,) if is_cut_rtf(data) else ()
    for item in items_of_text(source, text):
        yield replace(item, doubts=(*item.doubts, *doubts))


RTF = Reader("application/rtf", (".rtf",), lambda head: head.startswith(b"{\\rtf"), _items)
