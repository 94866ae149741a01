"""Build beside, check, rename: readers see the whole old warehouse or the whole new one, never half of one.

Invariant: whatever dies at whatever moment, the published file is the last one that was checked.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
from filelock import FileLock, Timeout

from audit.errors import WarehouseError
from audit.warehouse.database import DAMAGED, Warehouse, drop_room, lay_room, printable, read_sql
from audit.warehouse.layout import lay_out, schema_version, version_of
from audit.warehouse.seal import digest, is_as_left, seal, sealed

MOST_FREE = 0.25  # of a file that may be free room


@dataclass(slots=True)
class Build:
    """A copy of the warehouse that one run works on, unseen by readers until `publish`."""

    target: Path
    path: Path
    warehouse: Warehouse
    is_new: bool
    whole: bool = False
    as_left: bool = False  # whether what it was copied from is, byte for byte, what a run had checked

    def publish(self, *, compact: bool = False, changed: bool = True, apart: Collection[str] | None = None) -> None:
        """Check the rows, close, and rename into place. Raises `WarehouseError` naming the broken rule.

        Rows that a run had checked are not checked again where this one has not `changed` them, nor are words of
        articles but of those that are `apart`: that alone have other rows than there were; None where nobody knows.
        Where more than a quarter of the file is free room, or `compact` asks for it, the rows are written anew.
        After an OSError it may be tried again: what stands is not done twice.
        """
        if not self.whole:
            if changed or not self.as_left:
                check(self.warehouse, apart if self.as_left else None)
            self.warehouse.run("checkpoint")  # closing would do it too, but say nothing of a full disk
            if compact or self.warehouse.free_share() > MOST_FREE:
                self._compact()
            self.warehouse.close()
            self.whole = True
        _sync(self.path)
        fresh = digest(self.path)
        seal(self.target, *dict.fromkeys((fresh, *sealed(self.target))))
        stray = _log_of(self.target)
        stray.unlink(missing_ok=True)
        os.replace(self.path, self.target)
        _sync(self.target.parent)
        with suppress(OSError):  # it names the new file already, beside the old one
            seal(self.target, fresh)

    def _compact(self) -> None:
        """The same rows without the room that earlier ones took."""
        small = self.path.with_name(f"{self.path.name}.small")
        _remove(small)
        self.warehouse.copy_to(small)
        self.warehouse.close()
        shutil.copymode(self.path, small)
        os.replace(small, self.path)


@contextmanager
def open_build(target: Path, wait: float = 0, *, anew: bool = False) -> Iterator[Build]:
    """The one build of this warehouse; `WarehouseError` where another run holds it or the file is no warehouse.

    Another run is waited for, at most `wait` seconds. `anew`: the build is empty, whatever stands there.
    """
    target = target.resolve()  # of a link, what it leads to is replaced, never the link
    if not target.parent.is_dir():
        raise WarehouseError(f"{target.parent} is not a folder", "make it, or name another --warehouse")
    with _lock(target, wait):
        path = target.with_name(f".{target.name}.build")
        _remove(path)
        _remove(path.with_name(f"{path.name}.small"))
        is_new = anew or not target.exists()
        as_left = not is_new and verify(target)
        try:
            if not is_new:
                _copy(target, path)
            lay_room(path)
            warehouse = Warehouse.open(path)
            try:
                lay_out(warehouse)
                yield Build(target, path, warehouse, is_new, as_left=as_left)
            finally:
                warehouse.close()
        except (duckdb.IOException, duckdb.FatalException, duckdb.OutOfMemoryException) as error:
            told = f"{target} could not be built anew: {str(error).splitlines()[0]}"
            raise WarehouseError(told, "what stands there is as it was; make room, then run again") from error
        finally:
            _remove(path)
            _remove(path.with_name(f"{path.name}.small"))


def verify(target: Path) -> bool:
    """Whether a warehouse is what a run left; where another program wrote to it since, every row must be readable.

    Raises `WarehouseError` where it is no warehouse, is in use, or is damaged.
    """
    warehouse = _open_known(target)[0]
    try:
        as_left = is_as_left(target) is True and not _log_of(target).exists()
        if not as_left:
            warehouse.read_all()
        return as_left
    except duckdb.Error as error:
        raise WarehouseError(f"{target} is damaged: {str(error).splitlines()[0][:200]}", DAMAGED) from error
    finally:
        warehouse.close()


def open_published(path: Path) -> Warehouse:
    """Read a published warehouse of the present schema; `WarehouseError` where there is none."""
    warehouse, version = _open_known(path)
    if version < schema_version():
        warehouse.close()
        raise WarehouseError(
            f"{path} was written by an older Secondhand (schema {version}, here {schema_version()})",
            "run `secondhand run` with it once: that brings it up to date",
        )
    return warehouse


def _open_known(path: Path) -> tuple[Warehouse, int]:
    """A warehouse of this schema or an older one, read only, and its schema; `WarehouseError` else."""
    if path.is_dir():
        raise WarehouseError(f"{path} is a folder, not a warehouse", "name a file")
    if not path.is_file():
        raise WarehouseError(f"{path} is not there", "run `secondhand run` first, or name another --warehouse")
    warehouse = Warehouse.open(path, read_only=True)
    try:
        version = version_of(warehouse)
    except duckdb.Error as error:
        warehouse.close()
        raise WarehouseError(f"{path} is damaged: {str(error).splitlines()[0][:200]}", DAMAGED) from error
    if version is not None and version <= schema_version():
        return warehouse, version
    warehouse.close()
    if version is None:
        raise WarehouseError(f"{path} is not a Secondhand warehouse", "name another file")
    raise WarehouseError(
        f"{path} was written by a newer Secondhand (schema {version}, here {schema_version()})",
        "update Secondhand, or name another --warehouse",
    )


def ask(
    path: Path, query: str, seconds: float | None = None, gigabytes: float | None = None
) -> tuple[list[str], list[tuple[Any, ...]]]:  # fmt: skip
    """Column names and rows of a user's query on a published warehouse; `WarehouseError` with what is wrong with it.

    A query sees this one file: no other file, no extension, no network. It ends after so many `seconds` and where its
    tables need more than so many `gigabytes`, if any: nothing is laid on the disk instead.
    """
    warehouse, query = open_published(path), printable(query)
    try:
        warehouse.seal(gigabytes)
        if warehouse.is_blank(query):
            raise WarehouseError("the query is empty", "for instance: secondhand sql 'from findings'")
        with warehouse.limit(seconds):
            return warehouse.table(query)
    except duckdb.InterruptException as error:
        raise WarehouseError(f"the query took longer than {seconds:g} seconds", "give it more: --seconds") from error
    except duckdb.OutOfMemoryException as error:
        raise WarehouseError("the query needs more memory than it may have", "give it more: --gigabytes") from error
    except duckdb.Error as error:
        raise WarehouseError("the query cannot be run", str(error).splitlines()[0]) from error
    finally:
        warehouse.close()


def check(warehouse: Warehouse, apart: Collection[str] | None = None) -> None:
    """Every rule of `checks.sql` must hold, each on all rows, those on words on articles that are `apart` if told."""
    every = "as select distinct article_id from articles" if apart is None else "(article_id varchar)"
    warehouse.run(f"create or replace temp table unchecked_articles {every}")
    warehouse.insert("unchecked_articles", [(article,) for article in sorted(apart or ())])
    broken = [f"{rule} ({count})" for rule, count in warehouse.query(read_sql(__package__, "checks")) if count]
    if broken:
        raise WarehouseError(
            f"the new warehouse breaks a rule: {'; '.join(broken)}", "nothing was published; please report it"
        )


@contextmanager
def _lock(target: Path, wait: float) -> Iterator[None]:
    path = target.with_name(f".{target.name}.lock")
    lock = FileLock(path)
    try:
        lock.acquire(timeout=wait, blocking=wait > 0)
    except Timeout as error:
        raise WarehouseError(
            f"{target} is in use by another run", "wait for it to end, then run again (--wait SECONDS waits)"
        ) from error
    except OSError as error:
        raise WarehouseError(
            f"{target.parent} cannot be written to: {error.strerror}", "name another --warehouse"
        ) from error
    try:
        yield
    finally:
        lock.release()


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.wal")


def _copy(target: Path, path: Path) -> None:
    """A file with its mode, and with what its writer left in the log beside it."""
    shutil.copyfile(target, path)
    shutil.copymode(target, path)
    if _log_of(target).exists():
        shutil.copyfile(_log_of(target), _log_of(path))


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    _log_of(path).unlink(missing_ok=True)
    drop_room(path)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
