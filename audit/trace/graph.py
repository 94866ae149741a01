"""One claim as a graph of articles and sources, for its origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from audit.trace.edges import Corpus, covering, steps
from audit.trace.one_voice import one_voice
from audit.trace.origins import Node, find_origins
from audit.trace.records import Chain, Claim, Edge, Mention

Arrow = tuple[Node, Node]


def claim_origins(claim: Claim, drawn: Sequence[Edge], corpus: Corpus, rejected: Set[str] = frozenset()) -> list[Node]:
    """Where the claim goes back to; `rejected`: ids of drawn arrows that do not stand."""
    nodes = {Node("article", m.article_id) for m in claim.mentions}
    return find_origins(nodes, claim_arrows(claim, drawn, corpus, rejected))


def claim_arrows(
    claim: Claim, drawn: Sequence[Edge], corpus: Corpus, rejected: Set[str] = frozenset()
) -> set[Arrow]:  # fmt: skip
    """The arrows between articles and sources that stand in a claim."""
    drawing = _Drawing(drawn, rejected, corpus)
    arrows = {arrow for edge in drawing.standing if (arrow := drawing.arrow(edge))}
    for mention in claim.mentions:
        arrows |= set(drawing.first_hand(mention))
    theirs = _publishers(claim, corpus)
    voices = {Node("source", key): Node("source", home) for key, home in one_voice(claim, corpus).items()}
    theirs |= voices
    told = {(voices.get(child, child), theirs.get(parent, parent)) for child, parent in arrows}
    return {(child, parent) for child, parent in told if child != parent}


def _publishers(claim: Claim, corpus: Corpus) -> dict[Node, Node]:
    """What stands for a publisher that carries the claim itself: its earliest article, whatever its date."""
    found: dict[Node, Node] = {}
    for mention in claim.mentions:  # earliest first
        publisher = corpus.held[mention.article_id].publisher_id
        if publisher:
            found.setdefault(Node("source", publisher), Node("article", mention.article_id))
    return found


class _Drawing:
    """The arrows drawn in one claim, and which of them stand."""

    def __init__(self, drawn: Iterable[Edge], rejected: Set[str], corpus: Corpus) -> None:
        self._corpus = corpus
        self._ends: dict[tuple[str, str], Node | None] = {}  # of child and house; None where it was rejected
        self.standing: list[Edge] = []
        for edge in drawn:
            stands = edge.edge_id not in rejected
            self.standing += [edge] if stands else []
            for house in self._houses(edge):
                self._ends[edge.child, house] = _parent(edge) if stands else None

    def _houses(self, edge: Edge) -> tuple[str, ...]:
        return self._corpus.held[edge.parent_article].houses if edge.parent_article else (edge.parent_source or "",)

    def arrow(self, edge: Edge) -> Arrow | None:
        """From the article, or the source through which it has the words, to the parent; none behind a held article."""
        via = self._ends.get((edge.child, edge.via)) if edge.via else Node("article", edge.child)
        return (via, _parent(edge)) if via and (not edge.via or via.kind == "source") else None

    def first_hand(self, mention: Mention) -> Iterator[Arrow]:
        """Arrows to whom the text names as first source: behind the last outlet of a chain, or behind the article.

        A held parent says itself what it rests on; a rejected arrow takes the rest of its chain along.
        """
        article = Node("article", mention.article_id)
        told = False
        for chain in covering(mention, self._corpus):
            way = list(self._way(mention, chain))
            told = told or bool(way) or self._is_reached(mention, chain)
            yield from zip([article, *way], way, strict=False)
        if mention.source_id and not told:
            yield article, Node("source", mention.source_id)

    def _way(self, mention: Mention, chain: Chain) -> Iterator[Node]:
        """The sources of a chain, nearest first, as far as nothing held or rejected stands between."""
        hops = steps(chain, self._corpus.held[mention.article_id].publisher_id)
        for hop in hops:
            end = self._ends.get((mention.article_id, hop.source_id), Node("source", hop.source_id))
            if end is None or end.kind == "article":
                return
            yield end
        if mention.source_id and hops and mention.source_id not in {hop.source_id for hop in chain.hops}:
            yield Node("source", mention.source_id)

    def _is_reached(self, mention: Mention, chain: Chain) -> bool:
        ends = (self._ends.get((mention.article_id, hop.source_id)) for hop in chain.hops)
        return any(end is not None for end in ends)


def _parent(edge: Edge) -> Node:
    return Node("article", edge.parent_article) if edge.parent_article else Node("source", edge.parent_source or "")
