"""What a finding goes by: its kind and what it is about, never the places that come and go as articles arrive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from audit.ids import stable_id
from audit.judge.library import Library
from audit.warehouse import content_key

Row = Mapping[str, Any]

OF_CLAIMS = frozenset({"single_origin", "missing_origin", "anonymous_only", "vague_source"})
"""Kinds that a claim has or has not: its evidence is all who carry it."""

OF_PAIRS = frozenset({"figure_conflict", "altered_quote"})
"""Kinds whose evidence begins with the two that it is about; more that tell the same follow."""


def finding_id(kind: str, row: Row, library: Library) -> str:
    """By the claim, or by the words and the articles of its places: an edit that moves them changes nothing."""
    if kind in OF_CLAIMS:
        return stable_id("finding", kind, row["claim_id"])
    places = row["evidence"][:2] if kind in OF_PAIRS else row["evidence"]
    articles = (place["article_id"] for place in places)
    return stable_id("finding", kind, *articles, finding_words(kind, {"evidence": places}, library))


def finding_words(kind: str, row: Row, library: Library) -> str:
    """The content key of a finding."""
    return content_key("finding", kind, map(library.words, row["evidence"]))


def former_ids(kinds: Iterable[str], mentions: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Ids that a finding of a claim may have had, to that which it has; `mentions` are claims with each of theirs."""
    listed = list(mentions)
    return {
        stable_id("finding", kind, stable_id("claim", mention)): stable_id("finding", kind, claim)
        for kind in sorted(OF_CLAIMS.intersection(kinds))
        for claim, mention in listed
    }
