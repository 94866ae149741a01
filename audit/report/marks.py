"""An article's text cut where marks, anchors and blocks begin or end, so that what overlaps stands together.

Invariant: the segments of all stretches, joined, are the text but for blanks between blocks; nothing lost or doubled.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from audit.records import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention where it stands. `kind` names its look, `row` the line of the page's list that tells of it."""

    span: Span
    kind: str
    row: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text under the same marks. `anchor`: a place that other pages link to begins here."""

    text: str
    kinds: tuple[str, ...] = ()
    row: int | None = None
    anchor: int | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block of the article, or what stands between two."""

    role: str
    segments: tuple[Segment, ...]


def lay_out(
    text: str, blocks: Sequence[tuple[str, Span]], marks: Sequence[Mark], anchors: Iterable[int]
) -> list[Stretch]:
    """The whole text as stretches, each cut into segments. O(n log n) in marks plus the length of the text."""
    held = [mark for mark in marks if 0 <= mark.span.start < mark.span.end <= len(text)]
    places = {place for place in anchors if 0 <= place < len(text)}
    stretches = list(_cover(text, blocks))
    edges = {span.start for _, span in stretches} | {span.end for _, span in stretches} | places
    edges |= {mark.span.start for mark in held} | {mark.span.end for mark in held}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(text))
    segments = dict(_segments(text, cuts, held, places))
    starts = iter(sorted(segments))
    found: list[Stretch] = []
    pending = next(starts, None)
    for role, span in stretches:
        own: list[Segment] = []
        while pending is not None and pending < span.end:
            if pending >= span.start:
                own.append(segments[pending])
            pending = next(starts, None)
        found.append(Stretch(role, tuple(own)))
    return found


def _cover(text: str, blocks: Sequence[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    """Blocks in order, clipped so that none overlaps the one before, and what words stand between them as `rest`."""
    at = 0
    for role, span in sorted(blocks, key=lambda block: block[1]):
        start, end = max(at, span.start), min(span.end, len(text))
        if start >= end:
            continue
        if text[at:start].strip():
            yield "rest", Span(at, start)
        yield role, Span(start, end)
        at = end
    if text[at:].strip():
        yield "rest", Span(at, len(text))


def _segments(text: str, cuts: Sequence[int], marks: Sequence[Mark], places: set[int]) -> Iterator[tuple[int, Segment]]:
    begins: dict[int, list[Mark]] = defaultdict(list)
    ends: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        begins[mark.span.start].append(mark)
        ends[mark.span.end].append(mark)
    active: dict[Mark, None] = {}
    for start, end in itertools.pairwise(cuts):
        for mark in ends[start]:
            active.pop(mark, None)
        active.update(dict.fromkeys(begins[start]))
        anchor = start if start in places else None
        yield start, _segment(text[start:end], list(active), anchor)


def _segment(words: str, active: list[Mark], anchor: int | None) -> Segment:
    if not active:
        return Segment(words, anchor=anchor)
    inner = min(active, key=lambda mark: (mark.span.end - mark.span.start, mark.row))
    kinds = tuple(sorted({mark.kind for mark in active}))
    return Segment(words, kinds, inner.row, anchor)
