"""One published claim counted again: how many origins it has if these arrows do not stand.

The same functions that traced it count it, on the rows of that claim alone.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from typing import Any

from audit.records import Span
from audit.trace.bounds import COUNTED, Bounds, find_bounds
from audit.trace.edges import Corpus
from audit.trace.graph import claim_origins
from audit.trace.originators import with_originators
from audit.trace.parents import Shelf
from audit.trace.records import Claim, Edge, Held, Mention, Place
from audit.trace.rows import read_chains
from audit.trace.texts import Library
from audit.warehouse import Warehouse, read_sql

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Recount:
    """A claim with all that its origins are counted from."""

    claim: Claim
    edges: tuple[Edge, ...]
    corpus: Corpus

    @property
    def is_counted(self) -> bool:
        """Whether origins are counted of it: it asserts something, in two articles or more."""
        return self.claim.kind in COUNTED and self.articles > 1

    @property
    def articles(self) -> int:
        """How many articles carry it."""
        return len({mention.article_id for mention in self.claim.mentions})

    def bounds(self, rejected: Iterable[str] = ()) -> Bounds:
        """Its origins at least and at most, without the arrows of these ids."""
        return find_bounds(claim_origins(self.claim, self.edges, self.corpus, frozenset(rejected)), self.corpus.houses)


def load_recount(
    warehouse: Warehouse, claim_id: str, houses: Mapping[str, str] | None = None
) -> Recount | None:  # fmt: skip
    """The claim of that id from a published warehouse; None without one. `houses`: of `load_houses`, if at hand."""
    found = warehouse.query("select kind, label from claims where claim_id = ?", [claim_id])
    if not found:
        return None
    kind, label = found[0]
    edges = tuple(_edge(row) for row in warehouse.dicts("from edges where claim_id = ?", [claim_id]))
    mentions = [_mention(row) for row in warehouse.query(read_sql(__package__, "recount_mentions"), {"id": claim_id})]
    ids = {m.article_id for m in mentions} | {a for e in edges for a in (e.child, e.parent_article) if a}
    corpus = _corpus(warehouse, sorted(ids), load_houses(warehouse) if houses is None else houses, mentions)
    ordered = sorted(mentions, key=lambda m: (corpus.held[m.article_id].order, m.span, m.mention_id))
    return Recount(Claim(claim_id, kind, label, tuple(ordered)), edges, corpus)


def load_houses(warehouse: Warehouse) -> dict[str, str]:
    """Whom each named source counts as in a lower bound."""
    return dict(warehouse.query(read_sql(__package__, "houses")))


def _corpus(
    warehouse: Warehouse, ids: list[str], houses: Mapping[str, str], mentions: Iterable[Mention]
) -> Corpus:  # fmt: skip
    """What counting looks up of these articles."""
    held = {row[0]: Held(*row) for row in warehouse.query(read_sql(__package__, "recount_articles"), {"ids": ids})}
    chains = read_chains(warehouse.query(_of("chains"), {"ids": ids}))
    sources = {hop.source_id for found in chains.values() for chain in found for hop in chain.hops}
    called = _called(warehouse, sources | {m.source_id for m in mentions if m.source_id})
    taken = [article for article, one in held.items() if one.originator_id or called]  # only of these the text is asked
    texts = (
        {row[0]: row[1:] for row in warehouse.query(read_sql(__package__, "recount_texts"), {"ids": taken})}
        if taken
        else {}
    )
    shelf = Shelf(held, Library(texts), {}, {}, {}, {}, frozenset())
    accounts = dict(warehouse.query(read_sql(__package__, "accounts")))
    corpus = Corpus(held, chains, shelf, {}, {}, houses, called, accounts)
    return replace(corpus, chains=with_originators(corpus))


def _called(warehouse: Warehouse, sources: Set[str]) -> dict[str, tuple[str, str]]:
    """Of these sources those that go by the same words as another of them."""
    rows = warehouse.query("select source_id, kind, lower(name) from sources where source_id in ?", [sorted(sources)])
    names = Counter((kind, name) for _, kind, name in rows)
    return {source: (kind, name) for source, kind, name in rows if names[kind, name] > 1}


def _of(name: str) -> str:
    """A query of this room, for the articles $ids alone."""
    inner = read_sql(__package__, name).rstrip().rstrip(";")
    return f"select * from ({inner}) where list_contains($ids, article_id)"


def _mention(row: tuple[Any, ...]) -> Mention:
    kind, key, article, version, start, end, source, label, group, first, last = row
    sentence = None if first is None else Span(first, last)
    return Mention(kind, key, article, version, Span(start, end), source, label, group, sentence)


def _edge(row: Row) -> Edge:
    places = tuple(Place(p["article_id"], p["start"], p["end"]) for p in json.loads(row["evidence"] or "[]"))
    return Edge(
        row["edge_id"], row["claim_id"], row["child_article_id"], row["parent_article_id"], row["parent_source_id"],
        row["relation"], row["basis"], row["confidence"], places, row["hop"] or 1, row["via_source_id"],
        row["candidate_article_id"], row["state"],
    )  # fmt: skip
