"""Mentions as rows of the warehouse: a class a table, its fields the table's columns by name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any

from audit.extract.quotes.verbs import cue_strength
from audit.ids import source_id, stable_id
from audit.records import Article, Caveat, Credit, Figure, Mentions, Quote, Source, Span
from audit.warehouse import columns_of

Columns = dict[str, dict[str, list[Any]]]
"""The values of each column, by table and name; nothing of a table without rows."""


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One contiguous piece of somebody's words."""

    quote_id: str
    utterance_id: str
    article_id: str
    version: int
    kind: str
    start_char: int
    end_char: int
    text: str
    speaker_id: str | None
    speaker_start: int | None
    speaker_end: int | None
    cue: str | None
    anonymity: str | None
    rule: str
    cue_strength: int | None
    polarity: str | None
    certainty: str | None
    title: str | None
    justification: str | None


@dataclass(frozen=True, slots=True)
class QuoteSpeakerRow:
    """One of several speakers of one piece."""

    quote_id: str
    source_id: str | None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One quantity that somebody asserts."""

    figure_id: str
    article_id: str
    version: int
    start_char: int
    end_char: int
    surface: str
    low: float
    high: float
    approximator: str
    hedge: str | None
    unit: str | None
    counted: str | None
    predicate: str | None
    modality: str
    source_id: str | None
    as_of: str | None
    place: str | None
    qualifiers: str | None


@dataclass(frozen=True, slots=True)
class CreditRow:
    """One named source in a place that says where something comes from."""

    credit_id: str
    article_id: str
    version: int
    start_char: int
    end_char: int
    source_id: str | None
    relation: str
    hop: int
    chain_id: str
    scope_start: int
    scope_end: int
    rule: str


@dataclass(frozen=True, slots=True)
class CaveatRow:
    """One place where an article qualifies what it passes on."""

    caveat_id: str
    article_id: str
    version: int
    start_char: int
    end_char: int
    kind: str


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """One sentence of a block that mentions come from."""

    article_id: str
    version: int
    sentence_no: int
    block_no: int | None
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One spelling of a being that an article names."""

    article_id: str
    version: int
    source_id: str | None
    kind: str
    name: str
    spelling: str
    affiliation: str | None
    part: str = "article"


@dataclass(frozen=True, slots=True)
class NamedRow:
    """One place where an article names an outlet beside a quote or figure, and does not credit it."""

    article_id: str
    version: int
    start_char: int
    end_char: int
    own_source_id: str | None


@dataclass(slots=True)
class MentionRows:
    """Rows by table, for one article or many."""

    quotes: list[QuoteRow] = field(default_factory=list)
    quote_speakers: list[QuoteSpeakerRow] = field(default_factory=list)
    figures: list[FigureRow] = field(default_factory=list)
    credits: list[CreditRow] = field(default_factory=list)
    caveats: list[CaveatRow] = field(default_factory=list)
    sentences: list[SentenceRow] = field(default_factory=list)
    source_readings: list[ReadingRow] = field(default_factory=list)
    outlets_named: list[NamedRow] = field(default_factory=list)

    def add(self, other: MentionRows) -> None:
        """Append the rows of another."""
        for table in fields(self):
            getattr(self, table.name).extend(getattr(other, table.name))

    def columns(self) -> Columns:
        """The same as columns, which travel and are stored faster."""
        return {table.name: columns_of(getattr(self, table.name)) for table in fields(self)}


def add_columns(columns: Columns, more: Columns) -> None:
    """Append the rows of another."""
    for table, held in more.items():
        for name, values in held.items():
            columns.setdefault(table, {}).setdefault(name, []).extend(values)


def mention_rows(article: Article, mentions: Mentions) -> MentionRows:
    """All rows of one article; a row that two mentions share stands once."""
    return MentionRows(
        quotes=list({row.quote_id: row for quote in mentions.quotes for row in _quote_rows(article, quote)}.values()),
        quote_speakers=list(dict.fromkeys(row for q in mentions.quotes for row in _speaker_rows(article, q))),
        figures=list({row.figure_id: row for f in mentions.figures for row in [_figure_row(article, f)]}.values()),
        credits=list({row.credit_id: row for c in mentions.credits for row in [_credit_row(article, c)]}.values()),
        caveats=list({row.caveat_id: row for c in mentions.caveats for row in [_caveat_row(article, c)]}.values()),
        sentences=list(_sentence_rows(article, mentions)),
        source_readings=list(
            dict.fromkeys(row for source in _all_sources(mentions) for row in _reading_rows(article, source))
        ),
        outlets_named=[
            NamedRow(article.article_id, article.version, *place, _id(article, house))
            for place, house in mentions.houses
        ],
    )


