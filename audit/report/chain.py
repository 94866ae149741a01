"""The chain of a claim as a drawing: time across, outlets down in lanes, arrows around the boxes. Pure geometry.

Every arrow leaves its parent on the right and enters its child on the left. Between two columns of boxes lies a
gutter: first its tracks (vertical runs, one a parent), then room for the labels. Between two rows lies a corridor for
the arrows that would have to cross a box. Invariant: no run of an arrow crosses a box, and no two labels meet.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

BOX = 168  # width of a box, in pixels like all that follows
LINE = 17  # from one line of text to the next
PORT = 18  # between two arrows that enter one box
TRACK = 12  # between two runs side by side
LANE_NAME = 138  # room for the names of the lanes
TOP = 40  # room for the days
MOST_DAYS = 8  # more are drawn as spans of days
ROOM = 1420  # a drawing that would be wider has fewer spans of days, as far as there are two
UNDATED = date.max
_WIDTHS = {c: w for chars, w in (("iljtf.,:;'’|!()[] ", 4.3), ("mwMW@—…%", 11.8)) for c in chars}


@dataclass(frozen=True, slots=True)
class Node:
    """A box. `day` is None where it is not known, a lower bound where `later`; a missing source stands left of all."""

    key: str
    lane: str
    note: str
    lines: tuple[str, ...]
    href: str
    day: date | None = None
    moment: str = ""  # orders the boxes of one day
    later: bool = False
    missing: bool = False

    @property
    def when(self) -> tuple[date, bool]:
        """Orders the columns."""
        return self.day or UNDATED, self.later


@dataclass(frozen=True, slots=True)
class Arrow:
    """From parent to child, by their keys. `dotted`: inferred, not stated."""

    parent: str
    child: str
    label: str
    href: str
    title: str = ""
    dotted: bool = False


@dataclass(slots=True)
class Box:
    """A node with its place: `column`, `row`, then pixels."""

    node: Node
    column: int
    row: int = 0
    x: float = 0
    y: float = 0
    height: float = 0

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Run:
    """An arrow as drawn: `points` of its right-angled path, its label's right end."""

    arrow: Arrow
    points: tuple[tuple[float, float], ...]
    label_x: float
    label_y: float

    @property
    def path(self) -> str:
        """The `d` of an SVG path, corners rounded."""
        return rounded(self.points)


