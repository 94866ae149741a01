"""A claim's edges in words, and the nodes and arrows of its chain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from audit.report.chain import Arrow, Drawing, Node, draw, wrap
from audit.report.groups import Group, group_chain
from audit.report.pairs import Mention
from audit.report.read import Place, Row, Shelf, places
from audit.report.say import counted, screen
from audit.report.site import Site, headline, source_kind
from audit.report.wordings import Excerpt


@dataclass(frozen=True, slots=True)
class Picture:
    """A chain as drawn, and the lists of what shares a box in it."""

    drawing: Drawing
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaning:
    """An edge in words, with the places it rests on."""

    row: Row
    parent: str
    child: str
    excerpts: tuple[tuple[Place, Excerpt], ...]

    @property
    def home(self) -> str | None:
        """The article that stands for the house it leads to, where that carries the claim itself."""
        return self.row["home_article_id"] if self.row["parent_source_id"] else None

    @property
    def href(self) -> str:
        """The row of its evidence, on the page of its claim."""
        return f"../claims/{self.row['claim_id']}.html#e-{self.row['edge_id']}"


def read_edge(row: Row, shelf: Shelf, site: Site) -> Leaning:
    """An edge with the words it rests on."""
    parent = row["source_name"] if row["parent_source_id"] else site.name(row["parent_article_id"])
    found = tuple((place, e) for place in places(row["evidence"]) if (e := shelf.excerpt(place)))
    return Leaning(row, str(parent), site.name(row["child_article_id"]), found)


@dataclass(frozen=True, slots=True)
class Tree:
    """A box of the chain in words, with what hangs on it: the same picture as a list."""

    name: str
    note: str
    href: str
    missing: bool
    label: str  # of the arrow that leads to it
    dotted: bool
    children: tuple[Tree, ...]


def draw_chain(mentions: Sequence[Mention], edges: Sequence[Leaning], site: Site) -> Picture | None:
    """The picture of a claim's chain, with its articles that stand on no link; None where there is nothing to draw."""
    live = [edge for edge in edges if edge.row["status"] != "rejected"]
    ids = list(dict.fromkeys(_joined(live, site) + [m.article_id for m in mentions]))
    first = {m.article_id: m for m in sorted(mentions, key=lambda m: m.kind == "credit", reverse=True)}
    return _draw(live, ids, first, site)


def draw_links(edges: Sequence[Leaning], site: Site) -> Picture | None:
    """The links of a whole story: each article on one of them is a box with its headline."""
    return _draw(edges, _joined(edges, site), {}, site) if edges else None


def _joined(edges: Sequence[Leaning], site: Site) -> list[str]:
    """The articles on links."""
    ends = (a for e in edges for a in (e.row["child_article_id"], e.row["parent_article_id"], e.home))
    return list(dict.fromkeys(a for a in ends if a in site.heads))


def _draw(live: Sequence[Leaning], ids: Sequence[str], first: Mapping[str, Mention], site: Site) -> Picture | None:
    shown = frozenset(ids)
    kept = [e for e in live if e.row["child_article_id"] in shown]
    nodes = _boxes(kept, ids, first, site)
    arrows = [_arrow(edge, kept) for edge in kept]
    chain = group_chain(nodes, [a for a in arrows if a], _group)
    return Picture(draw(chain.nodes, chain.arrows), chain.groups) if nodes else None


def _group(group: Group) -> Node:
    """The box of several: whose they are, how many, and that it opens their list."""
    count, missing = len(group.nodes), group.nodes[0].missing
    lanes = list(dict.fromkeys(node.lane for node in group.nodes))
    lane = lanes[0] if len(lanes) == 1 else screen("boxes", "several_sources" if missing else "several_outlets")
    named = f"{count:,} {screen('boxes', 'sources' if missing else 'articles')}"
    return Node(group.place, lane, "", (named, screen("boxes", "open_list")), "")


def _boxes(kept: Sequence[Leaning], shown: Sequence[str], first: Mapping[str, Mention], site: Site) -> list[Node]:
    """The missing sources, then the articles in the order of their days."""
    sources = {e.row["parent_source_id"]: e for e in kept if e.row["parent_source_id"] and not e.home}
    nodes = [_missing(edge, kept) for edge in sources.values()]
    ordered = sorted(set(shown), key=site.order)
    return nodes + [_held(article_id, first.get(article_id), site) for article_id in ordered]


def link_trees(edges: Sequence[Leaning], site: Site, mentions: Sequence[Mention] = ()) -> list[Tree]:
    """What the picture shows as lists from the starting points down; a ring is cut where it would come round."""
    live = [edge for edge in edges if edge.row["status"] != "rejected"]
    first = {m.article_id: m for m in sorted(mentions, key=lambda m: m.kind == "credit", reverse=True)}
    nodes = {node.key: node for node in _boxes(live, list(dict.fromkeys([*_joined(live, site), *first])), first, site)}
    below = defaultdict[str, list[Arrow]](list)
    for edge in live:
        arrow = _arrow(edge, live)
        if arrow and arrow.parent in nodes and arrow.child in nodes and arrow.parent != arrow.child:
            below[arrow.parent].append(arrow)
    return list(_trees(nodes, below))


