"""Credits of an article: every place that says where something comes from, with its whole path.

Invariant: credits are in the order of their spans; all of one chain carry the same path, each its own hop.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from audit.extract.credits.chains import build_chains
from audit.extract.credits.clauses import Clauses
from audit.extract.credits.covered_words import Scopes
from audit.extract.credits.documents_told import documents_told, journals
from audit.extract.credits.occasions import occasions
from audit.extract.credits.other_sources import (
    agentless,
    bodies,
    circulated,
    media_said,
    numbered_again,
    papers,
    phrases,
    polls,
    statements,
    unnamed_said,
)
from audit.extract.credits.outlet_mention import OutletMention
from audit.extract.credits.outlet_phrases import (
    Chain,
    Framed,
    read_accounts,
    read_namesakes,
    read_tweets,
)
from audit.extract.credits.outlet_roles import read_outlets
from audit.extract.credits.outlets_named import Carriers
from audit.extract.credits.page_credits import link_chains, post_chains, tail_credits
from audit.extract.credits.whose_paper import with_makers
from audit.extract.reading import Document
from audit.ids import name_key
from audit.lexicon.language import Lexicon
from audit.records import Credit, CreditRelation, Quote, Span
from audit.text.patterns import Phrases, phrases_of
from audit.text.spans import Cover, meets_any, merge_spans

_FIRST = re.compile(r"\w+")


def find_credits(doc: Document, quotes: Sequence[Quote], carriers: Carriers | None = None) -> tuple[Credit, ...]:
    """All credits, in the order of the text; `carriers`: the outlets that it names, where they were read.

    A language without a table of credits has none: no phrase of another language is read into it.
    """
    if not doc.lexicon.has("credits"):
        return ()
    carriers = carriers or Carriers(doc)
    posts, tails = list(post_chains(doc, carriers)), list(tail_credits(doc, carriers))
    inside = merge_spans((*(post.span for post, _ in posts), *(f.name for chain in tails for f in chain)))
    found = (f for finder in FINDERS for f in finder.find(doc, carriers) if not meets_any(f.name, inside))
    said = {doc.sentence_at(quote.cue.start) for quote in quotes if quote.cue}
    kept = (
        f
        for f in found
        if f.rule == "whole_story" or (at := doc.sentence_at(f.name.start)) in said or not _is_tip(doc, at)
    )
    framed = list(with_makers(doc, kept))
    clauses = Clauses(doc, quotes, framed)
    told = [*build_chains(doc, quotes, framed, clauses), *((f,) for f in _own_interviews(doc, quotes)), *tails]
    chains = [*told, *(chain for _, chain in posts), *link_chains(doc, carriers, _by_sentence(doc, told))]
    return _in_order(doc, quotes, chains, carriers.all, clauses)


def find_page_credits(doc: Document) -> tuple[Credit, ...]:
    """The credits of links and embedded posts alone: they need no words of a language."""
    carriers = Carriers(doc)
    chains = [*(chain for _, chain in post_chains(doc, carriers)), *link_chains(doc, carriers, {})]
    return _in_order(doc, (), chains, (), Clauses(doc, (), ()))


def _in_order(
    doc: Document, quotes: Sequence[Quote], chains: Sequence[Chain], houses: Iterable[OutletMention], clauses: Clauses
) -> tuple[Credit, ...]:
    scopes = Scopes(doc, quotes, chains, houses, clauses)
    told = ((chain, scopes.of(chain)) for chain in chains)
    kept = ((chain, scope) for chain, scope in told if scope or not doc.sentence_at(chain[0].name.start))
    found = [credit for number, (chain, scope) in enumerate(kept) for credit in _credits(chain, number, scope)]
    return tuple(sorted(found, key=lambda c: (c.span, c.chain, c.hop)))


@dataclass(frozen=True, slots=True)
class Finder:
    """One reader of an article's sentences for phrases of credit; `reads` is an example of what it finds."""

    reads: str
    find: Callable[[Document, Carriers], Iterable[Framed]]


def _of_document(find: Callable[[Document], Iterable[Framed]]) -> Callable[[Document, Carriers], Iterable[Framed]]:
    """A finder that needs no names of outlets."""
    return lambda doc, carriers: find(doc)


FINDERS: Sequence[Finder] = (
    Finder("told CNN; the Times reported; wrote on Telegram", read_outlets),
    Finder("tweeted", read_tweets),
    Finder("the account @harbourwatch posted", _of_document(read_accounts)),
    Finder("South Korean media reported; told state television", _of_document(media_said)),
    Finder("Bloomberg said, where that is a person", read_namesakes),
    Finder("according to police; citing a filing", _of_document(phrases)),
    Finder("the Pentagon announced", _of_document(bodies)),
    Finder("In a statement, the Labor Department said", _of_document(statements)),
    Finder("A report by the World Health Organization found", _of_document(papers)),
    Finder("A draft decree circulated by the ministry foresees", _of_document(circulated)),
    Finder("The plant's shift log shows", documents_told),
    Finder("found in the Orrin Journal of River Science", _of_document(journals)),
    Finder("the paper shows, after Paper 117", _of_document(numbered_again)),
    Finder("a Questa poll shows", _of_document(polls)),
    Finder("Sources close to the club say", _of_document(unnamed_said)),
    Finder("told a press conference; in his video address", _of_document(occasions)),
    Finder("reportedly; there are reports that", _of_document(agentless)),
)
"""In the order in which they are asked. Of two that meet in the text `build_chains` keeps the one that says more."""


def _is_tip(doc: Document, sentence: Span | None) -> bool:
    """Whether a sentence only tells readers where to go: "Read more at", "Join our discussion on Twitter"."""
    first = _FIRST.match(doc.text, *sentence) if sentence else None
    return first is not None and first.group() in doc.lexicon.words("credits", "tips")


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


def _here_words(lexicon: Lexicon) -> Phrases:
    return phrases_of(lexicon.words("credits", "here"))


def _own_interviews(doc: Document, quotes: Sequence[Quote]) -> Iterator[Framed]:
    """The article's own interviews ("told us"): its speaker is credited, first-hand."""
    spoken = Cover((q.cue, q) for q in quotes if q.cue and q.source)
    for cue in doc.find(doc.lexicon.room(_here_words)):
        sentence = doc.sentence_at(cue.start())
        if sentence is None or doc.is_quoted(cue.start()):
            continue
        span = Span(*cue.span())
        quote = spoken.narrowest(Span(span.start, span.start + 1))
        if quote is not None and quote[1].source is not None:
            yield Framed(span, span, quote[1].source, "own_interview", CreditRelation.QUOTES)
