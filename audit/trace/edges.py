"""Arrows from an article to what it depends on, in one claim.

A stated arrow stands on a credit whose scope covers the mention; it ends at an article of the credited source where
one is held that may be meant, else at the source itself, which is then missing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import timedelta

from audit.ids import stable_id
from audit.records import CARRIERS, CreditRelation, SourceKind, Span
from audit.trace.direction import Dependence, undetermined_below, weigh
from audit.trace.records import Chain, Claim, Edge, Held, Hop, Mention, Place

SPEAKERS = frozenset({SourceKind.PERSON, SourceKind.ANONYMOUS})
OF_UTTERANCES = CARRIERS | {SourceKind.VAGUE}
LINKED = frozenset({CreditRelation.LINKS, CreditRelation.EMBEDS})
CLOCKS = timedelta(minutes=5)  # two desks' clocks may differ by this


@dataclass(slots=True)
class Corpus:
    """All that tracing looks up."""

    held: Mapping[str, Held]
    chains: Mapping[str, list[Chain]]  # by article
    links: Mapping[str, list[tuple[Span, str]]]  # by article: place and the article it leads to
    shared: Mapping[frozenset[str], int]  # words that a pair of articles shares in passages
    related: Set[frozenset[str]]  # pairs of articles that share any mention
    carriers: Mapping[str, str]  # kind of each source that passes on what others said
    by_publisher: Mapping[str, list[str]]
    credited: dict[tuple[str, str], Chain] = field(default_factory=dict)  # (article, source): where it is credited

    def __post_init__(self) -> None:
        for article, chains in self.chains.items():
            for chain in chains:
                self.credited.setdefault((article, chain.hops[0].source_id), chain)


def stated_edges(claim: Claim, corpus: Corpus) -> list[Edge]:
    """The arrows that credits and links of this claim's articles state, one per child and parent."""
    found: dict[tuple[str, str], Edge] = {}
    for mention in claim.mentions:
        for chain in covering(mention, corpus):
            edge = _edge(claim, mention, chain, corpus)
            if edge:
                found.setdefault((edge.child, edge.parent_article or edge.parent_source or ""), edge)
    for edge in _credits_elsewhere(claim, corpus):
        if not any(child == edge.child for child, _ in found):
            found[edge.child, edge.parent_article or ""] = edge
    return list(found.values())


def covering(mention: Mention, corpus: Corpus) -> list[Chain]:
    """The chains that say where these words come from."""
    chains = corpus.chains.get(mention.article_id, [])
    if mention.kind == "credit":
        return [c for c in chains if any(hop.credit_id == mention.mention_id for hop in c.hops)]
    found = [c for c in chains if c.scope.meets(mention.span) and c.hops[0].relation != CreditRelation.CONTRIBUTED_BY]
    return found or _asserted(mention, corpus)


def _asserted(mention: Mention, corpus: Corpus) -> list[Chain]:
    """A figure that an outlet asserts comes from there, though no phrase of credit was read."""
    source = mention.source_id or ""
    if mention.kind != "figure" or source not in corpus.carriers:
        return []
    hop = Hop(mention.mention_id, source, corpus.carriers[source], CreditRelation.RELAYS, mention.span, 1)
    return [Chain(mention.article_id, mention.span, (hop,))]


def _edge(claim: Claim, mention: Mention, chain: Chain, corpus: Corpus) -> Edge | None:
    hop = chain.hops[0]
    child = corpus.held[mention.article_id]
    if not _may_be_parent(hop, claim) or hop.source_id == child.publisher_id:
        return None
    parent = _parent_article(claim, child, chain, corpus)
    basis = "linked" if hop.relation in LINKED else "stated"
    return _make(claim, child, parent, None if parent else hop.source_id, hop.relation, basis, 1.0, hop.span, mention)


def _may_be_parent(hop: Hop, claim: Claim) -> bool:
    kind = SourceKind(hop.kind)
    return kind in OF_UTTERANCES if claim.kind == "utterance" else kind not in SPEAKERS


