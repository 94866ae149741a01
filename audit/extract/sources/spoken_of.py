"""Whom the words of a quote speak of: a pronoun beside their cue means somebody else ("he said Holm left": not Holm).

Invariant: whom the words are about from their first one may be the speaker ("Holm is troubled by it, he said").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from operator import itemgetter

from audit.extract.reading import Document
from audit.extract.sources.names import Name
from audit.extract.sources.offices import person_heads
from audit.extract.sources.speaker_words import speaker_words
from audit.extract.sources.told_sex import sexes_of_pronouns
from audit.lexicon import load_rules
from audit.lexicon.word_classes import word_classes
from audit.records import SourceKind, Span

LONGEST_OFFICE = 4
"""Words of an office in the words of a quote, its article included."""
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
    holders: frozenset[str] = frozenset()
    """Whose office the words name: the pronoun means another, whoever that is."""
    opens: bool = False
    """Whether words of the quote stand before the pronoun."""
    came: frozenset[str] = frozenset()
    """Whose office alone the sentence before names: it may be one of them, or who spoke before; "" is nobody named."""


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
    return SpokenOf(frozenset(others), frozenset(doubtful), opens=bool(said) and said[0].start < pronoun.start)


def offices_in(doc: Document, piece: Span) -> Iterator[str]:
    """The offices that words outside marks name with "the" before them, where nobody is told to hold them there."""
    if doc.is_quoted(piece.start):
        return
    words = list(_WORD.finditer(doc.text, *piece))
    low = [word.group().casefold() for word in words]
    for i, word in enumerate(low):
        before = range(i - 1, max(-1, i - LONGEST_OFFICE), -1) if word in _offices() else ()
        lead = next((j for j in before if low[j] in speaker_words("nearest")), None)
        if lead is not None and not (lead and low[lead - 1] in _holding(doc)):
            yield doc.text[words[lead].start() : words[i].end()]


def subject_of(doc: Document, scene: Span) -> str | None:
    """Whom a sentence is about from its first word, by what somebody is alone ("A lieutenant answered the phone.")."""
    found = list(islice(_WORD.finditer(doc.text, *scene), LONGEST_OFFICE))
    words = [word.group() for word in found]
    led = words[0].casefold() in speaker_words("definite") | speaker_words("introducing") if words else False
    stop = next((i for i, word in enumerate(words) if i and (not word.islower() or word in person_heads())), 0)
    told = led and words[stop] in person_heads() and doc.text[found[stop].end() : found[stop].end() + 1] == " "
    return doc.text[found[0].start() : found[stop].end()] if told and not doc.is_quoted(scene.start) else None


def scene_before(doc: Document, at: int) -> Span | None:
    """The sentence before the one at a place, where it names no person and has no "he" or "she"; else None."""
    i = bisect_left(doc.sentences, at, key=itemgetter(1)) - 1
    scene = doc.sentences[i] if i >= 0 else None
    if scene is None or any(name.kind is SourceKind.PERSON for name in doc.names_in(scene)):
        return None
    words = {word.casefold() for word in _WORD.findall(doc.text, *scene)}
    return scene if words.isdisjoint(doc.lexicon.room(sexes_of_pronouns)) else None


def _holding(doc: Document) -> frozenset[str]:
    """Words before an office that its holder has ("was the mayor", "as the mayor")."""
    classes = doc.lexicon.room(word_classes)
    return classes.be_forms | classes.quoted_as


@cache
def _offices() -> frozenset[str]:
    return frozenset(load_rules("roles")["offices"]["words"])


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
