"""A property that is found when it is first asked for, and kept; `functools.cached_property` of 3.11 takes a lock each
time that it finds one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 - written as a decorator
    """The property of an object that is used by one thread, and has a `__dict__`."""

    def __init__(self, find: Callable[[Any], T]) -> None:
        self.find, self._name, self.__doc__ = find, find.__name__, find.__doc__

    def __get__(self, owner: Any, kind: type[Any] | None = None) -> T:
        found = self.find(owner)
        owner.__dict__[self._name] = found  # read from there from now on: this has no `__set__`
        return found
