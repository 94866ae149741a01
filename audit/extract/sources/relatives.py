"""Who is named as somebody's relative ("his wife, Ida Holm"): the surname alone, if it came first, is not hers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from audit.extract.sources.capitals import is_given_name, word_set
from audit.extract.sources.names import Name
from audit.extract.sources.speaker_words import speaker_words
from audit.records import SourceKind

_BEFORE = 24  # characters before a name in which the word for a relative ends
FARTHEST = 4
"""Words behind a name among which the word for a relative stands."""
_BEHIND = 60  # characters behind a name in which whose relative its bearer is is told
_WORD = re.compile(r"[^\W\d_]+")


def relatives(text: str, names: Iterable[Name]) -> frozenset[str]:
    """Names of persons, as printed, right before or behind which a word says whose relative its bearer is."""
    return frozenset(
        name.surface
        for name in names
        if name.kind is SourceKind.PERSON and " " in name.surface and _is_relative(text, name)
    )


def _is_relative(text: str, name: Name) -> bool:
    words = _WORD.findall(text, max(0, name.span.start - _BEFORE), name.span.start)
    told = (bool(words) and _is_kin(words[-1])) or _is_told_behind(text, name.span.end)
    return told or _shares_surname(text, name.span.start)


def _shares_surname(text: str, start: int) -> bool:
    """Whether a given name alone and "and" stand before a name: two who bear one surname ("Ida and Tor Holm")."""
    before = text[max(0, start - _BEFORE) : start].split()
    joined = len(before) > 1 and before[-1] in word_set("ands") and is_given_name(before[-2])
    return joined and before[-2][:1].isupper() and not any(word[:1].isupper() for word in before[-3:-2])


def _is_told_behind(text: str, end: int) -> bool:
    """Whether words behind a name say whose relative its bearer is ("wife of the mayor", "the mayor's wife")."""
    if text[end : end + 2] != ", ":
        return False
    words = [*text[end + 2 : end + _BEHIND].split()[:FARTHEST], "", ""]
    at = next((i for i, word in enumerate(words) if _is_kin(word)), None)
    if at is None:
        return False
    of, owner = words[at + 1 : at + 3]
    led = of in speaker_words("owned_by") | speaker_words("sent_to")
    owned = at > 0 and words[at - 1].endswith(("'s", "’s"))
    return owned or (led and at == 0 and (owner[:1].isupper() or owner in speaker_words("definite")))


def _is_kin(word: str) -> bool:
    return word.rstrip(",.").partition("-")[0].casefold() in speaker_words("family")  # "daughter-in-law"
