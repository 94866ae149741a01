"""How much a shared word says: 1 for one that news never prints, little for one that all print, 0 for function words.

Invariant: a word weighs the same whatever else is held, so that what two texts share is weighed once.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from audit.lexicon.counts import news_stem, rarity
from audit.match.align import MARKS
from audit.match.words import common_words

PRIOR = 1000  # as if so many figures without the word had been read before: in an archive of five, one is still rare
GRAIN = 1e6  # parts of 1 in which SQL adds weights up, so that no order of adding makes a difference
SMALL, OF_SMALL = 3, 0.3  # letters; a word so short is no rarer: where English has few, other languages have many


class Scale(NamedTuple):
    """What a word weighs that all articles have, and how much more one that none has; 1 at most."""

    least: float
    rare: float

    def total(self, words: Iterable[str]) -> float:
        """Of the distinct words."""
        return sum(map(self._of, sorted(set(words))))

    def _of(self, word: str) -> float:
        if word in common_words() or word in MARKS:
            return 0.0
        return min(1.0, self.least + self.rare * rareness(word))


@lru_cache(maxsize=1 << 18)
def rareness(word: str) -> float:
    """How rare a word is in news: 0 for one that all articles have, 1 for one of none (Spärck Jones 1972)."""
    found = rarity(news_stem(word)) / rarity("")
    return min(found, OF_SMALL) if len(word) <= SMALL and word.isalpha() else found
