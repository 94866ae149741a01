"""The floors: what each data set must still score, and the fingerprint of the gold that it was scored on.

Invariant: a floor is never lowered, nor a gold exchanged, without the change standing in `floors.toml` for all to see.
Metrics named in COUNTS must not rise; all others must not fall.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.score import Scores
from bench.sets import DataSet

FLOORS = Path(__file__).with_name("floors.toml")
MARGIN = 0.5  # points between what was measured and its floor
COUNTS = frozenset({"scare", "traps", "invented", "false_flags", "reversed"})
_HEAD = """\
# What each data set must still score: points of 100; scare, traps (counts), invented, false_flags, reversed must not
# rise.
# `gold` holds the SHA-256 of each file of the set. Written by `python -m bench.accuracy --write-floors`, which only
# ever raises a floor; lowering one, or taking another gold, asks for --lower, and shows in the diff.
"""


@dataclass(frozen=True, slots=True)
class Floor:
    """What is asked of one set: file name to SHA-256, metric to floor (or ceiling)."""

    gold: Mapping[str, str]
    floors: Scores


def fingerprints(one: DataSet) -> dict[str, str]:
    """File name to SHA-256, of the files of a set that is present."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in one.files}


def read_floors(file: Path = FLOORS) -> dict[str, Floor]:
    """The floors by name of the set; none where there is no file yet."""
    if not file.exists():
        return {}
    held = tomllib.loads(file.read_text(encoding="utf-8"))
    return {name: Floor(one["gold"], one["floors"]) for name, one in held.items()}


def write_floors(floors: Mapping[str, Floor], file: Path = FLOORS) -> None:
    """Rewrites the file, sets and metrics in the order given."""
    file.write_text(_HEAD + "".join(_table(name, one) for name, one in floors.items()), encoding="utf-8")


def _table(name: str, one: Floor) -> str:
    gold = "".join(f'"{file}" = "{digest}"\n' for file, digest in one.gold.items())
    floors = "".join(f"{metric} = {value}\n" for metric, value in one.floors.items())
    return f"\n[{name}.gold]\n{gold}\n[{name}.floors]\n{floors}"


def complaints(held: Floor | None, gold: Mapping[str, str], scores: Scores) -> Iterator[str]:
    """What is wrong with a set, a line each; nothing where all floors hold."""
    if held is None:
        yield "has no floors yet: python -m bench.accuracy --write-floors"
        return
    for file in sorted(held.gold.keys() | gold.keys()):
        if held.gold.get(file) != gold.get(file):
            yield f"{file} is not the gold that the floors were measured on"
    for metric in sorted(held.floors.keys() | scores.keys()):
        if metric not in scores or metric not in held.floors:
            yield f"{metric} is {'not measured' if metric not in scores else 'without a floor'}"
        elif _worse(metric, scores[metric], held.floors[metric]):
            bound = "above its ceiling" if metric in COUNTS else "below its floor"
            yield f"{metric} {scores[metric]:g} is {bound} {held.floors[metric]:g}"


def raised(held: Floor | None, gold: Mapping[str, str], scores: Scores, *, lower: bool = False) -> Floor:
    """The floors after a measurement: the better of old and new, or the new ones where `lower` allows it.

    Another gold needs `lower` too: without it the old fingerprints stay, and the set goes on complaining.
    """
    fresh = {metric: _floor(metric, value) for metric, value in scores.items()}
    if held is None or lower:
        return Floor(gold, fresh)
    kept = {metric: _better(metric, value, held.floors.get(metric, value)) for metric, value in fresh.items()}
    return Floor(held.gold, {**held.floors, **kept})


def _floor(metric: str, value: float) -> float:
    return value if metric in COUNTS else round(max(value - MARGIN, 0.0), 2)


def _worse(metric: str, value: float, bound: float) -> bool:
    return value > bound if metric in COUNTS else value < bound


def _better(metric: str, value: float, other: float) -> float:
    return min(value, other) if metric in COUNTS else max(value, other)
