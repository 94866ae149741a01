"""Which document "the report" is: the one report that spoke before, or the only one of which the article tells whose.

Invariant: where two documents of that noun may be meant, the noun stays alone; letters and statements, which everybody
writes, always do.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from audit.extract.sources.known_bodies import OWNERS
from audit.extract.sources.name_index import NameIndex
from audit.extract.sources.names import Name
from audit.extract.sources.speaker_words import singular, speaker_words
from audit.lexicon import load_rules
from audit.records import SourceKind

_AROUND = 40
"""Characters beside a name in which its document stands."""


class Documents:
    """The documents of one article, by their noun."""

    def __init__(self, text: str, names: Sequence[Name]) -> None:
        self._told: dict[str, dict[str, None]] = {}
        self._owned: dict[str, dict[str, None]] = {}
        for name in names:
            if name.kind is SourceKind.ORGANISATION and (found := _document_of(text, name)):
                noun, phrase = found
                self._owned.setdefault(noun, {})[phrase] = None

    def learn(self, noun: str, name: str) -> None:
        """Notes that a document spoke by a name that says more than its noun."""
        if _is_document(noun):
            self._told.setdefault(noun, {})[name] = None

    def meant_by(self, noun: str) -> str | None:
        """The name of the document that "the <noun>" means; None where it may be two, or none is told of."""
        told = list(self._told.get(noun, ()))
        owned = list(self._owned.get(noun, ()))
        if len(told) > 1 or len(owned) > 1:
            return None
        return next(iter(told or owned), None)


def owned_in_full(document: str, names: Sequence[Name], index: NameIndex, text: str) -> str:
    """A document by its owner's full name, where a person or an area owns it ("Holm's study": "Ada Holm's study").

    An area is one that the text prints with what it is ("Norwick County").
    """
    owner = names[0] if names and names[0].kind is SourceKind.PERSON else None
    owned = owner is not None and document.startswith(tuple(f"{owner.surface}{sign} " for sign in OWNERS))
    if owner is None or not owned or index.is_shared(owner.surface, owner.span.start, owner.role):
        return document
    full = owner.full if owner.full != owner.surface else _area(owner.surface, text) or owner.full
    return full + document.removeprefix(owner.surface)


def _area(word: str, text: str) -> str | None:
    """What a text calls an area by one word of its name and by what it is."""
    called = (f"{word} {level.title()}" for level in sorted(speaker_words("levels")))
    return next((full for full in called if full in text), None) if " " not in word else None


def _document_of(text: str, name: Name) -> tuple[str, str] | None:
    """The noun of a body's document and its name: "the Norwick Institute report", "a report by the Institute"."""
    behind = text[name.span.end : name.span.end + _AROUND].split(" ")
    noun = behind[1].rstrip('.,;:—)”"') if len(behind) > 2 and not behind[0] else ""
    if _is_document(noun):
        return noun, f"{name.surface} {noun}"
    before = text[max(0, name.span.start - _AROUND) : name.span.start].split()
    words = before[:-1] if before and before[-1] in speaker_words("article") else before
    if len(words) > 2 and words[-1] in speaker_words("issued_by") and _is_document(words[-2]):
        return words[-2], text[text.rindex(words[-2], 0, name.span.start) : name.span.end]
    return None


def _is_document(word: str) -> bool:
    return word in _documents()


@cache
def _documents() -> frozenset[str]:
    """Nouns of one document, but for those that everybody writes."""
    roles = load_rules("roles")
    nouns = frozenset(roles["documents"]["words"]).difference(roles["writings"]["words"])
    return frozenset(noun for noun in nouns if singular(noun) == noun)
