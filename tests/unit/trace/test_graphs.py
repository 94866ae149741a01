"""Groups, rings and nearest ways of small graphs, told by hand and by asking every pair."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from audit.graphs import joined, nearest_ways, reached, rings

Arrows = list[tuple[int, int]]
ARROWS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=24)


def _ahead(arrows: Arrows) -> dict[int, list[int]]:
    return {node: [b for a, b in arrows if a == node] for arrow in arrows for node in arrow}


def test_groups_of_what_pairs_join() -> None:
    assert joined([5], [(1, 2), (3, 4), (2, 6)]) == [{5}, {1, 2, 6}, {3, 4}]
    assert joined([], []) == []


def test_rings_of_arrows() -> None:
    assert sorted(map(sorted, rings([(1, 2), (2, 1), (2, 3), (3, 4), (4, 3), (4, 5)]))) == [[1, 2], [3, 4], [5]]
    assert rings([(1, 1)]) == [{1}]


@given(ARROWS)
def test_two_stand_in_one_ring_where_each_leads_to_the_other(arrows: Arrows) -> None:
    ahead = _ahead(arrows)
    below = {node: reached(node, ahead) for node in ahead}
    found = rings(arrows)
    assert sorted(node for ring in found for node in ring) == sorted(ahead)
    for ring in found:
        for a in ring:
            assert {b for b in ahead if b in below[a] and a in below[b]} == ring


@given(ARROWS, st.integers(0, 4))
def test_nearest_ways_lead_along_arrows_and_are_the_shortest(arrows: Arrows, most: int) -> None:
    ways = nearest_ways(0, _ahead(arrows), most)
    level, near = {0}, {0: 0}
    for step in range(1, most + 1):
        level = {b for a, b in arrows if a in level}
        near |= dict.fromkeys(level - near.keys(), step)
    assert {way[-1]: len(way) - 1 for way in ways} == near
    assert all(step in arrows for way in ways for step in pairwise(way))


def test_a_long_chain_is_walked_without_recursion() -> None:
    chain = [(n, n + 1) for n in range(5000)]
    assert len(rings([*chain, (5000, 0)])) == 1
    assert len(nearest_ways(0, _ahead(chain[:20]), 12)) == 13
