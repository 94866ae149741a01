"""The shares of a poll that is told on: those behind a sentence that credits one poll are its too.

Invariant: a sentence that credits anybody else, lets somebody speak or tells of other polls ends it; so does a
paragraph that opens without a share.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.extract.figures.lexicon import GRAMMAR
from audit.extract.reading import Document
from audit.lexicon.language import Lexicon
from audit.records import UNNAMED, Credit, Figure, Quote, Source, SourceKind, Span
from audit.text.spans import Cover
from audit.text.tokens import Tokens

_NO_POLL = UNNAMED | {SourceKind.PERSON, SourceKind.PLATFORM, SourceKind.OCCASION, SourceKind.ACCOUNT}


def tell_on(
    doc: Document, figures: Sequence[Figure], quotes: Sequence[Quote], credits: Sequence[Credit]
) -> tuple[Figure, ...]:
    """Figures in the order of the text to the same, shares that a poll before them asserts with it as their source."""
    if doc.lexicon.words("cues", "polls").isdisjoint(doc.vocabulary):
        return tuple(figures)
    sources = dict(_told_on(doc, figures, quotes, credits))
    return tuple(replace(f, source=sources[f.span]) if f.span in sources else f for f in figures)


def _told_on(
    doc: Document, figures: Sequence[Figure], quotes: Sequence[Quote], credits: Sequence[Credit]
) -> Iterator[tuple[Span, Source]]:
    """The spans of shares that a poll before them asserts, with it."""
    said = Cover((piece, quote) for quote in quotes for piece in quote.pieces)
    credited = Cover((credit.span, credit) for credit in credits)
    starts = [figure.span.start for figure in figures]
    poll: Source | None = None
    paragraph: Span | None = None
    for sentence, tokens in zip(doc.sentences, doc.tokens, strict=True):
        own = figures[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        shares = [figure for figure in own if _is_share(figure)]
        opens = doc.paragraph_at(sentence.start) != paragraph
        paragraph = doc.paragraph_at(sentence.start)
        heard = said.meeting(sentence)
        if _tells_of_polls(tokens, doc.lexicon):
            poll = _its_source(tokens, doc.lexicon, shares, heard)
        elif poll and ((opens and not shares) or credited.meeting(sentence) or any(map(_speaks, heard))):
            poll = None
        elif poll:
            yield from ((f.span, poll) for f in shares if not (f.source or said.narrowest(f.span)))


def _is_share(figure: Figure) -> bool:
    """ "5 percent", "half" """
    return figure.unit in GRAMMAR["percent unit"] or (figure.unit is None and 0 < figure.high < 1)


def _speaks(quote: Quote) -> bool:
    return bool(quote.source or quote.sources)


def _tells_of_polls(tokens: Tokens, lexicon: Lexicon) -> bool:
    return not (lexicon.words("cues", "polls") | lexicon.words("cues", "polling")).isdisjoint(tokens.lows)


def _its_source(tokens: Tokens, lexicon: Lexicon, shares: Sequence[Figure], heard: Sequence[Quote]) -> Source | None:
    """Who gives the shares of the one poll that a sentence tells of; None where nobody with a name does, where it tells
    of several, or only in somebody's words."""
    reported = [piece for quote in heard if quote.source for piece in quote.pieces]
    polls = [k for k, low in enumerate(tokens.lows) if low in lexicon.words("cues", "polls")]
    polls = [k for k in polls if not any(p.start <= tokens.starts[k] < p.end for p in reported)]
    told = [f.source for f in shares if f.source] or [quote.source for quote in heard if quote.source]
    asserting = {source.name: source for source in told}
    if not polls or len(asserting) != 1 or not all(_is_one(tokens, lexicon, k) for k in polls):
        return None
    [source] = asserting.values()
    named = not source.name.islower() or not lexicon.words("cues", "polls").isdisjoint(source.name.split())
    return source if named and source.kind not in _NO_POLL else None


def _is_one(tokens: Tokens, lexicon: Lexicon, k: int) -> bool:
    """Whether a token names one poll, or those of one day: "exit polls"."""
    one = tokens.lows[k] in lexicon.words("cues", "one_poll")
    return one or tokens.low[k - 1] in lexicon.words("cues", "polls_as_one")
