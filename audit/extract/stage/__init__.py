"""The step: article versions whose mentions these rules have not taken yet get theirs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from audit.engine import Engine, Lent, LocalEngine
from audit.extract.article import extract_all
from audit.extract.stage.held_names import reread, with_held
from audit.extract.stage.named_rules import named_rules
from audit.extract.stage.rows import Columns, MentionRows, add_columns, mention_rows
from audit.extract.stage.versions import compare_versions
from audit.lexicon.outlets import PACKAGED, Outlets
from audit.records import Article, Block, Link, Role, Span
from audit.warehouse import Warehouse, read_sql

if TYPE_CHECKING:
    from audit.extract.parse.parser import Parser

BATCH = 200  # articles a worker takes at once
PART = 2_000  # articles that are read at once, whole batches
HELD = 25  # batches whose mentions are held before they are stored
TABLES = ("quotes", "quote_speakers", "figures", "credits", "caveats", "sentences", "source_readings", "outlets_named")


@dataclass(frozen=True, slots=True)
class Failure:
    """An article version that could not be read, and why."""

    article: Article
    reason: str


def extract(
    warehouse: Warehouse,
    *,
    fingerprint: str,
    run_id: str,
    nlp: str | None = None,
    outlets: Outlets = PACKAGED,
    tell: Callable[[str], None] | None = None,
    engine: Engine | None = None,
) -> dict[str, int]:
    """Fill quotes, figures, credits and their sources. An article that fails is a row in `problems`.

    `nlp` names the spaCy pipeline that reads what the rules leave open; None: no parser. `tell` hears how far it is.
    """
    names = reread(warehouse)
    warehouse.run(read_sql(__package__, "forget"), {"fingerprint": fingerprint})
    warehouse.run(read_sql(__package__, "waiting"), {"fingerprint": fingerprint})
    [(waiting,)] = warehouse.query(read_sql(__package__, "how_many_wait"))
    columns, failures, counts = Columns(), list[Failure](), Counter[str]()
    work = partial(_extract_batch, nlp=nlp, outlets=Lent(with_held(outlets, names)))
    done = (engine or LocalEngine()).map_batches(work, _batches(warehouse, waiting))
    for number, (found, failed) in enumerate(done, 1):
        add_columns(columns, found)
        failures += failed
        if number % HELD == 0:
            counts.update(_store(warehouse, columns))
            columns = Columns()
        if tell:
            tell(f"extracting: {min(number * BATCH, waiting)}/{waiting} articles")
    counts.update(_store(warehouse, columns))
    warehouse.run(read_sql(__package__, "add_sources"))
    compare_versions(warehouse)
    warehouse.run("delete from rules")
    warehouse.insert("rules", named_rules())
    warehouse.run(read_sql(__package__, "note_extractions"), {"fingerprint": fingerprint})
    problems = [("extract", None, None, failed.article.article_id, failed.reason, run_id) for failed in failures]
    warehouse.insert("problems", problems)
    return {"articles": waiting, **{table: counts[table] for table in ("quotes", "figures", "credits")}}


def _store(warehouse: Warehouse, columns: Columns) -> dict[str, int]:
    """Mentions into their tables; how many each took."""
    return {table: warehouse.insert_columns(table, columns.get(table, {})) for table in TABLES}


def _batches(warehouse: Warehouse, waiting: int) -> Iterator[list[Article]]:
    """The articles that wait, read a part at a time: a large archive does not lie in memory."""
    for first in range(1, waiting + 1, PART):
        articles = _read_part(warehouse, first)
        yield from (articles[i : i + BATCH] for i in range(0, len(articles), BATCH))


def _extract_batch(
    articles: Sequence[Article], nlp: str | None, outlets: Lent[Outlets]
) -> tuple[Columns, list[Failure]]:
    rows, failures = MentionRows(), list[Failure]()
    parser = _parser(nlp)
    for article, found in zip(articles, extract_all(articles, parser, outlets.value), strict=True):
        try:
            if isinstance(found, Exception):
                raise found
            rows.add(mention_rows(article, found))
        except Exception as error:  # one article must not cost the run
            failures.append(Failure(article, f"{type(error).__name__}: {error}"))
    return rows.columns(), failures


def _parser(nlp: str | None) -> Parser | None:
    if nlp is None:
        return None
    from audit.extract.parse.parser import load_parser

    return load_parser(nlp)


def _read_part(warehouse: Warehouse, first: int) -> list[Article]:
    """The waiting articles from a number on, with their blocks and links."""
    numbers = {"first": first, "size": PART}
    blocks, links = defaultdict[Any, list[Block]](list), defaultdict[Any, list[Link]](list)
    for article, version, role, start, end in warehouse.query(read_sql(__package__, "blocks"), numbers):
        blocks[article, version].append(Block(Role(role), Span(start, end)))
    for article, version, start, end, url, target, kind in warehouse.query(read_sql(__package__, "links"), numbers):
        links[article, version].append(Link(Span(start, end), url, target, kind))
    found = warehouse.dicts(read_sql(__package__, "waiting_articles"), numbers)
    return [_article(row, blocks, links) for row in found]


def _article(row: dict[str, Any], blocks: Any, links: Any) -> Article:
    key = (row["article_id"], row["version"])
    published: datetime | None = row["published_at"] or row["published_from"]
    return Article(
        *key, row["text"], tuple(blocks[key]), tuple(links[key]), row["title"], row["publisher"],
        tuple((row["byline"] or "").split(", ")) if row["byline"] else (), row["url"],
        published.date() if published else None, row["language"] or "en",
    )  # fmt: skip
