"""Sets of stretches of a text, so that many are asked about in little time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from audit.records import Span

T = TypeVar("T")


def merge_spans(spans: Iterable[Span]) -> list[Span]:
    """In order, those that meet made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and merged[-1].end > span.start:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def meets_any(span: Span, merged: Sequence[Span]) -> bool:
    """Whether a span shares a character with one of those that `merge_spans` gave."""
    at = bisect_right(merged, span)
    return any(span.meets(other) for other in merged[max(0, at - 1) : at + 1])


def without(span: Span, cuts: Iterable[Span]) -> tuple[Span, ...]:
    """A stretch without some stretches of it: what is left of it, in order."""
    parts, at = list[Span](), span.start
    for cut in merge_spans(cut for cut in cuts if cut.meets(span)):
        parts.append(Span(at, cut.start))
        at = cut.end
    parts.append(Span(at, span.end))
    return tuple(part for part in parts if part.end > part.start)


class Row:
    """Stretches in order, none over another, that are asked again and again which of them a place lies in."""

    __slots__ = ("_spans", "_starts")

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def at(self, position: int) -> Span | None:
        """The stretch that holds the position."""
        before = bisect_right(self._starts, position)
        if before and (span := self._spans[before - 1])[1] > position:
            return span
        return None


class Cover(Generic[T]):
    """Which records cover a place. Spans may nest, but only a few deep: those that begin last are looked at first."""

    def __init__(self, spans: Iterable[tuple[Span, T]]) -> None:
        self._all = sorted(spans, key=lambda s: (s[0].start, -s[0].end))
        self._starts = [span.start for span, _ in self._all]
        self._reach: list[int] = []  # the furthest end among the spans up to here
        for span, _ in self._all:
            self._reach.append(max(span.end, self._reach[-1] if self._reach else 0))

    def narrowest(self, span: Span) -> tuple[int, T] | None:
        """Length and record of the shortest stretch that holds the span."""
        best: tuple[int, T] | None = None
        at = bisect_right(self._starts, span.start) - 1
        while at >= 0 and self._reach[at] >= span.end:
            held, record = self._all[at]
            if held.holds(span) and (best is None or held.end - held.start < best[0]):
                best = (held.end - held.start, record)
            at -= 1
        return best

    def meeting(self, span: Span) -> list[T]:
        """Records of the stretches that share a character with a span, in the order of their starts."""
        found, at = list[T](), bisect_left(self._starts, span.end) - 1
        while at >= 0 and self._reach[at] > span.start:
            held, record = self._all[at]
            if held.meets(span):
                found.append(record)
            at -= 1
        return found[::-1]
