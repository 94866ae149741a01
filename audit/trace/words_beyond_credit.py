"""Words beyond the reach of a credit that its house's own article has: drawn only where they stand there.

A text leaves a credit behind in three ways: it goes on to quote whom it has said a house spoke with, it quotes the
writer of a held article by name ("Holm wrote that") once it has named her paper, and it names a house beside the words
in a phrase that is not read ("To the Courier, he was a spent force"). None says that the house is missing
where it does not carry the words; so these chains are kept only where a held article does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from audit.extract.credits.credit_rules import rule_tells
from audit.lexicon.language import Lexicon, lexicon_for
from audit.records import CARRIERS, CreditRelation, SourceKind, Span
from audit.text.patterns import alternatives
from audit.trace.edges import NAMED, Corpus, covering
from audit.trace.parents import Choice
from audit.trace.records import Chain, Hop, Mention

_RELAYS = CreditRelation.RELAYS


class ByWriter(NamedTuple):
    """A quote whose speaker wrote a held article; `cue` is what says that she speaks."""

    article_id: str
    quote_id: str
    cue: Span
    house: str
    house_kind: str


class Named(NamedTuple):
    """A house that a text names at a place, and credits with nothing there."""

    place: Span
    house: str
    house_kind: str


NamedIn = Mapping[str, Sequence[Named]]
"""By article."""
NOBODY: NamedIn = MappingProxyType({})


def with_further(
    corpus: Corpus, mentions: Sequence[Mention], written: Iterable[ByWriter], named: NamedIn = NOBODY
) -> Corpus:
    """The corpus with a chain for each further quote that a held article of a credited house carries."""
    added = defaultdict[str, list[Chain]](list)
    further = list(further_chains(corpus, mentions, written, named))
    near_in_time = sorted(further, key=lambda told: corpus.held[told[1].article_id].order)
    carried = {id(c) for m, c in near_in_time if _is_carried(corpus.shelf.choose(m, c, c.hops[0], {}), c)}
    for _, chain in further:
        if id(chain) in carried:
            added[chain.article_id].append(chain)
    told = {article: [*corpus.chains.get(article, ()), *some] for article, some in added.items()}
    return replace(corpus, chains={**corpus.chains, **told})


def _is_carried(choice: Choice, chain: Chain) -> bool:
    """Whether an article carries the words; where a house is only named beside them, in a row."""
    found = choice.carried
    return found is not None and (chain.hops[0].rule != NAMED or (found.place is not None and not found.retold))


def further_chains(
    corpus: Corpus, mentions: Sequence[Mention], written: Iterable[ByWriter], named: NamedIn = NOBODY
) -> Iterator[tuple[Mention, Chain]]:
    """Each further quote or figure with the chain that it is had by, if a held article carries it."""
    yield from _spoken(corpus, mentions)
    yield from _by_writers(corpus, mentions, written)
    yield from _beside_names(corpus, mentions, named)


def _spoken(corpus: Corpus, mentions: Iterable[Mention]) -> Iterator[tuple[Mention, Chain]]:
    """Quotes of whom an earlier credit says that a house spoke with, and that credit reaching on to them."""
    interviews = {article: _interviews(some) for article, some in corpus.chains.items()}
    for mention in mentions:
        some = interviews.get(mention.article_id)
        if mention.kind != "quote" or not some:
            continue
        before = [chain for chain in reversed(some) if chain.scope.end <= mention.span.start]
        last = next((c for c in before if _may_speak(c, mention, latest=c is before[0])), None)
        if last is not None and not _is_placed(mention, corpus):
            yield mention, replace(last, scope=mention.around, hops=last.hops[:1])


def _interviews(chains: Iterable[Chain]) -> list[Chain]:
    told = (chain for chain in chains if rule_tells(chain.hops[0].rule, "speaking") and _carries(chain))
    return sorted(told, key=lambda chain: chain.scope)


def _carries(chain: Chain) -> bool:
    return SourceKind(chain.hops[0].kind) in CARRIERS


def _is_placed(mention: Mention, corpus: Corpus) -> bool:
    """Whether the text says itself where the words are from: a credit that covers them, an occasion beside them."""
    page = corpus.shelf.library.page(mention.article_id)
    beside = lexicon_for(page.language).room(_occasions).search(page.text, *mention.around)
    return bool(beside) or any(_carries(chain) for chain in covering(mention, corpus))


def _occasions(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(lexicon.words('credits', 'occasions'))})\b")


def _may_speak(chain: Chain, mention: Mention, *, latest: bool) -> bool:
    """Whether the credit says that the speaker of a quote spoke there, or leaves unsaid who did and is the latest."""
    told = {hop.source_id for hop in chain.hops[1:]}
    # a meeting may leave unsaid whom the text goes on to quote; who "told the Post" is somebody, only not read
    anybody = latest and not told and rule_tells(chain.hops[0].rule, "meeting")
    return mention.source_id is not None and (mention.source_id in told or anybody)


def _by_writers(
    corpus: Corpus, mentions: Iterable[Mention], written: Iterable[ByWriter]
) -> Iterator[tuple[Mention, Chain]]:
    """Quotes of who wrote a held article of a house that the text has credited."""
    by_id = {mention.mention_id: mention for mention in mentions}
    named = _houses_named(corpus.chains)
    for one in written:
        mention = by_id.get(one.quote_id)
        if mention and one.house in named.get(one.article_id, ()) and not _is_placed(mention, corpus):
            hop = Hop(f"{one.quote_id} {one.house}", one.house, one.house_kind, _RELAYS, one.cue, 1, "reported")
            yield mention, Chain(one.article_id, mention.around, (hop,))


def _beside_names(corpus: Corpus, mentions: Iterable[Mention], named: NamedIn) -> Iterator[tuple[Mention, Chain]]:
    """Quotes and figures in whose sentence a house is named, where nothing says that they are another's."""
    for mention in mentions:
        if mention.kind not in {"quote", "figure"} or mention.article_id not in named:
            continue
        beside = [one for one in named[mention.article_id] if mention.around.holds(one.place)]
        if beside and not any(_carries(chain) for chain in covering(mention, corpus)):
            for one in beside:
                hop = Hop(f"{mention.mention_id} {one.house}", one.house, one.house_kind, _RELAYS, one.place, 1, NAMED)
                yield mention, Chain(mention.article_id, mention.around, (hop,))


def _houses_named(chains: Mapping[str, Iterable[Chain]]) -> dict[str, set[str]]:
    return {article: {hop.source_id for chain in some for hop in chain.hops} for article, some in chains.items()}
