"""Who published an article, and which agency it was taken from whole.

Invariant: carrier and originator are two fields; a name is given only where metadata, a line of the head, a copyright
line, an own e-mail address or a dateline states it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, takewhile
from typing import TypeGuard
from urllib.parse import urlsplit

from audit.ingest.drafts import Known
from audit.lexicon import load_rules
from audit.lexicon.outlets import Outlet, Outlets
from audit.records import Block, Role, SourceKind

_RIGHTS = re.compile(
    r"(?:copyright\b|©|\(c\))(?:[\s©]|\(c\)|copyright\b)*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?,?\s+)?(?:by\s+)?"
    r"(?P<name>[^\n.,;©|]{2,60})",
    re.IGNORECASE,
)
_LATE_YEAR = re.compile(r"\s*(?:19|20)\d\d.*$")
_COMMON = frozenset({"the", "news", "online", "daily", "times", "post", "press", "of", "and", "com", "-"})
_AGENT = re.compile(r"\b(?:images|syndicate|creators|agency|press association|productions|all rights)\b", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,4})")
_DATELINE = re.compile(r"[^\n(]{0,80}\((?P<name>[A-Z][\w /.&-]{1,40})\)\s*[-–—:]{0,2}")
_NOTES = frozenset({Role.BIO, Role.BOILERPLATE})
EDGE = 4  # blocks of head and of tail in which a note stands
_NAME_LIMIT = 80  # characters of a line that is nothing but a name
_BY = re.compile(r"by\s", re.IGNORECASE)
_BEHIND = re.compile(r"\s?[,|/]\s?|\s[-–—]\s|\s(?:for|of)\s", re.IGNORECASE)  # what parts an author from the carrier


def host_of(url: str | None) -> str:
    """The host of an address, without "www."; empty where there is none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def carrier_of(line: str, outlets: Outlets) -> Outlet | None:
    """The outlet or agency of which a line gives the name and nothing else; an everyday word ("Science") names none."""
    if len(line) > _NAME_LIMIT or not line[:1].isupper():
        return None
    outlet = outlets.resolve(line)
    return outlet if _prints(outlet) and line.casefold() not in map(str.casefold, outlet.words) else None


def _head_carriers(text: str, blocks: Sequence[Block], outlets: Outlets) -> Iterator[Outlet]:
    """Whom the lines above the first paragraph name as the carrier, on a line of its own or behind the author."""
    for block in takewhile(lambda block: block.role is not Role.PARAGRAPH, blocks):
        if block.role is Role.BYLINE:
            line = block.span.of(text)[:200]
            names = (line[part.end() :] for part in _BEHIND.finditer(line)) if _BY.match(line) else iter((line,))
            yield from islice(filter(None, (carrier_of(name, outlets) for name in names)), 1)


def copied_from(publisher: str | None) -> tuple[str | None, str | None]:
    """A publisher as stated to its carrier and to whose page it copied: "Bulletin (copy of Norrline, foreign desk)"."""
    found = _copied().fullmatch(publisher) if publisher else None
    return (found["carrier"].strip(), found["origin"].strip()) if found else (publisher, None)


@cache
def _copied() -> re.Pattern[str]:
    return re.compile(load_rules("bylines")["copied"]["pattern"], re.IGNORECASE)


def find_publisher(known: Known, text: str, blocks: Sequence[Block], outlets: Outlets) -> str | None:
    """The publisher's name, else None: as stated, by the domain, head, copyright line, or an own e-mail address.

    An agency in the head may be whom the story was taken from: any outlet that the text names goes before it.
    """
    host = (known.domain or "").removeprefix("www.") or host_of(known.url)
    outlet = outlets.by_domain(host) if host else None
    if known.publisher:
        return outlet.name if outlet and _means(known.publisher, outlet, outlets) else known.publisher
    if host:
        return outlet.name if outlet else host
    notes = [block.span.of(text)[:600] for block in blocks if block.role in _NOTES]
    head = list(_head_carriers(text, blocks, outlets))
    holders = [_of_rights(note, outlets) for note in notes]
    outlet = next((o for o in (*head, *holders) if o and o.kind is SourceKind.OUTLET), None)
    outlet = outlet or next(
        (o for note in notes for o in map(outlets.by_domain, _MAIL.findall(note)) if _prints(o)), None
    )
    return outlet.name if outlet else _unknown_holder(notes, outlets) or next((o.name for o in head), None)


