"""What the sources of a page go back to: a page's citations, traced among its held sources, to their origins.

The page and its sources are run as a collection of their own, in a folder that is gone afterwards; nothing is kept.
Invariant: counted is where the words that carry a cited sentence come from, not where the rest of their article does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from audit.cite.page_audit import PageRow
from audit.cite.references import Reference
from audit.cite.saved import Saved
from audit.pipeline import Job, begin, extract, ingest, match, trace
from audit.records import Span
from audit.trace.bounds import Bounds, find_bounds
from audit.trace.edges import stated_edges
from audit.trace.graph import claim_arrows
from audit.trace.origins import Node, find_origins, find_rings
from audit.trace.records import Claim, Edge, Mention, Place
from audit.trace.step import load
from audit.warehouse import Warehouse, read_sql

PAGE = "page"  # the id of the page itself among its sources


@dataclass(frozen=True, slots=True)
class PageOrigins:
    """How many references a page cites, how many of them are not held, what the held ones go back to, and rings.

    `named` are the origins of each sentence, by its number; `ringed` the keys of references that rest on each other,
    or on the page.
    """

    citations: int
    not_held: int
    bounds: Bounds | None
    rings: int
    named: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    ringed: frozenset[str] = frozenset()

    def line(self) -> str:
        """The counts in one line: "8 sources cited, 2–3 origins, 1 not held, 1 ring"."""
        parts = [f"{_several(self.citations, 'source')} cited"]
        if self.bounds:
            low, high = self.bounds.low, self.bounds.high
            parts.append(_several(high, "origin") if low == high else f"{low}–{high} origins")
        parts += [f"{self.not_held} not held"] if self.not_held else []
        parts += [_several(self.rings, "ring")] if self.rings else []
        return ", ".join(parts)

    def told(self, row: PageRow) -> dict[str, Any]:
        """What a line of the page says beside the verdict: origins by name, and references that rest on each other."""
        ringed = [reference.key for reference in row.sentence.references if reference.key in self.ringed]
        origins = self.named.get(row.sentence.number, ())
        return {"origins": list(origins), **({"ring": ringed} if ringed else {})}

    def notes(self, row: PageRow) -> Iterator[str]:
        """The same in sentences."""
        if origins := self.named.get(row.sentence.number):
            yield f"goes back to: {', '.join(origins)}"
        for reference in row.sentence.references:
            if reference.key in self.ringed:
                yield f"{reference.title or reference.key}: goes back to this page or another of its sources, in a ring"


def _several(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"


def find_page_origins(rows: Sequence[PageRow], publisher: str | None = None) -> PageOrigins:
    """Traces the sources of a page; `publisher` is whose page it is, so that a source which credits it is seen."""
    cited = {reference.key: reference for row in rows for reference in row.sentence.references}
    held = {key: saved for row in rows for key, saved in row.sources.items() if not saved.problem}
    first: dict[Saved, str] = {}
    alike = {key: first.setdefault(saved, key) for key, saved in held.items()}  # one source behind several marks
    not_held = sum(key not in held for key in cited)
    if not held:
        return PageOrigins(len(cited), not_held, None, 0)
    with TemporaryDirectory() as folder:
        lines = [_page_line(rows, publisher), *(_source_line(cited[key], saved) for saved, key in first.items())]
        (Path(folder) / "cited.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
        job = Job((Path(folder) / "cited.jsonl",), Path(folder) / "w.duckdb", None, outlets=Path(folder))
        with begin(job) as run:
            for step in (ingest, extract, match, trace):
                step(run)
            return _Tracing(run.build.warehouse, alike).of(rows, len(cited), not_held)


def _page_line(rows: Iterable[PageRow], publisher: str | None) -> dict[str, Any]:
    text = "\n\n".join(row.sentence.text for row in rows)
    return _without_gaps({"id": PAGE, "text": text, "publisher": publisher})


def _source_line(reference: Reference, saved: Saved) -> dict[str, Any]:
    published = reference.published or saved.published
    line = {
        "id": reference.key, "text": saved.text, "url": reference.url or saved.url,
        "title": saved.title or reference.title, "publisher": reference.publisher or saved.publisher,
        "published": published.isoformat() if published else None,
    }  # fmt: skip
    return _without_gaps(line)


def _without_gaps(line: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in line.items() if value}


class _Tracing:
    """The cited sentences of a page, each as a claim over the page and its sources."""

    def __init__(self, warehouse: Warehouse, alike: Mapping[str, str]) -> None:
        _, _, self.corpus = load(warehouse)
        found = warehouse.query(read_sql(__package__, "cited_articles"))
        articles = {key: (article, version, text) for key, article, version, text, _, _ in found}
        self.articles = articles | {key: articles[one] for key, one in alike.items() if one in articles}
        self.names = {Node("article", article): title or url for _, article, _, _, title, url in found}
        sources = warehouse.query(read_sql(__package__, "cited_sources"))
        self.names |= {Node("source", source): name for source, name in sources}
        self.copied = [_inferred(row) for row in warehouse.query(read_sql(__package__, "cited_copies"))]

    def of(self, rows: Sequence[PageRow], citations: int, not_held: int) -> PageOrigins:
        """What all sentences together go back to."""
        origins, named, arrows = dict[Node, None](), dict[int, tuple[str, ...]](), set[tuple[str, str]]()
        for row in rows:
            found, drawn = self._sentence(row)
            origins |= dict.fromkeys(found)
            arrows |= drawn
            if found:
                named[row.sentence.number] = tuple(sorted(self.names.get(node) or "untitled" for node in found))
        rings = find_rings(arrows)
        on_ring = {article for ring in rings for article in ring}
        ringed = frozenset(key for key, (article, _, _) in self.articles.items() if article in on_ring)
        bounds = find_bounds(list(origins), self.corpus.houses) if origins else None
        return PageOrigins(citations, not_held, bounds, len(rings), named, ringed - {PAGE})

    def _sentence(self, row: PageRow) -> tuple[list[Node], set[tuple[str, str]]]:
        """The origins of a cited sentence, and the arrows between articles that lead there."""
        page = next(self._mentions(PAGE, row.sentence.text), None)
        carrying = [mention for key, words in _support(row) for mention in self._mentions(key, words)]
        if not carrying:
            return [], set()
        mentions = tuple(sorted([page, *carrying] if page else carrying, key=lambda m: self._order(m)))
        claim = Claim(f"cited-{row.sentence.number}", "assertion", row.sentence.text, mentions)
        edges = [*stated_edges(claim, self.corpus), *self._copies(carrying)]
        arrows = claim_arrows(claim, edges, self.corpus)
        if page:
            arrows |= {(Node("article", page.article_id), Node("article", m.article_id)) for m in carrying}
        nodes = {Node("article", mention.article_id) for mention in carrying}
        between = {(a.node_id, b.node_id) for a, b in arrows if (a.kind, b.kind) == ("article", "article")}
        return find_origins(nodes, arrows), between

    def _order(self, mention: Mention) -> tuple[Any, ...]:
        return self.corpus.held[mention.article_id].order

    def _mentions(self, key: str, words: str) -> Iterator[Mention]:
        """The place of words in an article, as a mention."""
        if key not in self.articles:
            return
        article, version, text = self.articles[key]
        at = text.find(words)
        if at >= 0:
            span = Span(at, at + len(words))
            yield Mention("passage", f"{key}-{at}", article, version, span, None, words, f"{key}-{at}", span)

    def _copies(self, carrying: Iterable[Mention]) -> Iterator[Edge]:
        """The inferred arrows that stand on the words of one of these mentions."""
        for edge in self.copied:
            places = [Span(place.start, place.end) for place in edge.evidence if place.article_id == edge.child]
            if any(m.article_id == edge.child and any(m.span.meets(span) for span in places) for m in carrying):
                yield edge


def _support(row: PageRow) -> Iterator[tuple[str, str]]:
    """The words of each source that carry most of the sentence: the first place that is told of it."""
    seen = set[str]()
    for place in row.checked.support:
        if place.source not in seen:
            seen.add(place.source)
            yield place.source, place.span.of(row.sources[place.source].text)


def _inferred(row: Sequence[Any]) -> Edge:
    edge_id, claim_id, child, parent, relation, basis, confidence, evidence = row
    places = tuple(Place(**place) for place in json.loads(evidence))
    return Edge(edge_id, claim_id, child, parent, None, relation, basis, confidence, places)
