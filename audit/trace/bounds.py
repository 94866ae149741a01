"""How many origins a claim has at least and at most, and which single arrows would change that.

High keeps every node apart. Low makes one of all that may be one: sources of one affiliation or owner, and whatever
does not say whence it has its words (an article, an outlet, somebody unnamed) may be any of the named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from audit.trace.edges import Corpus
from audit.trace.graph import claim_origins
from audit.trace.origins import Node
from audit.trace.records import Claim, Edge

COUNTED = frozenset({"figure", "assertion"})  # kinds of claims of which origins are counted: somebody's words have one


@dataclass(frozen=True, slots=True)
class Bounds:
    """At least and at most."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Flip:
    """An arrow, and the bounds of its claim if it were ruled the other way."""

    claim_id: str
    edge_id: str
    bounds: Bounds


def find_bounds(origins: Sequence[Node], houses: Mapping[str, str]) -> Bounds:
    """Origins of a claim to their bounds; `houses`: whom each named source counts as."""
    named = {houses[node.node_id] for node in origins if node.kind == "source" and node.node_id in houses}
    return Bounds(max(1, len(named)), len(set(origins)))


def find_flips(
    claim: Claim, drawn: Sequence[Edge], corpus: Corpus, rejected: Set[str], houses: Mapping[str, str]
) -> Iterator[Flip]:  # fmt: skip
    """The arrows of a claim whose rejection, or acceptance after all, changes its bounds."""
    if claim.kind not in COUNTED or len({mention.article_id for mention in claim.mentions}) < 2:
        return
    now = find_bounds(claim_origins(claim, drawn, corpus, rejected), houses)
    for edge in sorted(drawn, key=lambda edge: edge.edge_id):
        then = find_bounds(claim_origins(claim, drawn, corpus, rejected ^ {edge.edge_id}), houses)
        if then != now:
            yield Flip(claim.claim_id, edge.edge_id, then)
