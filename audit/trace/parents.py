"""On which held article a credit leads: chosen by the credited words, never because its outlet is held.

Invariant: a parent is an article of the credited house that a link of the credit names, or that carries the credited
words and may have been published before them. What else is held of the house is a candidate beside a missing source.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, fields
from datetime import timedelta
from itertools import accumulate
from operator import itemgetter
from typing import Any

from audit.extract.credits.credit_rules import rule_tells
from audit.match.retranslation import tells_translation
from audit.match.words import read_words
from audit.records import CreditRelation, Span
from audit.text.sentences import sentence_around
from audit.text.spans import without
from audit.trace.credited_words import (
    COVERED,
    LONG_RUN,
    RUN,
    STRETCH,
    TITLE_LEAST,
    Carried,
    Credited,
    best_window,
    find_carried,
    find_in_marks,
    find_in_title,
    has_words,
    read_credited,
)
from audit.trace.records import Chain, Held, Hop, Mention
from audit.trace.texts import Library, Page, telling
from audit.trace.time_cues import Days, find_days
from audit.warehouse import Answers, Index, joined_key, stable_key

CLOCKS = timedelta(minutes=5)  # two desks' clocks may differ by this
UPDATED = timedelta(days=1)  # a report that is credited may stand in a version of a day later
AGE = timedelta(days=14)  # an older article is meant only where a cue of time or a link says so
DAY = timedelta(days=1)  # dates without a clock are a day apart at most; only retold words are of the same days
FRESH = timedelta(days=2)  # and so are some words in a row that are not most of what is credited
MATCHED = 0.3  # share of the telling words of a figure's sentence, where the figure itself is matched
NEAR = 0.25  # share of the telling words from which a held article is a candidate
NEARER = 1 / 3  # share from which it may be the one that is meant
MOSTLY = 0.6  # share that is enough without a headline
HEADLINE_TOLD = 0.7  # share of its headline's telling words that the text has
APART = 1.3  # so many times the share of the next article of that house it must have
LATEST = UPDATED + DAY  # an article that is credited may be dated so much later than what credits it, at most
LATER_COVERED = 0.6
"""Share of the telling words: a later text that has no more of them, in its own words, is a report of its own."""
OF_ONE_TOPIC = (
    0.5  # share of the telling words of one of two headlines that the other text has, where both tell the same
)
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
    key: int = 0  # of the text and of both
    is_quote: bool = False  # whether the mention is one, not only what stands around it

    @property
    def span(self) -> Span:
        """The words that are credited."""
        return (self.quote or self.clause).hull

    def found_in(self, page: Page) -> Carried | None:
        """Where a page carries them; of a quote its own words are wanted, and a few words need their sentence too, or
        are all that is in marks there.
        """
        if self.quote is None:
            return find_carried(self.clause, page)
        if self.quote.count >= RUN:
            return find_carried(self.quote, page)
        if not has_words(self.quote, page):
            return None
        return find_carried(self.clause, page) or find_in_marks(self.quote, page)

    def matched(self, page: Page, place: Span | None) -> Carried | None:
        """The same mention in another article: enough for a quote, while a number needs some of its sentence, and one
        that somebody says needs his words; so does what a page has that translates for itself.
        """
        if place is None or (self.quote is not None and not self.is_quote):
            return None
        window = best_window(self.clause, page)
        if self.quote is None and (window is None or window[0] < MATCHED):
            return None
        if self.quote is not None and tells_translation(page.text) and self.found_in(page) is None:
            return None
        return Carried(self.span, place, window[0] if window else 0.0, self.quote is None)


@dataclass(slots=True)
class Shelf:
    """What parents are chosen from."""

    held: Mapping[str, Held]
    library: Library
    by_house: Mapping[str, Sequence[str]]
    links: Mapping[str, Sequence[tuple[Span, str]]]  # by article: place and the held article it leads to
    pieces: Mapping[str, Sequence[Span]]  # of each utterance
    quoted: Mapping[str, Sequence[Span]]  # by article: words in quotation marks
    reports: frozenset[tuple[str, str]] = frozenset()  # article and the house of which it credits a report
    kept: Kept | None = None  # what comparing words with an article came to in earlier runs
    _days_of: dict[str, _Dated] = field(default_factory=dict, init=False, repr=False)  # of each house
    _keys: dict[str, int] = field(default_factory=dict, init=False, repr=False)  # of each article that credits

    def choose(self, mention: Mention, chain: Chain, hop: Hop, among: Mapping[str, Span]) -> Choice:
        """The parent that a hop leads to for a mention; `among`: where other articles have the same mention."""
        child, theirs = self.held[mention.article_id], self._theirs(hop.source_id)
        linked = self._linked(child, chain, hop, theirs.ids)
        if linked is not None:
            return self._of_link(linked, mention, chain, hop, among)
        if theirs.ids <= {child.article_id}:
            return Choice(None, state="no_name" if hop.is_nameless else "not_in_collection")
        if self.kept is None:
            return self._chosen(mention, chain, hop, among)
        key = self._choice_key(mention, chain, hop, among)
        return _as_choice(*self.kept.choices.answer(key, lambda: _told(self._chosen(mention, chain, hop, among))))

    def may_mean(self, mention: Mention, chain: Chain, hop: Hop, one: Held) -> bool:
        """Whether an article carries the words that a hop leads to, or comes near enough to them to be a candidate."""
        if not self.is_in_reach(one, self.held[mention.article_id], hop):
            return False
        words, page = self.words_of(mention, chain), self.library.page(one.article_id)
        child = self.library.page(mention.article_id) if rule_tells(hop.rule, "report") else None
        return _carried(words, page, None, child) is not None or (_share(words, page) or 0.0) >= NEAR

    def is_in_reach(self, one: Held, child: Held, hop: Hop) -> bool:
        """Whether dates leave an article among those that a hop of another one may mean."""
        alone = _Dated((one,))
        return any(alone.near(child, AGE)) or (any(alone.near(child, None)) and self._names_days(child, hop))

    def _choice_key(self, mention: Mention, chain: Chain, hop: Hop, among: Mapping[str, Span]) -> int:
        """Key of all that a choice rests on: the words, the credit, and what is held of its house that may be meant."""
        child, theirs = self.held[mention.article_id], self._theirs(hop.source_id)
        dated, is_report = self._names_days(child, hop), (child.article_id, hop.source_id) in self.reports
        meant = theirs.mixed(child, None if dated else AGE, self._article_key)
        alike = sorted((a, among[a]) for a in theirs.ids & among.keys())
        told = (hop.source_id, hop.span, rule_tells(hop.rule, "report"), _is_of_all(hop), is_report, meant, alike)
        return joined_key(self._said_key(mention, chain), stable_key(told))

    def _said_key(self, mention: Mention, chain: Chain) -> int:
        """Key of the words that a chain credits, and of the article that they stand in."""
        pieces = self.pieces.get(mention.group) if mention.kind == "quote" else None
        told = (mention.kind, mention.span, mention.told, pieces, chain.scope, [hop.span for hop in chain.hops])
        return joined_key(self._child_key(mention.article_id), stable_key(told))

    def _child_key(self, article_id: str) -> int:
        if article_id not in self._keys:
            key = joined_key(self._article_key(self.held[article_id]), stable_key(self.quoted.get(article_id)))
            self._keys[article_id] = key
        return self._keys[article_id]

    def _article_key(self, one: Held) -> int:
        """Key of an article, its dates, and whose it is."""
        return joined_key(self.library.key(one.article_id), stable_key(*one.dated))

    def _names_days(self, child: Held, hop: Hop) -> bool:
        """Whether a credit names the days of what it means."""
        if self.kept is None:
            return bool(self._days(child, hop))
        key = joined_key(self._article_key(child), stable_key("days", hop.span))
        return bool(self.kept.days.answer(key, lambda: True if self._days(child, hop) else None))

    def credited_span(self, mention: Mention, chain: Chain) -> Span:
        """The words that a chain credits where it covers a mention."""
        if self.kept is None:
            return self.words_of(mention, chain).span
        key = self._said_key(mention, chain)
        return Span(*self.kept.spans.answer(key, lambda: self.words_of(mention, chain).span))

    def _chosen(self, mention: Mention, chain: Chain, hop: Hop, among: Mapping[str, Span]) -> Choice:
        """The article of a house that carries the words, or why there is none."""
        child, theirs = self.held[mention.article_id], self._theirs(hop.source_id)
        days = self._days(child, hop)
        near = theirs.near(child, None if days else AGE)
        likely = [one for one in near if one is not child and self._may_be_meant(one, child, hop, days)]
        words, page = self.words_of(mention, chain), self.library.page(child.article_id)
        carried = ((one, self._carries(one, words, hop, among, page)) for one in likely)
        held_in = ((one, c) for one, c in carried if c and not (_is_later(one, child) and _is_loose(c)))
        found_in = ((one, c) for one, c in held_in if _is_printed(c, words) or self._of_one_topic(page, one))
        told = ((one, c) for one, c in found_in if days is None or _is_of(days, one, c, words))
        meant = ((one, c) for one, c in told if days or not _is_stale(one, child, _lasts(c, words)))
        found = [(one, c) for one, c in meant if not _is_of_all(hop) or _is_reprint(c, words)]
        if not found:
            return self._reported(words, hop, likely, child) or self._missing(words, likely)
        said = self._beside_credit(child, chain, hop) if len(found) > 1 else None
        best, place = max(found, key=lambda f: self._rank(f[0], f[1], child, hop, said))
        return Choice(best.article_id, place)

    def _of_one_topic(self, child: Page, one: Held) -> bool:
        """Whether one of two texts tells most of the other's headline; one without a headline may be about anything."""
        other = self.library.page(one.article_id)
        told = ((telling(read_words(a.title).keys), b.stems) for a, b in ((child, other), (other, child)))
        shares = [len(title & stems) / len(title) for title, stems in told if title]
        return not shares or max(shares) >= OF_ONE_TOPIC

    def _rank(self, one: Held, found: Carried, child: Held, hop: Hop, said: Credited | None) -> tuple[Any, ...]:
        """How likely one of several articles is meant: what has most of the credit's own sentence goes first."""
        whole = find_carried(said, self.library.page(one.article_id)) if said else None
        told = whole.strength if whole else 0.0
        return not _is_later(one, child), one.publisher_id == hop.source_id, told, found.strength, one.order

    def _beside_credit(self, child: Held, chain: Chain, hop: Hop) -> Credited | None:
        """The words of the sentence in which a credit stands, as far as it covers them."""
        page = self.library.page(child.article_id)
        sentence = sentence_around(page.text, Span(hop.span.start, hop.span.start + 1), page.language)
        within = Span(max(sentence.start, chain.scope.start), min(sentence.end, chain.scope.end))
        parts = without(within, (hop.span for hop in chain.hops)) if within.start < within.end else ()
        return read_credited(page.text, parts) if parts else None

    def words_of(self, mention: Mention, chain: Chain) -> CreditedWords:
        """What a chain credits where it covers a mention: its clause without the credit, and the quote itself."""
        page = self.library.page(mention.article_id)
        figure = mention.span if mention.kind == "figure" else None
        clause = read_credited(page.text, self._clause(mention, chain), figure=figure)
        if mention.kind == "quote":
            pieces = self.pieces.get(mention.group) or (mention.span,)
        else:
            pieces = [p for p in self.quoted.get(mention.article_id, ()) if clause.hull.meets(p)]
        pieces = [part for piece in pieces for part in without(piece, (hop.span for hop in chain.hops)) or (piece,)]
        quote = read_credited(page.text, pieces, quoted=True) if pieces else None
        is_quote = mention.kind == "quote"
        told = quote if quote and (is_quote or _mostly(quote, clause)) else None
        key = (
            joined_key(page.key, stable_key(clause.parts, told.parts if told else None, is_quote, figure))
            if self.kept
            else 0
        )
        return CreditedWords(clause, told, key, is_quote)

    def _clause(self, mention: Mention, chain: Chain) -> Sequence[Span]:
        if mention.kind == "passage":
            return without(mention.span, (hop.span for hop in chain.hops)) or (mention.span,)
        page = self.library.page(mention.article_id)
        at = Span(mention.span.start, mention.span.start + 1)
        sentence = mention.told or sentence_around(page.text, at, page.language)
        within = Span(max(sentence.start, chain.scope.start), min(sentence.end, chain.scope.end))
        hops = [hop.span for hop in chain.hops]
        for clause in (within, sentence) if within.start < within.end else (sentence,):
            parts = without(clause, hops)
            if any(map(str.isalnum, "".join(part.of(page.text) for part in parts))):
                return parts
        return (within,) if within.start < within.end else (sentence,)

    def _theirs(self, house: str) -> _Dated:
        """What is held of a house."""
        if house not in self._days_of:
            self._days_of[house] = _Dated(self.held[a] for a in self.by_house.get(house, ()))
        return self._days_of[house]

    def _linked(self, child: Held, chain: Chain, hop: Hop, theirs: Set[str]) -> Held | None:
        """Where a link in the credited words leads; where the link is itself the credit, whoever printed that."""
        leads = ((p, a) for p, a in self.links.get(child.article_id, ()) if a != child.article_id)
        own = hop.span if hop.relation == CreditRelation.LINKS else None
        return next((self.held[a] for p, a in leads if p == own or (a in theirs and p.meets(chain.scope))), None)

    def _of_link(self, linked: Held, mention: Mention, chain: Chain, hop: Hop, among: Mapping[str, Span]) -> Choice:
        """The page that a link leads to; one of a few words that has not the credited ones could not be read."""
        if linked.words >= FEW:
            return Choice(linked.article_id)
        page = self.library.page(mention.article_id)
        carried = self._carries(linked, self.words_of(mention, chain), hop, among, page)
        if carried is None:
            return Choice(None, candidate=linked.article_id, state="unreadable")
        return Choice(linked.article_id, carried)

    def _may_be_meant(self, one: Held, child: Held, hop: Hop, days: Days | None) -> bool:
        """Whether the dates, and the days that the credit names, allow that the child speaks of that article."""
        lag = one.after(child)
        if days is not None and one.published_at is not None:
            aged = days.holds(one.published_at.date()) or days.holds(one.published_at.date() + DAY)
        else:
            aged = lag is None or lag >= -AGE
        return aged and (lag is None or lag <= self._latest(one, child, hop) or _touched(child, one))

    def _latest(self, one: Held, child: Held, hop: Hop) -> timedelta:
        """How much later than the child an article may be dated.

        Within a day a credit outranks the clock, and a report that is credited may be held as updated; but what is
        only said to have been told is no later day's text.
        """
        timed = one.precision == child.precision == "time"
        return UPDATED if timed or (child.article_id, hop.source_id) in self.reports else CLOCKS

    def _days(self, child: Held, hop: Hop) -> Days | None:
        if child.published_at is None or not hop.span.end:
            return None
        page = self.library.page(child.article_id)
        sentence = sentence_around(page.text, Span(hop.span.start, hop.span.start + 1), page.language)
        return find_days(page.text, hop.span, sentence, child.published_at.date(), page.language)

    def _carries(
        self, one: Held, words: CreditedWords, hop: Hop, among: Mapping[str, Span], child: Page
    ) -> Carried | None:  # fmt: skip
        page, place = self.library.page(one.article_id), among.get(one.article_id)
        is_report = rule_tells(hop.rule, "report")
        if self.kept is None:
            return _carried(words, page, place, child if is_report else None)
        key = joined_key(words.key, page.key, stable_key(place, is_report))
        found = self.kept.carried.answer(key, lambda: _carried(words, page, place, child if is_report else None))
        return None if found is None else _as_carried(found)

    def _reported(self, words: CreditedWords, hop: Hop, likely: Sequence[Held], child: Held) -> Choice | None:
        """The report that a credit means where it tells the words otherwise, with another number, or shorter: of those
        of its house from these days the one that comes nearest by far, in a stretch of few words, where both are about
        the same.
        """
        if words.quote is not None or not rule_tells(hop.rule, "report") or _is_of_all(hop):
            return None
        recent = [one for one in likely if not _is_later(one, child) and not _is_stale(one, child, FRESH)]
        near = sorted(((self._nearness(one, words) or 0.0, one.order, one) for one in recent), reverse=True)[:2]
        if not near or near[0][0] < NEARER or near[0][0] < APART * sum(share for share, *_ in near[1:]):
            return None
        share, _, best = near[0]
        page, other = self.library.page(child.article_id), self.library.page(best.article_id)
        window = best_window(words.clause, other)
        if window is None or len(read_words(other.text, window[1])) > STRETCH:
            return None
        if not (self._tells_most(page, words, share, best) or self._tells_headline(page, words, best)):
            return None
        return Choice(best.article_id, Carried(words.span, window[1], share, retold=True))

    def _tells_most(self, child: Page, words: CreditedWords, share: float, one: Held) -> bool:
        """Whether an article of the same topic tells most of the credited words, where these are more than a few."""
        named = self.library.page(one.article_id).title and child.title
        return (
            bool(named)
            and share >= MOSTLY
            and len(words.clause.tells) >= TITLE_LEAST
            and self._of_one_topic(child, one)
        )

    def _tells_headline(self, child: Page, words: CreditedWords, one: Held) -> bool:
        """Whether a text tells most of an article's headline, and the credited words some of it."""
        title = telling(read_words(self.library.page(one.article_id).title).keys)
        told = len(title & child.stems) >= HEADLINE_TOLD * len(title)
        return told and not title.isdisjoint(words.clause.tells)

    def _missing(self, words: CreditedWords, likely: Sequence[Held]) -> Choice:
        """The missing source, with the held article that comes nearest to its words."""
        shares = ((self._nearness(one, words), one.article_id) for one in likely)
        best = max(((share, article) for share, article in shares if share is not None), default=(0.0, ""))
        if best[0] < NEAR:
            return Choice(None, state="words_not_found")
        return Choice(None, candidate=best[1], state="candidate")

    def _nearness(self, one: Held, words: CreditedWords) -> float | None:
        """The share of the credited words that a passage of an article has; None where it has next to none."""
        page = self.library.page(one.article_id)
        if self.kept is None:
            return _share(words, page)
        share: float | None = self.kept.near.answer(joined_key(words.key, page.key), lambda: _share(words, page))
        return share


