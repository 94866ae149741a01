"""Sources that an article protects: words of somebody unnamed here never stand beside the name another text gives.

Invariant: words that one article gives to an unnamed source, and another to a named person or body, are matched with no
text but those that keep the source unnamed as well, be it as quotes, as a passage around them or as figures inside.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
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
    quotes = [row for row in held if row.kind == "quote" and row.a_article_id != row.b_article_id]
    keeping = _keep_somebody_unnamed(warehouse, quotes)
    quotes = [row for row in quotes if _touches(row, keeping)]
    spoken = _spoken(warehouse, _articles(quotes))
    hidden = defaultdict[str, list[Spoken]](list)
    for row in quotes:
        for article, words in _exposed(row, spoken):
            hidden[article].append(words)
    near = {row.match_id: row for row in held if _touches(row, hidden)}
    spoken |= _spoken(warehouse, _articles(near.values()) - spoken.keys())
    out = {key for key, row in near.items() if any(_leads_out(*side, hidden, spoken) for side in _both_ways(row))}
    return [row for row in held if row.match_id not in out]


def _touches(row: MatchRow, articles: Container[str]) -> bool:
    return row.a_article_id in articles or row.b_article_id in articles


def _articles(rows: Iterable[MatchRow]) -> set[str]:
    return {article for row in rows for article in (row.a_article_id, row.b_article_id)}


def _keep_somebody_unnamed(warehouse: Warehouse, rows: Iterable[MatchRow]) -> set[str]:
    """The articles of these rows that give words to somebody unnamed: no other has words to hide."""
    _say_matched(warehouse, _articles(rows))
    kinds = sorted(kind.value for kind in UNNAMED)
    return {article for (article,) in warehouse.query(read_sql(__package__, "unnamed_speakers"), {"kinds": kinds})}


def _spoken(warehouse: Warehouse, articles: Collection[str]) -> dict[str, list[Spoken]]:
    """What is spoken in some articles; of one in which nothing is, nothing is told."""
    found = defaultdict[str, list[Spoken]](list)
    _say_matched(warehouse, articles)
    for article, start, end, kind in warehouse.query(read_sql(__package__, "spoken")) if articles else ():
        found[article].append(Spoken(start, end, kind in UNNAMED, kind in _NAMED))
    return dict(found)


def _say_matched(warehouse: Warehouse, articles: Iterable[str]) -> None:
    warehouse.run("create or replace temp table matched_articles (article_id varchar)")
    warehouse.insert("matched_articles", [(article,) for article in sorted(articles)])


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
