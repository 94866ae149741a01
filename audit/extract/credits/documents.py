"""The document behind an outlet: what it has seen ("a letter seen by the Guardian") or reports to show something."""

from __future__ import annotations

import re

from audit.extract.credits.outlet_phrases import Framed
from audit.extract.reading import Document
from audit.extract.sources.unnamed import phrase_start
from audit.lexicon.language import Lexicon
from audit.records import CreditRelation, Source, SourceKind, Span
from audit.text.patterns import alternatives

_REACH = 80  # characters before a phrase in which its document stands


def first_hand(span: Span, source: Source, rule: str) -> Framed:
    """A source that tells for itself."""
    shown = source.kind in {SourceKind.VAGUE, SourceKind.DOCUMENT}
    return Framed(span, span, source, rule, CreditRelation.RELAYS if shown else CreditRelation.QUOTES)


def _document(doc: Document, span: Span, rule: str) -> Framed:
    name = span.of(doc.text)
    return first_hand(span, Source(name, SourceKind.DOCUMENT, (name,)), rule)


def _shown_words(lexicon: Lexicon) -> re.Pattern[str]:
    nouns, shows = lexicon.words("credits", "document_nouns"), lexicon.words("credits", "document_nouns", "shows")
    that = lexicon.pattern("credit_patterns", "documents_that").pattern
    return re.compile(rf"{that}((?:[\w'’-]+\s+){{0,6}}?(?:{alternatives(nouns)}))\s+(?:{alternatives(shows)})\b")


def shown(doc: Document, sentence: Span, last: Framed) -> Framed | None:
    """The document in "Forbes reported that intercepted communications reveal"."""
    found = doc.lexicon.room(_shown_words).match(doc.text, last.span.end, sentence.end)
    return _document(doc, Span(*found.span(1)), "shown") if found else None


def _noun_before(lexicon: Lexicon) -> re.Pattern[str]:
    """A noun of documents at the end of a stretch, with the words that lead from it to "seen by"."""
    spoken = lexicon.words("credits", "in_hand", "spoken")  # a statement shared with CNN is its speaker's word
    held = lexicon.words("credits", "document_nouns").difference(spoken)
    nouns = [form for w in held for form in (w, w[0].upper() + w[1:])]
    leading = alternatives(lexicon.words("credits", "seen_after"))
    return re.compile(rf"(?<![\w-])({alternatives(nouns)})(?:,|,? (?:{leading}))?\s$")


def in_hand(doc: Document, sentence: Span, last: Framed) -> Framed | None:
    """The document in "The letter, seen by the Guardian": it stands right before the phrase."""
    phrase = last.span.of(doc.text)
    if not phrase.startswith(tuple(doc.lexicon.words("credits", "in_hand"))):
        return None
    noun = doc.lexicon.room(_noun_before).search(
        doc.text, max(sentence.start, last.span.start - _REACH), last.span.start
    )
    if noun is None or doc.is_quoted(noun.start()):
        return None
    start = phrase_start(doc.text, noun.start(1), sentence.start, doc.rules)
    return _document(doc, Span(start, noun.end(1)), "in_hand")
