"""Who a claim goes back to.

A claim is a graph of articles and sources; an arrow leads from what depends to what it depends on. What stands in a
ring is one node, and a node from which no arrow leads is an origin. An arrow added between two nodes never adds one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from audit.graphs import rings


class Node(NamedTuple):
    """An article or a source."""

    kind: str  # article | source
    node_id: str


def find_origins(nodes: Iterable[Node], arrows: Iterable[tuple[Node, Node]]) -> list[Node]:
    """The nodes without a parent, one a ring (its smallest), sorted."""
    drawn = list(arrows)
    if not drawn:  # as in most claims
        return sorted(set(nodes))
    every = {*nodes, *(node for arrow in drawn for node in arrow)}
    ends = every - {child for child, _ in drawn}
    left = every - ends - _behind(ends, drawn)
    return sorted([*ends, *(_rings_of(left, drawn) if left else ())])


def _behind(ends: Iterable[Node], arrows: Sequence[tuple[Node, Node]]) -> set[Node]:
    """All from which arrows lead to one of the ends."""
    children = defaultdict[Node, list[Node]](list)
    for child, parent in arrows:
        children[parent].append(child)
    found, waiting = set[Node](), list(ends)
    while waiting:
        for child in children[waiting.pop()]:
            if child not in found:
                found.add(child)
                waiting.append(child)
    return found


def _rings_of(nodes: Set[Node], arrows: Iterable[tuple[Node, Node]]) -> Iterator[Node]:
    """The smallest of each ring that nothing leads out of; all nodes stand in one or behind one."""
    drawn = [arrow for arrow in arrows if arrow[0] in nodes]
    found = rings(drawn)
    of = {node: number for number, ring in enumerate(found) for node in ring}
    left = {of[child] for child, parent in drawn if of[child] != of[parent]}
    yield from (min(ring) for number, ring in enumerate(found) if number not in left)


def find_rings(arrows: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Strongly connected sets of two or more, each sorted."""
    return sorted(sorted(ring) for ring in rings(arrows) if len(ring) > 1)
