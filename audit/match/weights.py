"""How much a shared word says: 1 for a word of no other text, little for one that all use, 0 for function words."""

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
    """Inverse document frequency with a prior, between 0 and 1; `texts` are the words of each document."""

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        self._frequency: Counter[str] = Counter()
        self._size = PRIOR
        for text in texts:
            self._frequency.update(set(text))
            self._size += 1

    def of(self, word: str) -> float:
        """1 for a word of no text, 0 for one of all texts and for common words."""
        if word in common_words() or word in MARKS:
            return 0.0
        return 1 - log(self._frequency[word] + 1) / log(self._size + 1)

    def total(self, words: Iterable[str]) -> float:
        """Of the distinct words."""
        return sum(self.of(word) for word in sorted(set(words)))
