"""Embedded posts of a page, rewritten before extraction so that they survive it: words and signature, one paragraph.

What others wrote on a page can also be taken out of it, where only the page's own words may count.
"""

from __future__ import annotations

import re
from copy import deepcopy
from itertools import takewhile

from lxml import etree
from lxml.html import HtmlElement, builder

from audit.ingest.links import canonical, link_kind
from audit.ingest.tree import EMBED_END, EMBED_START

_POST = re.compile(
    r"\b(?:twitter-tweet|twitter-video|instagram-media|bluesky-embed|mastodon-embed|tiktok-embed|fb-post|telegram-post|"
    r"reddit-(?:card|embed-bq)|text-post-media|truthsocial-embed)\b"
)
_FOREIGN = re.compile(
    r"(?:^|\s)(?:tweet|twitter|instagram|bluesky|mastodon|facebook|fb|tiktok|telegram|reddit|social)[-_]{0,2}"
    r"(?:tweet|media|embed|post|video|widget|container)?(?:\s|$)"
    r"|(?:^|\s)(?:comments?|comment-?list|comments?[-_](?:list|section|area|thread|body)|disqus_thread)(?:\s|$)",
    re.IGNORECASE,
)
_WRAPPERS = frozenset(("div", "figure", "section", "aside", "span", "center", "p", "blockquote"))
_OWN = ("h1", "article", "main", "body")  # what holds one of these is no post and no comment
_SPACE = re.compile(r"\s+")


def rewrite_embeds(tree: HtmlElement) -> None:
    """Replace each embedded post of `tree` that holds words by a marked paragraph with a line for its signature."""
    for quote in list(tree.iter("blockquote")):
        if quote.getparent() is not None and (is_post(quote) or _ends_in_post(quote)):
            lines = _lines(quote)
            if lines:
                _replace(quote, lines)


def is_post(element: HtmlElement) -> bool:
    """Whether an element is a block quote that a social site gives out to be embedded."""
    return element.tag == "blockquote" and _POST.search(element.get("class") or "") is not None


def _ends_in_post(quote: HtmlElement) -> bool:
    """Whether a block quote's last words are a link to a place on a social site."""
    last = next((a for a in reversed(list(quote.iter("a"))) if a.get("href")), None)
    if last is None or (last.tail or "").strip() or link_kind(canonical(last.get("href")), "") != "social":
        return False
    return _fold(quote.text_content()).endswith(_fold(last.text_content()))


def _wrapper(quote: HtmlElement) -> HtmlElement:
    """The outermost element around a post that holds nothing else: extraction throws some of them away by name."""
    words = _fold(quote.text_content())
    around = takewhile(lambda e: e.tag in _WRAPPERS and _shown(e) == words, quote.iterancestors())
    return next(iter(list(around)[::-1]), quote)


def _shown(element: HtmlElement) -> str:
    return _fold("".join(element.xpath(".//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]")))


def without_foreign(tree: HtmlElement) -> HtmlElement | None:
    """A copy of `tree` without block quotes, embedded posts and comments; None where it holds none of them."""
    if not any(map(is_foreign, tree.iter(etree.Element))):
        return None
    own = deepcopy(tree)
    for element in [found for found in own.iter(etree.Element) if is_foreign(found)]:
        if element.getparent() is not None:
            element.drop_tree()
    return own


def is_foreign(element: HtmlElement) -> bool:
    """Whether an element holds what somebody else wrote; one that may hold the article itself does not."""
    marked = _FOREIGN.search(f"{element.get('class') or ''} {element.get('id') or ''}")
    if element.tag != "blockquote" and not marked:
        return False
    return element.tag not in _OWN and next(element.iter(*_OWN), None) is None


def _lines(quote: HtmlElement) -> list[str]:
    """The post's lines, its signature last."""
    for br in list(quote.iter("br")):
        br.tail = f"\n{br.tail or ''}"
    words = [_fold(line) for p in quote.iter("p") for line in (p.text_content() or "").split("\n")]
    whole, inner = _fold(quote.text_content()), _fold(" ".join(words))
    rest = whole[len(inner) :] if whole.startswith(inner) else ""
    return [line for line in (*words, _fold(rest)) if line]


def _fold(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _replace(quote: HtmlElement, lines: list[str]) -> None:
    paragraph = builder.P(f"{EMBED_START}{lines[0]}")
    for line in lines[1:]:
        br = builder.BR()
        br.tail = line
        paragraph.append(br)
    status = next((a for a in reversed(list(quote.iter("a"))) if a.get("href")), None)
    if status is not None:
        _link_last(paragraph, status, len(lines))
    last = paragraph[-1] if len(paragraph) else None
    if last is None:
        paragraph.text = f"{paragraph.text}{EMBED_END}"
    else:
        last.tail = f"{last.tail or ''}{EMBED_END}"
    wrapper = _wrapper(quote)
    paragraph.tail = wrapper.tail
    wrapper.getparent().replace(wrapper, paragraph)


def _link_last(paragraph: HtmlElement, status: HtmlElement, lines: int) -> None:
    """Keep the post's own address on the words that carried it (its date), where they end the last line."""
    words = _fold(status.text_content())
    holder = paragraph[-1] if len(paragraph) else None
    said = holder.tail if holder is not None else paragraph.text
    if words and said and said.endswith(words):
        link = builder.A(words, href=status.get("href"))
        if holder is None:
            paragraph.text = said[: -len(words)]
        else:
            holder.tail = said[: -len(words)]
        paragraph.append(link)
