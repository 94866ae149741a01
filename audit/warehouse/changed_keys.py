"""What a run has otherwise than the warehouse that it began from: so much is worked out anew, and no more.

Invariant: nothing is kept for this. Both sides answer the same query, and what it tells of a key is held side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from audit.warehouse.database import Warehouse, read_sql

NAME = "before"
LAYOUT = "select value from meta where key = 'layout'"


Rows = list[tuple[str, str]]
"""Parts and keys."""


class Before:
    """The warehouse as the run before left it, beside the build of this run."""

    def __init__(self, warehouse: Warehouse, known: dict[str, Rows] | None = None) -> None:
        self._warehouse, self._known = warehouse, {} if known is None else known

    def query(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of one statement, as they stood before."""
        with self._warehouse.looking_at(NAME):
            return self._warehouse.query(sql, values)

    def once(self, name: str, ask: Callable[[], Rows]) -> Rows:
        """What is asked once in a run, for it reads what nobody writes any more."""
        if name not in self._known:
            self._known[name] = ask()
        return self._known[name]

    def differing(self, sql: str) -> Rows:
        """Part and key of what is told otherwise now; each row of the query tells part, key and a hash (`told`)."""
        hashes = read_sql(__package__, "told_of_keys").format(query=sql.rstrip().rstrip(";"))
        self._warehouse.run(f"create or replace temp table told_now as {hashes}")
        with self._warehouse.looking_at(NAME):
            self._warehouse.run(f"create or replace temp table told_before as {hashes}")
        found: Rows = self._warehouse.query(read_sql(__package__, "told_otherwise"))
        self._warehouse.run("drop table told_now; drop table told_before")
        return found


@contextmanager
def open_before(warehouse: Warehouse, path: Path, known: dict[str, Rows] | None = None) -> Iterator[Before | None]:
    """The published warehouse beside the build that was made of it; None where its tables are laid out otherwise.

    `known` keeps what steps of one run ask once.
    """
    with warehouse.beside(path, NAME):
        before = Before(warehouse, known)
        yield before if before.query(LAYOUT) == warehouse.query(LAYOUT) else None
