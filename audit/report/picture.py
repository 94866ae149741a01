"""A claim's edges in words, and the nodes and arrows of its chain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audit.report.chain import Arrow, Drawing, Node, draw, wrap
from audit.report.pairs import Mention
from audit.report.read import Place, Row, Shelf, places
from audit.report.say import counted, day, screen
from audit.report.site import Site, headline, source_note
from audit.report.wordings import Excerpt

MOST_BOXES = 24  # articles in one drawing


@dataclass(frozen=True, slots=True)
class Leaning:
    """An edge in words, with the places it rests on."""

    row: Row
    parent: str
    child: str
    excerpts: tuple[tuple[Place, Excerpt], ...]


def read_edge(row: Row, shelf: Shelf, site: Site) -> Leaning:
    """An edge with the words it rests on."""
    parent = row["source_name"] if row["parent_source_id"] else site.name(row["parent_article_id"])
    found = tuple((place, e) for place in places(row["evidence"]) if (e := shelf.excerpt(place)))
    return Leaning(row, str(parent), site.name(row["child_article_id"]), found)


def draw_chain(mentions: Sequence[Mention], edges: Sequence[Leaning], site: Site) -> tuple[Drawing | None, int]:
    """The drawing, and how many articles had no room in it. Those on edges come first, then the earliest."""
    live = [edge for edge in edges if edge.row["status"] != "rejected"]
    joined = [a for e in live for a in (e.row["child_article_id"], e.row["parent_article_id"]) if a in site.heads]
    ids = list(dict.fromkeys(joined + [m.article_id for m in mentions]))
    shown = ids[:MOST_BOXES]
    sources = {e.row["parent_source_id"]: e for e in live if e.row["parent_source_id"]}
    kept = [e for e in live if e.row["child_article_id"] in shown]
    nodes = [_missing(e, kept, site) for e in sources.values() if e.row["child_article_id"] in shown]
    ranked = sorted(mentions, key=lambda m: m.kind == "credit")
    first = {m.article_id: m for m in reversed(ranked)}
    nodes += [
        _held(article_id, first.get(article_id), site) for article_id in sorted(shown, key=lambda a: site.order(a))
    ]
    return (draw(nodes, map(_arrow, kept)) if nodes else None), len(ids) - len(shown)


def _held(article_id: str, mention: Mention | None, site: Site) -> Node:
    head = site.heads[article_id]
    first = site.first_day(article_id)
    words = _short_words(mention) if mention else headline(head)
    return Node(
        key=article_id,
        lane=site.name(article_id),
        note="" if head["publisher"] else "publisher unknown",
        lines=wrap(words),
        href=f"#a-{article_id}" if mention else f"../{site.place(article_id)}",
        day=first.date() if first else None,
        moment=str(first),
        later=first is not None and head["published_at"] is None,
    )


def _short_words(mention: Mention) -> str:
    if mention.kind != "figure":
        return f"“{mention.said.text[:300].rstrip(' ,;')}”"
    said = mention.said
    start = said.hot[0].start
    hedge = said.text[:start].casefold().rstrip()
    lead = (mention.note or "").casefold()[: -len(mention.excerpts[0].words)].rstrip()
    return f"“{said.text[start - len(lead) - 1 if lead and hedge.endswith(lead) else start :][:300].strip()}”"


def _missing(edge: Leaning, edges: Sequence[Leaning], site: Site) -> Node:
    own = [e for e in edges if e.row["parent_source_id"] == edge.row["parent_source_id"]]
    days = [h["published_at"] for e in own if (h := site.heads.get(e.row["child_article_id"])) and h["published_at"]]
    count = len({e.row["child_article_id"] for e in own})
    kind = str(edge.row["source_kind"])
    return Node(
        key=edge.row["parent_source_id"],
        lane=edge.parent,
        note=source_note(kind, bool(edge.row["in_corpus"])),
        lines=(
            f"before {day(min(days), short=True)}" if days else "not in the corpus",
            f"{counted(count, 'article')} {'hangs' if count == 1 else 'hang'} on it",
        ),
        href=f"#e-{edge.row['edge_id']}",
        missing=True,
    )


def _arrow(edge: Leaning) -> Arrow:
    row = edge.row
    label = screen("edges", row["relation"]) + (" ✓" if row["status"] == "accepted" else "")
    status = screen("status", row["status"])
    return Arrow(
        parent=row["parent_source_id"] or row["parent_article_id"],
        child=row["child_article_id"],
        label=label,
        href=f"#e-{row['edge_id']}",
        title=f"{edge.parent} to {edge.child}: {screen('basis', row['basis'])}; {status}",
        dotted=row["basis"] == "inferred",
    )
