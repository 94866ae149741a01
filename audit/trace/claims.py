"""Mentions that are the same thing make one claim.

Invariant: a claim holds mentions of one kind; its id is that of its earliest mention, whatever the order of the input.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import networkx as nx

from audit.ids import stable_id
from audit.trace.records import Chain, Claim, Held, Mention, Pair

KIND = {"quote": "utterance", "figure": "figure", "passage": "passage", "credit": "assertion"}


def find_claims(
    mentions: Sequence[Mention], pairs: Iterable[Pair], chains: Iterable[Chain], held: Mapping[str, Held]
) -> list[Claim]:
    """Claims of all that is matched, and of what is credited in one article alone; two that conflict stay two."""
    claims = _cluster(mentions, pairs, held)
    taken = {mention.mention_id for claim in claims for mention in claim.mentions}
    singles = (_claim(found, held) for found in _credited(mentions, chains, taken))
    return sorted([*claims, *singles], key=lambda claim: claim.claim_id)


def _cluster(mentions: Sequence[Mention], pairs: Iterable[Pair], held: Mapping[str, Held]) -> list[Claim]:
    group_of = {mention.mention_id: mention.group for mention in mentions}
    members = defaultdict[str, list[Mention]](list)
    for mention in mentions:
        members[mention.group].append(mention)
    graph: nx.Graph[str] = nx.Graph()
    for pair in pairs:
        if pair.a in group_of and pair.b in group_of:
            graph.add_nodes_from((group_of[pair.a], group_of[pair.b]))
            if pair.joins:
                graph.add_edge(group_of[pair.a], group_of[pair.b])
    return [_claim([m for group in ids for m in members[group]], held) for ids in nx.connected_components(graph)]


def _claim(mentions: Iterable[Mention], held: Mapping[str, Held]) -> Claim:
    ordered = sorted(mentions, key=lambda m: (held[m.article_id].order, m.span, m.mention_id))
    first = ordered[0]
    return Claim(stable_id("claim", first.mention_id), KIND[first.kind], first.label, tuple(ordered))


def _credited(mentions: Sequence[Mention], chains: Iterable[Chain], taken: set[str]) -> Iterator[list[Mention]]:
    """Groups of mentions that a chain covers and no claim holds; the credited words themselves where it covers none."""
    by_article, credit_of = defaultdict[str, list[Mention]](list), dict[str, Mention]()
    for mention in mentions:
        if mention.kind == "credit":
            credit_of[mention.mention_id] = mention
        else:
            by_article[mention.article_id].append(mention)
    seen = set[str]()
    for chain in chains:
        covered = [m for m in by_article[chain.article_id] if m.span.meets(chain.scope) and m.kind != "passage"]
        for mention in covered:
            if mention.group not in seen and mention.mention_id not in taken:
                seen.add(mention.group)
                yield [m for m in by_article[chain.article_id] if m.group == mention.group]
        if not covered:
            yield [credit_of[chain.hops[0].credit_id]]
