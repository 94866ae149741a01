"""A page's own lines: every block of words that its tree shows, in order, with its element and its links.

It is the second reading of a page, beside trafilatura's: for the lines between headline and body, and as a witness of
what the body may lack.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from audit.records import Span

LONG = 80  # letters of a line that is prose
SMALL_PART = 0.3  # of a page's letters; what holds more does not stand aside, whatever its name
WIDER = 1.3  # times the prose of an element that the one around it must hold to be the body instead
LINKED = 0.5  # share of a line's letters under links from which on it leads elsewhere
_OUTER = frozenset(("html", "body", "main", "article"))
_HIDDEN = frozenset(("script", "style", "noscript", "template", "svg", "select", "option", "head", "iframe", "object"))
_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup"),
        *("time", "tt", "u", "var", "wbr"),
    )
)
_ASIDE_TAGS = frozenset(("nav", "footer", "aside", "form", "button", "figcaption", "dialog"))
_ASIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|comments?|share|sharing|social|newsletter|promo\w*|sidebar|footer|nav|menu|"
    r"breadcrumbs?|advert\w*|sponsor\w*|caption|paywall|cookie\w*|consent|trending|popular|more-stories|teasers?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[\W_]+")
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Line:
    """A block of words: its text on one line, the element around it, its links, whether it stands aside.

    `around` are the element and all around it when the page was read: elements are taken out of it afterwards.
    """

    element: HtmlElement
    text: str
    links: list[tuple[Span, str]] = field(default_factory=list)
    aside: bool = False
    letters: int = 0  # and digits
    around: tuple[HtmlElement, ...] = ()

    def __post_init__(self) -> None:
        self.letters = len(_LETTERS.sub("", self.text))

    @property
    def linked(self) -> int:
        """Characters under links."""
        return sum(span.end - span.start for span, _ in self.links)

    @property
    def is_prose(self) -> bool:
        """Whether it is long, no part of what stands aside, and not mostly links."""
        return not self.aside and self.letters >= LONG and self.linked < LINKED * len(self.text)


def read_lines(tree: HtmlElement) -> list[Line]:
    """The lines of a tree, empty ones left out."""
    body = tree.find("body")
    lines: list[Line] = []
    _Reader(lines).read(tree if body is None else body)
    return _with_asides([line for line in lines if line.text])


def _with_asides(lines: list[Line]) -> list[Line]:
    """Each line told whether something around it stands aside: by tag, or by name where it is a small part."""
    total, held = sum(line.letters for line in lines), Counter[HtmlElement]()
    around: dict[HtmlElement, tuple[HtmlElement, ...]] = {}
    for line in lines:
        if line.element not in around:
            around[line.element] = tuple(_around(line.element))
        line.around = around[line.element]
        for element in line.around:
            held[element] += line.letters
    aside = {element for element, size in held.items() if _is_aside(element, size / max(1, total))}
    for line in lines:
        line.aside = not aside.isdisjoint(line.around)
    return lines


def _is_aside(element: HtmlElement, share: float) -> bool:
    named = share < SMALL_PART and element.tag not in _OUTER and _ASIDE_NAMES.search(_name(element))
    return element.tag in _ASIDE_TAGS or bool(named)


def _name(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


class _Reader:
    """Walks a tree once; the open line takes words until a block begins or ends."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._parts: list[str] = []
        self._links: list[tuple[int, int, str]] = []

    def read(self, root: HtmlElement) -> None:
        """Every element below `root`, without recursion: pages may be nested deeply."""
        block, skip = [root], None
        open_links: list[tuple[HtmlElement, int]] = []
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if skip is not None:
                if event == "end" and element is skip:
                    skip = None
                    self._add(element.tail)
                continue
            if event in ("comment", "pi"):
                self._add(element.tail)
            elif event == "start":
                if element.tag in _HIDDEN:
                    skip = element
                    continue
                if element.tag == "br":
                    self._add(" ")
                elif element.tag not in _INLINE:
                    self._close(block[-1])
                    block.append(element)
                if element.tag == "a" and element.get("href"):
                    open_links.append((element, len(self._parts)))
                self._add(element.text)
            else:
                if open_links and open_links[-1][0] is element:
                    self._links.append((open_links.pop()[1], len(self._parts), element.get("href")))
                if element.tag not in _INLINE and element.tag != "br":
                    self._close(block.pop() if len(block) > 1 else root)
                if element is not root:
                    self._add(element.tail)
        self._close(root)

    def _add(self, words: str | None) -> None:
        if words:
            self._parts.append(words)

    def _close(self, element: HtmlElement) -> None:
        """End the open line; its links keep their words."""
        if self._parts:
            joined, edges = _joined(self._parts)
            line = Line(element, joined)
            for first, last, href in self._links:
                span = Span(edges[min(first, len(edges) - 1)], edges[min(last, len(edges) - 1)])
                trimmed = _trimmed(joined, span)
                if trimmed.end > trimmed.start:
                    line.links.append((trimmed, href))
            self._lines.append(line)
        self._parts, self._links = [], []


def _joined(parts: Sequence[str]) -> tuple[str, list[int]]:
    """Parts as one line with single spaces, and where each part begins in it, its end last."""
    joined, edges = "", []
    for part in parts:
        edges.append(len(joined))
        words = _SPACE.sub(" ", part)
        joined += words.lstrip() if not joined or joined.endswith(" ") else words
    return joined.rstrip(), [*edges, len(joined.rstrip())]


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))


def main_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines of the element that holds most prose, what stands aside in it left out."""
    best = _container(lines)
    return [line for line in lines if not line.aside and best in line.around] if best is not None else []


def _container(lines: Sequence[Line]) -> HtmlElement | None:
    """The element with most letters of prose in its children, or the one around it that holds far more, as where a
    body is split; never the whole page."""
    near: Counter[HtmlElement] = Counter()
    held: Counter[HtmlElement] = Counter()
    for line in lines:
        if line.is_prose:
            near[(line.around[1:2] or line.around)[0]] += line.letters
            for element in line.around:
                held[element] += line.letters
    best = max(near, key=lambda element: near[element], default=None)
    while best is not None and (around_it := best.getparent()) is not None and around_it.tag not in ("body", "html"):
        wider = next((e for e in _around(around_it) if held[e] >= WIDER * held[best]), None)
        if wider is None or wider.tag in ("body", "html"):
            break
        best = wider
    return best


def _around(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()