def _make(
    claim: Claim, child: Held, parent: str | None, source: str | None, relation: str, basis: str, confidence: float,
    place: Span, mention: Mention,
) -> Edge:  # fmt: skip
    first = min((m.span, m.mention_id) for m in claim.mentions if m.article_id == child.article_id)[1]
    key = stable_id("edge", child.article_id, first, parent or source)
    evidence = (Place(child.article_id, *place), Place(child.article_id, *mention.span))
    return Edge(key, claim.claim_id, child.article_id, parent, source, relation, basis, confidence, evidence)


def _parent_article(claim: Claim, child: Held, chain: Chain, corpus: Corpus) -> str | None:
    """The held article that the credit may mean: linked, else of that outlet in this claim, else sharing mentions."""
    source = chain.hops[0].source_id
    linked = [target for place, target in corpus.links.get(child.article_id, []) if place.meets(chain.scope)]
    for target in linked:
        if corpus.held[target].publisher_id == source and target != child.article_id:
            return target
    theirs = corpus.by_publisher.get(source, [])
    in_claim = {m.article_id for m in claim.mentions}
    likely = [a for a in theirs if a in in_claim] or [
        a for a in theirs if frozenset((a, child.article_id)) in corpus.related
    ]
    earlier = [corpus.held[a] for a in likely if a != child.article_id and not _too_late(corpus.held[a], child)]
    return max(earlier, key=lambda a: a.order).article_id if earlier else None


def _too_late(parent: Held, child: Held) -> bool:
    """Whether the parent was published after the child, and the child not touched since."""
    lag = parent.after(child)
    touched = bool(child.modified_at and parent.published_at and child.modified_at >= parent.published_at)
    return lag is not None and lag > CLOCKS and not touched


def _credits_elsewhere(claim: Claim, corpus: Corpus) -> Iterator[Edge]:
    """Shared words whose source the child credits somewhere in its text."""
    articles = {m.article_id: m for m in claim.mentions} if claim.kind == "passage" else {}
    for child_id, mention in sorted(articles.items()):
        child = corpus.held[child_id]
        for parent_id in sorted(articles):
            parent = corpus.held[parent_id]
            chain = corpus.credited.get((child_id, parent.publisher_id or ""))
            if chain and parent.publisher_id != child.publisher_id and not _too_late(parent, child):
                hop = chain.hops[0]
                yield _make(claim, child, parent_id, None, hop.relation, "stated", 1.0, hop.span, mention)


def inferred_edges(
    claim: Claim, stated: Iterable[Edge], corpus: Corpus
) -> tuple[list[Edge], list[tuple[str, str, Dependence]]]:
    """Arrows that shared words and time suggest (one parent a child at most), and all that was weighed for them."""
    if claim.kind != "passage":
        return [], []
    children = {edge.child for edge in stated}
    articles = {m.article_id: m for m in claim.mentions}
    weighed = list(_weigh_pairs(sorted(articles), corpus))
    best = defaultdict[str, list[tuple[float, int, str]]](list)
    for a, b, p in weighed:
        words = corpus.shared.get(frozenset((a, b)), 0)
        best[b].append((p.p_ab, words, a))
        best[a].append((p.p_ba, words, b))
    edges = list[Edge]()
    for child, options in sorted(best.items()):
        sure, _, parent = max(options)
        if child not in children and sure >= undetermined_below():
            mention = articles[child]
            held = corpus.held[child]
            edges.append(_make(claim, held, parent, None, "copied", "inferred", sure, mention.span, mention))
    return edges, weighed


def _weigh_pairs(articles: list[str], corpus: Corpus) -> Iterator[tuple[str, str, Dependence]]:
    for i, first in enumerate(articles):
        for second in articles[i + 1 :]:
            a, b = sorted((corpus.held[first], corpus.held[second]), key=lambda held: held.order)
            words = corpus.shared.get(frozenset((first, second)), 0)
            if words and (a.publisher_id is None or a.publisher_id != b.publisher_id):
                yield a.article_id, b.article_id, weigh(a, b, words, one_credit=_one_credit(a, b, corpus))


def _one_credit(a: Held, b: Held, corpus: Corpus) -> bool:
    ours, theirs = ({c.hops[0].source_id for c in corpus.chains.get(x.article_id, [])} for x in (a, b))
    return bool(ours & theirs - {a.publisher_id, b.publisher_id})
