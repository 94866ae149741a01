"""What an agency's own metadata say of an item beside its words (ninjs, NewsML-G2, NITF): its status, its embargo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from audit.ingest.drafts import Known

WITHDRAWN, WITHHELD = "canceled", "withheld"
NOT_FOR_USE = (WITHDRAWN, WITHHELD)
OPEN_END = "an end that is not given"
_SPELLED = {"cancelled": WITHDRAWN, "killed": WITHDRAWN}


def status_of(printed: str | None) -> str | None:
    """A status as the word of its vocabulary: "stat:canceled" is canceled."""
    word = (printed or "").rpartition(":")[2].strip().casefold()
    return _SPELLED.get(word, word) or None


def status_doubts(known: Known, captured: datetime) -> Iterator[str]:
    """What stands against the use of an item: withdrawn, held back, or under embargo when it came (`captured`, UTC)."""
    if known.status == WITHDRAWN:
        yield "the agency has withdrawn this text (status: canceled)"
    if known.status == WITHHELD:
        yield "the agency holds this text back (status: withheld)"
    if known.embargo and not _is_over(known.embargo, captured):
        yield f"the text is under embargo until {known.embargo[:40]}"


def _is_over(printed: str, captured: datetime) -> bool:
    """Whether a moment had come by then; False where it cannot be read, or the hour has no zone and may be another."""
    try:
        end = datetime.fromisoformat(printed)
    except ValueError:
        return False
    return end.tzinfo is not None and end <= captured.replace(tzinfo=UTC)
