"""References of an HTML page or a Markdown text: links in its sentences, and marks that lead to a list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lxml import html
from lxml.html import HtmlElement
from markdown_it import MarkdownIt

from audit.cite.references import MarkedText, Reference
from audit.cite.source_index import solid
from audit.ingest.links import absolute
from audit.ingest.publishers import host_of
from audit.lexicon import load_rules

BLOCKS = frozenset({"p", "li", "dd", "td", "blockquote", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"})
_ENDS = (".", "!", "?", "…", ".”", '."', "?”", '?"', "!”", '!"', ".)")
_NUMBERS = re.compile(
    r"[ \u00a0]?\[(?P<several>\d{1,3}(?:,\s?\d{1,3})*)\](?![(:]|\[(?!\d{1,3}\]))|【(?P<one>\d{1,3})[^】\n]{0,60}】"
)
_LISTED = re.compile(r"\s*(?:[-*]\s)?\[?(?P<number>\d{1,3})[\].)]\s+(?P<said>.*https?://.*)")
_DEFINED = re.compile(r" {0,3}\[(?P<number>\d{1,3})\]:\s+(?P<said><?https?://.*)")
_PAIR = re.compile(r"\[(?P<words>[^\]\n]{0,300})\]\((?P<url>[^\s()]{1,2000})\)")
_BARE = re.compile(r"https?://\S+")
_ARTICLE = re.compile(r"\s(?:the|an?)$")
_BRACKETED = re.compile(r"\s*\[[^\]]*\]\s*")
_QUOTED = re.compile(r'["“](?P<words>[^"“”]*)["”]')
_AROUND = " \u00a0\n,;:|·•.()[]<>-–—↑^"
_APART = " \u00a0\n,;|·"
_BETWEEN = " \u00a0\n,;|·•()[]."  # what stands between links that follow each other
SILENT = frozenset({"script", "style", "noscript", "template", "nav", "footer"})


def read_html(source: str, base: str | None = None) -> MarkedText:
    """The page's words with its references. Links within the page are marks; what they lead to holds the reference."""
    marked = MarkedText()
    if not source.strip():
        return marked
    tree = html.fromstring(source)
    listed = _listed(tree, base)
    inside = set(listed.values())
    for block in tree.iter(*BLOCKS):
        if block in inside or any(a in inside or a.tag in SILENT or a.tag in BLOCKS for a in block.iterancestors()):
            continue
        _walk(block, marked, listed, base)
        marked.add("\n\n")
    return marked


def read_markdown(source: str) -> MarkedText:
    """A Markdown text's words with its links and footnotes."""
    noted = _footnotes_as_links(_numbers_as_footnotes(source))
    return read_html(MarkdownIt("commonmark").enable("table").render(noted))


def _numbers_as_footnotes(source: str) -> str:
    """Bare numbers ("[1, 3]", "【3†source】") that a list of addresses below has, as footnotes."""
    lines = source.splitlines()
    places = _listing(lines)
    listing = {at for at, _ in places.values()}
    body = [
        line if at in listing else _NUMBERS.sub(lambda mark: _as_notes(mark, places), line)
        for at, line in enumerate(lines)
    ]
    if body == lines:
        return source
    cited = [number for number in places if any(f"[^{number}]" in line for line in body)]
    taken = {places[number][0] for number in cited}
    noted = [line for at, line in enumerate(body) if at not in taken]
    told = [number for number in cited if not any(f"[^{number}]:" in line for line in noted)]
    return "\n".join([*noted, "", *(f"[^{number}]: {_PAIR.sub(_spread, places[number][1])}" for number in told)])


def _listing(lines: Sequence[str]) -> dict[str, tuple[int, str]]:
    """By number, the line that tells its address and what it says: a definition of Markdown's, else the last item."""
    found: dict[str, tuple[int, str]] = {}
    for form in (_LISTED, _DEFINED):
        listed = ((at, form.match(line)) for at, line in enumerate(lines))
        found |= {item["number"]: (at, item["said"]) for at, item in listed if item}
    return found


def _as_notes(mark: re.Match[str], listed: Mapping[str, object]) -> str:
    numbers = re.findall(r"\d+", mark["several"] or mark["one"])
    return "".join(f"[^{number}]" for number in numbers) if all(n in listed for n in numbers) else mark[0]


def _spread(pair: re.Match[str]) -> str:
    return f"{pair['words']} {pair['url']}"


def _footnotes_as_links(source: str) -> str:
    """`[^1]` and its definition as an anchor and a link to it, which plain Markdown does not know."""
    lines = []
    for line in source.splitlines():
        head, colon, rest = line.partition("]:")
        if colon and head.startswith("[^"):
            lines.append(f'<ul><li id="fn-{head[2:]}">{_linked(rest.strip())}</li></ul>\n')
        else:
            lines.append(_with_anchors(line))
    return "\n".join(lines)


def _linked(definition: str) -> str:
    """A definition's addresses as links; the brackets of one ("<…>") go."""
    return _BARE.sub(_as_link, definition.replace("<http", "http"))


def _as_link(found: re.Match[str]) -> str:
    address = _unwrapped(found[0])
    return f'<a href="{address}">{address}</a>{found[0][len(address) :].lstrip(">")}'


