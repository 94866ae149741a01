"""The drawing: no arrow crosses a box, no label meets another, whatever the chain looks like."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from audit.report.chain import BOX, ROOM, Arrow, Drawing, Node, draw, fit, rounded, width, wrap


def node(key: str, day: int | None = None, *, lane: str | None = None, missing: bool = False) -> Node:
    when = None if day is None else date(2024, 3, 1) + timedelta(days=day)
    return Node(key, lane or key, "", ("one line", "another"), f"#{key}", when, str(when), missing=missing)


def arrow(parent: str, child: str) -> Arrow:
    return Arrow(parent, child, "credited", f"#{parent}{child}")


def crossed(drawing: Drawing) -> list[str]:
    """Runs that pass through the inside of a box."""
    return [
        run.arrow.href
        for run in drawing.runs
        for (x1, y1), (x2, y2) in pairwise(run.points)
        for box in drawing.boxes
        if max(x1, x2) > box.x + 0.5
        and min(x1, x2) < box.x + BOX - 0.5
        and max(y1, y2) > box.y + 0.5
        and min(y1, y2) < box.y + box.height - 0.5
    ]


def labels(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    """Left, right, top and bottom of each label."""
    return [
        (run.label_x - width(run.arrow.label), run.label_x, run.label_y - 7, run.label_y + 7) for run in drawing.runs
    ]


def met(drawing: Drawing) -> list[object]:
    """Pairs of labels that stand on each other."""
    return [
        (a, b)
        for a, b in combinations(labels(drawing), 2)
        if a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]
    ]


def overlaid(drawing: Drawing) -> list[object]:
    """Runs of two parents that lie on one line, side by side by less than a few pixels."""
    found: list[object] = []
    for one, other in combinations(drawing.runs, 2):
        if one.arrow.parent == other.arrow.parent:
            continue
        for (x1, y1), (x2, y2) in pairwise(one.points):
            for (u1, v1), (u2, v2) in pairwise(other.points):
                upright = x1 == x2 and u1 == u2 and abs(x1 - u1) < 3
                if upright and min(max(y1, y2), max(v1, v2)) - max(min(y1, y2), min(v1, v2)) > 1:
                    found.append((one.arrow.href, other.arrow.href))
                level = y1 == y2 and v1 == v2 and abs(y1 - v1) < 3
                if level and min(max(x1, x2), max(u1, u2)) - max(min(x1, x2), min(u1, u2)) > 1:
                    found.append((one.arrow.href, other.arrow.href))
    return found


@st.composite
def chains(draw_: st.DrawFn) -> tuple[list[Node], list[Arrow]]:
    count = draw_(st.integers(1, 9))
    keys = [f"n{i}" for i in range(count)]
    days = st.one_of(st.none(), st.integers(0, 12))
    lanes = st.sampled_from(["Herald", "Post", "Courier", "Dayline"])
    nodes = [node(k, draw_(days), lane=draw_(lanes)) for k in keys]
    nodes += [node(f"m{i}", missing=True) for i in range(draw_(st.integers(0, 3)))]
    every = [n.key for n in nodes]
    ends = st.tuples(st.sampled_from(every), st.sampled_from(keys)).filter(lambda pair: pair[0] != pair[1])
    pairs = draw_(st.lists(ends, max_size=12, unique=True)) if len(every) > 1 else []
    return nodes, [arrow(*pair) for pair in pairs]


@given(chains())
def test_arrows_go_around_boxes_and_labels_keep_apart(chain: tuple[list[Node], list[Arrow]]) -> None:
    drawing = draw(*chain)
    assert crossed(drawing) == []
    assert met(drawing) == []
    assert overlaid(drawing) == []
    assert len(drawing.runs) == len(chain[1])


@given(chains())
def test_boxes_keep_apart_and_all_is_inside(chain: tuple[list[Node], list[Arrow]]) -> None:
    drawing = draw(*chain)
    assert len({(box.x, box.y) for box in drawing.boxes}) == len(chain[0])
    assert all(
        box.x > 0 and box.x + BOX <= drawing.width and box.y + box.height <= drawing.height for box in drawing.boxes
    )
    points = [point for run in drawing.runs for point in run.points]
    assert all(0 < x <= drawing.width and 0 < y <= drawing.height for x, y in points)


def test_time_runs_to_the_right_and_missing_sources_stand_before_it() -> None:
    drawing = draw([node("b", 3), node("a", 1), node("s", missing=True), node("u")], [])
    assert [box.node.key for box in sorted(drawing.boxes, key=lambda box: box.x)] == ["s", "a", "b", "u"]
    assert [label for _, label in drawing.days] == [
        "not in your collection",
        "2 Mar 2024",
        "4 Mar 2024",
        "date not known",
    ]


def test_a_day_that_is_a_lower_bound_says_so() -> None:
    bounded = Node("b", "b", "", ("x",), "#b", date(2024, 3, 4), "", later=True)
    drawing = draw([bounded, node("a", 3)], [])
    assert [label for _, label in drawing.days] == ["4 Mar 2024", "4 Mar 2024 or later"]


def test_nested_arrows_do_not_cross() -> None:
    drawing = draw(
        [*(node(f"s{i}", missing=True) for i in range(4)), node("child", 1)],
        [arrow(f"s{i}", "child") for i in range(4)],
    )
    bends = [run.points[1][0] for run in sorted(drawing.runs, key=lambda run: run.points[0][1])]
    assert bends == sorted(bends, reverse=True), "the nearest parent turns first"
    ports = [run.label_y for run in sorted(drawing.runs, key=lambda run: run.points[0][1])]
    assert ports == sorted(ports)


def test_a_child_of_the_same_day_stands_right_of_its_parent() -> None:
    drawing = draw([node("child", 1), node("wire", 1)], [arrow("wire", "child")])
    at = {box.node.key: box.x for box in drawing.boxes}
    assert at["wire"] < at["child"]
    assert [label for _, label in drawing.days] == ["2 Mar 2024"]


def test_outlets_share_a_lane() -> None:
    drawing = draw([node("a", 1, lane="Herald"), node("b", 2, lane="Herald"), node("c", 2, lane="Post")], [])
    assert [lane.name for lane in drawing.lanes] == [("Herald",), ("Post",)]
    at = {box.node.key: box.y for box in drawing.boxes}
    assert at["a"] == at["b"] < at["c"]


def test_many_days_become_spans_of_days() -> None:
    drawing = draw([node(f"n{i:02}", i) for i in range(20)], [])
    assert len(drawing.days) <= 8
    assert drawing.days[0][1] == "1 Mar – 4 Mar 2024"


def test_arrows_to_what_is_not_drawn_are_left_out() -> None:
    assert draw([node("a", 1)], [arrow("gone", "a"), arrow("a", "a")]).runs == ()


def test_a_ring_is_drawn_whole() -> None:
    ring = [arrow("a", "b"), arrow("b", "c"), arrow("c", "a")]
    assert len(draw([node("a", 1), node("b", 1), node("c", 1)], ring).runs) == 3


def test_text_is_cut_to_its_room() -> None:
    assert fit("short", 100) == "short"
    cut = fit("a very long name of an outlet that nobody would print", 100)
    assert cut.endswith("…")
    assert width(cut, 13) <= 100
    assert wrap("one two three", 2, 60) == ("one two", "three")
    assert wrap("") == ()


def test_corners_are_rounded_and_straight_points_dropped() -> None:
    assert rounded([(0, 0), (5, 0), (20, 0), (20, 30)]) == "M0 0L13 0Q20 0 20 7L20 30"
    assert rounded([(0, 0), (5, 0), (9, 0)]) == "M0 0L9 0"


def test_a_drawing_that_would_be_too_wide_has_fewer_spans_of_days() -> None:
    nodes = [node(f"n{i}", i) for i in range(8)]
    arrows = [arrow(f"n{i}", f"n{i + 1}") for i in range(7)]
    assert draw(nodes[:4], arrows[:3]).width <= ROOM
    assert len(draw(nodes, []).days) < 8


def test_what_is_behind_a_missing_source_stands_left_of_it() -> None:
    drawing = draw(
        [node("wire", missing=True), node("post", missing=True), node("a", 1)],
        [arrow("post", "wire"), arrow("wire", "a")],
    )
    assert [box.node.key for box in sorted(drawing.boxes, key=lambda box: box.x)] == ["post", "wire", "a"]