def _means(name: str, outlet: Outlet, outlets: Outlets) -> bool:
    """Whether a name that no list knows means the outlet at whose address it stands ("Quay Online News": Quay News)."""
    said = set(name.casefold().split()) - _COMMON
    return outlets.resolve(name) is None and bool(
        said & set(f"{outlet.name} {' '.join(outlet.aliases)}".casefold().split())
    )


def _unknown_holder(notes: Sequence[str], outlets: Outlets) -> str | None:
    """Whoever a line of its own says holds all rights, though no list knows it; an agency's line names no publisher."""
    held = (m for note in notes if "rights reserved" in note.casefold() and (m := _RIGHTS.match(note)))
    names = (" ".join(_LATE_YEAR.sub("", match["name"]).split()) for match in held)
    unlisted = (n for n in names if n and n[0].isupper() and outlets.resolve(n) is None)
    return next((n for n in unlisted if not _AGENT.search(n)), None)


def _prints(outlet: Outlet | None) -> TypeGuard[Outlet]:
    return outlet is not None and outlet.kind in (SourceKind.OUTLET, SourceKind.AGENCY)


def _of_rights(line: str, outlets: Outlets) -> Outlet | None:
    match = _RIGHTS.search(line)
    return outlets.resolve(_LATE_YEAR.sub("", match["name"]).strip()) if match else None


def find_originator(
    publisher: str | None, text: str, blocks: Sequence[Block], claims: Sequence[str], outlets: Outlets
) -> str | None:
    """The agency that an article was taken from whole: by its metadata, byline, dateline or copyright line."""
    lead = next((block.span.of(text)[:140] for block in blocks if block.role is Role.PARAGRAPH), "")
    dateline = _DATELINE.match(lead)
    named = [outlets.resolve(claim) for claim in claims]
    named += _head_carriers(text, blocks, outlets)
    named += [outlets.resolve(dateline["name"])] if dateline else []
    named += [_of_rights(b.span.of(text)[:600], outlets) for b in blocks if b.role is Role.BOILERPLATE]
    own = outlets.resolve(publisher) if publisher else None
    agency = next((o for o in named if o and o.kind is SourceKind.AGENCY), None)
    return agency.name if agency and agency != own else None


def origin_of(original: str | None, publisher: str | None, outlets: Outlets) -> str | None:
    """The outlet at the address that a page names as its original on another site; None for a platform or itself."""
    outlet = outlets.by_domain(host_of(original)) if original else None
    own = outlets.resolve(publisher) if publisher else None
    return outlet.name if _prints(outlet) and outlet != own else None


def republished_from(publisher: str | None, text: str, blocks: Sequence[Block], outlets: Outlets) -> str | None:
    """The outlet that a note at the head or tail says the article first stood in; None for one that no list knows."""
    own = outlets.resolve(publisher) if publisher else None
    for block in (*blocks[:EDGE], *blocks[-EDGE:]):
        match = _republished().search(block.span.of(text)[:400])
        words = match["origin"].split() if match else []
        names = (" ".join(words[:n]).rstrip(".,;:") for n in range(len(words), 0, -1))
        outlet = next((found for name in names if (found := outlets.resolve(name)) is not None), None)
        if _prints(outlet) and outlet != own:
            return outlet.name
    return None


@cache
def _republished() -> re.Pattern[str]:
    return re.compile(load_rules("bylines")["republished"]["pattern"], re.IGNORECASE)
