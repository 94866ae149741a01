"""What a page says of itself in JSON-LD, meta tags and headings, and which of these statements is taken."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml.html import HtmlElement

from audit.ingest.links import absolute, copied_page, link_kind, registered
from audit.ingest.publishers import host_of
from audit.lexicon.outlets import Outlet, Outlets
from audit.records import SourceKind

TITLE_WORDS = 3  # a heading with fewer that no metadata repeats is a section's
JSON_LIMIT = 2_000_000  # characters of one JSON-LD script
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Story|Review)$")
_SPACE = re.compile(r"\s+")
_WRAP = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*;?\s*$")
_LETTERS = re.compile(r"[\W_]+")
_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—-]{2,60}$")
_AUTHOR_PAGE = re.compile(r"/(?:authors?|autor(?:en|es)?|by|journalists?|reporters?|contributors?|staff)/")
_SITE_SUFFIX = re.compile(r"\s[|–—-]\s|:\s")
_PARTIES = ("author", "publisher", "creator")
_DESCRIBED = ("description", "alternativeHeadline", "abstract")


@dataclass(frozen=True, slots=True)
class Facts:
    """A page's own statements; every list in the order of the page."""

    meta: dict[str, str] = field(default_factory=dict)
    article: dict[str, Any] = field(default_factory=dict)
    headings: tuple[str, ...] = ()
    canonical: str | None = None
    language: str | None = None
    language_tag: str | None = None  # with its country
    copied: str | None = None  # the address that an archive prints above its copy of a page
    is_own: bool = False  # whether `article` says by headline or address that it is this page's
    linked: tuple[str, ...] = ()  # words of links to an author's page

    @property
    def site(self) -> str | None:
        """The site's own name."""
        return self.meta.get("og:site_name") or self.meta.get("dc.publisher") or None

    @property
    def organisation(self) -> str | None:
        """Who JSON-LD says publishes it: with wire stories often the agency."""
        return next(iter(_names(self.article.get("publisher"))), None)

    @property
    def authors(self) -> tuple[str, ...]:
        """Authors by JSON-LD."""
        return tuple(dict.fromkeys(_names(self.article.get("author"))))

    @property
    def types(self) -> tuple[str, ...]:
        """Declared types."""
        return tuple(_texts(self.article.get("@type")))

    @property
    def sections(self) -> tuple[str, ...]:
        """Declared sections."""
        return (*_texts(self.article.get("articleSection")), self.meta.get("article:section", ""))

    @property
    def decks(self) -> tuple[str, ...]:
        """Letters of whatever describes the article: a first line that repeats one is its deck."""
        said = [self.article.get(key) for key in _DESCRIBED]
        said += [self.meta.get(key) for key in ("og:description", "description", "twitter:description")]
        return tuple(letters(text) for text in said if isinstance(text, str) and text)

    @property
    def is_free(self) -> bool:
        """Whether nothing says that a reader must pay for the text."""
        return str(self.article.get("isAccessibleForFree", True)).casefold() != "false"

    def moment(self, key: str) -> Any:
        """datePublished or dateModified, as printed."""
        named = {"datePublished": "article:published_time", "dateModified": "article:modified_time"}
        return next(iter(_texts(self.article.get(key))), None) or self.meta.get(named[key])


def read_facts(tree: HtmlElement) -> Facts:
    """The statements of a parsed page."""
    known = list(_nodes(tree))
    by_id = {node["@id"]: node for node in known if isinstance(node.get("@id"), str) and len(node) > 1}
    nodes = [node for node in known if any(_ARTICLE.search(t) for t in _texts(node.get("@type")))]
    meta, headings = _meta(tree), tuple(filter(None, (flat(h1.text_content()) for h1 in tree.iter("h1"))))
    canonical = next((link.get("href") for link in tree.iter("link") if _rel(link) == "canonical"), None)
    own = {*filter(None, (canonical, meta.get("og:url")))}, {*map(letters, (*headings, meta.get("og:title", "")))}
    best = max(nodes, key=lambda node: _fits(node, *own), default={})
    is_own = bool(best) and _fits(best, *own)[0]
    copied = _copied(tree, canonical or meta.get("og:url", ""))
    if copied:
        meta = {name: said for name, said in meta.items() if name not in ("og:site_name", "og:url")}
    return Facts(
        meta=meta,
        article={key: _referred(value, by_id) if key in _PARTIES else value for key, value in best.items()},
        headings=headings,
        canonical=None if copied else canonical,
        copied=copied,
        is_own=is_own,
        linked=_linked_authors(tree),
        language_tag=(tree.get("lang") or "").strip() or None,
        language=(tree.get("lang") or "").split("-")[0].split("_")[0].casefold() or None,
    )


