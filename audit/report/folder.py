"""The folder of a report: its pages, and a list of their checksums, so that a page that was damaged is noticed.

Invariant: the list is written before the index, and the index last, by renaming; files of the user's own stay.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

LISTED = ".pages.sha256"  # lines as `sha256sum` writes them
INDEX = "index.html"
_OWN_PAGE = re.compile(r"(?:[0-9a-f]{20}|[a-z]+-\d+)\.html")


@dataclass(slots=True)
class Folder:
    """The pages that one report writes, with the checksum of each."""

    root: Path
    sums: dict[str, str] = field(default_factory=dict)

    def prepare(self, name: str, ids: Iterable[str]) -> None:
        """Make a folder of pages; remove those of an earlier report that this one does not write."""
        folder = self.root / name
        folder.mkdir(parents=True, exist_ok=True)
        kept = {f"{id_}.html" for id_ in ids}
        for path in folder.iterdir():
            if _OWN_PAGE.fullmatch(path.name) and path.name not in kept:
                path.unlink()

    def write(self, name: str, page: str) -> None:
        """Write a page, unless it stands there already as it is."""
        path, data = self.root / name, page.encode("utf-8", "backslashreplace")
        self.sums[name] = hashlib.sha256(data).hexdigest()
        try:
            if path.stat().st_size == len(data) and path.read_bytes() == data:
                return
        except OSError:
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def finish(self, index: str) -> Path:
        """Write the list of pages and the index, which from now on tells truly what they show."""
        self.sums[INDEX] = hashlib.sha256(index.encode("utf-8", "backslashreplace")).hexdigest()
        listed = "".join(f"{found}  {name}\n" for name, found in sorted(self.sums.items()))
        (self.root / LISTED).write_text(listed, encoding="utf-8")
        fresh = self.root / f".{INDEX}"
        fresh.write_bytes(index.encode("utf-8", "backslashreplace"))
        return fresh.replace(self.root / INDEX)


def damaged(root: Path) -> Iterator[str]:
    """The pages of a report that are not as they were written, or are gone; the list itself where it is not there."""
    try:
        lines = (root / LISTED).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    if not lines:
        yield LISTED
    for line in lines:
        told, _, name = line.partition("  ")
        try:
            found = hashlib.sha256((root / name).read_bytes()).hexdigest()
        except OSError:
            found = ""
        if found != told:
            yield name
