"""How much a shared word says: 1 for a word of no other text, little for one that all use, 0 for function words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log

from audit.match.align import MARKS
from audit.match.words import common_words
from audit.warehouse import word_key

PRIOR = (
    1000  # as if so many texts without the word had been read before: in a corpus of five, a shared word is still rare
)
GRAIN = 1e6  # parts of 1 in which SQL adds weights up, so that no order of adding makes a difference


class Weights:
    """Inverse document frequency with a prior, between 0 and 1, from the texts that have each word, by its key."""

    def __init__(self, frequency: Mapping[int, int], texts: int) -> None:
        self._frequency = frequency
        self._size = PRIOR + texts
        self._known = dict[str, float]()

    @classmethod
    def of_texts(cls, texts: Iterable[Sequence[str]]) -> Weights:
        """From the words of each text."""
        held = [set(text) for text in texts]
        return cls(Counter(word_key(word) for text in held for word in text), len(held))

    def of(self, word: str) -> float:
        """1 for a word of no text, 0 for one of all texts and for common words."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._weighed(word)
        return found

    def _weighed(self, word: str) -> float:
        if word in common_words() or word in MARKS:
            return 0.0
        return 1 - log(self._frequency.get(word_key(word), 0) + 1) / log(self._size + 1)

    def total(self, words: Iterable[str]) -> float:
        """Of the distinct words."""
        return sum(map(self.of, sorted(set(words))))
