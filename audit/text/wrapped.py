"""Texts whose lines were broken at a fixed width: the same text with a blank for each such break.

Invariant: the text that comes out is as long as the one that goes in, so that all places stay what they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

WIDEST = 100
"""Characters of a line from which on nothing was broken at a width."""
NARROWEST = 50
FEWEST_BREAKS = 2
ENOUGH = 0.8
"""Share of the breaks inside paragraphs that a width must explain."""
_LOOKED_AT = 20_000


@dataclass(frozen=True, slots=True)
class _Break:
    """A line end with a line behind it: where it stands, the length of its line, and what the next word would add."""

    at: int
    length: int
    added: int


def unwrap(text: str) -> str:
    """A text to itself, or, where its lines are of a fixed width, with a blank for each break inside a paragraph.

    A break is one of the width where the next word would not have fitted the widest line.
    """
    breaks = list(_breaks(text))
    width = max((one.length for one in breaks if one.at < _LOOKED_AT), default=0)
    forced = [one.at for one in breaks if one.length + one.added > width]
    if not NARROWEST <= width <= WIDEST or len(forced) < max(FEWEST_BREAKS, ENOUGH * len(breaks)):
        return text
    letters = list(text)
    for at in forced:
        letters[at] = " "
        if letters[at - 1] == "\r":
            letters[at - 1] = " "
    return "".join(letters)


def _breaks(text: str) -> Iterator[_Break]:
    """The line ends inside paragraphs; none for a text whose paragraphs no blank line parts."""
    if "\n\n" not in text and "\n\r\n" not in text:
        return
    start = 0
    while (end := text.find("\n", start)) >= 0:
        behind = text[end + 1 : end + 1 + WIDEST].partition("\n")[0].split(maxsplit=1)
        if text[start:end].strip() and behind:
            yield _Break(end, len(text[start:end].rstrip()), 1 + len(behind[0]))
        start = end + 1
