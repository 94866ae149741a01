"""Held articles as tracing reads them: their words in a row, what they tell, and the sentence around a place.

Invariant: what is read of an article depends on that article alone, so that a larger corpus changes no comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from audit.match.words import Words, common_words, read_words, stem
from audit.records import Span
from audit.text.segment import find_paragraphs
from audit.warehouse import stable_key


@dataclass(frozen=True)
class Page:
    """The text of one held article, latest version; what is read of it is read when somebody asks."""

    text: str
    title: str
    language: str

    @cached_property
    def key(self) -> int:
        """Key of all of it."""
        return stable_key(self.text, self.title, self.language)

    @cached_property
    def words(self) -> Words:
        """Its words."""
        return read_words(self.text)

    @cached_property
    def row(self) -> str:
        """The words with one blank around each, so that a run of them is a substring."""
        return f" {' '.join(self.words.keys)} "

    @cached_property
    def stems(self) -> frozenset[str]:
        """What it tells."""
        return telling(self.words.keys)

    @cached_property
    def windows(self) -> tuple[tuple[Span, frozenset[str]], ...]:
        """Each two adjacent paragraphs, and what they tell."""
        return tuple(_windows(self.text, self.words))

    def run_at(self, offset: int, length: int) -> Span:
        """The place in the text of `length` words that stand at an offset of `row`."""
        first = self.row.count(" ", 0, offset)
        return self.words.hull(first, first + length - 1)


def read_page(text: str, title: str | None, language: str | None) -> Page:
    """Text, headline and language to a page."""
    return Page(text, title or "", language or "en")


def telling(keys: tuple[str, ...]) -> frozenset[str]:
    """The stems of the words that say what a text is about."""
    return frozenset(stem(key) for key in keys if key not in common_words())


def _windows(text: str, words: Words) -> Iterator[tuple[Span, frozenset[str]]]:
    """Each two adjacent paragraphs of a text as one stretch, with the stems of its telling words."""
    paragraphs = find_paragraphs(text)
    within = (words.within(paragraph) for paragraph in paragraphs)
    told = [telling(words.keys[some.start : some.stop]) for some in within]
    for number, paragraph in enumerate(paragraphs):
        last = min(number + 1, len(paragraphs) - 1)
        yield Span(paragraph.start, paragraphs[last].end), told[number] | told[last]


@dataclass(slots=True)
class Library:
    """The pages of the held articles, read when they are first asked for."""

    texts: Mapping[str, tuple[str, str | None, str | None]]  # text, title, language by article
    _pages: dict[str, Page] = field(default_factory=dict)

    def page(self, article_id: str) -> Page:
        """The page of an article."""
        if article_id not in self._pages:
            self._pages[article_id] = read_page(*self.texts[article_id])
        return self._pages[article_id]
