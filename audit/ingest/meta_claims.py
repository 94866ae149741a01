"""What each origin says of an article: every statement of title, authors, dates, publisher and address as a row.

What is taken of them is chosen elsewhere (`facts`, `heads`, `publishers`); the rows stay as evidence of the choice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from audit.ingest.drafts import Known
from audit.ingest.facts import Facts, stated_texts
from audit.ingest.published import Printed

LIMIT = 500  # characters of a value
_META = {
    "title": ("og:title", "twitter:title"),
    "author": ("author", "article:author", "dc.creator", "parsely-author"),
    "published": ("article:published_time", "date", "dc.date", "parsely-pub-date"),
    "modified": ("article:modified_time", "og:updated_time"),
    "publisher": ("og:site_name", "dc.publisher"),
    "url": ("og:url",),
    "language": ("og:locale",),
}
_JSON = {
    "title": "headline",
    "author": "author",
    "published": "datePublished",
    "modified": "dateModified",
    "publisher": "publisher",
    "url": "url",
}


class MetaClaim(NamedTuple):
    """One statement: of which field, what, and where it stands (json_ld, meta:NAME, h1, printed, redirect, …)."""

    field: str
    value: str
    origin: str


def claims_of_page(
    facts: Facts, shown: Printed, byline: Iterable[str], guessed: Iterable[tuple[str, str]]
) -> Iterator[MetaClaim]:
    """What a page says of itself, in the order of the origins; `guessed` are fields that the extractor reads."""
    for field, key in _JSON.items():
        yield from (MetaClaim(field, value, "json_ld") for value in stated_texts(facts.article.get(key)))
    for field, names in _META.items():
        yield from (MetaClaim(field, facts.meta[name], f"meta:{name}") for name in names if facts.meta.get(name))
    yield from (MetaClaim("title", heading, "h1") for heading in facts.headings[:5])
    yield from (MetaClaim("author", name, "byline") for name in byline)
    yield from (MetaClaim("author", name, "link") for name in facts.linked[:5])
    printed = (("published", shown.published[0] if shown.published else None), ("modified", shown.modified))
    yield from (MetaClaim(field, _moment(value), "printed") for field, value in printed if value)
    others = (("url", facts.canonical, "canonical"), ("language", facts.language_tag, "html"))
    yield from (MetaClaim(field, value, origin) for field, value, origin in others if value)
    yield from (MetaClaim(field, value, "extractor") for field, value in guessed if value)


def claims_of_export(known: Known) -> Iterator[MetaClaim]:
    """What a sidecar, a row or a container says of an article."""
    single = {"title": known.title, "publisher": known.publisher, "url": known.url, "language": known.language}
    yield from (MetaClaim(field, value, "export") for field, value in single.items() if value)
    yield from (MetaClaim("url", asked, "redirect") for asked in known.asked)
    yield from (MetaClaim("author", name, "export") for name in known.authors)
    dates = {"published": known.published[0] if known.published else None, "modified": known.modified}
    yield from (MetaClaim(field, _moment(value), "export") for field, value in dates.items() if value)


def told_once(claims: Iterable[MetaClaim]) -> tuple[MetaClaim, ...]:
    """Each statement once, its value on one line and not too long."""
    short = (claim._replace(value=" ".join(claim.value.replace("\x00", "").split())[:LIMIT]) for claim in claims)
    return tuple(dict.fromkeys(claim for claim in short if claim.value))


def _moment(value: datetime) -> str:
    return value.isoformat(sep=" ")
