"""Published claims counted again: how many origins one has if these arrows do not stand.

The same functions that traced a claim count it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from audit.records import Span
from audit.trace.bounds import COUNTED, Bounds, find_bounds
from audit.trace.edges import Corpus
from audit.trace.graph import claim_origins
from audit.trace.parents import Shelf
from audit.trace.records import Claim, Edge, Held, Mention, Place
from audit.trace.rows import read_chains
from audit.trace.texts import Library
from audit.trace.whose_text import with_originators
from audit.warehouse import Warehouse, read_sql

Row = dict[str, Any]
Texts = Mapping[str, tuple[str, str | None, str | None]]  # text, headline and language of each article


@dataclass(frozen=True, slots=True)
class Recount:
    """A claim with all that its origins are counted from."""

    claim: Claim
    edges: tuple[Edge, ...]
    corpus: Corpus

    @property
    def articles(self) -> int:
        """How many articles carry it."""
        return len({mention.article_id for mention in self.claim.mentions})

    def bounds(self, rejected: Iterable[str] = ()) -> Bounds:
        """Its origins at least and at most, without the arrows of these ids."""
        return find_bounds(claim_origins(self.claim, self.edges, self.corpus, frozenset(rejected)), self.corpus.houses)


@dataclass(frozen=True, slots=True)
class Recounts:
    """Every claim of which origins are counted, read at once; each is put together when somebody asks for it."""

    mentions: Mapping[str, Sequence[tuple[Any, ...]]]  # by claim
    edges: Mapping[str, Sequence[Row]]
    corpus: Corpus

    def of(self, claim_id: str) -> Recount | None:
        """The claim of that id; None where there is none of which origins are counted."""
        rows = self.mentions.get(claim_id)
        if not rows:
            return None
        kind, label, *_ = rows[0]
        mentions = map(_mention, rows)
        ordered = sorted(mentions, key=lambda m: (self.corpus.held[m.article_id].order, m.span, m.mention_id))
        edges = map(_edge, self.edges.get(claim_id, ()))
        return Recount(Claim(claim_id, kind, label, tuple(ordered)), tuple(edges), self.corpus)


def load_recounts(warehouse: Warehouse, texts: Texts) -> Recounts:
    """A published warehouse and the texts of its articles to the claims of which origins are counted."""
    mentions = defaultdict[str, list[tuple[Any, ...]]](list)
    for claim, *row in warehouse.query(_sql("recount_mentions"), {"kinds": sorted(COUNTED)}):
        mentions[claim].append(tuple(row))
    edges = defaultdict[str, list[Row]](list)
    for edge in warehouse.dicts("from edges"):
        edges[edge["claim_id"]].append(edge)
    return Recounts(mentions, edges, _corpus(warehouse, texts))


def load_texts(warehouse: Warehouse) -> Texts:
    """The texts of a published warehouse, latest versions."""
    return {row[0]: row[1:] for row in warehouse.query(_sql("texts"))}


def _corpus(warehouse: Warehouse, texts: Texts) -> Corpus:
    """What counting looks up."""
    held = {row[0]: Held(*row) for row in warehouse.query(_sql("recount_articles"))}
    chains = read_chains(warehouse.query(_sql("chains")))
    called = {source: (kind, name) for source, kind, name in warehouse.query(_sql("called"))}
    shelf = Shelf(held, Library(texts), {}, {}, {}, {}, frozenset())
    accounts, houses = (dict(warehouse.query(_sql(name))) for name in ("accounts", "houses"))
    corpus = Corpus(held, chains, shelf, {}, {}, houses, called, accounts)
    return replace(corpus, chains=with_originators(corpus))


def _sql(name: str) -> str:
    return read_sql(__package__, name)


def _mention(row: tuple[Any, ...]) -> Mention:
    _, _, kind, key, article, version, start, end, source, group, first, last = row
    sentence = None if first is None else Span(first, last)
    return Mention(kind, key, article, version, Span(start, end), source, "", group, sentence)


def _edge(row: Row) -> Edge:
    places = tuple(Place(p["article_id"], p["start"], p["end"]) for p in json.loads(row["evidence"] or "[]"))
    return Edge(
        row["edge_id"], row["claim_id"], row["child_article_id"], row["parent_article_id"], row["parent_source_id"],
        row["relation"], row["basis"], row["confidence"], places, row["hop"] or 1, row["via_source_id"],
        row["candidate_article_id"], row["state"],
    )  # fmt: skip
