"""A page that says whose text it is credits that house for all of it."""

from __future__ import annotations

from collections.abc import Sequence

from audit.ids import stable_id
from audit.records import CreditRelation, SourceKind, Span
from audit.trace.edges import Corpus
from audit.trace.records import Chain, Held, Hop


def with_originators(corpus: Corpus) -> dict[str, Sequence[Chain]]:
    """The chains of each article, with one for its originator where its text does not credit that itself."""
    added = {one.article_id: chain for one in corpus.held.values() if (chain := _chain(one, corpus))}
    told = {article: [*corpus.chains.get(article, ()), chain] for article, chain in added.items()}
    return {**corpus.chains, **told}


def _chain(one: Held, corpus: Corpus) -> Chain | None:
    house = one.originator_id
    credited = {hop.source_id for chain in corpus.chains.get(one.article_id, ()) for hop in chain.hops}
    if house is None or house in credited:
        return None
    place = Span(0, 0)  # its head says so, not its text
    key = stable_id("originator", one.article_id, house)
    hop = Hop(key, house, SourceKind.OUTLET, CreditRelation.RELAYS, place, 1, "source_line")
    length = len(str(corpus.shelf.library.texts[one.article_id][0]))
    return Chain(one.article_id, Span(0, length), (hop,))
