"""One sentence as a row of items: words, stops, and every marked stretch as one item.

Invariant: items are in order and do not overlap; a marked item spans the words inside its marks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from audit.extract.quotes.grammar import Grammar, grammar_of
from audit.extract.quotes.scare_quotes import names_thing
from audit.lexicon.language import Lexicon
from audit.records import Span
from audit.text.tokens import Tokens

MARKED = "“”"
"""What stands in `low` for a marked stretch."""

_SIGNS = frozenset("\"“”„‟«»‘’‚‛'`「」『』‹›")
_CLOSING = frozenset(".!?…,;:")
DASHES = frozenset({"-", "–", "—", "―", "--", "---"})


@dataclass(frozen=True, slots=True)
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
    found = _items(tokens, sentence.end, spoken, frozenset() if words.isupper() else grammar.shouted)
    if "’" in words or "'" in words:
        found = _taken_apart(found, grammar)
    if ("(" in words or "[" in words) and (drop := _asides([word for word, _, _ in found])):
        found = [item for i, item in enumerate(found) if i not in drop]
    low, start, end = map(list, zip(*found, strict=True)) if found else ([], [], [])
    return Line(text, sentence, low, start, end, grammar, grammar.speech.keys() & low)


Item = tuple[str, int, int]
"""A word in lower case with its place."""


def _items(tokens: Tokens, end: int, marked: Sequence[Span], shouted: frozenset[str]) -> list[Item]:
    """The items of a sentence; words of `shouted` in capitals are short for a name."""
    found: list[Item] = []
    at = 0
    for inner in marked:
        first = bisect_left(tokens.starts, inner.start, at)
        found += _plain_items(tokens, at, first, end, shouted)
        found.append((MARKED, *inner))
        at = bisect_left(tokens.starts, inner.end, first)
    return found + _plain_items(tokens, at, tokens.size, end, shouted)


def _plain_items(tokens: Tokens, first: int, stop: int, end: int, shouted: frozenset[str]) -> list[Item]:
    """The items of tokens outside marks, without signs and without the full stops that only shorten a word."""
    found: list[Item] = []
    lows, starts, ends, text = tokens.lows, tokens.starts, tokens.ends, tokens.text
    for i, j in tokens.items(first, stop):
        low = lows[i]
        if j - i > 1:
            low = "".join(lows[i:j])
        elif low in shouted and text[starts[i] + 1].isupper():
            low += "."  # "the US", "the WHO": no pronouns
        elif low in _SIGNS or (low == "." and _abbreviates(text, ends[i], end)):
            continue
        found.append((low, starts[i], ends[j - 1]))
    return found


def _taken_apart(found: list[Item], grammar: Grammar) -> list[Item]:
    """ "He's claiming that" as "He", "'s", "claiming": the pronoun before a verb of saying stands alone."""
    tied = [i for i, (word, _, _) in enumerate(found) if "'" in word and _leads(word, grammar)]
    for i in reversed([i for i in tied if _says(found, i + 1, grammar)]):
        word, start, end = found[i]
        length = word.index("'")
        found[i : i + 1] = (word[:length], start, start + length), (word[length:], start + length, end)
    return found


def _leads(word: str, grammar: Grammar) -> bool:
    """Whether a word with an apostrophe is a pronoun with a short form behind it."""
    pronoun, _, rest = word.partition("'")
    return bool(rest) and pronoun in grammar.pronouns


def _says(found: list[Item], at: int, grammar: Grammar) -> bool:
    """Whether a verb of saying stands at an item, or behind one adverb."""
    return any(word in grammar.verbs for word, _, _ in found[at : at + 2])


def _asides(low: list[str]) -> set[int]:
    """Items that stand in short brackets ("(D-Ohio)") and would only stand in the grammar's way."""
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
