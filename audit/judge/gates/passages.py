"""Long runs of words in two texts: which of them are a newsroom's prose that one of them did not credit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from typing import Any

import networkx as nx

from audit.judge.library import Library
from audit.lexicon import load_rules
from audit.match.words import read_words
from audit.records import Span
from audit.text.posts import find_posts
from audit.text.segment import cut_sentences, find_paragraphs, pair_marks
from audit.text.spans import meets_any, merge_spans

Row = dict[str, Any]
LEAST_PROSE = 150  # characters of a passage outside marks: below it the words are a speaker's, and public
LEAST_SHARE = 0.8  # of them that are addressed to nobody: below it a house speaks to its readers


def uncredited(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Shared passages that are prose in both texts, addressed to nobody and spoken by nobody: one card a passage."""
    held = [row for row in rows if not any(_is_public(place, library) for place in row["evidence"][:2])]
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(held)))
    graph.add_edges_from((a, b) for a, b in combinations(range(len(held)), 2) if _one_passage(held[a], held[b]))
    for group in sorted(map(sorted, nx.connected_components(graph))):
        yield _card([held[number] for number in group])


def _one_passage(row: Row, other: Row) -> bool:
    """Whether two pairs share words of one article."""
    return any(
        a["article_id"] == b["article_id"] and a["start"] < b["end"] and b["start"] < a["end"]
        for a in row["evidence"]
        for b in other["evidence"]
    )


def _card(rows: list[Row]) -> Row:
    """The longest pair first; each article once, with the names of all but the first."""
    places, names = dict[str, Row](), dict[str, str]()
    for row in rows:
        for place, name in zip(row["evidence"], (row["second"], row["first"]), strict=True):
            places.setdefault(place["article_id"], place)
            names.setdefault(place["article_id"], name)
    others = sorted({name for key, name in names.items() if key != rows[0]["evidence"][0]["article_id"]})
    return {**rows[0], "evidence": list(places.values()), "slots": {"other": ", ".join(others)}}


def _is_public(place: Row, library: Library) -> bool:
    """Whether a passage is somebody's words, a post, or for the most part a house's own lines to its readers."""
    text, hull = library.texts[place["article_id"]], Span(place["start"], place["end"])
    spoken = _spoken(place, library)
    told = [s for line in find_paragraphs(text) if line.meets(hull) for s in cut_sentences(text, line, [])]
    inside = [Span(max(s.start, hull.start), min(s.end, hull.end)) for s in told if s.meets(hull)]
    prose = sum(_unmarked(span, spoken) for span in inside if not _is_personal(text, span, spoken))
    return prose < max(LEAST_PROSE, LEAST_SHARE * sum(_unmarked(span, spoken) for span in inside))


def _unmarked(span: Span, spoken: Iterable[Span]) -> int:
    """Characters of a stretch that nobody speaks."""
    return span.end - span.start - sum(min(s.end, span.end) - max(s.start, span.start) for s in spoken if s.meets(span))


def _is_personal(text: str, span: Span, spoken: list[Span]) -> bool:
    """Whether a sentence speaks of himself or to a reader, outside of marks."""
    words = read_words(text, span)
    told = zip(words.keys, words.spans, strict=True)
    return any(key in _persons() and not meets_any(at, spoken) for key, at in told)


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
