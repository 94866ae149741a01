"""The engine of one machine: DuckDB, and a process a core."""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from typing import Any, TypeVar

from audit.collect import collect_seldom
from audit.engine.forked import CAN_FORK, end_with_parent, in_forks
from audit.warehouse import Index

AHEAD = 2  # batches for each process that wait: more would only lie in memory
T = TypeVar("T")
R = TypeVar("R")


class LocalEngine:
    """SQL in the index itself; batches in as many processes as there are cores, one alone in this process."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._cores = os.cpu_count() or 1
        self._done = Counter[str]()

    def counters(self) -> dict[str, int]:
        """Queries, the rows that they found, batches."""
        return dict(self._done)

    def run_sql(
        self, index: Index, sql: str, tables: Sequence[str], values: Mapping[str, float]
    ) -> Iterator[tuple[Any, ...]]:
        """Rows of the query."""
        size, rows = index.lay_aside(sql, dict(values))
        self._done.update(queries=1, rows=size)
        return rows

    def map_batches(
        self, work: Callable[[Sequence[T]], R], batches: Iterable[Sequence[T]], *, light: bool = False
    ) -> Iterator[R]:
        """What the function gives for each batch, in their order; what is light is not sent to other processes."""
        waiting = iter(batches)
        first = list(islice(waiting, 2))
        for found in self._spread(work, chain(first, waiting), light=light) if len(first) > 1 else map(work, first):
            self._done.update(batches=1)
            yield found

    def _spread(self, work: Callable[[Sequence[T]], R], batches: Iterator[Sequence[T]], *, light: bool) -> Iterator[R]:
        if self._cores < 2 or (light and not CAN_FORK):
            return map(work, batches)
        return in_forks(work, batches, self._cores) if light else self._in_pool(work, batches)

    def _in_pool(self, work: Callable[[Sequence[T]], R], batches: Iterator[Sequence[T]]) -> Iterator[R]:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._cores, initializer=_begin_worker)
        most = AHEAD * self._cores
        running: deque[Future[R]] = deque(self._pool.submit(work, batch) for batch in islice(batches, most))
        while running:
            done = running.popleft().result()
            running.extend(self._pool.submit(work, batch) for batch in islice(batches, 1))
            yield done

    def rest(self) -> None:
        """End the processes: the next batches have new ones."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def close(self) -> None:
        """End the processes."""
        self.rest()


def _begin_worker() -> None:
    collect_seldom()
    end_with_parent()
