"""Two figures compared in the sentences that tell them: the one place where a pair gets its verdict.

Invariant: the command `compare` and the warehouse ask here, so a pair has one verdict wherever it is met.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from audit.figures_algebra.alignment import twins
from audit.figures_algebra.compare import compare_figures
from audit.figures_algebra.context import Context, read_context
from audit.figures_algebra.exchanged import find_exchange
from audit.figures_algebra.rules import Verdict, name
from audit.lazy import lazy
from audit.records import Figure, Modality

HEDGES = frozenset({"hedge_lost", "hedge_added", "hedge_flipped"})
MONTH = 3  # letters of a month as the context writes it
FOLLOWS = 0.5  # of the words of the shorter sentence: above it one text has its words from the other


@dataclass(frozen=True, slots=False)
class Told:
    """A figure, the words that tell it, and all figures of these words in order; spans are into `text`."""

    text: str
    figure: Figure
    beside: tuple[Figure, ...] = ()

    @lazy
    def said(self) -> Context:
        """What the words say around the figure; places and days of a whole sentence are seldom the figure's own."""
        said = read_context(self.text, self.figure.span)
        times = frozenset(time for time in said.times if time.isdigit() or len(time) == MONTH)
        return replace(said, times=times, places=frozenset())


def compare_told(a: Told, b: Told, *, same_source: bool = False, derived: bool = False) -> tuple[Verdict, ...]:
    """The verdict on two figures, the earlier first, and behind it what became of a hedge, which is its own matter.

    `derived`: the later text is known to follow the earlier; where most of the words are the same it does too.
    """
    twin = _other_twin(a, b)
    if twin is not None:
        return (twin,)
    derived = derived or follows(a.said, b.said)
    contexts = {"earlier_context": a.said, "later_context": b.said}
    verdict = compare_figures(a.figure, b.figure, same_source=same_source, derived=derived, **contexts)
    verdict = (_exchanged(a, b) if verdict.label == "equal" else None) or verdict
    return _with_hedge(verdict, _hedge(a.figure, b.figure))


def _exchanged(a: Told, b: Told) -> Verdict | None:
    """One number told of two things that no table takes for one: whether they are one thing cannot be told."""
    found = find_exchange(a.text, a.figure, b.text, b.figure)
    if found is None:
        return None
    why = f"{name(a.figure)} ({found.here}) and {name(b.figure)} ({found.there}): the same number is told of each"
    return Verdict("different", found.slot, why)


def follows(a: Context, b: Context) -> bool:
    """Whether two sentences share most of the words of the shorter."""
    return len(a.words & b.words) >= FOLLOWS * max(1, min(len(a.words), len(b.words)))


def _other_twin(a: Told, b: Told) -> Verdict | None:
    """A sentence that stands in both texts sets each number against its own twin, and no other."""
    pairs = twins(a.text, a.beside, b.text, b.beside)
    whole = len(pairs) == len(a.beside) == len(b.beside)
    if not pairs or not whole or (a.figure, b.figure) in pairs:
        return None
    both = f"“{a.figure.surface}” and “{b.figure.surface}”"
    return Verdict("different", "twin", f"{both} stand at two places of a sentence that is in both texts")


def _hedge(a: Figure, b: Figure) -> Verdict | None:
    """How the hedges of one number compare, whatever else is said of it."""
    if (a.low, a.high) != (b.low, b.high):
        return None
    one, two = (replace(figure, counted=None, predicate=None, modality=Modality.DONE) for figure in (a, b))
    verdict = compare_figures(one, two)
    return verdict if verdict.label in HEDGES else None


def _with_hedge(verdict: Verdict, hedge: Verdict | None) -> tuple[Verdict, ...]:
    """The hedge stands before a predicate that was read otherwise, behind all else."""
    if hedge is None or hedge.label == verdict.label:
        return (verdict,)
    return (hedge, verdict) if verdict.slot == "predicate" and verdict.label != "different" else (verdict, hedge)
