"""The articles that are matched: the latest version of each, its text, and when it appeared as far as that is known."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from audit.ids import stable_id
from audit.lazy import lazy
from audit.match.article_blocks import HEADLINE, NAMED, READ, ArticleBlocks, RoleSpans, know
from audit.match.laid_texts import Laid, LaidTexts, lay_texts
from audit.records import Span
from audit.warehouse import KeptText, Warehouse, joined_key, read_sql, stable_key

Stretch = tuple[str, int, int]
"""article_id, start and end of words."""


class MatchRow(NamedTuple):
    """One row of `matches`; `detail` is JSON."""

    match_id: str
    kind: str
    relation: str
    a_article_id: str
    a_start: int
    a_end: int
    b_article_id: str
    b_start: int
    b_end: int
    similarity: float
    detail: str

    @property
    def places(self) -> tuple[Stretch, Stretch]:
        """Where the words stand on either side."""
        return (
            (self.a_article_id, self.a_start, self.a_end),
            (self.b_article_id, self.b_start, self.b_end),
        )


class _ArticleRow(NamedTuple):
    """One row of `latest_articles`."""

    article_id: str
    version: int
    text_key: int
    publisher_id: str | None
    published_at: datetime | None
    precision: str | None
    not_before: datetime | None


@dataclass(frozen=True)
class Held:
    """One article. `read` are its mention blocks, `named` those of them that are its title, deck or headings;
    `headline` its title and deck alone; `text_key` is of its words and `blocks_key` of the blocks, as the warehouse
    tells them.
    """

    article_id: str
    version: int
    told: str | KeptText
    publisher_id: str | None
    earliest: datetime | None
    latest: datetime | None
    read: Sequence[Span]
    named: Sequence[Span]
    headline: Sequence[Span] = ()
    text_key: int = 0
    blocks_key: int | None = None

    def __hash__(self) -> int:
        """By what it is called: its words may lie in a file, and its blocks in the warehouse."""
        return hash((self.article_id, self.version))

    @property
    def text(self) -> str:
        """Its words."""
        return str(self.told)

    @lazy
    def key(self) -> int:
        """Key of its text and the blocks of it that are read."""
        if self.blocks_key is not None:
            return joined_key(self.text_key, self.blocks_key)
        return stable_key(self.article_id, self.version, self.text_key, self.read, self.named, self.headline)

    @lazy
    def dated_key(self) -> int:
        """The same, and when it appeared."""
        return stable_key(self.key, self.earliest, self.latest)


@dataclass(frozen=True, slots=True)
class Place:
    """A mention: where it stands and its id."""

    article: Held
    span: Span
    mention_id: str


def load_articles(warehouse: Warehouse, texts: LaidTexts | None = None) -> dict[str, Held]:
    """Latest versions by article_id, in the order of their ids; `texts`: their words, where these are laid down."""
    texts = lay_texts(warehouse) if texts is None else texts
    keys, blocks = dict(warehouse.query(read_sql(__package__, "block_keys"))), ArticleBlocks(warehouse)
    rows = (_ArticleRow(*row) for row in warehouse.query(read_sql(__package__, "latest_articles")))
    return {row.article_id: _held(row, texts[row.article_id], blocks, keys.get(row.article_id, 0)) for row in rows}


def _held(row: _ArticleRow, laid: Laid, blocks: ArticleBlocks, told: int) -> Held:
    at = row.published_at
    latest = None if at is None else at + (timedelta(0) if row.precision == "time" else timedelta(days=1))
    read = RoleSpans(blocks, row.article_id, READ, laid.letters)
    named, headline = (RoleSpans(blocks, row.article_id, roles) for roles in (NAMED, HEADLINE))
    dates, text = (at or row.not_before, latest), laid.text
    return Held(row.article_id, row.version, text, row.publisher_id, *dates, read, named, headline, row.text_key, told)


def know_blocks(articles: Iterable[Held]) -> None:
    """Say whose blocks will be looked at."""
    know(held.read for held in articles)


def is_earlier(a: Held, b: Held) -> bool:
    """Whether `a` comes first: by date where the dates tell, else by id, so that the order is always the same."""
    if a.latest and b.earliest and a.latest <= b.earliest and a.earliest != b.earliest:
        return True
    if b.latest and a.earliest and b.latest <= a.earliest and a.earliest != b.earliest:
        return False
    return a.article_id < b.article_id


def days_apart(a: Held, b: Held) -> float | None:
    """Days between the two, or None where a date is missing."""
    if not (a.latest and b.latest and a.earliest and b.earliest):
        return None
    return abs((a.earliest - b.earliest).total_seconds()) / 86400


def in_order_of_time(a: Place, b: Place) -> tuple[Place, Place]:
    """The earlier first; within one article the order of the text."""
    if a.article.article_id == b.article.article_id:
        return (a, b) if a.span <= b.span else (b, a)
    return (a, b) if is_earlier(a.article, b.article) else (b, a)


def match_row(kind: str, relations: list[str], a: Place, b: Place, similarity: float, **detail: object) -> MatchRow:
    """A row of `matches`; `relations` most serious first."""
    ids = stable_id("match", kind, a.article.article_id, *a.span, b.article.article_id, *b.span)
    facts = {"relations": relations, "a_id": a.mention_id, "b_id": b.mention_id, **detail}
    places = (a.article.article_id, *a.span, b.article.article_id, *b.span)
    return MatchRow(ids, kind, relations[0], *places, round(similarity, 4), json.dumps(facts, ensure_ascii=False))
