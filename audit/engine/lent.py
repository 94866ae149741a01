"""What goes along with every batch, and is unpacked once in each process: with it stays what it has looked up."""

from __future__ import annotations

import pickle
from functools import lru_cache
from typing import Any, Generic, TypeVar

from audit.lazy import lazy

T = TypeVar("T")


class Lent(Generic[T]):
    """A value; where it arrives twice in one process, it is the same object."""

    def __init__(self, value: T) -> None:
        self.value = value

    @lazy
    def _packed(self) -> bytes:
        return pickle.dumps(self.value)

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpacked, (self._packed,)


@lru_cache(maxsize=2)
def _unpacked(packed: bytes) -> Lent[Any]:
    return Lent(pickle.loads(packed))
