"""Documents that tell something as the subject of a verb: "The plant's shift log puts the loss at 9,000 litres".

Invariant: the words before the noun tell which document it is, by a name, an owner, a year or that it was not meant to
be read; "a report" or "the letter" alone is nobody's here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.extract.credits.outlet_phrases import Framed
from audit.extract.credits.outlets_named import OFTEN_SMALL, Carriers
from audit.extract.reading import Document
from audit.extract.sources.unnamed import function_words, phrase_start
from audit.lexicon.counts import small_share
from audit.lexicon.language import Lexicon
from audit.records import CreditRelation, Source, SourceKind, Span
from audit.text.patterns import Phrases, alternatives, phrases_of, whole_words

_WORD = re.compile(r"[\w’'.-]+")
_PARTS = ("document_more", "document_when", "document_gives", "role_speaks_of")
_LONGEST = 90  # characters before a noun in which its phrase begins


def documents_told(doc: Document, carriers: Carriers) -> Iterator[Framed]:
    """Each document that opens its clause, is told which it is, and says, shows or lists something."""
    for found in doc.find(doc.lexicon.room(_telling)):
        sentence = doc.sentence_at(found.start())
        if sentence is None or found.end() > sentence.end or doc.is_quoted(found.start()):
            continue
        name = _phrase(doc, found, sentence)
        if name is None or _is_outlets(doc, carriers, name, found):
            continue
        end = name.end if found["aside"] else found.end()
        yield Framed(Span(name.start, end), name, _source(doc, carriers, name, found), "papers", CreditRelation.RELAYS)


def _is_outlets(doc: Document, carriers: Carriers, name: Span, found: re.Match[str]) -> bool:
    """Whether a document is an outlet's, and read as its own: "a Courier report", "a study by the Courier"."""
    made = doc.lexicon.pattern("credit_patterns", "document_made_by").match(doc.text, *found.span("extent"))
    by = {carrier.span.end for carrier in carriers.within(Span(made.start(), made.end()))} if made else set[int]()
    return bool(by or carriers.within(Span(name.start, found.end("noun"))))


def journals(doc: Document) -> Iterator[Framed]:
    """Learned journals in which somebody found something: "a team found in the Orrin Journal of River Science"."""
    shape, before = (doc.lexicon.pattern("credit_patterns", name) for name in ("journal_of", "found_in"))
    for name in doc.names:
        if not shape.search(name.surface) or doc.is_quoted(name.span.start) or not doc.sentence_at(name.span.start):
            continue
        found = before.search(doc.text, max(0, name.span.start - _LONGEST), name.span.start)
        if found is not None:
            source = Source(name.full, SourceKind.DOCUMENT, (name.surface,))
            yield Framed(Span(found.start(), name.span.end), name.span, source, "papers", CreditRelation.RELAYS)


def _source(doc: Document, carriers: Carriers, name: Span, found: re.Match[str]) -> Source:
    """The document by its words; of a house that is held, that house."""
    words = name.of(doc.text)
    made = doc.lexicon.pattern("credit_patterns", "document_made_by").match(doc.text, *found.span("extent"))
    maker = carriers.held_as(doc.text[made.start("maker") : found.end("extent")]) if made else None
    if maker is not None:
        return Source(maker.name, maker.kind, (words,))
    article = doc.lexicon.pattern("credit_patterns", "article_before").match(words)
    small = article or (found.start("noun") == name.start and small_share(words.split()[0].casefold()) > OFTEN_SMALL)
    return Source(words[0].lower() + words[1:] if small else words, SourceKind.DOCUMENT, (words,))


def _telling(lexicon: Lexicon) -> Phrases:
    """A document's noun with what tells more of it, and its verb."""
    nouns = lexicon.words("credits", "told_documents")
    more, when, gives, of = (lexicon.pattern("credit_patterns", name).pattern for name in _PARTS)
    verbs = alternatives(lexicon.words("credits", "told_documents", "verbs"))
    forms = [form for noun in nouns for form in (noun, noun[0].upper() + noun[1:])]
    told = rf"(?P<noun>{whole_words(forms)})(?![\w-]){more}{when} (?:{of}|{gives}|(?:{verbs})(?![\w-]))"
    return phrases_of(forms, told)


def _phrase(doc: Document, found: re.Match[str], sentence: Span) -> Span | None:
    """The phrase of a document, from its first word to what tells more of it; None where it is no subject."""
    start = phrase_start(doc.text, found.start(), sentence.start, doc.rules)
    before = doc.lexicon.pattern("credit_patterns", "holder_before")
    holder = before.search(doc.text, max(sentence.start, start - _LONGEST), start)
    if holder and holder["holder"] not in doc.lexicon.words("credits", "holders"):
        holder = None
    opens = doc.lexicon.pattern("credit_patterns", "document_opens")
    head = holder.start() if holder else start
    if not opens.fullmatch(doc.text, sentence.start, head):
        return None
    name = Span(
        _first(doc, Span(start, found.start()), head), found.end("extent") if found["extent"] else found.end("noun")
    )
    return name if _tells_which(doc, name, found) else None


def _first(doc: Document, before: Span, head: int) -> int:
    """Where the name of a document begins: at a name before its noun, else behind the small words of its phrase."""
    named = next((one.span.start for one in doc.names_in(before) if one.span.start >= before.start), before.end)
    words = list(_WORD.finditer(doc.text, before.start, named))
    small = function_words(doc.rules)
    kept = [word.start() for word in words if word.group().casefold() not in small]
    times = doc.lexicon.words("closed_classes", "times")
    owned = any("’" in one or "'" in one for one in (w.group() for w in words) if one[:-2].casefold() not in times)
    return kept[0] if kept and (owned or named == before.end) else named


def _tells_which(doc: Document, name: Span, found: re.Match[str]) -> bool:
    """Whether words tell which document is meant."""
    words = name.of(doc.text)
    which = doc.lexicon.pattern("credit_patterns", "document_which").search(words)
    made = doc.lexicon.pattern("credit_patterns", "document_made_by").match(doc.text, *found.span("extent"))
    spoken = found["noun"].casefold() in doc.lexicon.words("credits", "in_hand", "spoken")  # its body's own word
    return bool(which or (made and not spoken)) or any(name.holds(one.span) for one in doc.names_in(name))
