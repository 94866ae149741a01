"""Credits of an article: every place that says where something comes from, with its whole path.

Invariant: credits are in the order of their spans; all of one chain carry the same path, each its own hop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from audit.extract.credits.chains import Chain, build_chains
from audit.extract.credits.coverage import Scopes
from audit.extract.credits.other_sources import agentless, bodies, media_said, papers, phrases, statements, unnamed_said
from audit.extract.credits.outlet_phrases import Framed, read_accounts, read_frames, read_namesakes, read_tweets
from audit.extract.credits.outlets_named import Carriers, rule_words
from audit.extract.credits.page_credits import link_chains, post_chains, tail_credits
from audit.extract.reading import Document
from audit.ids import name_key
from audit.lexicon import has_rules
from audit.lexicon.outlets import Outlets, known_outlets
from audit.records import Credit, CreditRelation, Quote, Span
from audit.text.patterns import alternatives
from audit.text.spans import Cover, meets_any, merge_spans


def find_credits(doc: Document, quotes: Sequence[Quote], outlets: Outlets | None = None) -> tuple[Credit, ...]:
    """All credits, in the order of the text. `outlets`: a registry other than the package's own.

    A language without a table of credits has none: no phrase of another language is read into it.
    """
    if not has_rules("credits", doc.rules):
        return ()
    chains = _all_chains(doc, quotes, outlets or known_outlets())
    scopes = Scopes(doc, quotes, chains)
    found = [credit for number, chain in enumerate(chains) for credit in _credits(chain, number, scopes.of(chain))]
    return tuple(sorted(found, key=lambda c: (c.span, c.chain, c.hop)))


def _all_chains(doc: Document, quotes: Sequence[Quote], outlets: Outlets) -> list[Chain]:
    carriers = Carriers(doc, outlets)
    posted = list(post_chains(doc, carriers))
    framed = [
        *read_frames(doc, carriers),
        *read_tweets(doc, outlets),
        *read_accounts(doc),
        *media_said(doc),
        *read_namesakes(doc, carriers),
        *phrases(doc),
        *bodies(doc),
        *statements(doc),
        *papers(doc),
        *unnamed_said(doc),
        *agentless(doc),
    ]
    tails = list(tail_credits(doc, carriers, outlets))
    inside = merge_spans((*(post.span for post, _ in posted), *(f.name for chain in tails for f in chain)))
    framed = [f for f in framed if not meets_any(f.name, inside)]
    spoken = list(build_chains(doc, quotes, framed))
    chains = [
        *spoken,
        *((f,) for f in _here(doc, quotes)),
        *tails,
    ]
    return [*chains, *(chain for _, chain in posted), *link_chains(doc, carriers, _by_sentence(doc, chains))]


def _by_sentence(doc: Document, chains: Sequence[Chain]) -> dict[Span, set[str]]:
    """Whom the words of each sentence credit, as name keys."""
    credited: dict[Span, set[str]] = {}
    for one in (f for chain in chains for f in chain):
        sentence = doc.sentence_at(one.name.start)
        if sentence is not None:
            credited.setdefault(sentence, set()).add(name_key(one.source.name))
    return credited


def _credits(chain: Chain, number: int, scope: Span | None) -> Iterator[Credit]:
    path = tuple(f.source.name for f in chain)
    for hop, one in enumerate(chain, 1):
        yield Credit(one.span, one.source, one.relation, one.rule, path, hop, number, scope)


@cache
def _here_words(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(rule_words('here', language))})\b")


def _here(doc: Document, quotes: Sequence[Quote]) -> Iterator[Framed]:
    """The article's own interviews ("told us"): its speaker is credited, first-hand."""
    spoken = Cover((q.cue, q) for q in quotes if q.cue and q.source)
    for cue in _here_words(doc.rules).finditer(doc.text):
        sentence = doc.sentence_at(cue.start())
        if sentence is None or doc.is_quoted(cue.start()):
            continue
        span = Span(*cue.span())
        quote = spoken.narrowest(Span(span.start, span.start + 1))
        if quote is not None and quote[1].source is not None:
            yield Framed(span, span, quote[1].source, "own_interview", CreditRelation.QUOTES)
