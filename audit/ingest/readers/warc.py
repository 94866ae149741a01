"""WARC: a page a record, read one after the other, so that memory is bounded by the longest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from warcio.archiveiterator import ArchiveIterator

from audit.ingest.drafts import Problem, parse_when
from audit.ingest.sources import PAGE_LIMIT, Found, Reader, Source

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def _items(source: Source) -> Iterator[Found]:
    number = 0
    try:
        with source.open() as opened:
            for number, record in enumerate(ArchiveIterator(opened), 1):
                if found := _page(record, number, source):
                    yield found
    except Exception as error:  # whatever a broken archive sets off in there must not end the run
        reason = str(error).strip().splitlines() or [type(error).__name__]
        yield Problem(f"{source.place}#{number + 1}", f"the archive cannot be read from here on ({reason[0][:200]})")


def _page(record: object, number: int, source: Source) -> Found | None:
    """The page of a response that went well; None for anything else."""
    headers, http = record.rec_headers, record.http_headers  # type: ignore[attr-defined]
    if record.rec_type not in ("response", "resource"):  # type: ignore[attr-defined]
        return None
    if http and http.get_statuscode() != "200":
        return None
    kind = (http or headers).get_header("Content-Type", "").partition(";")[0].strip().casefold()
    if kind not in _PAGES:
        return None
    data = record.content_stream().read(PAGE_LIMIT + 1)  # type: ignore[attr-defined]
    place = f"#{number}"
    if len(data) > PAGE_LIMIT:
        return Problem(f"{source.place}{place}", f"the page is longer than {PAGE_LIMIT // 1_000_000} MB")
    when = parse_when(headers.get_header("WARC-Date"))
    known = replace(source.known, url=headers.get_header("WARC-Target-URI"))
    name = "page.txt" if kind == "text/plain" else "page.html"
    return source.member(name, place, data, known=known, captured=when[0] if when else source.captured)


WARC = Reader("application/warc", (".warc",), lambda head: head.startswith(b"WARC/"), _items)
