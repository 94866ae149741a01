"""A chain with too many boxes → the same chain with groups in their place: who hangs on one source, one house, one day.

Invariant: every node is drawn or stands in one group; an arrow leads from and to where its ends are; what is stated and
what is inferred are two arrows. Pure: words come from the caller.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from audit.report.chain import Arrow, Node

MOST_BOXES = 60  # in one drawing


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes that share a box: `place` names their list on the page."""

    place: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Grouped:
    """A chain that can be drawn, and the lists that its groups stand for."""

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class _Around:
    """What hangs together in a chain: parents and children by key of a node."""

    parents: dict[str, frozenset[str]]
    children: dict[str, frozenset[str]]


_Alike = Callable[[Node, _Around], Hashable]  # nodes of one answer may share a box; None: this one may not


def group_chain(
    nodes: Sequence[Node], arrows: Sequence[Arrow], told: Callable[[Group], Node], most: int = MOST_BOXES
) -> Grouped:
    """A chain of at most `most` boxes; `told` gives the box of a group, whose key, day and place are set here."""
    sharing: dict[str, tuple[Node, ...]] = {node.key: (node,) for node in nodes}
    for alike in _WAYS:
        sharing = _merged(sharing, arrows, alike, most)
    groups = [Group(f"group-{i}", own) for i, own in enumerate((o for o in sharing.values() if len(o) > 1), 1)]
    box = {node.key: own[0].key for own in sharing.values() for node in own}
    drawn = {group.nodes[0].key: _box(group, told(group)) for group in groups}
    shown = (drawn.get(own[0].key, own[0]) for own in sharing.values())
    return Grouped(tuple(shown), tuple(_joined(arrows, box)), tuple(groups))


def _box(group: Group, told: Node) -> Node:
    """A group's box: where its first node would stand in time."""
    first = min(group.nodes, key=lambda node: (node.when, node.moment))
    key, place = group.nodes[0].key, f"#{group.place}"
    return replace(
        told, key=key, href=place, day=first.day, moment=first.moment, later=first.later, missing=first.missing
    )


def _merged(
    sharing: dict[str, tuple[Node, ...]], arrows: Sequence[Arrow], alike: _Alike, most: int
) -> dict[str, tuple[Node, ...]]:
    """Boxes that are alike put together, the largest groups first, until few enough are left."""
    left = len(sharing)
    if left <= most:
        return sharing
    around = _around(arrows, {node.key: key for key, own in sharing.items() for node in own})
    together = defaultdict[Hashable, list[str]](list)
    for key, own in sharing.items():
        answer = alike(own[0], around)
        if answer is not None:
            together[answer].append(key)
    found = dict(sharing)
    for keys in sorted(together.values(), key=len, reverse=True):
        if left <= most or len(keys) < 2:
            break
        found[keys[0]] += tuple(node for key in keys[1:] for node in found.pop(key))
        left -= len(keys) - 1
    return found


def _around(arrows: Iterable[Arrow], box: dict[str, str]) -> _Around:
    parents, children = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for arrow in arrows:
        if arrow.parent in box and arrow.child in box and box[arrow.parent] != box[arrow.child]:
            parents[box[arrow.child]].add(box[arrow.parent])
            children[box[arrow.parent]].add(box[arrow.child])
    return _Around(*({key: frozenset(held) for key, held in ends.items()} for ends in (parents, children)))


def _leaf(node: Node, around: _Around) -> bool:
    return not node.missing and node.key not in around.children


def _of_one_house(node: Node, around: _Around) -> Hashable:
    return (node.lane, around.parents.get(node.key)) if _leaf(node, around) else None


def _on_the_same(node: Node, around: _Around) -> Hashable:
    return (around.parents.get(node.key, frozenset()),) if _leaf(node, around) else None


def _missing_of_the_same(node: Node, around: _Around) -> Hashable:
    ends = around.children.get(node.key), around.parents.get(node.key)
    return ends if node.missing else None


def _on_one_of_the_same(node: Node, around: _Around) -> Hashable:
    return (min(around.parents.get(node.key, frozenset({""}))),) if _leaf(node, around) else None


def _lane(node: Node, around: _Around) -> Hashable:
    return None if node.missing else node.lane


def _kind(node: Node, around: _Around) -> Hashable:
    return (node.missing, node.day is None, _leaf(node, around))


_WAYS: tuple[_Alike, ...] = (
    *(_of_one_house, _on_the_same, _missing_of_the_same, _on_one_of_the_same, _lane, _kind),
    lambda node, _: node.missing,
)


def _joined(arrows: Iterable[Arrow], box: dict[str, str]) -> list[Arrow]:
    """Arrows between boxes: those of one pair are one, which says how many; stated and inferred stay apart."""
    own = defaultdict[tuple[str, str, bool], list[Arrow]](list)
    for arrow in arrows:
        if arrow.parent in box and arrow.child in box:
            own[box[arrow.parent], box[arrow.child], arrow.dotted].append(arrow)
    return [_one(parent, child, held) for (parent, child, _), held in own.items() if parent != child]


def _one(parent: str, child: str, held: Sequence[Arrow]) -> Arrow:
    first = replace(held[0], parent=parent, child=child)
    if len(held) == 1:
        return first
    labels = list(dict.fromkeys(arrow.label for arrow in held))
    return replace(first, label=f"{labels[0]}{' …' * (len(labels) > 1)} × {len(held)}", title=_titles(held))


def _titles(held: Sequence[Arrow]) -> str:
    return f"{held[0].title} (1 of {len(held)})" if held[0].title else ""
