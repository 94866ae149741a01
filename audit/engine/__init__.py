"""What a run works with: SQL over tables of the index, and plain functions over batches of texts and pairs.

Invariant: each engine gives the same rows. The SQL keeps to what both understand, and all that weighs is whole numbers
or exact in doubles, so that no order of adding makes a difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from audit.engine.lent import Lent
from audit.engine.local import LocalEngine
from audit.errors import InputError
from audit.warehouse import Index

__all__ = ["ENGINES", "Engine", "EngineChoice", "Lent", "LocalEngine", "open_engine"]

ENGINES = ("duckdb", "spark")
T = TypeVar("T")
R = TypeVar("R")


class Engine(Protocol):
    """Where SQL and functions run."""

    def counters(self) -> dict[str, int]:
        """What it did so far: queries, rows found, batches, and what else the engine counts."""

    def run_sql(
        self, index: Index, sql: str, tables: Sequence[str], values: Mapping[str, float]
    ) -> Iterator[tuple[Any, ...]]:
        """Rows of a query over these tables of the index, once: it puts them in the order of their first columns."""

    def map_batches(
        self, work: Callable[[Sequence[T]], R], batches: Iterable[Sequence[T]], *, light: bool = False
    ) -> Iterator[R]:
        """What the function gives for each batch, in their order; `light`: it costs little more than its way there."""

    def rest(self) -> None:
        """For a while there are no batches: let go of the memory that they took."""

    def close(self) -> None:
        """Let go of processes and sessions."""


@dataclass(frozen=True, slots=True)
class EngineChoice:
    """Which engine; for Spark its master, and a folder that all its workers reach (None: a temporary one here)."""

    name: str = "duckdb"
    master: str | None = None
    scratch: str | None = None


@contextmanager
def open_engine(choice: EngineChoice, code: Callable[[], object] = str) -> Iterator[Engine]:
    """The engine while a run lasts; `code` tells which code runs, and is asked of every worker.

    Raises InputError where it cannot be opened.
    """
    engine = _opened(choice, code)
    try:
        yield engine
    finally:
        engine.close()


def _opened(choice: EngineChoice, code: Callable[[], object]) -> Engine:
    if choice.name == "spark":
        from audit.engine.spark import open_spark

        return open_spark(choice.master, choice.scratch, code)
    if choice.name != "duckdb":
        raise InputError(f"--engine {choice.name} is none", f"name one of {', '.join(ENGINES)}")
    if choice.master or choice.scratch:
        raise InputError("--master and --scratch are Spark's", "add --engine spark")
    return LocalEngine()
