"""Lines that are printed again and again with other numbers in them: each is a reading of its own day.

Invariant: a line is another reading only where it is no sentence, and its words are the same while its numbers are not.
"""

from __future__ import annotations

from collections import Counter

from audit.match.words import read_words

LEAST_DAYS = 2  # apart: the same day's line with another number in it is a correction, or a slip
LEAST_WORDS = 3
_ENDS = (".", "!", "?", ".”", '."')  # of a sentence: a copy of one with another number in it tells the same otherwise


def is_read_anew(a: str, at: int, b: str, b_at: int) -> bool:
    """Whether the lines of two texts, each named by a place in it, are one form with other numbers filled in."""
    (words, numbers), (others, read) = _form(_line(a, at)), _form(_line(b, b_at))
    return len(words) >= LEAST_WORDS and words == others and bool(numbers - read) and bool(read - numbers)


def _line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : len(text) if end < 0 else end].strip()


def _form(line: str) -> tuple[list[str], Counter[str]]:
    """The words of a line in their order, and how often each number stands in it; nothing of a sentence."""
    keys = () if line.endswith(_ENDS) else read_words(line).keys
    numbers = Counter(key for key in keys if key[0].isdigit())
    return [key for key in keys if key not in numbers], numbers