def _trees(nodes: Mapping[str, Node], below: Mapping[str, Sequence[Arrow]]) -> Iterator[Tree]:
    """A tree for each node that no arrow leads to, then for each ring that is left."""
    hung = {arrow.child for arrows in below.values() for arrow in arrows}
    seen: set[str] = set()
    for key in [*(key for key in nodes if key not in hung), *nodes]:
        if key not in seen and (key not in hung or key in below):
            yield _tree(key, None, nodes, below, frozenset(), seen)


def _tree(
    key: str, by: Arrow | None, nodes: Mapping[str, Node], below: Mapping[str, Sequence[Arrow]], above: frozenset[str],
    seen: set[str],
) -> Tree:  # fmt: skip
    node, again = nodes[key], key in above
    again = again or key in seen
    seen.add(key)
    arrows = () if again else below.get(key, ())
    children = tuple(_tree(arrow.child, arrow, nodes, below, above | {key}, seen) for arrow in arrows)
    words = ", ".join(node.lines) if node.missing else ""
    note = "see above" if again else words or node.note
    label, dotted = (by.label, by.dotted) if by else ("", False)
    return Tree(node.lane, note, by.href if by else node.href, node.missing, label, dotted, children)


def _held(article_id: str, mention: Mention | None, site: Site) -> Node:
    head = site.heads[article_id]
    first = site.first_day(article_id)
    words = _short_words(mention) if mention else headline(head)
    return Node(
        key=article_id,
        lane=head["publisher"] or site.name(article_id),
        note=_whose(head),
        lines=wrap(words),
        href=f"#a-{article_id}" if mention else f"../{site.place(article_id) or 'index.html'}",
        day=first.date() if first else None,
        moment=str(first),
        later=first is not None and head["published_at"] is None,
    )


def _whose(head: Row) -> str:
    """What stands below an outlet's name: whose text it prints, where that is another's."""
    if head["originator"] and head["publisher"]:
        return f"{screen('boxes', 'text_of')} {head['originator']}"
    return "" if head["publisher"] else "publisher unknown"


def _short_words(mention: Mention) -> str:
    if mention.kind != "figure":
        return f"“{mention.said.text[:300].rstrip(' ,;')}”"
    said = mention.said
    start = said.hot[0].start
    hedge = said.text[:start].casefold().rstrip()
    lead = (mention.note or "").casefold()[: -len(mention.excerpts[0].words)].rstrip()
    return f"“{said.text[start - len(lead) - 1 if lead and hedge.endswith(lead) else start :][:300].strip()}”"


def _missing(edge: Leaning, edges: Sequence[Leaning]) -> Node:
    """A source of which no text is held: in which state it is, and how many articles hang on it."""
    own = [e for e in edges if e.row["parent_source_id"] == edge.row["parent_source_id"]]
    count = len({e.row["child_article_id"] for e in own})
    state = next((e.row["state"] for e in own if e.row["state"] not in (None, "not_in_collection")), None)
    return Node(
        key=edge.row["parent_source_id"],
        lane=edge.parent,
        note=source_kind(edge.row["source_kind"], edge.row["poster"]),
        lines=(
            screen("boxes", state or "not_in_collection"),
            f"{counted(count, 'article')} {'hangs' if count == 1 else 'hang'} on it",
        ),
        href=edge.href,
        missing=True,
    )


def _arrow(edge: Leaning, edges: Sequence[Leaning]) -> Arrow | None:
    """From the source to the article, or to the source through which the article has it; None behind a held one.

    From a house that carries the claim itself it leads from its article there, dotted: which text of it is meant is not
    said.
    """
    row = edge.row
    child = row["child_article_id"]
    if row["via_source_id"] and (row["hop"] or 1) > 1:
        before = {e.row["parent_source_id"]: e.home for e in edges if e.row["child_article_id"] == child}
        if row["via_source_id"] not in before:
            return None
        child = child if before[row["via_source_id"]] else row["via_source_id"]
    label = screen("edges", row["relation"]) + (" ✓" if row["status"] == "accepted" else "")
    return Arrow(
        parent=edge.home or row["parent_source_id"] or row["parent_article_id"],
        child=child,
        label=label,
        href=edge.href,
        title=f"{edge.parent} to {edge.child}: {screen('basis', row['basis'])}; {screen('status', row['status'])}",
        dotted=row["basis"] == "inferred" or edge.home is not None,
    )
