"""What a claim's page shows: its lead, its chain, its wordings side by side, its findings and measures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from audit.records import Span
from audit.report.chain import Arrow, Drawing, Node, draw, wrap
from audit.report.read import Place, Row, Shelf, evidence, grouped, places, rows
from audit.report.say import UNREVIEWED, counted, day, screen, shorten
from audit.report.site import Site, headline, role_of
from audit.report.wordings import Excerpt, Part, Said, compare, fold, in_sentence
from audit.warehouse import Warehouse

MOST_BOXES = 24  # articles in one drawing
MOST_PAIRS = 12
MOST_ROWS = 200  # evidence rows of one measure
DIFFERING = ("conflict", "hedge_flipped", "mutated", "updated")


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of the claim; a quote of several pieces is one. `excerpts` holds a piece each."""

    article_id: str
    kind: str
    ids: tuple[str, ...]
    spans: tuple[Span, ...]
    excerpts: tuple[Excerpt, ...]
    who: str | None
    note: str | None

    @property
    def said(self) -> Said:
        """The words to compare: a figure or a credit with its sentence, all else as it is."""
        if self.kind in ("figure", "credit"):
            return in_sentence(self.excerpts[0])
        return Said(" … ".join(excerpt.words for excerpt in self.excerpts))


@dataclass(frozen=True, slots=True)
class Wording:
    """Mentions whose words are the same but for marks and case. `before` and `after` stand around the first."""

    said: Said
    mentions: tuple[Mention, ...]
    owners: tuple[str, ...]  # articles that no earlier wording stands in: where the boxes of the chain lead

    @property
    def before(self) -> str:
        return "" if self.said.hot else self.mentions[0].excerpts[0].before[-140:]

    @property
    def after(self) -> str:
        return "" if self.said.hot else self.mentions[0].excerpts[-1].after[:140]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair: its wording, cut into parts."""

    wording: Wording
    parts: list[Part]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two wordings side by side; `compared` is False where they are too long or share too little."""

    left: Side
    right: Side
    compared: bool
    relations: tuple[str, ...]
    why: str | None


@dataclass(frozen=True, slots=True)
class Leaning:
    """An edge in words, with the places it rests on."""

    row: Row
    parent: str
    child: str
    excerpts: tuple[tuple[Place, Excerpt], ...]


@dataclass(slots=True)
class Claim:
    """All that the template needs."""

    row: Row
    mentions: list[Mention]
    wordings: list[Wording]
    pairs: list[Pair]
    more_pairs: int
    chain: Drawing | None
    hidden: int
    edges: list[Leaning]
    not_held: list[str]
    named: list[str]
    unnamed: int
    speakers: list[str]
    differing: tuple[str, str] | None
    findings: list[Row]
    measures: list[Row]
    undecided: list[Row]
    articles: list[str] = field(default_factory=list)

    days: tuple[datetime, ...] = ()

    @property
    def reviewed(self) -> int:
        return sum(edge.row["status"] != "machine" for edge in self.edges)

    @property
    def alone(self) -> list[Part]:
        """The only wording, nothing to compare it with."""
        return compare(self.wordings[0].said, self.wordings[0].said)[0]


def read_claims(warehouse: Warehouse, site: Site, views: dict[str, str], ids: Sequence[str]) -> Iterator[Claim]:
    """The claims `ids`, with one round of queries for all of them."""
    raw = {name: grouped(rows(warehouse, f"claim_{name}", ids=ids), "claim_id") for name in _TABLES}
    findings = grouped(rows(warehouse, "findings", ids=ids, most=1_000_000), "claim_id")
    measures = grouped(rows(warehouse, "measures", ids=ids, kind="claim"), "subject_id")
    behind = evidence(warehouse, views, "claim", ids)
    shelf = Shelf.load(warehouse, _articles_of(raw))
    for claim_id in ids:
        own = {name: raw[name].get(claim_id, []) for name in _TABLES}
        claim = _claim(site.claims[claim_id], own, shelf, site)
        claim.findings = findings.get(claim_id, [])
        for row in measures.get(claim_id, []):
            row["evidence"] = behind.get((row["measure"], claim_id), [])
        claim.measures = measures.get(claim_id, [])
        yield claim


_TABLES = ("mentions", "edges", "origins", "matches", "undecided")


def _articles_of(raw: dict[str, dict[str, list[Row]]]) -> set[str]:
    found = {row["article_id"] for own in raw["mentions"].values() for row in own}
    found |= {row["child_article_id"] for own in raw["edges"].values() for row in own}
    return found | {
        place.article_id for own in raw["edges"].values() for row in own for place in places(row["evidence"])
    }


def _claim(row: Row, own: dict[str, list[Row]], shelf: Shelf, site: Site) -> Claim:
    mentions = sorted(_mentions(own["mentions"], shelf, site), key=lambda m: (_order(site, m.article_id), m.spans))
    edges = [_leaning(edge, shelf, site) for edge in own["edges"]]
    wordings = _wordings(mentions)
    pairs = list(_pairs(wordings, own["matches"], edges))
    chain, hidden = _chain(mentions, edges, site)
    ends = {role: [o["name"] for o in own["origins"] if role_of(o["kind"]) == role] for role in _ROLES}
    return Claim(
        row=row,
        mentions=mentions,
        wordings=wordings,
        pairs=pairs[:MOST_PAIRS],
        more_pairs=max(0, len(pairs) - MOST_PAIRS),
        chain=chain,
        hidden=hidden,
        edges=edges,
        not_held=list(dict.fromkeys(ends["not held"])),
        named=list(dict.fromkeys(ends["named"])),
        unnamed=len(ends["without a name"]),
        speakers=list(dict.fromkeys(m.who for m in mentions if m.who)),
        differing=_differing(mentions, own["matches"]),
        findings=[],
        measures=[],
        undecided=own["undecided"],
        articles=list(dict.fromkeys(m.article_id for m in mentions)),
        days=tuple(first for m in mentions if (first := _first(site, m.article_id))),
    )


