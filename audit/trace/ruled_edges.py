"""Rulings on edges: found again where the edge goes by another id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from audit.ids import stable_id
from audit.trace.edges import Corpus
from audit.trace.records import Claim, Edge
from audit.warehouse import Subjects, Warehouse, content_key, place_rulings, read_sql


def rulings_on(
    warehouse: Warehouse, claims: Iterable[Claim], arrows: Mapping[str, Sequence[Edge]], corpus: Corpus
) -> dict[str, str]:
    """The ruling that stands on each edge that was ruled on: accepted or rejected."""
    edges = {edge.edge_id: edge for found in arrows.values() for edge in found}

    def said(key: str) -> str:
        """The words of its evidence."""
        edge = edges[key]
        pages = ((corpus.shelf.library.page(p.article_id).text, p) for p in edge.evidence)
        return content_key("edge", edge.relation, (text[p.start : p.end] for text, p in pages))

    place_rulings(warehouse, "edge", lambda: Subjects(edges.keys(), said, lambda: _former(claims, arrows)))
    return dict(warehouse.query(read_sql(__package__, "rulings")))


def _former(claims: Iterable[Claim], arrows: Mapping[str, Sequence[Edge]]) -> dict[str, str]:
    """Ids that an edge has while another mention of its child is the first of the claim."""
    return {
        stable_id("edge", edge.child, mention.mention_id, edge.parent_article or edge.parent_source): edge.edge_id
        for claim in claims
        for edge in arrows[claim.claim_id]
        for mention in claim.mentions
        if mention.article_id == edge.child
    }
