"""Whether a figure is where something rose or fell to, from where, or by how much; and whether two sides tell it so.

Invariant: silent words contradict nothing; a number that a source tells in two ways is told as the claim tells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from audit.extract.figures.lexicon import predicates
from audit.lexicon import load_rules
from audit.records import Figure, Span

REACH = 9  # words before a figure in which its movement stands
BESIDE = 3  # words before a figure in which "to", "from" or "by" stands ("to a little over 5")
_WORD = re.compile(r"\d[\d,.]*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BREAK = re.compile(r"[;:.!?](?=\s)")


@dataclass(frozen=True, slots=True)
class Move:
    """What a movement makes of a value: `way` is rose or fell; `role` by, to or from."""

    value: float
    way: str
    role: str


def moves_otherwise(claim: str, figure: Figure, source: str, others: list[Figure]) -> bool:
    """Whether a source tells each place of a claim's figure as the other way or the other end of a movement."""
    ours = next(_moves(claim, figure), None)
    if ours is None or ours.role == "from" or not others:
        return False
    return all(_is_other(ours, figure, source, other) for other in others)


def _is_other(ours: Move, figure: Figure, source: str, other: Figure) -> bool:
    if figure.as_of and other.as_of and figure.as_of != other.as_of:
        return False
    told = [move for move in _moves(source, other) if move.value == ours.value]
    return bool(told) and all(_opposed(ours, theirs) for theirs in told)


def _opposed(ours: Move, theirs: Move) -> bool:
    """ "Rose to 5" against "fell to 5", "rose from 5", "down from 5"; "rose by 5" against "fell by 5"."""
    if ours.role == theirs.role:
        return ours.way != theirs.way
    return (ours.role, theirs.role) == ("to", "from")


def _moves(text: str, figure: Figure) -> Iterator[Move]:
    """The movement of a figure; of a range behind "from" that of both its ends."""
    words = _before(text, figure.span)
    way = next((found for word in reversed(words) if (found := _way(word))), None)
    if way is None:
        return
    near = next((word for word in reversed(words[-BESIDE:]) if _role(word) or _way(word)), "")
    role = _role(near) or ("by" if _way(near) and figure.unit == "percentage" else None)
    if figure.low < figure.high and role == "from":
        yield Move(figure.low, way, "from")
        yield Move(figure.high, way, "to")
    elif figure.low == figure.high and role:
        yield Move(figure.low, way, role)


def _before(text: str, span: Span) -> list[str]:
    """The words before a figure in its part of the sentence, small."""
    part = _BREAK.split(text[max(0, span.start - 20 * REACH) : span.start])[-1]
    return [word.lower() for word in _WORD.findall(part)][-REACH:]


def _way(word: str) -> str | None:
    """Rose or fell, by a verb or by "up" and "down"."""
    classes = predicates().classes.get(predicates().lemmas.get(word, word), frozenset())
    return next((way for way in ("rose", "fell") if way in classes), _ways().get(word))


@cache
def _ways() -> dict[str, str]:
    change = load_rules("comparison")["change"]
    return {word: way for way, name in (("rose", "up"), ("fell", "down")) for word in change[name]}


def _role(word: str) -> str | None:
    change = load_rules("comparison")["change"]
    return next((role for role in ("by", "to", "from") if word in change[role]), None)
