"""Two figures compared as an editor would: the first rule that holds gives label, slot and a sentence that says why.

Invariants: a figure equals itself; `equal` and `conflict` do not depend on the order. The rules: `compare_rules`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise
from typing import Any

from audit.extract.figures import find_figures
from audit.figures_algebra.alignment import twins
from audit.figures_algebra.context import SILENT, Context, read_context
from audit.figures_algebra.intervals import Interval, literal_set, typical_set
from audit.figures_algebra.keys import key_of
from audit.figures_algebra.rules import RULES, Pair, Verdict, close, loose, name
from audit.records import Approximator, Figure, Modality, Span

__all__ = [
    "Context", "Verdict", "compare_figures", "compare_pair", "find_drift", "find_sum",
    "literal_set", "read_context", "typical_set",
]  # fmt: skip

MOST_PARTS = 6  # figures of one article that are tried as parts of a sum


def compare_figures(
    earlier: Figure,
    later: Figure,
    *,
    same_source: bool = False,
    derived: bool = False,
    earlier_context: Context = SILENT,
    later_context: Context = SILENT,
) -> Verdict:
    """The verdict on two figures.

    `same_source`: one and the same origin is credited; `derived`: the later text follows the earlier. Contexts come
    from `read_context` on the sentences; without them only the slots of the figures are compared.
    """
    key_a, key_b = key_of(earlier, earlier_context), key_of(later, later_context)
    pair = Pair(earlier, later, earlier_context, later_context, key_a, key_b, same_source, derived)
    return next(verdict for rule in RULES if (verdict := rule(pair)))


# Sums over parts of one article


def find_sum(parts: Sequence[Figure], total: Figure) -> tuple[Figure, ...]:
    """The fewest of `parts` (two or more, one unit) that add up to `total`, intervals added; () where none do.

    Whether an additive cue or a stated total allows it to be reported is the caller's to say. At most `MOST_PARTS` are
    tried.
    """
    fitting = [part for part in parts if part.unit == total.unit and part != total][:MOST_PARTS]
    for size in range(2, len(fitting) + 1):
        for some in combinations(fitting, size):
            if _adds_up(some, total):
                return some
    return ()


def _adds_up(some: Iterable[Figure], total: Figure) -> bool:
    """Whether the intervals of the parts add up to one that meets the total's."""
    added = Interval(0.0, 0.0)
    for part in some:
        added = added.plus(Interval(part.low, part.high) if not loose(part) else literal_set(part))
    whole = literal_set(total)
    return added.meets(whole) and not (math.isinf(added.high) and math.isinf(whole.high))


def find_drift(chain: Sequence[Figure]) -> Verdict | None:
    """Head against tail of a chain whose every edge is harmless: 1,460, 1,500, 2,000. None where there is no drift."""
    harmless = {"equal", "rounded", "compatible", "hedge_lost", "hedge_added"}
    edges = [compare_figures(a, b, derived=True).label for a, b in pairwise(chain)]
    if len(edges) < 2 or not set(edges) <= harmless:
        return None
    ends = compare_figures(chain[0], chain[-1], derived=True)
    return Verdict(ends.label, "drift", ends.why) if ends.label == "conflict" else None


# The command line's record


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
    verdicts = [_verdict(text_a, a, text_b, b) for a, b in pairs]
    return next((verdict for verdict in verdicts if verdict.label != "equal"), verdicts[0])


def _verdict(text_a: str, a: Figure, text_b: str, b: Figure) -> Verdict:
    """The verdict on two figures in the light of their texts."""
    said_a, said_b = read_context(text_a, a.span), read_context(text_b, b.span)
    derived = _follows(said_a, said_b)
    return compare_figures(a, b, derived=derived, earlier_context=said_a, later_context=said_b)


def _follows(a: Context, b: Context) -> bool:
    """Whether two sentences share most of the words of the shorter."""
    return len(a.words & b.words) >= 0.5 * max(1, min(len(a.words), len(b.words)))


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
