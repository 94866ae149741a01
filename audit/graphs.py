"""Groups and rings of a graph, as far as a run needs them: a library of graphs takes longer to load than to use.

Invariant: nothing here depends on the order of a set; recursion is as deep as no graph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def joined(nodes: Iterable[N], pairs: Iterable[tuple[N, N]]) -> list[set[N]]:
    """Nodes, those of the pairs among them, to sets that pairs join."""
    beside: dict[N, list[N]] = {node: [] for node in nodes}
    for a, b in pairs:
        beside.setdefault(a, []).append(b)
        beside.setdefault(b, []).append(a)
    groups, met = list[set[N]](), set[N]()
    for node in beside:
        if node not in met:
            groups.append(reached(node, beside))
            met |= groups[-1]
    return groups


def reached(start: N, beside: Mapping[N, Iterable[N]], without: Set[N] = frozenset()) -> set[N]:
    """All that is beside a node, or beside one that is, `without` some."""
    found, waiting = {start}, [start]
    while waiting:
        new = set(beside.get(waiting.pop(), ())) - found - without
        found |= new
        waiting += new
    return found


def rings(arrows: Iterable[tuple[N, N]]) -> list[set[N]]:
    """The nodes of the arrows by rings: those of one lead to each other; a node in no ring is one alone.

    Kosaraju's way (Sharir 1981): nodes in the order in which a walk leaves them, then the arrows backwards.
    """
    ahead, behind = defaultdict[N, list[N]](list), defaultdict[N, list[N]](list)
    nodes = dict[N, None]()
    for a, b in arrows:
        ahead[a].append(b)
        behind[b].append(a)
        nodes |= {a: None, b: None}
    groups, met = list[set[N]](), set[N]()
    for node in reversed(list(_left(nodes, ahead))):
        if node not in met:
            groups.append(reached(node, behind, met))
            met |= groups[-1]
    return groups


def _left(nodes: Iterable[N], ahead: Mapping[N, Sequence[N]]) -> Iterator[N]:
    """Every node once all that it leads to were walked."""
    met = set[N]()
    for start in nodes:
        way = [] if start in met else [(start, iter(ahead.get(start, ())))]
        met.add(start)
        while way:
            node, following = way[-1]
            further = next((one for one in following if one not in met), None)
            if further is None:
                way.pop()
                yield node
            else:
                met.add(further)
                way.append((further, iter(ahead.get(further, ()))))


def nearest_ways(start: N, ahead: Mapping[N, Iterable[N]], most: int) -> list[list[N]]:
    """The shortest way to each node that arrows lead to from a node, itself first; none of more than `most` arrows."""
    ways = {start: [start]}
    level = [start]
    for _ in range(most):
        below = list[N]()
        for node in level:
            for one in ahead.get(node, ()):
                if one not in ways:
                    ways[one] = [*ways[node], one]
                    below.append(one)
        level = below
    return list(ways.values())