class _Dated:
    """Articles by their dates, so that those that may be meant are found without asking each."""

    def __init__(self, articles: Iterable[Held]) -> None:
        held = list(articles)
        self.ids = frozenset(one.article_id for one in held)
        self._undated = [one for one in held if one.published_at is None]
        dated = [(one.published_at, one) for one in held if one.published_at is not None]
        self._dated = sorted(dated, key=itemgetter(0))
        self._sums, self._always = list[int](), 0

    def near(self, child: Held, age: timedelta | None) -> Iterator[Held]:
        """All that dates do not rule out: as old as `age` at most, and hardly younger than a change of the child."""
        first, last = self._within(child, age)
        yield from (one for _, one in self._dated[first:last])
        yield from self._undated

    def mixed(self, child: Held, age: timedelta | None, key_of: Callable[[Held], int]) -> int:
        """The keys of the same, added up."""
        if not self._sums:
            self._sums = list(accumulate((key_of(one) for _, one in self._dated), initial=0))
            self._always = sum(map(key_of, self._undated))
        first, last = self._within(child, age)
        return self._always + self._sums[last] - self._sums[first]

    def _within(self, child: Held, age: timedelta | None) -> tuple[int, int]:
        day = child.published_at
        if day is None:
            return 0, len(self._dated)
        latest = max(day, child.modified_at or day) + LATEST
        last = bisect_right(self._dated, latest, key=itemgetter(0))
        first = bisect_left(self._dated, day - age - DAY, key=itemgetter(0)) if age is not None else 0
        return min(first, last), last


