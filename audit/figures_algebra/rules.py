"""The ordered rules by which two figures compare.

Each rule takes a pair and gives a verdict, or None to let the next one speak; the most telling stand first.
Invariant: the last rule always speaks.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from audit.figures_algebra.context import Context
from audit.figures_algebra.intervals import (
    Interval,
    conventions,
    grain,
    is_round,
    literal_set,
    rounding_set,
    side,
    typical_set,
)
from audit.figures_algebra.keys import Key, heads_agree, scopes_apart, scopes_opposed
from audit.figures_algebra.times import is_soon_after, times_differ
from audit.figures_algebra.units import SHARES, Scale, difference_of, is_loose_share, scale_of
from audit.records import Approximator, Figure, Modality


class Verdict(NamedTuple):
    """How two figures compare, the slot that decided, and why in a sentence."""

    label: str
    slot: str
    why: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures with what their sentences say."""

    a: Figure
    b: Figure
    said_a: Context
    said_b: Context
    key_a: Key
    key_b: Key
    same_source: bool
    derived: bool

    @property
    def scales(self) -> tuple[Scale, Scale]:
        """The scales of both units, of differences where a temperature is one."""
        one, two = scale_of(self.a), scale_of(self.b)
        return (
            difference_of(one) if one.dimension == TEMPERATURE and self.said_a.difference else one,
            difference_of(two) if two.dimension == TEMPERATURE and self.said_b.difference else two,
        )

    @property
    def bounds(self) -> tuple[Interval, Interval]:
        """What the words name, without their hedge, in one unit."""
        one, two = self.scales
        return one.of(Interval(self.a.low, self.a.high)), two.of(Interval(self.b.low, self.b.high))

    @property
    def same_value(self) -> bool:
        """Whether both name the same value."""
        one, two = self.bounds
        if self.scales[0].dimension != self.scales[1].dimension:
            return False
        return close(one.low, two.low) and close(one.high, two.high)

    @property
    def same_numeral(self) -> bool:
        """Whether both have the same number, whatever its unit."""
        return close(self.a.low, self.b.low) and close(self.a.high, self.b.high)

    def sets(self, of: Callable[[Figure], Interval]) -> tuple[Interval, Interval]:
        """A set of each figure, in one unit."""
        one, two = self.scales
        return one.of(of(self.a)), two.of(of(self.b))


TEMPERATURE = "temperature"


def close(a: float, b: float) -> bool:
    """Whether two values are one, but for the rounding of a conversion."""
    return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-15)


def name(figure: Figure) -> str:
    """A figure as a reader saw it, hedge included."""
    behind = figure.hedge in ("plus", "or more", "or so") or figure.surface.lower().startswith(figure.hedge or " ")
    hedge = f"{figure.hedge} " if figure.hedge and not behind else ""
    return f"“{hedge}{figure.surface}”"


def _both(pair: Pair) -> str:
    return f"{name(pair.a)} and {name(pair.b)}"


def _apiece(pair: Pair, one: str | None, two: str | None) -> str:
    """Each figure with what is told of it alone: true in whichever order a page shows the two."""
    return f"{name(pair.a)} ({one}) and {name(pair.b)} ({two})"


# 1. what is measured


def _unit(pair: Pair) -> Verdict | None:
    """Another dimension; the same numeral in another unit has lost its unit on the way."""
    one, two = pair.scales
    alike = one.dimension == two.dimension
    if pair.same_numeral and not pair.same_value and (_changed_unit(one, two) or _rate_gone(pair)):
        return Verdict("mutated", "unit", f"{_both(pair)}: the same number in another unit")
    if alike:
        if pair.same_numeral and not pair.same_value and pair.a.unit != pair.b.unit:
            return Verdict("mutated", "unit", f"{_both(pair)}: the same number in another unit")
        return None
    return Verdict("different", "unit", f"{_both(pair)} measure different things")


def _rate_gone(pair: Pair) -> bool:
    """Whether one is the rate of the other's unit: "5 tonnes per person" and "5 tonnes"."""
    one, two = ((figure.unit or "").removeprefix("per ").partition(" per ")[0] for figure in (pair.a, pair.b))
    rates = [" per " in f" {figure.unit or ''}" for figure in (pair.a, pair.b)]
    return any(rates) and (one == two or (all(rates) and None not in (pair.a.unit, pair.b.unit)))