@dataclass(frozen=True, slots=True)
class Lane:
    """A strip: who published what lies in it. `bottom` is where the line below it runs."""

    name: tuple[str, ...]
    note: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that a template needs, in pixels."""

    width: float
    height: float
    days: tuple[tuple[float, str], ...]
    lanes: tuple[Lane, ...]
    boxes: tuple[Box, ...]
    runs: tuple[Run, ...]


@dataclass(slots=True)
class _Route:
    """How an arrow goes: out into gutter `leaves`, through corridor `through` if it needs one, into gutter `enters`."""

    arrow: Arrow
    parent: Box
    child: Box
    leaves: int
    enters: int
    through: int | None
    port: float = 0


@dataclass(slots=True)
class _Grid:
    boxes: dict[str, Box]
    routes: list[_Route]
    columns: int
    rows: int
    row_top: list[float] = field(default_factory=list)
    column_x: list[float] = field(default_factory=list)


def draw(nodes: Sequence[Node], arrows: Iterable[Arrow]) -> Drawing:
    """The drawing of a chain; arrows whose ends are not both among the nodes are left out."""
    held = {node.key: node for node in nodes}
    kept = [a for a in arrows if a.parent in held and a.child in held and a.parent != a.child]
    drawings = (_draw(held, kept, days) for days in range(MOST_DAYS, 0, -1))
    return min(_until_fits(drawings), key=lambda drawing: (drawing.width > ROOM, drawing.width))


def _until_fits(drawings: Iterable[Drawing]) -> Iterator[Drawing]:
    """Drawings up to the first that has room."""
    for drawing in drawings:
        yield drawing
        if drawing.width <= ROOM:
            return


def _draw(held: dict[str, Node], kept: Sequence[Arrow], most_days: int) -> Drawing:
    columns, days = _columns(list(held.values()), kept, most_days)
    boxes, rows = _rows(list(held.values()), columns)
    grid = _Grid(boxes, _routes(boxes, kept), max(columns.values(), default=0) + 1, rows)
    _measure_rows(grid)
    tracks = _tracks(grid)
    _measure_columns(grid, tracks)
    width = grid.column_x[-1]
    return Drawing(
        width=width,
        height=grid.row_top[-1] + 6,
        days=tuple((grid.column_x[c], label) for c, label in days),
        lanes=_lanes(grid),
        boxes=tuple(boxes.values()),
        runs=tuple(_run(route, grid, tracks) for route in grid.routes),
    )


# Columns: missing sources, then one a day; children of one day to the right of their parents.


def _columns(
    nodes: Sequence[Node], arrows: Sequence[Arrow], most_days: int
) -> tuple[dict[str, int], list[tuple[int, str]]]:
    """Column of each node, and the label that stands over a column."""
    spans = _spans(sorted({node.when for node in nodes if not node.missing}), most_days)
    span_of = {day: i for i, span in enumerate(spans) for day in span}
    place = {node.key: (span_of[node.when] if not node.missing else -1) for node in nodes}
    depth = _depths(place, arrows)
    order = sorted({(place[node.key], depth[node.key]) for node in nodes})
    labels = [(i, _label(spans, at)) for i, (at, deep) in enumerate(order) if deep == 0 or order[i - 1][0] != at]
    return {node.key: order.index((place[node.key], depth[node.key])) for node in nodes}, labels


def _spans(days: Sequence[tuple[date, bool]], most: int) -> list[list[tuple[date, bool]]]:
    """One a day, or as many spans of neighbouring days as there is room for; the undated stand alone."""
    known = [day for day in days if day[0] != UNDATED]
    size = -(-len(known) // most) or 1
    spans = [known[i : i + size] for i in range(0, len(known), size)]
    undated = [day for day in days if day[0] == UNDATED]
    return [*spans, undated] if undated else spans


def _label(spans: Sequence[Sequence[tuple[date, bool]]], at: int) -> str:
    if at < 0:
        return "not in your collection"
    first, last = spans[at][0][0], spans[at][-1][0]
    if first == UNDATED:
        return "date not known"
    end = f"{last.day} {last:%b} {last.year}" + (" or later" if any(later for _, later in spans[at]) else "")
    return end if first == last else f"{first.day} {first:%b} – {end}"


def _depths(place: dict[str, int], arrows: Sequence[Arrow]) -> dict[str, int]:
    """How many arrows lead to a node inside its own day, or among what is missing; a ring is cut where met again."""
    parents: dict[str, list[str]] = defaultdict(list)
    for arrow in arrows:
        if place[arrow.parent] == place[arrow.child]:
            parents[arrow.child].append(arrow.parent)
    depth: dict[str, int] = {}

    def deepen(key: str, above: frozenset[str]) -> int:
        if key not in depth:
            below = [deepen(p, above | {key}) + 1 for p in parents[key] if p not in above and p != key]
            depth[key] = min(max(below, default=0), 3)
        return depth[key]

    for key in sorted(place):
        deepen(key, frozenset())
    return depth


# Rows: a lane an outlet, missing sources first, then by the first day; a lane has more rows where its boxes would meet.


def _rows(nodes: Sequence[Node], columns: dict[str, int]) -> tuple[dict[str, Box], int]:
    lanes: dict[tuple[bool, str, str], list[Node]] = defaultdict(list)
    for node in sorted(nodes, key=lambda n: (columns[n.key], n.moment, n.lane, n.key)):
        lanes[_strip(node)].append(node)
    boxes: dict[str, Box] = {}
    top = 0
    for lane in sorted(lanes, key=lambda lane: lane[0]):  # stable: the order of the first boxes
        taken: dict[int, int] = defaultdict(int)
        for node in lanes[lane]:
            column = columns[node.key]
            boxes[node.key] = Box(node, column, top + taken[column])
            taken[column] += 1
        top += max(taken.values())
    return boxes, top


def _strip(node: Node) -> tuple[bool, str, str]:
    """Which lane a box lies in: its outlet's, or that of the texts that the outlet has from another."""
    return not node.missing, node.lane, "" if node.missing else node.note


def _lanes(grid: _Grid) -> tuple[Lane, ...]:
    strips: dict[tuple[bool, str, str], list[Box]] = defaultdict(list)
    for box in grid.boxes.values():
        strips[_strip(box.node)].append(box)
    return tuple(
        Lane(
            wrap(name, 2, LANE_NAME - 16),
            fit(own[0].node.note, LANE_NAME - 10, 11.5),
            min(box.y for box in own),
            max(box.y + box.height for box in own) + 9,
        )
        for (_, name, _), own in sorted(strips.items(), key=lambda strip: min(box.row for box in strip[1]))
    )


