"""Kinds that are seen along the arrows of a claim and not in one row: what the rows of their query amount to.

Each function takes all rows of `kinds/<kind>.sql` and gives rows as any other kind's query does: claim_id, article_id,
evidence, slots.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from audit.figures_algebra.compare import Verdict, find_drift
from audit.figures_algebra.rules import name
from audit.graphs import nearest_ways
from audit.judge.gates import (
    attributions,
    chain_ends,
    edits,
    fact_cards,
    figures,
    passages,
    quotes,
    side_matters,
    unnamed,
)
from audit.judge.library import Library
from audit.records import Approximator, Figure, Modality, Span
from audit.trace.origins import find_rings

Row = dict[str, Any]
MOST_STEPS = 12  # arrows from an origin: beyond it nobody follows a chain, and a walk stays short


def _by_claim(rows: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    found = defaultdict[str, list[Row]](list)
    for row in rows:
        found[row["claim_id"]].append(row)
    yield from sorted(found.items())


# Rings


def rings(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Rings of outlets that credit each other for one thing; publishers stand for their articles.

    Where an earlier version of a page had the words before all others and credited nobody, the way back to its later
    version is a loop through time, told from there.
    """
    for claim, arrows in _by_claim(rows):
        for ring in find_rings((row["child"], row["parent"]) for row in arrows):
            inside = [row for row in arrows if row["child"] in ring and row["parent"] in ring]
            start = _earliest(inside)
            yield {
                "claim_id": claim,
                "article_id": None,
                "evidence": _credits([start, *inside]),
                "slots": {"ring": _round(inside, start["child_name"]), "label": start["label"], **_first(start)},
                "told_as": "through_time" if start["first_at"] else None,
            }


def _earliest(arrows: Sequence[Row]) -> Row:
    """The arrow of the text that had the words first, in any version; where no date tells, of the first name."""
    return min(arrows, key=lambda row: (row["first_at"] or row["told_at"] or datetime.max, row["child_name"]))


def _first(start: Row) -> Row:
    if not start["first_at"]:
        return {}
    day = start["first_at"]
    return {"earliest": start["child_name"], "day": f"{day.day} {day.strftime('%B %Y')}", "next": start["parent_name"]}


def _credits(arrows: Iterable[Row]) -> list[Any]:
    """The place of the credit of each arrow, one for two publishers."""
    found: dict[tuple[str, str], Any] = {}
    for row in arrows:
        found.setdefault((row["child"], row["parent"]), row["evidence"][0])
    return list(found.values())


def _round(rows: Iterable[Row], first: str) -> str:
    """The outlets in the order in which each credits the next, back to the first."""
    following = {row["child_name"]: row["parent_name"] for row in rows}
    names = [first]
    while following.get(names[-1]) not in names and names[-1] in following:
        names.append(following[names[-1]])
    return " ← ".join([*names, names[0]])


# Drift


def drifts(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Figures whose every step agrees with the one before while the ends do not: one row two values of a claim."""
    for claim, arrows in _by_claim(rows):
        seen = set[Hashable]()
        for places, why in _drifts(arrows):
            ends = _value(places[0]), _value(places[-1])
            if ends not in seen:
                seen.add(ends)
                chain = " → ".join(name(_figure(place)) for place in places)
                evidence = [{key: place[key] for key in ("article_id", "start", "end")} for place in places]
                slots = {"chain": chain, "why": why}
                yield {"claim_id": claim, "article_id": None, "evidence": [evidence[0], evidence[-1]], "slots": slots}


def _drifts(arrows: Sequence[Row]) -> Iterator[tuple[list[Row], str]]:
    """The figures of each way down that drifts, as far as the first article where the ends differ, and why they do."""
    given = {row[side]: row[f"{side}_figures"] for row in arrows for side in ("child", "parent")}
    stands_on = {(row["parent"], row["child"]): row["child_figures"][row["stands_on"]] for row in arrows}
    parted = set[tuple[str, str]]()  # origin and article: what lies below repeats it
    for way in nearest_ways(stands_on, MOST_STEPS):
        places = [given[way[0]][0], *(stands_on[step] for step in pairwise(way))]
        if not any((way[0], article) in parted for article in way):
            drift = _drift(places, given[way[0]], given[way[-1]])
            if drift:
                parted.add((way[0], way[-1]))
                yield places, drift.why


def _drift(places: Sequence[Row], first: Sequence[Row], last: Sequence[Row]) -> Verdict | None:
    """Drift, where no other figure that the first or the last article gives for the claim meets the far end."""
    if len(places) < 3:
        return None
    head, *middle, tail = map(_figure, places)
    others = [[_figure(place), *middle, tail] for place in first] + [[head, *middle, _figure(place)] for place in last]
    return find_drift([head, *middle, tail]) if all(map(find_drift, others)) else None


def _figure(place: Row) -> Figure:
    return Figure(
        Span(place["start"], place["end"]), place["surface"], place["low"], place["high"],
        Approximator(place["approximator"]), place["hedge"], place["unit"], place["counted"], place["predicate"],
        Modality(place["modality"]),
    )  # fmt: skip


def _value(place: Row) -> Hashable:
    return place["low"], place["high"], place["approximator"], place["unit"]


Walk = Callable[[Iterable[Row], Library], Iterator[Row]]
WALKS: Mapping[str, Walk] = {
    "circular": rings,
    "figure_drift": drifts,
    "figure_conflict": fact_cards.conflict_cards,
    "figure_mutated": figures.mutations,
    "changed_on_way": figures.changed_on_way,
    "hedge_lost": figures.lost_hedges,
    "superseded": figures.later_counts,
    "altered_quote": quotes.alterations,
    "misattributed_quote": quotes.two_speakers,
    "attribution_lost": attributions.lost,
    "silent_edit": edits.silent,
    "source_inflated": attributions.inflated,
    "uncredited_copy": passages.uncredited,
    "impossible_order": passages.in_order,
    "single_origin": side_matters.single,
    "missing_origin": chain_ends.missing,
    "anonymous_only": unnamed.unnamed,
    "vague_source": unnamed.vague,
}


def every_row(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """The rows of a query that decides alone."""
    yield from rows