def _pace(pair: Pair) -> Verdict | None:
    """ "400 tonnes daily" and "400 tonnes yearly"."""
    one, two = pair.said_a.pace, pair.said_b.pace
    if not one or not two or one & two:
        return None
    label = "mutated" if pair.same_value else "different"
    return Verdict(label, "unit", _apiece(pair, " ".join(one), " ".join(two)))


def _changed_unit(one: Scale, two: Scale) -> bool:
    """Currency for currency, point for per cent, or a unit that is there on one side only."""
    if one.dimension == two.dimension:
        return False
    if one.money and two.money:
        return True
    return {one.dimension, two.dimension} <= SHARES or (
        (one.money or two.money) and "count" in (one.dimension, two.dimension)
    )


# 2. what is counted


def _level(pair: Pair) -> Verdict | None:
    """ "fell by 5 %" is a change, "fell to 5 %" a level."""
    one, two = pair.said_a.change, pair.said_b.change
    if one not in ("by", "to") or two not in ("by", "to") or one == two:
        return None
    if pair.same_value:
        return Verdict("mutated", "level-v-change", f"{_both(pair)}: one is a change, the other a level")
    return Verdict("different", "level-v-change", f"{_both(pair)}: one is a change, the other a level")


def _direction(pair: Pair) -> Verdict | None:
    """A rise is no fall."""
    one, two = pair.said_a.movement, pair.said_b.movement
    if one and two and one != two and pair.said_a.change != "to":
        if pair.same_value:
            return Verdict("mutated", "predicate", f"{_both(pair)}: one is a rise, the other a fall")
        return Verdict("different", "predicate", f"{_both(pair)}: one is a rise, the other a fall")
    return None


def _part(pair: Pair) -> Verdict | None:
    """One is said to be inside the other."""
    if pair.said_a.part == pair.said_b.part or pair.same_value:
        return None
    one, two = pair.bounds
    inner, outer = (one, two) if pair.said_a.part else (two, one)
    if inner.high <= outer.high:
        return Verdict("part", "part", f"{_both(pair)}: the smaller is said to be a part")
    return None


def _predicate(pair: Pair) -> Verdict | None:
    """Two different things happened; the same origin with the same head is compared all the same."""
    relation = pair.key_a.against(pair.key_b)
    if relation == "same" or (relation == "apart" and pair.same_source and heads_agree(pair.key_a, pair.key_b) is True):
        return None
    if pair.same_value and pair.derived:
        return Verdict("mutated", "predicate", f"{_both(pair)}: the same number is said of something else")
    if relation == "partly":
        return (
            None
            if not pair.same_value
            else Verdict("different", "predicate", f"{_both(pair)}: one says more than the other")
        )
    return Verdict(
        "different",
        "predicate",
        f"{_both(pair)}: of one it is said “{pair.a.predicate}”, of the other “{pair.b.predicate}”",
    )


def _population(pair: Pair) -> Verdict | None:
    """Different things are counted."""
    if heads_agree(pair.key_a, pair.key_b) is not False:
        return None
    if pair.same_value and pair.derived:
        return Verdict("mutated", "subject", _apiece(pair, pair.a.counted, pair.b.counted))
    return Verdict("different", "counted", _apiece(pair, pair.a.counted, pair.b.counted))


def _scope(pair: Pair) -> Verdict | None:
    """Words that say which of a kind are counted stand against each other, or against none: median and mean, rural."""
    told = (
        scopes_apart(pair.a, pair.b) or (pair.derived and scopes_opposed(pair.said_a.words, pair.said_b.words)) or None
    )
    if told is None or (pair.same_value and not pair.derived and not all(told)):
        return None
    here, there = (word or "no such word" for word in told)
    why = _apiece(pair, here, there)
    if pair.same_value and pair.derived:
        return Verdict("mutated", "subject", why)
    return Verdict("different", "counted", why)


def _each(pair: Pair) -> Verdict | None:
    """One is said of each of many."""
    if pair.said_a.each == pair.said_b.each or not (pair.same_value and pair.derived):
        return None
    return Verdict("mutated", "subject", f"{_both(pair)}: of one it is said that each has so many")


