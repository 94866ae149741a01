"""Both sides of a question as text with its places marked, the rest of their paragraphs around them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from audit.records import Span
from audit.report.read import Row, Shelf
from audit.report.say import when

REACH = 260  # characters shown around a place, as far as its paragraph goes
NEAR = 320  # places nearer than this stand in one window


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; `look` is credit, words, name, or empty."""

    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place and how it looks."""

    span: Span
    look: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One side: what it is, above what it says. `windows` are stretches of the text, each in pieces."""

    role: str
    outlet: str
    title: str
    when: str
    article_id: str | None
    url: str | None
    windows: tuple[tuple[Piece, ...], ...]


def read_passage(role: str, head: Row, shelf: Shelf, marks: Sequence[Mark]) -> Passage:
    """The places of one article."""
    outlet = head["called"] or head["external_id"] or (head["path"] or "an article").rsplit("/", 1)[-1]
    return Passage(
        role, outlet, head["title"] or "", when(head), head["article_id"], head["url"],
        tuple(_windows(shelf, head["article_id"], marks)),
    )  # fmt: skip


def absent(role: str, name: str, note: str) -> Passage:
    """A side of which nothing is held."""
    return Passage(role, name, note, "", None, None, ())


def _windows(shelf: Shelf, article_id: str, marks: Sequence[Mark]) -> Iterator[tuple[Piece, ...]]:
    text = shelf.texts.get(article_id, "")
    held = sorted((m for m in marks if 0 <= m.span.start < m.span.end <= len(text)), key=lambda m: m.span)
    group: list[Mark] = []
    for mark in held:
        if group and mark.span.start - max(m.span.end for m in group) > NEAR:
            yield tuple(_pieces(text, _room(shelf, article_id, group), group))
            group = []
        group.append(mark)
    if group:
        yield tuple(_pieces(text, _room(shelf, article_id, group), group))


def _room(shelf: Shelf, article_id: str, group: Sequence[Mark]) -> Span:
    """From the paragraph of the first place to that of the last, no further than `REACH` from either."""
    first, last = group[0].span.start, max(m.span.end for m in group)
    blocks = [Span(b["start_char"], b["end_char"]) for b in shelf.blocks.get(article_id, [])]
    low = max((b.start for b in blocks if b.start <= first < b.end), default=0)
    high = min((b.end for b in blocks if b.start < last <= b.end), default=len(shelf.texts[article_id]))
    return Span(max(low, first - REACH), min(high, last + REACH))


def _pieces(text: str, room: Span, group: Sequence[Mark]) -> Iterator[Piece]:
    """The room cut where a mark begins or ends; of marks over one another the shortest is seen."""
    cuts = sorted({room.start, room.end} | {c for m in group for c in m.span if room.start < c < room.end})
    for start, end in itertools.pairwise(cuts):
        over = [m for m in group if m.span.start <= start and end <= m.span.end]
        look = min(over, key=lambda m: m.span.end - m.span.start).look if over else ""
        yield Piece(text[start:end], look)


def masked(passage: Passage, aliases: Mapping[str, str], outlet: str) -> Passage:
    """A side without the names of outlets: each spelling of `aliases` reads as its stand-in; no title, no address."""
    windows = tuple(
        tuple(replace(p, text=hide(p.text, aliases)) for p in window) for window in passage.windows
    )  # fmt: skip
    return replace(passage, outlet=outlet, title="", url=None, windows=windows)


def hide(text: str, aliases: Mapping[str, str]) -> str:
    """The text with each spelling replaced, the longest first."""
    if not aliases:
        return text
    spelled = sorted(aliases, key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in spelled), re.IGNORECASE)
    folded = {name.casefold(): alias for name, alias in aliases.items()}
    return pattern.sub(lambda found: folded.get(found[0].casefold(), "…"), text)
