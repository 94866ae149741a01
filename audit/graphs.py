"""Groups, rings and nearest ways of a graph, by networkx, which is loaded where a run first has a pair to join.

Invariant: what is told does not depend on the order of a set.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def joined(nodes: Iterable[N], pairs: Iterable[tuple[N, N]]) -> list[set[N]]:
    """Nodes, those of the pairs among them, to sets that pairs join."""
    import networkx as nx

    graph: nx.Graph[N] = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(pairs)
    return list(nx.connected_components(graph))


def rings(arrows: Iterable[tuple[N, N]]) -> list[set[N]]:
    """The nodes of the arrows by rings: those of one lead to each other; a node in no ring is one alone."""
    import networkx as nx

    graph: nx.DiGraph[N] = nx.DiGraph()
    graph.add_edges_from(arrows)
    return list(nx.strongly_connected_components(graph))


def nearest_ways(arrows: Iterable[tuple[str, str]], most: int) -> list[list[str]]:
    """From each node without an arrow to it the shortest way to all below, itself first, of `most` arrows or fewer."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from(arrows)
    tops = sorted(node for node in graph if not graph.in_degree(node))
    return [way for top in tops for way in nx.single_source_shortest_path(graph, top, most).values()]
