"""What a citation audit works on and gives back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from audit.records import Span


class Verdict(StrEnum):
    """What became of a claim in the sources that it cites."""

    CARRIED = "carried"
    NO_DIFFERENCE = "no_difference"
    DIFFERS = "differs"
    NOT_FOUND = "not_found"
    CANNOT_TELL = "cannot_tell"


class Strength(StrEnum):
    """How strongly a claim says what its source says."""

    SAME = "same"
    STRONGER = "stronger"
    WEAKER = "weaker"


class GapKind(StrEnum):
    """Which slot of a claim the sources lack."""

    FIGURE = "figure"
    QUOTE = "quote"
    NAME = "name"
    DATE = "date"
    NEGATION = "negation"
    HEDGE = "hedge"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Place:
    """Words of one source, by its id."""

    source: str
    span: Span


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of the claim that no source has, with the nearest words of one where there are any. `otherwise`: these
    stand in their place, so that the source says another thing; else it is but silent."""

    kind: GapKind
    span: Span
    why: str
    nearest: Place | None = None
    otherwise: bool = False


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source as it was handed over; `text` is verbatim. Address and title, where known, are shown, never read;
    `headline`, its own, and the day it bears say what its text says."""

    source_id: str
    text: str
    url: str | None = None
    title: str | None = None
    cut: bool = False  # known to show only its beginning: a wall, a preview
    headline: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A claim and the sources it names. Where known: `title`, the page it stands on; `question`, what it answers;
    `credited`, words by which the claim names what it cites: a source need not say its own name."""

    citation_id: str
    claim: str
    sources: tuple[CitedSource, ...]
    title: str | None = None
    language: str = "en"
    question: str | None = None
    credited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StrengthTold:
    """A strength, with the word of the claim and the word of the source that tell it, unless it is the same."""

    strength: Strength
    ours: Span | None = None
    theirs: Place | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome for one citation; `why` says which rule gave the verdict. No strength: nothing says the same."""

    citation_id: str
    verdict: Verdict
    why: str
    gaps: tuple[Gap, ...] = ()
    support: tuple[Place, ...] = ()
    strength: StrengthTold | None = None
