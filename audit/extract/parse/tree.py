"""A parsed sentence in the places of the article, and the names of its dependencies.

Invariant: tokens are in order; every walk is bounded by the length of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from audit.extract.parse.parser import Token
from audit.lexicon.language import Lexicon
from audit.records import Span

VERBAL = frozenset({"VERB", "AUX"})


class Tree:
    """`low[i]` is token i in lower case with straight apostrophes; `marked` are the stretches inside marks."""

    def __init__(
        self, text: str, sentence: Span, tokens: Iterable[Token], lexicon: Lexicon, marked: Sequence[Span] = ()
    ) -> None:
        at, self.lexicon = sentence.start, lexicon
        self.text, self.sentence, self.marked = text, sentence, marked
        self.tokens = [t._replace(start=t.start + at, end=t.end + at) for t in tokens]
        self.low = [text[t.start : t.end].lower().replace("’", "'") for t in self.tokens]
        self.children: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                self.children[token.head].append(i)

    def labels(self, kind: str) -> frozenset[str]:
        """The dependency labels of one kind."""
        return self.lexicon.words("parse", "labels", kind)

    def words(self, table: str) -> frozenset[str]:
        """The words of one list of the table `parse`."""
        return self.lexicon.words("parse", table)

    def is_a(self, i: int, kind: str) -> bool:
        """Whether token i hangs on its head in such a way."""
        return self.tokens[i].dep in self.labels(kind)

    def child(self, i: int, kind: str) -> int | None:
        """The first token that hangs on token i in such a way."""
        return next((c for c in self.children[i] if self.is_a(c, kind)), None)

    def verbal(self, i: int) -> bool:
        """Whether token i is a verb."""
        return self.tokens[i].pos in VERBAL

    def passive(self, i: int) -> bool:
        """Whether verb i is in the passive, with its auxiliary or, as in "when asked", without."""
        if self.child(i, "passive") is not None or self.child(i, "passive_subject") is not None:
            return True
        bare = self.child(i, "subject") is None and (self.is_a(i, "adverbial") or self.is_a(i, "modifier"))
        return bare and not self.low[i].endswith("ing") and self.low[i - 1] not in self.words("to")

    def above(self, i: int) -> Iterator[int]:
        """The heads of token i, up to the root."""
        for _ in self.tokens:
            if (head := self.tokens[i].head) == i:
                return
            yield head
            i = head

    def below(self, i: int, without: Iterable[int] = ()) -> list[int]:
        """Token i and all that hangs on it, in order; branches that begin in `without` are left out."""
        left_out = set(without)
        found, waiting = [], [i]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting += [c for c in self.children[at] if c not in left_out]
        return sorted(found)

    def span(self, first: int, last: int) -> Span:
        """From token `first` to token `last`."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def inside(self, span: Span) -> list[int]:
        """The tokens that lie in the span."""
        return [i for i, t in enumerate(self.tokens) if span.start <= t.start and t.end <= span.end]

    def in_marks(self, i: int) -> bool:
        """Whether token i stands inside marks."""
        return any(m.start <= self.tokens[i].start < m.end for m in self.marked)
