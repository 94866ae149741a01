"""What an article's page shows: its text with every mention marked where it stands, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.records import Span
from audit.report.marks import Mark, Stretch, lay_out
from audit.report.read import Row, Shelf, evidence, grouped, rows
from audit.report.site import Site
from audit.report.versions import Change, changes
from audit.warehouse import Warehouse

KINDS = ("quote", "figure", "credit", "passage")


@dataclass(slots=True)
class Listed:
    """A line of the list: one mention with its pieces."""

    row: Row
    number: int
    pieces: list[Span]
    words: str
    claims: list[str]


@dataclass(slots=True)
class Page:
    """All that the template needs."""

    head: Row
    stretches: list[Stretch]
    listed: dict[str, list[Listed]]
    links: list[Row]
    findings: list[Row]
    measures: list[Row]
    changes: list[Change] | None = None


def read_articles(warehouse: Warehouse, site: Site, views: dict[str, str], ids: Sequence[str]) -> Iterator[Page]:
    """The articles `ids`, with one round of queries for all of them."""
    shelf = Shelf.load(warehouse, ids)
    mentions = grouped(rows(warehouse, "article_mentions", ids=ids), "article_id")
    links = grouped(rows(warehouse, "article_links", ids=ids), "article_id")
    findings = grouped(rows(warehouse, "findings", ids=ids, most=1_000_000), "article_id")
    measures = grouped(rows(warehouse, "measures", ids=ids, kind="article"), "subject_id")
    earlier = {row["article_id"]: row["text"] for row in rows(warehouse, "article_versions", ids=ids)}
    behind = evidence(warehouse, views, "article", ids)
    for article_id in ids:
        own_measures = measures.get(article_id, [])
        for row in own_measures:
            row["evidence"] = behind.get((row["measure"], article_id), [])
            site.anchors[article_id].update(_places(row["evidence"], article_id))
        own_links = links.get(article_id, [])
        text = shelf.texts[article_id]
        for row in own_links:
            row["words"] = text[row["start_char"] : row["end_char"]]
        page = _page(site, text, shelf.blocks.get(article_id, []), mentions.get(article_id, []), site.heads[article_id])
        page.links, page.findings, page.measures = own_links, findings.get(article_id, []), own_measures
        page.changes = changes(earlier[article_id], text) if article_id in earlier else None
        yield page


def _places(evidence: Sequence[Row], article_id: str) -> Iterator[int]:
    """Where the rows behind a measure stand in an article; what was looked for and not found stands nowhere."""
    return (e["start_char"] for e in evidence if e["article_id"] == article_id and e["start_char"] is not None)


def _page(site: Site, text: str, blocks: Sequence[Row], mentions: Sequence[Row], head: Row) -> Page:
    listed = _listed(text, mentions, site)
    marks = [Mark(span, line.row["kind"], line.number) for line in listed for span in line.pieces]
    anchors = site.anchors.get(head["article_id"], set()) | {mark.span.start for mark in marks}
    spans = [(row["role"], Span(row["start_char"], row["end_char"])) for row in blocks]
    by_kind = {kind: [line for line in listed if line.row["kind"] == kind] for kind in KINDS}
    return Page(head, lay_out(text, spans, marks, anchors), by_kind, [], [], [])


def _listed(text: str, mentions: Sequence[Row], site: Site) -> list[Listed]:
    """Mentions in the order of the text, the pieces of an utterance in one line."""
    whole: dict[tuple[str, str], Listed] = {}
    for row in mentions:
        span = Span(row["start_char"], row["end_char"])
        line = whole.setdefault((row["kind"], row["whole"]), Listed(row, len(whole) + 1, [], "", []))
        line.pieces.append(span)
        line.words += (" … " if line.words else "") + span.of(text)
        claims = [*row["claims"], *site.rests.get((row["article_id"], span.start), ())]
        line.claims += [c for c in dict.fromkeys(claims) if c in site.claims and c not in line.claims]
    return list(whole.values())
