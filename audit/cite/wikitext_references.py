"""References of wikitext: `<ref>` tags, named ones used again, and the addresses and quotes of their templates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import mwparserfromhell

from audit.cite.references import MarkedText, Reference
from audit.text.dates import find_days

SHORTENED = frozenset({"sfn", "sfnp", "harvnb", "harv", "harvp", "harvtxt", "harvcolnb"})
SHORT_NAMES = frozenset({"sfnref", "harvid"})  # how a full reference says what short ones call it
NAMED = frozenset({"r"})  # a named reference by a template: {{r|name}}
AUTHORS = (("last1", "last", "author1", "author", "editor-last1", "editor-last"), ("last2",), ("last3",), ("last4",))
PUBLISHERS = ("work", "newspaper", "website", "magazine", "journal", "agency", "publisher")
PAGES = frozenset({"rp", "reference page"})  # the page of the reference that they stand behind
_YEAR = re.compile(r"\b\d{4}\b")
UNSAID = frozenset({"references", "gallery", "math", "nowiki", "score", "table"})


@dataclass(frozen=True, slots=True)
class _Known:
    """The full references of a page: those with a name by it, those that short ones mean by author and year."""

    named: Mapping[str, Reference]
    full: Mapping[str, Reference]


def read_wikitext(source: str) -> MarkedText:
    """The page's words with its references; templates that are no reference say nothing."""
    marked = MarkedText()
    code = mwparserfromhell.parse(source)
    full = _full(code)
    _walk(code.nodes, marked, _Known(_named(code, full), full))
    return marked


def _named(code: Any, full: Mapping[str, Reference]) -> dict[str, Reference]:
    """References by name: the use that has words."""
    tags = [tag for tag in code.filter_tags(recursive=True) if str(tag.tag).strip() == "ref" and tag.has("name")]
    return {_name(tag): _read_ref(tag, _name(tag), full) for tag in tags if tag.contents}


def _full(code: Any) -> dict[str, Reference]:
    """Full references by what short ones call them: authors and year, or the words of their own `ref=`."""
    found: dict[str, Reference] = {}
    for template in code.filter_templates(recursive=True):
        name = _short_name(template) if template.has("title") else None
        if name and (reference := _cited(template, name)):
            found.setdefault(name.casefold(), reference)
    return found


def _short_name(template: Any) -> str | None:
    """What a short reference to this one says: authors and year."""
    own = template.get("ref").value.filter_templates() if template.has("ref") else []
    for one in own:
        if str(one.name).strip().casefold() in SHORT_NAMES:
            return _words(one)
    year = _YEAR.search(_value(template, "year", "date") or "")
    authors = [value for names in AUTHORS if (value := _value(template, *names))]
    return " ".join([*authors, year[0]]) if authors and year else None


def _words(template: Any) -> str:
    """The unnamed values of a template, in one line."""
    return " ".join(str(value.value).strip() for value in template.params if not value.showkey)


def _name(tag: Any) -> str:
    return str(tag.get("name").value).strip().strip("\"'")


def _walk(nodes: Iterable[Any], marked: MarkedText, known: _Known) -> None:
    nodes_of = mwparserfromhell.nodes
    for node in nodes:
        if isinstance(node, nodes_of.Text):
            marked.add(str(node))
        elif isinstance(node, nodes_of.Tag):
            _read_tag(node, marked, known)
        elif isinstance(node, nodes_of.Template):
            _read_template(node, marked, known)
        elif isinstance(node, nodes_of.Wikilink):
            _read_link(node, marked, known)
        elif isinstance(node, nodes_of.ExternalLink):
            marked.add(str(node.title or ""))
            marked.mark(Reference(str(node.url), str(node.url)))
        elif isinstance(node, nodes_of.HTMLEntity):
            marked.add(node.normalize())
        elif isinstance(node, nodes_of.Heading):
            marked.add("\n\n")


def _read_link(node: Any, marked: MarkedText, known: _Known) -> None:
    namespace, colon, _ = str(node.title).partition(":")
    if colon and namespace.strip().casefold() in {"file", "image", "category"}:
        return
    _walk((node.text or node.title).nodes, marked, known)


def _read_tag(tag: Any, marked: MarkedText, known: _Known) -> None:
    kind = str(tag.tag).strip()
    if kind == "ref":
        name = _name(tag) if tag.has("name") else ""
        used = known.named.get(name) if name else None
        marked.mark(used or _read_ref(tag, name or f"ref {len(marked.marks) + 1}", known.full))
    elif kind not in UNSAID and tag.contents is not None:
        _walk(tag.contents.nodes, marked, known)


def _read_template(template: Any, marked: MarkedText, known: _Known) -> None:
    name = str(template.name).strip().casefold()
    if name in SHORTENED:
        marked.mark(_shortened(template, known.full))
    elif name in NAMED:
        names = [str(value.value).strip() for value in template.params if not value.showkey]
        for reference in (known.named.get(name, Reference(name)) for name in names):
            marked.mark(replace(reference, pages=_value(template, "p", "pp", "page", "pages") or reference.pages))
    elif name in PAGES and marked.marks:
        at, reference = marked.marks[-1]
        marked.marks[-1] = (
            at,
            replace(reference, pages=_value(template, "1", "p", "pp", "page", "pages") or reference.pages),
        )


def _shortened(template: Any, full: Mapping[str, Reference]) -> Reference:
    """A short reference with all that the full one says that it stands for; without one, its own words."""
    pages = _value(template, "p", "pp", "loc")
    meant = full.get(_words(template).casefold())
    return replace(meant, pages=pages or meant.pages) if meant else Reference(_words(template), pages=pages)


def _cited(template: Any, key: str) -> Reference | None:
    """What a template of a citation says; None for any other."""
    url, title = _value(template, "url", "chapter-url"), _plain(template, "title")
    if not url and not title:
        return None
    return Reference(
        key, url, _value(template, "archive-url", "archiveurl"), title, _plain(template, "quote"),
        _value(template, "page", "pages", "p", "pp"), _day(_value(template, "date")), _value(template, *PUBLISHERS),
    )  # fmt: skip


def _read_ref(tag: Any, key: str, full: Mapping[str, Reference]) -> Reference:
    templates = tag.contents.filter_templates() if tag.contents is not None else []
    for template in templates:
        if str(template.name).strip().casefold() in SHORTENED:
            return _shortened(template, full)
        if cited := _cited(template, key):
            return cited
    links = tag.contents.filter_external_links() if tag.contents is not None else []
    words = str(tag.contents.strip_code()).strip() if tag.contents is not None else ""
    return Reference(key, str(links[0].url) if links else None, title=words or None)


def _day(printed: str | None) -> date | None:
    """The day that a template states; None for a month, a year, or none."""
    days = find_days(printed or "")
    return days[0].on() if days and days[0].year else None


def _plain(template: Any, name: str) -> str | None:
    """A value without its markup."""
    return str(template.get(name).value.strip_code()).strip() or None if template.has(name) else None


def _value(template: Any, *names: str) -> str | None:
    for name in names:
        if template.has(name) and (value := str(template.get(name).value).strip()):
            return value
    return None
