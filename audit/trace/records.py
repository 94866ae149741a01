"""What tracing works on: rows of the warehouse as small records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from audit.extract.sources.unnamed import is_definite
from audit.records import UNNAMED, CreditRelation, SourceKind, Span

LINKED = frozenset({CreditRelation.LINKS, CreditRelation.EMBEDS})
_NOBODY = UNNAMED - {SourceKind.UNSEEN}
_DESCRIBED = frozenset({SourceKind.DOCUMENT, SourceKind.ORGANISATION, SourceKind.PLATFORM})


@dataclass(frozen=True, slots=True)
class Held:
    """An article that is held, latest version."""

    article_id: str
    version: int
    publisher_id: str | None
    published_at: datetime | None
    precision: str | None
    published_from: datetime | None
    modified_at: datetime | None
    words: int
    originator_id: str | None = None  # whose text it is, where that is another's
    byline: str | None = None
    story: str | None = None
    is_agency: bool = False  # its publisher writes for others to print

    @property
    def houses(self) -> tuple[str, ...]:
        """Who may be credited for it: its publisher, and whose text it is."""
        return tuple(house for house in (self.publisher_id, self.originator_id) if house)

    @property
    def dated(self) -> tuple[object, ...]:
        """What tells whether a credit may mean it, beside its text."""
        told = (self.published_at, self.precision, self.published_from, self.modified_at, self.words)
        return (self.article_id, self.publisher_id, self.originator_id, *told)

    @property
    def order(self) -> tuple[datetime, str]:
        """Earliest first; what has no date comes last."""
        return (self.published_at or self.published_from or datetime.max, self.article_id)

    def after(self, other: Held) -> timedelta | None:
        """How long after `other` it was published; None where the dates do not tell."""
        if not (self.published_at and other.published_at):
            return None
        lag = self.published_at - other.published_at
        if "time" not in (self.precision, other.precision) or self.precision != other.precision:
            lag = timedelta(days=(self.published_at.date() - other.published_at.date()).days)
            return lag if lag else None
        return lag


class FigureSlots(NamedTuple):
    """What a figure says: the value, in which unit, of what."""

    low: float
    high: float
    unit: str | None
    counted: str | None

    def agrees(self, other: FigureSlots) -> bool:
        """Whether value and unit are the same, and the last word of what is counted, where both say it."""
        if self[:3] != other[:3]:
            return False
        return not (self.counted and other.counted) or self.counted.split()[-1:] == other.counted.split()[-1:]


@dataclass(frozen=True, slots=True)
class Mention:
    """A quote (a piece of an utterance), figure, passage or credited statement in one article."""

    kind: str  # quote | figure | passage | credit
    mention_id: str
    article_id: str
    version: int
    span: Span
    source_id: str | None
    label: str
    group: str  # the utterance a piece belongs to; else the mention itself
    sentence: Span | None = None  # the sentences it stands in, from the first to the last
    slots: FigureSlots | None = None
    told: Span | None = None  # of a credit, the sentence that its words are shown by

    @property
    def around(self) -> Span:
        """Its sentences, where they are known, else its own words."""
        if self.sentence is None:
            return self.span
        return Span(min(self.sentence.start, self.span.start), max(self.sentence.end, self.span.end))


@dataclass(frozen=True, slots=True)
class Hop:
    """One credited source of a chain."""

    credit_id: str
    source_id: str
    kind: str
    relation: str
    span: Span
    hop: int
    rule: str = ""
    name: str = ""

    @property
    def is_nameless(self) -> bool:
        """Whether nobody is named: "sources", "a report", "police"; "the Post" is a name, of whichever of them."""
        if self.relation in LINKED:
            return False
        return self.kind in _NOBODY or (self.kind in _DESCRIBED and self.name.islower())

    @property
    def points_back(self) -> bool:
        """Whether it means a document told of elsewhere, and nothing says which: "the report"."""
        return (
            self.kind == SourceKind.DOCUMENT
            and self.is_nameless
            and is_definite(self.name)
            and self.name.count(" ") == 1
        )


@dataclass(frozen=True, slots=True)
class Chain:
    """All credits of one path in one article, nearest first; `scope` is the words it covers."""

    article_id: str
    scope: Span
    hops: tuple[Hop, ...]


class Pair(NamedTuple):
    """A match between two mentions."""

    kind: str
    relation: str
    a: str
    b: str
    a_article: str
    b_article: str
    words: int  # how many words the two share
    joins: bool  # whether they are one thing said
    match_id: str = ""
    similarity: float = 0.0
    why: str | None = None
    a_places: tuple[Span, ...] = ()  # of the words that b has too
    b_places: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where the evidence stands."""

    article_id: str
    start: int
    end: int

    def as_json(self) -> dict[str, str | int]:
        """As `edges.evidence` and `findings.evidence` hold it."""
        return {"article_id": self.article_id, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from child to parent: an article, or a source that is missing.

    `via` is the source of the hop before, `state` says why a source is missing, `candidate` is an article of it that
    is held and does not carry the words.
    """

    edge_id: str
    claim_id: str
    child: str
    parent_article: str | None
    parent_source: str | None
    relation: str
    basis: str  # stated | linked | inferred
    confidence: float
    evidence: tuple[Place, ...]
    hop: int = 1
    via: str | None = None
    candidate: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A cluster of mentions: one thing said, wherever it appears; `kin` are those of claims that tell it otherwise."""

    claim_id: str
    kind: str
    label: str
    mentions: tuple[Mention, ...]
    kin: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """Two claims that bear on each other, by the surest match that says so."""

    a_claim: str
    b_claim: str
    relation: str
    match_id: str
    why: str | None
