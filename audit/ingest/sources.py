"""What readers read from and what they yield: bytes with a place, and the items found in them.

Invariant: bytes are unpacked on the way and never beyond a limit; a place names a file, a line (":3"), a record ("#3")
or a member ("!a.html") in it.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from audit.ingest.decode import UnreadableError
from audit.ingest.drafts import Known, Problem

HEAD = 4096  # bytes by which a format is told
DEPTH = 3  # containers within containers
GZIP = b"\x1f\x8b"
TEXT_LIMIT, PAGE_LIMIT = 50_000_000, 5_000_000  # bytes of one article, unpacked
UNPACKED_LEAST, UNPACKED_TIMES = 200_000_000, 100  # what a packed file may give: bytes, or times its own size
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes in which articles are looked for: a file, whose bytes may have been read, or a member of a container."""

    name: str  # whose ending may tell the format
    place: str
    captured: datetime
    known: Known = field(default_factory=Known)
    file: Path | None = None
    data: bytes = b""
    depth: int = 0
    said: Mapping[str, Any] | None = None  # by a sidecar, of the file itself
    unsaid: str | None = None  # why that cannot be read

    @property
    def size(self) -> int:
        """Bytes as they lie there."""
        return self.file.stat().st_size if self.file and not self.data else len(self.data)

    def plain(self) -> IO[bytes]:
        """The bytes as they lie there: of a file those that were read already, where they were. Raises OSError."""
        return self.file.open("rb") if self.file and not self.data else io.BytesIO(self.data)

    def open(self) -> IO[bytes]:
        """The bytes, unpacked. Raises OSError; reading raises UnreadableError where they unpack to far too many."""
        plain = self.plain()
        packed = plain.read(len(GZIP)) == GZIP
        plain.seek(0)
        if not packed:
            return plain
        most = max(UNPACKED_LEAST, UNPACKED_TIMES * self.size)
        return io.BufferedReader(_Bounded(gzip.GzipFile(fileobj=plain), most), CHUNK)

    def head(self) -> bytes:
        """The first bytes, unpacked; none where they cannot be unpacked."""
        try:
            with self.open() as opened:
                return opened.read(HEAD)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            return b""

    def whole(self, limit: int) -> bytes:
        """All bytes, unpacked. Raises UnreadableError where they are more than `limit` or cut off, OSError as open."""
        try:
            with self.open() as opened:
                data = opened.read(limit + 1)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise UnreadableError(f"the packed file is cut off or broken ({error})") from error
        if len(data) > limit:
            raise UnreadableError(f"the file is longer than the {limit // 1_000_000} MB that one article may have")
        return data

    def told(self) -> Mapping[str, Any]:
        """What a sidecar says; {} where there is none. Raises UnreadableError where it cannot be read."""
        if self.unsaid is not None:
            raise UnreadableError(self.unsaid)
        return self.said or {}

    def member(self, name: str, mark: str, data: bytes, **changes: Any) -> Source:
        """A member of this container; `mark` tells its place within."""
        own: dict[str, Any] = {"file": None, "said": None, "unsaid": None, "depth": self.depth + 1}
        return replace(self, name=name, place=f"{self.place}{mark}", data=data, **own, **changes)


class _Bounded(io.RawIOBase):
    """An unpacked stream that ends with UnreadableError after `most` bytes."""

    def __init__(self, unpacked: gzip.GzipFile, most: int) -> None:
        self._unpacked, self._left, self._most = unpacked, most, most

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, into: Any) -> int:
        """Bytes read, as io asks for it."""
        data = self._unpacked.read1(len(into))
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableError(f"the packed file unpacks to more than {self._most // 1_000_000} MB")
        into[: len(data)] = data
        return len(data)


@dataclass(frozen=True, slots=True)
class Item:
    """One article as found. A body in bytes is the source itself, so its blocks have a place in it."""

    place: str
    body: bytes | str
    is_page: bool
    known: Known
    captured: datetime
    doubts: tuple[str, ...] = ()
    is_markdown: bool = False


Found = Item | Problem | Source


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its media type, the endings of its files, whether bytes are of it, and what it finds in a source."""

    media: str
    endings: tuple[str, ...]
    looks: Callable[[bytes], bool]
    items: Callable[[Source], Iterator[Found]]
