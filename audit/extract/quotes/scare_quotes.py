"""Marked words that are nobody's speech: titles, nicknames, names of treaties, "so-called" things.

Invariant: what is told apart here stays an ordinary word of its sentence; it never makes a quote direct or mixed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from audit.lexicon.language import Lexicon
from audit.records import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SIGNS = "\"“”„‟«»‘’‚‛'`「」『』‹›"
_LONGEST_NAME = 120
_REACH = 24
"""Characters beside the marks that are looked at."""


@dataclass(frozen=True, slots=True)
class _ThingWords:
    """Words by which a language tells a name or term in marks from speech."""

    before: tuple[str, ...]
    after: frozenset[str]
    labels: frozenset[str]


def _thing_words(lexicon: Lexicon) -> _ThingWords:
    before = lexicon.words("marks", "before", "phrases")
    return _ThingWords(tuple(before), lexicon.words("marks", "after"), lexicon.words("marks", "labels"))


def names_thing(text: str, inner: Span, lexicon: Lexicon) -> bool:
    """Whether marked words name something or somebody instead of saying something: the "Open Skies" treaty, yes."""
    if inner.end - inner.start > _LONGEST_NAME:
        return False
    if _is_title(text, inner):
        return True
    words = lexicon.room(_thing_words)
    if not words.before:
        return False
    before = text[max(0, inner.start - _REACH) : inner.start].rstrip(_SIGNS).rstrip(" ,").casefold()
    return before.endswith(words.before) or _is_nickname(text, inner) or _is_named_by_noun(text, inner, words.after)


def is_label(words: str, lexicon: Lexicon) -> bool:
    """Whether words in capitals before a colon name a kind of text and nobody ("UPDATE:")."""
    return words.casefold().replace("’", "'") in lexicon.room(_thing_words).labels


def _is_title(text: str, span: Span) -> bool:
    """Whether marked words are capitalised throughout, as the title of a work is and speech is not."""
    if not text[span.start].isupper():
        return False
    words = _WORD.findall(text, *span)
    long = [w for w in words if len(w) > 3]
    if len(words) < 2 or not long or ". " in span.of(text):
        return False
    capitals = sum(w[0].isupper() for w in words)
    return capitals > 1 and all(w[0].isupper() for w in long) and not span.of(text).isupper()


def _is_nickname(text: str, inner: Span) -> bool:
    """ "Robert "Bobby" Hale": capitals on both sides of short marked words, and nothing between."""
    after = text[inner.end : inner.end + 4].lstrip(_SIGNS)
    before = text[max(0, inner.start - _REACH) : inner.start].rstrip(_SIGNS)
    if not (after[:1] == " " and after[1:2].isupper() and before[-1:] == " " and text[inner.start].isupper()):
        return False
    words = before.split()
    return bool(words) and words[-1][:1].isupper() and len(_WORD.findall(text, *inner)) <= 2 and words[-1][-1].isalpha()


def _is_named_by_noun(text: str, inner: Span, nouns: frozenset[str]) -> bool:
    """ "the "Open Skies" treaty": the noun behind tells what is so named."""
    if not text[inner.start].isupper() or len(_WORD.findall(text, *inner)) > 4:
        return False
    after = _WORD.search(text, inner.end, inner.end + _REACH)
    gap = text[inner.end : after.start()] if after else "."
    return after is not None and gap.strip(_SIGNS) == " " and after.group() in nouns
