"""A text with its blocks and what is stated of it, to a draft; the readers share it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from audit.ingest.authors import bodies, clean_names, find_authors
from audit.ingest.blocks import mark_blocks
from audit.ingest.drafts import Dates, Draft, Known
from audit.ingest.genres import find_genre
from audit.ingest.languages import UNKNOWN, choose_language, language_name
from audit.ingest.links import absolute, canonical, link_kind, source_line
from audit.ingest.published import Printed, date_text, printed, stated
from audit.ingest.publishers import copied_from, find_originator, find_publisher, host_of, republished_from
from audit.lexicon.language import is_read, reads_figures
from audit.lexicon.outlets import PACKAGED, Outlets
from audit.records import Block, Link, Role, Span
from audit.text.posts import find_posts


def read_text(
    text: str,
    known: Known,
    captured: datetime,
    outlets: Outlets = PACKAGED,
    links: Sequence[tuple[Span, str]] = (),
) -> Draft:
    """A draft of a plain text; `captured` is the latest time it can have been published."""
    blocks = mark_blocks(text, known.title, outlets)
    if not known.url and (source := source_line(text, blocks)):
        known = replace(known, url=source)
    own = host_of(known.url)
    found = [(span, absolute(href, known.url)) for span, href in links]
    kinds = [(span, url, canonical(url)) for span, url in found if url]
    placed = tuple(Link(span, url, target, link_kind(target, own, outlets)) for span, url, target in kinds)
    return draft_article(text, blocks, known, captured, placed, outlets=outlets)


def notice_of(known: Known, captured: datetime, outlets: Outlets) -> Draft:
    """What an agency says of an item whose words do not come with it: whose it is, and its status."""
    draft = draft_article("", (), known, captured, outlets=outlets)
    return replace(draft, status=known.status, doubts=())


def draft_article(
    text: str,
    blocks: tuple[Block, ...],
    known: Known,
    captured: datetime,
    links: tuple[Link, ...] = (),
    types: Sequence[str] = (),
    sections: Sequence[str] = (),
    claims: Sequence[str] = (),
    *,
    outlets: Outlets,
) -> Draft:
    """What is stated wins over what the text gives. `types` and `sections` are a page's own, `claims` names of whom it
    says it comes from."""
    language = choose_language(known.language, text)
    head = printed(_head_lines(text, blocks), known.captured or captured, language)
    carrier, copied = copied_from(known.publisher)
    carried = known if carrier == known.publisher else replace(known, publisher=carrier)
    publisher = find_publisher(carried, text, blocks, outlets)
    return Draft(
        text=text,
        blocks=blocks,
        links=links,
        title=known.title or _headline(text, blocks),
        authors=clean_names(known.authors, outlets) or find_authors(text, blocks, outlets) or bodies(known.authors),
        publisher=publisher,
        originator=copied
        or find_originator(publisher, text, blocks, [*claims, *known.authors], outlets)
        or republished_from(publisher, text, blocks, outlets),
        url=known.url,
        external_id=known.external_id,
        language=language,
        genre=known.genre or find_genre(text, blocks, known.url, types, sections),
        dates=_dates(text, blocks, known, captured, head),
        modified=known.modified or head.modified,
        doubts=tuple(_doubts(known, language)),
    )


def _doubts(known: Known, language: str) -> Iterator[str]:
    if known.unread:
        yield f"the date {known.unread} cannot be read; the article is kept without it"
    if not is_read(language):
        name = f"in {language_name(language)}" if language != UNKNOWN else "of a language that could not be told"
        yield f"a text {name}, for which there are no rules: links, posts and shared passages are read, nothing else"
    elif not reads_figures(language):
        yield f"a text in {language_name(language)}: quotes and credits are read, figures are not read in this language"


def _headline(text: str, blocks: Sequence[Block]) -> str | None:
    title = next((block.span.of(text) for block in blocks if block.role is Role.TITLE), None)
    return " ".join(title.lstrip("# ").split()) if title else None


def _head_lines(text: str, blocks: Sequence[Block]) -> list[str]:
    return [block.span.of(text) for block in blocks if block.role is Role.BYLINE]


def _dates(text: str, blocks: Sequence[Block], known: Known, captured: datetime, head: Printed) -> Dates:
    if known.published:
        return stated(*known.published)
    return date_text(text, blocks, find_posts(text), known.captured or captured, head)
