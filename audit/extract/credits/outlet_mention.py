"""One mention of an outlet, an agency, a platform or an aggregator: what a phrase of credit stands beside."""

from __future__ import annotations

from dataclasses import dataclass

from audit.records import Source, Span


@dataclass(frozen=True, slots=True)
class OutletMention:
    """One mention of an outlet. `known`: not by its shape alone; `own`: it is the article's publisher."""

    span: Span
    source: Source
    known: bool = True
    own: bool = False
    title: bool = False  # a programme's, in quotation marks
