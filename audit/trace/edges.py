"""Arrows from an article to what it depends on, in one claim.

A stated arrow stands on a credit whose scope covers the mention; it ends at an article of the credited source where
one is held that may be meant, else at the source itself, which is then missing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from audit.extract.credits.credit_rules import rule_tells
from audit.ids import stable_id
from audit.match.words import read_words
from audit.records import CARRIERS, CreditRelation, SourceKind, Span
from audit.text.sentences import sentence_around
from audit.text.spans import Cover
from audit.trace.claims import KINDS
from audit.trace.credited_words import RUN
from audit.trace.parents import Choice, Shelf
from audit.trace.records import LINKED, Chain, Claim, Edge, Held, Hop, Mention, Place

SPEAKERS = frozenset({SourceKind.PERSON, SourceKind.ANONYMOUS})
OF_UTTERANCES = CARRIERS | {SourceKind.VAGUE}
BESIDE = 100  # characters between a credit and the words beside it
NAMED = "named"
"""Rule of a chain that a text only names a house beside the words: it is no missing source of them."""
SOME_REPORT = "reportedly"
"""Rule of the credit that means a report without saying whose."""


@dataclass(slots=True)
class Corpus:
    """All that tracing looks up."""

    held: Mapping[str, Held]
    chains: Mapping[str, Sequence[Chain]]  # by article
    shelf: Shelf
    shared: Mapping[frozenset[str], int]  # words that a pair of articles shares in passages
    embedded: Mapping[str, Sequence[Span]] = field(default_factory=dict)  # by article: posts and block quotes
    houses: Mapping[str, str] = field(default_factory=dict)  # whom each named source counts as in a lower bound
    called: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # kind and words of sources that others share
    accounts: Mapping[str, str] = field(default_factory=dict)  # of those who post
    _scopes: dict[str, Cover[int]] = field(
        default_factory=dict, init=False, repr=False
    )  # numbers of chains, by article
    _credits: dict[str, dict[str, list[Chain]]] = field(default_factory=dict, init=False, repr=False)
    _carriers: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False)

    def carriers_of(self, article_id: str) -> Set[str]:
        """The houses that an article credits with what others said."""
        if article_id not in self._carriers:
            chains = self.chains.get(article_id, ())
            self._carriers[article_id] = frozenset(c.hops[0].source_id for c in chains if _is_carriers(c))
        return self._carriers[article_id]

    def chains_of(self, credit: Mention) -> Sequence[Chain]:
        """The chains that a credit is a hop of."""
        if credit.article_id not in self._credits:
            found = self._credits[credit.article_id] = defaultdict(list)
            for chain in self.chains.get(credit.article_id, ()):
                for credit_id in {hop.credit_id for hop in chain.hops}:
                    found[credit_id].append(chain)
        return self._credits[credit.article_id].get(credit.mention_id, ())

    def chains_over(self, mention: Mention) -> Sequence[Chain]:
        """The chains whose scope meets a mention, in their order."""
        chains = self.chains.get(mention.article_id, ())
        if mention.article_id not in self._scopes:
            self._scopes[mention.article_id] = Cover((chain.scope, n) for n, chain in enumerate(chains))
        return [chains[n] for n in sorted(self._scopes[mention.article_id].meeting(mention.span))]


def stated_edges(claim: Claim, corpus: Corpus) -> list[Edge]:
    """The arrows that credits and links of this claim's articles state, one per child and parent."""
    found: dict[tuple[str, str], Edge] = {}
    for mention in sorted(
        claim.mentions, key=lambda one: KINDS[one.kind] != claim.kind
    ):  # its own words are the evidence
        for chain in covering(mention, corpus):
            for edge in _chain_edges(claim, mention, chain, corpus):
                key = edge.child, edge.parent_article or edge.parent_source or ""
                found.setdefault(key, edge)
    return _without_doubles(found.values(), corpus)


def _without_doubles(edges: Iterable[Edge], corpus: Corpus) -> list[Edge]:
    """A source is not missing for a child that another arrow of the claim leads to an article of it."""
    kept = list(edges)
    reached = {(e.child, h) for e in kept if e.parent_article for h in corpus.held[e.parent_article].houses}
    return [e for e in kept if e.parent_article or (e.child, e.parent_source) not in reached]


