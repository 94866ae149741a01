"""What the index keeps and this run has: the rows of its tables count only for what is present."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from audit.warehouse import Index
from audit.warehouse.index import STALE

BATCH = 200  # articles, or utterances, whose rows are inserted at once


def present(index: Index, table: str, rows: Iterable[tuple[int, int]]) -> None:
    """Refill a working table of the owners that this run has, with their numbers."""
    index.run(f"create or replace temp table {table} (owner bigint, no integer)")
    index.insert(table, rows)


def present_keys(index: Index, table: str, columns: Mapping[str, Sequence[int]]) -> None:
    """The same, by columns, with the key of all that each was made of."""
    index.run(f"create or replace temp table {table} (owner bigint, no integer, key bigint)")
    index.insert_columns(table, columns)


def drop_silent(index: Index, table: str, present: str) -> None:
    """Pairs that came to nothing and of which one side went go once they are a quarter of all."""
    gone = f"not (a in (select key from {present}) and b in (select key from {present}))"
    (held, stale), *_ = index.query(f"select count(*), count(*) filter (where {gone}) from {table}")
    if stale * STALE > held:
        index.run(f"delete from {table} where {gone}")


def drop_stale(index: Index, table: str, *kept: str) -> None:
    """The same once a quarter of the first of them is of no use any more."""
    sql = f"select count(*), count(*) filter (where owner not in (select owner from {table})) from {kept[0]}"
    (held, stale), *_ = index.query(sql)
    if stale * STALE > held:
        drop_absent(index, table, *kept)


def drop_absent(index: Index, table: str, *kept: str) -> None:
    """Take what no longer is present out of tables of the index."""
    for one in kept:
        index.run(f"delete from {one} where owner not in (select owner from {table})")
