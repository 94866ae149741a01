"""WARC: a page a record, read one after the other, so that memory is bounded by the longest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from audit.ingest.drafts import Problem, parse_when
from audit.ingest.links import absolute
from audit.ingest.sources import PAGE_LIMIT, Found, Reader, Source

LED_LIMIT = 100_000  # addresses of an archive that lead on
LED_LONGEST = 5  # of them that lead to one page
_LEADS = ("http:", "https:", "ftp:", "file:")  # addresses of pages: other records are notes of the tool that saved them
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def _items(source: Source) -> Iterator[Found]:
    from warcio.archiveiterator import ArchiveIterator  # loads much that no other file needs

    number, led = 0, _Led()
    try:
        with source.open() as opened:
            for number, record in enumerate(ArchiveIterator(opened), 1):
                led.note(record)
                if found := _page(record, number, source, led):
                    yield found
    except Exception as error:  # whatever a broken archive sets off in there must not end the run
        reason = str(error).strip().splitlines() or [type(error).__name__]
        yield Problem(f"{source.place}#{number + 1}", f"the archive cannot be read from here on ({reason[0][:200]})")


class _Led:
    """Which addresses led on to which, of the records that were read."""

    def __init__(self) -> None:
        self._asked: dict[str, tuple[str, ...]] = {}

    def note(self, record: Any) -> None:
        """A response that says where to go on."""
        http, url = record.http_headers, record.rec_headers.get_header("WARC-Target-URI")
        where = http.get_header("Location") if http and http.get_statuscode().startswith("3") else None
        target = absolute(where, url) if where and url else None
        if target and target != url and len(self._asked) < LED_LIMIT:
            self._asked[target] = (*self.to(url), url)

    def to(self, url: str | None) -> tuple[str, ...]:
        """The addresses that lead to one, a few at most."""
        return self._asked.get(url or "", ())[-LED_LONGEST:]


def _page(record: Any, number: int, source: Source, led: _Led) -> Found | None:
    """The page of a response that went well; None for anything else."""
    headers, http = record.rec_headers, record.http_headers
    if record.rec_type not in ("response", "resource"):
        return None
    if http and http.get_statuscode() != "200":
        return None
    kind = (http or headers).get_header("Content-Type", "").partition(";")[0].strip().casefold()
    if kind not in _PAGES:
        return None
    url = headers.get_header("WARC-Target-URI")
    if url and not url.strip("<> ").casefold().startswith(_LEADS):
        return None
    data = record.content_stream().read(PAGE_LIMIT + 1)
    place = f"#{number}"
    if len(data) > PAGE_LIMIT:
        return Problem(f"{source.place}{place}", f"the page is longer than {PAGE_LIMIT // 1_000_000} MB")
    when = parse_when(headers.get_header("WARC-Date"))
    known = replace(source.known, url=url, asked=led.to(url))
    name = "page.txt" if kind == "text/plain" else "page.html"
    return source.member(name, place, data, known=known, captured=when[0] if when else source.captured)


WARC = Reader("application/warc", (".warc",), lambda head: head.startswith(b"WARC/"), _items)