def with_known_parents(
    stated: Mapping[str, Sequence[Edge]],
    claims: Iterable[Claim],
    corpus: Corpus,
    held: Set[tuple[str, str]] = frozenset(),
) -> dict[str, list[Edge]]:
    """The arrows by claim; a missing report is none where its candidate carries more that the child credits to it.

    `held`: child and parent of stated arrows of other claims.
    """
    known = known_parents(stated) | held
    found = dict[str, list[Edge]]()
    for claim in claims:
        led = [
            _led(e, claim, corpus) if (e.child, e.candidate) in known and _may_lead(e, claim, corpus) else e
            for e in stated[claim.claim_id]
        ]
        by_end = {(e.child, e.parent_article or e.parent_source): e for e in reversed(led)}
        found[claim.claim_id] = _without_doubles(reversed(by_end.values()), corpus)
    return found


def known_parents(stated: Mapping[str, Sequence[Edge]]) -> set[tuple[str, str]]:
    """Child and parent of each stated arrow to a held article."""
    arrows = (edge for edges in stated.values() for edge in edges)
    return {(e.child, e.parent_article) for e in arrows if e.basis == "stated" and e.parent_article}


def _may_lead(edge: Edge, claim: Claim, corpus: Corpus) -> bool:
    """Whether words that a candidate has not may be had from it all the same: never somebody's own, word for word."""
    return _is_report(edge, corpus) and (claim.kind != "utterance" or _is_brief(edge, corpus))


def _is_brief(edge: Edge, corpus: Corpus) -> bool:
    words = edge.evidence[1]
    return len(read_words(corpus.shelf.library.page(edge.child).text, Span(words.start, words.end))) < RUN


def _is_report(edge: Edge, corpus: Corpus) -> bool:
    """Whether the credit of an arrow names a report, not what somebody said there, right beside the words."""
    credit, words = (Span(place.start, place.end) for place in edge.evidence[:2])
    hops = (hop for chain in corpus.chains.get(edge.child, ()) for hop in chain.hops)
    near = max(words.start - credit.end, credit.start - words.end) <= BESIDE
    return near and any(hop.span == credit and rule_tells(hop.rule, "report") for hop in hops)


def _led(edge: Edge, claim: Claim, corpus: Corpus) -> Edge:
    """A missing source as its candidate."""
    if edge.candidate is None:
        return edge
    key = edge_id(claim, corpus.held[edge.child], edge.candidate)
    return replace(edge, edge_id=key, parent_article=edge.candidate, parent_source=None, candidate=None, state=None)


def covering(mention: Mention, corpus: Corpus) -> list[Chain]:
    """The chains that say where these words come from: they cover at least half of them."""
    if mention.kind == "credit":
        return list(corpus.chains_of(mention))
    told = [c for c in corpus.chains_over(mention) if c.hops[0].relation != CreditRelation.CONTRIBUTED_BY]
    over = [c for c in told if _covers(c.scope, mention.span) and not _is_anothers(mention, c, corpus)]
    reported = any(map(_is_nameless, over))
    kept = [chain for chain in over if reported or not _is_aside(mention, chain, corpus)]
    return [c for c in kept if not _is_nameless(c)] if any(map(_is_carriers, kept)) else kept


def _is_anothers(mention: Mention, chain: Chain, corpus: Corpus) -> bool:
    """Whether a house says it that the article credits for itself, or it tells who speaks: "Holm, 45, told CNN"."""
    if rule_tells(chain.hops[0].rule, "whole"):
        return False
    told, teller = chain.hops[0].span, next((hop.span for hop in chain.hops[1:2] if hop.rule == "teller"), None)
    if mention.kind == "figure" and teller and teller.end <= mention.span.start and mention.span.end <= told.start:
        return True
    return mention.source_id in corpus.carriers_of(mention.article_id) - {hop.source_id for hop in chain.hops}


def _is_nameless(chain: Chain) -> bool:
    """Whether a credit means some report: the one whose outlet is named for the same words, where one is."""
    return chain.hops[0].rule == SOME_REPORT


def _is_carriers(chain: Chain) -> bool:
    """Whether a credit names who passes on what others said."""
    return chain.hops[0].kind in CARRIERS and chain.hops[0].relation not in LINKED


def _is_aside(mention: Mention, chain: Chain, corpus: Corpus) -> bool:
    """Whether a figure is the article's own, in a sentence after the credit in which nobody speaks: "Holm told CNN that
    it was shut. The quay holds 60 boats." It is not after a colon, nor where a credit is for the whole text.
    """
    hop = chain.hops[0]
    if mention.kind != "figure" or mention.source_id or rule_tells(hop.rule, "whole") or hop.relation in LINKED:
        return False
    marked = corpus.shelf.quoted.get(mention.article_id, ())
    if not 0 < hop.span.end <= mention.span.start or any(mention.around.meets(words) for words in marked):
        return False
    page = corpus.shelf.library.page(mention.article_id)
    sentence = sentence_around(page.text, Span(hop.span.start, hop.span.start + 1), page.language)
    return sentence.end <= mention.span.start and not sentence.of(page.text).rstrip().endswith(":")


