"""What is denied, asked or supposed is nobody's word: credits and paraphrases that their own sentence takes back.

Invariant: words in quotation marks are never dropped here; somebody said them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from audit.extract.reading import Document
from audit.lexicon.language import Lexicon
from audit.records import CARRIERS, Credit, CreditRelation, Quote, QuoteKind, Span

REACH = 120  # characters before a name in which a denial may stand
_BLANKS = re.compile(r"[\s,]*")
KEPT = frozenset({CreditRelation.LINKS, CreditRelation.EMBEDS, CreditRelation.CONTRIBUTED_BY})


def without_denied(
    doc: Document, quotes: Iterable[Quote], credits: Iterable[Credit]
) -> tuple[tuple[Quote, ...], tuple[Credit, ...]]:
    """Quotes and credits that stand. A chain goes with its first denied credit."""
    if not doc.lexicon.has("denials"):
        return tuple(quotes), tuple(credits)
    found = tuple(credits)
    passed_on = (c for c in found if c.relation not in KEPT and c.source.kind in CARRIERS)
    denied = {c.chain for c in passed_on if _denied(doc, c.span) or _supposed(doc, c.span)}
    kept = tuple(q for q in quotes if q.kind is not QuoteKind.INDIRECT or not _unsaid(doc, q))
    return kept, tuple(c for c in found if c.chain not in denied)


def _unsaid(doc: Document, quote: Quote) -> bool:
    place = quote.speaker or quote.cue
    if place is None:
        return False
    carried = quote.source is not None and quote.source.kind in CARRIERS
    said = Span(place.start, max(place.end, quote.cue.start if quote.cue else 0))  # from the name to its verb
    return _supposed(doc, place) or (carried and _denied(doc, said))


def _denied(doc: Document, place: Span) -> bool:
    sentence = doc.sentence_at(place.start)
    if sentence is None:
        return False
    before = doc.text[max(sentence.start, place.start - REACH) : place.start]
    clause = doc.lexicon.pattern("credit_patterns", "clause_turn").split(before)[-1]
    words = doc.lexicon.room(_denials)
    behind = _BLANKS.match(doc.text, place.end)
    return bool(
        _ends_with(clause, words.before, doc.lexicon.words("closed_classes", "articles"))
        or (doc.lexicon.pattern("credit_patterns", "as_before").search(clause) and words.rejected.search(clause))
        or words.between.search(doc.text, place.start, place.end)
        or (behind and words.between.match(doc.text, behind.end(), sentence.end))
    )


def _supposed(doc: Document, place: Span) -> bool:
    sentence = doc.sentence_at(place.start)
    if sentence is None:
        return False
    opening = doc.lexicon.room(_denials).supposed.match(doc.text, sentence.start, place.start)
    return opening is not None and "," not in doc.text[opening.end() : place.start]


def _ends_with(clause: str, words: re.Pattern[str], articles: frozenset[str]) -> bool:
    """Whether one of the words stands right before the name, or an article alone between them."""
    found = list(words.finditer(clause))
    if not found:
        return False
    between = clause[found[-1].end() :].strip()
    return not between or between in articles


@dataclass(frozen=True, slots=True)
class _Denials:
    """Words that take back what stands beside them, by where they stand."""

    before: re.Pattern[str]
    rejected: re.Pattern[str]
    between: re.Pattern[str]
    supposed: re.Pattern[str]


def _denials(lexicon: Lexicon) -> _Denials:
    return _Denials(**{field.name: _any_of(lexicon.rows("denials", field.name)) for field in fields(_Denials)})


def _any_of(entries: Iterable[dict[str, Any]]) -> re.Pattern[str]:
    words = [w for entry in entries for w in entry["words"]]
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})\b", re.IGNORECASE)
