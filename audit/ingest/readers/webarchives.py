"""Web archives of Safari: a property list whose main resource is the page."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.parsers.expat import ExpatError

from audit.ingest.decode import UnreadableError
from audit.ingest.sources import TEXT_LIMIT, Found, Reader, Source

_BINARY = b"bplist00"


def _items(source: Source) -> Iterator[Found]:
    try:
        archive: Any = plistlib.loads(source.whole(TEXT_LIMIT))
        main = archive["WebMainResource"]
        data, url = bytes(main["WebResourceData"]), main.get("WebResourceURL")
    except (plistlib.InvalidFileException, ExpatError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableError("the web archive has no page in it") from error
    known = replace(source.known, url=source.known.url or (url if isinstance(url, str) else None))
    yield source.member("page.html", "!page", data, known=known)


WEBARCHIVE = Reader("application/x-webarchive", (".webarchive",), lambda head: head.startswith(_BINARY), _items)
