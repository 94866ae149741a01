"""What an assistant may ask, as functions of a published warehouse: values in, a plain answer out.

Invariant: every answer says that a machine read it, and what a reviewer ruled; an empty one says what that means.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from audit.cite.records import Checked, Citation, CitedSource, Place
from audit.cite.source_index import solid
from audit.cite.verify import verify
from audit.figures_algebra.record import compare_pair
from audit.ingest.links import canonical
from audit.warehouse import Warehouse, read_sql

Answer = dict[str, Any]
MACHINE = "machine reading"
NOT_HELD = "not in this collection"
NO_TEXT = "a source that is handed over needs its `text`; a held article is named in `held`"
NOT_NAMED = "these words are in this collection; no article names beside them who said them"
TOO_FEW = "give at least three words: fewer stand in too many places"
MOST = 20  # rows an answer holds
LEAST_LETTERS, LEAST_WORDS = 12, 3


def who_said(warehouse: Warehouse, words: str) -> Answer:
    """The quotes that hold these words, each with the speaker whom its article names beside them; nobody else."""
    if len(words.split()) < LEAST_WORDS or len(solid(words)) < LEAST_LETTERS:
        return _answer([], TOO_FEW)
    rows = _rows(warehouse, "who_said", {"solid": solid(words), "most": MOST})
    named = [{name: row[name] for name in row if name not in ("quote_id", "named")} for row in rows if row["named"]]
    return _answer(named, None if named else NOT_NAMED if rows else NOT_HELD)


def origins(warehouse: Warehouse, words: str) -> Answer:
    """The claims that words, an article or an id name: how many origins they go back to, and along which links."""
    letters = solid(words) if len(words.split()) >= LEAST_WORDS else ""
    claims = _rows(warehouse, "claims_of", {"name": words, "solid": letters, "most": MOST})
    for claim in claims:
        claim["links"] = _rows(warehouse, "edges_of", {"claim": claim["claim_id"], "most": MOST})
    return _answer(claims, None if claims else NOT_HELD)


def wanted(warehouse: Warehouse) -> Answer:
    """What articles rest on and nobody holds, most wanted first."""
    found = warehouse.dicts(read_sql("audit.listings", "wanted"))[:MOST]
    return _answer([_plain(row) for row in found], None if found else "nothing is missing")


def check(warehouse: Warehouse, claim: str, sources: Sequence[Mapping[str, str]], held: Sequence[str]) -> Answer:
    """A claim against the texts that are handed over and the held articles that are named, word by word."""
    if not all("text" in source for source in sources):
        return _answer([], NO_TEXT)
    given = [CitedSource(source.get("id", f"source {n}"), source["text"]) for n, source in enumerate(sources, 1)]
    names = [*held, *(canonical(name) for name in held if "://" in name)]
    rows = warehouse.query(read_sql(__package__, "held_by"), {"names": names}) if names else []
    texts = (*given, *(CitedSource(row[0], row[3], row[2], row[1]) for row in rows))
    if not texts:
        return _answer([], NOT_HELD if held else "name a source: its text, or an article of this collection")
    citation = Citation("claim", claim, texts)
    return _answer([_told(citation, verify(citation))], None)


def compare(earlier: str, later: str) -> Answer:
    """Two sentences with a figure each: whether the later one says the same number of the same thing, and why."""
    found = compare_pair({"earlier": {"text": earlier}, "later": {"text": later}})
    return _answer([{**found, "earlier": earlier, "later": later, "review": "not reviewed"}], None)


def _told(citation: Citation, checked: Checked) -> Answer:
    texts = {source.source_id: source for source in citation.sources}

    def words(place: Place | None) -> Answer | None:
        if place is None:
            return None
        source = texts[place.source]
        return {"source": source.title or place.source, "url": source.url, "words": place.span.of(source.text)}

    return {
        "verdict": checked.verdict.value,
        "rule": checked.why,
        "missing": [
            {"kind": g.kind.value, "words": g.span.of(citation.claim), "why": g.why, "nearest": words(g.nearest)}
            for g in checked.gaps
        ],
        "support": [words(place) for place in checked.support],
        "review": "not reviewed",
    }


def _answer(found: list[Answer], note: str | None) -> Answer:
    """`read_by` tells who read the texts, `note` what an empty answer means."""
    return {"read_by": MACHINE, "found": found, "note": note}


def _rows(warehouse: Warehouse, query: str, values: dict[str, Any]) -> list[Answer]:
    return [_plain(row) for row in warehouse.dicts(read_sql(__package__, query), values)]


def _plain(row: Mapping[str, Any]) -> Answer:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
