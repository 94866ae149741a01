"""The tree that trafilatura returns, to text with pieces and links.

Invariant: pieces are in the order of the text, parted by blank lines, and every link lies inside one piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element

from audit.records import Role, Span

EMBED_START, EMBED_END = (
    "⟦¶",
    "¶⟧",
)  # mark a rewritten post on its way through trafilatura, which drops unprintable marks
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_INLINE = frozenset({"hi", "ref", "del", "code", "span"})
_ROLES = {"head": Role.HEADING, "quote": Role.QUOTE, "item": Role.LIST, "row": Role.ASIDE, "fw": Role.ASIDE}
LONG_ROW = 200  # characters; a longer row is text that a table merely lays out


@dataclass(slots=True)
class Piece:
    """A block-to-be: where it stands, and the role its element gives it."""

    span: Span
    role: Role | None


@dataclass(slots=True)
class PageText:
    """Text under construction."""

    pieces: list[Piece] = field(default_factory=list)
    links: list[tuple[Span, str]] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _start: int = 0
    _space: str = ""
    _embed: bool = False

    @property
    def text(self) -> str:
        """All of it so far; joined once, however often it is asked for."""
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0] if self._parts else ""

    def add(self, words: str | None) -> None:
        """Append inline text, white space folded."""
        if words and (EMBED_START in words or EMBED_END in words):
            self._embed, words = True, words.replace(EMBED_START, "").replace(EMBED_END, "")
        for at, part in enumerate(_SPACE.split(words or "")):
            if at and not self._space:
                self._space = " "
            if part:
                self._put((self._space if self._length > self._start else "") + part)
                self._space = ""

    def add_line(self, words: str, links: Sequence[tuple[Span, str]], role: Role | None) -> None:
        """Append a whole piece, its links counted in it."""
        self.add_lines([(words, links)], role)

    def add_lines(self, lines: Iterable[tuple[str, Sequence[tuple[Span, str]]]], role: Role | None) -> None:
        """Append a piece of several lines, the links of each counted in it."""
        self.close(None)
        for words, links in lines:
            self._put("\n" if self._length > self._start else "")
            at = self._length
            self._put(words)
            self.links += [(Span(at + span.start, at + span.end), href) for span, href in links]
        self.close(role)

    def line(self) -> None:
        """A line break inside a piece."""
        self._space = "\n"

    def here(self) -> int:
        """Where the next word will stand."""
        return self._length + (len(self._space) if self._length > self._start else 0)

    def end(self) -> int:
        """Where the last word ended."""
        return self._length

    def close(self, role: Role | None) -> None:
        """End the current piece, if it holds words, and begin another."""
        self._space = ""
        if self._length > self._start:
            self.pieces.append(Piece(Span(self._start, self._length), Role.EMBED if self._embed else role))
            self._put("\n\n")
            self._embed = False
        self._start = self._length

    def _put(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)


def read_tree(main: _Element, into: PageText) -> None:
    """Walk `main`, appending to `into`."""
    _walk(main, None, into)
    into.close(None)


def _walk(element: _Element, role: Role | None, into: PageText) -> None:
    """Depth-first; block elements close the piece before and after themselves. Trees are as shallow as pages are."""
    into.add(element.text)
    for child in element:
        if not isinstance(child.tag, str):
            into.add(child.tail)
        elif child.tag == "lb":
            into.line()
        elif child.tag == "ref":
            _link(child, role, into)
        elif child.tag == "cell":
            _walk(child, role, into)
            into.add(" ")
        elif child.tag in _INLINE:
            _walk(child, role, into)
        elif child.tag != "graphic":
            _block(child, role, into)
        into.add(child.tail)


def _block(child: _Element, role: Role | None, into: PageText) -> None:
    into.close(role)
    inner = _ROLES.get(child.tag) or role
    if child.tag == "row" and len("".join(child.itertext())) > LONG_ROW:
        inner = None
    _walk(child, inner, into)
    into.close(inner)


def _link(child: _Element, role: Role | None, into: PageText) -> None:
    into.add((child.text or "")[: len(child.text or "") - len((child.text or "").lstrip())])
    start, pieces = into.here(), len(into.pieces)
    _walk(child, role, into)
    href = child.get("target")
    if href and into.end() > start and len(into.pieces) == pieces:
        into.links.append((Span(start, into.end()), href))
