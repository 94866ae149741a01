"""One claim as a graph of articles and sources, for its origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audit.trace.edges import Corpus, covering
from audit.trace.origins import Node, find_origins
from audit.trace.records import Chain, Claim, Edge, Mention

Arrow = tuple[Node, Node]


def claim_origins(claim: Claim, edges: Iterable[Edge], corpus: Corpus) -> list[Node]:
    """Where the claim goes back to, given the arrows that stand (rejected ones left out)."""
    nodes = {Node("article", m.article_id) for m in claim.mentions}
    parents = {(e.child, e.parent_source or _publisher(e, corpus)): _parent(e) for e in edges}
    arrows = {(Node("article", child), parent) for (child, _), parent in parents.items()}
    for mention in claim.mentions:
        arrows |= set(_paths(mention, corpus, parents))
    theirs = _publishers(claim, corpus)
    told = {(child, theirs.get(parent, parent)) for child, parent in arrows}
    return find_origins(nodes, {(child, parent) for child, parent in told if child != parent})


def _publishers(claim: Claim, corpus: Corpus) -> dict[Node, Node]:
    """What stands for a publisher that carries the claim itself: its earliest article, whatever its date."""
    found: dict[Node, Node] = {}
    for mention in claim.mentions:  # earliest first
        publisher = corpus.held[mention.article_id].publisher_id
        if publisher:
            found.setdefault(Node("source", publisher), Node("article", mention.article_id))
    return found


def _parent(edge: Edge) -> Node:
    return Node("article", edge.parent_article) if edge.parent_article else Node("source", edge.parent_source or "")


def _publisher(edge: Edge, corpus: Corpus) -> str:
    return (corpus.held[edge.parent_article].publisher_id if edge.parent_article else "") or ""


def _paths(mention: Mention, corpus: Corpus, parents: dict[tuple[str, str], Node]) -> Iterator[Arrow]:
    """Arrows from the article along each chain to who is named last; a rejected arrow takes its chain along."""
    chains = covering(mention, corpus)
    article = Node("article", mention.article_id)
    for chain in chains:
        steps = _steps(chain, mention, corpus, parents)
        if steps:
            yield from zip([article, *steps], steps, strict=False)
    if mention.source_id and not any(_carries(chain, mention, parents) for chain in chains):
        yield article, Node("source", mention.source_id)


def _carries(chain: Chain, mention: Mention, parents: dict[tuple[str, str], Node]) -> bool:
    return (mention.article_id, chain.hops[0].source_id) in parents or any(
        hop.source_id == mention.source_id for hop in chain.hops
    )


def _steps(chain: Chain, mention: Mention, corpus: Corpus, parents: dict[tuple[str, str], Node]) -> list[Node]:
    """The nodes of a chain, nearest first; what the article itself publishes is no step."""
    own = corpus.held[mention.article_id].publisher_id
    ids = [hop.source_id for hop in chain.hops if hop.source_id != own]
    if mention.source_id and mention.source_id not in ids:
        ids.append(mention.source_id)
    nodes = [Node("source", one) for one in ids]
    first = parents.get((mention.article_id, ids[0])) if ids else None
    if first and first.kind == "article":
        return [first]  # what that article rests on, it says itself
    return nodes
