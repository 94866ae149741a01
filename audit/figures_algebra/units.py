"""Figures in one unit. Invariant: money is never converted, and what has no known size compares by its name alone."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from audit.extract.figures.unit_table import known_units
from audit.figures_algebra.intervals import Interval
from audit.records import Figure


class Scale(NamedTuple):
    """How a unit turns into the first unit of its dimension: `value * factor + offset`."""

    dimension: str
    factor: float = 1.0
    offset: float = 0.0
    money: bool = False

    def of(self, interval: Interval) -> Interval:
        """The interval in the dimension's first unit."""
        return interval.times(self.factor, self.offset)


@cache
def _scales() -> dict[str, Scale]:
    units = [one.unit for one in reversed(known_units("en"))]
    return {unit.name: Scale(unit.dimension, unit.factor, unit.offset, unit.money) for unit in units}


def scale_of(figure: Figure) -> Scale:
    """The scale of a figure's unit; a fraction without a unit is a share, a bare number a count."""
    if figure.unit is None:
        return Scale("share") if is_fraction(figure) else Scale("count")
    return _scale(figure.unit)


@cache
def _scale(unit: str) -> Scale:
    """The scale of a unit or of a rate: tonnes a day and a year are one dimension; a rate of money stays money."""
    known = _scales().get(unit)
    if known:
        return known
    top, _, below = unit.partition("per ") if unit.startswith("per ") else unit.partition(" per ")
    over = _scales().get(below, Scale(""))
    upper = _scales().get(top.strip(), Scale(top.strip() or "count"))
    if over.dimension != "time" or upper.offset or upper.dimension in SHARES:
        return Scale(unit, money=bool(below) and upper.money)
    return Scale(f"{upper.dimension} per time", upper.factor / over.factor, money=upper.money)


def difference_of(scale: Scale) -> Scale:
    """The scale of a difference: two degrees more are 3.6 degrees more, whatever the zero."""
    return scale._replace(dimension=f"{scale.dimension} difference", offset=0.0)


SHARES = frozenset({"share", "share change", "points"})
"""Dimensions that a slip takes for one another: per cent and percentage points."""


def kind_of(figure: Figure) -> str:
    """What two figures must have in common to be compared at all: a dimension, money, shares; "" for a count."""
    scale = scale_of(figure)
    if scale.money:
        return "money"
    if scale.dimension in SHARES:
        return "share"
    return "" if scale.dimension == "count" else scale.dimension


def is_fraction(figure: Figure) -> bool:
    """ "half", "one in five": a share without a unit."""
    return figure.unit is None and 0 < figure.high < 1


def is_loose_share(figure: Figure) -> bool:
    """A share in words, which nobody means to the digit."""
    return is_fraction(figure) and not any(c.isdigit() for c in figure.surface)
