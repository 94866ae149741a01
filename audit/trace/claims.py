"""Statements that are the same thing make one claim; two that only bear on each other stay two, and are linked.

Invariant: in a claim every two statements are said to be the same, by a match, by the words that both share with a
third, or by the same number of the same thing. Its id is that of its earliest mention, whatever the order of the input.
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
    groups = _group(list(pairs), statement_of, members)
    taken = set(joined.from_iterable(groups))
    told = [m for m in mentions if m.kind != "passage" or statement_of[m.mention_id] in taken]
    singles = ([one] for one in _credited(told, chains, statement_of) if one not in taken)
    claims = (_claim([m for one in group for m in members[one]], held) for group in (*groups, *singles))
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
        return self._same_number(a, b) or any(self._meet(a, b, third) for third in thirds)

    def _same_number(self, a: str, b: str) -> bool:
        one, two = ([m.slots for m in self.members[s] if m.slots] for s in (a, b))
        return any(x.agrees(y) for x in one for y in two)

    def _meet(self, a: str, b: str, third: str) -> bool:
        """Whether a third has words of both at one place."""
        one, two = self.places[a, third], self.places[b, third]
        shared = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in one for y in two)
        return 2 * shared >= min(_length(one), _length(two))


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _group(
    pairs: Sequence[Pair], statement_of: Mapping[str, str], members: Mapping[str, Sequence[Mention]]
) -> list[list[str]]:
    """Statements by what they say; each that any match names is in one group."""
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
    return complete_link(named, surest, kin.agree)


def _spans(mentions: Iterable[Mention]) -> tuple[Span, ...]:
    return tuple(mention.span for mention in mentions)


def _claim(mentions: Iterable[Mention], held: Mapping[str, Held]) -> Claim:
    ordered = sorted(mentions, key=lambda m: (held[m.article_id].order, m.span, m.mention_id))
    kind = _kind(ordered)
    of_kind = [m for m in ordered if KINDS[m.kind] == kind]
    label = max(of_kind, key=lambda m: min(len(m.label), LONG)).label
    return Claim(stable_id("claim", ordered[0].mention_id), kind, label, tuple(ordered))


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
