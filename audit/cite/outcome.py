"""What the outcomes of citations are called, and how often what is not flagged is not carried all the same."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from audit.cite.records import Citation, StrengthTold, Verdict

DIFFER = "differ"
WORDS = {
    Verdict.DIFFERS: DIFFER,
    Verdict.NOT_FOUND: "not found",
    Verdict.CANNOT_TELL: "could not be checked",
    Verdict.NO_DIFFERENCE: "no difference found",
    Verdict.CARRIED: "found in all its words of weight",
}
"""What each verdict is called in the first line, worst first."""


def first_line(verdicts: Iterable[Verdict]) -> str:
    """The outcome of a page in one sentence."""
    counts = Counter(verdicts)
    parts = [_counted(counts[verdict], words) for verdict, words in WORDS.items() if counts[verdict]]
    total = sum(counts.values())
    told = f"{total} citation{'s' * (total != 1)}" + (f": {', '.join(parts)}" if parts else "")
    return f"{told}. Words compared, not facts."


def _counted(number: int, words: str) -> str:
    return f"{number} {words}{'s' * (number == 1 and words == DIFFER)}"


def passing() -> str:
    """How many of 100 claims that their sources do not carry pass without a flag, as measured."""
    found = _measured()
    return (
        f"Of 100 claims that their sources do not carry in full, {found['passes']} were not flagged, and of 100 that"
        f" they do carry, {found['false_flags']} were, when this was measured on {found['claims']:,} claims"
        f" ({found['texts']}, {found['on']})."
    )


def strength_note(citation: Citation, told: StrengthTold | None) -> str | None:
    """That a claim says more or less than its source, with both words and how often that was right as measured."""
    if told is None or told.ours is None or told.theirs is None:
        return None
    texts = {source.source_id: source.text for source in citation.sources}
    ours, theirs = told.ours.of(citation.claim), told.theirs.span.of(texts[told.theirs.source])
    found = _measured()["strength"]
    return (
        f"{told.strength.value.capitalize()} here (“{ours}”) than in the source (“{theirs}”). Of 100 claims called so,"
        f" {found[told.strength.value]} were, when this was measured on {found['graded']} pairs ({found['texts']})."
    )


@cache
def _measured() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "measured.toml").read_text(encoding="utf-8"))
