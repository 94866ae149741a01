"""`secondhand verify`: a line of JSON with a claim and its sources in, one with the verdict out (contract: verify)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from audit.cite.gap_finders import Reading, find_gaps
from audit.cite.records import Checked, Citation, CitedSource, Gap, Place, StrengthTold, Verdict
from audit.cite.source_index import SourceIndex, support
from audit.cite.strength import compare_strength
from audit.cite.verdict import cannot_compare, judge, weigh


def verify_line(line: dict[str, Any]) -> dict[str, Any]:
    """The verdict on one claim. Raises KeyError, TypeError for another shape."""
    return as_json(verify(read_citation(line)))


def verify(citation: Citation) -> Checked:
    """Compares a claim with the sources it cites."""
    reading = Reading(citation, [_index(source, citation.language) for source in citation.sources])
    if unread := cannot_compare(reading):
        return Checked(citation.citation_id, Verdict.CANNOT_TELL, unread)
    gaps = find_gaps(reading)
    verdict, why = judge(weigh(reading, gaps))
    places = tuple(Place(*found) for found in support(reading.sources, reading.terms))
    return Checked(citation.citation_id, verdict, why, gaps, places, compare_strength(reading))


@lru_cache(maxsize=64)
def _index(source: CitedSource, language: str) -> SourceIndex:
    """The index of a source; claims that cite one source follow each other."""
    return SourceIndex(source, language)


def read_citation(line: dict[str, Any]) -> Citation:
    """The claim and sources that a line holds. Raises KeyError, TypeError for another shape."""
    _must_be_objects(line)
    sources = tuple(
        CitedSource(str(source["id"]), _text(source["text"]), source.get("url"), source.get("title"))
        for source in line["sources"]
    )
    asked, title = line.get("question"), line.get("title")
    return Citation(str(line["id"]), _text(line["claim"]), sources, title, line.get("language") or "en", asked)


def _must_be_objects(line: object) -> None:
    """Raises TypeError where a line or one of its sources is no object."""
    if not isinstance(line, dict) or not all(isinstance(source, dict) for source in line.get("sources", ())):
        raise TypeError('a line is {"id": …, "claim": "…", "sources": [{"id": …, "text": "…"}]}')


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("claim and text are strings")
    return value


def as_json(checked: Checked) -> dict[str, Any]:
    """The outcome as the contract words it."""
    return {
        "id": checked.citation_id,
        "verdict": checked.verdict.value,
        "why": checked.why,
        "missing": [_gap(gap) for gap in checked.gaps],
        "support": [_place(place) for place in checked.support],
        "strength": checked.strength.strength.value if checked.strength else None,
        "strength_words": _strength_words(checked.strength),
    }


def _strength_words(told: StrengthTold | None) -> dict[str, Any] | None:
    """The word of the claim and that of the source which tell a strength."""
    if told is None or told.ours is None or told.theirs is None:
        return None
    return {"claim": list(told.ours), "source": _place(told.theirs)}


def _gap(gap: Gap) -> dict[str, Any]:
    nearest = _place(gap.nearest) if gap.nearest else None
    return {"kind": gap.kind.value, "span": list(gap.span), "why": gap.why, "nearest": nearest}


def _place(place: Place) -> dict[str, Any]:
    return {"source": place.source, "span": list(place.span)}
