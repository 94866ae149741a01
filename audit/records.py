"""The vocabulary: frozen records that every room shares, and no behaviour beyond their invariants.

Invariant: a `Span` is `[start, end)` in Unicode code points of `Article.text`, and `text[start:end]` is the evidence.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """`[start, end)` in code points of the article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words it stands for."""
        return text[self.start : self.end]

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies inside this one."""
        return self.start <= other.start and other.end <= self.end


class Role(StrEnum):
    """What a block of an article is for."""

    TITLE = "title"
    DECK = "deck"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST = "list"
    HEADING = "heading"
    CAPTION = "caption"
    EMBED = "embed"
    ASIDE = "aside"
    BIO = "bio"
    BOILERPLATE = "boilerplate"
    REFERENCES = "references"
    CORRECTION = "correction"


MENTION_ROLES = frozenset({Role.TITLE, Role.DECK, Role.PARAGRAPH, Role.QUOTE, Role.LIST, Role.HEADING, Role.EMBED})
"""Mentions are taken from these blocks alone; all others stay visible."""


class SourceKind(StrEnum):
    """Who or what is credited."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    AGENCY = "agency"
    PLATFORM = "platform"
    AGGREGATOR = "aggregator"
    ACCOUNT = "account"
    DOCUMENT = "document"
    DATASET = "dataset"
    OCCASION = "occasion"
    ANONYMOUS = "anonymous"
    VAGUE = "vague"
    UNSEEN = "unseen"


CARRIERS = frozenset(
    {SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.PLATFORM, SourceKind.AGGREGATOR, SourceKind.ACCOUNT}
)
"""Sources that pass on what others said."""

UNNAMED = frozenset({SourceKind.ANONYMOUS, SourceKind.VAGUE, SourceKind.UNSEEN})
"""Sources that nobody can call back; their ids include the article."""


class Anonymity(StrEnum):
    """The ladder, from a name to nobody.

    G0 a named person, or a document; G1 a named organisation; G2 unnamed but specific; G3 an unnamed role; G4 vague;
    G5 nobody at all ("reportedly").
    """

    G0 = "G0"
    G1 = "G1"
    G2 = "G2"
    G3 = "G3"
    G4 = "G4"
    G5 = "G5"


class QuoteKind(StrEnum):
    """`direct` in marks, `mixed` a marked fragment in a paraphrase, `indirect` a paraphrase with a cue."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"

    @classmethod
    def of(cls, pieces: Iterable[Span], marked: Collection[Span]) -> QuoteKind:
        """Pieces, and those of them that stand in marks, to the kind of the quote that they make."""
        if not marked:
            return cls.INDIRECT
        return cls.DIRECT if all(piece in marked for piece in pieces) else cls.MIXED


class Polarity(StrEnum):
    """What the text says of the saying itself."""

    DENIED = "denied"


class Certainty(StrEnum):
    """How a quote's speaker is known: named beside the cue, or found through a pronoun, a role or the quote before."""

    NAMED = "named"
    RESOLVED = "resolved"


class CaveatKind(StrEnum):
    """How an article qualifies what it passes on."""

    UNVERIFIED = "unverified"  # "could not be independently verified"
    ANONYMITY_REASON = "anonymity_reason"  # "because she was not authorised to speak"
    REPLY_SOUGHT = "reply_sought"  # "declined to comment"


class CreditRelation(StrEnum):
    """How an article leans on a source."""

    RELAYS = "relays"
    CREDITS_FIRST = "credits_first"
    QUOTES = "quotes"
    LINKS = "links"
    EMBEDS = "embeds"
    CONTRIBUTED_BY = "contributed_by"


class Approximator(StrEnum):
    """How a figure binds its value."""

    EXACT = "="
    ABOUT = "~"
    BELOW = "<"
    AT_MOST = "<="
    ABOVE = ">"
    AT_LEAST = ">="


class Modality(StrEnum):
    """Whether the counted thing happened, is planned, may happen or is denied; possible < planned < done."""

    DONE = "done"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text with a role; `raw` is its place in the decoded capture where that is known."""

    role: Role
    span: Span
    raw: Span | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink that stands in the text. `url` as printed, made absolute; `target_url` unwrapped and canonical."""

    span: Span
    url: str
    target_url: str
    kind: str  # own_site | outlet | primary | social | archive | other


@dataclass(frozen=True, slots=True)
class Post:
    """A post pasted into an article. `span` covers its words, `signature` the line that names the poster."""

    span: Span
    signature: Span
    handle: str
    name: str
    posted: date | None


@dataclass(frozen=True, slots=True)
class Article:
    """One normalised text with what is known of it. `text` is never altered after this record is made."""

    article_id: str
    version: int
    text: str
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    published: date | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody or something credited, as one article names it.

    `name` is the full name where the article gives it; `names` every spelling it uses (no bare roles: "the president"
    is nobody's name). `affiliation` is the state, body or firm the source speaks for, where the text says so.
    """

    name: str
    kind: SourceKind
    names: tuple[str, ...] = ()
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """One utterance: a piece per contiguous run, marks excluded. `rule` is the id of the rule that attributed it.

    `sources` are several speakers, `source` is then None. What the text says was not said has no source.
    """

    kind: QuoteKind
    pieces: tuple[Span, ...]
    rule: str
    speaker: Span | None = None
    cue: Span | None = None
    source: Source | None = None
    anonymity: Anonymity | None = None
    sources: tuple[Source, ...] = ()
    polarity: Polarity | None = None
    certainty: Certainty | None = None
    title: str | None = None
    justification: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity somebody asserts. `span` covers the number and its magnitude word, not the hedge.

    `low` equals `high` for a point; `value` semantics with approximator live in `match.compare`.
    `unit` in the long singular ("dollar", "percentage point"); a bare count has none.
    """

    span: Span
    surface: str
    low: float
    high: float
    approximator: Approximator = Approximator.EXACT
    hedge: str | None = None
    unit: str | None = None
    counted: str | None = None
    predicate: str | None = None
    modality: Modality = Modality.DONE
    source: Source | None = None
    as_of: str | None = None  # the words that say when it holds
    place: str | None = None  # the name of the place where it holds
    qualifiers: str | None = None  # the words that say which of the kind are counted: "median", "other, rural"


@dataclass(frozen=True, slots=True)
class Credit:
    """The place that says where something comes from. All credits of one `chain` have one `path`, nearest first."""

    span: Span
    source: Source
    relation: CreditRelation
    rule: str
    path: tuple[str, ...]
    hop: int = 1
    chain: int = 0
    scope: Span | None = None  # the words it covers: its sentence, the quote, the paragraph


@dataclass(frozen=True, slots=True)
class Caveat:
    """The place where an article qualifies what it passes on."""

    kind: CaveatKind
    span: Span


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that one article holds, in the order of the text."""

    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    credits: tuple[Credit, ...] = ()
    people: tuple[Source, ...] = ()  # named in full, credited or not
    houses: tuple[tuple[Span, Source], ...] = ()  # outlets named beside a quote or figure, and not credited with it
    caveats: tuple[Caveat, ...] = ()
    sentences: tuple[Span, ...] = ()  # of the blocks that mentions come from
