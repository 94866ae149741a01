"""Figures of a headline that the body below it does not give.

Invariant: unknown beats wrong. A gap is told only where both say what happened, to people or to one counted head, the
body has one value for it, and no figure of the body is, rounds to or adds up to the headline's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from audit.figures_algebra.compare import Verdict, compare_figures, find_sum
from audit.figures_algebra.context import Context
from audit.figures_algebra.keys import heads_agree, key_of
from audit.figures_algebra.rules import name
from audit.lexicon import load_rules
from audit.records import Approximator, Figure, Modality

_AGREE = frozenset({"equal", "rounded", "hedge_lost", "hedge_added", "hedge_flipped"})
_BOUNDS = frozenset({Approximator.ABOVE, Approximator.AT_LEAST, Approximator.BELOW, Approximator.AT_MOST})


@dataclass(frozen=True, slots=True)
class Said:
    """A figure with what its sentence says."""

    figure: Figure
    context: Context


def find_gaps(heads: Sequence[Said], body: Sequence[Said]) -> Iterator[tuple[int, int, Verdict]]:
    """Numbers of a figure of title or deck and of the first of the body that it differs from, and how."""
    for number, head in enumerate(heads):
        alike = [n for n, said in enumerate(body) if _one_thing(head, said)]
        values = {(body[n].figure.low, body[n].figure.high) for n in alike}
        if len(values) == 1 and not _is_given(head, body):
            verdict = _compare(head, body[alike[0]])
            if verdict:
                yield number, alike[0], verdict


def _one_thing(head: Said, said: Said) -> bool:
    """Whether both say that the same happened to people, or to one counted head, in one event."""
    a, b = key_of(head.figure, head.context), key_of(said.figure, said.context)
    if head.figure.unit or said.figure.unit or not (a.classes and b.classes and a.against(b) == "same"):
        return False
    alike = (a.wild and b.wild) or heads_agree(a, b) is True
    return (
        alike
        and head.figure.modality is said.figure.modality is Modality.DONE
        and not any(map(_is_aside, (head.context, said.context)))
    )


def _is_aside(context: Context) -> bool:
    """Whether the sentence tells a part, what comes on top, or another event."""
    years = any(time.isdigit() for time in context.times)
    return context.part or context.additive or years or bool(context.words & _other_events())


@cache
def _other_events() -> frozenset[str]:
    return frozenset(load_rules("comparison")["other_event"]["words"])


def _is_given(head: Said, body: Sequence[Said]) -> bool:
    """Whether the body has the value, whatever it says of it, or parts that make it."""
    counts = [said.figure for said in body if said.figure.unit is None]
    if any(_bare(head.figure, figure).label in _AGREE for figure in counts):
        return True
    return bool(find_sum(counts, head.figure))


def _bare(head: Figure, figure: Figure) -> Verdict:
    """How the values alone compare, a bound taken for the value it names."""
    exact = Approximator.EXACT if figure.approximator in _BOUNDS else figure.approximator
    one, two = (replace(f, counted=None, predicate=None, modality=Modality.DONE) for f in (head, figure))
    return compare_figures(one, replace(two, approximator=exact))


def _compare(head: Said, said: Said) -> Verdict | None:
    """A conflict, or an exact headline over a bound that names another value; None where both can be meant."""
    verdict = compare_figures(*(replace(f, counted=None, predicate=None) for f in (head.figure, said.figure)))
    if verdict.label == "conflict":
        return Verdict("conflict", "headline", verdict.why)
    point = head.figure.approximator is Approximator.EXACT and head.figure.low == head.figure.high
    if point and said.figure.approximator in _BOUNDS:
        both = f"{name(head.figure)} and {name(said.figure)}"
        return Verdict("compatible", "headline", f"{both}: the body gives a bound, and another value")
    return None
