"""A page for citations: the claim on the left, the nearest words of its sources on the right, marked word by word.

Invariant: every word of a text is escaped; the page needs no script and loads nothing; a page is for its owner alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from audit.cite.outcome import WORDS, first_line, passing
from audit.cite.records import Checked, Citation, CitedSource, Gap, Verdict
from audit.cite.terms import placed_tokens, read_terms
from audit.errors import InputError
from audit.records import Span
from audit.text.sentences import sentence_around

OWNER_ONLY = 0o600
LONGEST_WINDOW = 1_200  # characters; of a longer stretch the words around the marked ones are shown
CARRIED, DIFFERS, MISSING = "carried", "differs", "missing"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words under one mark: carried, differs, missing, or none."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a source, marked. `url` is an address of the web or None."""

    name: str
    url: str | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Lack:
    """What a source lacks of a claim: the kind, the words, why, and what it has in their place."""

    kind: str
    words: str
    why: str
    instead: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """One citation on the page."""

    citation_id: str
    verdict: Verdict
    why: str
    claim: tuple[Piece, ...]
    lacks: tuple[Lack, ...]
    windows: tuple[Window, ...]
    notes: tuple[str, ...] = ()


Shown = tuple[Citation, Checked] | tuple[Citation, Checked, tuple[str, ...]]
"""A citation with its outcome, and what else is to be said of it."""


def write_sheet(path: Path, checked: Iterable[Shown], title: str, traced: str | None = None) -> None:
    """Write the page of these citations, worst first, for its owner alone. Raises InputError where it cannot."""
    write_private(path, page_of(checked, title, traced))


def page_of(checked: Iterable[Shown], title: str, traced: str | None = None) -> str:
    """The page as HTML. `traced`: what its sources go back to, in one line."""
    cards = [_card(*pair) for pair in checked]
    rank = {verdict: number for number, verdict in enumerate(WORDS)}
    cards.sort(key=lambda card: rank[card.verdict])
    line = first_line(card.verdict for card in cards)
    return (
        environment()
        .get_template("sheet.html.j2")
        .render(title=title, first_line=line, traced=traced, cards=cards, words=WORDS, passing=passing())
    )


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, whatever stood there before. Raises InputError where it cannot."""
    try:
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "wb") as out:
            out.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise InputError(f"{path} cannot be written", str(error)) from error


def _card(citation: Citation, checked: Checked, notes: tuple[str, ...] = ()) -> Card:
    sources = {source.source_id: source for source in citation.sources}
    keys = {term.key for term in read_terms(citation.claim)}
    lacks = tuple(_lack(citation.claim, gap, sources) for gap in checked.gaps)
    windows = tuple(_windows(checked, sources, keys))
    claim = _marked_claim(citation.claim, checked)
    return Card(citation.citation_id, checked.verdict, checked.why, claim, lacks, windows, notes)


def _lack(claim: str, gap: Gap, sources: dict[str, CitedSource]) -> Lack:
    near = gap.nearest if gap.otherwise else None
    instead = near.span.of(sources[near.source].text) if near and near.source in sources else None
    return Lack(gap.kind.value, gap.span.of(claim), gap.why, instead)


def _marked_claim(claim: str, checked: Checked) -> tuple[Piece, ...]:
    differs = [gap.span for gap in checked.gaps if gap.otherwise]
    missing = [gap.span for gap in checked.gaps if not gap.otherwise]
    told = [*differs, *missing]
    carried = [
        term.span for term in read_terms(claim) if checked.support and not any(span.meets(term.span) for span in told)
    ]
    return tuple(mark(claim, Span(0, len(claim)), ((DIFFERS, differs), (MISSING, missing), (CARRIED, carried))))


def _windows(checked: Checked, sources: dict[str, CitedSource], keys: set[str]) -> Iterator[Window]:
    """The sentences that carry most of the claim, then those that have something in place of its words."""
    shown: list[tuple[str, Span]] = []
    told = (gap.nearest for gap in checked.gaps if gap.otherwise)
    nearest = [near for near in told if near and near.source in sources]
    places = [(place.source, place.span) for place in checked.support if place.source in sources]
    places += [(near.source, sentence_around(sources[near.source].text, near.span)) for near in nearest]
    for source_id, span in places:
        if any(source_id == other and held.meets(span) for other, held in shown):
            continue
        shown.append((source_id, span))
        source = sources[source_id]
        differs = [near.span for near in nearest if near.source == source_id]
        yield Window(
            source.title or source_id, web_address(source.url), tuple(_pieces(source.text, span, differs, keys))
        )


def _pieces(text: str, span: Span, differs: Sequence[Span], keys: set[str]) -> Iterator[Piece]:
    carried = [place for place, key in placed_tokens(text, *span) if key in keys]
    middle = next((one.start for one in (*differs, *carried) if span.holds(one)), span.start)
    shown = _shortened(span, middle)
    if shown.start > span.start:
        yield Piece("… ")
    yield from mark(text, shown, ((DIFFERS, differs), (CARRIED, carried)))
    if shown.end < span.end:
        yield Piece(" …")


def _shortened(span: Span, middle: int) -> Span:
    if span.end - span.start <= LONGEST_WINDOW:
        return span
    start = max(span.start, min(middle - LONGEST_WINDOW // 2, span.end - LONGEST_WINDOW))
    return Span(start, start + LONGEST_WINDOW)


def mark(text: str, whole: Span, layers: Sequence[tuple[str, Sequence[Span]]]) -> Iterator[Piece]:
    """A stretch cut into pieces, each under the first layer that covers it; all pieces together are the stretch."""
    marks = [""] * (whole.end - whole.start)
    for name, spans in reversed(layers):
        for span in spans:
            for at in range(max(span.start, whole.start), min(span.end, whole.end)):
                marks[at - whole.start] = name
    start = whole.start
    for at in range(whole.start, whole.end):
        last = at + 1 == whole.end
        if last or marks[at + 1 - whole.start] != marks[at - whole.start]:
            yield Piece(text[start : at + 1], marks[at - whole.start])
            start = at + 1


def web_address(url: str | None) -> str | None:
    """An address that may stand behind a link: one of the web, nothing that runs."""
    try:
        return url if url and urlsplit(url).scheme.lower() in {"http", "https"} else None
    except ValueError:
        return None


@cache
def environment() -> Environment:
    """Templates of this room; every value is escaped."""
    return Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
