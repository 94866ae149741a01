"""Rows to match: articles, quotes and figures as a test writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from audit.ids import source_id, stable_id
from audit.match import find_matches
from audit.records import Figure, SourceKind
from audit.warehouse import Warehouse
from tests.conftest import empty_warehouse


@dataclass
class Corpus:
    """A warehouse that a test fills by hand."""

    warehouse: Warehouse
    texts: dict[str, str] = field(default_factory=dict)

    def article(self, key: str, text: str, day: str | None = None, publisher: str | None = None) -> None:
        """An article that is one paragraph."""
        self.texts[key] = text
        at = datetime.fromisoformat(day) if day else None
        where = self.source(publisher, SourceKind.OUTLET) if publisher else None
        row = (
            key,
            1,
            True,
            None,
            key,
            None,
            where,
            None,
            None,
            None,
            at,
            "time" if at else None,
            at,
            at,
            None,
            None,
            "en",
            "news",
            text,
            "",
        )
        self.warehouse.insert("articles", [row])
        self.warehouse.insert("blocks", [(key, 1, 0, "paragraph", 0, len(text), None, None)])

    def source(self, name: str, kind: SourceKind = SourceKind.PERSON, article: str | None = None) -> str:
        """A source and its spelling, and that an article names it; returns its id."""
        key = source_id(kind, name)
        if article:
            self.warehouse.insert("source_readings", [(article, 1, key, kind.value, name, name, None, "article")])
        if not self.warehouse.query("select 1 from sources where source_id = ?", [key]):
            self.warehouse.insert("sources", [(key, name, kind.value, None, None, False)])
            self.warehouse.insert("source_names", [(key, name)])
        return key

    def quote(
        self,
        article: str,
        *pieces: str,
        by: str | None = None,
        kind: str = "direct",
        of: SourceKind = SourceKind.PERSON,
    ) -> None:
        """A quote whose pieces stand in the article; `by` is a person, or of another kind."""
        text, speaker = self.texts[article], self.source(by, of, article) if by else None
        starts = [text.index(piece) for piece in pieces]
        rows = [
            (stable_id(article, at), stable_id(article, starts[0], "u"), article, 1, kind, at, at + len(piece), piece,
             speaker, None, None, "said", None, "test")
            for at, piece in zip(starts, pieces, strict=True)
        ]  # fmt: skip
        self.warehouse.insert("quotes", rows)

    def figure(self, article: str, figure: Figure, by: str | None = None, of: SourceKind = SourceKind.PERSON) -> None:
        """A figure of an article, its span as given; `by` is a person, or of another kind."""
        assert figure.span.of(self.texts[article]) == figure.surface
        speaker = self.source(by, of, article) if by else None
        row = (
            stable_id(article, *figure.span), article, 1, *figure.span, figure.surface, figure.low, figure.high,
            figure.approximator.value, figure.hedge, figure.unit, figure.counted,
            figure.predicate, figure.modality.value, speaker, figure.as_of, figure.place, figure.qualifiers,
        )  # fmt: skip
        self.warehouse.insert("figures", [row])

    def credit(self, article: str, house: str, words: str) -> None:
        """A credit of an article to an outlet, and the words that it covers."""
        start = self.texts[article].index(words)
        span, source = (start, start + len(words)), self.source(house, SourceKind.OUTLET, article)
        row = (stable_id(article, *span, "c"), article, 1, *span, source, "relays", 1, "c", *span, "test", source)
        self.warehouse.insert("credits", [row])

    def matches(self, kind: str) -> list[tuple[str, str, str, str, str]]:
        """Relation, articles and words of every match of a kind."""
        find_matches(self.warehouse)
        found = self.warehouse.query(
            "select relation, a_article_id, a_start, a_end, b_article_id, b_start, b_end "
            "from matches where kind = ? order by all",
            [kind],
        )
        return [(relation, a, self.texts[a][s:e], b, self.texts[b][t:u]) for relation, a, s, e, b, t, u in found]

    def relations(self, kind: str = "quote") -> list[str]:
        """The first relation of every match of a kind."""
        return [row[0] for row in self.matches(kind)]


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    warehouse = empty_warehouse()
    yield Corpus(warehouse)
    warehouse.close()
