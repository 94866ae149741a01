"""One card a fact: pairs of figures that speak of one quantity of one story, told together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from audit.figures_algebra.rules import name
from audit.graphs import joined
from audit.judge.gates.figures import Pair, conflicts, figure_of, stems_of
from audit.judge.library import Library
from audit.records import Modality

Row = dict[str, Any]
MOST_VALUES = 8  # of a quantity that a sentence names


def conflict_cards(rows: Iterable[Row], library: Library) -> Iterator[Row]:
    """Figures of two texts that differ, a row a quantity; what changed on the way is only counted."""
    found = list(conflicts(rows, library))
    for told in (False, True):
        yield from cards(pair for pair in found if pair.row["counted"] is told)


def cards(pairs: Iterable[Pair]) -> Iterator[Row]:
    """A row a quantity: the chief pair first, then the other places; `more` tells who has which value."""
    held = list(pairs)
    ties: Iterator[tuple[object, object]] = ((number, key) for number, pair in enumerate(held) for key in _keys(pair))
    groups = joined(range(len(held)), ties)
    for group in sorted(sorted(n for n in found if isinstance(n, int)) for found in groups):
        yield _card([held[number] for number in group])


def _keys(pair: Pair) -> Iterator[tuple[object, ...]]:
    """What makes two pairs one card: a figure or a quantity in common, or the same thing counted in the same story."""
    for figure in (pair.a, pair.b):
        yield ("figure", figure["figure_id"])
        if figure.get("quantity_id"):
            yield ("told", figure["quantity_id"])
        head = (figure["counted"] or "").split(" of ")[0].split()[-1:]
        if head and figure.get("story_id"):
            dated = figure["published_at"] is not None  # of what has no date nothing tells that it is of one time
            yield ("quantity", figure["story_id"], figure["unit"], dated, *sorted(stems_of(head[0])))


def _card(pairs: list[Pair]) -> Row:
    chief = pairs[0]
    places = {(p["article_id"], p["start"]): p for pair in pairs for p in pair.places}
    figures = {f["figure_id"]: f for pair in pairs for f in (pair.a, pair.b)}
    more = "" if len(figures) < 3 else f" In all: {'; '.join(map(_told, _by_value(figures.values())))}."
    return {
        **chief.row,
        "article_id": chief.row["article_id"] if len(pairs) == 1 else None,
        "evidence": list(places.values()),
        "slots": {**chief.row["slots"], "more": more},
    }


def _by_value(figures: Iterable[Row]) -> list[Row]:
    return sorted(figures, key=lambda f: (f["low"], f["high"], str(f["published_at"]), f["figure_id"]))[:MOST_VALUES]


def _told(figure: Row) -> str:
    """“more than 22,000” (The Dell Post, 4 March 2026, planned)."""
    day = figure["published_at"]
    told = (
        figure.get("publisher"),
        f"{day.day} {day.strftime('%B %Y')}" if day else None,
        figure["modality"] if figure["modality"] != Modality.DONE else None,
    )
    who = ", ".join(part for part in told if part)
    told_as = name(figure_of(figure))
    return f"{told_as} ({who})" if who else told_as
