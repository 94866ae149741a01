"""What the index keeps and this run has: the rows of its tables count only for what is present."""

from __future__ import annotations

from collections.abc import Iterable

from audit.warehouse import Index

BATCH = 200  # articles, or utterances, whose rows are inserted at once


def present(index: Index, table: str, rows: Iterable[tuple[int, int]]) -> None:
    """Refill a working table of the owners that this run has, with their numbers."""
    index.run(f"create or replace temp table {table} (owner bigint, no integer)")
    index.insert(table, list(rows))


def drop_absent(index: Index, table: str, *kept: str) -> None:
    """Take what no longer is present out of tables of the index."""
    for one in kept:
        index.run(f"delete from {one} where owner not in (select owner from {table})")
