"""Groups, rings and nearest ways of small graphs, told by hand."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import networkx as nx
import pytest

from audit.graphs import joined, nearest_ways, rings


def test_groups_of_what_pairs_join() -> None:
    assert joined([5], [(1, 2), (3, 4), (2, 6)]) == [{5}, {1, 2, 6}, {3, 4}]
    assert joined([], []) == []


def test_rings_of_arrows() -> None:
    assert sorted(map(sorted, rings([(1, 2), (2, 1), (2, 3), (3, 4), (4, 3), (4, 5)]))) == [[1, 2], [3, 4], [5]]
    assert rings([(1, 1)]) == [{1}]
    assert len(rings([(n, n + 1) for n in range(5000)] + [(5000, 0)])) == 1


def test_nearest_ways_begin_where_nothing_leads_to() -> None:
    arrows = [("a", "b"), ("b", "c"), ("a", "c"), ("c", "d"), ("x", "d")]
    assert nearest_ways(arrows, 2) == [["a"], ["a", "b"], ["a", "c"], ["a", "c", "d"], ["x"], ["x", "d"]]
    assert nearest_ways([("a", "b"), ("b", "a")], 3) == []


@pytest.mark.parametrize("seed", range(40))
def test_all_of_it_is_as_networkx_tells(seed: int) -> None:
    chance = Random(seed)
    size = chance.randrange(2, 12)
    arrows = [(chance.choice("abcdefghijkl"[:size]), chance.choice("abcdefghijkl"[:size])) for _ in range(size + 2)]
    graph: nx.DiGraph[str] = nx.DiGraph(arrows)
    assert sorted(map(sorted, rings(arrows))) == sorted(map(sorted, nx.strongly_connected_components(graph)))
    assert joined((), arrows) == list(nx.connected_components(graph.to_undirected()))
    tops = sorted(node for node in graph if not graph.in_degree(node))
    ways = [way for top in tops for way in nx.single_source_shortest_path(graph, top, 3).values()]
    assert nearest_ways(arrows, 3) == ways


def test_a_long_way_costs_no_more_than_its_steps() -> None:
    arrows = list(pairwise(range(30_000)))
    assert rings(arrows) == [{node} for node in range(30_000)]
    assert joined((), arrows) == [set(range(30_000))]
