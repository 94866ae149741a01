"""Who a claim goes back to.

A claim is a graph of articles and sources; an arrow leads from what depends to what it depends on. What stands in a
ring is one node, and a node from which no arrow leads is an origin. An arrow added between two nodes never adds one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import networkx as nx


class Node(NamedTuple):
    """An article or a source."""

    kind: str  # article | source
    node_id: str


def find_origins(nodes: Iterable[Node], arrows: Iterable[tuple[Node, Node]]) -> list[Node]:
    """The nodes without a parent, one a ring (its smallest), sorted."""
    drawn = list(arrows)
    if not drawn:  # as in most claims
        return sorted(set(nodes))
    graph: nx.DiGraph[Node] = nx.DiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(drawn)
    rings = nx.condensation(graph)
    return sorted(min(rings.nodes[ring]["members"]) for ring in rings if not rings.out_degree(ring))


def find_rings(arrows: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Strongly connected sets of two or more, each sorted."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from(arrows)
    return sorted(sorted(ring) for ring in nx.strongly_connected_components(graph) if len(ring) > 1)
