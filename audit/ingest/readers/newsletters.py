"""A newsletter of several stories to its stories: each a headline that is a link, and the words below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html
from lxml.html import HtmlElement

from audit.ingest.facts import flat, letters

STORIES, STORY = 2, 120  # headlines from which on a mail has several stories; letters below each
REST = 400  # letters beside the stories from which on they are a text of their own
_HEADINGS = ("h1", "h2", "h3")


@dataclass(frozen=True, slots=True)
class Story:
    """A story of a newsletter: its headline, where that leads, and its part of the mail as a page."""

    title: str
    url: str
    page: str


def stories(source: str) -> list[Story]:
    """The stories of a mail in order, last what stands beside them, without a title; none where it is one text."""
    try:
        tree = html.fromstring(source)
    except (etree.ParserError, ValueError):
        return []
    heads = [head for head in tree.iter(*_HEADINGS) if _address(head)]
    found = [story for head in heads if (story := _story(head, heads))]
    if len(found) < STORIES or len(found) < len(heads):
        return []
    return [*found, *_beside(tree, heads)]


def _beside(tree: HtmlElement, heads: list[HtmlElement]) -> Iterator[Story]:
    """What a mail says beside its stories, where that is a text."""
    for part in [part for head in heads for part in _parts(head, heads)]:
        if part.getparent() is not None:
            part.drop_tree()
    if len(letters(tree.text_content())) >= REST:
        yield Story("", "", html.tostring(tree, encoding="unicode"))


def _address(head: HtmlElement) -> str | None:
    """Where a headline leads: its link, or the one around it."""
    links = (link.get("href") or "" for link in (*head.iter("a"), *head.iterancestors("a")))
    return next((href for href in links if href.startswith(("http://", "https://"))), None)


def _story(head: HtmlElement, heads: list[HtmlElement]) -> Story | None:
    parts = list(_parts(head, heads))
    title = flat(head.text_content())
    if sum(len(letters(part.text_content())) for part in parts) - len(letters(title)) < STORY:
        return None
    body = "".join(html.tostring(part, encoding="unicode", with_tail=False) for part in parts)
    return Story(title, _address(head) or "", f"<html><body><article>{body}</article></body></html>")


def _parts(head: HtmlElement, heads: list[HtmlElement]) -> Iterator[HtmlElement]:
    """The largest element around a headline that holds no other one; without such, what follows it until the next."""
    others, box = [other for other in heads if other is not head], head
    for around in head.iterancestors():
        if any(around in other.iterancestors() for other in others):
            break
        box = around
    yield box
    for behind in box.itersiblings():
        if box is not head or behind in heads or any(behind in other.iterancestors() for other in others):
            return
        if isinstance(behind.tag, str):
            yield behind
