"""How much work something is, counted: the clock of a machine that others use tells nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable


def steps(work: Callable[[], object]) -> int:
    """How many calls some work makes and ends."""
    counted = 0

    def note(*_: object) -> None:
        nonlocal counted
        counted += 1

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted
