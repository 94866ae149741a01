"""What is said in an article to its quotes.

Invariant: every piece slices back to its words, marks excluded; unknown speakers stay unknown.
"""

from __future__ import annotations

from collections.abc import Sequence

from audit.extract.reading import Document
from audit.extract.romance.attributions import Said
from audit.extract.romance.speakers import Speakers
from audit.records import CARRIERS, Certainty, Quote, QuoteKind, Source


def quotes_of(doc: Document, said: Sequence[Said], speakers: Speakers) -> tuple[Quote, ...]:
    """The quotes, in the order of their first words; what an outlet tells in its own words is a credit alone."""
    found = [_quote(one) for one in said if one.pieces and not _relays(one)]
    return tuple(sorted(found, key=lambda q: (q.pieces[0], q.pieces[-1].end)))


def _relays(one: Said) -> bool:
    source = one.who.source if one.who else None
    return source is not None and source.kind in CARRIERS and not one.marked


def _quote(one: Said) -> Quote:
    who = one.who
    source: Source | None = who.source if who else None
    carried = one.rule in {"carried", "introduced"}
    certainty = None if who is None or source is None else Certainty.RESOLVED if carried else who.certainty
    return Quote(
        QuoteKind.of(one.pieces, one.marked),
        one.pieces,
        one.rule,
        who.span if who and who.span != one.cue else None,
        one.cue,
        source,
        who.anonymity if who else None,
        certainty=certainty,
        title=who.title if who else None,
    )
