"""The words of a text, each with its place: the one normalisation that every comparison stands on.

Invariant: `spans[i]` slices the text that was read to the letters of `keys[i]`, and spans never run backwards. The
two parts of a contraction ("don't" = do + not) share one span.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain
from operator import itemgetter
from re import Match
from typing import Any, overload

from audit.lexicon import load_rules
from audit.records import Span
from audit.text.tokens import APOSTROPHES, is_editing, word_places

GAP = "…"
"""Key of an ellipsis: the writer says that words are left out here."""
EDITOR = "[]"
"""Key of words in square brackets: the writer's, not the speaker's."""


class Places(Sequence[Span]):
    """Spans of words as two arrays of numbers: an eighth of the memory."""

    __slots__ = ("ends", "starts")

    def __init__(self, starts: array[int], ends: array[int]) -> None:
        self.starts, self.ends = starts, ends

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, at: int) -> Span: ...
    @overload
    def __getitem__(self, at: slice) -> Places: ...
    def __getitem__(self, at: int | slice) -> Span | Places:
        if isinstance(at, slice):
            return Places(self.starts[at], self.ends[at])
        return Span(self.starts[at], self.ends[at])

    def __iter__(self) -> Iterator[Span]:
        return map(Span, self.starts, self.ends)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Places) and (self.starts, self.ends) == (other.starts, other.ends)

    def __hash__(self) -> int:
        return hash((self.starts.tobytes(), self.ends.tobytes()))


@dataclass(frozen=True, slots=True)
class Words:
    """Normalised words and where each stands."""

    keys: tuple[str, ...] = ()
    spans: Places = field(default_factory=lambda: Places(array("i"), array("i")))

    def __len__(self) -> int:
        return len(self.keys)

    def hull(self, first: int, last: int) -> Span:
        """From the start of one word to the end of another."""
        return Span(self.spans.starts[first], self.spans.ends[last])

    def within(self, span: Span) -> range:
        """The numbers of the words that begin inside a stretch, where words stand in the order of the text."""
        starts = self.spans.starts
        return range(bisect_left(starts, span.start), bisect_left(starts, span.end))


def read_words(text: str, *spans: Span, marks: bool = False) -> Words:
    """The words of `text` inside `spans` (all of it without any); with `marks`, ellipses and brackets are words too."""
    found = list(word_places(text, *spans, editing=marks))
    parts = list(map(_keys, map(itemgetter(0), found)))
    starts, ends = array("i", map(Match.start, found)), array("i", map(Match.end, found))
    again = [at for at, some in enumerate(parts) if len(some) > 1 for _ in some[1:]]
    for at in reversed(again):
        starts.insert(at, starts[at])
        ends.insert(at, ends[at])
    return Words(tuple(chain.from_iterable(parts)), Places(starts, ends))


@lru_cache(maxsize=1 << 18)
def _keys(word: str) -> tuple[str, ...]:
    if is_editing(word):
        return (_mark(word),)
    if word.isascii() and word.isalnum():
        return (word.lower(),)
    flat = unicodedata.normalize("NFKC", APOSTROPHES.sub("'", word)).casefold().rstrip("_")
    return tuple(_parts(flat)) if "'" in flat else (flat,)


def _mark(word: str) -> str:
    return EDITOR if word[0] == "[" and any(c.isalnum() for c in word) else GAP


def _parts(word: str) -> Iterator[str]:
    """A contraction as the words it stands for."""
    table = _contractions()
    if word in table["words"]:
        yield from table["words"][word]
        return
    ending = next((end for end in table["endings"] if word.endswith(end) and len(word) > len(end)), None)
    if ending is None:
        yield word
        return
    yield word.removesuffix(ending)
    yield table["endings"][ending]


@cache
def _contractions() -> dict[str, Any]:
    rules = load_rules("contractions")
    return {
        "words": {entry["word"]: entry["stands_for"].split() for entry in rules["words"]},
        "endings": {entry["ending"]: entry["stands_for"] for entry in rules["endings"]},
    }


@cache
def common_words() -> frozenset[str]:
    """Words that tell nothing about what a sentence is about."""
    return frozenset(word for entry in load_rules("common_words")["groups"] for word in entry["words"].split())


@lru_cache(maxsize=1 << 18)
def stem(word: str) -> str:
    """A word without its commonest English endings; good enough to see "soldiers" in "soldier"."""
    if word.isascii() and word.isalpha():
        for ending, least, instead in (("ies", 5, "y"), ("sses", 6, "ss"), ("s", 4, ""), ("ing", 6, ""), ("ed", 5, "")):
            if word.endswith(ending) and len(word) >= least and not word.endswith(("ss", "us", "is")):
                return word.removesuffix(ending) + instead
    return word
