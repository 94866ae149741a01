"""What a claim's page shows: its lead, its chain, its wordings side by side, its findings and measures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from audit.report.chain import Drawing
from audit.report.groups import Group
from audit.report.pairs import Pair, Wording, by_wording, differing_figures, pair_up, read_mentions, whole_utterances
from audit.report.picture import Leaning, Tree, draw_chain, link_trees, read_edge
from audit.report.read import Row, Shelf, evidence, grouped, places, rows
from audit.report.say import UNREVIEWED, reviewed, screen, shorten
from audit.report.site import Site, names_of, role_of
from audit.report.wordings import fold
from audit.warehouse import Warehouse

MOST_PAIRS = 12


@dataclass(slots=True)
class Claim:
    """All that the template needs."""

    row: Row
    wordings: list[Wording]
    pairs: list[Pair]
    others: list[Wording]
    chain: Drawing | None
    groups: Sequence[Group]
    edges: list[Leaning]
    not_held: list[str]
    without_words: list[str]
    named: list[str]
    unnamed: int
    speakers: list[str]
    differing: tuple[str, str] | None
    undecided: list[Row]
    flips: list[Row]
    trees: list[Tree]
    articles: list[str]
    days: list[datetime]
    findings: list[Row]
    beside: list[Row]
    measures: list[Row] = field(default_factory=list)
    rejected: list[Row] = field(default_factory=list)

    @property
    def spoken(self) -> int:
        """In how many different wordings it stands, whoever they are given to."""
        return len({fold(wording.said.text) for wording in self.wordings})

    @property
    def telling(self) -> list[Pair]:
        """Pairs in which something differs."""
        return [pair for pair in self.pairs if not _says_the_same(pair)]

    @property
    def alike(self) -> list[Pair]:
        """Pairs that say the same."""
        return [pair for pair in self.pairs if _says_the_same(pair)]

    @property
    def standing(self) -> list[Leaning]:
        """Edges that nobody rejected."""
        return [edge for edge in self.edges if edge.row["status"] != "rejected"]

    @property
    def ruled(self) -> int:
        """How many edges somebody ruled on."""
        return sum(edge.row["status"] != "machine" for edge in self.edges)

    @property
    def reviewed(self) -> str:
        """How many that is of all."""
        return reviewed(self.ruled, len(self.edges), len(self.edges) - len(self.standing))


def read_claims(warehouse: Warehouse, site: Site, views: dict[str, str], ids: Sequence[str]) -> Iterator[Claim]:
    """The claims `ids`, with one round of queries for all of them."""
    raw = {name: grouped(rows(warehouse, f"claim_{name}", ids=ids), "claim_id") for name in _TABLES}
    findings = grouped(rows(warehouse, "findings", ids=ids, most=1_000_000), "claim_id")
    rejected = grouped(rows(warehouse, "rejected_findings", ids=ids, most=1_000_000), "claim_id")
    measures = grouped(rows(warehouse, "measures", ids=ids, kind="claim"), "subject_id")
    behind = evidence(warehouse, views, "claim", ids)
    shelf = Shelf.load(warehouse, _articles_of(raw))
    for claim_id in ids:
        own = {name: raw[name].get(claim_id, []) for name in _TABLES}
        claim = _claim(site.claims[claim_id], own, findings.get(claim_id, []), shelf, site)
        for row in measures.get(claim_id, []):
            row["evidence"] = behind.get((row["measure"], claim_id), [])
        claim.measures, claim.rejected = measures.get(claim_id, []), rejected.get(claim_id, [])
        yield claim


_HERE = ("candidate", "words_not_found", "unreadable")  # states of a source of which something is held
_TABLES = ("mentions", "edges", "origins", "matches", "undecided", "flips", "beside")
_SAME = {"exact", "typography", "equal", "copied"}


def _articles_of(raw: dict[str, dict[str, list[Row]]]) -> set[str]:
    found = {row["article_id"] for own in raw["mentions"].values() for row in own}
    found |= {row["child_article_id"] for own in raw["edges"].values() for row in own}
    return found | {
        place.article_id for own in raw["edges"].values() for row in own for place in places(row["evidence"])
    }


def _claim(row: Row, own: dict[str, list[Row]], findings: list[Row], shelf: Shelf, site: Site) -> Claim:
    mentions = sorted(read_mentions(own["mentions"], shelf, site), key=lambda m: (site.order(m.article_id), m.spans))
    edges = [read_edge(edge, shelf, site) for edge in own["edges"]]
    for edge in edges:
        for place, _ in edge.excerpts:
            site.rests[place.article_id, place.start].append(row["claim_id"])
    shown = whole_utterances(mentions) if row["kind"] == "utterance" else mentions
    wordings = by_wording(shown)
    pairs, others = pair_up(wordings, own["matches"], _parents(edges))
    linked = any(edge.row["status"] != "rejected" for edge in edges)
    picture = draw_chain(shown, edges, site) if linked else None
    here = {e.row["parent_source_id"] for e in edges if e.row["state"] in _HERE and e.row["status"] != "rejected"}
    ends = {role: [o for o in own["origins"] if role_of(o["kind"]) == role] for role in _ROLES}
    return Claim(
        row=row,
        wordings=wordings,
        pairs=pairs[:MOST_PAIRS],
        others=others + [pair.right.wording for pair in pairs[MOST_PAIRS:]],
        chain=picture.drawing if picture else None,
        groups=picture.groups if picture else (),
        edges=edges,
        not_held=names_of(o for o in ends["not held"] if o["source_id"] not in here),
        without_words=names_of(o for o in ends["not held"] if o["source_id"] in here),
        named=names_of(ends["named"]),
        unnamed=len(ends["without a name"]),
        speakers=list(dict.fromkeys(m.who for m in mentions if m.who)),
        differing=differing_figures(mentions, findings),
        findings=findings,
        beside=[other for other in own["beside"] if site.claim(other["other_id"])],
        undecided=own["undecided"],
        flips=own["flips"],
        trees=link_trees(edges, site, shown),
        articles=list(dict.fromkeys(m.article_id for m in mentions)),
        days=[first for m in mentions if (first := site.first_day(m.article_id))],
    )


def _parents(edges: Sequence[Leaning]) -> dict[str, set[str]]:
    parents: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if edge.row["parent_article_id"] and edge.row["status"] != "rejected":
            parents[edge.row["child_article_id"]].add(edge.row["parent_article_id"])
    return parents


_ROLES = ("not held", "named", "without a name")


def _says_the_same(pair: Pair) -> bool:
    """By the relation of the match, which tells more than the words around: an equal figure in another sentence."""
    return set(pair.relations) <= _SAME if pair.relations else pair.compared and not pair.differs


def finding_line(row: Row) -> tuple[str, str]:
    """The sentence of a finding, and what says whether anybody ruled on it (empty where the sentence does)."""
    said, status = row["summary"] or "", screen("status", row["status"])
    return shorten(said, 1200), "" if UNREVIEWED in said and status == UNREVIEWED else status


def bundled(findings: Sequence[Row]) -> list[list[Row]]:
    """Findings of one weight and kind on one claim together, in the order of their first."""
    bundles: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in findings:
        bundles[row["severity"], row["kind"], row["claim_id"] or row["finding_id"]].append(row)
    return list(bundles.values())
