"""Held articles as tracing reads them: their words in a row, what they tell, and the sentence around a place.

Invariant: what is read of an article depends on that article alone, so that a larger corpus changes no comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from audit.lazy import lazy
from audit.lexicon.counts import news_stem
from audit.match.words import Words, common_words, read_words
from audit.records import Span
from audit.text.segment import cut_sentences, find_paragraphs
from audit.warehouse import Answers, KeptText, stable_key

MOST_PAGES = 1_200  # that are kept read: what is asked of an article is asked near in time
MOST_WORDS = 90  # of sentences that are read as one place: about what two paragraphs of news hold


Printed = tuple[str | KeptText, str | None, str | None]
"""Text, title and language of an article."""


class Told(NamedTuple):
    """A sentence: where it stands, how many words it has, the stems of those that tell something."""

    span: Span
    words: int
    tells: frozenset[str]


@dataclass(frozen=True)
class Page:
    """The text of one held article, latest version; what is read of it is read when somebody asks."""

    text: str
    title: str
    language: str
    kept: Answers | None = field(default=None, compare=False, repr=False)  # stems of pages, from earlier runs
    told: int | None = None  # a hash of all of it, where the warehouse has one

    @lazy
    def key(self) -> int:
        """Key of all of it."""
        return stable_key(self.text, self.title, self.language) if self.told is None else self.told

    @lazy
    def words(self) -> Words:
        """Its words."""
        return read_words(self.text)

    @lazy
    def row(self) -> str:
        """The words with one blank around each, so that a run of them is a substring."""
        return f" {' '.join(self.words.keys)} "

    @lazy
    def stems(self) -> frozenset[str]:
        """What it tells."""
        if self.kept is None:
            return telling(self.words.keys)
        return frozenset(self.kept.answer(self.key, lambda: sorted(telling(self.words.keys))))

    @lazy
    def sentences(self) -> tuple[Told, ...]:
        """Its sentences."""
        return tuple(_sentences(self.text, self.words, self.language))

    @lazy
    def windows(self) -> tuple[tuple[range, frozenset[str]], ...]:
        """The numbers of as many sentences as `MOST_WORDS` hold, from each one on, and what they tell."""
        return tuple(_windows(self.sentences))

    def run_at(self, offset: int, length: int) -> Span:
        """The place in the text of `length` words that stand at an offset of `row`."""
        first = self.row.count(" ", 0, offset)
        return self.words.hull(first, first + length - 1)


def read_page(
    text: str, title: str | None, language: str | None, kept: Answers | None = None, told: int | None = None
) -> Page:
    """Text, headline and language to a page; `told`: a hash of them."""
    return Page(text, title or "", language or "en", kept, told)


def telling(keys: tuple[str, ...]) -> frozenset[str]:
    """The stems of the words that say what a text is about."""
    return frozenset(map(news_stem, set(keys) - common_words()))


def _sentences(text: str, words: Words, language: str) -> Iterator[Told]:
    for line in find_paragraphs(text):
        for span in cut_sentences(text, line, (), language):
            within = words.within(span)
            yield Told(span, len(within), telling(words.keys[within.start : within.stop][:MOST_WORDS]))


def _windows(sentences: Sequence[Told]) -> Iterator[tuple[range, frozenset[str]]]:
    """Adjacent sentences, at most `MOST_WORDS` words or one sentence, with the stems of their telling words."""
    for first in range(len(sentences)):
        last, words = first + 1, sentences[first].words
        while last < len(sentences) and words + sentences[last].words <= MOST_WORDS:
            words += sentences[last].words
            last += 1
        yield range(first, last), frozenset[str]().union(*(one.tells for one in sentences[first:last]))


@dataclass(slots=True)
class Library:
    """The pages of the held articles, read when they are first asked for."""

    texts: Mapping[str, Printed]  # by article
    kept: Answers | None = None  # stems of pages
    told: Mapping[str, int] = field(default_factory=dict)  # a hash of each text
    _pages: dict[str, Page] = field(default_factory=dict)

    def key(self, article_id: str) -> int:
        """Key of all of the page of an article; where the warehouse tells it, nothing is read."""
        told = self.told.get(article_id)
        return self.page(article_id).key if told is None else told

    def page(self, article_id: str) -> Page:
        """The page of an article."""
        told = self.told.get(article_id)
        page = self._pages.pop(article_id, None) or self._read(article_id, told)
        self._pages[article_id] = page
        if len(self._pages) > MOST_PAGES:
            del self._pages[next(iter(self._pages))]  # the one that was not asked for the longest
        return page

    def _read(self, article_id: str, told: int | None) -> Page:
        text, title, language = self.texts[article_id]
        return read_page(str(text), title, language, self.kept, told)
