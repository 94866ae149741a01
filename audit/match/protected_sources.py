"""Sources that an article protects: words of somebody unnamed here never stand beside the name another text gives.

Invariant: words that one article gives to an unnamed source, and another to a named person or body, are matched with no
text but those that keep the source unnamed as well, be it as quotes, as a passage around them or as figures inside.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from audit.match.articles import MatchRow, Stretch
from audit.records import UNNAMED, SourceKind
from audit.warehouse import Warehouse, read_sql

_NAMED = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION})
_LONGEST = 40  # quotes before a place that may reach into it


@dataclass(frozen=True, slots=True, order=True)
class Spoken:
    """A quoted stretch of an article, and whether its speaker is unnamed there or named."""

    start: int
    end: int
    unnamed: bool
    named: bool


def without_exposed(warehouse: Warehouse, rows: Iterable[MatchRow]) -> list[MatchRow]:
    """The rows that bring no unnamed source's words beside somebody's name, directly or by way of a third text."""
    held = list(rows)
    spoken = _spoken(warehouse, {article for row in held for article, *_ in row.places})
    hidden = defaultdict[str, list[Spoken]](list)
    for row in held:
        if row.kind == "quote":
            for article, words in _exposed(row, spoken):
                hidden[article].append(words)
    return [row for row in held if not any(_leads_out(*side, hidden, spoken) for side in _both_ways(row))]


def _spoken(warehouse: Warehouse, articles: Iterable[str]) -> Mapping[str, Sequence[Spoken]]:
    found = defaultdict[str, list[Spoken]](list)
    warehouse.run("create or replace temp table matched_articles (article_id varchar)")
    warehouse.insert("matched_articles", [(article,) for article in sorted(articles)])
    for article, start, end, kind in warehouse.query(read_sql(__package__, "spoken")):
        found[article].append(Spoken(start, end, kind in UNNAMED, kind in _NAMED))
    return found


def _both_ways(row: MatchRow) -> Iterator[tuple[Stretch, Stretch]]:
    one, two = row.places
    yield one, two
    yield two, one


def _exposed(row: MatchRow, spoken: Mapping[str, Sequence[Spoken]]) -> Iterator[tuple[str, Spoken]]:
    """The words of an unnamed speaker that the other side gives to a name; one article may name its own source."""
    for one, two in _both_ways(row) if row.a_article_id != row.b_article_id else ():
        if any(s.named for s in _over(spoken, two)):
            yield from ((one[0], s) for s in _over(spoken, one) if s.unnamed)


def _leads_out(
    one: Stretch, two: Stretch, hidden: Mapping[str, Sequence[Spoken]], spoken: Mapping[str, Sequence[Spoken]]
) -> bool:
    """Whether a match leads from hidden words to a text that does not keep their speaker unnamed too."""
    if not any(s.start < one[2] and one[1] < s.end for s in hidden.get(one[0], ())):
        return False
    return one[0] != two[0] and not any(s.unnamed for s in _over(spoken, two))


def _over(spoken: Mapping[str, Sequence[Spoken]], side: Stretch) -> list[Spoken]:
    article, start, end = side
    held = spoken.get(article, ())
    stop = bisect_right(held, end, key=lambda s: s.start)
    return [s for s in held[max(0, stop - _LONGEST) : stop] if s.start < end and start < s.end]
