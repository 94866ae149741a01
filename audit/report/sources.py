"""What a source's page shows: everything credited to it, by which route, its spellings, what its words became."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.report.read import Row, grouped, rows
from audit.report.site import Site
from audit.warehouse import Warehouse

MOST_WORDS = 100


@dataclass(slots=True)
class SourcePage:
    """All that the template needs."""

    row: Row
    names: list[str]
    titles: list[str]
    reasons: list[str]
    words: list[Row]
    hidden: int


def read_sources(warehouse: Warehouse, site: Site, ids: Sequence[str]) -> Iterator[SourcePage]:
    """The sources `ids`, with one round of queries for all of them."""
    words = grouped(rows(warehouse, "source_words", ids=ids), "source_id")
    names = grouped(rows(warehouse, "source_names", ids=ids), "source_id")
    for source_id in ids:
        own = words.get(source_id, [])
        yield SourcePage(
            row=site.sources[source_id],
            names=[n["name"] for n in names.get(source_id, []) if n["name"] != site.sources[source_id]["name"]],
            titles=list(dict.fromkeys(w["title"] for w in own if w["title"])),
            reasons=list(dict.fromkeys(w["justification"] for w in own if w["justification"])),
            words=_side_by_side(own)[:MOST_WORDS],
            hidden=max(0, len(own) - MOST_WORDS),
        )


def _side_by_side(words: Sequence[Row]) -> list[Row]:
    """What belongs to one claim stands together, in the order of its first."""
    first = {w["claim_id"]: n for n, w in reversed(list(enumerate(words))) if w["claim_id"]}
    return sorted(words, key=lambda w: first.get(w["claim_id"], len(first)) if w["claim_id"] else len(words))
