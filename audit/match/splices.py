"""Two statements of one article that a later one tells as one quote: each pair alone looks only shortened.

Invariant: a splice holds words of two quotes, one behind the other, and little else.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from audit.match.articles import MatchRow

LEAST_COVERED = 0.8  # of the joined quote's characters
SHORTENED = frozenset({"truncated", "fragment"})


def mark_splices(rows: Sequence[MatchRow]) -> list[MatchRow]:
    """The rows, those of a joined quote told as spliced."""
    joined = {row.match_id for group in _by_longer(rows) if _is_splice(group) for row in group}
    return [_as_splice(row) if row.match_id in joined else row for row in rows]


def _by_longer(rows: Iterable[MatchRow]) -> Iterator[list[MatchRow]]:
    """Rows in which the later quote is the longer, by that quote and the article of the shorter ones."""
    groups = defaultdict[tuple[object, ...], list[MatchRow]](list)
    for row in rows:
        (a, a_start, a_end), (b, b_start, b_end) = row.places
        if row.relation in SHORTENED and a != b and b_end - b_start > a_end - a_start:
            groups[a, b, b_start, b_end].append(row)
    return (group for group in groups.values() if len(group) > 1)


def _is_splice(group: Sequence[MatchRow]) -> bool:
    start, end = group[0].b_start, group[0].b_end
    held = sorted((min(p[2] for p in parts), max(p[3] for p in parts)) for parts in map(_parts, group))
    apart = all(one[1] <= two[0] for one, two in pairwise(held))
    return apart and sum(last - first for first, last in held) >= LEAST_COVERED * (end - start)


def _parts(row: MatchRow) -> list[list[int]]:
    parts: list[list[int]] = json.loads(row.detail)["parts"]
    return parts


def _as_splice(row: MatchRow) -> MatchRow:
    detail = json.loads(row.detail)
    detail["relations"] = ["spliced", *(r for r in detail["relations"] if r not in SHORTENED)]
    return row._replace(relation="spliced", detail=json.dumps(detail, ensure_ascii=False))
