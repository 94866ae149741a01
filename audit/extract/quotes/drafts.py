"""A quote in the making."""

from __future__ import annotations

from dataclasses import dataclass

from audit.records import Span


@dataclass(slots=True)
class Draft:
    """A quote in the making. `marked` are those of its pieces that stand in marks; `line` counts the lines read.

    `told`: somebody says something, and does not only act on what the pieces name.
    """

    pieces: list[Span]
    marked: list[Span]
    rule: str
    cue: Span | None = None
    speaker: Span | None = None
    line: int = 0
    denied: bool = False
    told: bool = True
