"""Which article a draft is: its identity over versions, and whose it is."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from audit.ids import source_id, stable_id
from audit.ingest.drafts import Draft
from audit.ingest.links import canonical
from audit.lexicon.outlets import Outlets, kind_of_publisher
from audit.records import SourceKind

_SECTION = re.compile(r"[^\W\d_]{3,}/")
_EDITION = re.compile(r"^(?:www|m|mobile|amp)\.(?=[^.]+\.)")
_FORM = re.compile(r"(?:/amp|/print)?/?(?:[?&](?:print|amp|outputType)=[\w-]*)?$")
_URI = re.compile(r"(?:urn|tag):|[a-z][a-z0-9+.-]*://", re.IGNORECASE)  # an id that is one wherever it stands
_NO_LETTERS = re.compile(r"[\W_]+")


def article_id_of(draft: Draft, file: str, place: str, outlets: Outlets) -> str:
    """Identity over versions: the id it brought along, its address, publisher with title and day, else its path."""
    publisher = publisher_id(draft.publisher, outlets) or ""
    if draft.external_id:
        return stable_id(
            "article", "id", publisher or ("" if _URI.match(draft.external_id) else file), draft.external_id
        )
    if draft.url and is_named(draft):
        return stable_id("article", "url", _address(draft.url))
    if draft.title and publisher and draft.dates.at:
        return stable_id("article", "title", publisher, letters(draft.title), draft.dates.at.date())
    if place != file:
        return stable_id("article", "text", letters(draft.text))
    return stable_id("article", "path", place)


def is_named(draft: Draft) -> bool:
    """Whether an id or an address of its own tells which article it is."""
    return bool(draft.external_id or (draft.url and _leads_to_a_page(draft.url)))


def _leads_to_a_page(url: str) -> bool:
    """Whether an address names more than a site's front page or a section, whose name is one word and a slash."""
    path = url.partition("://")[2].partition("/")[2]
    return bool(path.strip("/")) and not _SECTION.fullmatch(path)


def _address(url: str) -> str:
    """An address as identity: scheme, "www.", a trailing slash, and forms for print and telephones say nothing."""
    host, _, path = canonical(url).partition("://")[2].partition("/")
    return f"{_EDITION.sub('', host)}/{_FORM.sub('', path)}".rstrip("/")


def letters(text: str) -> str:
    """The letters and digits of a text, so that a change of layout or punctuation style is no change."""
    return _NO_LETTERS.sub("", text).casefold()


def letters_sha(text: str) -> str:
    """SHA-256 of those."""
    return hashlib.sha256(letters(text).encode()).hexdigest()


def publisher_id(name: str | None, outlets: Outlets) -> str | None:
    """The source of that name; None without one."""
    return publisher_of(name, outlets).source_id if name else None


@dataclass(frozen=True, slots=True)
class Publisher:
    """Whoever publishes under a name."""

    name: str
    kind: SourceKind = SourceKind.OUTLET
    owner: str | None = None

    @property
    def source_id(self) -> str:
        """Its id."""
        return source_id(self.kind, self.name)


def publisher_of(name: str, outlets: Outlets) -> Publisher:
    """Whoever publishes under a name, as the registry tells it, else as its name does."""
    outlet = outlets.resolve(name)
    return Publisher(outlet.name, outlet.kind, outlet.owner) if outlet else Publisher(name, kind_of_publisher(name))
