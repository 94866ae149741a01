"""Which outlet a short name or a noun means: "The Post" and "the paper", where the article names the one outlet.

Invariant: a name that several outlets bear, none of which the article names, is an outlet unseen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from audit.extract.reading import Document
from audit.extract.sources.capitals import is_given_name, word_set
from audit.extract.sources.names import Name
from audit.extract.sources.speaker_words import opens_with_article, speaker_words
from audit.lazy import lazy
from audit.lexicon import load_rules
from audit.lexicon.outlets import Outlet
from audit.records import Source, SourceKind, Span

NEAR = 900
"""Characters between an outlet and the noun that stands for it."""


class Papers:
    """The outlets that one article names, in order."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc

    @lazy
    def _named(self) -> list[tuple[Name, Outlet | None]]:
        """Each outlet's name, with what the tables tell of it."""
        return [
            (n, self._doc.outlets.resolve(n.surface)) for n in self._doc.names if kind_printed(n) is SourceKind.OUTLET
        ]

    def meant_by(self, surface: str, phrase: Span) -> Source | None:
        """The outlet behind a name of one word that several bear; None where it is no such name."""
        sharing = self._doc.outlets.sharing(surface) if " " not in surface else ()
        if len(sharing) < 2:
            return None
        keys = {outlet.key for outlet in sharing}
        named = {outlet.key: outlet for _, outlet in self._named if outlet and outlet.key in keys}
        if len(named) == 1:
            (outlet,) = named.values()
            return Source(outlet.name, outlet.kind, (surface,))
        whole = phrase.of(self._doc.text)
        shown = whole if opens_with_article(whole) and len(whole.split()) == 2 else surface
        return Source(shown, SourceKind.UNSEEN, (shown,))

    def called(self, words: Sequence[str], at: int) -> Source | None:
        """ "the paper": the outlet that was named last before it, where that is near."""
        nouns = self._doc.lexicon.words("credits", "definite")
        if len(words) != 2 or words[0] not in speaker_words("nearest") or words[1] not in nouns:
            return None
        before = bisect_left(self._named, at, key=lambda one: one[0].span.start)
        name, outlet = self._named[before - 1] if before else (None, None)
        if name is None or at - name.span.end > NEAR or (outlet and outlet.kind is not SourceKind.OUTLET):
            return None
        return Source(outlet.name if outlet else name.full, SourceKind.OUTLET, (name.surface,))


def kind_printed(name: Name) -> SourceKind:
    """The kind of a name; of a body that is called like a paper an outlet ("Norwick Herald", not "Senate News")."""
    words = name.surface.casefold().split()
    called = name.kind is SourceKind.ORGANISATION and len(words) > 1 and words[-1] in _paper_nouns()
    bodies = word_set("organisations") - _paper_nouns()
    paper = called and not is_given_name(words[0]) and bodies.isdisjoint(words)
    return SourceKind.OUTLET if paper else name.kind


@cache
def _paper_nouns() -> frozenset[str]:
    return frozenset(load_rules("credits")["outlet_nouns"]["words"]) & word_set("organisations")
