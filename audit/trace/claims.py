"""Statements that are the same thing make one claim; two that only bear on each other stay two, and are linked.

Invariant: in a claim every two statements are said to be the same, by a match, by the words that both share with a
third (a good part of one, not a phrase in both), or by the same number of the same thing. Its id is that of its
earliest mention, whatever the order of the input; its label are words that most of its articles have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import chain as joined

from audit.ids import stable_id
from audit.records import CreditRelation, Span
from audit.trace.complete_link import complete_link
from audit.trace.records import Chain, Claim, ClaimLink, Held, Mention, Pair
from audit.trace.statements import find_statements

KINDS = {"quote": "utterance", "figure": "figure", "passage": "passage", "credit": "assertion"}
"""Kind of the claim by kind of mention; of a statement that holds several the first counts."""
SURENESS = {"exact": 0, "typography": 0, "equal": 0, "copied": 0, "hedge_lost": 1, "hedge_added": 1, "hedge_flipped": 1}
"""Relations in the order in which they join: the same words, the same number, all else."""
APART = frozenset({"part", "sum"})
"""Links between numbers of two things."""
LONG = 300  # characters: no label gains by being longer
PART = 0.25  # of the shorter of two quotes: less that both share with a third is a phrase that both have
NAMED_PART = 0.5  # the same where two are named as their speakers
CARRIED = 14  # characters, three words: a run so long of a label in another article tells that it has the same


def find_claims(
    mentions: Sequence[Mention],
    pairs: Iterable[Pair],
    chains: Iterable[Chain],
    held: Mapping[str, Held],
    statement_of: Mapping[str, str] | None = None,
) -> list[Claim]:
    """Claims of all that is matched, and of what is credited in one article alone.

    `statement_of`: of each mention, where others of its article, which are not given here, have their say.
    """
    statement_of = find_statements(mentions) if statement_of is None else statement_of
    members = defaultdict[str, list[Mention]](list)
    for mention in mentions:
        members[statement_of[mention.mention_id]].append(mention)
    kin, groups = _group(list(pairs), statement_of, members)
    taken = set(joined.from_iterable(groups))
    told = [m for m in mentions if m.kind != "passage" or statement_of[m.mention_id] in taken]
    singles = ([one] for one in _credited(told, chains, statement_of) if one not in taken)
    claims = (_claim(group, kin, held) for group in (*groups, *singles))
    return sorted(claims, key=lambda claim: claim.claim_id)


def link_claims(claims: Iterable[Claim], pairs: Iterable[Pair]) -> list[ClaimLink]:
    """The matches between mentions of two claims: one a pair of claims and relation, the surest."""
    claim_of = {mention.mention_id: claim.claim_id for claim in claims for mention in claim.mentions}
    found: dict[tuple[str, str, str], ClaimLink] = {}
    for pair in sorted(pairs, key=_sureness):
        a, b = claim_of.get(pair.a), claim_of.get(pair.b)
        if a and b and a != b and (b, a, pair.relation) not in found:
            found.setdefault((a, b, pair.relation), ClaimLink(a, b, pair.relation, pair.match_id, pair.why))
    return [found[key] for key in sorted(found)]


def add_kin(claims: Sequence[Claim], links: Iterable[ClaimLink]) -> list[Claim]:
    """The claims, each with the mentions of those that tell another number of the same thing."""
    by_id, beside = {claim.claim_id: claim for claim in claims}, defaultdict[str, set[str]](set)
    for link in links:
        if link.relation not in APART:
            beside[link.a_claim].add(link.b_claim)
            beside[link.b_claim].add(link.a_claim)
    kin = {key: tuple(m for other in sorted(others) for m in by_id[other].mentions) for key, others in beside.items()}
    return [replace(claim, kin=kin.get(claim.claim_id, ())) for claim in claims]


def _sureness(pair: Pair) -> tuple[int, float, str, str]:
    return SURENESS.get(pair.relation, 2), -pair.similarity, pair.a, pair.b


@dataclass(slots=True)
class _Kin:
    """What is known of two statements: whether matches say that they are one, and where a third shares their words."""

    members: Mapping[str, Sequence[Mention]]
    one: dict[tuple[str, str], bool] = field(default_factory=dict)
    places: dict[tuple[str, str], tuple[Span, ...]] = field(
        default_factory=dict
    )  # in the second, of words of the first
    near: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # those that have words of it

    def place(self, a: str, b: str, spans: tuple[Span, ...]) -> None:
        """Note where the second has words of the first."""
        self.places[a, b] = self.places.get((a, b), ()) + spans
        self.near[a].add(b)

    def note(self, a: str, b: str, pairs: Sequence[Pair]) -> Pair:
        """All matches of two statements, the surest first; returns the one that tells.

        A quote outweighs the figures inside it, and figures outweigh the words around them.
        """
        by_kind = {pair.kind: pair for pair in reversed(pairs)}
        told = by_kind.get("quote") or by_kind.get("figure") or pairs[0]
        joins = all(pair.joins for pair in pairs if pair.kind == told.kind)
        if told.kind == "passage" and self._has_numbers(a) and self._has_numbers(b):
            joins = self._same_number(a, b)
        self.one[a, b] = self.one[b, a] = joins
        return told

    def _has_numbers(self, statement: str) -> bool:
        return any(mention.slots for mention in self.members[statement])

    def agree(self, a: str, b: str, others: AbstractSet[str]) -> bool:
        """Whether two statements are one thing said."""
        told = self.one.get((a, b))
        if told is not None:
            return told
        thirds = self.near[a] & self.near[b] & others
        return self._same_number(a, b) or any(
            self._meet(a, b, third) and not self._is_phrase(a, b, third) for third in thirds
        )

    def _same_number(self, a: str, b: str) -> bool:
        one, two = ([m.slots for m in self.members[s] if m.slots] for s in (a, b))
        return any(x.agrees(y) for x in one for y in two)

    def _meet(self, a: str, b: str, third: str) -> bool:
        """Whether a third has words of both at one place."""
        shorter = min(_length(self.places[a, third]), _length(self.places[b, third]))
        return 2 * self._shared_in(a, b, third) >= shorter

    def _is_phrase(self, a: str, b: str, third: str) -> bool:
        """Whether what both share with a third is little of either."""
        part = NAMED_PART if self._has_two_speakers(a, b) else PART
        return self._shared_in(a, b, third) < part * min(self._told(a, third), self._told(b, third))

    def _shared_in(self, a: str, b: str, third: str) -> int:
        return sum(_shared(x, y) for x in self.places[a, third] for y in self.places[b, third])

    def _told(self, statement: str, third: str) -> int:
        """Length of what a statement says where a third has words of it."""
        places = self.places.get((third, statement), ())
        return _length({m.span for m in self.members[statement] if any(m.span.meets(place) for place in places)})

    def _has_two_speakers(self, a: str, b: str) -> bool:
        one, two = ({m.source_id for m in self.members[s] if m.kind == "quote" and m.source_id} for s in (a, b))
        return bool(one and two) and one.isdisjoint(two)

    def carriers(self, statement: str, mention: Mention, group: AbstractSet[str]) -> int:
        """How many other articles of a claim have words of a mention, half of it or a run that tells something; a match
        says so, or the words that both share with a third.
        """
        matched = {
            other for other in self.near[statement] & group if _is_carried(mention.span, self.places[other, statement])
        }
        found = {self.members[other][0].article_id for other in matched} | {mention.article_id}
        for other in sorted(group - matched):
            article = self.members[other][0].article_id
            if article not in found and any(
                self._meet(statement, other, third) for third in matched & self.near[other]
            ):
                found.add(article)
        return len(found) - 1


def _is_carried(span: Span, places: Iterable[Span]) -> bool:
    shared = [_shared(span, place) for place in places]
    return 2 * sum(shared) >= span.end - span.start or max(shared, default=0) >= CARRIED


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _group(
    pairs: Sequence[Pair], statement_of: Mapping[str, str], members: Mapping[str, Sequence[Mention]]
) -> tuple[_Kin, list[list[str]]]:
    """Statements by what they say, with what is known of them; each that any match names is in one group."""
    kin, between = _Kin(members), defaultdict[tuple[str, str], list[Pair]](list)
    named = dict[str, None]()
    for pair in sorted(pairs, key=_sureness):
        a, b = statement_of.get(pair.a), statement_of.get(pair.b)
        if a is None or b is None:
            continue
        named |= {a: None, b: None}
        if a != b:
            between[min(a, b), max(a, b)].append(pair)
            if pair.kind != "figure":
                kin.place(b, a, pair.a_places or _spans(members[a]))
                kin.place(a, b, pair.b_places or _spans(members[b]))
    told = {key: kin.note(*key, found) for key, found in between.items()}
    surest = sorted((key for key in between if kin.one[key]), key=lambda key: _sureness(told[key]))
    return kin, complete_link(named, surest, kin.agree)


def _spans(mentions: Iterable[Mention]) -> tuple[Span, ...]:
    return tuple(mention.span for mention in mentions)


def _claim(group: Sequence[str], kin: _Kin, held: Mapping[str, Held]) -> Claim:
    told = [(m, statement) for statement in group for m in kin.members[statement]]
    told.sort(key=lambda one: (held[one[0].article_id].order, one[0].span, one[0].mention_id))
    ordered = tuple(m for m, _ in told)
    kind = _kind(ordered)
    label = _label([one for one in told if KINDS[one[0].kind] == kind], frozenset(group), kin)
    return Claim(stable_id("claim", ordered[0].mention_id), kind, label, ordered)


def _label(told: Sequence[tuple[Mention, str]], group: AbstractSet[str], kin: _Kin) -> str:
    """The words that most of the other articles have too: of these the fullest, the earliest. A piece that is shown by
    words beside it names nothing where another is there.
    """
    own = [one for one in told if _shows_itself(one[0])] or told
    best, _ = max(own, key=lambda one: (kin.carriers(one[1], one[0], group), min(len(one[0].label), LONG)))
    return best.label


def _shows_itself(mention: Mention) -> bool:
    return mention.kind != "quote" or len(mention.label) == mention.span.end - mention.span.start


def _kind(mentions: Iterable[Mention]) -> str:
    """What most of its articles have: a quote, else a figure, a passage, a credited statement."""
    order = list(KINDS)
    best = dict[str, int]()
    for mention in mentions:
        best[mention.article_id] = min(order.index(mention.kind), best.get(mention.article_id, len(order)))
    (rank, _), *_ = sorted(Counter(best.values()).items(), key=lambda item: (-item[1], item[0]))
    return KINDS[order[rank]]


def _credited(mentions: Iterable[Mention], chains: Iterable[Chain], statement_of: Mapping[str, str]) -> Iterator[str]:
    """Statements that a chain covers, each once; the credited words themselves where it covers none.

    Who only contributed to a report told nothing in it that can be named.
    """
    by_article = defaultdict[str, list[Mention]](list)
    for mention in mentions:
        if mention.kind != "credit":
            by_article[mention.article_id].append(mention)
    seen = set[str]()
    for chain in chains:
        if chain.hops[0].relation == CreditRelation.CONTRIBUTED_BY:
            continue
        covered = [m.mention_id for m in by_article[chain.article_id] if _covers(chain.scope, m)]
        for key in covered or [chain.hops[0].credit_id]:
            if statement_of[key] not in seen:
                seen.add(statement_of[key])
                yield statement_of[key]


def _covers(scope: Span, mention: Mention) -> bool:
    """Whether credited words are those of a mention: of a passage, which may run on, half at least."""
    shared = min(scope.end, mention.span.end) - max(scope.start, mention.span.start)
    return shared > 0 and (mention.kind != "passage" or 2 * shared >= mention.span.end - mention.span.start)
