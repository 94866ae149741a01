"""What Zotero knows of a page that it keeps: its address, its moment, its item's fields, as a sidecar would say them.

A page lies in `storage/KEY/` of a library, beside `zotero.sqlite`, or in `files/ID/` of an export, beside an `.rdf`.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import etree

from audit.warehouse import read_sql

LIBRARY = "zotero.sqlite"
NAMESPACE = b"http://www.zotero.org/namespaces/export#"
_HEAD = 4096  # bytes of an export in which its namespace stands
_TERMS = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "z": NAMESPACE.decode(),
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "link": "http://purl.org/rss/1.0/modules/link/",
    "bib": "http://purl.org/net/biblio#",
    "foaf": "http://xmlns.com/foaf/0.1/",
}
_ADDRESS = "dc:identifier/dcterms:URI/rdf:value"
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")

Said = dict[str, Any]


def zotero_said(page: Path) -> Said:
    """A kept page → url, fetched_at, title, authors, published, publisher, each where it is known; {} for any other."""
    folder = page.parent.parent
    if folder.name == "storage" and (library := folder.with_name(LIBRARY)).is_file() and not library.is_symlink():
        return _of_library(library, page.parent.name)
    if folder.name == "files":
        place = page.relative_to(folder.parent).as_posix()
        return next((said for export in _exports(folder.parent) if (said := _of_export(export, place))), {})
    return {}


def is_zotero_list(file: Path) -> bool:
    """Whether a file is a library or an export of Zotero, which tells of pages and is none."""
    return file.name.startswith(LIBRARY) or (file.suffix == ".rdf" and not file.is_symlink() and _is_export(file))


def _is_export(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return NAMESPACE in opened.read(_HEAD)
    except OSError:
        return False


def _exports(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.glob("*.rdf")) if is_zotero_list(file))


def _of_library(library: Path, key: str) -> Said:
    """Fields of an attachment and of the item that it belongs to; {} where the library cannot be read."""
    try:
        address = f"{library.resolve().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as opened:
            rows = opened.execute(read_sql("audit.ingest", "zotero_item"), {"key": key}).fetchall()
    except sqlite3.Error:
        return {}
    fields: dict[str, str] = {name: value for name, value in rows if name != "author"}
    return _said(fields, [value for name, value in rows if name == "author"])


def _of_export(export: Path, place: str) -> Said:
    return _read_export(export, export.stat().st_mtime_ns).get(place, {})


@lru_cache(maxsize=8)
def _read_export(export: Path, changed: int) -> dict[str, Said]:
    """Place of each file in an export → what is said of it; empty where it is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.parse(str(export), parser).getroot()
    except (OSError, etree.XMLSyntaxError):
        return {}
    owners = {link: item for item in root for link in _values(item, "link:link/@rdf:resource")}
    return {
        place: _attached(node, owners.get(f"{next(_values(node, '@rdf:about'), '')}"))
        for node in root.iterfind("z:Attachment", _TERMS)
        for place in _values(node, "rdf:resource/@rdf:resource | z:path/@rdf:resource | z:path/text()")
    }


def _attached(attachment: Any, owner: Any | None) -> Said:
    item = attachment if owner is None else owner
    publisher = "dcterms:isPartOf/*/dc:title/text() | dc:publisher//foaf:name/text()"
    paths = {"title": "dc:title/text()", "date": "dc:date/text()", "publicationTitle": publisher}
    fields = {name: value for name, path in paths.items() if (value := next(_values(item, path), None))}
    own = {"url": f"{_ADDRESS}/text()", "accessDate": "dcterms:dateSubmitted/text()"}
    for name, path in own.items():
        if value := next(_values(attachment, path), None) or next(_values(item, path), None):
            fields[name] = value
    people = item.iterfind("bib:authors//foaf:Person", _TERMS)
    return _said(
        fields, [" ".join(_values(person, "foaf:givenName/text() | foaf:surname/text()", -1)) for person in people]
    )


def _values(node: Any, path: str, order: int = 1) -> Iterator[str]:
    found = [str(value).strip() for value in node.xpath(path, namespaces=_TERMS)]
    return (value for value in found[::order] if value)


def _said(fields: dict[str, str], authors: list[str]) -> Said:
    """The names of a sidecar; a day of which month or day is open (2031-03-00) stays as it is printed."""
    date = fields.get("date", "")
    day = _DAY.match(date)
    said = {
        "url": fields.get("url"),
        "fetched_at": fields.get("accessDate"),
        "title": fields.get("title"),
        "published": day[0] if day else date.rpartition("-00 ")[2],
        "publisher": fields.get("publicationTitle"),
        "authors": authors,
    }
    return {name: value for name, value in said.items() if value}
