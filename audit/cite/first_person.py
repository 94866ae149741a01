"""Where a claim speaks of its own writer, of whom no source speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from audit.cite.records import Gap, GapKind
from audit.cite.source_index import SourceIndex
from audit.cite.terms import fold, key_of, placed_words
from audit.lexicon import load_rules
from audit.records import Span

WHY = "the writer speaks of himself, and no source does"


def of_the_writer(claim: str, marked: Iterable[Span], sources: Sequence[SourceIndex]) -> Iterator[Gap]:
    """The words outside quotation marks by which the writer speaks of himself; none where a source has such words."""
    quoted = tuple(marked)
    for span in first_persons(claim):
        if not any(stretch.holds(span) for stretch in quoted) and not any(map(_speaks_so, sources)):
            yield Gap(GapKind.CONTENT, span, WHY)


def first_persons(text: str) -> Iterator[Span]:
    """Where a text says "I" or "my": no numeral of a king, initial or word of a title."""
    words = [(Span(0, 0), ""), *((span, word) for span, word, _ in placed_words(text, 0, len(text)))]
    for (before, name), (span, word) in pairwise(words):
        numbered = word == "I" and name[:1].isupper() and not text[before.end : span.start].strip()
        if fold(word).replace("’", "'") in _first_person() and not numbered and not _is_title(text, span):
            yield span


def _is_title(text: str, span: Span) -> bool:
    """Whether a stop or a capital stands right behind: "I. Holm", "My Ferry"."""
    after = text[span.end : span.end + 2]
    return after[:1] == "." or (after[:1] == " " and after[1:].isupper())


def _speaks_so(source: SourceIndex) -> bool:
    return any(key_of(word) in source.postings for word in _first_person())


@cache
def _first_person() -> frozenset[str]:
    return frozenset(load_rules("cite")["first_person"]["words"])