@dataclass(frozen=True, slots=True)
class Kept:
    """Answers of the index: where an article carries credited words, how near it comes to them, and what follows."""

    carried: Answers
    near: Answers
    choices: Answers  # where a credit leads
    days: Answers  # whether it names any
    spans: Answers  # the words that it credits
    prose: Answers  # whether a passage is a reporter's
    stems: Answers  # what a page tells

    @classmethod
    def of(cls, index: Index) -> Kept:
        """Those of one index."""
        return cls(*(Answers(index, one.name) for one in fields(cls)))

    def store(self, *, prune: bool = True) -> None:
        """Keep what is new; what was compared goes when many choices have gone, for those that stay ask no more.

        Nothing goes without `prune`: where not all was asked.
        """
        for kept in (self.days, self.spans, self.prose):
            kept.store(prune=prune)
        is_stale = self.choices.store(prune=prune)
        for kept in (self.carried, self.near, self.stems):
            kept.store(prune=is_stale)


def _told(choice: Choice) -> list[Any]:
    return [choice.parent, choice.carried, choice.candidate, choice.state]


def _as_choice(parent: str | None, carried: Sequence[Any] | None, candidate: str | None, state: str | None) -> Choice:
    return Choice(parent, _as_carried(carried) if carried else None, candidate, state)


