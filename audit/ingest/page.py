"""A web page to a draft: trafilatura finds the body, once, with its links; text, roles and metadata are read here."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache, partial
from itertools import groupby, islice, pairwise, takewhile

from lxml import etree
from lxml.html import HtmlElement

from audit.ingest.articles import draft_article
from audit.ingest.attributes import without_excess
from audit.ingest.authors import clean_names, unprefixed
from audit.ingest.blocks import is_correction, mark_pieces
from audit.ingest.body_checks import missed_body
from audit.ingest.cleaning import clean
from audit.ingest.decode import UnreadableError, decode_raw
from audit.ingest.drafts import Draft, Known, parse_when
from audit.ingest.embeds import rewrite_embeds, without_foreign
from audit.ingest.facts import (
    Facts,
    choose_address,
    choose_publisher,
    choose_title,
    claims,
    letters,
    read_facts,
)
from audit.ingest.heads import When, authors_in, choose_published, head_lines, printed_in
from audit.ingest.links import absolute, canonical, link_kind
from audit.ingest.meta_claims import claims_of_export, claims_of_page, told_once
from audit.ingest.offsets import Placed, locate, read_source
from audit.ingest.outline import Line, read_lines
from audit.ingest.prepare import mended
from audit.ingest.publishers import host_of, origin_of
from audit.ingest.tree import PageText, Piece, read_tree
from audit.ingest.walls import is_consent_dialog, stub_doubt, without_barriers
from audit.lexicon.outlets import PACKAGED, Outlets
from audit.records import Block, Link, Role, Span
from audit.text.posts import find_posts

FRAGMENT = 200  # characters in which a tag must stand, where no page begins
LONE_LINK = 0.9  # share of a line's letters under links from which on it only leads elsewhere
CORRECTION_LETTERS = 40
CREDITS, CREDIT_WORDS = 3, 7  # lines of a run of credits, and words of each
REFERENCES = 3  # lines of a run of references
CUT_SHORT = "the body of the page was cut short when it was read; its own lines are taken instead"
_STOPS = '.!?”"’…»'
_GUESSED = {"title": "title", "author": "author", "published": "date", "publisher": "sitename"}
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,3}=\s{0,3}[\"']?([\w-]{2,20})", re.IGNORECASE)


def read_page(data: bytes | str, known: Known, captured: datetime, outlets: Outlets = PACKAGED) -> Draft:
    """The article of an HTML page. Raises UnreadableError where it holds none."""
    printed = data if isinstance(data, str) else decode_raw(data, _declared(data))
    repaired = mended(printed)
    source = without_excess(repaired.text)
    tree = _parse(source)
    facts = read_facts(tree)
    url, original = choose_address(facts, known.url)
    if is_consent_dialog(tree, facts):
        raise UnreadableError("the page is a dialog that asks for consent to cookies; it holds no article")
    without_barriers(tree)
    title = known.title or choose_title(facts)
    clean(tree, title)
    lines = read_lines(tree)
    found = _found(tree, url)
    head = head_lines(lines, title, _first_words(_body_of(found)))
    shown = printed_in(head, known.captured or captured, facts.language_tag)
    byline, published = authors_in(head, outlets), choose_published(facts, found.get("date"), shown, source)
    said = told_once((*claims_of_export(known), *claims_of_page(facts, shown, byline, _guessed(found))))
    known = _stated(known, facts, url, found, byline, published, outlets)
    page = _page_text(found, known.title)
    page, doubts = _checked(page, known.title, lines, facts, source)
    _add_corrections(page, lines)
    text = page.text.rstrip("\n")
    pieces = _with_posts(page.pieces, text)
    places = locate([piece.span for piece in pieces], text, read_source(source))
    page.links = _all_links(page.links, places)
    blocks = _blocks(page, pieces, facts, lines, outlets, url)
    if not isinstance(data, str):
        raw = (repaired.before(at.raw) if at else None for at in places)
        blocks = tuple(replace(block, raw=at) for block, at in zip(blocks, raw, strict=True))
    links = tuple(_links(page, url, outlets))
    known = replace(known, modified=known.modified or shown.modified)
    named = claims(facts, original, outlets)
    draft = draft_article(text, blocks, known, captured, links, facts.types, facts.sections, named, outlets=outlets)
    return replace(
        draft,
        originator=draft.originator or origin_of(original, draft.publisher, outlets),
        doubts=(*draft.doubts, *doubts, *stub_doubt(facts, text)),
        claims=said,
    )


def _guessed(found: etree._Element) -> list[tuple[str, str]]:
    """Fields as trafilatura reads them."""
    return [(field, found.get(name) or "") for field, name in _GUESSED.items()]


def _checked(
    page: PageText, title: str | None, lines: Sequence[Line], facts: Facts, source: str
) -> tuple[PageText, tuple[str, ...]]:
    """The text, or, where witnesses agree that it lacks the body, the page's own lines, told as a doubt."""
    own = missed_body(page.text, lines, facts, lambda: _parse(source))
    if own is None:
        return page, ()
    whole = PageText()
    if title and letters(title) != letters(own.text[: own.pieces[0].span.end]):
        whole.add_line(title, (), Role.TITLE)
    for piece in own.pieces:
        inside = [(span, href) for span, href in own.links if piece.span.holds(span)]
        moved = [(Span(s.start - piece.span.start, s.end - piece.span.start), href) for s, href in inside]
        whole.add_line(piece.span.of(own.text), moved, piece.role)
    return whole, (CUT_SHORT,)


