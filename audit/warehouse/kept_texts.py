"""Texts in memory while they are few; of a large archive most lie in a file without a name beside the warehouse."""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

MOST_READ = 256  # texts of the file that stay in memory, the last ones that were asked for
MOST_HELD = 32 << 20  # letters that stay in memory, the first ones; what comes after goes to the file


class KeptTexts:
    """The file: it goes with its last text, whatever becomes of the process, and copies of the process read it too."""

    def __init__(self, folder: Path | None) -> None:
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115 - it lasts as long as its texts
        self._ends = array("q", [0])
        self._room = MOST_HELD
        self.read: Callable[[int], str] = lru_cache(maxsize=MOST_READ)(self._read)

    def add(self, text: str) -> str | KeptText:
        """Lay one down; none of the file can be read before `ready`."""
        self._room -= len(text)
        if self._room >= 0:
            return text
        self._ends.append(self._ends[-1] + self._file.write(text.encode("utf-8", "surrogatepass")))
        return KeptText(self, len(self._ends) - 2)

    def ready(self) -> None:
        """All are laid down."""
        self._file.flush()

    def _read(self, number: int) -> str:
        first, last = self._ends[number], self._ends[number + 1]
        return os.pread(self._file.fileno(), last - first, first).decode("utf-8", "surrogatepass")


class KeptText:
    """One text: `str` gives it; in another process it is a plain string."""

    __slots__ = ("_number", "_texts")

    def __init__(self, texts: KeptTexts, number: int) -> None:
        self._texts, self._number = texts, number

    def __str__(self) -> str:
        return self._texts.read(self._number)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str | KeptText) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return str, (str(self),)
