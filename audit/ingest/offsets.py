"""Where the blocks of a page stand in its source: alignment by letters only, with a moving cursor."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from audit.records import Block, Span

_SKIP = re.compile(r"<(script|style|noscript|template)\b[^>]{0,2000}>", re.IGNORECASE)
_LETTERS = re.compile(r"[\W_]+")
_ENTITY = re.compile(r"&#?\w{1,32};?")


@dataclass(frozen=True, slots=True)
class Source:
    """The letters of a page's visible text, and the runs of source they come from."""

    letters: str
    begins: tuple[int, ...]  # of each run, in letters
    runs: tuple[Span, ...]  # in the source
    text: str


def read_source(text: str) -> Source:
    """The visible letters of an HTML source, in one pass."""
    letters, begins, runs, length = [], [], [], 0
    for run in _runs(text):
        found = _only_letters(html.unescape(text[run.start : run.end]))
        if found:
            letters.append(found)
            begins.append(length)
            runs.append(run)
            length += len(found)
    return Source("".join(letters), tuple(begins), tuple(runs), text)


def _runs(text: str) -> list[Span]:
    """The stretches between tags, without scripts, styles and comments."""
    runs, at = [], 0
    while at < len(text):
        tag = text.find("<", at)
        tag = len(text) if tag < 0 else tag
        if tag > at:
            runs.append(Span(at, tag))
        at = _behind_tag(text, tag)
    return runs


def _behind_tag(text: str, tag: int) -> int:
    """Behind the tag at `tag`, and behind what it hides."""
    skipped = _SKIP.match(text, tag)
    closing = f"</{skipped[1]}" if skipped else "-->" if text.startswith("<!--", tag) else ">"
    end = text.find(closing, tag + 1)
    if end < 0 and skipped:
        end = text.find(closing.upper(), tag + 1)
    return len(text) if end < 0 else end + len(closing) if not skipped else text.find(">", end) + 1 or len(text)


def _only_letters(text: str) -> str:
    return _LETTERS.sub("", text).casefold()


def locate(blocks: Sequence[Block], text: str, source: Source) -> list[Span | None]:
    """The place of each block in the source, or None: found after the one before it, else anywhere."""
    found: list[Span | None] = []
    cursor = 0
    for block in blocks:
        key = _only_letters(block.span.of(text))
        at = source.letters.find(key, cursor) if key else -1
        at = source.letters.find(key) if at < 0 and key else at
        cursor = at + len(key) if at >= 0 else cursor
        found.append(_place(source, at, at + len(key)) if at >= 0 else None)
    return found


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