def _add_corrections(page: PageText, lines: Sequence[Line]) -> None:
    """Corrections that stand outside of the body, behind it."""
    held = letters(page.text)
    for line in lines:
        if line.letters >= CORRECTION_LETTERS and is_correction(line.text) and letters(line.text) not in held:
            page.add_line(line.text, line.links, Role.CORRECTION)
            held += letters(line.text)


def _all_links(found: Sequence[tuple[Span, str]], places: Sequence[Placed | None]) -> list[tuple[Span, str]]:
    """The links of the source in the order of the text, and those that the extractor alone has."""
    placed = sorted(link for at in places if at for link in at.links)
    starts = [span.start for span, _ in placed]

    def is_new(span: Span) -> bool:
        at = bisect_right(starts, span.start) - 1
        return not any(placed[n][0].meets(span) for n in (at, at + 1) if 0 <= n < len(placed))

    return sorted([*placed, *((span, href) for span, href in found if is_new(span))])


def _parse(source: str) -> HtmlElement:
    """The tree of a page, or of a fragment of one."""
    from trafilatura.utils import load_html  # late, as in _extractor

    tree = load_html(source)
    if tree is None and "<" in source[:FRAGMENT]:
        tree = load_html(f"<html><body><div>{source}</div><p></p></body></html>")
    if tree is None:
        raise UnreadableError("the file is not HTML")
    return tree


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii", "ignore") if match else None


@cache
def _extractor() -> Callable[..., str | None]:
    from trafilatura import extract  # takes a quarter of a second, which commands without a page need not wait for

    return partial(
        extract,
        output_format="xml",
        include_links=True,
        include_formatting=True,
        include_comments=False,
        with_metadata=True,
    )


def _extract(tree: HtmlElement, url: str | None) -> etree._Element:
    """Trafilatura's XML: the body with links, and its reading of the metadata as attributes."""
    rewrite_embeds(tree)
    try:
        xml = _extractor()(tree, url=url)
    except Exception as error:  # whatever a strange page sets off in there must not end the run
        raise UnreadableError(f"the page could not be taken apart ({type(error).__name__}: {error})") from error
    doc = etree.fromstring(xml.encode(), etree.XMLParser(huge_tree=True, recover=True)) if xml else None
    if doc is None or not letters("".join(doc.itertext())):
        raise UnreadableError("no article text was found in the page")
    return doc


def _found(tree: HtmlElement, url: str | None) -> etree._Element:
    """Trafilatura's reading, its date without what others wrote on the page."""
    own = without_foreign(tree)
    found = _extract(tree, url)
    if own is not None and found.get("date"):
        found.set("date", _dated(own, url))
    return found


def _dated(tree: HtmlElement, url: str | None) -> str:
    """The date that trafilatura reads in a page; empty where it reads none."""
    from trafilatura.metadata import extract_metadata  # late, as in _extractor

    try:
        return extract_metadata(tree, default_url=url).date or ""
    except Exception:  # as in _extract; here only the date is lost
        return ""


def _stated(
    known: Known,
    facts: Facts,
    url: str | None,
    found: etree._Element,
    byline: tuple[str, ...],
    published: When | None,
    outlets: Outlets,
) -> Known:
    """What a sidecar says wins over what the page says."""
    modified = parse_when(facts.moment("dateModified"))
    return replace(
        known,
        url=url,
        publisher=known.publisher or choose_publisher(facts, url, outlets),
        title=known.title or choose_title(facts, found.get("title")),
        authors=known.authors or _authors(facts, byline, found.get("author") or "", outlets),
        published=known.published or published,
        modified=known.modified or (modified[0] if modified else None),
        language=known.language or _language(facts),
    )


def _authors(facts: Facts, byline: tuple[str, ...], found: str, outlets: Outlets) -> tuple[str, ...]:
    """The first of JSON-LD, the byline, trafilatura and links to authors' pages that names people."""
    guessed = tuple(unprefixed(name, facts.language) for name in found.split("; ") if name)
    candidates = (facts.authors, byline, guessed, facts.linked)
    return next((names for names in candidates if clean_names(names, outlets)), facts.authors)


def _language(facts: Facts) -> str | None:
    return facts.language if facts.language and len(facts.language) in (2, 3) else None


def _page_text(found: etree._Element, title: str | None) -> PageText:
    """The page's text, its headline first."""
    page = PageText()
    body = _body_of(found)
    if title and letters(title) != letters(_first_words(body)):
        page.add(title)
        page.close(Role.TITLE)
    read_tree(body, page)
    return page


def _body_of(found: etree._Element) -> etree._Element:
    main = found.find("main")
    return found if main is None else main


def _first_words(body: etree._Element) -> str:
    return next((words for child in body if (words := "".join(child.itertext())).strip()), "")


