"""On which held article a credit leads: chosen by the credited words, never because its outlet is held.

Invariant: a parent is an article of the credited house that a link of the credit names, or that carries the credited
words and may have been published before them. Whatever else is held of the house is a candidate beside a missing source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from audit.records import Span
from audit.trace.carried import (
    RUN,
    Carried,
    Credited,
    best_window,
    find_carried,
    find_in_title,
    has_words,
    read_credited,
)
from audit.trace.records import Chain, Held, Hop, Mention
from audit.trace.texts import Library, Page, sentence_around
from audit.trace.time_cues import Days, find_days

CLOCKS = timedelta(minutes=5)  # two desks' clocks may differ by this
UPDATED = timedelta(days=1)  # a report that is credited may stand in a version of a day later
AGE = timedelta(days=60)  # an older article is meant only where a cue of time or a link says so
REPORTS = frozenset({
    "reported", "first_reported", "reported_by", "first_reported_by", "according_to_outlet", "via", "inverted",
    "source_line", "passed_on", "media_said",
})  # fmt: skip
"""Rules of credits that name a report; the others name where somebody spoke."""
MATCHED = 0.3  # share of the telling words of a figure's sentence, where the figure itself is matched
NEAR = 0.25  # share of the telling words from which a held article is a candidate
FEW = 30  # words: a page with fewer could not be read


@dataclass(frozen=True, slots=True)
class Choice:
    """Where a credit leads: a held article and where it carries the words, or why there is none."""

    parent: str | None
    carried: Carried | None = None
    candidate: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class CreditedWords:
    """The clause that a credit covers, without the credit, and the quote in it where the mention is one."""

    clause: Credited
    quote: Credited | None = None

    @property
    def span(self) -> Span:
        """The words that are credited."""
        return (self.quote or self.clause).hull

    def found_in(self, page: Page) -> Carried | None:
        """Where a page carries them; of a quote its own words are wanted, and a few words need their sentence too."""
        if self.quote is None:
            return find_carried(self.clause, page)
        if self.quote.count >= RUN:
            return find_carried(self.quote, page)
        around = find_carried(self.clause, page)
        return around if around and has_words(self.quote, page) else None

    def matched(self, page: Page, place: Span | None) -> Carried | None:
        """The same mention in another article: enough for a quote, while a number needs some of its sentence."""
        if place is None:
            return None
        window = best_window(self.clause, page)
        if self.quote is None and (window is None or window[0] < MATCHED):
            return None
        return Carried(self.span, place, window[0] if window else 0.0)


@dataclass(slots=True)
class Shelf:
    """What parents are chosen from."""

    held: Mapping[str, Held]
    library: Library
    by_house: Mapping[str, Sequence[str]]
    links: Mapping[str, Sequence[tuple[Span, str]]]  # by article: place and the held article it leads to
    pieces: Mapping[str, Sequence[Span]]  # of each utterance
    reports: frozenset[tuple[str, str]] = frozenset()  # article and the house of which it credits a report

    def choose(self, mention: Mention, chain: Chain, hop: Hop, among: Mapping[str, Span]) -> Choice:
        """The parent that a hop leads to for a mention; `among`: where other articles have the same mention."""
        child = self.held[mention.article_id]
        theirs = [self.held[a] for a in self.by_house.get(hop.source_id, ()) if a != child.article_id]
        if not theirs:
            return Choice(None, state="not_in_collection")
        linked = self._linked(child, chain, theirs)
        if linked is not None:
            return _of_link(linked)
        likely = [one for one in theirs if self._may_be_meant(one, child, hop)]
        words = self.words_of(mention, chain)
        found = [(c.strength, one.order, one.article_id, c) for one in likely if (c := self._carries(one, words, hop, among))]
        if found:
            *_, parent, carried = max(found, key=lambda f: f[:3])
            return Choice(parent, carried)
        return self._missing(words, likely)

    def words_of(self, mention: Mention, chain: Chain) -> CreditedWords:
        """What a chain credits where it covers a mention: its clause without the credit, and the quote itself."""
        page = self.library.page(mention.article_id)
        clause = read_credited(page.text, self._clause(mention, chain))
        if mention.kind != "quote":
            return CreditedWords(clause)
        pieces = self.pieces.get(mention.group) or (mention.span,)
        return CreditedWords(clause, read_credited(page.text, pieces, quoted=True))

    def _clause(self, mention: Mention, chain: Chain) -> Sequence[Span]:
        if mention.kind == "passage":
            return (mention.span,)
        sentence = sentence_around(self.library.page(mention.article_id), mention.span.start)
        within = Span(max(sentence.start, chain.scope.start), min(sentence.end, chain.scope.end))
        clause = within if within.start < within.end else sentence
        cuts = sorted(one.span for one in chain.hops if one.span.meets(clause))
        parts = _without(clause, cuts)
        return parts or (clause,)

    def _linked(self, child: Held, chain: Chain, theirs: Sequence[Held]) -> Held | None:
        """The article that a link in the credited words leads to."""
        ids = {one.article_id: one for one in theirs}
        return next((ids[a] for place, a in self.links.get(child.article_id, ()) if a in ids and place.meets(chain.scope)), None)

    def _may_be_meant(self, one: Held, child: Held, hop: Hop) -> bool:
        """Whether the dates allow that the child speaks of that article."""
        days = self._days(child, hop)
        if days is not None and one.published_at is not None:
            return days.holds(one.published_at.date())
        lag = one.after(child)
        if lag is None:
            return True
        touched = bool(child.modified_at and one.published_at and child.modified_at >= one.published_at)
        reported = (child.article_id, hop.source_id) in self.reports
        return -AGE <= lag <= (UPDATED if reported else CLOCKS) or touched

    def _days(self, child: Held, hop: Hop) -> Days | None:
        if child.published_at is None or not hop.span.end:
            return None
        page = self.library.page(child.article_id)
        sentence = sentence_around(page, hop.span.start)
        return find_days(page.text, hop.span, sentence, child.published_at.date(), page.language)

    def _carries(self, one: Held, words: CreditedWords, hop: Hop, among: Mapping[str, Span]) -> Carried | None:
        page = self.library.page(one.article_id)
        found = words.found_in(page) or words.matched(page, among.get(one.article_id))
        return found or (find_in_title(words.clause, page) if hop.rule in REPORTS else None)

    def _missing(self, words: CreditedWords, likely: Sequence[Held]) -> Choice:
        """The missing source, with the held article that comes nearest to its words."""
        pages = ((one.article_id, self.library.page(one.article_id)) for one in likely)
        near = ((window[0], article) for article, page in pages if (window := best_window(words.clause, page)))
        best = max(near, default=(0.0, ""))
        if best[0] < NEAR:
            return Choice(None, state="words_not_found")
        return Choice(None, candidate=best[1], state="candidate")


def _of_link(linked: Held) -> Choice:
    if linked.words < FEW:
        return Choice(None, candidate=linked.article_id, state="unreadable")
    return Choice(linked.article_id)


def _without(clause: Span, cuts: Sequence[Span]) -> tuple[Span, ...]:
    """A clause without some stretches of it."""
    parts, at = list[Span](), clause.start
    for cut in cuts:
        parts.append(Span(at, cut.start))
        at = max(at, cut.end)
    parts.append(Span(at, clause.end))
    return tuple(part for part in parts if part.end - part.start > 1)


def reports_named(chains: Mapping[str, Sequence[Chain]]) -> Iterator[tuple[str, str]]:
    """Each article with each house of which it credits a report."""
    return ((article, hop.source_id) for article, some in chains.items() for c in some for hop in c.hops if hop.rule in REPORTS)
