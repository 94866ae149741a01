"""What a check of a draft works on and gives back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from audit.cite.records import CitedSource, Place
from audit.cite.source_index import SourceIndex
from audit.extract.article import extract_mentions
from audit.lazy import lazy
from audit.records import Article, Mentions, Quote, Source, SourceKind, Span


class Outcome(StrEnum):
    """What became of a quote, figure, name or credit of the draft, worst first."""

    ALTERED = "altered"
    OTHER_SPEAKER = "other_speaker"
    FIGURE_DIFFERS = "figure_differs"
    NAME_DIFFERS = "name_differs"
    NOT_HELD = "not_held"
    EXACT = "exact"


RANK = {outcome: rank for rank, outcome in enumerate(Outcome)}
WORDS = {
    Outcome.ALTERED: ("quote altered", "quotes altered"),
    Outcome.OTHER_SPEAKER: ("speaker differs", "speakers differ"),
    Outcome.FIGURE_DIFFERS: ("figure differs", "figures differ"),
    Outcome.NAME_DIFFERS: ("name spelled otherwise", "names spelled otherwise"),
}
"""What is to be mended, for one and for many."""


@dataclass(frozen=True, slots=True)
class HeldText:
    """A text to check against. `is_record`: a transcript or note of one's own, compared before articles."""

    text_id: str
    title: str
    text: str
    is_record: bool = False
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One finding on a draft: where it stands, what stands in the held text."""

    outcome: Outcome
    kind: str  # quote, figure, name, credit
    line: int
    span: Span
    words: str
    held: Place | None = None
    held_words: str | None = None
    held_title: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class HeldReading:
    """A held text with what is read in it, each once and only where it is asked for."""

    told: HeldText
    language: str

    @lazy
    def index(self) -> SourceIndex:
        """The text, searchable."""
        return SourceIndex(CitedSource(self.told.text_id, self.told.text), self.language)

    @lazy
    def mentions(self) -> Mentions:
        """Its quotes, credits and people."""
        told = self.told
        return extract_mentions(Article(told.text_id, 1, told.text, title=told.title, language=self.language))

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Its quotes."""
        return self.mentions.quotes

    @property
    def people(self) -> tuple[Source, ...]:
        """The people whom it names in full."""
        return named_in_full(self.mentions)


def named_in_full(mentions: Mentions) -> tuple[Source, ...]:
    """The people of a text by first name and surname: those told of, and whoever is quoted."""
    quoted = (quote.source for quote in mentions.quotes if quote.source and quote.source.kind is SourceKind.PERSON)
    every = {one.name: one for one in (*quoted, *mentions.people)}
    return tuple(one for name, one in every.items() if " " in name)


def line_of(draft: str, at: int) -> int:
    """The number of the line in which a character stands, from 1."""
    return draft.count("\n", 0, at) + 1
