"""One sentence as a row of items: words, stops, and every marked stretch as one item.

Invariant: items are in order and do not overlap; a marked item spans the words inside its marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.extract.quotes.scare_quotes import names_thing
from audit.records import Span

MARKED = "“”"
"""What stands in `low` for a marked stretch."""

_ITEM = re.compile(r"\d+(?:[.,]\d+)*\w*(?:-\w+)*|(?:[^\W\d_]\.){2,}|[\w@#]+(?:['’.\-‑&/]\w+)*|--+|\S")
_SIGNS = frozenset("\"“”„‟«»‘’‚‛'`「」『』‹›")
DASHES = frozenset({"-", "–", "—", "―", "--", "---"})


@dataclass(frozen=True, slots=True)
class Line:
    """`low[i]` is item i in lower case with straight apostrophes; it stands at `start[i]:end[i]` of the text."""

    text: str
    span: Span
    low: list[str]
    start: list[int]
    end: list[int]
    language: str = "en"

    def __len__(self) -> int:
        return len(self.low)

    def cut(self, longest: int) -> Iterator[Line]:
        """The line in parts of at most so many items."""
        if len(self.low) <= longest:
            yield self
            return
        for i in range(0, len(self.low), longest):
            part = slice(i, i + longest)
            span = Span(self.start[i], self.end[part][-1])
            yield Line(self.text, span, self.low[part], self.start[part], self.end[part], self.language)

    def capital(self, i: int) -> bool:
        """Whether item i is a word that begins with a capital letter."""
        return self.low[i] is not MARKED and self.text[self.start[i]].isupper()

    def of(self, first: int, stop: int) -> Span:
        """The span from item `first` up to before item `stop`."""
        return Span(self.start[first], self.end[stop - 1])


def read_line(text: str, sentence: Span, marked: Sequence[Span], language: str = "en") -> Line:
    """Items of a sentence; `marked` are the marked stretches inside it, in order."""
    low: list[str] = []
    start: list[int] = []
    end: list[int] = []
    for s, e, is_marked in _pieces(text, sentence, [m for m in marked if not names_thing(text, m, language)]):
        if is_marked:
            low.append(MARKED)
            start.append(s)
            end.append(e)
            continue
        for item in _ITEM.finditer(text, s, e):
            word = item.group()
            if word in _SIGNS or (word == "." and _abbreviates(text, item.end(), sentence.end)):
                continue
            low.append(word.lower().replace("’", "'") if "’" in word else word.lower())
            first, last = item.span()
            start.append(first)
            end.append(last)
    if drop := set(_asides(low)):
        keep = [i for i in range(len(low)) if i not in drop]
        low, start, end = [low[i] for i in keep], [start[i] for i in keep], [end[i] for i in keep]
    return Line(text, sentence, low, start, end, language)


def _asides(low: list[str]) -> list[int]:
    """Items that stand in short brackets ("(D-Ohio)") and would only stand in the grammar's way."""
    found: list[int] = []
    opened: int | None = None
    for i, word in enumerate(low):
        if word in {"(", "["}:
            opened = i
        elif word in {")", "]"} and opened is not None:
            if i - opened <= 8 and MARKED not in low[opened:i]:
                found += range(opened, i + 1)
            opened = None
    return found


def _abbreviates(text: str, end: int, limit: int) -> bool:
    """Whether a full stop inside a sentence only shortens a word ("Mr. Lee")."""
    return end + 1 < limit and text[end] == " " and (text[end + 1].isalnum() or text[end + 1] == "(")


def _pieces(text: str, sentence: Span, marked: Sequence[Span]) -> Iterator[tuple[int, int, bool]]:
    """Stretches outside and inside marks, in order."""
    at = sentence.start
    for inner in marked:
        yield at, inner.start, False
        yield inner.start, inner.end, True
        at = inner.end
    yield at, sentence.end, False
