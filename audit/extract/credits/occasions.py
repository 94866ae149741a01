"""Occasions: where words were spoken to everybody ("told a press conference", "in his nightly video address").

An occasion is a credit of its own kind and nobody's source: it says where to look for a record, and that no outlet
stands between. Read only where somebody says something in the sentence: a rally that is planned credits nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.extract.credits.outlet_phrases import Framed, says_something
from audit.extract.reading import Document
from audit.lexicon.language import Lexicon
from audit.records import CreditRelation, Source, SourceKind, Span
from audit.text.patterns import Phrases, alternatives, phrases_of, whole_words

_NEXT = re.compile(r" ([\w’'-]+)")
_CLOSED = ("pronouns", "determiners", "breaks", "prepositions", "times", "openers")
NEAR = 40  # characters beside an occasion in which somebody says something


def occasions(doc: Document) -> Iterator[Framed]:
    """Every occasion that a sentence says its words were spoken at."""
    for found in doc.find(doc.lexicon.room(_occasion)):
        sentence = doc.sentence_at(found.start())
        if sentence is None or doc.is_quoted(found.start()) or not _spoken_there(doc, sentence, found):
            continue
        name = Span(*found.span("name"))
        source = Source(name.of(doc.text), SourceKind.OCCASION, (name.of(doc.text),))
        yield Framed(Span(*found.span()), name, source, "occasion", CreditRelation.QUOTES)


def _spoken_there(doc: Document, sentence: Span, found: re.Match[str]) -> bool:
    """Whether somebody says something at the occasion: it is told to, opens the sentence, or stands by a verb."""
    told = found["lead"] in doc.lexicon.room(_told)
    if told or found["body"]:
        return told and (not found["body"] or _is_whole(doc, found.end()))
    near = Span(max(sentence.start, found.start() - NEAR), min(sentence.end, found.end() + NEAR))
    opens = not any(c.isalnum() for c in doc.text[sentence.start : found.start()])
    return says_something(doc, sentence if opens else near)


def _is_whole(doc: Document, end: int) -> bool:
    """Whether a name ends at a place: not "the council chairman"."""
    after = _NEXT.match(doc.text, end)
    return after is None or after[1].casefold() in doc.lexicon.room(_small)


def _small(lexicon: Lexicon) -> frozenset[str]:
    """Words that no name goes on with."""
    return frozenset().union(*(lexicon.words("closed_classes", one) for one in _CLOSED))


def _occasion(lexicon: Lexicon) -> Phrases:
    """A word that leads in, an article or whose it was, up to four words that say which, and the noun."""
    lead = whole_words({*lexicon.room(_told), *_with_capitals(lexicon.words("credits", "occasion", "at"))})
    nouns, spoken, bodies = (lexicon.words("credits", "occasion", part) for part in ("words", "spoken", "bodies"))
    capital = frozenset(_with_capitals(bodies))
    topic = alternatives(lexicon.words("credits", "occasion", "topic"))
    small = alternatives(lexicon.words("credits", "occasion", "not_inside"))
    which = rf"(?:(?!(?:{small})\b)[\w’'-]+ )"
    determiner = lexicon.pattern("credit_patterns", "occasion_before").pattern
    body = rf"{which}{{0,4}}?(?P<body>{alternatives(capital)})(?![’'])"
    name = rf"(?P<name>{which}{{0,4}}?(?:{alternatives(nouns)})|{which}{{1,4}}?(?:{alternatives(spoken)})|{body})"
    return phrases_of(nouns | spoken | capital, rf"(?P<lead>{lead}) {determiner}{name}\b(?!-| (?:{topic})\b)")


def _told(lexicon: Lexicon) -> frozenset[str]:
    """The words that lead in those to whom something is told, as they are printed."""
    return frozenset(_with_capitals(lexicon.words("credits", "occasion", "told")))


def _with_capitals(words: frozenset[str]) -> list[str]:
    return [form for word in words for form in (word, word[0].upper() + word[1:])]
