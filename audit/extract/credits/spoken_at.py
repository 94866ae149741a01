"""Where words were spoken, as a ground on which a source is quoted ("said at a hearing")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from audit.extract.reading import Document
from audit.records import Credit, Quote, SourceKind, Span


def with_occasions(doc: Document, quotes: Sequence[Quote], credits: Sequence[Credit]) -> tuple[Quote, ...]:
    """The quotes, each with the occasion that the sentence of its cue names among its grounds; else as they came."""
    spans = sorted(credit.span for credit in credits if credit.source.kind is SourceKind.OCCASION)
    return tuple(_with_occasion(doc, quote, spans) for quote in quotes) if spans else tuple(quotes)


def _with_occasion(doc: Document, quote: Quote, spans: Sequence[Span]) -> Quote:
    if quote.cue is None or quote.source is None:
        return quote
    sentence = doc.sentence_at(quote.cue.start)
    at = bisect_left(spans, sentence.start, key=lambda span: span.start) if sentence else len(spans)
    if sentence is None or at >= len(spans) or spans[at].start >= sentence.end:
        return quote
    grounds = (spans[at].of(doc.text), quote.justification)
    return replace(quote, justification="; ".join(ground for ground in grounds if ground))
