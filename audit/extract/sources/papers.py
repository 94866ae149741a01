"""Which outlet a short name or a noun means: "The Post" and "the paper", where the article names the one outlet.

Invariant: a name that several outlets bear, none of which the article names, is an outlet unseen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from audit.extract.reading import Document
from audit.extract.sources.names import Name
from audit.extract.sources.speaker_words import opens_with_article, speaker_words
from audit.lazy import lazy
from audit.lexicon.outlets import Outlet
from audit.records import Source, SourceKind, Span

NEAR = 900
"""Characters between an outlet and the noun that stands for it."""


class Papers:
    """The outlets that one article names, in order."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc

    @lazy
    def _named(self) -> list[tuple[Name, Outlet]]:
        resolved = ((n, self._doc.outlets.resolve(n.surface)) for n in self._doc.names if n.kind is SourceKind.OUTLET)
        return [(name, outlet) for name, outlet in resolved if outlet is not None]

    def meant_by(self, surface: str, phrase: Span) -> Source | None:
        """The outlet behind a name of one word that several bear; None where it is no such name."""
        sharing = self._doc.outlets.sharing(surface) if " " not in surface else ()
        if len(sharing) < 2:
            return None
        keys = {outlet.key for outlet in sharing}
        named = {outlet.key: outlet for _, outlet in self._named if outlet.key in keys}
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
        if name is None or outlet is None or at - name.span.end > NEAR or outlet.kind is not SourceKind.OUTLET:
            return None
        return Source(outlet.name, outlet.kind, (name.surface,))