# Routes: which gutters and which corridor an arrow takes.


def _routes(boxes: dict[str, Box], arrows: Sequence[Arrow]) -> list[_Route]:
    taken = {(box.row, box.column) for box in boxes.values()}
    routes = []
    for arrow in arrows:
        parent, child = boxes[arrow.parent], boxes[arrow.child]
        leaves, enters = parent.column + 1, child.column
        free = enters >= leaves and not any((parent.row, c) in taken for c in range(leaves, enters))
        corridor = parent.row + 1 if child.row >= parent.row else parent.row
        routes.append(_Route(arrow, parent, child, leaves, enters, None if free else corridor))
    return sorted(routes, key=lambda r: (r.child.row, r.child.column, r.parent.row, r.parent.column, r.arrow.href))


def _measure_rows(grid: _Grid) -> None:
    """Heights of boxes and rows; corridors grow with the arrows that pass; ports are handed out from above."""
    entering: dict[str, list[_Route]] = defaultdict(list)
    passing: dict[int, set[str]] = defaultdict(set)
    for route in grid.routes:
        entering[route.child.node.key].append(route)
        if route.through is not None:
            passing[route.through].add(route.parent.node.key)
    y: float = TOP
    for row in range(grid.rows):
        y += 18 + TRACK * len(passing[row])
        grid.row_top.append(y)
        own = [box for box in grid.boxes.values() if box.row == row]
        for box in own:
            box.y, box.height = y, _height(box, len(entering[box.node.key]))
            _ports(box, entering[box.node.key], crowded=len(own) > 1)
        y += max(box.height for box in own)
    grid.row_top.append(y + 18 + TRACK * len(passing[grid.rows]))


def _height(box: Box, arrows: int) -> float:
    return max(16 + LINE * len(box.node.lines), 14 + PORT * (arrows + arrows % 2), 16 + 2 * LINE)


def _ports(box: Box, entering: Sequence[_Route], *, crowded: bool) -> None:
    """Where each arrow enters. In a crowded row nothing enters at the middle, where arrows along the row may run."""
    ranked = sorted(entering, key=lambda r: (r.parent.row, r.parent.column, r.arrow.href))
    alone = len(ranked) == 1 and ranked[0].parent.row == box.row and ranked[0].through is None
    slots = len(ranked) + (crowded and not alone and len(ranked) % 2)
    skip = slots - len(ranked) if ranked and ranked[0].parent.row > box.row else 0
    for i, route in enumerate(ranked):
        route.port = box.middle + PORT * (i + skip - (slots - 1) / 2)


# Tracks: runs of different parents never lie on each other.

_Spans = dict[tuple[str, int, Hashable], tuple[float, float]]
_Tracks = dict[tuple[str, int, Hashable], int]


def _tracks(grid: _Grid) -> _Tracks:
    """Number of the track of each run: ('v', gutter, parent …) and ('h', corridor, parent)."""
    spans: _Spans = {}
    for route in grid.routes:
        key = route.parent.node.key
        if route.through is None:
            _widen(spans, ("v", route.enters, key), route.parent.middle, route.port)
            continue
        y = _corridor(grid, route.through)
        _widen(spans, ("v", route.leaves, (key, route.through)), route.parent.middle, y)
        _widen(spans, ("v", route.enters, (key, route.through)), y, route.port)
        _widen(spans, ("h", route.through, key), route.leaves, route.enters)
    return _colour(spans)


def _corridor(grid: _Grid, number: int) -> float:
    return grid.row_top[number] - 10


def _widen(spans: _Spans, key: tuple[str, int, Hashable], start: float, end: float) -> None:
    low, high = spans.get(key, (start, end))
    spans[key] = (min(low, start, end), max(high, start, end))


def _colour(spans: _Spans) -> _Tracks:
    """The first free track for each run. Short runs come first, next to where they begin, so that nested ones nest."""
    taken: dict[tuple[str, int], list[list[tuple[float, float]]]] = defaultdict(list)
    found: _Tracks = {}
    for key, (low, high) in sorted(spans.items(), key=lambda item: (item[1][1] - item[1][0], item[1], str(item[0]))):
        tracks = taken[key[:2]]
        apart = (all(end + PORT < low or high + PORT < start for start, end in track) for track in tracks)
        free = next((i for i, is_free in enumerate(apart) if is_free), len(tracks))
        if free == len(tracks):
            tracks.append([])
        tracks[free].append((low, high))
        found[key] = free
    return found


