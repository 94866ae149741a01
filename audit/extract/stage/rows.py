"""Mentions as rows of the warehouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from audit.extract.quotes.verbs import cue_strength
from audit.extract.reading import rules_for
from audit.ids import source_id, stable_id
from audit.records import Article, Mentions, Quote, Source

Row = tuple[Any, ...]


@dataclass(slots=True)
class MentionRows:
    """Rows by table, for one article or many."""

    quotes: list[Row] = field(default_factory=list)
    figures: list[Row] = field(default_factory=list)
    credits: list[Row] = field(default_factory=list)
    caveats: list[Row] = field(default_factory=list)
    sources: list[Row] = field(default_factory=list)  # source_id, kind, name, spelling, affiliation

    def add(self, other: MentionRows) -> None:
        """Append the rows of another."""
        self.quotes += other.quotes
        self.figures += other.figures
        self.credits += other.credits
        self.caveats += other.caveats
        self.sources += other.sources


def mention_rows(article: Article, mentions: Mentions) -> MentionRows:
    """All rows of one article."""
    rows = MentionRows()
    key = (article.article_id, article.version)
    rows.quotes = [row for quote in mentions.quotes for row in _quote_rows(article, quote)]
    rows.figures = [
        (
            stable_id("figure", *key, *f.span, f.surface),
            *key,
            *f.span,
            f.surface,
            f.low,
            f.high,
            f.approximator.value,
            f.hedge,
            f.unit,
            f.counted,
            f.predicate,
            f.modality.value,
            _id(article, f.source),
        )
        for f in mentions.figures
    ]
    rows.credits = [
        (
            stable_id("credit", *key, *c.span, c.source.kind.value, c.source.name, c.chain),
            *key,
            *c.span,
            _id(article, c.source),
            c.relation.value,
            c.hop,
            stable_id("chain", *key, c.chain),
            *(c.scope or c.span),
            c.rule,
        )
        for c in mentions.credits
    ]
    rows.caveats = [
        (stable_id("caveat", *key, *c.span, c.kind.value), *key, *c.span, c.kind.value) for c in mentions.caveats
    ]
    rows.sources = [row for source in _all_sources(mentions) for row in _source_rows(article, source)]
    return rows


def _quote_rows(article: Article, quote: Quote) -> Iterator[Row]:
    key = (article.article_id, article.version)
    utterance = stable_id("utterance", *key, *quote.pieces[0])
    speaker = quote.speaker or (None, None)
    cue = quote.cue.of(article.text) if quote.cue else None
    anonymity = quote.anonymity.value if quote.anonymity else None
    for piece in quote.pieces:
        words = piece.of(article.text)
        yield (
            stable_id("quote", *key, *piece, words),
            utterance,
            *key,
            quote.kind.value,
            *piece,
            words,
            _id(article, quote.source),
            *speaker,
            cue,
            anonymity,
            quote.rule,
            cue_strength(cue, rules_for(article.language)) if cue else None,
        )


def _id(article: Article, source: Source | None) -> str | None:
    return source_id(source.kind, source.name, article.article_id) if source else None


def _all_sources(mentions: Mentions) -> Iterator[Source]:
    yield from (q.source for q in mentions.quotes if q.source)
    yield from (f.source for f in mentions.figures if f.source)
    yield from (c.source for c in mentions.credits)
    yield from mentions.people


def _source_rows(article: Article, source: Source) -> Iterator[Row]:
    for spelling in dict.fromkeys((source.name, *source.names)):
        yield (_id(article, source), source.kind.value, source.name, spelling, source.affiliation)
