"""The step's part for later versions: what they say otherwise, as rows of `version_changes`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from audit.text.changes import word_changes
from audit.warehouse import Warehouse, read_sql


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One run of words that a later version of an article has otherwise."""

    article_id: str
    from_version: int
    to_version: int
    change_no: int
    before_start: int
    before_end: int
    words_before: str
    after_start: int
    after_end: int
    words_after: str


def compare_versions(warehouse: Warehouse) -> int:
    """Fill `version_changes` for every version that is not compared with the one before it yet. Returns the rows."""
    found = warehouse.dicts(read_sql(__package__, "versions"))
    return warehouse.insert("version_changes", (row for pair in found for row in _rows(pair)))


def _rows(pair: dict[str, Any]) -> Iterator[ChangeRow]:
    before, after = pair["before"], pair["after"]
    for number, change in enumerate(word_changes(before, after)):
        yield ChangeRow(
            article_id=pair["article_id"],
            from_version=pair["from_version"],
            to_version=pair["to_version"],
            change_no=number,
            before_start=change.before.start,
            before_end=change.before.end,
            words_before=change.before.of(before),
            after_start=change.after.start,
            after_end=change.after.end,
            words_after=change.after.of(after),
        )
