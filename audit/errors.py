"""One base error with a message and a hint; the command line prints both on one line and exits with 2."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


class SecondhandError(Exception):
    """Something the user can mend: `message` names the thing, `hint` the next step."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message}: {hint}" if hint else message)
        self.message, self.hint = message, hint


class InputError(SecondhandError):
    """A path that cannot be read at all."""


class WarehouseError(SecondhandError):
    """A warehouse that is not one, or that another run holds."""


AMISS = (ValueError, KeyError, TypeError, RecursionError)
"""What is raised where an input has another shape than is expected."""


def tried(work: Callable[[T], R], one: T) -> R | Exception:
    """What work comes to, or the exception by which it says that its input has another shape."""
    try:
        return work(one)
    except AMISS as error:
        return error
