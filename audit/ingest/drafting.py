"""A source to items and drafts, one by one or, of a list of many, in batches over all cores."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import groupby

from audit.engine import Lent, LocalEngine
from audit.ingest.articles import notice_of, read_text
from audit.ingest.decode import UnreadableError, decode_raw, normalise
from audit.ingest.drafts import Draft, Known, Problem
from audit.ingest.fields import read_known
from audit.ingest.meta_claims import claims_of_export, told_once
from audit.ingest.page import read_page
from audit.ingest.prepare import Prepared, prepare
from audit.ingest.sources import Found, Item, Reader, Source
from audit.ingest.statuses import NOT_FOR_USE, with_correction
from audit.lexicon.outlets import Outlets
from audit.records import Span

BATCH, BATCH_SIZE = 100, 500_000  # items, and characters of them, that are drafted at once
LONGEST_ADDRESS = 2000
Drafted = tuple[Found, Draft | Problem | None]
"""What a reader found; of an item its draft, or why there is none."""


def find_in(source: Source, reader: Reader) -> Iterator[Found]:
    """What a reader finds in a source; whatever goes wrong is a problem, never an end of the run."""
    try:
        yield from reader.items(source)
    except UnreadableError as error:
        yield Problem(source.place, str(error))
    except OSError as error:
        yield Problem(source.place, f"the file cannot be read: {error.strerror or error}")
    except RecursionError:
        yield Problem(source.place, "the file is nested too deeply to be read")
    except Exception as error:  # whatever a strange file sets off in a reader must not end the run
        told = f"{type(error).__name__}: {str(error)[:200]}"
        yield Problem(source.place, f"the file could not be taken apart ({told})")


def with_drafts(
    found: Iterable[Found], source: Source, outlets: Outlets, engine: LocalEngine | None = None
) -> Iterator[Drafted]:
    """What a reader finds in a source, in its order; each item with its draft, or why there is none."""
    for is_item, run in groupby(found, key=lambda one: isinstance(one, Item)):
        if is_item:
            yield from _drafted_items((one for one in run if isinstance(one, Item)), source, outlets, engine)
        else:
            yield from ((one, None) for one in run)


def _drafted_items(
    items: Iterator[Item], source: Source, outlets: Outlets, engine: LocalEngine | None
) -> Iterator[tuple[Item, Draft | Problem]]:
    if engine is None:
        yield from ((item, draft_of(item, source, outlets)) for item in items)
        return
    sent = deque[Sequence[Item]]()
    work = partial(_drafts_of, source=without_bytes(source), outlets=Lent(outlets))
    for drafts in engine.map_batches(work, _noted(_batches(items), sent)):
        yield from zip(sent.popleft(), drafts, strict=True)


def _noted(batches: Iterable[Sequence[Item]], sent: deque[Sequence[Item]]) -> Iterator[Sequence[Item]]:
    for batch in batches:
        sent.append(batch)
        yield batch


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    batch, size = list[Item](), 0
    for item in items:
        batch.append(item)
        size += len(item.body)
        if len(batch) >= BATCH or size >= BATCH_SIZE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def without_bytes(source: Source) -> Source:
    """The same source, for what waits or travels and needs no bytes."""
    return replace(source, data=b"")


def _drafts_of(items: Sequence[Item], source: Source, outlets: Lent[Outlets]) -> list[Draft | Problem]:
    return [draft_of(item, source, outlets.value) for item in items]


def draft_of(item: Item, source: Source, outlets: Outlets) -> Draft | Problem:
    """The article of an item that a reader found in a source, or why it cannot be read."""
    try:
        return _draft(item, source, outlets)
    except UnreadableError as error:
        return Problem(item.place, str(error))
    except RecursionError:
        return Problem(item.place, "the article is nested too deeply to be read")


def _draft(item: Item, source: Source, outlets: Outlets) -> Draft:
    """The article of an item; what a sidecar says wins."""
    said = source.told() if item.place == source.place else {}
    known = read_known(dict(said)) if said else item.known
    if said and not known.url:
        known = replace(known, url=item.known.url)
    captured = known.captured or item.captured
    if isinstance(item.body, str) and not item.body.strip():
        return _wordless(item.known, captured, outlets)
    draft = with_correction(_drafted(item, known, captured, outlets), item.known)
    return replace(draft, status=item.known.status) if item.known.status else draft


def _wordless(known: Known, captured: datetime, outlets: Outlets) -> Draft:
    """What an agency says of an item that comes without its words. Raises UnreadableError for any other."""
    if known.status not in NOT_FOR_USE:
        raise UnreadableError("it holds no text")
    return notice_of(known, captured, outlets)


def _drafted(item: Item, known: Known, captured: datetime, outlets: Outlets) -> Draft:
    if item.is_page:
        return read_page(item.body, known, captured, outlets)
    source = item.body if isinstance(item.body, str) else decode_raw(item.body)
    text = source if isinstance(item.body, str) else normalise(source)
    _check_is_text(text)
    prepared = prepare(text, markdown=item.is_markdown)
    draft = read_text(prepared.text, known, captured, outlets, prepared.links)
    if claims := told_once(claims_of_export(known)):
        draft = replace(draft, claims=claims)
    return draft if isinstance(item.body, str) else _placed(draft, prepared, text, source)


def _check_is_text(text: str) -> None:
    """Raises UnreadableError where addresses are all there is."""
    words = text[: 10 * LONGEST_ADDRESS].split()
    if words and all(word.startswith(("http://", "https://")) for word in words):
        raise UnreadableError("it holds an address and no text: save the page itself")


def _placed(draft: Draft, prepared: Prepared, text: str, source: str) -> Draft:
    """A dump's blocks with their place in the file, where its newlines have not moved them."""
    mark = int(source.startswith("\ufeff"))
    if len(source) - mark != len(text):
        return draft
    places = (prepared.before(block.span) for block in draft.blocks)
    raw = (Span(place.start + mark, place.end + mark) for place in places)
    return replace(draft, blocks=tuple(replace(b, raw=at) for b, at in zip(draft.blocks, raw, strict=True)))
