"""Quotes of an article: who said what, in marks or not.

Invariant: every piece slices back to its words, marks excluded; unknown speakers stay unknown.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from audit.extract.contents import Said, read_attributions, read_signed
from audit.extract.document import Document
from audit.extract.german import read_german
from audit.extract.lines import MARKED, Line, read_line
from audit.extract.speakers import Speakers
from audit.records import CARRIERS, Quote, QuoteKind, SourceKind, Span


LONGEST_LINE = 400
"""Items of a sentence that are read together; what is longer is no sentence, and is read in parts of this length."""


@dataclass(slots=True)
class _Draft:
    """A quote in the making; `sentence` counts the sentences of the article."""

    pieces: list[Span]
    rule: str
    cue: Span | None
    speaker: Span | None
    sentence: int
    open_end: bool = False


def find_quotes(doc: Document) -> tuple[Quote, ...]:
    """All quotes, in the order of their first words. Linear in the length of the text."""
    drafts = list(_read_drafts(doc))
    speakers = Speakers(doc)
    found = _without_relays([_finish(doc, draft, speakers) for draft in drafts if draft.pieces])
    return tuple(sorted(found, key=lambda q: (q.pieces[0], q.pieces[-1].end)))


def _lines(doc: Document) -> Iterator[Line]:
    """Each sentence with the marked stretches inside it."""
    starts = [q.start for q in doc.quoted]
    for sentence in doc.sentences:
        low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        yield from read_line(doc.text, sentence, doc.quoted[low:high], doc.language).cut(LONGEST_LINE)


def _read_drafts(doc: Document) -> Iterator[_Draft]:
    last: _Draft | None = None
    ahead: _Draft | None = None  # a cue whose words stand in the next paragraph
    paragraph: Span | None = None
    for number, line in enumerate(_lines(doc)):
        here = doc.paragraph_at(line.span.start)
        fresh = here != paragraph
        paragraph = here
        found = [_draft(line, said, number) for said in _attributions(doc, line)]
        waiting = [d for d in found if not d.pieces]
        found = [d for d in found if d.pieces]
        if not found and _only_marked(line):
            piece = [Span(line.start[i], line.end[i]) for i, w in enumerate(line.low) if w is MARKED]
            if ahead is not None:
                ahead.pieces += piece
                ahead.sentence = number
                yield ahead
                last = ahead
            elif last is not None and last.sentence >= number - 1 and not fresh:
                last.pieces += piece
                last.sentence = number
            elif last is not None and last.sentence == number - 1:
                last = _Draft(piece, "carried", None, last.speaker, number)
                yield last
            else:
                yield _Draft(piece, "unattributed", None, None, number)
                last = None
            ahead = None
            continue
        yield from found
        marked = [d for d in found if _has_marked(line, d)]
        last = marked[-1] if marked else None
        ahead = waiting[-1] if waiting else None


def _attributions(doc: Document, line: Line) -> list[Said]:
    """The attributions of a line; in an embedded post only a signed quotation, for its words are the poster's."""
    signed = read_signed(line)
    if signed or doc.is_embedded(line.span.start):
        return [signed] if signed else []
    return read_german(line) if doc.language == "de" else read_attributions(line)


def _has_marked(line: Line, draft: _Draft) -> bool:
    marked = {line.start[i] for i, w in enumerate(line.low) if w is MARKED}
    return any(p.start in marked for p in draft.pieces)


def _only_marked(line: Line) -> bool:
    """Whether a sentence is nothing but marked words and stops."""
    return MARKED in line.low and all(w is MARKED or not w[0].isalnum() for w in line.low)


def _draft(line: Line, said: Said, number: int) -> _Draft:
    pieces = [piece for first, stop in said.content for piece in _split(line, first, stop)]
    speaker = line.of(*said.speaker) if said.speaker else None
    return _Draft(pieces, said.rule, line.of(*said.cue) if said.cue[0] < said.cue[1] else None, speaker, number)


def _split(line: Line, first: int, stop: int) -> Iterator[Span]:
    """The pieces of an item range: marked stretches apart from the words around them."""
    begin: int | None = None
    for i in range(first, stop):
        if line.low[i] is MARKED:
            if begin is not None:
                yield line.of(begin, i)
            yield Span(line.start[i], line.end[i])
            begin = None
        elif begin is None:
            begin = i
    if begin is not None:
        yield line.of(begin, stop)


def _finish(doc: Document, draft: _Draft, speakers: Speakers) -> Quote:
    pieces = tuple(p for p in draft.pieces if _says_something(doc, p, len(draft.pieces)))
    quote = Quote(_kind(doc, pieces), pieces or tuple(draft.pieces), draft.rule, draft.speaker, draft.cue)
    source, anonymity = speakers.resolve(draft.speaker, draft.cue.start if draft.cue else draft.pieces[0].start)
    return replace(quote, source=source, anonymity=anonymity)


def _without_relays(quotes: list[Quote]) -> list[Quote]:
    """Leaves out what an outlet says that somebody said: the inner speaker's words are the quote, the outlet a credit."""
    cues = sorted(q.cue.start for q in quotes if q.cue and q.source and not _is_relay(q))
    return [q for q in quotes if not (_is_relay(q) and any(_cue_inside(cues, piece) for piece in q.pieces))]


def _is_relay(quote: Quote) -> bool:
    source = quote.source
    return source is not None and (
        source.kind in CARRIERS or (source.kind is SourceKind.VAGUE and quote.rule == "according-last")
    )


def _cue_inside(cues: list[int], piece: Span) -> bool:
    at = bisect_left(cues, piece.start)
    return at < len(cues) and cues[at] < piece.end


def _says_something(doc: Document, piece: Span, pieces: int) -> bool:
    """Whether a piece holds a word; outside marks a single small one beside others says nothing."""
    words = piece.of(doc.text)
    if not any(c.isalnum() for c in words):
        return False
    return pieces == 1 or doc.is_quoted(piece.start) or " " in words or len(words) > 4


def _kind(doc: Document, pieces: tuple[Span, ...]) -> QuoteKind:
    inside = sum(p.end - p.start for p in pieces if doc.is_quoted(p.start))
    total = sum(p.end - p.start for p in pieces)
    if not inside:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if inside >= 0.9 * total else QuoteKind.MIXED
