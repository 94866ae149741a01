"""The record of `secondhand compare`: two texts with figures in, the verdict on those that stand for each other out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from audit.extract.figures import find_figures
from audit.figures_algebra.alignment import twins
from audit.figures_algebra.compare import find_sum
from audit.figures_algebra.context import read_context
from audit.figures_algebra.rules import Verdict, close, name
from audit.figures_algebra.told import Told, compare_told
from audit.records import Approximator, Figure, Modality, Span


def compare_pair(record: dict[str, Any]) -> dict[str, Any]:
    """One line of `secondhand compare`: its id, label, slot and why; slots a figure lacks are read from its text."""
    earlier, later = _side(record["earlier"]), _side(record["later"])
    verdict = _summed(earlier, later) or _judge(earlier, later)
    return {"id": record.get("id"), **verdict._asdict()}


Said = tuple[str, tuple[Figure, ...]]


def _side(side: dict[str, Any]) -> Said:
    """The text of a side and its figures, completed by the extractor."""
    text = side["text"]
    found = find_figures(text, [Span(0, len(text))], side.get("language", "en"))
    return text, tuple(_complete(given, found) for given in side.get("figures") or ()) or found


def _complete(given: dict[str, Any], found: Sequence[Figure]) -> Figure:
    """A figure as given, with what it lacks taken from the extractor's reading of the same place."""
    value = given["value"]
    low, high = value if isinstance(value, list) else (value, value)
    span = Span(*given["span"]) if given.get("span") else Span(0, 0)
    read = next((f for f in found if f.span.meets(span)), None)
    read = read or next((f for f in found if close(f.low, low) and close(f.high, high)), None)

    def slot(key: str, other: Any) -> Any:
        return given.get(key, other)

    return Figure(
        span=read.span if read and span == (0, 0) else span,
        surface=given.get("surface") or (read.surface if read else str(value)),
        low=float(low),
        high=float(high),
        approximator=Approximator(slot("approx", read.approximator if read else "=") or "="),
        hedge=slot("hedge", read.hedge if read else None),
        unit=slot("unit", read.unit if read else None),
        counted=slot("counted", read.counted if read else None),
        predicate=slot("predicate", read.predicate if read else None),
        modality=Modality(slot("modality", read.modality if read else "done")),
        as_of=slot("as_of", read.as_of if read else None),
        place=slot("place", read.place if read else None),
        qualifiers=slot("qualifiers", read.qualifiers if read else None),
    )


def _judge(earlier: Said, later: Said) -> Verdict:
    """The figures of two texts that stand for each other: the first pair that is told otherwise, else the first."""
    (text_a, figures_a), (text_b, figures_b) = earlier, later
    if not figures_a or not figures_b:
        return Verdict("different", "value", "one of the texts has no figure")
    pairs = twins(text_a, figures_a, text_b, figures_b)
    if not len(pairs) == len(figures_a) == len(figures_b):
        pairs = [(figures_a[0], figures_b[0])]  # only a sentence that stands in both is aligned whole
    told = ((Told(text_a, a, figures_a), Told(text_b, b, figures_b)) for a, b in pairs)
    verdicts = [compare_told(one, other)[0] for one, other in told]
    return next((verdict for verdict in verdicts if verdict.label != "equal"), verdicts[0])


def _summed(earlier: Said, later: Said) -> Verdict | None:
    """Two or more figures on one side that make the one on the other, with an additive cue or one stated total."""
    for (text, parts), (_, totals) in ((earlier, later), (later, earlier)):
        alike = [total for total in totals if parts and total.unit == parts[0].unit]
        if len(parts) >= 2 and len(alike) == 1:
            some = find_sum(parts, alike[0])
            if some and not any(read_context(text, part.span).part for part in some):
                added = " and ".join(name(part) for part in some)
                return Verdict("sum", "value", f"{added} add up to {name(alike[0])}")
    return None
