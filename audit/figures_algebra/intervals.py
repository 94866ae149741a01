"""What a figure allows: its literal and its typical set. Invariant: the literal set of a point holds the point.

The conventions are a versioned table (`rules/en/intervals.toml`) after Lasersohn 1999 and Krifka 2007; users
may edit it.
"""

from __future__ import annotations

import math
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from audit.lexicon import load_rules
from audit.records import Approximator, Figure

INFINITE = math.inf


class Interval(NamedTuple):
    """Numbers from `low` to `high`, in the figure's own unit; an open end is left out."""

    low: float
    high: float
    open_low: bool = False
    open_high: bool = False

    def meets(self, other: Interval) -> bool:
        """Whether the two share a number."""
        return _reaches(self, other) and _reaches(other, self)

    def holds(self, value: float) -> bool:
        """Whether the number lies inside."""
        return self.meets(Interval(value, value))

    def times(self, factor: float, offset: float = 0.0) -> Interval:
        """The same interval in another unit."""
        return self._replace(low=self.low * factor + offset, high=self.high * factor + offset)

    def plus(self, other: Interval) -> Interval:
        """All sums of one number of each."""
        opens = (self.open_low or other.open_low, self.open_high or other.open_high)
        return Interval(self.low + other.low, self.high + other.high, *opens)


def _reaches(a: Interval, b: Interval) -> bool:
    """Whether `a` begins before `b` ends."""
    if math.isclose(a.low, b.high, rel_tol=1e-12):
        return not (a.open_low or b.open_high)
    return a.low < b.high


@cache
def conventions() -> dict[str, Any]:
    """The table of conventions."""
    return load_rules("intervals")


def digits_of(value: float) -> tuple[int, int]:
    """Significant digits of a value and the power of ten of the last of them: 12,000 -> (2, 3)."""
    number = Decimal(repr(abs(value))).normalize()
    _, digits, exponent = number.as_tuple()
    return len(digits), int(exponent)


def grain(figure: Figure) -> float:
    """The place of the last non-zero written digit; a power of ten in digits is written one place finer."""
    return grain_of(figure.high, spelled=not any(c.isdigit() for c in figure.surface))


def grain_of(value: float, spelled: bool = False) -> float:
    """The grain of a value: 12,000 -> 1000, 1.47 -> 0.01; 10,000 -> 1000 unless spelled out."""
    if value == 0:
        return 1.0
    digits, exponent = digits_of(value)
    fine = digits == 1 and str(value).lstrip("-0.")[:1] == "1" and exponent >= 1 and not spelled
    return 10.0 ** (exponent - fine)


def band(figure: Figure) -> float:
    """Half the grain, held between the shares of the table."""
    table, value = conventions()["band"], abs(figure.high)
    if not value:
        return grain(figure) / 2
    least, most = float(table["least"]) * value, float(table["most"]) * value
    return min(max(grain(figure) / 2, least), most)


def side(figure: Figure) -> str | None:
    """ "below" for "nearly 200", "above" for its opposite, else None."""
    hedge = (figure.hedge or "").lower()
    return next((name for name in ("below", "above") if hedge in conventions()["side"][name]), None)


def is_round(figure: Figure) -> bool:
    """Whether an exact figure is round, and so loosely meant."""
    table = conventions()["round"]
    return digits_of(figure.high)[0] <= int(table["digits"]) and abs(figure.high) >= float(table["least"])


def _around(figure: Figure) -> Interval:
    """The band of "~", on one side for "nearly"."""
    width, where = band(figure), side(figure)
    if where == "below":
        return Interval(figure.low - width, figure.high, False, True)
    if where == "above":
        return Interval(figure.low, figure.high + width, True, False)
    return Interval(figure.low - width, figure.high + width)


def _floor(high: float) -> float:
    """Counts do not fall below zero, unless the bound itself does."""
    return 0.0 if high > 0 else -INFINITE


def literal_set(figure: Figure) -> Interval:
    """What the words allow, in the figure's unit."""
    match figure.approximator:
        case Approximator.ABOUT:
            return _around(figure)
        case Approximator.ABOVE | Approximator.AT_LEAST:
            return Interval(figure.low, INFINITE, figure.approximator is Approximator.ABOVE, True)
        case Approximator.BELOW | Approximator.AT_MOST:
            return Interval(_floor(figure.high), figure.high, False, figure.approximator is Approximator.BELOW)
    return Interval(figure.low, figure.high)


def typical_set(figure: Figure) -> Interval:
    """What a careful writer means by the words, in the figure's unit."""
    step = grain(figure)
    match figure.approximator:
        case Approximator.ABOVE | Approximator.AT_LEAST:
            return Interval(figure.low, figure.low + step, figure.approximator is Approximator.ABOVE)
        case Approximator.BELOW | Approximator.AT_MOST:
            return Interval(figure.high - step, figure.high, False, figure.approximator is Approximator.BELOW)
        case Approximator.EXACT if figure.low == figure.high and is_round(figure):
            return Interval(figure.low - band(figure), figure.high + band(figure))
    return literal_set(figure)


def rounding_set(figure: Figure) -> Interval:
    """Values that a writer rounds to this figure: half a grain for "=" and "~", a grain above ">", "nearly" its band.

    "At least", "up to" and plain "fewer than" are bounds somebody gives, no roundings: they hold the value alone.
    """
    step = grain(figure)
    if figure.approximator is Approximator.ABOVE:
        return Interval(figure.low, figure.low + step, open_low=True)
    if side(figure) == "below":
        return literal_set(figure)
    if figure.approximator in (Approximator.AT_LEAST, Approximator.AT_MOST, Approximator.BELOW):
        return Interval(figure.low, figure.high)
    return Interval(figure.low - step / 2, figure.high + step / 2)
