"""What the scorer of cited claims says of the data sets, as the points that floors are held on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bench.score import Scores

FEW = 20  # claims with a gap of one kind; of fewer nothing is said


def of_claims(found: Mapping[str, Any]) -> Scores:
    """What the scorer says of one set, as points: what is flagged, what is called carried, support, words."""
    return {name: round(100 * value, 2) for name, value in _claims(found) if value is not None}


def _claims(found: Mapping[str, Any]) -> Iterator[tuple[str, float | None]]:
    for name in ("flagged", "carried"):
        hits = found[name]["recall"] is not None  # a set without one claim of the kind says nothing of it
        yield f"{name}_precision", found[name]["precision"] if hits else None
        yield f"{name}_recall", found[name]["recall"]
    yield "false_flags", found["false_flags"] / 100 if found["false_flags"] is not None else None
    for name in ("precision", "recall"):
        yield f"support_{name}", found.get("support", {}).get(name)
    yield "words_f1", found.get("spans", {}).get("words", {}).get("f1")


def by_kind(*found: Mapping[str, Any]) -> Scores:
    """The precision of each kind of gap over several sets, as points, where it is told of enough claims."""
    counts: dict[str, list[int]] = {}
    for one in found:
        for kind, told in one["missing"].items():
            held = counts.setdefault(kind, [0, 0])
            counts[kind] = [a + b for a, b in zip(held, told["claims"], strict=True)]
    return {kind: round(100 * right / n, 2) for kind, (right, n) in sorted(counts.items()) if n >= FEW}
