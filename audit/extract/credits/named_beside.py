"""Outlets that a text names in the sentence of a quote or figure and credits in no phrase that is read.

They say nothing alone: tracing draws an arrow where an article of that outlet carries the words.
"""

from __future__ import annotations

from collections.abc import Iterable

from audit.extract.credits.outlet_mention import OutletMention
from audit.extract.credits.outlets_named import Carriers
from audit.extract.reading import Document
from audit.records import Credit, Figure, Quote, Source, SourceKind, Span
from audit.text.spans import meets_any, merge_spans

_HOUSES = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})


def find_named(
    doc: Document, carriers: Carriers, mentions: Iterable[Quote | Figure], credits: Iterable[Credit]
) -> tuple[tuple[Span, Source], ...]:
    """The places of such names and whom they name, in order."""
    if not doc.lexicon.has("credits"):
        return ()
    told = merge_spans(piece for one in mentions for piece in (one.pieces if isinstance(one, Quote) else (one.span,)))
    credited = {(credit.source.name, doc.sentence_at(credit.span.start)) for credit in credits}
    named = ((one, doc.sentence_at(one.span.start)) for one in carriers.all if _may_be_meant(doc, one))
    beside = ((one, at) for one, at in named if at is not None and meets_any(at, told))
    return tuple((one.span, one.source) for one, at in beside if (one.source.name, at) not in credited)


def _may_be_meant(doc: Document, one: OutletMention) -> bool:
    """Whether a name is another house's, and no label of somebody who works there: "CNN host Ada Holm"."""
    if one.own or one.source.kind not in _HOUSES or doc.is_quoted(one.span.start):
        return False
    return not doc.lexicon.pattern("credit_patterns", "works_there").match(doc.text, one.span.end)
