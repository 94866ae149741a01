"""Origins: what an added arrow may and may not do to them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.trace.origins import Node, find_origins, find_rings

NODES = [Node("article", c) for c in "abcdef"] + [Node("source", c) for c in "xy"]
ARROWS = st.lists(
    st.tuples(st.sampled_from(NODES[:6]), st.sampled_from(NODES)).filter(lambda a: a[0] != a[1]), max_size=12
)


def test_a_chain_has_the_origin_at_its_end() -> None:
    a, b, x = NODES[0], NODES[1], NODES[6]
    assert find_origins([a, b], [(a, b), (b, x)]) == [x]


def test_a_ring_is_one_origin() -> None:
    a, b, c = NODES[:3]
    assert find_origins([a, b, c], [(a, b), (b, c), (c, a)]) == [a]


def test_articles_without_arrows_are_origins() -> None:
    assert find_origins(NODES[:2], []) == NODES[:2]


def test_rings_name_their_members() -> None:
    assert find_rings([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]) == [["a", "b", "c"]]


@given(ARROWS, st.tuples(st.sampled_from(NODES[:6]), st.sampled_from(NODES)).filter(lambda a: a[0] != a[1]))
def test_an_added_arrow_never_adds_an_origin(arrows: list[tuple[Node, Node]], added: tuple[Node, Node]) -> None:
    assert len(find_origins(NODES, [*arrows, added])) <= len(find_origins(NODES, arrows))


@given(ARROWS)
def test_an_article_without_arrows_adds_one_at_most(arrows: list[tuple[Node, Node]]) -> None:
    alone = Node("article", "alone")
    assert len(find_origins([*NODES, alone], arrows)) == len(find_origins(NODES, arrows)) + 1


@given(ARROWS)
def test_the_order_of_the_input_does_not_matter(arrows: list[tuple[Node, Node]]) -> None:
    assert find_origins(NODES, arrows) == find_origins(list(reversed(NODES)), list(reversed(arrows)))
