"""One open DuckDB file."""

from __future__ import annotations

import shutil
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.resources import files
from operator import attrgetter
from pathlib import Path
from threading import Timer
from typing import Any

import duckdb
from arro3.core import Array, DataType, Table

from audit.errors import WarehouseError
from audit.parts import in_parts
from audit.warehouse.kept_texts import KeptTexts

STORAGE = "v1.4.0"  # so that older clients can open the file
FETCHED = 500  # rows of a stream that are read at once
INSERTED = 100_000  # rows that become columns at once
SMALL = 500 << 20  # bytes of a file whose statements are short: a second thread takes more than it gives
DAMAGED = "put a copy of it back, or move it away and run again: raw/ and the rulings make it anew"
_ARROW = {
    "VARCHAR": DataType.utf8(),
    "JSON": DataType.utf8(),
    "BIGINT": DataType.int64(),
    "INTEGER": DataType.int32(),
    "DOUBLE": DataType.float64(),
    "BOOLEAN": DataType.bool(),
    "TIMESTAMP": DataType.utf8(),  # ISO 8601; the insert casts
}


@cache
def read_sql(package: str, name: str) -> str:
    """The text of `<package>/<name>.sql`."""
    return (files(package) / f"{name}.sql").read_text(encoding="utf-8")


def literal(path: Path) -> str:
    """A path as a string of SQL, where a statement takes no value."""
    return "'" + str(path).replace("'", "''") + "'"


def _room(path: Path) -> Path:
    """The folder of what does not fit the memory that a file is given."""
    return path.with_name(f"{path.name}.tmp")


def lay_room(path: Path) -> None:
    """That folder, empty, and nobody else's to read: a run that was killed may have left words in it."""
    drop_room(path)
    with suppress(OSError):
        _room(path).mkdir(mode=0o700)


def drop_room(path: Path) -> None:
    """Delete it, if there is one."""
    shutil.rmtree(_room(path), ignore_errors=True)


