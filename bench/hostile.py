"""Texts that nobody writes and somebody sends: each made at any length, so that time can be held against it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Hostile:
    """A text by its length in characters; `longest` is the length it is tried at, after half of that."""

    name: str
    longest: int
    make: Callable[[int], str] = field(repr=False)


def _repeated(part: str) -> Callable[[int], str]:
    return lambda size: (part * (size // len(part) + 1))[:size]


def _nested(size: int) -> str:
    return "(" * (size // 2) + ")" * (size - size // 2)


HOSTILE = (
    Hostile("straight marks", MILLION, _repeated('"')),
    Hostile("opening marks", MILLION, _repeated("“")),
    Hostile("marks and words", MILLION, _repeated('"No," he said. "')),
    Hostile("nested brackets", MILLION, _nested),
    Hostile("digits", MILLION, _repeated("7")),
    Hostile("1,000,000,000,…", MILLION, _repeated("1,000,000,")),
    Hostile("numbers", MILLION, _repeated("about 10 to ")),
    Hostile("names", MILLION, _repeated("Anna Berg ")),
    Hostile("cues", MILLION, _repeated("said ")),
    Hostile("credits", MILLION, _repeated("Reuters, citing the BBC, ")),
    Hostile("blank lines", MILLION, _repeated("\n\n")),
    Hostile("one word", 10 * MILLION, _repeated("a")),
    Hostile("one line", 10 * MILLION, _repeated("and then he said that it was so, ")),
)
