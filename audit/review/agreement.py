"""How far two or more who judged the same things agree: k of n, and Krippendorff's alpha for names of classes.

Alpha by coincidences, as in K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: any number
of judges, any of them may be silent on any thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations

from audit.review.decisions import Ruling
from audit.review.ledger import in_force


@dataclass(frozen=True, slots=True)
class Agreement:
    """Things that two or more judged: how many all judged alike, of how many; alpha is None where nothing varies."""

    alike: int
    judged: int
    alpha: float | None


def agreement(units: Iterable[Sequence[str]]) -> Agreement:
    """The verdicts on each thing to how far they agree; things that one judged alone count for nothing."""
    shared = [unit for unit in units if len(unit) > 1]
    return Agreement(sum(len(set(unit)) == 1 for unit in shared), len(shared), alpha(shared))


def alpha(units: Sequence[Sequence[str]]) -> float | None:
    """Krippendorff's alpha of nominal verdicts: 1 is agreement, 0 what chance gives. None without two classes."""
    weights: dict[tuple[str, str], float] = defaultdict(float)
    for unit in units:
        for i, j in permutations(range(len(unit)), 2):
            weights[unit[i], unit[j]] += 1 / (len(unit) - 1)
    totals: dict[str, float] = defaultdict(float)
    for (one, _), weight in weights.items():
        totals[one] += weight
    n = sum(totals.values())
    expected = sum(totals[a] * totals[b] for a, b in permutations(totals, 2))
    if not expected:
        return None
    observed = sum(weight for (a, b), weight in weights.items() if a != b)
    return 1 - (n - 1) * observed / expected


def verdicts_by_subject(rulings: Iterable[Ruling]) -> dict[tuple[str, str], dict[str, str]]:
    """Rulings to the last verdict of each reviewer, by subject."""
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for ruling in sorted(rulings, key=in_force):
        found[ruling.subject_kind, ruling.subject_id][ruling.reviewer or "nobody named"] = ruling.verdict
    return dict(found)
