"""Groups, rings and nearest ways of small graphs, told by hand."""

from __future__ import annotations

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
