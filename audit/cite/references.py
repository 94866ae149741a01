"""A page with references to its cited sentences: each sentence with the references that stand in it or close it.

Three kinds of pages are read: HTML (links, or marks that lead to a list of references), Markdown, wikitext.
Invariant: sentences come in the order of the page; a named reference is one reference wherever it is used again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from audit.records import Span
from audit.text.segment import cut_sentences, find_paragraphs, pair_marks

_EMPTY = re.compile(r"\s*[(\[][\s,;|·]*[)\]]")  # brackets of which nothing is left


@dataclass(frozen=True, slots=True)
class Reference:
    """What a mark on a page leads to. `key` is its name or number on the page; `quote` the words it says are there."""

    key: str
    url: str | None = None
    archive_url: str | None = None
    title: str | None = None
    quote: str | None = None
    pages: str | None = None
    published: date | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence of the page, its marks taken out, and its references in order. `credited`: words that name these."""

    number: int
    text: str
    references: tuple[Reference, ...]
    credited: tuple[str, ...] = ()


@dataclass(slots=True)
class MarkedText:
    """Plain text in the making, with the places at which references stand."""

    parts: list[str] = field(default_factory=list)
    marks: list[tuple[int, Reference]] = field(default_factory=list)
    credited: list[tuple[int, str]] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> None:
        """Words of the page."""
        self.parts.append(text)
        self.length += len(text)

    def mark(self, reference: Reference) -> None:
        """A reference at the place reached."""
        self.marks.append((self.length, reference))

    def credit(self, words: str) -> None:
        """Words at the place reached by which the page names what it refers to."""
        self.credited.append((self.length, " ".join(words.split())))

    @property
    def text(self) -> str:
        """All words added."""
        return "".join(self.parts)


def cited_sentences(marked: MarkedText, language: str = "en") -> Iterator[CitedSentence]:
    """The sentences that hold a reference or are closed by one, in order."""
    text = marked.text
    sentences = sorted(_sentences(text, language))
    starts = [sentence.start for sentence in sentences]
    held: list[dict[Reference, None]] = [{} for _ in sentences]
    named: list[list[str]] = [[] for _ in sentences]
    for at, reference in marked.marks:
        number = bisect_left(starts, at) - 1  # the sentence that the mark stands in, or the last one before it
        if number >= 0:
            held[number][reference] = None
    for at, words in marked.credited:
        named[max(0, bisect_left(starts, at + 1) - 1)].append(words)
    for number, (sentence, references) in enumerate(zip(sentences, held, strict=True)):
        if references:
            words = " ".join(_EMPTY.sub("", sentence.of(text)).split())
            yield CitedSentence(number, words, tuple(references), tuple(named[number]))


def _sentences(text: str, language: str) -> Iterable[Span]:
    for paragraph in find_paragraphs(text):
        yield from cut_sentences(text, paragraph, pair_marks(text, paragraph)[0], language)