def _carried(words: CreditedWords, page: Page, place: Span | None, child: Page | None) -> Carried | None:
    """Where a page carries credited words; of a report, for which `child` is given, its headline may tell them too."""
    found = words.found_in(page) or words.matched(page, place)
    if found or child is None:
        return found
    return find_in_title(words.clause, page, child, printed=words.quote is not None)


def _as_carried(told: Sequence[Any]) -> Carried:
    if isinstance(told, Carried):  # just found
        return told
    own, place, strength, retold = told
    return Carried(Span(*own), Span(*place) if place else None, strength, retold)


def _share(words: CreditedWords, page: Page) -> float | None:
    window = best_window(words.clause, page)
    return window[0] if window else None


def _mostly(quote: Credited, clause: Credited) -> bool:
    """Whether a clause is for the most part somebody's own words."""
    return 2 * quote.count >= clause.count


def _touched(child: Held, one: Held) -> bool:
    """Whether a page was changed after an article came out."""
    return bool(child.modified_at and one.published_at and child.modified_at >= one.published_at)


def _lasts(found: Carried, words: CreditedWords) -> timedelta:
    """How old an article may be that is credited without a day: the less of the words it has, the younger."""
    if found.retold:
        return DAY if words.clause.figure is None else FRESH  # a number that is credited stands there
    own = words.quote is not None and words.quote.hull.holds(found.own)
    few = found.strength < LONG_RUN and found.strength % 1 <= COVERED
    slight = few and not own and found.place is not None
    return FRESH if slight else AGE


