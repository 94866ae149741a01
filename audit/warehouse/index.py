"""The index: what was worked out of texts alone, kept beside the warehouse so that no run works it out again.

Invariant: nothing here is an input. Each row goes by a hash of all that it was made of; an index that is damaged, or
that other code has made, is dropped and made anew, and no reader of the warehouse ever opens it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from hashlib import blake2b
from itertools import chain, count
from pathlib import Path
from typing import Any

import duckdb

from audit.errors import WarehouseError
from audit.parts import in_parts
from audit.warehouse.database import Warehouse, drop_room, lay_room, read_sql

LEAST_ROOM = 192  # megabytes of memory that it takes at most; what needs more goes through a folder beside it
ROOM_OF_ARTICLES = 32  # more of them for each thousand articles beyond which that is more
MOST_ROOM = 1024  # however many these are
WIDENED = 3  # times that its room is doubled where a query needs more at once
READ = 50_000  # rows of a long answer that are read at once
AT_ONCE = 500  # answers whose JSON is read as one
STALE = 4  # one part in so many of what is kept may be of no use any more
_MASK = (1 << 64) - 1


def stable_key(*parts: object) -> int:
    """Sixty-four bits over the parts, the same on every machine."""
    return int.from_bytes(blake2b(repr(parts).encode("utf-8", "backslashreplace"), digest_size=8).digest(), signed=True)


@lru_cache(maxsize=1 << 18)
def word_key(word: str) -> int:
    """The same of one word."""
    return int.from_bytes(blake2b(word.encode("utf-8", "backslashreplace"), digest_size=8).digest(), signed=True)


def joined_key(*keys: int) -> int:
    """One key of several, in their order."""
    mixed = 0
    for key in keys:
        mixed = ((mixed ^ (mixed >> 29)) * 0x9E3779B97F4A7C15 + key) & _MASK
    return mixed - (1 << 64) if mixed >> 63 else mixed


def mixed_key(*numbers: int) -> int:
    """One key of numbers, in their order: the hash of their tuple, the same in every run of one Python."""
    return hash(numbers)


class DamagedIndexError(WarehouseError):
    """The index cannot be read: it is made anew, and nobody has to do anything."""


class CrowdedIndexError(WarehouseError):
    """A query needs more memory at once than the index may take: with more room it is asked again."""


class Index:
    """One open index: a DuckDB file of its own, or one in memory where nothing is to be kept."""

    def __init__(self, path: Path | None = None, made_by: str = "", tables: str = "") -> None:
        self.path = path
        self._made_by = f"{made_by} {duckdb.__version__} {sys.version_info[:2]}"
        self._tables = tables
        self._room, self._widened, self._asides = LEAST_ROOM, 0, count()
        self._is_open = False  # a transaction
        try:
            self._warehouse = self._opened()
        except (duckdb.Error, WarehouseError):
            self._remake()

    def _opened(self) -> Warehouse:
        if self.path:
            lay_room(self.path)
        warehouse = Warehouse.open(self.path) if self.path else Warehouse(duckdb.connect())
        try:
            self._limit(warehouse)
            warehouse.run(read_sql(__package__, "index"))
            made_by = warehouse.query("select value from made_by")
            if not made_by:
                warehouse.run(self._tables)
                warehouse.insert("made_by", [(self._made_by,)])
            elif made_by[0][0] != self._made_by:
                raise WarehouseError("another code made it")
        except BaseException:
            warehouse.close()
            raise
        if self.path:
            os.chmod(self.path, 0o600)  # it holds words of the texts
        return warehouse

    def _limit(self, warehouse: Warehouse) -> None:
        if self.path:  # one in memory has no folder beside it
            warehouse.run(f"set memory_limit = '{self._room << self._widened}MB'")

    def make_room(self, articles: int) -> None:
        """Take as much memory at most as comparing so many articles needs."""
        self._room = min(MOST_ROOM, max(LEAST_ROOM, ROOM_OF_ARTICLES * articles // 1000))
        self._limit(self._warehouse)

    def widen(self) -> bool:
        """Take twice the memory; whether it may."""
        self._widened += 1
        self._limit(self._warehouse)
        return self._widened <= WIDENED

    def _unread(self, error: duckdb.Error, what: str) -> WarehouseError:
        """Why a statement failed: for want of room, or because the index is damaged."""
        if isinstance(error, duckdb.OutOfMemoryException):
            return CrowdedIndexError(
                f"the index {self.path} needs more memory than it may take", "make room, then run again"
            )
        return DamagedIndexError(f"the index {self.path} cannot be {what}: {error}")

    def _remake(self) -> None:
        if self.path:
            drop_index(self.path)
        self._warehouse = self._opened()

    def remake(self) -> None:
        """Drop all that is kept."""
        self.close()
        self._remake()

    def query(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of one statement. Raises DamagedIndexError, CrowdedIndexError."""
        try:
            return self._warehouse.query(sql, values)
        except duckdb.Error as error:
            raise self._unread(error, "read") from error

    def lay_aside(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> tuple[int, Iterator[tuple[Any, ...]]]:
        """How many rows one statement finds, and these, few in memory at once, whatever is asked meanwhile.

        What was kept before stays kept: where a statement needs more room, it alone is asked again with twice as much.
        Raises DamagedIndexError, CrowdedIndexError.
        """
        name = f"aside_{next(self._asides)}"
        numbered = f"select row_number() over () as row_no, * from ({sql.rstrip().rstrip(';')})"
        self._run_with_room(f"create temp table {name} as {numbered}", values)
        size = int(self.query(f"select count(*) from {name}")[0][0])
        return size, self._read_aside(name, size)

    def _run_with_room(self, sql: str, values: Sequence[Any] | dict[str, Any]) -> None:
        while True:
            if self._is_open:
                self._warehouse.settle()
            try:
                return self.run(sql, values)
            except CrowdedIndexError:
                if self._is_open:
                    self._warehouse.forsake()
                if not self.widen():
                    raise

    def _read_aside(self, name: str, size: int) -> Iterator[tuple[Any, ...]]:
        part = f"select * exclude (row_no) from {name} where row_no > ? and row_no <= ?"
        for first in range(0, size, READ):
            yield from self.query(part, [first, first + READ])
        self.run(f"drop table {name}")

    def run(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> None:
        """Statements whose rows nobody needs. Raises DamagedIndexError, CrowdedIndexError."""
        try:
            self._warehouse.run(sql, values)
        except duckdb.Error as error:
            raise self._unread(error, "read") from error

    def insert(self, table: str, rows: Iterable[Any]) -> None:
        """Append rows. Raises DamagedIndexError, CrowdedIndexError."""
        try:
            self._warehouse.insert(table, rows)
        except duckdb.Error as error:
            raise self._unread(error, "written") from error

    def insert_columns(self, table: str, columns: Mapping[str, Sequence[Any]]) -> None:
        """Append rows that are given as columns of one length, by name. Raises DamagedIndexError, CrowdedIndexError."""
        try:
            self._warehouse.insert_columns(table, columns)
        except duckdb.Error as error:
            raise self._unread(error, "written") from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it is kept or nothing, but for what stood when rows were laid aside.

        Raises DamagedIndexError, CrowdedIndexError.
        """
        try:
            with self._warehouse.transaction():
                self._is_open = True
                yield
        except duckdb.Error as error:
            raise self._unread(error, "written") from error
        finally:
            self._is_open = False

    def close(self) -> None:
        """Close it."""
        try:
            self._warehouse.close()
        except duckdb.Error:
            return
        finally:
            if self.path:
                drop_room(self.path)


def drop_index(path: Path) -> None:
    """Delete an index, if there is one."""
    path.unlink(missing_ok=True)
    path.with_name(f"{path.name}.wal").unlink(missing_ok=True)
    drop_room(path)


def as_kept(found: Any) -> str:
    """An answer, which is JSON or None, as it is kept."""
    return "" if found is None else json.dumps(found, ensure_ascii=False)


class Answers:
    """Answers of one kind by their keys: those that earlier runs worked out, and new ones.

    `answer` works out what is not kept; what `store` finds was not asked for goes, once it is a quarter of all.
    """

    def __init__(self, index: Index, kind: str) -> None:
        self._index, self._kind = index, kind
        self._held: dict[int, str] = dict(index.query("select key, value from answers where kind = ?", [kind]))
        self._new = set[int]()
        self._asked = set[int]()  # of those that earlier runs worked out

    def answer(self, key: int, work_out: Callable[[], Any]) -> Any:
        """What goes by that key: JSON, or None."""
        told = self._held.get(key)
        if told is None:
            found = work_out()
            self.keep(key, as_kept(found))
            return found
        self._ask(key)
        return json.loads(told) if told else None

    def found(self, key: int) -> Any:
        """What is kept under a key that is known: JSON, or None."""
        self._ask(key)
        told = self._held[key]
        return json.loads(told) if told else None

    def found_each(self, keys: Iterable[int]) -> Iterator[Any]:
        """The same of many keys, in their order: one reading of JSON costs less than one a key."""
        for part in in_parts(keys, AT_ONCE):
            self.ask(part)
            yield from json.loads(f"[{','.join(self._held[key] or 'null' for key in part)}]")

    def _ask(self, key: int) -> None:
        if key not in self._new:
            self._asked.add(key)

    def tells(self, key: int) -> bool:
        """Whether anything but None is kept under a key."""
        told = bool(self._held.get(key))
        if told:
            self._ask(key)
        return told

    def ask(self, keys: Iterable[int]) -> None:
        """Say that these are of use, without reading them."""
        self._asked.update(key for key in keys if key not in self._new) if self._new else self._asked.update(keys)

    def keep(self, key: int, told: str) -> None:
        """An answer that was worked out elsewhere, as it is kept."""
        self._held[key] = told
        self._new.add(key)

    def drop(self, keys: Iterable[int]) -> None:
        """Forget answers that this run worked out."""
        for key in keys:
            self._new.discard(key)
            self._held.pop(key, None)

    def knows(self, key: int) -> bool:
        """Whether it is kept."""
        return key in self._held

    def store(self, *, prune: bool = True) -> bool:
        """Keep what is new. Returns whether much was of no use any more, and went; nothing goes without `prune`."""
        stale = len(self._held) - len(self._new) - len(self._asked)
        is_stale = prune and STALE * stale > len(self._held)
        if is_stale:
            self._index.run("delete from answers where kind = ?", [self._kind])
        keys = chain(self._new, self._asked if is_stale else ())
        self._index.insert("answers", ((self._kind, key, self._held[key]) for key in keys))
        self._asked |= self._new
        self._new = set()
        return is_stale
