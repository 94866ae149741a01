"""What of an archive that grew is traced anew: the claims that new or changed articles touch, and no others.

Invariant: what is left as it stood would come out the same. A claim is made of statements that matches join: one whose
matches, articles and neighbours (claims that tell another number of its thing) are what they were is what it was; and a
credit leads where it led unless an article of its house came, went or changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import timedelta

from audit.trace.claims import APART
from audit.trace.parents import LATEST
from audit.trace.records import Claim, Pair
from audit.warehouse import Before, Rows, Warehouse, read_sql

Graph = Mapping[str, Set[str]]


@dataclass(frozen=True, slots=True)
class Scope:
    """`claims` of the run before are made anew, with all of the articles in `touched`.

    For that the articles in `read` are loaded; they hold all of the claims in `near`, and parts of others.
    """

    claims: frozenset[str]
    touched: frozenset[str]
    near: frozenset[str]
    read: frozenset[str]
    claim_of: Mapping[str, str]  # of each mention, in the run before

    def holds(self, claim: Claim) -> bool:
        """Whether a claim is one that is made anew."""
        return any(
            m.article_id in self.touched or self.claim_of.get(m.mention_id) in self.claims for m in claim.mentions
        )


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow that the run before drew, as far as others go by it."""

    claim: str
    child: str
    parent: str | None
    candidate: str | None
    basis: str


class Drawn:
    """The arrows of the run before: those of the claims that are made anew, and those that stay."""

    def __init__(self, arrows: Iterable[Arrow], scope: Scope) -> None:
        held = list(arrows)
        self._old = [arrow for arrow in held if arrow.claim in scope.claims]
        self._kept = [arrow for arrow in held if arrow.claim not in scope.claims]
        self.parents = _parents(self._kept)

    @property
    def credited(self) -> set[str]:
        """Articles that a credit leads to a held parent, in claims that stay."""
        return _credited(self._kept)

    def unsettled(self, known: Set[tuple[str, str]], credited: Set[str]) -> set[str]:
        """Articles whose other claims rest on arrows that came or went: `known` and `credited` are those of now."""
        old = _parents(self._old)
        candidates = {(arrow.child, arrow.candidate) for arrow in self._kept}
        moved = ((old - known) & self.parents) | ((known - old) & candidates)
        turned = _credited([*self._old, *self._kept]) ^ (self.credited | credited)
        return {child for child, _ in moved} | turned


def _parents(arrows: Iterable[Arrow]) -> set[tuple[str, str]]:
    return {(one.child, one.parent) for one in arrows if one.basis == "stated" and one.parent}


def _credited(arrows: Iterable[Arrow]) -> set[str]:
    return {one.child for one in arrows if one.basis != "inferred" and one.parent}


class Archive:
    """What was traced before, and what matches say now."""

    def __init__(self, warehouse: Warehouse, pairs: Iterable[Pair]) -> None:
        self.pairs = list(pairs)
        rows = warehouse.query(_sql("claims_before"))
        self._claim_of = {mention: claim for claim, mention, _ in rows}
        self._claims, self._articles = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
        for claim, _, article in rows:
            self._claims[article].add(claim)
            self._articles[claim].add(article)
        self._joined = _graph(self._tied(pair for pair in self.pairs if pair.joins))
        ties = [*self._tied(self.pairs), *warehouse.query("select a_claim_id, b_claim_id, relation from claim_links")]
        self._linked = _graph(ties)
        self._kin = _graph(tie for tie in ties if tie[2] not in APART)

    def _tied(self, pairs: Iterable[Pair]) -> Iterator[tuple[str, str, str]]:
        """Two claims and a relation for each match between mentions of both."""
        for pair in pairs:
            a, b = self._claim_of.get(pair.a), self._claim_of.get(pair.b)
            if a and b and a != b:
                yield a, b, pair.relation

    def scope(self, touched: Set[str]) -> Scope:
        """What is made anew where these articles were touched."""
        met = (self._claim_of.get(key) for pair in self.pairs for key in _others(pair, touched))
        first = {claim for article in touched for claim in self._claims.get(article, ())} | {one for one in met if one}
        claims = _with_next(_closed(first, self._joined), self._kin)
        near = _closed(_with_next(claims, self._linked), self._joined)
        read = {article for claim in near for article in self._articles[claim]}
        return Scope(frozenset(claims), frozenset(touched), frozenset(near), frozenset(read | touched), self._claim_of)


