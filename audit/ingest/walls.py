"""Walls that a page puts before its article: a dialog that asks for consent, a barrier that asks for money.

Both are told by the names that page makers give to their elements, never by words that readers see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from audit.ingest.facts import Facts, letters

CONSENT_SHARE = 0.5  # of a page's letters from which on a page without an article's metadata is a dialog
BARRIER_LENGTH = 400  # letters; a longer element of that name holds the text that is paid for
STUB_LENGTH = 1500  # letters under which a text that is not free is doubted
_CONSENT = re.compile(
    r"(?:^|[\s_-])(?:consent|cookies?|gdpr|cmp|onetrust|didomi|sp_message)(?:$|[\s_-])", re.IGNORECASE
)
_BARRIER = re.compile(r"(?:^|[\s_-])(?:paywall|piano|regwall|meter(?:ed)?|subscribe-wall)(?:$|[\s_-])", re.I)
_ENDS_OPEN = re.compile(r"(?:…|\.\.\.)[”\"’»]?\s*$")


def is_consent_dialog(tree: HtmlElement, facts: Facts) -> bool:
    """Whether a page without an article's metadata is mostly a dialog that asks for consent."""
    if facts.article:
        return False
    body = tree.find("body")
    whole = len(_shown(tree if body is None else body))
    asked = sum(len(_shown(element)) for element in _named(tree, _CONSENT))
    return asked > 0 and asked >= CONSENT_SHARE * whole


def without_barriers(tree: HtmlElement) -> None:
    """Takes out, in place, the short element that asks for money; several of that name are the paid text in pieces."""
    named = list(_named(tree, _BARRIER))
    if len(named) == 1 and named[0].getparent() is not None and len(_shown(named[0])) <= BARRIER_LENGTH:
        named[0].drop_tree()


def stub_doubt(facts: Facts, text: str) -> tuple[str, ...]:
    """What is doubtful of a text that a page says must be paid for, where it is short or breaks off."""
    if facts.is_free or not (len(letters(text)) < STUB_LENGTH or _ENDS_OPEN.search(text)):
        return ()
    return ("the page says that its text is not free, and what was saved is short or breaks off: it may be a part",)


def _named(tree: HtmlElement, name: re.Pattern[str]) -> Iterator[HtmlElement]:
    """Outermost elements of such a class or id, in the page's order."""
    waiting = [tree]
    while waiting:
        element = waiting.pop()
        if element.tag not in ("html", "body") and name.search(f"{element.get('class', '')} {element.get('id', '')}"):
            yield element
        else:
            waiting += [child for child in reversed(element) if isinstance(child.tag, str)]


def _shown(element: HtmlElement) -> str:
    """Letters of an element, scripts and styles left out."""
    parts = (
        text
        for one in element.iter()
        if isinstance(one.tag, str)
        for text in ((one.text if one.tag not in ("script", "style", "noscript") else None), one.tail)
        if text and (text is not element.tail)
    )
    return letters("".join(parts))
