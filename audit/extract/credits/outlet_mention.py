"""One mention of an outlet, an agency, a platform or an aggregator: what a phrase of credit stands beside."""

from __future__ import annotations

from dataclasses import dataclass

from audit.lexicon.language import Lexicon
from audit.records import Source, SourceKind, Span


@dataclass(frozen=True, slots=True)
class OutletMention:
    """One mention of an outlet. `known`: not by its shape alone; `own`: it is the article's publisher."""

    span: Span
    source: Source
    known: bool = True
    own: bool = False
    title: bool = False  # a programme's, in quotation marks


def is_agency(mention: OutletMention, lexicon: Lexicon) -> bool:
    """Whether a mention is an agency's, as it is known or by its name ("the Harbour News Agency")."""
    return mention.source.kind is SourceKind.AGENCY or named_as_agency(mention.source.name, lexicon)


def named_as_agency(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is shaped like an agency's."""
    padded = f" {name.casefold()}"
    return any(map(padded.__contains__, lexicon.room(_agencies)))


def _agencies(lexicon: Lexicon) -> tuple[str, ...]:
    """What stands in the name of an agency."""
    return tuple(f" {noun}" for noun in lexicon.words("credits", "agency_nouns"))