def _graph(ties: Iterable[Sequence[str]]) -> Graph:
    found = defaultdict[str, set[str]](set)
    for a, b, *_ in ties:
        found[a].add(b)
        found[b].add(a)
    return found


def _with_next(claims: Set[str], graph: Graph) -> set[str]:
    return {*claims, *(other for claim in claims for other in graph.get(claim, ()))}


def _others(pair: Pair, touched: Set[str]) -> Iterable[str]:
    """The mentions of a match that stand in no touched article, where the other does."""
    if pair.a_article in touched:
        yield pair.b
    if pair.b_article in touched:
        yield pair.a


def _closed(first: Iterable[str], graph: Graph) -> set[str]:
    """All that ties lead to."""
    found = set(first)
    waiting = list(found)
    while waiting:
        new = graph.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


@dataclass(frozen=True, slots=True)
class Touched:
    """`articles` of which tracing reads anything else than before, or that may lead elsewhere for it.

    `asked`: others that credit a house of pages that came, with these pages: their words tell whether they lead there.
    """

    articles: set[str]
    asked: Mapping[str, Set[str]]


def changed_inputs(warehouse: Warehouse, before: Before) -> Rows:
    """Part and article of what tracing and judging read otherwise now; this is asked once in a run."""

    def ask() -> Rows:
        return [*before.differing(_sql("inputs")), *_naming_moved(warehouse, before)]

    return before.once("inputs", ask)


def _naming_moved(warehouse: Warehouse, before: Before) -> Iterator[tuple[str, str]]:
    """The articles that name a being of which anything is told otherwise, now or before: few are, so that all beings
    are held side by side, and not what each article names.
    """
    moved = [source for _, source in before.differing(_sql("beings"))]
    if not moved:
        return iter(())
    naming = {row for side in (warehouse, before) for row in side.query(_sql("naming"), {"sources": moved})}
    return (("rest", article) for (article,) in sorted(naming))


def touched_articles(warehouse: Warehouse, before: Before, written: Sequence[Sequence[str]] | None = None) -> Touched:
    """What new, changed and gone articles touch; `written`: rows of writers.sql, where they were asked for already."""
    changed = changed_inputs(warehouse, before)
    pages = sorted({article for part, article in changed if part == "page"})
    reached = _reached(warehouse, before, pages, written)
    held = {article for (article,) in before.query("select article_id from articles where is_latest")}
    sure = {article for _, article in changed} | {one for one, page in reached if page is None or page in held}
    asked = defaultdict[str, set[str]](set)
    for one, page in reached:
        if one not in sure and page is not None:
            asked[one].add(page)
    return Touched(sure, asked)


def _reached(
    warehouse: Warehouse, before: Before, pages: Sequence[str], written: Sequence[Sequence[str]] | None
) -> list[tuple[str, str | None]]:
    """Articles that credit a house of these pages, with the page; without one where any credit of that house leads
    elsewhere now, or a quote in them is by who wrote for it, as nobody knew before, or a link leads to the page.
    """
    if not pages:
        return []
    sql, ids = _sql("touched_pages"), {"ids": list(pages)}
    warehouse.run(_sql("moved_pages"))
    moved = [*warehouse.query(sql, ids), *before.query(sql, ids)]
    warehouse.insert("moved_pages", moved)
    found = warehouse.query(_sql("reached"), {"days": LATEST // timedelta(days=1)})
    houses = sorted({house for _, _, house, _ in moved})
    now = warehouse.query(_sql("writers"), {"houses": houses}) if written is None else written
    known = before.query(_sql("writers"), {"houses": houses})
    turned = _by_writers(now, houses) ^ _by_writers(known, houses)
    links = _sql("links").rstrip().rstrip(";")
    led = f"select distinct article_id, null from ({links}) where target in (select unnest($ids))"
    return [*found, *((article, None) for article, *_ in sorted(turned)), *warehouse.query(led, ids)]


def _by_writers(rows: Iterable[Sequence[str]], houses: Collection[str]) -> set[tuple[str, str, str]]:
    """Article, quote and house of rows of writers.sql, for some houses."""
    return {(article, quote, house) for article, quote, _, _, house, _ in rows if house in houses}


def _sql(name: str) -> str:
    return read_sql("audit.trace", name)