def _covers(scope: Span, words: Span) -> bool:
    shared = min(scope.end, words.end) - max(scope.start, words.start)
    return 2 * shared >= words.end - words.start


def steps(chain: Chain, own: str | None) -> list[Hop]:
    """The hops that an article depends on, numbered: not itself, nor a platform, unless the post is linked.

    Nor a document that is not told which it is: somebody made it, and the article may well say who.
    """
    others = [hop for hop in chain.hops if hop.source_id != own and not hop.points_back]
    named = [hop for hop in others if hop.kind != SourceKind.PLATFORM]
    named = named or [hop for hop in others if hop.relation in LINKED]
    return [replace(hop, hop=number) for number, hop in enumerate(named, 1)]


def _posts(chain: Chain) -> list[Hop]:
    """The platforms of a chain: a post that is held there may be meant, while a platform is never a source."""
    return [hop for hop in chain.hops if _is_platform(hop)]


def _is_platform(hop: Hop) -> bool:
    return hop.kind == SourceKind.PLATFORM and hop.relation not in LINKED


def _chain_edges(claim: Claim, mention: Mention, chain: Chain, corpus: Corpus) -> Iterator[Edge]:
    """An arrow for each hop that may be a parent; once a held article is reached, the further hops are sources."""
    child = corpus.held[mention.article_id]
    alike = (m for m in (*claim.kin, *claim.mentions) if m.kind == mention.kind)
    among = {m.article_id: m.span for m in alike if m.article_id != child.article_id}
    via, reached = None, False
    for hop in (*steps(chain, child.publisher_id), *_posts(chain)):
        if not _may_be_parent(hop, claim):
            break
        choice = corpus.shelf.choose(mention, chain, hop, among)
        if choice.parent is None and (hop.rule == NAMED or _is_platform(hop)):
            continue  # who posted is told beside it, or nobody knows
        reached_before, reached = reached, reached or choice.parent is not None
        if reached_before and choice.parent is not None:
            choice = Choice(None, candidate=choice.parent, state="candidate")
        if choice.parent in among and mention.kind == "figure":
            choice = _at_figure(choice, mention, chain, among[choice.parent], corpus.shelf)
        yield _stated(claim, mention, chain, hop, choice, via, corpus)
        via = hop.source_id


def _at_figure(choice: Choice, mention: Mention, chain: Chain, twin: Span, shelf: Shelf) -> Choice:
    """The same choice, shown by the sentences that hold the figure here and there, not by other words of both."""
    carried = choice.carried
    if choice.parent is None or carried is None:
        return choice
    page = shelf.library.page(choice.parent)
    there = sentence_around(page.text, Span(twin.start, twin.start + 1), page.language)
    own = carried.own if carried.own.meets(mention.span) else shelf.words_of(mention, chain).span
    place = carried.place if carried.place and there.holds(carried.place) and carried.place.meets(twin) else there
    return replace(choice, carried=carried._replace(own=own, place=place))


def _stated(
    claim: Claim, mention: Mention, chain: Chain, hop: Hop, choice: Choice, via: str | None, corpus: Corpus
) -> Edge:  # fmt: skip
    child = corpus.held[mention.article_id]
    words = choice.carried.own if choice.carried else corpus.shelf.credited_span(mention, chain)
    places = [Place(child.article_id, *hop.span), Place(child.article_id, *words)]
    if choice.parent and choice.carried and choice.carried.place:
        places.append(Place(choice.parent, *choice.carried.place))
    source = None if choice.parent else hop.source_id
    basis = "linked" if hop.relation in LINKED else "stated"
    key = edge_id(claim, child, choice.parent or hop.source_id)
    return Edge(
        key, claim.claim_id, child.article_id, choice.parent, source, hop.relation, basis, 1.0, tuple(places), hop.hop,
        via, choice.candidate, choice.state,
    )  # fmt: skip


def _may_be_parent(hop: Hop, claim: Claim) -> bool:
    kind = SourceKind(hop.kind)
    return kind in OF_UTTERANCES if claim.kind == "utterance" else kind not in SPEAKERS


def edge_id(claim: Claim, child: Held, parent: str) -> str:
    """Id of an arrow of a claim: it outlives other mentions of the claim."""
    first = min((m.span, m.mention_id) for m in claim.mentions if m.article_id == child.article_id)[1]
    return stable_id("edge", child.article_id, first, parent)
