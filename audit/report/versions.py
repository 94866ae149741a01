"""What an article's text says differently from the version before: paragraph by paragraph, word by word."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Indel

from audit.report.wordings import Part, Said, compare

MOST_PARAGRAPHS = 3000  # beyond this two versions are not compared


@dataclass(frozen=True, slots=True)
class Change:
    """Paragraphs of the earlier version and what stands in their place now; one side may be empty."""

    before: list[Part]
    after: list[Part]


def changes(earlier: str, later: str) -> list[Change] | None:
    """Where two versions differ, in the order of the text; None where they are too long to compare."""
    a, b = _paragraphs(earlier), _paragraphs(later)
    if max(len(a), len(b)) > MOST_PARAGRAPHS:
        return None
    found: list[Change] = []
    old: list[str] = []
    new: list[str] = []
    for block in Indel.opcodes(a, b):
        if block.tag == "equal":
            found += _change(old, new)
            old, new = [], []
        else:
            old += a[block.src_start : block.src_end]
            new += b[block.dest_start : block.dest_end]
    return found + _change(old, new)


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _change(old: list[str], new: list[str]) -> list[Change]:
    before, after, compared = compare(Said("\n".join(old)), Said("\n".join(new)))
    if old and new and compared:
        return [Change(before, after)]
    return [Change(_all(old), _all(new))] if old or new else []


def _all(paragraphs: list[str]) -> list[Part]:
    return [Part("\n".join(paragraphs), True, False)] if paragraphs else []