def _blocks(
    page: PageText, pieces: Sequence[Piece], facts: Facts, lines: Sequence[Line], outlets: Outlets, url: str | None
) -> tuple[Block, ...]:
    text = page.text
    lead = _lead_of(pieces, text, lines)
    roles = [_role(page, piece, text, at, facts, lead) for at, piece in enumerate(pieces)]
    aside = _credited(page, pieces)
    given = [Role.ASIDE if piece.span in aside else role for piece, role in zip(pieces, roles, strict=True)]
    given = _with_references(page, pieces, given, host_of(url))
    return mark_pieces(text, [(piece.span, role) for piece, role in zip(pieces, given, strict=True)], outlets)


def _credited(page: PageText, pieces: Sequence[Piece]) -> frozenset[Span]:
    """Runs of short lines that each end in a linked name ("Stylist Tess Leon"): whom a production thanks."""
    alike = [_is_credit(page, piece) for piece in pieces]
    found: list[Span] = []
    for is_credit, run in groupby(zip(alike, pieces, strict=True), key=lambda pair: pair[0]):
        spans = [piece.span for _, piece in run]
        found += spans if is_credit and len(spans) >= CREDITS else []
    return frozenset(found)


def _with_references(
    page: PageText, pieces: Sequence[Piece], roles: Sequence[Role | None], own: str
) -> list[Role | None]:
    """Runs of lines that each lead to another site: what a text rests on, as a fact-checker lists it."""
    outward = [role is Role.ASIDE and _leads_out(page, piece, own) for piece, role in zip(pieces, roles, strict=True)]
    found: list[Role | None] = []
    for leads, run in groupby(zip(outward, roles, strict=True), key=lambda pair: pair[0]):
        told = [role for _, role in run]
        found += [Role.REFERENCES] * len(told) if leads and len(told) >= REFERENCES else told
    return found


def _leads_out(page: PageText, piece: Piece, own: str) -> bool:
    """Whether the first link of a line leads to another site than `own`, and to no social one."""
    at = bisect_left(page.links, piece.span.start, key=lambda link: link[0].start)
    if not own or at >= len(page.links) or not piece.span.holds(page.links[at][0]):
        return False
    href = page.links[at][1]
    return "://" in href and link_kind(canonical(href), own) not in ("own_site", "social")


def _is_credit(page: PageText, piece: Piece) -> bool:
    words = piece.span.of(page.text)
    if len(words.split()) > CREDIT_WORDS or words[-1] in _STOPS:
        return False
    at = bisect_right(page.links, piece.span.end, key=lambda link: link[0].end) - 1
    return at >= 0 and page.links[at][0].end == piece.span.end and page.links[at][0].start > piece.span.start


def _lead_of(pieces: Sequence[Piece], text: str, lines: Sequence[Line]) -> frozenset[str]:
    """Letters of the pieces that stand on the page as the pieces behind them do: paragraphs, whatever repeats them."""
    kinds = {letters(line.text): (line.element.tag, line.element.getparent()) for line in lines}
    said = [letters(piece.span.of(text)) for piece in pieces[:5]]
    alike = (one for one, other in pairwise(said) if kinds.get(one) is not None and kinds.get(one) == kinds.get(other))
    return frozenset(alike)


def _with_posts(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """Pieces that make up a pasted post, its words and its signature, joined to one."""
    posts = [Span(post.span.start, post.signature.end) for post in find_posts(text)]
    joined: list[Piece] = []
    for piece in pieces:
        at = bisect_right(posts, piece.span.start, key=lambda span: span.start) - 1
        post = posts[at] if at >= 0 else None
        if post is None or not post.holds(piece.span):
            joined.append(piece)
        elif joined and post.holds(joined[-1].span):
            joined[-1] = Piece(Span(joined[-1].span.start, piece.span.end), Role.EMBED)
        else:
            joined.append(Piece(piece.span, Role.EMBED))
    return joined


def _role(page: PageText, piece: Piece, text: str, at: int, facts: Facts, lead: frozenset[str]) -> Role | None:
    """What the page's own structure says a piece is for."""
    words = piece.span.of(text)
    if at == 0 and letters(words) == letters(choose_title(facts) or ""):
        return Role.TITLE
    if at in (1, 2) and letters(words) in facts.decks and len(words) < 400:
        return piece.role if letters(words) in lead and words[-1] in _STOPS else Role.DECK
    if piece.role is not Role.EMBED and _under_links(page, piece.span) >= LONE_LINK * (
        piece.span.end - piece.span.start
    ):
        return Role.ASIDE
    return piece.role


def _under_links(page: PageText, span: Span) -> int:
    first = bisect_left(page.links, span.start, key=lambda link: link[0].start)
    inside = takewhile(lambda link: link[0].end <= span.end, islice(page.links, first, None))
    return sum(link.end - link.start for link, _ in inside)


def _links(page: PageText, url: str | None, outlets: Outlets) -> Sequence[Link]:
    own = host_of(url)
    made = [(span, absolute(href, url)) for span, href in page.links]
    return [Link(span, href, canonical(href), link_kind(canonical(href), own, outlets)) for span, href in made if href]
