"""Long runs of words in two texts: which of them are a newsroom's prose that one of them did not credit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from audit.judge.library import Library
from audit.lexicon import load_rules
from audit.match.words import read_words
from audit.records import Span
from audit.text.posts import find_posts
from audit.text.segment import find_paragraphs, pair_marks
from audit.text.spans import meets_any, merge_spans

Row = dict[str, Any]
LEAST_PROSE = 100  # characters of a passage outside marks: below it the words are a speaker's, and public


def uncredited(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Shared passages that are prose in both texts, addressed to nobody and spoken by nobody."""
    for row in rows:
        if not any(_is_public(place, library) for place in row["evidence"][:2]):
            yield row


def _is_public(place: Row, library: Library) -> bool:
    """Whether a passage is somebody's words, a post, or a house's own lines to its readers."""
    text, hull = library.texts[place["article_id"]], Span(place["start"], place["end"])
    spoken = _spoken(place, library)
    marked = sum(min(s.end, hull.end) - max(s.start, hull.start) for s in spoken if s.meets(hull))
    if hull.end - hull.start - marked < LEAST_PROSE:
        return True
    words = read_words(text, hull)
    told = zip(words.keys, words.spans, strict=True)
    return any(key in _persons() and not meets_any(span, spoken) for key, span in told)


def _spoken(place: Row, library: Library) -> list[Span]:
    """Stretches around a passage that stand in marks, are read as a quote, or are a pasted post."""
    text, hull = library.texts[place["article_id"]], Span(place["start"], place["end"])
    lines = [line for line in find_paragraphs(text) if line.meets(hull)]
    marks = [span for line in lines for span in pair_marks(text, line)[0]]
    posts = [post.span for post in find_posts(text)]
    return merge_spans([*marks, *posts, *library.marked(place["article_id"])])


@cache
def _persons() -> frozenset[str]:
    """Words by which somebody speaks of himself or to a reader."""
    return frozenset(load_rules("persons")["words"])


def in_order(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Credits to a text that is dated later, one a credited place."""
    seen = set[tuple[str, int]]()
    for row in rows:
        first = row["evidence"][0]["article_id"], row["evidence"][0]["start"]
        if first not in seen:
            seen.add(first)
            yield row