def _quote_rows(article: Article, quote: Quote) -> Iterator[QuoteRow]:
    key = (article.article_id, article.version)
    speaker = quote.speaker or (None, None)
    cue = quote.cue.of(article.text) if quote.cue else None
    for piece in quote.pieces:
        words = piece.of(article.text)
        yield QuoteRow(
            quote_id=stable_id("quote", *key, *piece, words),
            utterance_id=stable_id("utterance", *key, *quote.pieces[0]),
            article_id=article.article_id,
            version=article.version,
            kind=quote.kind.value,
            start_char=piece.start,
            end_char=piece.end,
            text=words,
            speaker_id=_id(article, quote.source),
            speaker_start=speaker[0],
            speaker_end=speaker[1],
            cue=cue,
            anonymity=quote.anonymity.value if quote.anonymity else None,
            rule=quote.rule,
            cue_strength=cue_strength(cue, article.language) if cue else None,
            polarity=quote.polarity,
            certainty=quote.certainty,
            title=quote.title,
            justification=quote.justification,
        )


def _speaker_rows(article: Article, quote: Quote) -> Iterator[QuoteSpeakerRow]:
    for row in _quote_rows(article, replace(quote, sources=())) if quote.sources else ():
        for source in quote.sources:
            yield QuoteSpeakerRow(row.quote_id, _id(article, source))


def _figure_row(article: Article, figure: Figure) -> FigureRow:
    return FigureRow(
        figure_id=stable_id("figure", article.article_id, article.version, *figure.span, figure.surface),
        article_id=article.article_id,
        version=article.version,
        start_char=figure.span.start,
        end_char=figure.span.end,
        surface=figure.surface,
        low=figure.low,
        high=figure.high,
        approximator=figure.approximator.value,
        hedge=figure.hedge,
        unit=figure.unit,
        counted=figure.counted,
        predicate=figure.predicate,
        modality=figure.modality.value,
        source_id=_id(article, figure.source),
        as_of=figure.as_of,
        place=figure.place,
        qualifiers=figure.qualifiers,
    )


def _credit_row(article: Article, credit: Credit) -> CreditRow:
    key = (article.article_id, article.version)
    source, scope = credit.source, credit.scope or credit.span
    return CreditRow(
        credit_id=stable_id("credit", *key, *credit.span, source.kind.value, source.name, credit.chain),
        article_id=article.article_id,
        version=article.version,
        start_char=credit.span.start,
        end_char=credit.span.end,
        source_id=_id(article, source),
        relation=credit.relation.value,
        hop=credit.hop,
        chain_id=stable_id("chain", *key, credit.chain),
        scope_start=scope.start,
        scope_end=scope.end,
        rule=credit.rule,
    )


def _caveat_row(article: Article, caveat: Caveat) -> CaveatRow:
    key = (article.article_id, article.version)
    return CaveatRow(
        caveat_id=stable_id("caveat", *key, *caveat.span, caveat.kind.value),
        article_id=article.article_id,
        version=article.version,
        start_char=caveat.span.start,
        end_char=caveat.span.end,
        kind=caveat.kind.value,
    )


def _sentence_rows(article: Article, mentions: Mentions) -> Iterator[SentenceRow]:
    starts = [block.span.start for block in article.blocks]
    for number, span in enumerate(mentions.sentences):
        block = bisect_right(starts, span.start) - 1
        yield SentenceRow(article.article_id, article.version, number, _inside(article, block, span), *span)


def _inside(article: Article, block: int, span: Span) -> int | None:
    """The number of the block, where the sentence begins inside it."""
    return block if block >= 0 and span.start < article.blocks[block].span.end else None


def _id(article: Article, source: Source | None) -> str | None:
    return source_id(source.kind, source.name, article.article_id) if source else None


def _all_sources(mentions: Mentions) -> Iterator[Source]:
    yield from (q.source for q in mentions.quotes if q.source)
    yield from (s for q in mentions.quotes for s in q.sources)
    yield from (f.source for f in mentions.figures if f.source)
    yield from (c.source for c in mentions.credits)
    yield from mentions.people


def _reading_rows(article: Article, source: Source) -> Iterator[ReadingRow]:
    key = (article.article_id, article.version, _id(article, source))
    for spelling in dict.fromkeys((source.name, *source.names)):
        yield ReadingRow(*key, source.kind.value, source.name, spelling, source.affiliation)
