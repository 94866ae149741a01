"""Who asserts each figure: the speaker of the quote around it, else the furthest named source of the credit over it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from audit.extract.credits.credit_rules import rule_tells
from audit.extract.figures.circumstances import apposed
from audit.extract.figures.polled import tell_on
from audit.extract.figures.units import AGE
from audit.extract.reading import Document
from audit.records import UNNAMED, Credit, CreditRelation, Figure, Quote, QuoteKind, Source, SourceKind, Span
from audit.text.spans import Cover

_NOT_CLAIMING = frozenset({CreditRelation.CONTRIBUTED_BY, CreditRelation.LINKS})


def assign_sources(
    doc: Document, figures: Sequence[Figure], quotes: Sequence[Quote], credits: Sequence[Credit]
) -> tuple[Figure, ...]:
    """The figures, each with the source that asserts it; None where nobody is said to, or nobody with a name."""
    spoken = Cover((piece, quote) for quote in quotes for piece in quote.pieces)
    claims = [c for c in credits if c.scope and c.relation not in _NOT_CLAIMING and not rule_tells(c.rule, "whole")]
    covered = Cover((_claimed(doc, c), c) for c in claims)
    chains: dict[int, list[Credit]] = {}
    for credit in claims:
        chains.setdefault(credit.chain, []).append(credit)
    quoted = Cover((piece, quote) for quote in quotes if quote.kind is not QuoteKind.INDIRECT for piece in quote.pieces)
    sources = (
        None
        if figure.unit == AGE and apposed(doc.text, figure.span) and not quoted.narrowest(figure.span)
        else _asserting(figure, spoken, covered, chains)
        for figure in figures
    )
    told = [replace(f, source=source) if source else f for f, source in zip(figures, sources, strict=True)]
    return tell_on(doc, told, quotes, credits)


def _claimed(doc: Document, credit: Credit) -> Span:
    """The part of a scope that states what the source says: the run of quotes behind it has speakers of its own, words
    that a colon sets off have not.
    """
    sentence = doc.sentence_at(credit.span.start)
    scope = credit.scope or credit.span
    if sentence is None or sentence.of(doc.text).rstrip().endswith(":"):
        return scope
    return Span(scope.start, min(scope.end, sentence.end))


def _asserting(
    figure: Figure, spoken: Cover[Quote], covered: Cover[Credit], chains: dict[int, list[Credit]]
) -> Source | None:
    """The named speaker, unless a credit covers less than his paraphrase; else the furthest named source credited."""
    said, told = spoken.narrowest(figure.span), covered.narrowest(figure.span)
    closer = told and said and said[1].kind is QuoteKind.INDIRECT and told[0] <= said[0]
    if said and not closer and said[1].source and said[1].source.kind not in UNNAMED:
        return said[1].source
    return furthest_named(chains[told[1].chain]) if told else None


_NO_VOICE = UNNAMED | {SourceKind.PLATFORM, SourceKind.OCCASION}


def furthest_named(chain: Iterable[Credit]) -> Source | None:
    """The source furthest from the article that has a name and a voice: a platform or a rally asserts nothing."""
    named = [c for c in chain if c.source.kind not in _NO_VOICE]
    return max(named, key=lambda c: c.hop).source if named else None