class Warehouse:
    """A connection: rows in, rows out. Values are always bound, never pasted."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._con = connection
        if not self._is_sealed():
            self._con.execute("set enable_progress_bar = false")  # it would draw into the output of a slow query

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Warehouse:
        """Open a file; `WarehouseError` where it is not a DuckDB file."""
        config: dict[str, Any] = {} if read_only else {"storage_compatibility_version": STORAGE}
        small = not read_only and path.is_file() and path.stat().st_size < SMALL
        try:
            opened = cls(duckdb.connect(str(path), read_only=read_only, config=config))
        except duckdb.Error as error:
            raise _unopened(path, error) from error
        if small:
            opened.run("set threads = 1")
        return opened

    def query(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of one statement."""
        return self._execute(sql, values).fetchall()

    def stream(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The same, few of them in memory at once: no other statement may be run before the last is had."""
        cursor = self._execute(sql, values)
        while rows := cursor.fetchmany(FETCHED):
            yield from rows

    def dicts(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[dict[str, Any]]:
        """Rows of one statement, by column name."""
        names, rows = self.table(sql, values)
        return [dict(zip(names, row, strict=True)) for row in rows]

    def table(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Column names and rows of one statement."""
        cursor = self._execute(sql, values)
        return [column[0] for column in cursor.description or ()], cursor.fetchall()

    def run(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> None:
        """Statements whose rows nobody needs; named values go to each statement that asks for them."""
        for statement in self._con.extract_statements(sql):
            bound = {k: values[k] for k in statement.named_parameters} if isinstance(values, dict) else values
            self._execute(statement, bound)

    def _execute(
        self, sql: str | duckdb.Statement, values: Sequence[Any] | dict[str, Any]
    ) -> duckdb.DuckDBPyConnection:
        """The statement under way. A value that is no UTF-8, the name of a file say, is asked for as it is kept."""
        try:
            return self._con.execute(sql, values)
        except duckdb.InvalidInputException:
            kept = _kept(values)
            if kept == values:
                raise
            return self._con.execute(sql, kept)

    def seal(self, gigabytes: float | None = None) -> None:
        """From here on no statement reaches another file or the network, nor has more memory; none can undo that."""
        if self._is_sealed():
            return
        if gigabytes is not None:
            self._con.execute(f"set memory_limit = '{round(gigabytes * 1000)}MB'")
            self._con.execute("set temp_directory = ''")
        self._con.execute("set enable_external_access = false")
        self._con.execute("set lock_configuration = true")

    def _is_sealed(self) -> bool:
        """Whether another connection of this process to the same file was sealed: they share their settings."""
        return bool(self.query("select current_setting('lock_configuration')")[0][0])

    @contextmanager
    def limit(self, seconds: float | None) -> Iterator[None]:
        """A statement that is still under way after so many seconds ends with duckdb.InterruptException."""
        if seconds is None:
            yield
            return
        timer = Timer(seconds, self._con.interrupt)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def keep_texts(self) -> KeptTexts:
        """A place for texts in the folder beside the file; where there is none, in that of the system."""
        folder = Path(str(self.query("select current_setting('temp_directory')")[0][0]))
        return KeptTexts(folder if folder.is_dir() else None)

    @contextmanager
    def room(self, most: str) -> Iterator[None]:
        """What is held of it in memory for a while ("200MB"); more goes through a folder beside the file."""
        self._con.execute(f"set memory_limit = '{most}'")
        try:
            yield
        finally:
            self._con.execute("reset memory_limit")

    def is_blank(self, sql: str) -> bool:
        """Whether a text holds no statement: nothing, comments, semicolons."""
        return not self._con.extract_statements(sql)

    def columns(self, table: str) -> list[tuple[str, str]]:
        """Name and type of each column, in order."""
        sql = (
            "select column_name, data_type from duckdb_columns() "
            "where table_name = ? and database_name in (current_database(), 'temp') order by column_index"
        )
        return [(name, kind) for name, kind in self.query(sql, [table])]

    def insert(self, table: str, rows: Iterable[Any]) -> int:
        """Append rows by way of Arrow. Returns how many.

        Rows are dataclasses whose fields are columns by name; or sequences in the table's column order, where columns
        that all of them leave out at the end are null.
        """
        kinds, done = dict[str, str](), 0
        for held in in_parts(rows, INSERTED):
            kinds = kinds or self._kinds(table)
            done += self._append(table, _arrow(held, kinds))
        return done

    def insert_columns(self, table: str, columns: Mapping[str, Sequence[Any]]) -> int:
        """Append rows that are given as columns of one length, by name. Returns how many."""
        return self._append(table, _of_columns(columns, self._kinds(table))) if columns else 0

    def _kinds(self, table: str) -> dict[str, str]:
        named = self._con.execute(f"from {_name(table)} limit 0").description or ()  # the catalogue is slower to ask
        return {column[0]: str(column[1]) for column in named}

    def _append(self, table: str, batch: Table) -> int:
        # Found by its name here: one that is registered would be held until the transaction ends
        self._con.execute(f"insert into {_name(table)} by name select * from batch")
        return batch.num_rows

    def refill(self, table: str, fresh: str) -> None:
        """Make a table hold the rows of a temporary one, which goes; rows that it has already stay where they lie."""
        name, other = _name(table), _name(fresh)
        alike = " and ".join(f't."{column}" is not distinct from r."{column}"' for column, _ in self.columns(name))
        same = f"select t.rowid as held, r.rowid as fresh from {name} t join {other} r on {alike}"
        self._con.execute(f"create or replace temp table same_rows as {same}")
        counts = "select count(*), count(distinct held), count(distinct fresh) from same_rows"
        twice = len(set(self.query(counts)[0])) > 1
        self._con.execute(f"delete from {name}" + ("" if twice else " where rowid not in (select held from same_rows)"))
        left = "" if twice else " where rowid not in (select fresh from same_rows)"
        self._con.execute(f"insert into {name} by name select * from {other}{left}")
        self._con.execute("drop table same_rows")
        self._con.execute(f"drop table {other}")

    @contextmanager
    def beside(self, path: Path, name: str) -> Iterator[None]:
        """Another warehouse file as `name.table`, read only, for a while."""
        self._con.execute(f"attach {literal(path)} as {_name(name)} (read_only)")
        try:
            yield
        finally:
            self._con.execute(f"detach {_name(name)}")

    @contextmanager
    def looking_at(self, name: str) -> Iterator[None]:
        """Tables that a statement names are for a while those of a file beside this one."""
        own = str(self.query("select current_database()")[0][0]).replace('"', '""')
        self._con.execute(f"use {_name(name)}")
        try:
            yield
        finally:
            self._con.execute(f'use "{own}"')

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing."""
        self._con.execute("begin")
        try:
            yield
        except BaseException:
            self._con.execute("rollback")
            raise
        self._con.execute("commit")

    def settle(self) -> None:
        """Within a transaction: what was done so far is kept, whatever becomes of the rest."""
        self._con.execute("commit")
        self._con.execute("begin")

    def forsake(self) -> None:
        """The same where a statement failed: what came after that is undone."""
        self._con.execute("rollback")
        self._con.execute("begin")

    def read_all(self) -> int:
        """Read every value of every table; how many rows there are. Raises duckdb.Error where one cannot be read."""
        rows = 0
        for (table,) in self.query("select table_name from duckdb_tables() where not internal order by table_name"):
            rows += self.query(f'select count(*), bit_xor(hash(t)) from "{table}" t')[0][0]
        return rows

    def write_parquet(self, query: str, path: Path) -> None:
        """The rows of a query as a Parquet file."""
        self._con.execute(f"copy ({query}) to {literal(path)} (format parquet)")

    def free_share(self) -> float:
        """How much of the file is room that rows have left."""
        total, free = self.query(
            "select total_blocks, free_blocks from pragma_database_size() where database_name = current_database()"
        )[0]
        return free / total if total else 0.0

    def copy_to(self, path: Path) -> None:
        """All tables, views and macros with their comments into a new file."""
        name = str(self.query("select current_database()")[0][0]).replace('"', '""')
        self._con.execute(f"attach {literal(path)} as copied (storage_version '{STORAGE}')")
        try:
            self._con.execute(f'copy from database "{name}" to copied')
            self._con.execute("checkpoint copied")
        finally:
            self._con.execute("detach copied")

    def close(self) -> None:
        """Close the connection; a checkpoint folds the log into the file."""
        self._con.close()


def _unopened(path: Path, error: duckdb.Error) -> WarehouseError:
    """Why a file does not open: another program has it, or it is no database."""
    if "set lock" in str(error):
        return WarehouseError(f"{path} is open in another program", "close it there, then run again")
    if "checksum" in str(error) or "corrupt" in str(error).lower():
        return WarehouseError(f"{path} is damaged", DAMAGED)
    return WarehouseError(f"{path} cannot be opened as a warehouse", "name another file, or put a copy of it back")


def _arrow(rows: list[Any], kinds: dict[str, str]) -> Table:
    """Rows of one kind as columns; `kinds` are the table's columns with their types, in order."""
    if is_dataclass(rows[0]):
        return _of_columns(columns_of(rows), kinds)
    names = list(kinds)[: len(rows[0])]
    return _of_columns(dict(zip(names, zip(*rows, strict=True), strict=True)), kinds)


def columns_of(rows: Sequence[Any]) -> dict[str, list[Any]]:
    """Dataclasses of one kind as the values of each field, by name; none of none."""
    names = [one.name for one in fields(rows[0])] if rows else []
    return {name: list(map(attrgetter(name), rows)) for name in names}


def _of_columns(columns: Mapping[str, Iterable[Any]], kinds: Mapping[str, str]) -> Table:
    return Table.from_arrays([_array(values, kinds[name]) for name, values in columns.items()], names=list(columns))


def _array(values: Iterable[Any], kind: str) -> Array:
    if kind == "TIMESTAMP":
        values = (value.isoformat(" ") if value is not None else None for value in values)
    if isinstance(values, array):  # packed, and taken as it lies
        return Array(values, _ARROW[kind])
    held = list(values)
    try:
        return Array(held, _ARROW[kind])
    except UnicodeEncodeError:  # a file name that is no UTF-8: kept readable, where one would end the run
        return Array(_kept(held), _ARROW[kind])


def printable(text: str) -> str:
    """A text, with half a character as JSON escapes it."""
    return text.encode("utf-8", "backslashreplace").decode()


def _kept(value: Any) -> Any:
    """A value as the warehouse keeps it, whatever is in it."""
    if isinstance(value, dict):
        return {name: _kept(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_kept(one) for one in value]
    return printable(value) if isinstance(value, str) else value


def _name(table: str) -> str:
    if not table.isidentifier():
        raise ValueError(f"not a table name: {table!r}")
    return table
