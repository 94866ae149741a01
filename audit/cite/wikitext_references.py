"""References of wikitext: `<ref>` tags, named ones used again, and the addresses and quotes of their templates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import mwparserfromhell

from audit.cite.references import MarkedText, Reference
from audit.text.dates import find_days

SHORTENED = frozenset({"sfn", "sfnp", "harvnb", "harv", "harvp", "efn"})
PAGES = frozenset({"rp", "reference page"})  # the page of the reference that they stand behind
UNSAID = frozenset({"references", "gallery", "math", "nowiki", "score", "table"})


def read_wikitext(source: str) -> MarkedText:
    """The page's words with its references; templates that are no reference say nothing."""
    marked = MarkedText()
    code = mwparserfromhell.parse(source)
    _walk(code.nodes, marked, _named(code))
    return marked


def _named(code: Any) -> dict[str, Reference]:
    """References by name: the use that has words."""
    tags = [tag for tag in code.filter_tags(recursive=True) if str(tag.tag).strip() == "ref" and tag.has("name")]
    return {_name(tag): _read_ref(tag, _name(tag)) for tag in tags if tag.contents}


def _name(tag: Any) -> str:
    return str(tag.get("name").value).strip().strip("\"'")


def _walk(nodes: Iterable[Any], marked: MarkedText, named: dict[str, Reference]) -> None:
    nodes_of = mwparserfromhell.nodes
    for node in nodes:
        if isinstance(node, nodes_of.Text):
            marked.add(str(node))
        elif isinstance(node, nodes_of.Tag):
            _read_tag(node, marked, named)
        elif isinstance(node, nodes_of.Template):
            _read_template(node, marked)
        elif isinstance(node, nodes_of.Wikilink):
            _read_link(node, marked, named)
        elif isinstance(node, nodes_of.ExternalLink):
            marked.add(str(node.title or ""))
            marked.mark(Reference(str(node.url), str(node.url)))
        elif isinstance(node, nodes_of.HTMLEntity):
            marked.add(node.normalize())
        elif isinstance(node, nodes_of.Heading):
            marked.add("\n\n")


def _read_link(node: Any, marked: MarkedText, named: dict[str, Reference]) -> None:
    namespace, colon, _ = str(node.title).partition(":")
    if colon and namespace.strip().casefold() in {"file", "image", "category"}:
        return
    _walk((node.text or node.title).nodes, marked, named)


def _read_tag(tag: Any, marked: MarkedText, named: dict[str, Reference]) -> None:
    kind = str(tag.tag).strip()
    if kind == "ref":
        name = _name(tag) if tag.has("name") else ""
        used = named.get(name) if name else None
        marked.mark(used or _read_ref(tag, name or f"ref {len(marked.marks) + 1}"))
    elif kind not in UNSAID and tag.contents is not None:
        _walk(tag.contents.nodes, marked, named)


def _read_template(template: Any, marked: MarkedText) -> None:
    name = str(template.name).strip().casefold()
    if name in SHORTENED:
        words = [str(value.value) for value in template.params if not value.showkey]
        marked.mark(Reference(" ".join([name, *words]), pages=_value(template, "p", "pp", "loc")))
    elif name in PAGES and marked.marks:
        at, reference = marked.marks[-1]
        marked.marks[-1] = (
            at,
            replace(reference, pages=_value(template, "1", "p", "pp", "page", "pages") or reference.pages),
        )


def _read_ref(tag: Any, key: str) -> Reference:
    templates = tag.contents.filter_templates() if tag.contents is not None else []
    for template in templates:
        url = _value(template, "url", "chapter-url")
        if url or _value(template, "title"):
            return Reference(
                key, url, _value(template, "archive-url", "archiveurl"), _value(template, "title"),
                _value(template, "quote"), _value(template, "page", "pages", "p", "pp"), _day(_value(template, "date")),
            )  # fmt: skip
    links = tag.contents.filter_external_links() if tag.contents is not None else []
    words = str(tag.contents.strip_code()).strip() if tag.contents is not None else ""
    return Reference(key, str(links[0].url) if links else None, title=words or None)


def _day(printed: str | None) -> date | None:
    """The day that a template states; None for a month, a year, or none."""
    days = find_days(printed or "")
    return days[0].on() if days and days[0].year else None


def _value(template: Any, *names: str) -> str | None:
    for name in names:
        if template.has(name) and (value := str(template.get(name).value).strip()):
            return value
    return None
