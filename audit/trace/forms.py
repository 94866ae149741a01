"""Lines that are printed again and again with other numbers in them: each is a reading of its own day.

Invariant: a line is another reading only where all of its words are the same and its numbers are not.
"""

from __future__ import annotations

from collections import Counter

from audit.match.words import read_words
from audit.records import Span

LEAST_DAYS = 2  # apart: the same day's line with another number in it is a correction, or a slip
LEAST_WORDS = 3


def is_read_anew(a: str, at: int, b: str, b_at: int) -> bool:
    """Whether the lines of two texts, each named by a place in it, are one form with other numbers filled in."""
    (words, numbers), (others, read) = _form(a, at), _form(b, b_at)
    return len(words) >= LEAST_WORDS and words == others and bool(numbers - read) and bool(read - numbers)


def _form(text: str, at: int) -> tuple[list[str], Counter[str]]:
    """The words of a line in their order, and how often each number stands in it."""
    end = text.find("\n", at)
    keys = read_words(text, Span(text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end)).keys
    numbers = Counter(key for key in keys if key[0].isdigit())
    return [key for key in keys if key not in numbers], numbers