def _measure_columns(grid: _Grid, tracks: _Tracks) -> None:
    """Left edges of the columns, then the right edge of the drawing; gutters grow with their tracks and labels."""
    x: float = LANE_NAME
    for gutter in range(grid.columns + 1):
        used = max((n + 1 for key, n in tracks.items() if key[:2] == ("v", gutter)), default=0)
        labels = max((width(r.arrow.label) for r in grid.routes if r.enters == gutter), default=0)
        x += (12 if gutter in (0, grid.columns) else 26) + TRACK * used + (labels + 26 if labels else 0)
        grid.column_x.append(x)
        x += BOX
    for box in grid.boxes.values():
        box.x = grid.column_x[box.column]


def _run(route: _Route, grid: _Grid, tracks: _Tracks) -> Run:
    key, through = route.parent.node.key, route.through
    out, end = route.parent.x + BOX, route.child.x

    def track(gutter: int, who: Hashable) -> float:
        left = grid.column_x[gutter - 1] + BOX if gutter else LANE_NAME - 8
        return left + 14 + TRACK * tracks["v", gutter, who]

    start, tip = (out, route.parent.middle), (end - 2, route.port)
    if through is None:
        x = track(route.enters, key)
        middle = [(x, start[1]), (x, route.port)]
    else:
        first, last = track(route.leaves, (key, through)), track(route.enters, (key, through))
        y = _corridor(grid, through) - TRACK * tracks["h", through, key]
        middle = [(first, start[1]), (first, y), (last, y), (last, route.port)]
    return Run(route.arrow, (start, *middle, tip), end - 15, route.port)


# Text and paths.


def width(text: str, size: float = 11.5) -> float:
    """A generous guess at the width of a line of text, in pixels."""
    return sum(map(_of_letter, text)) * size / 13


@cache
def _of_letter(c: str) -> float:
    return _WIDTHS.get(c, 14.0 if ord(c) > 0x2E7F else 9.4 if c.isupper() else 7.5)


def fit(text: str, room: float, size: float = 13) -> str:
    """The text, cut with an ellipsis where it would not fit."""
    return text if width(text, size) <= room else _longest(text, lambda t: width(t + "…", size) <= room) + "…"


def wrap(text: str, lines: int = 2, room: float = BOX - 22) -> tuple[str, ...]:
    """At most `lines` lines of whole words, the last cut with an ellipsis."""
    words, found = text[:400].split(), list[str]()
    while words and len(found) < lines - 1:
        taken = 1
        while taken < len(words) and width(" ".join(words[: taken + 1]), 13) <= room:
            taken += 1
        found.append(fit(" ".join(words[:taken]), room))
        words = words[taken:]
    return (*found, fit(" ".join(words), room)) if words else tuple(found)


def rounded(points: Sequence[tuple[float, float]], radius: float = 7) -> str:
    """A path through points at right angles, its corners rounded."""
    points = _turns(points)
    parts = [f"M{points[0][0]:g} {points[0][1]:g}"]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        (x1, y1), (x2, y2) = _towards(at, before, radius), _towards(at, after, radius)
        parts.append(f"L{x1:g} {y1:g}Q{at[0]:g} {at[1]:g} {x2:g} {y2:g}")
    return "".join(parts) + f"L{points[-1][0]:g} {points[-1][1]:g}"


def _turns(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Without points that lie on the way between their neighbours."""
    found = [points[0]]
    for at, after in itertools.pairwise(points):
        straight = found[-1][0] == at[0] == after[0] or found[-1][1] == at[1] == after[1]
        if at != found[-1] and not straight:
            found.append(at)
    return [*found, points[-1]]


def _towards(at: tuple[float, float], other: tuple[float, float], most: float) -> tuple[float, float]:
    length = abs(other[0] - at[0]) + abs(other[1] - at[1])
    share = min(most, length / 2) / length if length else 0
    return round(at[0] + (other[0] - at[0]) * share, 1), round(at[1] + (other[1] - at[1]) * share, 1)


def _longest(text: str, fits: Callable[[str], bool]) -> str:
    low, high = 0, min(len(text), 400)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(text[:middle]) else (low, middle - 1)
    return text[:low].rstrip()
