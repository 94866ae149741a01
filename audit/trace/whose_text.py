"""A page that says whose text it is credits that house for all of it."""

from __future__ import annotations

from collections.abc import Sequence

from audit.ids import stable_id
from audit.lexicon import load_rules
from audit.records import CreditRelation, SourceKind, Span
from audit.text.segment import find_paragraphs
from audit.trace.edges import Corpus
from audit.trace.records import Chain, Held, Hop

HOUSES = (SourceKind.OUTLET, SourceKind.AGENCY)


def with_originators(corpus: Corpus) -> dict[str, Sequence[Chain]]:
    """The chains of each article, with one for its originator where its text does not credit that itself."""
    added = {one.article_id: chain for one in corpus.held.values() if (chain := _chain(one, corpus))}
    told = {article: [*corpus.chains.get(article, ()), chain] for article, chain in added.items()}
    return {**corpus.chains, **told}


def _chain(one: Held, corpus: Corpus) -> Chain | None:
    house = one.originator_id
    credited = {hop.source_id for chain in corpus.chains.get(one.article_id, ()) for hop in chain.hops}
    house = _speaks_of_itself(one, corpus) if house is None or house in credited else house
    if house is None:
        return None
    place = Span(0, 0)  # its head says so, not its text
    key = stable_id("originator", one.article_id, house)
    hop = Hop(key, house, SourceKind.OUTLET, CreditRelation.RELAYS, place, 1, "source_line")
    length = len(corpus.shelf.library.texts[one.article_id][0])
    return Chain(one.article_id, Span(0, length), (hop,))


def _speaks_of_itself(one: Held, corpus: Corpus) -> str | None:
    """The other house that tells in the first paragraph what it "has learned": so a house writes of itself alone."""
    text, words = corpus.shelf.library.texts[one.article_id][0], tuple(load_rules("direction", "")["learned"]["words"])
    hops = (chain.hops[0] for chain in corpus.chains.get(one.article_id, ()))
    led = [hop for hop in hops if hop.kind in HOUSES and hop.span.of(text).endswith(words)]
    lead = next(iter(find_paragraphs(text)), None) if led else None
    return next(
        (hop.source_id for hop in led if lead and lead.holds(hop.span) and hop.source_id not in one.houses), None
    )
