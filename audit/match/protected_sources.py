"""Sources that an article protects: words of somebody unnamed here never stand beside the name another text gives.

Invariant: words that one article gives to an unnamed source, and another to a named person or body, are matched with no
text but those that keep the source unnamed as well, be it as quotes, as a passage around them or as figures inside.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from audit.match.articles import MatchRow, Stretch
from audit.records import UNNAMED, SourceKind
from audit.warehouse import Warehouse, read_sql

_NAMED = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION})
_LONGEST = 40  # quotes before a place that may reach into it
Places = Mapping[str, Sequence[Stretch]]
"""Quoted stretches of some kind of speaker by their article, in order."""


def without_exposed(warehouse: Warehouse, rows: Iterable[MatchRow]) -> list[MatchRow]:
    """The rows that bring no unnamed source's words beside somebody's name, directly or by way of a third text."""
    held = list(rows)
    unnamed = _spoken(warehouse, held, UNNAMED)
    quotes = [row for row in held if row.kind == "quote" and any(_over(unnamed, side) for side in row.places)]
    named, hidden = _spoken(warehouse, quotes, _NAMED), defaultdict[str, list[Stretch]](list)
    for words in (words for row in quotes for words in _exposed(row, unnamed, named)):
        hidden[words[0]].append(words)
    near = (row for row in held if row.a_article_id in hidden or row.b_article_id in hidden)
    out = {row.match_id for row in near if any(_leads_out(*side, hidden, unnamed) for side in _both_ways(row))}
    return [row for row in held if row.match_id not in out]


def _spoken(warehouse: Warehouse, rows: Iterable[MatchRow], kinds: Iterable[SourceKind]) -> Places:
    """Where speakers of these kinds are quoted in the articles of some rows."""
    articles = {article for row in rows for article in (row.a_article_id, row.b_article_id)}
    warehouse.run("create or replace temp table matched_articles (article_id varchar)")
    warehouse.insert("matched_articles", [(article,) for article in sorted(articles)])
    found, asked = defaultdict[str, list[Stretch]](list), {"kinds": sorted(kind.value for kind in kinds)}
    for stretch in warehouse.query(read_sql(__package__, "spoken"), asked) if articles else ():
        found[stretch[0]].append(stretch)
    return found


def _both_ways(row: MatchRow) -> Iterator[tuple[Stretch, Stretch]]:
    one, two = row.places
    yield one, two
    yield two, one


def _exposed(row: MatchRow, unnamed: Places, named: Places) -> Iterator[Stretch]:
    """The words of an unnamed speaker that the other side gives to a name; one article may name its own source."""
    for one, two in _both_ways(row) if row.a_article_id != row.b_article_id else ():
        if _over(named, two):
            yield from _over(unnamed, one)


def _leads_out(one: Stretch, two: Stretch, hidden: Places, unnamed: Places) -> bool:
    """Whether a match leads from hidden words to a text that does not keep their speaker unnamed too."""
    meets = any(start < one[2] and one[1] < end for _, start, end in hidden.get(one[0], ()))
    return meets and one[0] != two[0] and not _over(unnamed, two)


def _over(spoken: Places, side: Stretch) -> list[Stretch]:
    """The stretches that meet a place."""
    article, first, last = side
    held = spoken.get(article, ())
    stop = bisect_right(held, last, key=itemgetter(1))
    return [told for told in held[max(0, stop - _LONGEST) : stop] if told[1] < last and first < told[2]]
