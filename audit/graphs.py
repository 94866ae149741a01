"""Groups, rings and nearest ways of a graph; rings are found by networkx, which is loaded where a run has one.

Invariant: what is told does not depend on the order of a set.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def joined(nodes: Iterable[N], pairs: Iterable[tuple[N, N]]) -> list[set[N]]:
    """Nodes, those of the pairs among them, to sets that pairs join."""
    beside: dict[N, list[N]] = {node: [] for node in nodes}
    for a, b in pairs:
        beside.setdefault(a, []).append(b)
        beside.setdefault(b, []).append(a)
    met, found = set[N](), list[set[N]]()
    for node in beside:
        if node not in met:
            found.append(_group(node, beside))
            met |= found[-1]
    return found


def _group(first: N, beside: Mapping[N, Iterable[N]]) -> set[N]:
    """All that ways lead to."""
    found, waiting = {first}, [first]
    while waiting:
        new = [node for node in beside[waiting.pop()] if node not in found]
        found.update(new)
        waiting += new
    return found


def rings(arrows: Iterable[tuple[N, N]]) -> list[set[N]]:
    """The nodes of the arrows by rings: those of one lead to each other; a node in no ring is one alone."""
    drawn = list(arrows)
    left = _past_a_ring(drawn)
    found = [{node} for node in dict.fromkeys(chain.from_iterable(drawn)) if node not in left]
    if left:
        import networkx as nx

        graph: nx.DiGraph[N] = nx.DiGraph()
        graph.add_edges_from(arrow for arrow in drawn if left.issuperset(arrow))
        found += nx.strongly_connected_components(graph)
    return found


def _past_a_ring(arrows: Sequence[tuple[N, N]]) -> set[N]:
    """The nodes on rings and those that rings lead to: all others go, one by one, once no arrow leads to them."""
    leading, below = Counter(two for _, two in arrows), defaultdict[N, list[N]](list)
    for one, two in arrows:
        below[one].append(two)
    waiting, left = [one for one in below if not leading[one]], {*below, *leading}
    while waiting:
        node = waiting.pop()
        left.discard(node)
        leading.subtract(below[node])
        waiting += [two for two in dict.fromkeys(below[node]) if not leading[two]]
    return left


def nearest_ways(arrows: Iterable[tuple[str, str]], most: int) -> list[list[str]]:
    """From each node without an arrow to it the shortest way to all below, itself first, of `most` arrows or fewer."""
    below = dict[str, list[str]]()
    for one, two in arrows:
        below.setdefault(one, []).append(two)
    tops = sorted(below.keys() - set(chain.from_iterable(below.values())))
    return [way for top in tops for way in _ways(top, below, most)]


def _ways(top: str, below: Mapping[str, Sequence[str]], most: int) -> list[list[str]]:
    """The shortest way from one node to each below it, the nearest first."""
    found, met = [[top]], {top}
    for way in found:  # it grows while it is walked
        for node in below.get(way[-1], ()) if len(way) <= most else ():
            if node not in met:
                met.add(node)
                found.append([*way, node])
    return found
