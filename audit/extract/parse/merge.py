"""Rule quotes and what a parse adds to them.

Invariant: every quote of the rules is there afterwards, word for word; one without a speaker may have gained one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from audit.extract.parse.parser import Parser
from audit.extract.parse.said import Found, find_said, reporting
from audit.extract.parse.tree import Tree
from audit.extract.parse.who import who_says_at
from audit.extract.quotes.scare_quotes import names_thing
from audit.extract.reading import Document
from audit.extract.sources.resolve import Speakers
from audit.records import Quote, QuoteKind, Span

LONGEST = 1500
"""Characters of the longest sentence that is parsed; what is longer is no prose, and would cost memory."""

_WORD = re.compile(r"[^\W\d_]+")


class _Read:
    """The stretches that the rules have read, asked for in logarithmic time."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [s.start for s in ordered]
        self._ends: list[int] = []
        for span in ordered:
            self._ends.append(max(span.end, self._ends[-1] if self._ends else 0))

    def meets(self, span: Span) -> bool:
        """Whether any of them shares a character with the span."""
        at = bisect_left(self._starts, span.end)
        return at > 0 and self._ends[at - 1] > span.start


def read_more(doc: Document, quotes: Sequence[Quote], parser: Parser) -> tuple[Quote, ...]:
    """The quotes with blank speakers filled in, and those that no rule has found, in the order of the text."""
    if doc.language != "en":
        return tuple(quotes)
    cues, blanks, open_marks = _Read(q.cue for q in quotes if q.cue), _blank_cues(quotes), _open_marks(doc, quotes)
    wanted = [s for s in _candidates(doc) if _inside(blanks, s) or _inside(open_marks, s) or _open_verb(doc, s, cues)]
    found: list[Found] = []
    named: dict[Span, Span] = {}
    for tree in _trees(doc, wanted, parser):
        found += find_said(tree, _inside(open_marks, tree.sentence))
        named |= {cue: who for cue in _inside(blanks, tree.sentence) if (who := who_says_at(tree, cue))}
    read = sorted(p for q in quotes for p in q.pieces)
    fresh = [f for f in found if not cues.meets(f.cue) and not _is_read(f, read)]
    return _merged(doc, quotes, fresh, named)


def _blank_cues(quotes: Sequence[Quote]) -> list[Span]:
    """The cues of quotes that have no source."""
    return sorted(q.cue for q in quotes if q.cue and q.source is None)


def _open_marks(doc: Document, quotes: Sequence[Quote]) -> list[Span]:
    """The marked stretches that are no name of a thing and that no rule has read."""
    words = _Read(p for q in quotes for p in q.pieces)
    return [m for m in doc.quoted if not words.meets(m) and not names_thing(doc.text, m, doc.lexicon)]


def _trees(doc: Document, sentences: Sequence[Span], parser: Parser) -> Iterator[Tree]:
    """The parsed sentences, in order."""
    parsed = parser.parse([s.of(doc.text) for s in sentences])
    for sentence, tokens in zip(sentences, parsed, strict=True):
        yield Tree(doc.text, sentence, tokens, doc.lexicon, _inside(doc.quoted, sentence))


def _is_read(found: Found, read: Sequence[Span]) -> bool:
    """Whether most of its words are somebody's already; what only holds a short quote of a rule is more than that."""
    total = sum(p.end - p.start for p in found.pieces)
    shared = sum(_shared(p, r) for p in found.pieces for r in _inside(read, Span(p.start - LONGEST, p.end)))
    return 2 * shared > total


def _candidates(doc: Document) -> Iterator[Span]:
    """Sentences of the article's own; an embedded post is the poster's."""
    return (s for s in doc.sentences if s.end - s.start <= LONGEST and not doc.is_embedded(s.start))


def _inside(spans: Sequence[Span], sentence: Span) -> Sequence[Span]:
    return spans[bisect_left(spans, (sentence.start, 0)) : bisect_left(spans, (sentence.end, 0))]


def _open_verb(doc: Document, sentence: Span, cues: _Read) -> bool:
    """Whether a word that may report stands outside marks and is no cue of a rule."""
    for word in _WORD.finditer(doc.text, *sentence):
        if any(
            doc.text.startswith(tail, word.end()) for tail in doc.lexicon.room(reporting).get(word.group().lower(), ())
        ):
            span = Span(*word.span())
            if not cues.meets(span) and not doc.is_quoted(span.start):
                return True
    return False


def _merged(
    doc: Document, quotes: Sequence[Quote], fresh: Sequence[Found], named: dict[Span, Span]
) -> tuple[Quote, ...]:
    """All quotes resolved in the order of their cues, so that "he" means whoever spoke last."""
    speakers = Speakers(doc)
    merged: list[Quote] = []
    for item in sorted(chain[Quote | Found](quotes, fresh), key=_place):
        if isinstance(item, Found):
            merged += _quote(doc, item, speakers)
        elif item.source is None and item.cue in named:
            merged.append(_named(item, named[item.cue], speakers))
        else:
            speakers.resolve(item.speaker, _place(item))
            merged.append(item)
    return tuple(sorted(merged, key=lambda q: (q.pieces[0], q.pieces[-1].end)))


def _place(item: Quote | Found) -> int:
    return item.cue.start if item.cue else item.pieces[0].start


def _named(quote: Quote, speaker: Span, speakers: Speakers) -> Quote:
    """A quote whose source is blank, with the speaker that the parse shows, where that names somebody."""
    source, anonymity = speakers.resolve(speaker, _place(quote))
    if source is None and quote.speaker is not None:
        return quote
    return replace(quote, speaker=speaker, source=source, anonymity=anonymity)


def _quote(doc: Document, found: Found, speakers: Speakers) -> Iterator[Quote]:
    """The quote; none of a thing that only threatens or shows something, for nothing but a clause makes it speak."""
    source, anonymity = speakers.resolve(found.speaker, found.cue.start)
    if source is not None or found.rule == "nlp-clause":
        yield Quote(_kind(doc, found.pieces), found.pieces, found.rule, found.speaker, found.cue, source, anonymity)


def _kind(doc: Document, pieces: Sequence[Span]) -> QuoteKind:
    total = sum(p.end - p.start for p in pieces)
    inside = sum(_shared(p, m) for p in pieces for m in _around(doc, p))
    if not inside:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if inside >= 0.9 * total else QuoteKind.MIXED


def _around(doc: Document, piece: Span) -> Sequence[Span]:
    """The marked stretches that may meet a piece."""
    first = bisect_left(doc.quoted, (piece.start, 0))
    return doc.quoted[max(0, first - 1) : bisect_left(doc.quoted, (piece.end, 0))]


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))
