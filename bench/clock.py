"""CPU time of one process, several rounds, everybody on the same batch before the next begins.

Invariant: rates are units per CPU-second; a ratio is taken within a round, so that a busy machine slows both sides
alike.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Protocol, TypeVar, runtime_checkable

Batch = TypeVar("Batch")
LEAST = 1.0  # CPU-seconds: a batch that is done sooner is done again


@dataclass(frozen=True, slots=True)
class Rates:
    """Units per CPU-second of one worker, a figure a round."""

    worker: str
    rounds: tuple[float, ...]

    @property
    def middle(self) -> float:
        return median(self.rounds)

    def times(self, other: Rates) -> tuple[float, float, float]:
        """How many times as fast as the other: median, least, most over the rounds."""
        ratios = [a / b for a, b in zip(self.rounds, other.rounds, strict=True)]
        return median(ratios), min(ratios), max(ratios)


@runtime_checkable
class Away(Protocol):
    """Work that another process does, and takes the time of."""

    def cpu_seconds(self, batch: object) -> float:
        """CPU-seconds that one pass over the batch takes."""


Work = Callable[[Batch], object] | Away


def cpu_seconds(work: Work[Batch], batch: Batch, least: float | None = None) -> float:
    """CPU-seconds that one pass over the batch takes, averaged over as many as fill `least`."""
    if isinstance(work, Away):
        return work.cpu_seconds(batch)
    gc.collect()
    least = LEAST if least is None else least
    passes, start = 0, time.process_time()
    while (spent := time.process_time() - start) < least or not passes:
        work(batch)
        passes += 1
    return spent / passes


def interleave(
    batches: Sequence[Batch],
    units: Callable[[Batch], int],
    workers: Mapping[str, Work[Batch]],
) -> list[Rates]:
    """Each worker takes a batch, then each the next. `units`: how many words, sentences … a batch holds."""
    rates: dict[str, list[float]] = {name: [] for name in workers}
    for batch in batches:
        for name, work in workers.items():
            rates[name].append(units(batch) / cpu_seconds(work, batch))
    return [Rates(name, tuple(found)) for name, found in rates.items()]
