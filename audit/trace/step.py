"""The step: what the warehouse holds of matches and credits becomes claims, edges, origins."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from audit.records import Span
from audit.trace.bounds import find_flips
from audit.trace.claims import add_kin, find_claims, link_claims
from audit.trace.edges import Corpus, stated_edges, with_known_parents
from audit.trace.graph import claim_origins
from audit.trace.inferred import find_holders, inferred_edges
from audit.trace.lasting import known_claims, note_aliases, with_lasting_ids
from audit.trace.originators import with_originators
from audit.trace.parents import Kept, Shelf, reports_named
from audit.trace.quantities import fill_quantities
from audit.trace.records import Claim, Edge, Held, Mention, Pair
from audit.trace.rows import link_row, read_chains, read_labelled, read_pair
from audit.trace.ruled_edges import rulings_on
from audit.trace.texts import Library
from audit.trace.words_beyond_credit import ByWriter, with_further
from audit.warehouse import Index, Warehouse, read_sql

TABLES = ("claims", "claim_mentions", "claim_links", "edges", "dependences", "origins", "flips")


def trace(warehouse: Warehouse, run_id: str = "", index: Index | None = None) -> dict[str, int]:
    """Refill claims, their mentions and links, edges, dependences, origins, flips, quantities; a claim keeps its id.

    What `index` keeps of credited words and the articles that may carry them is not worked out again.
    """
    mentions, pairs, corpus = load(warehouse)
    kept = corpus.shelf.kept = Kept.of(index) if index else None
    corpus.shelf.library.kept = kept.stems if kept else None
    written = (
        ByWriter(a, q, Span(first, last), *house) for a, q, first, last, *house in warehouse.query(_sql("writers"))
    )
    corpus = with_further(corpus, mentions, written)
    chains = (chain for found in corpus.chains.values() for chain in found)
    claims = find_claims(mentions, pairs, chains, corpus.held)
    rows = defaultdict[str, list[tuple[Any, ...]]](list)
    links = link_claims(claims, pairs)
    rows["claim_links"] = [link_row(link) for link in links]
    claims = add_kin(claims, links)
    corpus = replace(corpus, chains=with_originators(corpus))
    told = {claim.claim_id: stated_edges(claim, corpus) for claim in claims}
    stated = with_known_parents(told, claims, corpus)
    credited = {edge.child for edges in stated.values() for edge in edges if edge.parent_article}
    holders = find_holders(mentions, pairs)
    arrows = dict[str, list[Edge]]()
    for claim in claims:
        inferred, weighed = inferred_edges(claim, credited, holders, corpus)
        arrows[claim.claim_id] = [*stated[claim.claim_id], *inferred]
        rows["dependences"] += [(claim.claim_id, a, b, *p) for a, b, p in weighed]
    if kept:
        kept.store()
    ruled = rulings_on(warehouse, claims, arrows, corpus)
    for claim in claims:
        _add_rows(claim, arrows[claim.claim_id], corpus, ruled, rows)
    lasting, aliases = with_lasting_ids(rows, claims, known_claims(warehouse), run_id)
    for table in TABLES:
        warehouse.run(f"delete from {table}")
        warehouse.insert(table, lasting.get(table, ()))
    note_aliases(warehouse, aliases, run_id)
    counts = {table: len(rows[table]) for table in ("claims", "edges", "origins")}
    return {**counts, "quantities": fill_quantities(warehouse)}


def _add_rows(
    claim: Claim, edges: Sequence[Edge], corpus: Corpus, ruled: dict[str, str], rows: dict[str, list[tuple[Any, ...]]]
) -> None:
    rejected = {edge.edge_id for edge in edges if ruled.get(edge.edge_id) == "rejected"}
    rows["claims"].append((claim.claim_id, claim.kind, claim.label))
    rows["claim_mentions"] += [(claim.claim_id, m.kind, m.mention_id, m.article_id, m.version) for m in claim.mentions]
    rows["edges"] += [_edge_row(edge, ruled.get(edge.edge_id, "machine")) for edge in edges]
    flips = find_flips(claim, edges, corpus, rejected, corpus.houses)
    rows["flips"] += [(flip.claim_id, flip.edge_id, flip.bounds.low, flip.bounds.high) for flip in flips]
    rows["origins"] += [(claim.claim_id, *node) for node in claim_origins(claim, edges, corpus, rejected)]


def _edge_row(edge: Edge, status: str) -> tuple[Any, ...]:
    evidence = json.dumps([place.as_json() for place in edge.evidence])
    return (
        edge.edge_id, edge.claim_id, edge.child, edge.parent_article, edge.parent_source, edge.relation, edge.basis,
        edge.confidence, status, evidence, edge.hop, edge.via, edge.candidate, edge.state,
    )  # fmt: skip


def _sql(name: str) -> str:
    return read_sql("audit.trace", name)


def load(warehouse: Warehouse) -> tuple[list[Mention], list[Pair], Corpus]:
    """Mentions, their matches, and all that tracing looks up."""
    held = {row[0]: Held(*row) for row in warehouse.query(_sql("articles"))}
    texts = {row[0]: row[1:] for row in warehouse.query(_sql("texts"))}
    mentions = [read_labelled(row, texts[row[2]][0]) for row in warehouse.query(_sql("mentions"))]
    pairs = [read_pair(row) for row in warehouse.query(_sql("pairs"))]
    embedded = defaultdict[str, list[Span]](list)
    for article, start, end in warehouse.query(_sql("embedded")):
        embedded[article].append(Span(start, end))
    links = defaultdict[str, list[tuple[Span, str]]](list)
    for article, start, end, target in warehouse.query(_sql("links")):
        links[article].append((Span(start, end), target))
    chains = read_chains(warehouse.query(_sql("chains")))
    shelf = Shelf(
        held,
        Library(texts),
        _by_house(held),
        links,
        _pieces(mentions, "group"),
        _pieces(mentions, "article_id"),
        frozenset(reports_named(chains)),
    )
    houses = dict(warehouse.query(_sql("houses")))
    called = {source: (kind, name) for source, kind, name in warehouse.query(_sql("called"))}
    accounts = dict(warehouse.query(_sql("accounts")))
    corpus = Corpus(held, chains, shelf, _shared(pairs), embedded, houses, called, accounts)
    return mentions, pairs, corpus


def _by_house(held: Mapping[str, Held]) -> dict[str, list[str]]:
    found = defaultdict[str, list[str]](list)
    for one in held.values():
        for house in one.houses:
            found[house].append(one.article_id)
    return found


def _pieces(mentions: Iterable[Mention], field: str) -> dict[str, list[Span]]:
    """Words in quotation marks, by a field of their mention."""
    found = defaultdict[str, list[Span]](list)
    for mention in mentions:
        if mention.kind == "quote":
            found[getattr(mention, field)].append(mention.span)
    return found


def _shared(pairs: Iterable[Pair]) -> dict[frozenset[str], int]:
    words = defaultdict[frozenset[str], int](int)
    for pair in pairs:
        if pair.kind == "passage" and pair.a_article != pair.b_article:
            words[frozenset((pair.a_article, pair.b_article))] += pair.words
    return words
