"""Rows of the warehouse as the pages want them, in batches, so that ten thousand articles need a few dozen queries."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from audit.records import Span
from audit.report.wordings import Excerpt
from audit.warehouse import Warehouse, read_sql

Row = dict[str, Any]
BATCH = 5000  # each query of an evidence view reads the whole view once
MOST_ROWS = {"claim": 3, "article": 2}  # evidence rows of one measure; `secondhand explain` tells all
REACH = 300  # characters of context on either side
_QUERIES = f"{__package__}.queries"


class Place(NamedTuple):
    """A span of an article in its latest version."""

    article_id: str
    start: int
    end: int


def rows(warehouse: Warehouse, name: str, **values: Any) -> list[Row]:
    """Rows of `queries/<name>.sql`."""
    return rows_of(warehouse, _QUERIES, name, **values)


def rows_of(warehouse: Warehouse, package: str, name: str, **values: Any) -> list[Row]:
    """Rows of `<package>/<name>.sql`."""
    return warehouse.dicts(read_sql(package, name), values)


def grouped(found: Iterable[Row], key: str) -> dict[str, list[Row]]:
    """Rows by the value of one column, order kept."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        groups[row[key]].append(row)
    return groups


def places(evidence: str | None) -> list[Place]:
    """The places that a finding or an edge rests on; an entry that is none is left out."""
    try:
        entries = json.loads(evidence or "[]")
    except ValueError:
        return []
    return [place for entry in entries if (place := _place(entry))] if isinstance(entries, list) else []


def _place(entry: object) -> Place | None:
    if not isinstance(entry, dict):
        return None
    start, end = entry.get("start"), entry.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        return None
    return Place(str(entry.get("article_id")), start, end)


@dataclass(slots=True)
class Shelf:
    """Texts and blocks of some articles, for words and what stands around them."""

    texts: dict[str, str] = field(default_factory=dict)
    blocks: dict[str, list[Row]] = field(default_factory=dict)

    @classmethod
    def load(cls, warehouse: Warehouse, ids: Iterable[str]) -> Shelf:
        """The latest versions of the articles `ids`."""
        wanted = sorted(set(ids))
        texts = {row["article_id"]: row["text"] for row in rows(warehouse, "texts", ids=wanted)}
        return cls(texts, grouped(rows(warehouse, "article_blocks", ids=wanted), "article_id"))

    def excerpt(self, place: Place) -> Excerpt | None:
        """The words at a place with their surroundings in the same block; None where there is no such place."""
        text = self.texts.get(place.article_id, "")
        if not 0 <= place.start < place.end <= len(text):
            return None
        block = self._block(place)
        low, high = max(block.start, place.start - REACH), min(block.end, place.end + REACH)
        before, after = text[low : place.start], text[place.end : high]
        return Excerpt(
            ("… " if low > block.start else "") + before.lstrip(),
            text[place.start : place.end],
            after.rstrip() + (" …" if high < block.end else ""),
        )

    def _block(self, place: Place) -> Span:
        found = self.blocks.get(place.article_id, [])
        at = bisect_right(found, place.start, key=lambda row: int(row["start_char"])) - 1
        if at >= 0 and place.end <= found[at]["end_char"]:
            return Span(found[at]["start_char"], found[at]["end_char"])
        return Span(max(0, place.start - REACH), place.end + REACH)


def evidence_views(warehouse: Warehouse) -> dict[str, str]:
    """The view of evidence rows of each measure that has one."""
    names = [str(row["view_name"]) for row in rows(warehouse, "evidence_views")]
    return {name.removesuffix("_evidence"): name for name in names if name.isidentifier()}


_ORDER = "counted desc, article_id, start_char, end_char, text"
_EVIDENCE = f"""
    select subject_id, counted, article_id, start_char, end_char, text, count(*) over (partition by subject_id) as of
    from $view where subject_kind = $kind and list_contains($ids, subject_id)
    qualify row_number() over (partition by subject_id order by {_ORDER}) <= $most
    order by subject_id, {_ORDER}
"""


def evidence(
    warehouse: Warehouse, views: dict[str, str], kind: str, ids: Sequence[str]
) -> dict[tuple[str, str], list[Row]]:
    """The first rows behind the measures of some subjects, by (measure, subject id), each with how many there are.

    View names come from the catalogue.
    """
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for measure, view in views.items():
        sql = _EVIDENCE.replace("$view", view)
        for row in warehouse.dicts(sql, {"kind": kind, "ids": list(ids), "most": MOST_ROWS[kind]}):
            found[measure, row["subject_id"]].append(row)
    return found
