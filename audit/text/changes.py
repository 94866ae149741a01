"""Two versions of a text, word by word: which words stand otherwise, and where on either side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from audit.records import Span
from audit.text.tokens import Tokens

MOST_WORDS = 20_000
"""Beyond this two versions are not compared: the time grows with the product of their lengths."""


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words of the earlier text and what stands in their place in the later one; one of the spans may be empty."""

    before: Span
    after: Span


def word_changes(earlier: str, later: str) -> Iterator[WordChange]:
    """Where the words or marks of two texts differ, in order; blanks and line breaks do not count.

    Method: the longest common subsequence of words (Indel distance). Nothing is told of texts beyond MOST_WORDS.
    """
    a, b = _words(earlier), _words(later)
    if max(len(a), len(b)) > MOST_WORDS:
        return
    at, past = (0, 0), (0, 0)
    for block in Indel.opcodes([s.of(earlier) for s in a], [s.of(later) for s in b]):
        if block.tag == "equal":
            yield from _change(a, b, at, past)
            at = (block.src_end, block.dest_end)
        past = (block.src_end, block.dest_end)
    yield from _change(a, b, at, past)


def _words(text: str) -> list[Span]:
    tokens = Tokens(text, 0, len(text))
    return [Span(tokens.starts[first], tokens.ends[stop - 1]) for first, stop in tokens.items()]


def _change(a: list[Span], b: list[Span], at: tuple[int, int], past: tuple[int, int]) -> Iterator[WordChange]:
    """The change that a run of unequal words makes; none where the run is empty on both sides."""
    if at != past:
        yield WordChange(_covered(a, at[0], past[0]), _covered(b, at[1], past[1]))


def _covered(words: list[Span], first: int, stop: int) -> Span:
    """From the first word of a run to its last; an empty run stands behind the word before it."""
    if first < stop:
        return Span(words[first].start, words[stop - 1].end)
    place = words[first - 1].end if first else 0
    return Span(place, place)
