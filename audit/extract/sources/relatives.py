"""Who is named as somebody's relative ("his wife, Ida Holm"): the surname alone, if it came first, is not hers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from audit.extract.sources.names import Name
from audit.extract.sources.speaker_words import speaker_words
from audit.records import SourceKind

_BEFORE = 24  # characters before a name in which the word for a relative ends
_WORD = re.compile(r"[^\W\d_]+")


def relatives(text: str, names: Iterable[Name]) -> frozenset[str]:
    """Names of persons, as printed, right before one of which a word says whose relative its bearer is."""
    return frozenset(
        name.surface
        for name in names
        if name.kind is SourceKind.PERSON and " " in name.surface and _is_relative(text, name)
    )


def _is_relative(text: str, name: Name) -> bool:
    words = _WORD.findall(text, max(0, name.span.start - _BEFORE), name.span.start)
    return bool(words) and words[-1].casefold() in speaker_words("family")
