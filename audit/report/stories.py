"""What a story's page shows: its timeline, its figures in one table, who speaks through whom, its claims, its chain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.report.chain import Drawing
from audit.report.groups import Group
from audit.report.picture import Leaning, Tree, draw_links, link_trees, read_edge
from audit.report.read import Row, Shelf, grouped, rows
from audit.report.site import Site, names_of, role_of
from audit.warehouse import Warehouse

MOST_QUESTIONS, MOST_PEOPLE = 16, 30
TRACED = ("assertion", "figure")
LEAST_SPREAD = 3  # articles that carry what a story is told by
NOT_READ = ("boilerplate", "bio", "aside", "references", "caption", "byline")


@dataclass(frozen=True, slots=True)
class Answer:
    """A line of the table: what one source says of one thing, wherever that stands."""

    row: Row
    places: tuple[tuple[str, int, int], ...]
    differs: bool

    @property
    def hedge(self) -> str:
        """The word that binds the number, where the number as printed does not begin with it."""
        hedge = self.row["hedge"] or ""
        return "" if self.row["surface"].casefold().startswith(hedge.casefold()) else hedge

    @property
    def printed(self) -> str:
        """As a reader sees it."""
        return f"{self.hedge} {self.row['surface']}".strip()


@dataclass(frozen=True, slots=True)
class Question:
    """One counted thing, and all that is said of it in the story."""

    counted: str
    answers: tuple[Answer, ...]
    sums: tuple[str, ...] = ()

    @property
    def values(self) -> int:
        """How many different values are printed."""
        return len({(a.row["low"], a.row["high"]) for a in self.answers})


@dataclass(frozen=True, slots=True)
class Widest:
    """The claim of a story whose articles go back to the fewest starting points for their number, and their names."""

    claim: Row
    starts: tuple[str, ...]


@dataclass(slots=True)
class StoryPage:
    """All that the template needs."""

    row: Row
    widest: Widest | None
    articles: list[str]
    undated: int
    questions: list[Question]
    people: list[Row]
    claims: list[Row]
    findings: list[Row]
    chain: Drawing | None
    trees: list[Tree]
    groups: Sequence[Group]


def read_stories(warehouse: Warehouse, site: Site, ids: Sequence[str], findings: Sequence[Row]) -> Iterator[StoryPage]:
    """The stories `ids`, with one round of queries for all of them; `findings`: all that are listed."""
    people = grouped(rows(warehouse, "story_people", ids=ids), "story_id")
    figures = grouped(rows(warehouse, "story_figures", ids=ids), "story_id")
    claims = defaultdict[str, list[Row]](list)
    for claim in site.claims.values():
        claims[claim["story_id"]].append(claim)
    wanted = [c["claim_id"] for story in ids for c in claims[story]]
    edges = grouped(rows(warehouse, "claim_edges", ids=wanted), "claim_id")
    found = defaultdict[str | None, list[Row]](list)
    for finding in findings:
        found[site.story_of(finding)].append(finding)
    shelf, widest = Shelf(), widest_claims(warehouse, site, ids)
    for story_id in ids:
        row = site.stories[story_id]
        held = set(row["article_ids"])
        links = [
            read_edge(edge, shelf, site) for claim in claims[story_id] for edge in edges.get(claim["claim_id"], [])
        ]
        own = _one_a_pair(links)
        picture = draw_links(own, site)
        yield StoryPage(
            row=row,
            widest=widest.get(story_id),
            articles=sorted(held & site.heads.keys(), key=site.order),
            undated=sum(site.first_day(article) is None for article in held & site.heads.keys()),
            questions=story_questions(figures.get(story_id, [])),
            people=people.get(story_id, [])[:MOST_PEOPLE],
            claims=claims[story_id],
            findings=found[story_id],
            chain=picture.drawing if picture else None,
            trees=link_trees(own, site),
            groups=picture.groups if picture else (),
        )


def widest_claims(warehouse: Warehouse, site: Site, ids: Sequence[str]) -> dict[str, Widest]:
    """Of each of the stories `ids` the claim that stands for how it is sourced; none where nothing was traced."""
    own = defaultdict[str, list[Row]](list)
    for claim in site.claims.values():
        if claim["kind"] in TRACED and claim["high"] is not None and claim["articles"] >= LEAST_SPREAD:
            own[claim["story_id"]].append(claim)
    best = {story: min(own[story], key=_spread) for story in ids if story in own}
    kept = {story: claim for story, claim in best.items() if claim["high"] < claim["articles"]}
    wanted = [claim["claim_id"] for claim in kept.values()]
    starts = grouped(rows(warehouse, "claim_origins", ids=wanted), "claim_id")
    return {
        story: Widest(
            claim,
            tuple(names_of(o for o in starts.get(claim["claim_id"], []) if role_of(o["kind"]) != "without a name")),
        )
        for story, claim in kept.items()
    }


def _spread(claim: Row) -> tuple[float, float, str]:
    """How few starting points many articles have; the smallest first."""
    return claim["high"] - claim["articles"], claim["high"], claim["claim_id"]


def _one_a_pair(links: Sequence[Leaning]) -> list[Leaning]:
    """One link a child, parent and way, those that stand alone."""
    found: dict[tuple[object, ...], Leaning] = {}
    for link in links:
        row = link.row
        if row["status"] != "rejected":
            ends = row["child_article_id"], row["parent_article_id"], row["parent_source_id"]
            found.setdefault((*ends, row["via_source_id"], link.home), link)
    return list(found.values())


def story_questions(figures: Sequence[Row]) -> list[Question]:
    """A table for each quantity that two articles or two values speak of, and that is more than one thing."""
    told = [row for row in figures if row["block_role"] not in NOT_READ]
    found = [_question(own) for own in grouped(told, "quantity_id").values() if not all(map(_is_one, own))]
    kept = [q for q in found if q.values > 1 or len({p[0] for a in q.answers for p in a.places}) > 1]
    return sorted(kept, key=lambda q: (-q.values, -len(q.answers), q.counted))[:MOST_QUESTIONS]


def _is_one(figure: Row) -> bool:
    """Whether a figure only tells that something is one: "fit one pattern"."""
    return figure["unit"] is None and figure["low"] == figure["high"] == 1


def _question(figures: Sequence[Row]) -> Question:
    same: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in figures:
        said = (
            (row["hedge"] or "").casefold(),
            (row["low"], row["high"], row["unit"]),
            row["predicate"],
            row["modality"],
            row["as_of"],
        )
        same[row["source_id"], *said].append(row)
    values = [(own[0]["low"], own[0]["high"]) for own in same.values()]
    usual = max(set(values), key=lambda v: (values.count(v), str(v)))
    answers = [
        Answer(own[0], tuple((r["article_id"], r["start_char"], r["end_char"]) for r in own), value != usual)
        for value, own in zip(values, same.values(), strict=True)
    ]
    answers.sort(key=lambda a: (a.row["who"] is None, -len(a.places), str(a.row["who"]), a.row["low"] or 0, a.printed))
    sums = dict.fromkeys(row["total"] for row in figures if row["total"])
    return Question(figures[0]["quantity"] or figures[0]["unit"] or "figures", tuple(answers), tuple(sums))
