"""Which articles a page that came may be the parent of: those that credit its house with words that stand there.

Invariant: an article that is left out is led where it was led. A page that came changes a choice only if it carries the
credited words or comes near enough to them to be a candidate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from audit.text.spans import Cover
from audit.trace.edges import Corpus, covering
from audit.trace.records import Chain, Held, Mention
from audit.trace.whose_text import with_originators
from audit.trace.words_beyond_credit import NOBODY, ByWriter, NamedIn, further_chains


def in_reach(asked: Mapping[str, Set[str]], corpus: Corpus, named: Set[tuple[str, str]]) -> dict[str, set[str]]:
    """`asked`, without the pages that dates rule out for all credits of an article; not where it names their house
    beside words, or quotes who wrote for it, as `named` tells (article, house): what says so may name days too.
    """
    chains = with_originators(corpus)

    def is_near(article: str, page: Held) -> bool:
        hops = (hop for chain in chains.get(article, ()) for hop in chain.hops if hop.source_id in page.houses)
        return any(corpus.shelf.is_in_reach(page, corpus.held[article], hop) for hop in hops) or any(
            (article, house) in named for house in page.houses
        )

    left = {one: {page for page in pages if is_near(one, corpus.held[page])} for one, pages in asked.items()}
    return {one: pages for one, pages in left.items() if pages}


def led_anew(
    asked: Mapping[str, Set[str]],
    mentions: Sequence[Mention],
    corpus: Corpus,
    written: Iterable[ByWriter],
    named: NamedIn = NOBODY,
) -> set[str]:
    """`asked`: articles with pages that came, of houses that they credit; those of which a credit may lead to one."""
    found = set[str]()
    whole = replace(corpus, chains=with_originators(corpus))
    for mention, chain in (*_credited(whole, mentions, asked), *further_chains(corpus, mentions, written, named)):
        if mention.article_id not in found and _may_lead(mention, chain, asked, corpus):
            found.add(mention.article_id)
    return found


def _credited(
    corpus: Corpus, mentions: Iterable[Mention], asked: Mapping[str, Set[str]]
) -> Iterator[tuple[Mention, Chain]]:
    """Mentions with the chains that cover them, where one with a house of the pages meets them."""
    led = {article: _scopes(corpus, article, pages) for article, pages in asked.items()}
    met = (one for one in mentions if one.kind == "credit" or led[one.article_id].meeting(one.span))
    return ((mention, chain) for mention in met for chain in covering(mention, corpus))


def _scopes(corpus: Corpus, article: str, pages: Iterable[str]) -> Cover[None]:
    """What an article credits to the houses of some pages."""
    houses = set[str]().union(*(corpus.held[page].houses for page in pages))
    chains = corpus.chains.get(article, ())
    return Cover((chain.scope, None) for chain in chains if any(hop.source_id in houses for hop in chain.hops))


def _may_lead(mention: Mention, chain: Chain, asked: Mapping[str, Set[str]], corpus: Corpus) -> bool:
    """Whether a hop of a chain may mean a page that came."""
    pages = [corpus.held[page] for page in sorted(asked.get(mention.article_id, ()))]
    meant = ((hop, page) for hop in chain.hops for page in pages if hop.source_id in page.houses)
    return any(corpus.shelf.may_mean(mention, chain, hop, page) for hop, page in meant)
