"""Whom the words of a quote speak of: a pronoun beside their cue means somebody else ("he said Holm left": not Holm).

Invariant: whom the words are about from their first one may be the speaker ("Holm is troubled by it, he said").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from audit.extract.reading import Document
from audit.extract.sources.names import Name
from audit.extract.sources.speaker_words import speaker_words
from audit.lexicon.word_classes import word_classes
from audit.records import SourceKind, Span

SHORTEST = 5
"""Words of a first piece that is more than the subject of the next one ("Holm, he said, was late")."""
_NEAR = 24  # characters before a name in which "I am" stands
_CLAUSE = re.compile(r"[,;:—–(]\s")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """Full names that a pronoun cannot mean, and those it means only where nobody else spoke just before."""

    others: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()


def spoken_of(doc: Document, pronoun: Span, said: Sequence[Span]) -> SpokenOf:
    """The persons in the pieces of a quote: others than whom the pronoun beside its cue means; in marks, perhaps."""
    subject = len(said) > 1 and len(said[0].of(doc.text).split()) < SHORTEST
    others, doubtful = set[str](), set[str]()
    for number, piece in enumerate(said):
        for name in doc.names_in(piece):
            if name.kind is not SourceKind.PERSON:
                continue
            if doc.is_quoted(name.span.start):
                doubtful |= set() if _is_own(doc, name) else {name.full}
            elif (subject and not number) or name.span.start > pronoun.start or not _opens_clause(doc, name):
                others.add(name.full)
    return SpokenOf(frozenset(others), frozenset(doubtful))


def _is_own(doc: Document, name: Name) -> bool:
    """Whether marked words tell a name as that of whoever speaks ("I am Ada Holm")."""
    before = _WORD.findall(doc.text, max(0, name.span.start - _NEAR), name.span.start)
    return not speaker_words("first_person").isdisjoint(word.casefold() for word in before)


def _opens_clause(doc: Document, name: Name) -> bool:
    """Whether no word but a title or a conjunction stands before a name in its clause."""
    start = (name.role_span or name.span).start
    sentence = doc.sentence_at(start)
    if sentence is None or sentence.start >= start:
        return True
    before = _CLAUSE.split(doc.text[sentence.start : start])[-1]
    return all(word.casefold() in doc.lexicon.room(word_classes).breaks for word in _WORD.findall(before))
