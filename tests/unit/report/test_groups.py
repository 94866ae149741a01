"""A chain with too many boxes: groups stand in, and nothing is lost."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from audit.report.chain import Arrow, Node, draw
from audit.report.groups import MOST_BOXES, Group, Grouped, group_chain
from tests.unit.report.test_chain import crossed, met, overlaid


def node(key: str, lane: str, day: int | None = 0, *, missing: bool = False) -> Node:
    when = None if day is None else date(2031, 3, 1) + timedelta(days=day)
    return Node(key, lane, "", ("some words",), f"#{key}", when, str(when), missing=missing)


def arrow(parent: str, child: str, *, dotted: bool = False) -> Arrow:
    return Arrow(parent, child, "copied", f"#{parent}{child}", f"{parent} to {child}", dotted)


def box(group: Group) -> Node:
    return Node("", group.nodes[0].lane, "", (f"{len(group.nodes)} articles", "open their list"), "")


def grouped(nodes: list[Node], arrows: list[Arrow], most: int = MOST_BOXES) -> Grouped:
    return group_chain(nodes, arrows, box, most)


def test_a_chain_that_has_room_stays_as_it_is() -> None:
    nodes, arrows = [node("a", "Post"), node("b", "Herald")], [arrow("a", "b"), arrow("a", "b", dotted=True)]
    assert grouped(nodes, arrows, 2) == Grouped(tuple(nodes), tuple(arrows), ())


def test_what_hangs_on_one_parent_and_is_of_one_house_shares_a_box_first() -> None:
    nodes = [node("a", "Agency"), *(node(f"h{i}", "Herald", i) for i in range(3)), node("p", "Post")]
    chain = grouped(nodes, [arrow("a", n.key) for n in nodes[1:]], 3)
    (group,) = chain.groups
    assert [n.key for n in group.nodes] == ["h0", "h1", "h2"]
    assert [(n.key, n.href, n.lines[0]) for n in chain.nodes[1:]] == [
        ("h0", "#group-1", "3 articles"),
        ("p", "#p", "some words"),
    ]
    assert [(a.parent, a.child, a.label) for a in chain.arrows] == [("a", "h0", "copied × 3"), ("a", "p", "copied")]


def test_then_what_hangs_on_one_parent_whatever_its_house() -> None:
    nodes = [node("a", "Agency"), *(node(f"h{i}", f"House {i}") for i in range(9)), node("alone", "Post")]
    chain = grouped(nodes, [arrow("a", f"h{i}") for i in range(9)], 5)
    assert [len(group.nodes) for group in chain.groups] == [9]
    assert [n.key for n in chain.nodes] == ["a", "h0", "alone"]


def test_who_hands_on_keeps_a_box_while_others_can_share() -> None:
    nodes = [node("a", "Agency"), node("b", "Post"), node("c", "Post"), node("d", "Herald"), node("e", "Sun")]
    chain = grouped(nodes, [arrow("a", "b"), arrow("b", "c"), arrow("b", "d"), arrow("b", "e")], 3)
    assert [n.key for n in chain.nodes] == ["a", "b", "c"]


def test_stated_and_inferred_stay_two_arrows() -> None:
    nodes = [node("a", "Agency"), node("b", "Post"), node("c", "Post"), node("d", "Post")]
    chain = grouped(nodes, [arrow("a", "b"), arrow("a", "c", dotted=True), arrow("a", "d", dotted=True)], 2)
    assert [(a.label, a.dotted) for a in chain.arrows] == [("copied", False), ("copied × 2", True)]


def test_missing_sources_share_no_box_with_articles() -> None:
    nodes = [*(node(f"m{i}", f"Source {i}", None, missing=True) for i in range(9)), node("a", "Post")]
    chain = grouped(nodes, [arrow(f"m{i}", "a") for i in range(9)], 4)
    assert [(n.key, n.missing) for n in chain.nodes] == [("m0", True), ("a", False)]


@st.composite
def wide(draw_: st.DrawFn) -> tuple[list[Node], list[Arrow]]:
    count = draw_(st.integers(2, 40))
    lanes = st.sampled_from(["Herald", "Post", "Courier"])
    days = st.one_of(st.none(), st.integers(0, 9))
    nodes = [node(f"n{i}", draw_(lanes), draw_(days)) for i in range(count)]
    nodes += [node(f"m{i}", f"Source {i}", None, missing=True) for i in range(draw_(st.integers(0, 12)))]
    ends = st.tuples(st.sampled_from([n.key for n in nodes]), st.integers(0, count - 1).map("n{}".format))
    pairs = draw_(st.lists(ends.filter(lambda pair: pair[0] != pair[1]), max_size=60, unique=True))
    return nodes, [arrow(*pair, dotted=draw_(st.booleans())) for pair in pairs]


@given(wide(), st.integers(2, 12))
def test_no_more_boxes_than_there_is_room_for_and_nothing_lost(
    chain: tuple[list[Node], list[Arrow]], most: int
) -> None:
    nodes, arrows = chain
    found = grouped(nodes, arrows, most)
    assert len(found.nodes) <= most or len(nodes) <= most
    inside = {n.key: g.nodes[0].key for g in found.groups for n in g.nodes}
    alone = [n.key for n in found.nodes if n.key not in inside]
    assert Counter([*alone, *inside]) == Counter(n.key for n in nodes)
    wanted = {(inside.get(a.parent, a.parent), inside.get(a.child, a.child), a.dotted) for a in arrows}
    assert {(a.parent, a.child, a.dotted) for a in found.arrows} == {w for w in wanted if w[0] != w[1]}
    drawing = draw(found.nodes, found.arrows)
    assert (crossed(drawing), met(drawing), overlaid(drawing)) == ([], [], [])
