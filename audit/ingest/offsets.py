"""Where the blocks of a page stand in its source: alignment by letters only, with a moving cursor."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from audit.records import Span

_SKIP = re.compile(r"<(script|style|noscript|template|s|strike|del)\b[^>]{0,2000}>", re.IGNORECASE)
_ANCHOR = re.compile(r"<(/?)a\b([^>]{0,5000})", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_LETTERS = re.compile(r"[\W_]+")
_ENTITY = re.compile(r"&#?\w{1,32};?")


@dataclass(frozen=True, slots=True)
class Source:
    """The letters of a page's visible text, the runs of source they come from, and the letters under each link."""

    letters: str
    begins: tuple[int, ...]  # of each run, in letters
    runs: tuple[Span, ...]  # in the source
    text: str
    anchors: tuple[tuple[Span, str], ...] = ()  # in letters, with the address as printed


def read_source(text: str) -> Source:
    """The visible letters of an HTML source, in one pass."""
    letters, begins, runs, length = [], [], [], 0
    anchors, opened = list[tuple[Span, str]](), None
    for run, anchor in _runs(text):
        found = _only_letters(html.unescape(text[run.start : run.end]))
        if found:
            letters.append(found)
            begins.append(length)
            runs.append(run)
            length += len(found)
        if anchor is not None:
            anchors += [(Span(opened[0], length), opened[1])] if opened and opened[1] and opened[0] < length else []
            opened = (length, anchor)
    return Source("".join(letters), tuple(begins), tuple(runs), text, tuple(anchors))


def _runs(text: str) -> Iterator[tuple[Span, str | None]]:
    """The stretches between tags, without scripts, styles and comments; with each, where a link's tag follows it, the
    address of that link, empty where the link ends."""
    at = 0
    while at < len(text):
        tag = text.find("<", at)
        tag = len(text) if tag < 0 else tag
        anchor = _ANCHOR.match(text, tag)
        yield Span(at, tag), _address(anchor) if anchor else None
        at = _behind_tag(text, tag)


def _address(anchor: re.Match[str]) -> str:
    href = _HREF.search(anchor[2]) if not anchor[1] else None
    return html.unescape(next(filter(None, href.groups()), "")) if href else ""


def _behind_tag(text: str, tag: int) -> int:
    """Behind the tag at `tag`, and behind what it hides."""
    skipped = _SKIP.match(text, tag)
    if skipped:
        closing = re.compile(rf"</{skipped[1]}\s{{0,20}}>", re.IGNORECASE).search(text, skipped.end())
        return closing.end() if closing else len(text)
    mark = "-->" if text.startswith("<!--", tag) else ">"
    end = text.find(mark, tag + 1)
    return len(text) if end < 0 else end + len(mark)


def _only_letters(text: str) -> str:
    return _LETTERS.sub("", text).casefold()


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a stretch of the text stands in the source, and the links in it, by their place in the text."""

    raw: Span
    links: tuple[tuple[Span, str], ...]


def locate(spans: Sequence[Span], text: str, source: Source) -> list[Placed | None]:
    """The place of each stretch in the source, or None: found after the one before it, else anywhere."""
    found: list[Placed | None] = []
    cursor = 0
    for span in spans:
        key = _only_letters(span.of(text))
        at = source.letters.find(key, cursor) if key else -1
        at = source.letters.find(key) if at < 0 and key else at
        cursor = at + len(key) if at >= 0 else cursor
        found.append(_placed(span, text, source, Span(at, at + len(key))) if at >= 0 else None)
    return found


def _placed(span: Span, text: str, source: Source, letters: Span) -> Placed:
    first = bisect_left(source.anchors, letters.start, key=lambda anchor: anchor[0].end)
    inside = takewhile(lambda anchor: anchor[0].start < letters.end, islice(source.anchors, first, None))
    anchors = [(under, href) for under, href in inside if letters.holds(under)]
    where = _letter_places(span, text) if anchors else ()
    links = tuple(
        (Span(where[under.start - letters.start], where[under.end - 1 - letters.start] + 1), href)
        for under, href in anchors
    )
    return Placed(_place(source, letters.start, letters.end), links)


def _letter_places(span: Span, text: str) -> list[int]:
    """The place in the text of each letter of a stretch."""
    return [at for at in range(span.start, span.end) for _ in _only_letters(text[at])]


def _place(source: Source, start: int, end: int) -> Span:
    first = bisect_right(source.begins, start) - 1
    last = bisect_right(source.begins, end - 1) - 1
    left = _nth_letter(source, first, start - source.begins[first])
    right = _nth_letter(source, last, end - 1 - source.begins[last])
    return Span(left.start, right.end)


def _nth_letter(source: Source, run: int, number: int) -> Span:
    """The source of the n-th letter of a run; an entity counts as one stretch."""
    at, end = source.runs[run]
    while at < end:
        entity = _ENTITY.match(source.text, at, end) if source.text[at] == "&" else None
        stop = entity.end() if entity else at + 1
        size = len(_only_letters(html.unescape(source.text[at:stop])))
        if number < size:
            return Span(at, stop)
        number, at = number - size, stop
    return Span(end, end)
