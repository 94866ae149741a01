"""The step: what the warehouse holds of matches and credits becomes claims, edges, origins."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from audit.match import LaidTexts, lay_texts
from audit.parts import in_parts
from audit.records import Span
from audit.trace.bounds import find_flips
from audit.trace.claims import add_kin, find_claims, link_claims
from audit.trace.edges import Corpus, known_parents, stated_edges, with_known_parents
from audit.trace.graph import claim_origins
from audit.trace.inferred import find_holders, inferred_edges
from audit.trace.lasting_claims import known_claims, lasting_ids, note_aliases, with_lasting_ids
from audit.trace.led_anew import in_reach, led_anew
from audit.trace.parents import Kept, Shelf, reports_named
from audit.trace.quantities import fill_quantities
from audit.trace.records import Chain, Claim, ClaimLink, Edge, Held, Mention, Pair
from audit.trace.rows import link_row, read_chains, read_pair
from audit.trace.ruled_edges import rulings_on
from audit.trace.texts import Library
from audit.trace.told_mentions import ToldMentions, Wanted, read_mentions
from audit.trace.touched_claims import Archive, Arrow, Drawn, Scope, touched_articles
from audit.trace.whose_text import with_originators
from audit.trace.words_beyond_credit import ByWriter, Named, NamedIn, with_further
from audit.warehouse import Before, Index, KeptText, Warehouse, read_sql

Counts = dict[str, int]

TABLES = ("claims", "claim_mentions", "claim_links", "edges", "dependences", "origins", "flips")
UNPACKED = 2_000  # texts that become rows at once
ORDERED = 4_000  # articles whose mentions are put in order at once
PART = 20_000  # claims whose rows are made at once
Rows = dict[str, list[tuple[Any, ...]]]
COUNTED = ("claims", "edges", "origins")


def trace(
    warehouse: Warehouse,
    run_id: str = "",
    index: Index | None = None,
    before: Before | None = None,
    texts: LaidTexts | None = None,
) -> Counts:
    """Refill claims, their mentions and links, edges, dependences, origins, flips, quantities; a claim keeps its id.

    What `index` keeps of credited words and the articles that may carry them is not worked out again. With `before`,
    the warehouse that this code traced last, only claims are that new and changed articles touch. `texts` are the words
    of all articles, where these are laid down already.
    """
    kept, texts = Kept.of(index) if index else None, lay_texts(warehouse) if texts is None else texts
    pairs, holdings = _pairs(warehouse, texts), Holdings.of(warehouse, texts, kept)
    whole = before is None or _is_ruled_on(warehouse, before)
    traced = (
        _traced(warehouse, holdings, pairs, kept)
        if before is None or whole
        else _trace_touched(warehouse, holdings, pairs, before, kept)
    )
    if kept:
        kept.store(prune=whole)
    _store(warehouse, traced, run_id)
    warehouse.run("drop table if exists read_texts")
    counts = {table: int(warehouse.query(f"select count(*) from {table}")[0][0]) for table in COUNTED}
    return {**counts, "quantities": fill_quantities(warehouse)}


def _is_ruled_on(warehouse: Warehouse, before: Before) -> bool:
    """Whether a ruling on an arrow stands, or stood: it may stand in any claim."""
    sql = "select 1 from decisions where subject_kind = 'edge'"
    return bool(warehouse.query(sql) or before.query(sql))


@dataclass(frozen=True, slots=True)
class Traced:
    """Claims with their links and arrows, and all that tracing looked up."""

    claims: Sequence[Claim]
    links: Sequence[ClaimLink]
    stated: Mapping[str, Sequence[Edge]]  # by claim, before what one claim knows of another's arrows
    arrows: Mapping[str, Sequence[Edge]]  # all of them, by claim
    weighed: Sequence[tuple[Any, ...]]  # rows of `dependences`
    corpus: Corpus
    scope: Scope | None = None  # of the claims that are made anew; None: of all


def _trace_touched(
    warehouse: Warehouse, holdings: Holdings, pairs: Sequence[Pair], before: Before, kept: Kept | None
) -> Traced:
    """The claims that anything new or changed touches, and those that rest on arrows which come or go with them."""
    archive, found = Archive(warehouse, pairs), touched_articles(warehouse, before, holdings.written)
    touched = found.articles | _led_anew(warehouse, holdings, found.asked, kept)
    arrows = [Arrow(*row) for row in warehouse.query(_sql("arrows_before"))]
    while True:
        scope = archive.scope(touched)
        drawn = Drawn(arrows, scope)
        traced = _traced(warehouse, holdings, pairs, kept, scope, drawn)
        credited = _credited(traced.arrows.values())
        more = drawn.unsettled(known_parents(traced.stated), credited) - touched
        if not more:
            return traced
        touched |= more


def _led_anew(warehouse: Warehouse, holdings: Holdings, asked: Mapping[str, Set[str]], kept: Kept | None) -> set[str]:
    """Of articles that credit the houses of pages that came, those that may lead to one."""
    near = _in_reach(warehouse, holdings, asked, kept)
    if not near:
        return set()
    found, corpus = _load(warehouse, holdings, (), near.keys() | set[str]().union(*near.values()))
    corpus.shelf.kept = kept
    told = [mention for mention in found.mentions if mention.article_id in near]
    return led_anew(near, told, corpus, holdings.written_in(near.keys()), holdings.named)


def _in_reach(
    warehouse: Warehouse, holdings: Holdings, asked: Mapping[str, Set[str]], kept: Kept | None
) -> dict[str, set[str]]:
    """Those of these pages that dates leave: credits are asked for, before all mentions of an article are."""
    if not asked:
        return {}
    _say_read(warehouse, sorted(asked))
    shelf = Shelf(holdings.held, holdings.library, holdings.by_house, {}, {}, {}, kept=kept)
    corpus = Corpus(holdings.held, _chains(warehouse), shelf, {})
    named = {(article, one.house) for article, some in holdings.named.items() for one in some}
    return in_reach(asked, corpus, {(row[0], row[4]) for row in holdings.written} | named)


def _traced(
    warehouse: Warehouse,
    holdings: Holdings,
    pairs: Sequence[Pair],
    kept: Kept | None,
    scope: Scope | None = None,
    drawn: Drawn | None = None,
) -> Traced:
    """The claims of all articles, or of those in scope."""
    if scope:
        pairs = [pair for pair in pairs if pair.a_article in scope.read or pair.b_article in scope.read]
    found, corpus = _load(warehouse, holdings, pairs, scope.read if scope else None, every=False)
    mentions, corpus.shelf.kept = found.mentions, kept
    corpus = with_further(corpus, mentions, holdings.written_in(scope.read if scope else None), holdings.named)
    chains = (chain for some in corpus.chains.values() for chain in some)
    every = find_claims(mentions, pairs, chains, corpus.held, found.statement_of)
    links = link_claims(every, pairs)
    every = add_kin(every, links)
    claims = [claim for claim in every if scope.holds(claim)] if scope else every
    corpus = replace(corpus, chains=with_originators(corpus))
    stated = {claim.claim_id: stated_edges(claim, corpus) for claim in near_in_time(claims, corpus)}
    led = with_known_parents(stated, claims, corpus, drawn.parents if drawn else frozenset())
    credited = _credited(led.values()) | (drawn.credited if drawn else set())
    holders, weighed = find_holders(mentions, pairs), list[tuple[Any, ...]]()
    arrows = dict[str, list[Edge]]()
    for claim in claims:
        inferred, weights = inferred_edges(claim, credited, holders, corpus)
        arrows[claim.claim_id] = [*led[claim.claim_id], *inferred]
        weighed += [(claim.claim_id, a, b, *p) for a, b, p in weights]
    return Traced(every, links, stated, arrows, weighed, corpus, scope)


def near_in_time(claims: Iterable[Claim], corpus: Corpus) -> list[Claim]:
    """Claims by the first of their articles, so that the pages that each asks for were read for those before it."""
    return sorted(claims, key=lambda claim: min(corpus.held[one.article_id].order for one in claim.mentions))


def _credited(arrows: Iterable[Sequence[Edge]]) -> set[str]:
    """Articles that a credit leads to a held parent."""
    return {edge.child for edges in arrows for edge in edges if edge.parent_article and edge.basis != "inferred"}


def _store(warehouse: Warehouse, traced: Traced, run_id: str) -> None:
    """Claims and all that goes by them, in the place of those that were made anew."""
    claims = [claim for claim in traced.claims if claim.claim_id in traced.arrows]
    ruled = rulings_on(warehouse, claims, traced.arrows, traced.corpus)
    known = known_claims(warehouse, traced.scope.near if traced.scope else None)
    ids, aliases = lasting_ids(traced.claims, known)
    _clear(warehouse, traced.scope)
    for rows in _rows(claims, traced, ruled):
        for table, lasting in with_lasting_ids(rows, ids, known, run_id).items():
            warehouse.insert(table, lasting)
    note_aliases(warehouse, aliases, run_id)


def _rows(claims: Sequence[Claim], traced: Traced, ruled: dict[str, str]) -> Iterator[Rows]:
    """The rows of all tables, those of some claims at once."""
    told = (link for link in traced.links if link.a_claim in traced.arrows or link.b_claim in traced.arrows)
    yield {"claim_links": list(map(link_row, told)), "dependences": list(traced.weighed)}
    for part in in_parts(claims, PART):
        rows = defaultdict[str, list[tuple[Any, ...]]](list)
        for claim in part:
            _add_rows(claim, traced.arrows[claim.claim_id], traced.corpus, ruled, rows)
        yield rows


def _clear(warehouse: Warehouse, scope: Scope | None) -> None:
    """Take the claims of the run before out, all or those in scope."""
    if scope is None:
        for table in TABLES:
            warehouse.run(f"delete from {table}")
        return
    warehouse.run("create or replace temp table old_claims (claim_id varchar)")
    warehouse.insert("old_claims", [(claim,) for claim in sorted(scope.claims)])
    for table in TABLES:
        for column in ("a_claim_id", "b_claim_id") if table == "claim_links" else ("claim_id",):
            warehouse.run(f"delete from {table} where {column} in (select claim_id from old_claims)")


def _add_rows(claim: Claim, edges: Sequence[Edge], corpus: Corpus, ruled: dict[str, str], rows: Rows) -> None:
    rejected = {edge.edge_id for edge in edges if ruled.get(edge.edge_id) == "rejected"}
    rows["claims"].append((claim.claim_id, claim.kind, claim.label))
    rows["claim_mentions"] += [(claim.claim_id, m.kind, m.mention_id, m.article_id, m.version) for m in claim.mentions]
    rows["edges"] += [_edge_row(edge, ruled.get(edge.edge_id, "machine")) for edge in edges]
    flips = find_flips(claim, edges, corpus, rejected, corpus.houses)
    rows["flips"] += [(flip.claim_id, flip.edge_id, flip.bounds.low, flip.bounds.high) for flip in flips]
    rows["origins"] += [(claim.claim_id, *node) for node in claim_origins(claim, edges, corpus, rejected)]


def _edge_row(edge: Edge, status: str) -> tuple[Any, ...]:
    evidence = json.dumps([place.as_json() for place in edge.evidence])
    return (
        edge.edge_id, edge.claim_id, edge.child, edge.parent_article, edge.parent_source, edge.relation, edge.basis,
        edge.confidence, status, evidence, edge.hop, edge.via, edge.candidate, edge.state,
    )  # fmt: skip


def _sql(name: str) -> str:
    return read_sql("audit.trace", name)


def load(warehouse: Warehouse) -> tuple[list[Mention], list[Pair], Corpus]:
    """Mentions, their matches, and all that tracing looks up."""
    texts = lay_texts(warehouse)
    pairs = _pairs(warehouse, texts)
    found, corpus = _load(warehouse, Holdings.of(warehouse, texts), pairs, None)
    return found.mentions, pairs, corpus


def _pairs(warehouse: Warehouse, texts: LaidTexts) -> list[Pair]:
    """All matches."""
    return [read_pair(row, texts) for row in warehouse.stream(_sql("pairs"))]


@dataclass(frozen=True, slots=True)
class Holdings:
    """What is looked up of the whole archive, however little of it is traced."""

    held: Mapping[str, Held]
    library: Library
    by_house: Mapping[str, Sequence[str]]
    houses: Mapping[str, str]
    called: Mapping[str, tuple[str, str]]
    accounts: Mapping[str, str]
    written: Sequence[tuple[Any, ...]]  # quotes of who wrote a held article
    named: NamedIn

    @classmethod
    def of(cls, warehouse: Warehouse, texts: LaidTexts, kept: Kept | None = None) -> Holdings:
        """Those of a warehouse; `kept`: what pages tell."""
        held, told, pages = (
            dict[str, Held](),
            dict[str, int](),
            dict[str, tuple[str | KeptText, str | None, str | None]](),
        )
        for article, *row, title, language, hashed in warehouse.query(_sql("articles")):
            laid = texts[article]
            held[article] = Held(*(article, *row[:6], laid.blanks + 1, *row[6:]))
            pages[article], told[article] = (laid.text, title, language), hashed
        called = {source: (kind, name) for source, kind, name in warehouse.query(_sql("called"))}
        houses, accounts = (dict(warehouse.query(_sql(name))) for name in ("houses", "accounts"))
        library, written = (
            Library(pages, kept.stems if kept else None, told),
            warehouse.query(_sql("writers"), {"houses": None}),
        )
        named = defaultdict[str, list[Named]](list)
        for article, start, end, *house in warehouse.query(_sql("named")):
            named[article].append(Named(Span(start, end), *house))
        return cls(held, library, _by_house(held), houses, called, accounts, written, named)

    def written_in(self, read: Set[str] | None) -> Iterator[ByWriter]:
        """Quotes of who wrote a held article, in all articles or those that are read."""
        rows = (row for row in self.written if read is None or row[0] in read)
        return (ByWriter(article, quote, Span(first, last), *house) for article, quote, first, last, *house in rows)


def _load(
    warehouse: Warehouse, holdings: Holdings, pairs: Sequence[Pair], read: Set[str] | None, *, every: bool = True
) -> tuple[ToldMentions, Corpus]:
    """Mentions of all articles, or of those to be read, and what tracing looks up for them; without `every` none of
    which no claim can be made.
    """
    held, library = holdings.held, holdings.library
    asked = sorted(held if read is None else read & held.keys())
    _say_read(warehouse, asked)
    _lay_out(warehouse, None if read is None else [(held[one], library.texts[one][0]) for one in asked])
    embedded = defaultdict[str, list[Span]](list)
    for article, start, end in warehouse.query(_of_read("embedded")):
        embedded[article].append(Span(start, end))
    links = defaultdict[str, list[tuple[Span, str]]](list)
    for article, start, end, target in warehouse.query(_of_read("links")):
        links[article].append((Span(start, end), target))
    chains = _chains(warehouse)
    places = {article: [one.place for one in some] for article, some in holdings.named.items()}
    wanted = None if every else Wanted.of(pairs, chains, {row[0] for row in holdings.written}, places)
    found = read_mentions(_told(warehouse, asked), library.texts, wanted)
    pieces, reports = _pieces(found.mentions), frozenset(reports_named(chains))
    shelf = Shelf(held, library, holdings.by_house, links, pieces, found.quoted, reports)
    called, accounts = holdings.called, holdings.accounts
    return found, Corpus(held, chains, shelf, _shared(pairs), embedded, holdings.houses, called, accounts)


def _told(warehouse: Warehouse, articles: Sequence[str]) -> Iterator[Sequence[Any]]:
    """Rows of mentions.sql: those of some articles at once, for what is put in order lies in memory."""
    for part in in_parts(articles, ORDERED):
        _say_read(warehouse, part)
        yield from warehouse.stream(_sql("mentions"))


def _chains(warehouse: Warehouse) -> dict[str, list[Chain]]:
    """What the articles that are read credit."""
    return read_chains(warehouse.query(_of_read("chains", "article_id, chain_id, hop, credit_id")))


def _say_read(warehouse: Warehouse, articles: Sequence[str]) -> None:
    """The articles that queries of this room are asked for."""
    warehouse.run("create or replace temp table read_articles (article_id varchar)")
    warehouse.insert("read_articles", [(article,) for article in articles])


def _lay_out(warehouse: Warehouse, read: Sequence[tuple[Held, object]] | None) -> None:
    """Say which texts queries see: all of them, or those of the articles that are read, unpacked for all queries."""
    warehouse.run(_sql("latest_texts" if read is None else "read_texts"))
    for part in in_parts(read or (), UNPACKED):
        warehouse.insert("read_texts", [(one.article_id, one.version, str(text)) for one, text in part])


def _of_read(name: str, order: str = "all") -> str:
    """A query of this room, for the articles that are read alone."""
    inner = _sql(name).rstrip().rstrip(";")
    return f"select * from ({inner}) where article_id in (select article_id from read_articles) order by {order}"


def _by_house(held: Mapping[str, Held]) -> dict[str, list[str]]:
    found = defaultdict[str, list[str]](list)
    for one in held.values():
        for house in one.houses:
            found[house].append(one.article_id)
    return found


def _pieces(mentions: Iterable[Mention]) -> dict[str, list[Span]]:
    """Words in quotation marks, by the utterance that they are a piece of."""
    found = defaultdict[str, list[Span]](list)
    for mention in mentions:
        if mention.kind == "quote":
            found[mention.group].append(mention.span)
    return found


def _shared(pairs: Iterable[Pair]) -> dict[frozenset[str], int]:
    words = defaultdict[frozenset[str], int](int)
    for pair in pairs:
        if pair.kind == "passage" and pair.a_article != pair.b_article:
            words[frozenset((pair.a_article, pair.b_article))] += pair.words
    return words