def _copied(tree: HtmlElement, address: str) -> str | None:
    """The page's own address in the field that an archive shows above its copy; None on any other page."""
    if not address or link_kind(address, "") != "archive":
        return None
    shown = (absolute(field.get("value") or "", None) for field in tree.iter("input"))
    return next((url for url in shown if url and link_kind(url, "") != "archive"), None)


def _fits(node: dict[str, Any], addresses: set[str], titles: set[str]) -> tuple[bool, int]:
    """How well a node describes the page's article: by its headline or address, then by how much it says."""
    said = [node.get("url"), node.get("@id"), node.get("mainEntityOfPage")]
    named = {one.get("@id") if isinstance(one, dict) else one for one in said if isinstance(one, dict | str)}
    is_own = bool(named & addresses) or any(letters(t) in titles for t in _texts(node.get("headline")))
    return is_own, sum(bool(node.get(k)) for k in ("headline", "datePublished", "author"))


def _referred(value: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    """A value, with nodes that are only named by their @id put in."""
    if isinstance(value, list):
        return [_referred(item, by_id) for item in value]
    name = value.get("@id") if isinstance(value, dict) and not value.get("name") else None
    return by_id.get(name, value) if isinstance(name, str) else value


def _linked_authors(tree: HtmlElement) -> tuple[str, ...]:
    """The first link to an author's page, and those beside it."""
    links = (a for a in tree.iter("a") if _rel(a) == "author" or _AUTHOR_PAGE.search(a.get("href") or ""))
    first = next((a for a in links if flat(a.text_content())), None)
    if first is None or first.getparent() is None:
        return ()
    beside = first.getparent().iter("a")
    return tuple(dict.fromkeys(flat(a.text_content()) for a in beside if _AUTHOR_PAGE.search(a.get("href") or "")))


def _rel(link: HtmlElement) -> str:
    return (link.get("rel") or "").strip().casefold()


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name, content = tag.get("property") or tag.get("name"), tag.get("content")
        if name and content:
            found.setdefault(name.strip().casefold(), flat(content)[:2000])
    return found


def _nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every object of every JSON-LD script, graphs and lists opened."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text and len(script.text) <= JSON_LIMIT:
            try:
                yield from _opened(json.loads(_WRAP.sub("", script.text), strict=False))
            except (ValueError, RecursionError):
                continue


def _opened(value: Any) -> Iterator[dict[str, Any]]:
    waiting = [value]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting[:0] = item[:200]
        elif isinstance(item, dict):
            yield item
            waiting += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item]


