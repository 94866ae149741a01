"""Which of two articles that share words depends on the other, where no credit says it.

Four answers are weighed (after Nicholls 2019): the second on the first, the first on the second, both on an unseen
source, neither. Time alone decides nothing; the table is `rules/direction.toml`.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, NamedTuple

from audit.lexicon import load_rules
from audit.trace.records import Held


class Dependence(NamedTuple):
    """Probabilities that sum to 1: b depends on a, a on b, both on an unseen source, neither."""

    p_ab: float
    p_ba: float
    p_common: float
    p_none: float


def weigh(a: Held, b: Held, words: int, *, one_credit: bool) -> Dependence:
    """Weigh two articles that share `words` words; `one_credit`: both credit one third source."""
    rules = load_rules("direction", "")
    row = next(row for row in rules["shared_words"] if words >= row["at_least"])
    common = rules["both_credit_one"]["common"] if one_credit else row["common"]
    none = row["none"]
    copy = 1 - common - none
    later = b.after(a)
    second = _second(later, rules) if later is not None else 0.5
    p_ab = round(copy * second, 4)
    return Dependence(p_ab, round(copy - p_ab, 4), common, none)


def undetermined_below() -> float:
    """The probability under which no arrow is drawn."""
    return float(load_rules("direction", "")["undetermined_below"])


def _second(lag: timedelta, rules: dict[str, Any]) -> float:
    """Probability that b is the copy, given that one of the two is."""
    minutes = abs(lag.total_seconds()) / 60
    first = next((row["first"] for row in rules["lag"] if minutes >= row["minutes"]), 0.5)
    return float(first if lag > timedelta(0) else 1 - first)
