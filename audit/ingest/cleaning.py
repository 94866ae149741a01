"""What is taken out of a page's tree, or put into it, before its body is looked for.

Struck words are no longer said; the marks of <q> are drawn by a browser; a box that asks for an address, and other
articles below the first, are no part of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from audit.ingest.facts import flat, letters

BOX = 400  # letters of a box around a form
OWN_ARTICLE = 600  # letters from which on an <article> with a headline of its own is another article
TEASER = 900  # letters of a teaser of another article under its own h1
_OUTER = ("html", "body", "main", "article")
_HIDDEN = "hidden"
_NOT_SHOWN = re.compile(r"display\s{0,3}:\s{0,3}none", re.IGNORECASE)
_MAIL = re.compile(r"e-?mail", re.IGNORECASE)


def clean(tree: HtmlElement, title: str | None) -> None:
    """Cleans `tree` in place; `title` is the article's headline where it is known."""
    for struck in list(tree.iter("s", "strike", "del")):
        _drop(struck)
    for quoted in list(tree.iter("q")):
        _mark(quoted)
    for form in list(tree.iter("form", "input")):
        _drop_box(form)
    for hidden in list(filter(_is_hidden, tree.iter("div", "section", "p", "ul"))):
        _drop_unshown(hidden)
    _drop_others(tree, title)


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _mark(quoted: HtmlElement) -> None:
    """The quotation marks that a browser draws around <q>."""
    quoted.text = f"“{quoted.text or ''}"
    if len(quoted):
        quoted[-1].tail = f"{quoted[-1].tail or ''}”"
    else:
        quoted.text += "”"
    quoted.drop_tag()


def _drop_box(form: HtmlElement) -> None:
    """The small box around a field for an e-mail address."""
    fields = [form] if form.tag == "input" else list(form.iter("input"))
    if form.getparent() is None or not any(map(_asks_for_mail, fields)):
        return
    box = form
    for around in form.iterancestors():
        if around.tag in _OUTER or _size(around) > BOX or next(around.iter("h1"), None) is not None:
            break
        box = around
    if _size(box) <= BOX:
        _drop(box)


def _is_hidden(element: HtmlElement) -> bool:
    """Whether the page itself says that an element is not shown: by its attribute, its style, or the class "hidden"."""
    classes = (element.get("class") or "").split()
    return "hidden" in element.attrib or _HIDDEN in classes or bool(_NOT_SHOWN.search(element.get("style") or ""))


def _drop_unshown(hidden: HtmlElement) -> None:
    """Drops what is not shown where nothing beside it is: a text that unfolds stands beside its beginning."""
    parent = hidden.getparent()
    if parent is None or parent.tag in _OUTER or not letters(hidden.text_content()):
        return
    if not any(_size(beside) for beside in parent if beside is not hidden and not _is_hidden(beside)):
        _drop(hidden)


def _asks_for_mail(field: HtmlElement) -> bool:
    said = " ".join(field.get(name) or "" for name in ("type", "name", "placeholder", "id"))
    return bool(_MAIL.search(said)) and field.get("type") != "hidden"


def _size(element: HtmlElement) -> int:
    return len(letters(element.text_content()))


def _drop_others(tree: HtmlElement, title: str | None) -> None:
    """Other articles on the page: each with a headline of its own, in an <article> beside that of the title."""
    heading = _heading(tree, title)
    if heading is None:
        return
    own = {heading, *heading.iterancestors()}
    within = next((element for element in heading.iterancestors("article")), None)
    for other in [h1 for h1 in tree.iter("h1") if h1 is not heading]:
        article = next((element for element in other.iterancestors("article")), None)
        if within is not None and article is not None and article not in own and _size(article) >= OWN_ARTICLE:
            _drop(article)
        elif article is None and _leads_elsewhere(other):
            _drop_teaser(other, own)


def _heading(tree: HtmlElement, title: str | None) -> HtmlElement | None:
    """The one heading that repeats the title."""
    wanted = letters(title or "")
    same = (h1 for h1 in tree.iter("h1") if wanted and letters(flat(h1.text_content())) == wanted)
    return next(same, None)


def _leads_elsewhere(heading: HtmlElement) -> bool:
    links = [*heading.iter("a"), *heading.iterancestors("a")]
    return any(len(link.get("href") or "") > 1 for link in links)


def _drop_teaser(heading: HtmlElement, own: set[HtmlElement]) -> None:
    """The largest small element around a heading that leads to another page."""
    box = None
    for around in _up(heading):
        if around in own or around.tag in _OUTER or _size(around) > TEASER:
            break
        box = around
    if box is not None:
        _drop(box)


def _up(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()
