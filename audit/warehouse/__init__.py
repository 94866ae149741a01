"""The warehouse: the only room that knows DuckDB. It runs SQL with bound values and takes rows in bulk.

Invariant: the published file is never opened for writing; a run builds beside it and renames (`publish.py`).
"""

from audit.warehouse.changed_keys import Before, Rows, open_before
from audit.warehouse.database import Warehouse, columns_of, literal, printable, read_sql
from audit.warehouse.index import (
    Answers,
    CrowdedIndexError,
    DamagedIndexError,
    Index,
    as_kept,
    drop_index,
    joined_key,
    mixed_key,
    stable_key,
    word_key,
)
from audit.warehouse.kept_texts import KeptText, KeptTexts
from audit.warehouse.publish import Build, ask, open_build, open_published
from audit.warehouse.rulings import Subjects, content_key, place_rulings

__all__ = [
    "Answers",
    "Before",
    "Build",
    "CrowdedIndexError",
    "DamagedIndexError",
    "Index",
    "KeptText",
    "KeptTexts",
    "Rows",
    "Subjects",
    "Warehouse",
    "as_kept",
    "ask",
    "columns_of",
    "content_key",
    "drop_index",
    "joined_key",
    "literal",
    "mixed_key",
    "open_before",
    "open_build",
    "open_published",
    "place_rulings",
    "printable",
    "read_sql",
    "stable_key",
    "word_key",
]
