"""Average linkage: who is grouped, and what the order of the input may not change."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from audit.match.average_link import Linkage, average_link

PLAIN = Linkage(least=0.3, share=0.0, grown=2)


def test_a_chain_of_near_pairs_is_no_group() -> None:
    chain = {(0, 1): 0.9, (1, 2): 0.5, (2, 3): 0.9}
    assert average_link(4, chain, PLAIN) == [[0, 1], [2, 3]]


def test_the_nearest_are_joined_first_wherever_they_stand_in_the_input() -> None:
    for likeness in ({(0, 1): 0.5, (1, 2): 0.9}, {(1, 2): 0.9, (0, 1): 0.5}):
        assert average_link(3, likeness, PLAIN) == [[0], [1, 2]]


def test_what_is_alike_on_the_whole_is_one_group_though_one_pair_is_not() -> None:
    assert average_link(3, {(0, 1): 0.9, (1, 2): 0.7}, PLAIN) == [[0, 1, 2]]


def test_two_grown_groups_stay_two_where_each_is_much_more_alike_within() -> None:
    within = {pair: 0.9 for group in ((0, 1, 2), (3, 4, 5)) for pair in combinations(group, 2)}
    between = {(a, b): 0.4 for a in (0, 1, 2) for b in (3, 4, 5)}
    assert average_link(6, within | between, PLAIN) == [[0, 1, 2, 3, 4, 5]]
    assert average_link(6, within | between, Linkage(0.3, 0.75, 3)) == [[0, 1, 2], [3, 4, 5]]


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0.0, 1.0, allow_nan=False),
)


@given(PAIRS)
def test_every_number_stands_in_one_group_and_the_order_of_pairs_says_nothing(
    likeness: dict[tuple[int, int], float],
) -> None:
    groups = average_link(8, likeness, PLAIN)
    assert sorted(number for group in groups for number in group) == list(range(8))
    assert average_link(8, dict(reversed(likeness.items())), PLAIN) == groups
