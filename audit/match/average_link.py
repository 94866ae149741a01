"""Groups by average linkage (UPGMA: Sokal and Michener 1958) over a sparse list of likenesses.

Invariant: what is not listed counts as 0, so that no chain of near pairs joins two groups that have nothing else in
common; two grown groups join only while they are nearly as alike as each is within.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush


@dataclass(frozen=True, slots=True)
class Linkage:
    """When two groups are one: `least` mean likeness between them, and `share` of the lesser of their mean likenesses
    within, asked of groups of `grown` members or more.
    """

    least: float
    share: float
    grown: int


@dataclass(slots=True)
class _Group:
    """Its members, the sum of likenesses inside it, and the sums to each other group."""

    members: list[int]
    inner: float = 0.0
    beside: dict[int, float] = field(default_factory=dict)

    def within(self, grown: int) -> float:
        """Mean likeness of its pairs; 0 while it is too small to tell."""
        size = len(self.members)
        return 2 * self.inner / (size * (size - 1)) if size >= grown else 0.0


def average_link(size: int, likeness: Mapping[tuple[int, int], float], linkage: Linkage) -> list[list[int]]:
    """Groups of the numbers below `size`, each sorted, from the likeness of pairs (a < b)."""
    groups = {number: _Group([number]) for number in range(size)}
    home = find_homes(size, (pair for pair, value in likeness.items() if value >= linkage.least))
    for (a, b), value in likeness.items():
        if home[a] == home[b]:
            groups[a].beside[b] = groups[b].beside[a] = value
    waiting = [(-value, a, b) for (a, b), value in likeness.items() if value >= linkage.least]
    heapify(waiting)
    new = size
    while waiting:
        value, a, b = heappop(waiting)
        if a in groups and b in groups and _may_join(-value, groups[a], groups[b], linkage):
            _join(groups, a, b, new)
            for other, total in groups[new].beside.items():
                mean = total / (len(groups[new].members) * len(groups[other].members))
                if mean >= linkage.least:
                    heappush(waiting, (-mean, other, new))
            new += 1
    return sorted(sorted(group.members) for group in groups.values())


def find_homes(size: int, near: Iterable[tuple[int, int]]) -> list[int]:
    """For each number one that pairs lead to, the same for all that they join: no mean of others is ever enough."""
    home = list(range(size))

    def lead(number: int) -> int:
        while home[number] != number:
            home[number] = number = home[home[number]]
        return number

    for a, b in near:
        home[lead(a)] = lead(b)
    return [lead(number) for number in range(size)]


def _may_join(mean: float, a: _Group, b: _Group, linkage: Linkage) -> bool:
    return mean >= linkage.share * min(a.within(linkage.grown), b.within(linkage.grown))


def _join(groups: dict[int, _Group], a: int, b: int, new: int) -> None:
    """Two groups become one under a new number."""
    one, two = groups.pop(a), groups.pop(b)
    between = one.beside.pop(b)
    del two.beside[a]
    beside = one.beside
    for other, total in two.beside.items():
        beside[other] = beside.get(other, 0.0) + total
    for other, total in beside.items():
        theirs = groups[other].beside
        theirs.pop(a, None)
        theirs.pop(b, None)
        theirs[new] = total
    groups[new] = _Group(one.members + two.members, one.inner + two.inner + between, beside)
