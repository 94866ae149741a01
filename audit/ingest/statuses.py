"""What an agency's own metadata say of an item beside its words (ninjs, NewsML-G2, NITF): its status, its embargo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from audit.ingest.blocks import is_correction
from audit.ingest.drafts import Draft, Known
from audit.ingest.identity import letters
from audit.records import Block, Role, Span

WITHDRAWN, WITHHELD = "canceled", "withheld"
NOT_FOR_USE = (WITHDRAWN, WITHHELD)
OPEN_END = "an end that is not given"
_SPELLED = {"cancelled": WITHDRAWN, "killed": WITHDRAWN}
_CORRECTS = frozenset(("correction", "corrected"))  # signals: "sig:correction" of NewsML-G2
_NOTE = 160  # characters of a note in a message


def status_of(printed: str | None) -> str | None:
    """A status as the word of its vocabulary: "stat:canceled" is canceled."""
    word = (printed or "").rpartition(":")[2].strip().casefold()
    return _SPELLED.get(word, word) or None


def correction_of(note: str | None, signals: Iterable[str]) -> str | None:
    """The note of an item that corrects an earlier text: its signals say so, or the note itself; else None."""
    signalled = any(signal.rpartition(":")[2].strip().casefold() in _CORRECTS for signal in signals)
    return (note or "") if signalled or (note and is_correction(note)) else None


def with_correction(draft: Draft, known: Known) -> Draft:
    """A draft with the note that corrects it as a line below, where the text does not hold it."""
    note = known.correction
    if not note or not draft.text or letters(note) in letters(draft.text):
        return draft
    start = len(draft.text) + 2
    block = Block(Role.CORRECTION, Span(start, start + len(note)))
    return replace(draft, text=f"{draft.text}\n\n{note}", blocks=(*draft.blocks, block))


def status_doubts(known: Known, captured: datetime) -> Iterator[str]:
    """What stands against the use of an item: withdrawn, held back, or under embargo when it came (`captured`, UTC)."""
    if known.status == WITHDRAWN:
        yield "the agency has withdrawn this text (status: canceled)"
    if known.status == WITHHELD:
        yield "the agency holds this text back (status: withheld)"
    if known.correction is not None:
        yield f"the agency has corrected this text{f': {known.correction[:_NOTE]}' if known.correction else ''}"
    if known.embargo and not _is_over(known.embargo, captured):
        yield f"the text is under embargo until {known.embargo[:40]}"


def _is_over(printed: str, captured: datetime) -> bool:
    """Whether a moment had come by then; False where it cannot be read, or the hour has no zone and may be another."""
    try:
        end = datetime.fromisoformat(printed)
    except ValueError:
        return False
    return end.tzinfo is not None and end <= captured.replace(tzinfo=UTC)
