"""Two figures compared as an editor would: the first rule that holds gives label, slot and a sentence that says why.

Invariants: a figure equals itself; `equal` and `conflict` do not depend on the order. The rules: `compare_rules`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from audit.figures_algebra.context import SILENT, Context, read_context
from audit.figures_algebra.intervals import Interval, literal_set, typical_set
from audit.figures_algebra.keys import key_of
from audit.figures_algebra.rules import RULES, Pair, Verdict, loose
from audit.records import Figure

__all__ = [
    "Context", "Verdict", "compare_figures", "find_drift", "find_sum",
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
