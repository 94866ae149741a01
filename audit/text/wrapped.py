"""Texts whose lines were broken at a fixed width: the same text with a blank for each such break.

Invariant: the text that comes out is as long as the one that goes in, so that all places stay what they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

WIDEST = 100
"""Characters of a line from which on nothing was broken at a width."""
NARROWEST = 50
FEWEST_BREAKS = 2
ENOUGH = 0.8
"""Share of the breaks inside paragraphs that a width must explain."""
FEWEST_INSIDE = 5
MANY = 0.25
"""Share of the breaks behind which a line begins with a small letter, from which on they break sentences."""
_LOOKED_AT = 20_000
_STOPS = '.!?:;…"”'


@dataclass(frozen=True, slots=True)
class _Break:
    """A line end with a line behind it: where it stands, the length of its line, and what the next word would add;
    `goes_on`: that word begins with a small letter."""

    at: int
    length: int
    added: int
    goes_on: bool


def unwrap(text: str) -> str:
    """A text to itself, or, where its lines are of a fixed width, with a blank for each break inside a paragraph.

    A break is one of the width where the next word would not have fitted the widest line. In a text so broken a line
    that begins with a small letter goes on with the one before.
    """
    breaks = list(_breaks(text))
    joined = _at_width(text, breaks) or _inside_sentences(breaks) or _in_short_text(text, breaks)
    if not joined:
        return text
    letters = list(text)
    for one in joined:
        letters[one.at] = " "
        if letters[one.at - 1] == "\r":
            letters[one.at - 1] = " "
    return "".join(letters)


def _at_width(text: str, breaks: Sequence[_Break]) -> list[_Break]:
    """The breaks of a text whose paragraphs blank lines part, where the widest line explains nearly all of them."""
    if "\n\n" not in text and "\n\r\n" not in text:
        return []
    width = max((one.length for one in breaks if one.at < _LOOKED_AT), default=0)
    forced = [one for one in breaks if one.length + one.added > width]
    if not NARROWEST <= width <= WIDEST or len(forced) < max(FEWEST_BREAKS, ENOUGH * len(breaks)):
        return []
    return [one for one in breaks if one.goes_on or one.length + one.added > width]


def _inside_sentences(breaks: Sequence[_Break]) -> list[_Break]:
    """The breaks of a text where many lines, all about as wide, begin with a small letter: those and others as wide."""
    known = sorted(one.length + one.added for one in breaks if one.goes_on)
    if len(known) < max(FEWEST_INSIDE, MANY * len(breaks)):
        return []
    narrow, longest = known[len(known) // 10], max(one.length for one in breaks)
    if narrow < NARROWEST or longest > 2 * narrow:
        return []
    return [one for one in breaks if one.goes_on or one.length + one.added >= narrow]


def _in_short_text(text: str, breaks: Sequence[_Break]) -> list[_Break]:
    """The breaks of a text that has too few to tell a width, where all stand inside a sentence.

    No line is wider than broken ones are; each break leaves its sentence open, and either a small letter follows it or
    the next word would not have fitted. A first line may be a headline: it goes on only before a small letter.
    """
    if not breaks or len(breaks) >= FEWEST_INSIDE or "\n\n" not in text:
        return []
    width, first = max(map(len, text.split("\n"))), text.find("\n")
    if not NARROWEST <= width <= WIDEST:
        return []
    inside = [one for one in breaks if _is_open(text, one) and _goes_on(one, width, first)]
    return inside if len(inside) == len(breaks) else []


def _is_open(text: str, one: _Break) -> bool:
    """Whether a line is as wide as broken ones are, and ends in no stop."""
    return one.length >= NARROWEST and text[one.at - 1 : one.at] not in _STOPS


def _goes_on(one: _Break, width: int, first: int) -> bool:
    return one.goes_on or (one.at > first and one.length + one.added > width)


def _breaks(text: str) -> Iterator[_Break]:
    """The line ends inside paragraphs."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        behind = text[end + 1 : end + 1 + WIDEST].partition("\n")[0].split(maxsplit=1)
        if text[start:end].strip() and behind:
            yield _Break(end, len(text[start:end].rstrip()), 1 + len(behind[0]), behind[0][0].islower())
        start = end + 1
