"""Mentions of one article that are one statement: a quote with the figures inside it and the passage around it.

Invariant: every mention belongs to exactly one statement, whatever the order of the input.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from audit.records import Span
from audit.trace.records import Mention

REST = (
    48  # characters, about eight words: a passage with so many outside the sentences of quotes and figures is its own
)
HALF = 2  # two passages are one where what they share is half of the shorter


def find_statements(mentions: Iterable[Mention]) -> dict[str, str]:
    """The statement that each mention belongs to, by mention_id; credits stand alone."""
    by_article = defaultdict[str, list[Mention]](list)
    for mention in mentions:
        by_article[mention.article_id].append(mention)
    return {key: name for found in by_article.values() for key, name in _of_article(found)}


def _of_article(mentions: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    of_kind = defaultdict[str, list[Mention]](list)
    for mention in sorted(mentions, key=lambda m: (m.span, m.mention_id)):
        of_kind[mention.kind].append(mention)
    quotes = _Line(of_kind["quote"])
    told = {mention.mention_id: mention.group for mention in (*of_kind["quote"], *of_kind["credit"])}
    for figure in of_kind["figure"]:
        around = next((q for q in quotes.meeting(figure.span) if q.span.holds(figure.span)), None)
        told[figure.mention_id] = around.group if around else figure.group
    stated = _Line(sorted([*of_kind["quote"], *of_kind["figure"]], key=lambda m: (m.span, m.mention_id)))
    for run in _joined(of_kind["passage"]):
        host = _host(Span(run[0].span.start, max(m.span.end for m in run)), stated)
        name = told[host.mention_id] if host else run[0].group
        told |= {passage.mention_id: name for passage in run}
    return iter(told.items())


class _Line:
    """Mentions in the order of the text, to find those that meet a span by their sentences or their words."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._around = [mention.around for mention in mentions]
        self._starts = [around.start for around in self._around]
        self._longest = max((around.end - around.start for around in self._around), default=0)

    def meeting(self, span: Span) -> Iterator[Mention]:
        """Those whose sentences meet a span."""
        for number in range(bisect_right(self._starts, span.end) - 1, -1, -1):
            if self._starts[number] + self._longest < span.start:
                return
            if self._around[number].meets(span):
                yield self._mentions[number]


def _joined(passages: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Passages in order, those together of which each two share half of the shorter."""
    run: list[Mention] = []
    for passage in passages:
        if run and not all(_one_run(other.span, passage.span) for other in run):
            yield run
            run = []
        run.append(passage)
    if run:
        yield run


def _one_run(a: Span, b: Span) -> bool:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return HALF * shared >= min(a.end - a.start, b.end - b.start)


def _host(run: Span, stated: _Line) -> Mention | None:
    """The quote or figure whose statement a run of passages is: of those in its sentences the one with most words."""
    inside = list(stated.meeting(run))
    if not inside or _outside(run, [m.around for m in inside]) >= REST:
        return None
    return max(inside, key=lambda m: (m.kind == "quote", m.span.end - m.span.start, -m.span.start, m.mention_id))


def _outside(run: Span, sentences: Iterable[Span]) -> int:
    """Characters of a run that lie in none of the sentences."""
    at, left = run.start, 0
    for start, end in sorted(sentences):
        left += max(0, min(start, run.end) - at)
        at = max(at, end)
    return left + max(0, run.end - at)
