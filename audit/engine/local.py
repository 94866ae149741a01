"""The engine of one machine: DuckDB, and a process a core."""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import parent_process
from threading import Thread
from typing import Any, TypeVar

from audit.collect import collect_seldom
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
    ) -> list[tuple[Any, ...]]:
        """Rows of the query."""
        rows = index.query(sql, dict(values))
        self._done.update(queries=1, rows=len(rows))
        return rows

    def map_batches(
        self, work: Callable[[Sequence[T]], R], batches: Iterable[Sequence[T]], *, light: bool = False
    ) -> Iterator[R]:
        """What the function gives for each batch, in their order; what is light stays in this process."""
        waiting = self._counted(batches)
        if light:
            yield from map(work, waiting)
            return
        first = list(islice(waiting, 2))
        if len(first) < 2 or self._cores < 2:
            yield from map(work, chain(first, waiting))
            return
        yield from self._in_pool(work, chain(first, waiting))

    def _counted(self, batches: Iterable[Sequence[T]]) -> Iterator[Sequence[T]]:
        for batch in batches:
            self._done.update(batches=1)
            yield batch

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
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A run that was killed leaves no process behind: each would hold its lock on the warehouse."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
