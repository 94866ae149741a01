"""One sentence as a row of items: words, stops, and every marked stretch as one item.

Invariant: items are in order and do not overlap; a marked item spans the words inside its marks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from audit.extract.quotes.grammar import Grammar, grammar_of
from audit.extract.quotes.scare_quotes import names_thing
from audit.lexicon.language import Lexicon
from audit.records import Span
from audit.text.tokens import Tokens

MARKED = "“”"
"""What stands in `low` for a marked stretch."""

_SIGNS = frozenset("\"“”„‟«»‘’‚‛'`「」『』‹›")
_LEFT_OUT = _SIGNS | {"."}
_CLOSING = frozenset(".!?…,;:")
DASHES = frozenset({"-", "–", "—", "―", "--", "---"})


@dataclass(slots=True, eq=False)
class Line:
    """`low[i]` is item i in lower case with straight apostrophes; it stands at `start[i]:end[i]` of the text."""

    text: str
    span: Span
    low: list[str]
    start: list[int]
    end: list[int]
    grammar: Grammar
    speech: Set[str]
    """The words in it of which one stands wherever somebody says something without marks."""

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
            low = self.low[part]
            speech = self.speech & frozenset(low)
            yield Line(self.text, span, low, self.start[part], self.end[part], self.grammar, speech)

    def capital(self, i: int) -> bool:
        """Whether item i is a word that begins with a capital letter, an article of a name passed over ("d'Aubin")."""
        if self.low[i] is MARKED:
            return False
        start = self.start[i]
        return self.text[start].isupper() or (self.low[i][1:2] == "'" and self.text[start + 2 : start + 3].isupper())

    def of(self, first: int, stop: int) -> Span:
        """The span from item `first` up to before item `stop`."""
        return Span(self.start[first], self.end[stop - 1])

    def marked(self) -> list[Span]:
        """The marked stretches."""
        if MARKED not in self.low:
            return []
        return [Span(self.start[i], self.end[i]) for i, word in enumerate(self.low) if word is MARKED]

    def words_end(self) -> int:
        """Where the closing stops of the line begin."""
        stop = len(self.low)
        while stop and self.low[stop - 1] in _CLOSING:
            stop -= 1
        return stop

    def ends_in_comma(self, i: int) -> bool:
        """Whether a comma stands at the end of item i (inside its marks) or right behind it."""
        return self.text[self.end[i] - 1] == "," or (i + 1 < len(self.low) and self.low[i + 1] == ",")


def read_line(tokens: Tokens, sentence: Span, marked: Sequence[Span], lexicon: Lexicon) -> Line:
    """The tokens of a sentence to its items; `marked` are the marked stretches inside it, in order."""
    text, words = tokens.text, sentence.of(tokens.text)
    spoken = [inner for inner in marked if not names_thing(text, inner, lexicon)]
    grammar = lexicon.room(grammar_of)
    found = _items(tokens, spoken)
    _drop_signs(found, text, sentence.end, frozenset() if words.isupper() else grammar.shouted)
    if "’" in words or "'" in words:
        _take_apart(found, grammar)
    if "(" in words or "[" in words:
        _drop_asides(found)
    return Line(text, sentence, found.low, found.start, found.end, grammar, grammar.speech.keys() & found.low)


class _Items(NamedTuple):
    """Words in lower case with their places."""

    low: list[str]
    start: list[int]
    end: list[int]

    def add(self, low: Iterable[str], start: Iterable[int], end: Iterable[int]) -> None:
        """Items behind these."""
        self.low.extend(low)
        self.start.extend(start)
        self.end.extend(end)

    def drop(self, i: int) -> None:
        """Leaves one out."""
        del self.low[i], self.start[i], self.end[i]


def _items(tokens: Tokens, marked: Sequence[Span]) -> _Items:
    """The items of a sentence, each marked stretch as one."""
    found, at = _Items([], [], []), 0
    for inner in marked:
        first = bisect_left(tokens.starts, inner.start, at)
        _add_plain(found, tokens, at, first)
        found.add((MARKED,), (inner.start,), (inner.end,))
        at = bisect_left(tokens.starts, inner.end, first)
    _add_plain(found, tokens, at, tokens.size)
    return found


def _add_plain(found: _Items, tokens: Tokens, first: int, stop: int) -> None:
    """Adds the items of tokens outside marks."""
    lows, starts, ends, at = tokens.lows, tokens.starts, tokens.ends, first
    for i, j in tokens.compounds(first, stop):
        found.add(lows[at:i], starts[at:i], ends[at:i])
        found.add(("".join(lows[i:j]),), (starts[i],), (ends[j - 1],))
        at = j
    found.add(lows[at:stop], starts[at:stop], ends[at:stop])


def _drop_signs(found: _Items, text: str, end: int, shouted: frozenset[str]) -> None:
    """Leaves out signs and the full stops that only shorten a word; words of `shouted` in capitals are short for a name
    ("the US", "the WHO": no pronouns)."""
    low, start = found.low, found.start
    for i in reversed([i for i, word in enumerate(low) if word in _LEFT_OUT or word in shouted]):
        if low[i] in shouted:
            low[i] += "." * text[start[i] + 1].isupper()
        elif low[i] != "." or _abbreviates(text, found.end[i], end):
            found.drop(i)


def _take_apart(found: _Items, grammar: Grammar) -> None:
    """ "He's claiming that" as "He", "'s", "claiming": the pronoun before a verb of saying stands alone."""
    tied = [i for i, word in enumerate(found.low) if "'" in word and _leads(word, grammar)]
    for i in reversed([i for i in tied if _says(found.low, i + 1, grammar)]):
        word, start = found.low[i], found.start[i]
        length = word.index("'")
        found.low[i : i + 1] = word[:length], word[length:]
        found.start[i : i + 1] = start, start + length
        found.end[i : i + 1] = start + length, found.end[i]


def _leads(word: str, grammar: Grammar) -> bool:
    """Whether a word with an apostrophe is a pronoun with a short form behind it."""
    pronoun, _, rest = word.partition("'")
    return bool(rest) and pronoun in grammar.pronouns


def _says(low: list[str], at: int, grammar: Grammar) -> bool:
    """Whether a verb of saying stands at an item, or behind one adverb."""
    return not grammar.verbs.keys().isdisjoint(low[at : at + 2])


def _drop_asides(found: _Items) -> None:
    """Leaves out what stands in short brackets ("(D-Ohio)") and would only stand in the grammar's way."""
    for i in sorted(_asides(found.low), reverse=True):
        found.drop(i)


def _asides(low: list[str]) -> set[int]:
    """The items in short brackets."""
    found: set[int] = set()
    opened: int | None = None
    for i, word in enumerate(low):
        if word in {"(", "["}:
            opened = i
        elif word in {")", "]"} and opened is not None:
            if i - opened <= 8 and MARKED not in low[opened:i]:
                found.update(range(opened, i + 1))
            opened = None
    return found


def _abbreviates(text: str, end: int, limit: int) -> bool:
    """Whether a full stop inside a sentence only shortens a word ("Mr. Lee")."""
    return end + 1 < limit and text[end] == " " and (text[end + 1].isalnum() or text[end + 1] == "(")
