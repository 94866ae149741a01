"""What comes one by one, some of it at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def in_parts(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of so many of them, in their order; the last holds what is left."""
    waiting = iter(rows)
    return iter(lambda: list(islice(waiting, size)), [])