_ROLES = ("not held", "named", "without a name")


def _first(site: Site, article_id: str) -> datetime | None:
    """The moment an article is placed at: when it was published, or not before when."""
    head = site.heads.get(article_id, {})
    return head.get("published_at") or head.get("published_from")


def _order(site: Site, article_id: str) -> tuple[bool, str, str]:
    first = _first(site, article_id)
    return (first is None, str(first), article_id)


# Mentions and their wordings.


def _mentions(found: Iterable[Row], shelf: Shelf, site: Site) -> Iterator[Mention]:
    whole: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in found:
        if row["version"] == site.heads.get(row["article_id"], {}).get("version"):
            whole[row["article_id"], row["mention_kind"], row["whole"]].append(row)
    for (article_id, kind, _), pieces in whole.items():
        spans = [Span(row["start_char"], row["end_char"]) for row in pieces]
        excerpts = [e for span in spans if (e := shelf.excerpt(Place(article_id, *span)))]
        if excerpts:
            ids = (*tuple(row["mention_id"] for row in pieces), pieces[0]["whole"])
            yield Mention(article_id, kind, ids, tuple(spans), tuple(excerpts), pieces[0]["who"], pieces[0]["note"])


def _wordings(mentions: Sequence[Mention]) -> list[Wording]:
    """Mentions of the same words together, in the order of their first; credits only where nothing else is held."""
    shown = [m for m in mentions if m.kind != "credit"] or mentions
    same: dict[str, list[Mention]] = defaultdict(list)
    for mention in shown:
        same[fold(mention.said.text)].append(mention)
    first = {m.article_id: key for key, own in reversed(same.items()) for m in own}
    owners = {key: tuple(a for a, home in sorted(first.items()) if home == key) for key in same}
    return [Wording(own[0].said, tuple(own), owners[key]) for key, own in same.items()]


def _pairs(wordings: Sequence[Wording], matches: Sequence[Row], edges: Sequence[Leaning]) -> Iterator[Pair]:
    """Each wording beside the one it hangs on by an edge, else beside the earliest held."""
    parents = {(e.row["child_article_id"], e.row["parent_article_id"]) for e in edges if e.row["status"] != "rejected"}
    for i, right in enumerate(wordings[1:], start=1):
        left = next((w for w in wordings[:i] if _hangs(right, w, parents)), wordings[0])
        match = _match(left, right, matches)
        a, b, compared = compare(left.said, right.said)
        relations = tuple(dict.fromkeys(match["relations"])) if match else ()
        yield Pair(Side(left, a), Side(right, b), compared, relations, match["why"] if match else None)


def _hangs(child: Wording, parent: Wording, edges: set[tuple[str, str | None]]) -> bool:
    return any((c.article_id, p.article_id) in edges for c in child.mentions for p in parent.mentions)


def _match(left: Wording, right: Wording, matches: Sequence[Row]) -> Row | None:
    one, other = ({id_ for m in w.mentions for id_ in m.ids} for w in (left, right))
    return next((m for m in matches if _joins(m, one, other) or _joins(m, other, one)), None)


def _joins(match: Row, a_ids: set[str], b_ids: set[str]) -> bool:
    return match["a_id"] in a_ids and match["b_id"] in b_ids


def _differing(mentions: Sequence[Mention], matches: Sequence[Row]) -> tuple[str, str] | None:
    """The two figures that disagree, as printed, where the claim holds such a pair."""
    notes = {id_: m.note for m in mentions if m.kind == "figure" for id_ in m.ids}
    for match in matches:
        one, other = notes.get(match["a_id"]), notes.get(match["b_id"])
        if match["relation"] in DIFFERING and one and other:
            return one, other
    return None


# Edges and the chain.


def _leaning(row: Row, shelf: Shelf, site: Site) -> Leaning:
    parent = row["source_name"] if row["parent_source_id"] else site.name(row["parent_article_id"])
    found = tuple((place, e) for place in places(row["evidence"]) if (e := shelf.excerpt(place)))
    return Leaning(row, str(parent), site.name(row["child_article_id"]), found)


def _chain(mentions: Sequence[Mention], edges: Sequence[Leaning], site: Site) -> tuple[Drawing | None, int]:
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
        _held(article_id, first.get(article_id), site) for article_id in sorted(shown, key=lambda a: _order(site, a))
    ]
    return (draw(nodes, map(_arrow, kept)) if nodes else None), len(ids) - len(shown)


def _held(article_id: str, mention: Mention | None, site: Site) -> Node:
    head = site.heads[article_id]
    first = _first(site, article_id)
    words = _short_words(mention) if mention else headline(head)
    return Node(
        key=article_id,
        lane=site.name(article_id),
        note="" if head["publisher"] else "publisher unknown",
        lines=wrap(words),
        href=f"#a-{article_id}" if mention else f"../{site.place(article_id)}",
        day=first.date() if first else None,
        moment=str(first),
    )


def _short_words(mention: Mention) -> str:
    if mention.kind != "figure":
        return f"“{mention.said.text[:300]}”"
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
        note={"not held": f"{kind} · not held", "named": f"{kind} · no text"}.get(role_of(kind), kind),
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


def finding_line(row: Row) -> tuple[str, str]:
    """The sentence of a finding, and what says whether anybody ruled on it (empty where the sentence does)."""
    status = screen("status", row["status"])
    return shorten(row["summary"] or "", 1200), "" if UNREVIEWED in (
        row["summary"] or ""
    ) and status == UNREVIEWED else status