def _texts(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [flat(html.unescape(item)) for item in items if isinstance(item, str) and item.strip()]


def _names(value: Any) -> list[str]:
    """Names of people or organisations: texts, objects with a name, lists of these."""
    items = value if isinstance(value, list) else [value]
    named = [item.get("name") if isinstance(item, dict) else item for item in items]
    return [name for item in named for name in _texts(item) if "://" not in name]


def stated_texts(value: Any) -> list[str]:
    """What a value of JSON-LD says: texts, and the names of its objects."""
    return _texts(value) or _names(value)


def flat(text: str) -> str:
    """One line, single spaces."""
    return _SPACE.sub(" ", text).strip()


def letters(text: str) -> str:
    """Letters and digits only, case folded."""
    return _LETTERS.sub("", text).casefold()


def choose_title(facts: Facts, fallback: str | None = None) -> str | None:
    """The first heading that is not the site's name, else the JSON-LD headline, else og:title; the site's name cut."""
    declared = [text for text in (*_texts(facts.article.get("headline")), facts.meta.get("og:title", "")) if text]
    own = letters(facts.site or "")
    headings = [h for h in facts.headings if letters(h) != own and len(h) <= 400]
    shared = [h for h in headings if any(_alike(h, text) for text in declared)]
    telling = [h for h in headings if len(h.split()) >= TITLE_WORDS]
    found = next((text for texts in (shared, telling, declared, headings) for text in texts), fallback)
    return _without_label(_without_site(flat(html.unescape(found)), own), declared) if found else None


def _without_label(title: str, declared: Sequence[str]) -> str:
    """A headline without the short label before or behind it ("Opinion | …"): what metadata declares, or by bars."""
    whole = letters(title)
    for text in declared:
        core = letters(text)
        rest = len(title.split()) - len(text.split())
        is_behind = whole.startswith(core) and re.search(r"\s[|–—(\[-][^|]{0,40}$", title)
        if core and core != whole and (whole.endswith(core) or is_behind) and 0 < rest <= TITLE_WORDS:
            return flat(html.unescape(text))
    parts = title.split(" | ")
    longest = max(parts, key=len)
    is_label = len(longest.split()) > TITLE_WORDS and all(len(p.split()) <= TITLE_WORDS for p in parts if p != longest)
    return longest if len(parts) > 1 and is_label else title


def _alike(one: str, other: str) -> bool:
    """Whether two headlines share half of their words, and more than a section's name."""
    a, b = set(one.casefold().split()), set(other.casefold().split())
    return letters(one) == letters(other) or (len(a & b) > 1 and 2 * len(a & b) >= min(len(a), len(b)))


def _without_site(title: str, site: str) -> str:
    suffix = _SUFFIX.search(title)
    return title[: suffix.start()] if suffix and site and letters(suffix[0]) == site else title


def choose_address(facts: Facts, known: str | None) -> tuple[str | None, str | None]:
    """The page's own address, and the foreign one that it names as the original (None where it names none)."""
    stated = _own_address(known or facts.copied or facts.meta.get("og:url", ""), None)
    canonical = _own_address(facts.canonical or "", stated)
    if not stated or not canonical:
        return stated or canonical, None
    same = registered(host_of(stated)) == registered(host_of(canonical))
    return (canonical, None) if same else (stated, canonical)


def _own_address(href: str, base: str | None) -> str | None:
    """An address made absolute, a copy's replaced by the page's own."""
    url = absolute(href, base)
    return copied_page(url) if url else None


def choose_publisher(facts: Facts, url: str | None, outlets: Outlets) -> str | None:
    """By domain, else by the names the page gives: one that is known, the site's before the organisation's."""
    outlet = outlets.by_domain(host_of(url)) if url else None
    if outlet and outlet.kind is not SourceKind.PLATFORM:
        return outlet.name
    names = [_SITE_SUFFIX.split(name)[0] for name in (facts.site, facts.organisation) if name]
    known = [(name, outlets.resolve(name)) for name in names]
    outlet = next((o for _, o in known if o and o.kind is SourceKind.OUTLET and _may_print(o, url)), None)
    if outlet:
        return outlet.name
    return next((name for name, other in known if other is None), None) or (host_of(url) if url else None)


def _may_print(outlet: Outlet, url: str | None) -> bool:
    """Whether an outlet of that name can stand at an address: not where all its domains are others."""
    own = registered(host_of(url)) if url else ""
    return not own or not outlet.domains or own in {registered(domain) for domain in outlet.domains}


def claims(facts: Facts, original: str | None, outlets: Outlets) -> Sequence[str]:
    """Names of whom the page says it comes from."""
    outlet = outlets.by_domain(host_of(original)) if original else None
    return [name for name in (outlet.name if outlet else None, facts.organisation, *facts.authors) if name]
