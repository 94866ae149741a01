"""Who a speaker phrase means: the full name, the kind, and how far up the ladder of anonymity."""

from __future__ import annotations

from audit.extract.document import Document
from audit.records import Anonymity, Source, SourceKind, Span


class Speakers:
    """Resolves speaker phrases of one article."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc

    def resolve(self, phrase: Span | None) -> tuple[Source | None, Anonymity | None]:
        """The source behind a phrase; (None, None) where nobody is named."""
        if phrase is None:
            return None, None
        names = self._doc.names_in(phrase)
        if names:
            return Source(names[-1].full, names[-1].kind, (names[-1].surface,)), Anonymity.G0
        return None, None
