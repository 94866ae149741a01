"""The formats, one reader each. The bytes decide first, the ending only where they say nothing."""

from __future__ import annotations

import os
from functools import cache
from importlib.metadata import entry_points

from audit.ingest.readers.archives import ZIP
from audit.ingest.readers.feeds import FEED
from audit.ingest.readers.mail import MAIL
from audit.ingest.readers.pages import PAGE
from audit.ingest.readers.pdf import PDF
from audit.ingest.readers.rich_text import RTF
from audit.ingest.readers.rows import JSON, TABLE
from audit.ingest.readers.subtitles import SUBTITLES
from audit.ingest.readers.texts import TEXT
from audit.ingest.readers.warc import WARC
from audit.ingest.readers.webarchives import WEBARCHIVE
from audit.ingest.sources import Reader, Source

OWN = (WARC, ZIP, RTF, PDF, WEBARCHIVE, SUBTITLES, FEED, MAIL, PAGE, JSON, TABLE, TEXT)
GROUP = "secondhand.readers"


@cache
def readers() -> tuple[Reader, ...]:
    """Readers that other packages offer, then our own, in the order in which they look at the bytes."""
    return (*(entry.load() for entry in entry_points(group=GROUP)), *OWN)


def reader_of(source: Source) -> Reader | None:
    """The reader of a source's format; None where neither its bytes nor its ending tell one. Raises OSError."""
    head = source.head()
    by_bytes = next((reader for reader in readers() if reader.looks(head)), None)
    if by_bytes:
        return by_bytes
    ending = os.path.splitext(source.name.removesuffix(".gz"))[1].casefold()
    return next((reader for reader in readers() if ending in reader.endings), None)


def readable() -> str:
    """The endings that are read, for messages."""
    return ", ".join(ending for reader in readers() for ending in reader.endings)
