"""A plain text made readable: words that were parted at the end of a line joined, letters that were decoded wrongly
mended, the syntax of Markdown taken out, its links kept.

Invariant: every kept stretch knows its place in the text before.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from audit.lexicon.counts import small_share
from audit.records import Span

_LINE_END = re.compile(r"[-‐\u00ad][ \t]*\n")
"""A sign that may part a word at the end of a line: most texts have none."""
_PARTED = re.compile(r"(?P<head>[^\W\d_]{2,})(?P<cut>[-‐\u00ad][ \t]*\n[ \t]*)(?P<tail>[^\W\d_]{2,})")
_GARBLED = re.compile(
    "â[\u0080\u20ac][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]?"
    "|[ÂÃ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
_TWICE = re.compile(r"&amp;(?P<entity>#\d{2,5};|#x[0-9a-fA-F]{2,5};|(?:quot|[lr][sd]quo|nbsp|[nm]dash|hellip|apos);)")
_LINK = re.compile(
    r"(?P<mark>!?)\[(?P<words>(?:[^\[\]\n]|\[[^\[\]\n]*\]){0,300})\]\((?P<url><[^>\n]{1,2000}>|[^\s()]{1,2000}(?:\([^\s()]*\)[^\s()]*)?)"
    r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\)"
)
_MARKS = re.compile(r"(?<![\w*_])(?P<mark>\*{1,3}|_{1,3}|`)(?=\S)(?P<words>[^*_`\n]{1,400}?)(?<=\S)(?P=mark)(?![\w*_])")


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of a text, and what stands in its place."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A changed text, the links in it, and where its kept stretches were: (place now, place before) each."""

    text: str
    links: tuple[tuple[Span, str], ...] = ()
    kept: tuple[tuple[int, int], ...] = field(default=((0, 0),))

    def before(self, span: Span) -> Span:
        """Where a stretch stood before the changes."""
        return Span(self._place(span.start), self._place(span.end - 1) + 1)

    def _place(self, at: int) -> int:
        now, old = self.kept[max(0, bisect_right(self.kept, at, key=lambda pair: pair[0]) - 1)]
        return old + at - now


def prepare(text: str, *, markdown: bool = False) -> Prepared:
    """A text with its faults mended and, of a Markdown text, without its syntax."""
    changes = [*_joined(text), *_mended(text)]
    links: list[tuple[Span, str]] = []
    if markdown:
        links = [(Span(*m.span("words")), m["url"].strip("<>")) for m in _LINK.finditer(text) if not m["mark"]]
        changes += _without_syntax(text)
    return _changed(text, changes, links)


def mended(source: str) -> Prepared:
    """A page's source with entities that were escaped twice, and letters that were decoded wrongly, set right."""
    twice = _TWICE.finditer(source) if "&amp;" in source else ()
    escaped = (Change(Span(match.start() + 1, match.start("entity")), "") for match in twice)
    return _changed(source, [*escaped, *_mended(source)], ())


def _joined(text: str) -> Iterator[Change]:
    """Words parted at the end of a line; a hyphen stays where only the two halves are words."""
    if not _LINE_END.search(text):
        return
    for match in _PARTED.finditer(text):
        if match["tail"][0].islower():
            stays = _is_word(match["head"]) and _is_word(match["tail"]) and not _is_word(match["head"] + match["tail"])
            yield Change(Span(*match.span("cut")), "-" if stays else "")


def _is_word(word: str) -> bool:
    return small_share(word) > 0


def _mended(text: str) -> Iterator[Change]:
    """UTF-8 that was read as windows-1252: "â€œ" is a quotation mark."""
    if "â" not in text and "Ã" not in text and "Â" not in text:
        return
    for match in _GARBLED.finditer(text):
        meant = _meant(match[0])
        if meant:
            yield Change(Span(*match.span()), meant)


def _meant(garbled: str) -> str | None:
    data = b"".join(_byte(letter) for letter in garbled)
    data += b"\x9d" if data == b"\xe2\x80" else b""  # the byte that windows-1252 leaves empty is lost: a closing mark
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1", "replace")


def _without_syntax(text: str) -> Iterator[Change]:
    for match in _LINK.finditer(text):
        if match["mark"]:
            yield Change(Span(*match.span()), "")
        else:
            yield Change(Span(match.start(), match.start("words")), "")
            yield Change(Span(match.end("words"), match.end()), "")
    for match in _MARKS.finditer(text):
        yield Change(Span(match.start(), match.start("words")), "")
        yield Change(Span(match.end("words"), match.end()), "")


def _changed(text: str, changes: Iterable[Change], links: Sequence[tuple[Span, str]]) -> Prepared:
    """The text with its changes made, from left to right; one that meets another made before is left out."""
    parts, kept, at, length = list[str](), list[tuple[int, int]](), 0, 0
    for change in sorted(changes, key=lambda one: one.span):
        if change.span.start < at:
            continue
        parts += [text[at : change.span.start], change.words]
        kept.append((length, at))
        length += change.span.start - at + len(change.words)
        at = change.span.end
    parts.append(text[at:])
    kept.append((length, at))
    moved = [(Span(_now(kept, span.start), _now(kept, span.end)), html.unescape(url)) for span, url in links]
    return Prepared("".join(parts), tuple((span, url) for span, url in moved if span.end > span.start), tuple(kept))


def _now(kept: Sequence[tuple[int, int]], at: int) -> int:
    """The place now of one before the changes; of one that was taken out, the place where it was."""
    number = max(0, bisect_right(kept, at, key=lambda pair: pair[1]) - 1)
    now, old = kept[number]
    end = kept[number + 1][0] if number + 1 < len(kept) else None
    return now + at - old if end is None else min(now + at - old, end)