def _unwrapped(address: str) -> str:
    """An address without the brackets that close and the stops behind it."""
    bare = address.rstrip(">.,;")
    return bare.removesuffix(")").rstrip(".,;") if bare.count(")") > bare.count("(") else bare


def _with_anchors(line: str) -> str:
    first, *rest = line.split("[^")
    parts = [first]
    for piece in rest:
        key, bracket, after = piece.partition("]")
        parts.append(f'<sup><a href="#fn-{key}">{key}</a></sup>{after}' if bracket else f"[^{piece}")
    return "".join(parts)


def _listed(tree: HtmlElement, base: str | None) -> dict[str, HtmlElement]:
    """The elements that marks of the page lead to and that hold a link to elsewhere, by their id."""
    wanted = {link.get("href", "")[1:] for link in tree.iter("a") if link.get("href", "").startswith("#")} - {""}
    found = {element.get("id"): element for element in tree.iter() if element.get("id") in wanted}
    return {key: element for key, element in found.items() if element.tag == "li" or _links(element, base)}


def _links(element: HtmlElement, base: str | None) -> list[str]:
    hrefs = (
        absolute(link.get("href", ""), base) for link in element.iter("a") if not link.get("href", "").startswith("#")
    )
    return [href for href in hrefs if href]


def _walk(element: HtmlElement, marked: MarkedText, listed: dict[str, HtmlElement], base: str | None) -> None:
    marked.add(element.text or "")
    for child in element:
        if child.tag == "a" and child.get("href"):
            _read_link(child, marked, listed, base)
        elif isinstance(child.tag, str) and child.tag not in SILENT:
            _walk(child, marked, listed, base)
        marked.add(child.tail or "")


def _read_link(link: HtmlElement, marked: MarkedText, listed: dict[str, HtmlElement], base: str | None) -> None:
    href = link.get("href", "")
    words = "".join(link.itertext())
    if href.startswith("#"):
        target = listed.get(href[1:])
        if target is None:
            marked.add(words)
            return
        marked.mark(_reference(href[1:], target, base))
        return
    url = absolute(href, base)
    if words.strip("[]()0123456789 \u00a0") and not (url and _is_label(link, words, url, marked.text)):
        if url and _is_credited(link, marked.text):
            marked.credit(words)
        marked.add(words)
    if url:
        marked.mark(Reference(url, url))


def _is_label(link: HtmlElement, words: str, url: str, before: str) -> bool:
    """Whether a link's words name where it leads and are no part of a sentence: alone in brackets, in a cell of a
    table, behind a dash or the end of a sentence at the end of its paragraph, or as the name of the site."""
    here, behind = before.rstrip(_APART), (link.tail or "").lstrip(" \u00a0")
    if (here.endswith(("(", "[")) and _closes(link)) or _BRACKETED.fullmatch(words):
        return True
    if here.endswith(("—", "–")) and _is_last(link):
        return True
    if _is_alone(link, "td"):
        return True
    if not here.endswith(_ENDS) or words.rstrip().endswith(_ENDS):
        return False
    return _is_last(link) or (solid(words) in solid(host_of(url)) and not behind[:1].islower())


def _is_credited(link: HtmlElement, before: str) -> bool:
    """Whether a link's words are who is credited: behind "according to", or before a verb of telling."""
    told = load_rules("credits")
    before_any = tuple(words for entry in told["source"] for words in entry["words"])
    after_any = tuple(f"{words} " for entry in told["verb"] for words in entry["words"])
    here = _ARTICLE.sub("", before[-40:].rstrip().lower())
    return here.endswith(before_any) or f"{' '.join((link.tail or '').split()).lower()} ".startswith(after_any)


def _closes(link: HtmlElement) -> bool:
    """Whether a bracket closes behind a link, or behind others that follow it."""
    behind, following = (link.tail or "").lstrip(_APART), link.getnext()
    return behind.startswith((")", "]")) or (not behind and following is not None and following.tag == "a")


def _is_last(link: HtmlElement) -> bool:
    """Whether nothing but other links follows in its paragraph."""
    rest = link.itersiblings()
    return not (link.tail or "").strip(_BETWEEN) and all(
        one.tag == "a" and not (one.tail or "").strip(_BETWEEN) for one in rest
    )


def _is_alone(link: HtmlElement, tag: str) -> bool:
    """Whether the block that it stands in is of that tag and holds links alone."""
    parent = link.getparent()
    if parent is None or parent.tag != tag or (parent.text or "").strip(_BETWEEN):
        return False
    return all(one.tag == "a" and not (one.tail or "").strip(_BETWEEN) for one in parent)


def _reference(key: str, target: HtmlElement, base: str | None) -> Reference:
    urls = _links(target, base)
    archived = next((url for url in urls if "/web/" in url or "archive." in url), None)
    live = next((url for url in urls if url != archived), None)
    return Reference(key, live or archived, archived if live else None, _title(target))


def _title(target: HtmlElement) -> str | None:
    """What a reference says beside its bare addresses; none where it says nothing else."""
    words = " ".join(_BARE.sub(" ", "".join(target.itertext())).split()).strip(_AROUND)
    quoted = _QUOTED.fullmatch(words)
    return (quoted["words"] if quoted else words) or None
