"""Hyperlinks: made absolute, unwrapped, without tracking parameters; and what kind of place they lead to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from audit.ingest.publishers import host_of
from audit.lexicon import languages_with, load_rules
from audit.lexicon.outlets import PACKAGED, Outlets
from audit.records import Block

URL_LIMIT = 4000  # characters
EDGE = 4  # lines of head and of tail in which an address is the article's own
NAME_OF_NUMBER = 3  # letters of a parameter whose number may be that of the page
_PAGE = re.compile(r"(?P<scheme>https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?].*)?")


def absolute(href: str, base: str | None) -> str | None:
    """An http(s) address, or None: anchors, scripts, mail and broken addresses lead nowhere that can be cited."""
    href = href.strip()
    if not href or href.startswith("#") or len(href) > URL_LIMIT:
        return None
    try:
        url = urljoin(base or "", href)
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def canonical(url: str) -> str:
    """Unwrapped, lower-case host, no fragment, no tracking parameters."""
    try:
        parts = urlsplit(unwrap(url))
        query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(k, v)]
        return urlunsplit((parts.scheme, parts.netloc.casefold(), parts.path or "/", urlencode(query), ""))
    except ValueError:
        return url


def unwrap(url: str) -> str:
    """The address that a redirecting one carries in a parameter; itself where it carries none."""
    host = host_of(url)
    for wrapper in _rules()["wrappers"]:
        if _below(host, wrapper["host"]):
            inner = parse_qs(urlsplit(url).query).get(wrapper["parameter"], [""])[0]
            if inner.startswith(("http://", "https://")):
                return inner
    return url


def copied_page(url: str) -> str:
    """The page's own address in the address of a copy that a service keeps of it; itself where it is no copy's."""
    host, _, path = url.partition("://")[2].partition("/")
    for copy in _rules()["copies"]:
        match = re.fullmatch(copy["pattern"], f"/{path}") if _below(host, copy["host"]) else None
        page = _PAGE.fullmatch(match["page"]) if match else None
        if page:
            return page[0] if page["scheme"] else f"https://{page[0]}"
    return url


def source_line(text: str, blocks: Sequence[Block]) -> str | None:
    """The address of a line of head or tail that holds nothing else, but for a word like "Source"; None of several."""
    edges = [block.span.of(text) for block in (*blocks[:EDGE], *blocks[-EDGE:])]
    found = {match["url"] for line in edges if len(line) < URL_LIMIT and (match := _labelled().fullmatch(line.strip()))}
    return absolute(next(iter(found)), None) if len(found) == 1 else None


@cache
def _labelled() -> re.Pattern[str]:
    tables = [load_rules("bylines", code) for code in languages_with("bylines")]
    words = [re.escape(word) for table in tables for word in table.get("source", {}).get("words", ())]
    return re.compile(rf"(?:(?:{'|'.join(words)})\s{{0,3}}:?\s{{0,3}})?<?(?P<url>https?://[^\s<>]+)>?", re.IGNORECASE)


def link_kind(url: str, own: str, outlets: Outlets = PACKAGED) -> str:
    """own_site, social, archive, primary, outlet or other; `own` is the host of the page the link stands on."""
    host = host_of(url)
    if own and registered(host) == registered(own):
        return "own_site"
    listed = next((kind for kind in ("social", "archive", "primary") if _listed(host, kind)), None)
    return listed or ("outlet" if outlets.by_domain(host) else "other")


def registered(host: str) -> str:
    """The registrable domain: two labels, three under endings like "co.uk"."""
    labels = host.split(".")
    double = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _rules()["suffixes"]["second"]
    return ".".join(labels[-3:] if double else labels[-2:])


def _listed(host: str, kind: str) -> bool:
    return any(_below(host, known) for known in _rules()[kind]["hosts"])


def _below(host: str, known: str) -> bool:
    return host == known or host.endswith(f".{known}")


def _tracks(parameter: str, value: str) -> bool:
    """Whether a parameter says who clicked; a short name with a bare number names the page ("?cid=12")."""
    names = _rules()["tracking"]["parameters"]
    if len(parameter) <= NAME_OF_NUMBER and value.isdigit():
        return False
    return any(parameter.startswith(n[:-1]) if n.endswith("*") else parameter == n for n in names)


@cache
def _rules() -> dict[str, Any]:
    return load_rules("links", "")
