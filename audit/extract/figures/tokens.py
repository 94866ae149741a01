"""A sentence as parallel lists of tokens.

Invariant: `text[starts[i]:ends[i]] == words[i]`, in order, without overlap.
"""

from __future__ import annotations

import re

from audit.extract.figures.word_classes import MARK as CLASS_MARK
from audit.extract.figures.word_classes import classify

NUMBER, WORD, MARK = 1, 2, 3

# Digits keep their inner points, commas and apostrophes; words keep inner apostrophes; anything else stands alone.
_TOKEN = re.compile(r"(\d+(?:[.,]\d+)*)|([^\W\d_]+(?:['’][^\W\d_]+)*)|(\S)")


class Tokens:
    """The tokens of one stretch of text; offsets count in the whole text."""

    __slots__ = ("_classes", "_titled", "ends", "kinds", "language", "lows", "size", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int, language: str = "en") -> None:
        found = list(_TOKEN.finditer(text, start, end))
        self.text = text
        self.words = [m.group() for m in found]
        self.lows = [w.lower().replace("’", "'") for w in self.words]
        self.starts = [m.start() for m in found]
        self.ends = [m.end() for m in found]
        self.kinds = [m.lastindex or MARK for m in found]
        self.size = len(found)
        self.language = language
        self._classes: str | None = None
        self._titled: bool | None = None

    @property
    def classes(self) -> str:
        """The class of each token, a letter of `word_classes`; found once, when somebody asks."""
        if self._classes is None:
            self._classes = classify(self.words, self.lows, titled=self.titled(), language=self.language)
        return self._classes

    def class_of(self, i: int) -> str:
        """The class of a token; a mark outside the stretch."""
        if not 0 <= i < self.size:
            return CLASS_MARK
        return self._classes[i] if self._classes is not None else self.classes[i]

    def low(self, i: int) -> str:
        """The token in lower case, or "" outside the stretch."""
        return self.lows[i] if 0 <= i < self.size else ""

    def word(self, i: int) -> str:
        """The token as printed, or "" outside the stretch."""
        return self.words[i] if 0 <= i < self.size else ""

    def kind(self, i: int) -> int:
        """NUMBER, WORD or MARK; 0 outside the stretch."""
        return self.kinds[i] if 0 <= i < self.size else 0

    def glued(self, i: int) -> bool:
        """Whether token `i` follows token `i - 1` without a space."""
        return 0 < i < self.size and self.ends[i - 1] == self.starts[i]

    def capital(self, i: int) -> bool:
        """Whether token `i` begins with a capital letter."""
        return 0 <= i < self.size and self.words[i][0].isupper()

    def titled(self) -> bool:
        """Whether most words begin with a capital, as in a headline; then a capital tells no name."""
        if self._titled is None:
            pairs = zip(self.words, self.kinds, strict=True)
            words = [word for word, kind in pairs if kind == WORD and len(word) > 3]
            self._titled = len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words)
        return self._titled

    def slice(self, i: int, j: int) -> str:
        """The text from token `i` up to, not including, token `j`."""
        return self.text[self.starts[i] : self.ends[j - 1]] if i < j else ""
