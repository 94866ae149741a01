"""Small files taken and drafted ahead of the step, in batches over all cores; it settles them in their order.

Invariant: what is taken ahead is what the step would have taken itself. Whatever is large, holds many articles or
others' files, or cannot be opened is left to it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, islice

from audit.engine import Lent, LocalEngine
from audit.ingest.drafting import BATCH, BATCH_SIZE, Drafted, draft_of, find_in
from audit.ingest.drafts import Problem, utc
from audit.ingest.files import Seen, take
from audit.ingest.readers import reader_of
from audit.ingest.sources import Item, Source
from audit.lexicon.outlets import Outlets

FEW = 20  # articles of a file that is drafted whole: of a longer list the articles are spread, not the file


@dataclass(frozen=True, slots=True)
class Taken:
    """A file with its bytes, if they are few; what was found in them with each article's draft, where that is known."""

    seen: Seen
    data: bytes
    found: Sequence[Drafted] | None = None

    @property
    def source(self) -> Source:
        seen, at = self.seen, utc(self.seen.modified)
        return Source(seen.file.name, seen.path, at, file=seen.file, data=self.data, said=seen.said, unsaid=seen.unsaid)


def taken_ahead(
    inputs: Iterable[Seen | Problem], is_new: Callable[[Seen], bool], outlets: Outlets, engine: LocalEngine | None
) -> Iterator[tuple[Seen | Problem, Taken | None]]:
    """The inputs in their order; small new files with what they hold, where there is an engine to read them."""
    sent = set[str]()

    def is_sent(one: Seen | Problem) -> bool:
        if isinstance(one, Problem) or one.bytes > BATCH_SIZE or one.capture_id in sent or not is_new(one):
            return False
        sent.add(one.capture_id)
        return True

    for go, run in groupby(inputs, key=is_sent):
        if go and engine:
            yield from _read((one for one in run if isinstance(one, Seen)), outlets, engine)
        else:
            yield from ((one, None) for one in run)


def _read(files: Iterator[Seen], outlets: Outlets, engine: LocalEngine) -> Iterator[tuple[Seen, Taken | None]]:
    sent = deque[Sequence[Seen]]()
    for batch in engine.map_batches(partial(_take_batch, outlets=Lent(outlets)), _batches(files, sent)):
        yield from zip(sent.popleft(), batch, strict=True)


def _batches(files: Iterator[Seen], sent: deque[Sequence[Seen]]) -> Iterator[Sequence[Seen]]:
    """Files together until they are many or large; each batch is noted as sent."""
    batch, size = list[Seen](), 0
    for file in files:
        batch.append(file)
        size += file.bytes
        if len(batch) >= BATCH or size >= BATCH_SIZE:
            sent.append(batch)
            yield batch
            batch, size = [], 0
    if batch:
        sent.append(batch)
        yield batch


def _take_batch(files: Sequence[Seen], outlets: Lent[Outlets]) -> list[Taken | None]:
    return [_take(file, outlets.value) for file in files]


def _take(file: Seen, outlets: Outlets) -> Taken | None:
    """A file with its articles; None where it cannot be opened."""
    try:
        taken = Taken(*take(file))
        reader = reader_of(taken.source)
    except OSError:
        return None
    found = list(islice(find_in(taken.source, reader), FEW + 1)) if reader else []
    if not found or len(found) > FEW or any(isinstance(one, Source) for one in found):
        return taken
    drafts = ((one, draft_of(one, taken.source, outlets) if isinstance(one, Item) else None) for one in found)
    return replace(taken, found=[(_bare(one), draft) for one, draft in drafts])


def _bare(one: Item | Problem | Source) -> Item | Problem | Source:
    """What was found without its words: its draft has them."""
    return replace(one, body=b"") if isinstance(one, Item) else one
