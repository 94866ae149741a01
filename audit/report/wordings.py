"""Mentions side by side: which words of two wordings differ. Whole words are compared, never scored.

Invariant: the parts of one side, joined, are that side's words exactly.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import Indel

from audit.records import Span

MOST_TOKENS = 3000  # beyond this two texts are shown without marks
LEAST_SHARED = 0.5  # below this share of common words marks would cover nearly all: none are set
_TOKEN = re.compile(r"\w+(?:[’'.,-]\w+)*\s*|[^\w\s]\s*|\s+")
_CORE = re.compile(r"[^\w]+")
_STOP = re.compile(r"[.!?…][\"'”’)\]]?\s")
_SHORT = re.compile(r"(?:^|[\s.(“\"])[A-Z][a-z]{0,2}$")  # "Mr", "U.S", "Gen": a full stop after it ends no sentence


class Part(NamedTuple):
    """A run of one side. `differs`: not in the other side; `hot`: the mention itself inside its sentence."""

    text: str
    differs: bool
    hot: bool


class Excerpt(NamedTuple):
    """The words at a place and what stands around them in their block."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Said:
    """Words to compare: `text`, and the stretches of it that are the mention itself where the text is its sentence."""

    text: str
    hot: tuple[Span, ...] = ()


def fold(text: str) -> str:
    """What two wordings have in common when they differ in marks, case and layout alone."""
    return " ".join(_CORE.sub(" ", text).casefold().split())


def in_sentence(excerpt: Excerpt) -> Said:
    """The sentence that a place stands in, as far as the excerpt reaches."""
    cut = max(
        (stop.end() for stop in _STOP.finditer(excerpt.before) if not _abbreviated(excerpt.before, stop)), default=0
    )
    before = excerpt.before[cut:].lstrip()
    stop = next((stop for stop in _STOP.finditer(excerpt.after) if not _abbreviated(excerpt.after, stop)), None)
    after = (excerpt.after[: stop.end()] if stop else excerpt.after).rstrip()
    start = len(before)
    return Said(before + excerpt.words + after, (Span(start, start + len(excerpt.words)),))


def compare(left: Said, right: Said) -> tuple[list[Part], list[Part], bool]:
    """Both sides in parts, and whether their words were compared (not where they are too long or share too little)."""
    a, b = _TOKEN.findall(left.text), _TOKEN.findall(right.text)
    if "".join(a) != left.text or "".join(b) != right.text or max(len(a), len(b)) > MOST_TOKENS:
        return _plain(left), _plain(right), False
    same_a, same_b = _common([fold(t) for t in a], [fold(t) for t in b])
    words = min(sum(bool(fold(t)) for t in a), sum(bool(fold(t)) for t in b))
    if sum(bool(fold(a[i])) for i in same_a) < LEAST_SHARED * words:
        return _plain(left), _plain(right), False
    return _parts(a, same_a, left.hot), _parts(b, same_b, right.hot), True


def _common(a: Sequence[str], b: Sequence[str]) -> tuple[set[int], set[int]]:
    """Indices of the tokens that both hold in the same order; marks without letters count as common."""
    same_a = {i for i, token in enumerate(a) if not token}
    same_b = {i for i, token in enumerate(b) if not token}
    for block in Indel.opcodes(a, b):
        if block.tag == "equal":
            same_a.update(range(block.src_start, block.src_end))
            same_b.update(range(block.dest_start, block.dest_end))
    return same_a, same_b


def _parts(tokens: Sequence[str], same: set[int], hot: Sequence[Span]) -> list[Part]:
    runs: list[Part] = []
    at = 0
    for i, token in enumerate(tokens):
        differs = i not in same or (
            not fold(token) and i - 1 not in same and i + 1 not in same and 0 < i < len(tokens) - 1
        )
        runs.extend(_split(token, at, differs, hot))
        at += len(token)
    return _joined([piece for run in _joined(runs) for piece in _trimmed(run)])


def _trimmed(part: Part) -> list[Part]:
    """A marked part without the blank that ends it: a blank differs from nothing."""
    words = part.text.rstrip()
    blank = Part(part.text[len(words) :], False, part.hot)
    if not part.differs or not blank.text:
        return [part]
    return [Part(words, True, part.hot), blank] if words else [blank]


def _plain(said: Said) -> list[Part]:
    return _joined(_split(said.text, 0, False, said.hot))


def _split(token: str, at: int, differs: bool, hot: Sequence[Span]) -> list[Part]:
    """A token cut where the mention begins or ends inside it."""
    cuts = sorted({0, len(token)} | {c - at for span in hot for c in span if 0 < c - at < len(token)})
    return [
        Part(token[i:j], differs, any(span.start <= at + i and at + j <= span.end for span in hot))
        for i, j in itertools.pairwise(cuts)
    ]


def _joined(parts: Sequence[Part]) -> list[Part]:
    """Neighbours of one look in one part."""
    found: list[Part] = []
    for part in parts:
        if found and found[-1][1:] == part[1:]:
            found[-1] = Part(found[-1].text + part.text, part.differs, part.hot)
        else:
            found.append(part)
    return found


def _abbreviated(text: str, stop: re.Match[str]) -> bool:
    return text[stop.start()] == "." and _SHORT.search(text[max(0, stop.start() - 6) : stop.start()]) is not None
