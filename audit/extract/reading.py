"""What every extractor reads: one article cut into paragraphs, sentences and marked stretches, its names indexed.

Invariant: all spans are into `text`, in order, and only from blocks that mentions are taken from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from audit.extract.sources.capitals import is_call_sign
from audit.extract.sources.name_index import NameIndex, sex_of
from audit.extract.sources.name_kinds import is_plain_word
from audit.extract.sources.names import Name, read_names
from audit.extract.sources.relatives import relatives
from audit.extract.sources.told_kinds import with_told_kinds
from audit.lazy import lazy
from audit.lexicon.language import DEFAULT, Lexicon, lexicon_for
from audit.lexicon.outlets import PACKAGED, Outlets
from audit.records import MENTION_ROLES, Article, Post, Role, SourceKind, Span
from audit.text.asides import without_asides
from audit.text.markup import without_emphasis
from audit.text.patterns import Phrases
from audit.text.posts import find_posts
from audit.text.segment import cut_sentences, find_paragraphs, pair_marks
from audit.text.spans import Row
from audit.text.tokens import Tokens
from audit.text.wrapped import unwrap

LEAST_LETTERS = 2
"""Letters that an outlet's short form must have more of to be looked for in the words of an article."""


@dataclass(frozen=True)
class Document:
    """One article as the extractors see it; `quoted` holds the words inside marks, without the marks.

    `text` is the article's, unwrapped, without signs of emphasis and headlines inside sentences; a place in it is the
    same in the article.
    """

    article: Article
    text: str
    language: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quoted: tuple[Span, ...]
    embedded: tuple[Span, ...]
    outlets: Outlets

    @lazy
    def rules(self) -> str:
        """The language whose rules read this article: its own where there are some, else English."""
        return self.lexicon.language

    @lazy
    def posts(self) -> tuple[Post, ...]:
        """The posts that were pasted into the text."""
        return find_posts(self.text)

    @lazy
    def lexicon(self) -> Lexicon:
        """The tables of the language whose rules read this article."""
        return lexicon_for(self.language)

    @lazy
    def tokens(self) -> tuple[Tokens, ...]:
        """The tokens of each sentence, read once for all."""
        return tuple(Tokens(self.text, *sentence, self.rules) for sentence in self.sentences)

    @lazy
    def vocabulary(self) -> frozenset[str]:
        """The words of all sentences in small letters, those around an apostrophe also apart."""
        words = frozenset[str]().union(*(tokens.lows for tokens in self.tokens))
        return words.union(*(word.split("'") for word in words if "'" in word))

    def find(self, phrases: Phrases) -> Iterator[re.Match[str]]:
        """Where phrases stand in the text, as far as one of their words stands in a sentence."""
        return phrases.found_in(self.text, self.vocabulary)

    @lazy
    def names(self) -> tuple[Name, ...]:
        """All mentions of people and organisations, in order, each with its full name."""
        full = (_with_full_name(n, self.name_index) for n in self._printed_names)
        return tuple(n for n in full if n.kind is not SourceKind.ORGANISATION or not is_plain_word(n.surface))

    @lazy
    def name_index(self) -> NameIndex:
        """Finds full names, and tells men from women where the article does."""
        return NameIndex(self._printed_names, relatives(self.text, self._printed_names))

    @lazy
    def _printed_names(self) -> tuple[Name, ...]:
        """The names as they stand, full names not looked up yet."""
        names = read_names(self.text, self.sentences, self.outlets, self.rules)
        return tuple(with_told_kinds(self.text, names) if self.rules == DEFAULT else names)

    @lazy
    def _name_starts(self) -> list[int]:
        return [n.span.start for n in self.names]

    def full_name(self, surface: str, position: int) -> str | None:
        """The fullest spelling in the article of whom `surface` names at `position`; None if it names nobody so."""
        return self.name_index.full_name(surface, position)

    def spelled_out(self, letters: str) -> str | None:
        """The words that the article itself shortens to letters which elsewhere are an outlet's; None where it is that.

        "Anglers for Peace", of "AFP"; the outlet's own name is none.
        """
        if not (len(letters) > LEAST_LETTERS and letters.isalpha() and letters.isupper()):
            return None
        inner = "".join(rf" {letter.lower()}[a-z]+" for letter in letters[1:-1])
        pattern = rf"\b{letters[0]}[a-z]+{inner} {letters[-1]}[a-z]+\b"
        found = re.search(pattern, self.text)
        return found.group() if found and self.outlets.resolve(found.group()) is None else None

    def names_in(self, span: Span) -> tuple[Name, ...]:
        """The names that share words with the span."""
        low, high = bisect_right(self._name_starts, span.start - 1), bisect_right(self._name_starts, span.end - 1)
        if low and self.names[low - 1].span.end > span.start:
            low -= 1
        return self.names[low:high]

    @lazy
    def _embedded(self) -> Row:
        return Row(self.embedded)

    @lazy
    def paragraph_at(self) -> Callable[[int], Span | None]:
        """A position to the paragraph that holds it."""
        return Row(self.paragraphs).at

    @lazy
    def sentence_at(self) -> Callable[[int], Span | None]:
        """A position to the sentence that holds it."""
        return Row(self.sentences).at

    @lazy
    def quoted_at(self) -> Callable[[int], Span | None]:
        """A position to the marked words that hold it."""
        return Row(self.quoted).at

    def is_embedded(self, position: int) -> bool:
        """Whether the position lies in an embedded post."""
        return self._embedded.at(position) is not None

    def is_quoted(self, position: int) -> bool:
        """Whether the position lies inside quotation marks."""
        return self.quoted_at(position) is not None


