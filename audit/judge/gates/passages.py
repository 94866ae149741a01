"""Long runs of words in two texts: which of them are a newsroom's prose that one of them did not credit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from typing import Any

from audit.graphs import joined
from audit.judge.gates.told_beside import is_behind_colon
from audit.judge.library import Library, proper_names
from audit.lexicon import load_rules
from audit.lexicon.counts import news_stem, rarity, small_share
from audit.match.words import read_words
from audit.records import Span
from audit.text.posts import find_posts
from audit.text.segment import cut_sentences, find_paragraphs, pair_marks
from audit.text.spans import meets_any, merge_spans

Row = dict[str, Any]
RUN = 5  # words in a row that show whose words they are
LEAST_PROSE = 150  # characters of a passage outside marks: below it the words are a speaker's, and public
LEAST_SHARE = 0.8  # of them that are addressed to nobody: below it a house speaks to its readers
LEAST_WHOLE = 0.6  # of them in sentences: below it they are a menu, a form, a list
LEAST_SMALL = 0.5  # of the words of a sentence that begin small: below it they are titles, names, a menu
LEAST_NAMES = 10  # beside a passage: below it two texts may be about one thing and not show it
LEAST_ALIKE = 0.2  # of the names beside a passage that both texts must have
SMALL, EVERYWHERE = 0.1, 3.0  # share of a word's uses that begin small; rarity, in natural logarithms
_STOP = re.compile(r"[.!?…][\"'”’)\]]*\s*$")


def uncredited(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Shared passages that are sentences in both texts, to nobody and by nobody: one card a passage."""
    held = [row for row in rows if not any(_is_public(place, library) for place in row["evidence"][:2])]
    held = [row for row in held if not _is_aside(row, library) and not _is_shown(row, library)]
    alike = ((a, b) for a, b in combinations(range(len(held)), 2) if _one_passage(held[a], held[b]))
    for group in sorted(map(sorted, joined(range(len(held)), alike))):
        if not _is_said_too(held[group[0]], library):
            yield _card([held[number] for number in group])


def _is_shown(row: Row, library: Library) -> bool:
    """Whether one of its texts shows a passage as another's: it begins with the paragraph behind a colon."""
    return any(is_behind_colon(place, library) and _begins_line(place, library) for place in row["evidence"][:2])


def _begins_line(place: Row, library: Library) -> bool:
    before = library.texts[place["article_id"]][library.paragraph(place).start : place["start"]]
    return not any(map(str.isalnum, before))


def _is_said_too(row: Row, library: Library) -> bool:
    """Whether one of its texts gives most of a passage to somebody as well: a post, quoted and pasted."""
    one, two = row["evidence"][:2]
    passage = _runs(library.texts[one["article_id"]], Span(one["start"], one["end"]))
    given = _given_beside(one, library) | _given_beside(two, library)
    return 2 * len(passage & given) >= len(passage) > 0


def _given_beside(place: Row, library: Library) -> set[tuple[Any, ...]]:
    """Runs of the words that a text gives to somebody outside of a passage."""
    text, hull = library.texts[place["article_id"]], Span(place["start"], place["end"])
    beside = (span for span in library.marked(place["article_id"]) if not span.meets(hull))
    return set().union(*(_runs(text, span) for span in beside))


def _runs(text: str, span: Span) -> set[tuple[Any, ...]]:
    keys = read_words(text, span).keys
    return {tuple(keys[at : at + RUN]) for at in range(len(keys) - RUN + 1)}


def _is_aside(row: Row, library: Library) -> bool:
    """Whether a passage is a small part of two texts that name hardly anybody in common beside it: a banner, terms."""
    one, two = (_names_beside(place, library) for place in row["evidence"][:2])
    return min(len(one), len(two)) >= LEAST_NAMES and len(one & two) < LEAST_ALIKE * min(len(one), len(two))


def _names_beside(place: Row, library: Library) -> frozenset[str]:
    """The names of a text outside of a passage; words that news writes small too, or everywhere, are none."""
    text = library.texts[place["article_id"]]
    names = proper_names(f"{text[: place['start']]} {text[place['end'] :]}")
    return frozenset(name for name in names if small_share(name) < SMALL and rarity(news_stem(name)) > EVERYWHERE)


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
    """Whether a passage is somebody's words, a post, or mostly no prose: a house's lines to its readers, a menu."""
    text, hull = library.texts[place["article_id"]], Span(place["start"], place["end"])
    spoken = _spoken(place, library)
    sentences = [s for line in find_paragraphs(text) if line.meets(hull) for s in cut_sentences(text, line, [])]
    inside = [(s, Span(max(s.start, hull.start), min(s.end, hull.end))) for s in sentences if s.meets(hull)]
    size = sum(_unmarked(span, spoken) for _, span in inside)
    prose = sum(_unmarked(span, spoken) for _, span in inside if not _is_personal(text, span, spoken))
    whole = sum(_unmarked(span, spoken) for sentence, span in inside if _is_sentence(sentence.of(text)))
    return prose < max(LEAST_PROSE, LEAST_SHARE * size) or whole < LEAST_WHOLE * size


def _unmarked(span: Span, spoken: Iterable[Span]) -> int:
    """Characters of a stretch that nobody speaks."""
    return span.end - span.start - sum(min(s.end, span.end) - max(s.start, span.start) for s in spoken if s.meets(span))


def _is_sentence(words: str) -> bool:
    """Whether words end as a sentence does and most of them begin small: no headline, menu or form."""
    initials = [word[0] for word in words.split() if word[0].isalpha()]
    return bool(_STOP.search(words)) and sum(map(str.islower, initials)) >= LEAST_SMALL * len(initials)


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
