"""What a later version of an article has otherwise, without a note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from audit.judge.gates.quotes import changes
from audit.judge.library import Library
from audit.match.words import read_words

Row = dict[str, Any]
WHAT = {"figure": "a figure", "quote": "the wording"}


def silent(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Edits that change a figure's value or a quote in substance; what was left out alone is none, nor shown."""
    seen = set[tuple[str, int]]()
    for row in rows:
        place = row["evidence"][0]
        if (place["article_id"], place["start"]) not in seen and _matters(row):
            seen.add((place["article_id"], place["start"]))
            yield {**row, "slots": {"what": WHAT[row["sort"]]}}


def _matters(row: Row) -> bool:
    if row["sort"] == "figure":
        return True
    return bool(changes(read_words(row["before"], marks=True).keys, read_words(row["after"], marks=True).keys))