def _with_full_name(name: Name, index: NameIndex) -> Name:
    may_be_short = name.kind is SourceKind.ORGANISATION or is_call_sign(name.surface)
    if may_be_short and (whole := index.spelled_out(name.surface)):
        return name._replace(full=whole, kind=SourceKind.ORGANISATION)
    if name.kind is SourceKind.ORGANISATION and name.surface.isupper() and name.surface.isalpha():
        shouted = index.full_name(name.surface, name.span.start)  # "PENCE:" in a transcript
        return name._replace(full=shouted, kind=SourceKind.PERSON) if shouted and " " in shouted else name
    if name.kind is not SourceKind.PERSON:
        bearer = index.by_surname(name.surface, name.span.start) if name.kind is SourceKind.ORGANISATION else None
        return name._replace(full=bearer, kind=SourceKind.PERSON) if bearer else name
    full = index.full_name(name.surface, name.span.start, sex_of(name.surface, name.role), name.role)
    return name._replace(full=full) if full and full != name.full else name


def mention_stretches(article: Article) -> tuple[Span, ...] | None:
    """Where mentions are taken from; None: anywhere, in an article without blocks."""
    if not article.blocks:
        return None
    return tuple(block.span for block in article.blocks if block.role in MENTION_ROLES)


def embedded_posts(article: Article) -> tuple[Span, ...]:
    """The stretches that are embedded posts: their words are the posters'."""
    if not article.blocks:
        return tuple(Span(p.span.start, p.signature.end) for p in find_posts(article.text))
    return tuple(block.span for block in article.blocks if block.role is Role.EMBED)


def read_document(article: Article, outlets: Outlets = PACKAGED) -> Document:
    """Cuts the article; time and space are linear in its length. `outlets`: whose names it may print, else those of
    the package."""
    text = without_asides(without_emphasis(unwrap(article.text)))
    paragraphs = find_paragraphs(text, mention_stretches(article))
    quoted: list[Span] = []
    sentences: list[Span] = []
    for number, paragraph in enumerate(paragraphs):
        marked, unclosed = pair_marks(text, paragraph)
        if unclosed is not None and _runs_on(text, paragraphs, number):
            marked.append(Span(unclosed, paragraph.end))
        quoted += marked
        sentences += cut_sentences(text, paragraph, marked, article.language)
    return Document(
        article,
        text,
        article.language,
        paragraphs,
        tuple(sentences),
        tuple(quoted),
        embedded_posts(article),
        outlets,
    )


def _runs_on(text: str, paragraphs: Sequence[Span], number: int) -> bool:
    """Whether an unclosed mark is the habit of opening each paragraph of a long quotation anew."""
    follow = number + 1
    return follow < len(paragraphs) and text[paragraphs[follow].start] in "\"“„«‘'»"