def _time(pair: Pair) -> Verdict | None:
    """Two times are said, and they are not the same; a running count is told apart by its own rule."""
    if times_differ(pair.a.as_of, pair.b.as_of):
        label = "mutated" if pair.same_value and pair.derived else "different"
        return Verdict(label, "time", _apiece(pair, pair.a.as_of, pair.b.as_of))
    return _apart(pair, "time", pair.said_a.times, pair.said_b.times)


def _place(pair: Pair) -> Verdict | None:
    """Two places are said, and they are not the same; behind what agrees, for one may lie in the other."""
    one, two = (frozenset((place.lower(),)) if place else frozenset[str]() for place in (pair.a.place, pair.b.place))
    return _apart(pair, "place", one | pair.said_a.places, two | pair.said_b.places)


def _apart(pair: Pair, slot: str, one: frozenset[str], two: frozenset[str]) -> Verdict | None:
    if not one or not two or one & two or (pair.same_value and slot == "time"):
        return None
    return Verdict("different", slot, _apiece(pair, ", ".join(sorted(one)), ", ".join(sorted(two))))


# 3 and 4. the same value


_BOUNDS_UP = frozenset((Approximator.ABOVE, Approximator.AT_LEAST))
_BOUNDS_DOWN = frozenset((Approximator.BELOW, Approximator.AT_MOST))


def _modality(pair: Pair) -> Verdict | None:
    """Only the step to done changes what is told; a planned figure beside a done one is another figure."""
    one, two = pair.a.modality, pair.b.modality
    if one is two:
        return None
    if Modality.DENIED in (one, two):
        return Verdict("conflict", "modality", f"{_both(pair)}: one is denied") if pair.same_value else None
    if Modality.DONE not in (one, two):
        return None
    if pair.same_value:
        if two is Modality.DONE:
            return Verdict("mutated", "modality", _apiece(pair, one, two))
        return Verdict("compatible", "modality", _apiece(pair, one, two))
    if any(figure.approximator is not Approximator.EXACT for figure in (pair.a, pair.b)) and _meet(pair):
        return None
    return Verdict("different", "modality", _apiece(pair, one, two))


def _same(pair: Pair) -> Verdict | None:
    """The same value under the same approximator, or two words for one bound."""
    if not pair.same_value:
        return None
    one, two = pair.a.approximator, pair.b.approximator
    if one is two and side(pair.a) == side(pair.b):
        return Verdict("equal", "value", f"{_both(pair)} say the same")
    if {one, two} in (set(_BOUNDS_UP), set(_BOUNDS_DOWN)):
        return Verdict("compatible", "hedge", f"{_both(pair)}: the same number, another bound")
    if (is_loose_share(pair.a) or is_loose_share(pair.b)) and {one, two} == {Approximator.EXACT, Approximator.ABOUT}:
        return Verdict("equal", "value", f"{_both(pair)} say the same: a share in words is never meant to the digit")
    return None


def _hedge(pair: Pair) -> Verdict | None:
    """The same value under another approximator: lost, added or flipped."""
    if not pair.same_value:
        return None
    one, two = pair.a.approximator, pair.b.approximator
    if two is Approximator.EXACT and loose(pair.a):
        return Verdict("hedge_lost", "approximator", f"{_both(pair)}: only {name(pair.a)} has a hedge")
    if one is Approximator.EXACT and loose(pair.b):
        return Verdict("hedge_added", "approximator", f"{_both(pair)}: only {name(pair.b)} has a hedge")
    if one is two is Approximator.ABOUT and None in (side(pair.a), side(pair.b)):
        return Verdict("equal", "value", f"{_both(pair)} are both estimates")
    if two is Approximator.ABOUT and _meet(pair):
        return Verdict("compatible", "hedge", f"{_both(pair)}: the same number, another bound")
    why = "another side of" if _points(pair.a) and _points(pair.b) else "another hedge on"
    return Verdict("hedge_flipped", "approximator", f"{_both(pair)}: {why} the same number")


def _points(figure: Figure) -> bool:
    """Whether the hedge says on which side of its number the value lies: "over", "nearly", never "around"."""
    return figure.approximator is not Approximator.ABOUT or side(figure) is not None


def loose(figure: Figure) -> bool:
    return figure.approximator is not Approximator.EXACT


# 5. rounding