def _is_of_all(hop: Hop) -> bool:
    """Whether a credit is for a whole text: some words of it may stand in any other text of that house."""
    return rule_tells(hop.rule, "whole") or not hop.span.end


def _is_reprint(found: Carried, words: CreditedWords) -> bool:
    """Whether most of a sentence stands in another text in a row, or a long run of it."""
    whole = words.clause.hull
    return _is_whole(found) or (not found.retold and 2 * (found.own.end - found.own.start) >= whole.end - whole.start)


def _is_whole(found: Carried) -> bool:
    """Whether a long run of words stands in both texts."""
    return not found.retold and found.strength >= LONG_RUN


def _is_of(days: Days, one: Held, found: Carried, words: CreditedWords) -> bool:
    """Whether an article is of the days that a credit names, or of the day before with a long run of what was said.

    What is aired on Friday was taped, and printed, on Thursday.
    """
    if one.published_at is None or days.holds(one.published_at.date()):
        return True
    return words.is_quote and _is_whole(found)


def _is_loose(found: Carried) -> bool:
    """Whether a text tells the credited words in its own, and hardly more than half of them."""
    return found.retold and found.place is not None and found.strength <= LATER_COVERED


def _is_printed(found: Carried, words: CreditedWords) -> bool:
    """Whether words that are credited stand there as they are, not only what they tell."""
    return not found.retold or words.quote is not None


def _is_stale(one: Held, child: Held, lasts: timedelta) -> bool:
    """Whether an article is older than what news credits without saying when."""
    lag = one.after(child)
    return lag is not None and lag < -lasts


def _is_later(one: Held, child: Held) -> bool:
    """Whether an article is dated after another, as far as their dates tell."""
    lag = one.after(child)
    return lag is not None and lag > CLOCKS


def reports_named(chains: Mapping[str, Sequence[Chain]]) -> Iterator[tuple[str, str]]:
    """Each article with each house of which it credits a report."""
    hops = ((chain.article_id, hop) for some in chains.values() for chain in some for hop in chain.hops)
    return ((article, hop.source_id) for article, hop in hops if rule_tells(hop.rule, "report"))
