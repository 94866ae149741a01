"""The one tokeniser: a stretch of text as numbers, words and marks, read once, and joined to the items of a reader.

Three grains, each a coarsening of the one before: tokens ("F", "16", "-", "led"), words ("F16", "led": letters with
the digits glued to them), items ("F16-led").

Invariant: `text[starts[i]:ends[i]] == words[i]`, in order, without overlap; a blank ends a token, a word and an item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, compress, pairwise
from operator import attrgetter, eq, ne

from audit.records import Span
from audit.text.parts_of_speech import MARK as CLASS_MARK
from audit.text.parts_of_speech import Classes

WORD, NUMBER, MARK = 1, 2, 3

# Digits keep their inner points and commas; letters keep inner apostrophes, and accents that follow as characters of
# their own; anything else stands alone.
_NUMBER = r"\d+(?:[.,]\d+)*"
_ACCENTS = "[\u0300-\u036f]+"
_LETTERS = rf"[^\W\d_]+(?:{_ACCENTS}[^\W\d_]*)*"
_APOSTROPHE = "['’‘ʼ`´]"
_QUICK = r"[A-Za-z]++(?=[ ,.;:?!)\n])|"  # what most words are; the patterns behind it find the same, more slowly
_AT = r"(?!\s)"  # said once, no pattern behind it is tried at a blank
_TOKEN = re.compile(rf"{_AT}(?:({_QUICK}{_LETTERS}(?:{_APOSTROPHE}{_LETTERS})*)|({_NUMBER})|(\S))")
_ODD_APOSTROPHE = re.compile("[’‘ʼ`´]")

_GLUED = rf"(?:{_LETTERS}|{_NUMBER})(?:(?:{_NUMBER}|_)(?:{_LETTERS})?)*"
_PLAIN_WORD = rf"{_NUMBER}|{_GLUED}(?:{_APOSTROPHE}{_GLUED})*"
_BROKEN = "â€"  # UTF-8 read as Windows-1252: â€™ is an apostrophe, â€¦ an ellipsis
_INTACT = rf"(?:(?!{_BROKEN})[^\W_])+"
_BROKEN_WORD = rf"{_NUMBER}|{_INTACT}(?:(?:{_APOSTROPHE}|{_BROKEN}[™˜]){_INTACT})*"
_EDITING = rf"\[[^\[\]\n]{{1,80}}\]|\.(?:[ \u00a0]?\.)+|…|{_BROKEN}¦|"
_WORDS = {
    (broken, editing): re.compile(
        f"{_AT}(?:{_EDITING if editing else ''}{_QUICK}{_BROKEN_WORD if broken else _PLAIN_WORD})"
    )
    for broken in (False, True)
    for editing in (False, True)
}
APOSTROPHES = re.compile(rf"{_APOSTROPHE}|{_BROKEN}[™˜]")

_PRINTED, _START, _END, _GROUP = re.Match.group, re.Match.start, re.Match.end, attrgetter("lastindex")
_OUTSIDE = [""] * 64  # what stands before and behind a stretch
_MARKS = [CLASS_MARK] * len(_OUTSIDE)

_FEWEST_CAPITALS = 3  # words with a capital in a headline

_IN_ITEM = frozenset("_@#")
_PARTS = frozenset(',;:?!()"“”')  # no item holds them and anything else
_TIES = frozenset("'’‘ʼ`´")
_JOINS = _TIES | frozenset(".-‑&/")
_JOINS_DIGITS = frozenset("-")
_JOINS_BEHIND_DIGITS = _TIES | _JOINS_DIGITS


class _Lows(dict[str, str]):
    """Tokens in lower case with straight apostrophes, by the token; of a vocabulary no more than `_MOST` words.

    A word is made small once, and hashed once for all the lists that it is looked for in.
    """

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        low = self[word] = _straightened(word.lower())
        return low


_MOST = 1 << 16
_LOWS = _Lows()


class Tokens:
    """The tokens of one stretch of text; offsets count in the whole text."""

    __slots__ = (
        "_classes",
        "_known",
        "_titled",
        "ends",
        "kinds",
        "language",
        "low",
        "lows",
        "phrases",
        "size",
        "starts",
        "text",
        "words",
    )

    def __init__(self, text: str, start: int, end: int, language: str = "en") -> None:
        found = list(_TOKEN.finditer(text, start, end))
        self.text = text
        self.words = list(map(_PRINTED, found))
        self.lows = list(map(_LOWS.__getitem__, self.words))
        self.starts = list(map(_START, found))
        self.ends = list(map(_END, found))
        self.kinds: list[int] = list(map(_GROUP, found))
        self.size = len(found)
        self.low = self.lows + _OUTSIDE
        """The tokens in lower case, and "" outside the stretch so far as anybody looks: `low[-1]`, `low[size]`."""
        self.language = language
        self._classes: Classes | None = None
        self._known = [""] * (self.size + len(_MARKS))  # the class of each token, and of those outside, once it is read
        self._titled: bool | None = None
        self.phrases: dict[int, tuple[int, int] | None] = {}  # noun phrases read so far, by their first token

    def class_of(self, i: int) -> str:
        """The class of a token, a letter of `parts_of_speech`; a mark outside the stretch."""
        return self._known[i] or self._read_class(i)

    def _read_class(self, i: int) -> str:
        """The class of a token that was not asked for before."""
        if self._classes is None:
            self._classes = Classes(self.words, self.lows, titled=self.titled(), language=self.language)
            self._known = self._classes.known
            self._known += _MARKS
        return self._known[i] or self._classes.read(i)

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
        if self._titled is None and sum(map(ne, self.words, self.lows)) < _FEWEST_CAPITALS:
            self._titled = False
        if self._titled is None:
            pairs = zip(self.words, self.kinds, strict=True)
            words = [word for word, kind in pairs if kind == WORD and len(word) > 3]
            self._titled = len(words) >= _FEWEST_CAPITALS and len([w for w in words if w[0].isupper()]) > 0.7 * len(
                words
            )
        return self._titled

    def slice(self, i: int, j: int) -> str:
        """The text from token `i` up to, not including, token `j`."""
        return self.text[self.starts[i] : self.ends[j - 1]] if i < j else ""

    def items(self, first: int = 0, stop: int | None = None) -> Iterator[tuple[int, int]]:
        """The items among tokens `[first, stop)`, each as its first token and the one behind it: "U.S.", "9-year-old",
        "R&D", "@name", "--" and "and/or" are one item each."""
        at, limit = first, self.size if stop is None else stop
        for i, j in self.compounds(first, limit):
            yield from pairwise(range(at, i + 1))
            yield i, j
            at = j
        yield from pairwise(range(at, limit + 1))

    def compounds(self, first: int, stop: int) -> Iterator[tuple[int, int]]:
        """Those of the items that are of several tokens."""
        words, last, at = self.words, stop - 1, first
        for i in compress(range(first, last), map(eq, self.ends[first:last], self.starts[first + 1 : stop])):
            if i < at or words[i + 1] in _PARTS or (i + 1 == last and words[last] == "."):
                continue
            at = self._item_end(i, stop)
            if at > i + 1:
                yield i, at

    def _item_end(self, i: int, limit: int) -> int:
        """The token behind the item that begins at token `i`."""
        if self.kinds[i] == MARK and self.words[i] not in _IN_ITEM:
            return self._run_end(i, limit) if self.words[i] == "-" else i + 1
        j = self._letters_end(i + 1, limit)
        while True:
            if self._joined(j, limit, self._joins(i, j)):
                j = self._letters_end(j + 2, limit)
            elif self._abbreviates(i, j, limit):
                j += 1
            else:
                return j

    def _joins(self, i: int, j: int) -> frozenset[str]:
        """What ties the letters behind the item of tokens `[i, j)` to it: of a bare number a hyphen, of a number with
        letters glued to it an apostrophe too."""
        if self.kinds[i] != NUMBER:
            return _JOINS
        return _JOINS_DIGITS if j - i == 1 else _JOINS_BEHIND_DIGITS

    def _run_end(self, i: int, limit: int) -> int:
        """The token behind a run of one mark."""
        j = i + 1
        while j < limit and self.words[j] == self.words[i] and self.glued(j):
            j += 1
        return j

    def _letters_end(self, j: int, limit: int) -> int:
        """The token behind the letters and digits that go on from token `j - 1` without a blank."""
        while j < limit and (self.kinds[j] != MARK or self.words[j] in _IN_ITEM) and self.glued(j):
            j += 1
        return j

    def _joined(self, j: int, limit: int, joins: frozenset[str]) -> bool:
        """Whether token `j` ties the letters before it to those behind it."""
        if j + 1 >= limit or self.words[j] not in joins or not (self.glued(j) and self.glued(j + 1)):
            return False
        return self.kinds[j + 1] != MARK or self.words[j + 1] == "_"

    def _abbreviates(self, i: int, j: int, limit: int) -> bool:
        """Whether token `j` is the last full stop of single letters ("U.S.")."""
        if j >= limit or self.words[j] != "." or not self.glued(j) or j - i < 3:
            return False
        return all(word == "." or (len(word) == 1 and word.isalpha()) for word in self.words[i:j])


def _straightened(low: str) -> str:
    """A token with straight apostrophes; a mark that stands alone is one only where it is curly."""
    return _ODD_APOSTROPHE.sub("'", low) if len(low) > 1 or low == "’" else low


def word_places(text: str, *spans: Span, editing: bool = False) -> Iterator[re.Match[str]]:
    """The words inside `spans` (of all the text without any), in order; with `editing` also ellipses and what stands
    in square brackets."""
    pattern = _WORDS[_BROKEN in text, editing]
    return chain.from_iterable(pattern.finditer(text, *span) for span in spans or ((0, len(text)),))


def is_editing(word: str) -> bool:
    """Whether what `word_places` found is an ellipsis or stands in square brackets."""
    return word[0] in "[.…" or word.startswith(_BROKEN)
