"""How often Python looks for rings of objects that nothing leads to: a run makes millions of records, and no rings."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def collect_seldom() -> None:
    """From here on in this process; a fifth of the time of matching and tracing went there."""
    gc.set_threshold(500_000, 50, 1000)


@contextmanager
def collect_never() -> Iterator[None]:
    """For a while in this process nobody looks: of the records of extraction, matching and tracing each goes with its
    last use."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