def _rounded(pair: Pair) -> Verdict | None:
    """The coarser figure is what a writer makes of the finer."""
    one, two = pair.scales
    grains = grain(pair.a) * one.factor, grain(pair.b) * two.factor
    if close(*grains):
        return None
    first = grains[0] > grains[1]
    coarse, fine = (pair.a, pair.b) if first else (pair.b, pair.a)
    if _rounds(coarse, fine, *((one, two) if first else (two, one))):
        return Verdict("rounded", "value", f"{name(coarse)} is {name(fine)} in round numbers")
    return None


def _rounds(coarse: Figure, fine: Figure, coarse_scale: Scale, fine_scale: Scale) -> bool:
    """Whether the finer value lies where a writer rounds it to the coarser figure."""
    exact = coarse.approximator is Approximator.EXACT
    if (
        fine.low != fine.high
        or coarse.low != coarse.high
        or fine.approximator not in (Approximator.EXACT, Approximator.ABOUT)
    ):
        return False
    if exact and coarse.unit is None and not (is_round(coarse) or abs(coarse.high) >= conventions()["round"]["least"]):
        return False
    value = fine_scale.of(Interval(fine.low, fine.high))
    return coarse_scale.of(rounding_set(coarse)).meets(value)


# 6 to 9


def _updated(pair: Pair) -> Verdict | None:
    """A running count, told later, is higher. A fall is never an update."""
    one, two = pair.bounds
    later = pair.said_b.later or _runs_on(pair)
    if not (pair.key_a.cumulative and pair.key_b.cumulative and later and two.low > one.high):
        return None
    if pair.b.approximator in _BOUNDS_DOWN:
        return None
    return Verdict("updated", "time", f"{name(pair.b)} is told as a risen count, {name(pair.a)} is lower")


def _runs_on(pair: Pair) -> bool:
    """Whether both tell one running count, the second some days after the first."""
    return pair.key_a.running and pair.key_b.running and is_soon_after(pair.a.as_of, pair.b.as_of)


def _fallen(pair: Pair) -> Verdict | None:
    """A running count that is lower a day later: the other time makes it no other figure."""
    one, two = pair.bounds
    running = pair.key_a.running and pair.key_b.running and not _meet(pair)
    fell = two.high < one.low and is_soon_after(pair.a.as_of, pair.b.as_of, _NEXT_DAY)
    rose_before = one.high < two.low and is_soon_after(pair.b.as_of, pair.a.as_of, _NEXT_DAY)
    return _conflict(pair) if running and (fell or rose_before) else None


_NEXT_DAY = 1


def _meet(pair: Pair) -> bool:
    one, two = pair.sets(literal_set)
    return one.meets(two)


def _compatible(pair: Pair) -> Verdict | None:
    """Both may be meant by one number; where careful writers would not both say so, it is worth showing."""
    if not _meet(pair):
        return None
    one, two = pair.sets(typical_set)
    if one.meets(two):
        return Verdict("compatible", "value", f"{_both(pair)} can be one number")
    return Verdict("compatible", "value", f"{_both(pair)} can be one number, though they are far apart")


def _conflict(pair: Pair) -> Verdict:
    """No number is meant by both."""
    low, high = sorted(abs(bound.high) for bound in pair.bounds)
    ratio = high / low if low else math.inf
    if _slip(ratio):
        return Verdict("conflict", "scale", f"{_both(pair)} differ by a factor of {ratio:,.0f}: a slip of scale")
    if close(low, high):
        return Verdict("conflict", "approximator", f"{_both(pair)} have no number in common")
    return Verdict(
        "conflict", "value", f"{_both(pair)} have no number in common: the larger is {ratio:.3g} times the smaller"
    )


def _slip(ratio: float) -> bool:
    """Whether the ratio is near a power of ten."""
    if not 5 < ratio < math.inf:
        return False
    power = round(math.log10(ratio))
    return power >= 1 and abs(ratio / 10.0**power - 1) <= conventions()["slip"]["tolerance"]


RULES: Sequence[Callable[[Pair], Verdict | None]] = (
    _unit, _pace, _level, _direction, _part,
    _predicate, _population, _scope, _each, _fallen, _updated, _time, _modality,
    _same, _hedge, _rounded, _compatible, _place, _conflict,
)  # fmt: skip
