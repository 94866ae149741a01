"""How much a shared word says: rare words much, words that every article uses little, function words nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from audit.match.align import MARKS
from audit.match.words import common_words

PRIOR = (
    1000  # as if so many texts without the word had been read before: in a corpus of five, a shared word is still rare
)


class Weights:
    """Inverse document frequency with a prior; `texts` are the words of each document."""

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        self._frequency: Counter[str] = Counter()
        self._size = PRIOR
        for text in texts:
            self._frequency.update(set(text))
            self._size += 1

    def of(self, word: str) -> float:
        """Natural logarithm of how many texts there are for each that has the word; 0 for common words."""
        if word in common_words() or word in MARKS:
            return 0.0
        return log(self._size / (self._frequency[word] + 1))

    def total(self, words: Iterable[str]) -> float:
        """Of the distinct words."""
        return sum(self.of(word) for word in sorted(set(words)))
