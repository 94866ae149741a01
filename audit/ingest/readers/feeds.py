"""RSS and Atom files, NewsML-G2 and NITF: an entry an article, doubtful where only a summary is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from audit.ingest.decode import UnreadableError
from audit.ingest.drafts import Known, Problem
from audit.ingest.fields import read_known
from audit.ingest.sources import TEXT_LIMIT, Found, Item, Reader, Source
from audit.ingest.statuses import NOT_FOR_USE, OPEN_END

_ROOT = re.compile(
    rb"\s*(?:<\?[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?>\s*)*<(?:\w+:)?(\w+)"
)
_ROOTS = frozenset((b"rss", b"feed", b"RDF", b"newsItem", b"newsMessage", b"nitf"))
_ENTRIES = ("item", "entry", "newsItem", "nitf")
_FULL = ("encoded", "content", "inlineXML", "body.content", "inlineData")
_SHORT = ("description", "summary")
_FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("headline", "title", "hl1"),
    "published": ("pubDate", "published", "issued", "date", "firstCreated", "versionCreated", "date.issue", "updated"),
    "modified": ("updated", "modified", "versionCreated"),
    "id": ("guid", "id"),
}


def _looks(head: bytes) -> bool:
    match = _ROOT.match(head.removeprefix(b"\xef\xbb\xbf"))
    return bool(match and match[1] in _ROOTS)


def _items(source: Source) -> Iterator[Found]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    root = etree.fromstring(source.whole(TEXT_LIMIT), parser)
    if root is None:
        raise UnreadableError("the file is not XML")
    entries = [element for element in root.iter() if _name(element) in _ENTRIES]
    if not entries:
        raise UnreadableError("the file holds no entry")
    for number, entry in enumerate(entries, 1):
        yield _item(entry, root, f"{source.place}#{number}", source)


def _item(entry: Any, root: Any, place: str, source: Source) -> Found:
    full, short = _first(entry, _FULL), _first(entry, _SHORT)
    body, known = _markup(full) or _markup(short), _known(entry, root)
    if not body and not (known.status in NOT_FOR_USE and (known.external_id or known.url)):
        return Problem(place, "the entry has no text")
    short_only = ("the feed holds only a summary of the article",) if body and not _markup(full) else ()
    page = f"<html><body><article>{body if '<' in body else f'<p>{body}</p>'}</article></body></html>" if body else ""
    return Item(place, page, True, known, source.captured, short_only)


def _known(entry: Any, root: Any) -> Known:
    """What the elements of an entry say of it."""
    said: dict[str, Any] = {field: _text(_first(entry, names)) for field, names in _FIELDS.items()}
    said["id"] = _own_id(entry) or said["id"]
    said |= {"url": _link(entry), "authors": _authors(entry), "publisher": _publisher(entry, root)}
    said |= {"ednote": _note(entry), "signals": _signals(entry)}
    said |= {"language": _language(entry) or _language(root), "pubstatus": _status(entry), "embargoed": _embargo(entry)}
    if said["id"] and "://" in said["id"]:
        said["url"], said["id"] = said["url"] or said["id"], None
    return read_known({field: value for field, value in said.items() if value})


def _name(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _first(entry: Any, names: tuple[str, ...]) -> Any:
    """The first element by the order of the names, no entry within this one."""
    below = [element for element in entry.iterdescendants() if _name(element) in names]
    return min(below, key=lambda element: names.index(_name(element)), default=None)


def _text(element: Any) -> str | None:
    return (" ".join("".join(element.itertext()).split()) or element.get("norm")) if element is not None else None


def _markup(element: Any) -> str:
    """HTML that an element holds: as a text, or as elements of its own."""
    if element is None:
        return ""
    if not len(element):
        return (element.text or "").strip()
    inner = "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
    return f"{element.text or ''}{inner}".strip() if "".join(element.itertext()).strip() else ""


def _link(entry: Any) -> str | None:
    links = [child for child in entry if _name(child) == "link" and child.get("rel", "alternate") == "alternate"]
    return next((address for link in links if (address := link.get("href") or _text(link))), None)


def _own_id(entry: Any) -> str | None:
    """The id that NewsML-G2 and NITF write into an attribute."""
    document = _first(entry, ("doc-id",))
    return entry.get("guid") or (document.get("id-string") if document is not None else None)


def _status(entry: Any) -> str | None:
    """A status as NewsML-G2 codes it ("stat:usable"), or as NITF names it."""
    element, held = _first(entry, ("pubStatus",)), _first(entry, ("docdata",))
    coded = element.get("qcode") or element.get("code") if element is not None else None
    return coded or (held.get("management-status") if held is not None else None)


def _signals(entry: Any) -> list[str]:
    """What NewsML-G2 signals of an item ("sig:correction"); NITF has an element for a correction."""
    coded = [one.get("qcode") or one.get("code") for one in entry.iterdescendants() if _name(one) == "signal"]
    return [code for code in coded if code] + ["correction"] * (_first(entry, ("correction",)) is not None)


def _note(entry: Any) -> str | None:
    """The agency's note to editors: an element of NewsML-G2, an attribute in NITF."""
    element = _first(entry, ("edNote", "correction", "ed-msg"))
    return None if element is None else element.get("info") or _text(element)


def _embargo(entry: Any) -> str | None:
    """Until when an item is held: an element without a moment holds it until somebody says otherwise."""
    element = _first(entry, ("embargoed", "date.release"))
    return None if element is None else _text(element) or OPEN_END


_MAILED = re.compile(r"\S+@\S+\s*\((?P<name>[^)]+)\)")


def _authors(entry: Any) -> list[str]:
    """People in dc:creator, author, by or byline; of "a@b.example (Ada Quill)" the name."""
    named = [child for child in entry.iterdescendants() if _name(child) in ("creator", "author", "by", "byline")]
    texts = [_text(_first(one, ("name", "person"))) or _text(one) or "" for one in named]
    return [match["name"] if (match := _MAILED.search(text)) else text for text in texts if text]


def _publisher(entry: Any, root: Any) -> str | None:
    """Who the entry says it is from, else the feed's own title."""
    own = _first(entry, ("provider", "copyrightHolder"))
    channel = next((child for child in root if _name(child) == "channel"), root)
    title = next((child for child in channel if _name(child) == "title"), None)
    return (_text(_first(own, ("name",))) or _text(own)) if own is not None else _text(title)


def _language(element: Any) -> str | None:
    tag = _first(element, ("language",))
    stated = element.get("{http://www.w3.org/XML/1998/namespace}lang")
    return (tag.get("tag") or _text(tag)) if tag is not None else stated


FEED = Reader("application/xml", (".rss", ".atom", ".xml"), _looks, _items)
