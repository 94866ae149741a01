"""Ids of claims that last: a claim keeps the id under which its mentions were known, however many articles arrive.

Invariant: an id never moves to other mentions while some of its own are there. Of two claims that turn out one the
older id stays, and the other is its alias.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from audit.ids import stable_id
from audit.trace.records import Claim
from audit.warehouse import Warehouse, read_sql

COLUMNS = {
    "claims": (0,),
    "claim_mentions": (0,),
    "claim_links": (0, 1),
    "edges": (1,),
    "dependences": (0,),
    "origins": (0,),
    "flips": (0,),
}
"""Where a row of a table holds the id of a claim."""

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """The claims of the run before: the claim of each mention, and the run that found each first, the oldest first."""

    claim_of: Mapping[str, str] = field(default_factory=dict)
    found_by: Mapping[str, str] = field(default_factory=dict)
    others: Collection[str] = ()  # ids of claims that are left as they are


def known_claims(warehouse: Warehouse, near: Iterable[str] | None = None) -> Known:
    """What the tables hold, before they are made anew; `near`: the claims that are loaded whole, if not all are."""
    found_by = dict(warehouse.query(read_sql(__package__, "claim_ages")))
    told = found_by if near is None else _among(found_by, set(near))
    mentions = warehouse.query(read_sql(__package__, "known_claims"), {"near": None if near is None else list(told)})
    claim_of = {mention: claim for claim, mention in mentions}
    return Known(claim_of, told, found_by.keys() - told.keys())


def _among(found_by: Mapping[str, str], near: Set[str]) -> dict[str, str]:
    return {claim: run for claim, run in found_by.items() if claim in near}


def with_lasting_ids(
    rows: Mapping[str, Iterable[Row]], ids: Mapping[str, str], known: Known, run_id: str
) -> dict[str, Iterator[Row]]:
    """Rows by table with the ids that their claims have had, claims with the run that found them."""
    kept = {table: map(partial(_renamed, COLUMNS[table], ids), found) for table, found in rows.items()}
    told = ((*row, known.found_by.get(row[0], run_id)) for row in kept.pop("claims", ()))
    return {**kept, "claims": told}


def _renamed(at: Sequence[int], ids: Mapping[str, str], row: Row) -> Row:
    return tuple(ids[value] if n in at else value for n, value in enumerate(row))


def note_aliases(warehouse: Warehouse, aliases: Mapping[str, str], run_id: str) -> None:
    """Add them to `claim_aliases`; what led to one of them leads on, and an id that is a claim again is none."""
    rows = [(alias, home, run_id) for alias, home in sorted(aliases.items())]
    warehouse.run("create or replace temp table new_aliases (claim_id varchar, into_id varchar, run_id varchar)")
    warehouse.insert("new_aliases", rows)
    warehouse.run(read_sql(__package__, "note_aliases"))


def lasting_ids(claims: Sequence[Claim], known: Known) -> tuple[dict[str, str], dict[str, str]]:
    """Claims under the ids of this run to the ids that they have had, and ids that turned out another: alias to id."""
    taken, ids, aliases = {*known.found_by, *known.others}, dict[str, str](), dict[str, str]()
    homes = _homes(claims, known)
    for claim in claims:
        had = homes.get(claim.claim_id, [])
        ids[claim.claim_id] = had[0] if had else _unused(claim.claim_id, taken)
        aliases |= dict.fromkeys(had[1:], ids[claim.claim_id])
    return ids, aliases


def _homes(claims: Sequence[Claim], known: Known) -> dict[str, list[str]]:
    """The ids that each claim has had, the oldest first: an id goes with most of its mentions."""
    votes = defaultdict[str, Counter[str]](Counter)
    for claim in claims:
        for mention in claim.mentions:
            if before := known.claim_of.get(mention.mention_id):
                votes[before][claim.claim_id] += 1
    found = defaultdict[str, list[str]](list)
    for before in known.found_by:
        if count := votes.get(before):
            home, _ = min(count.items(), key=lambda item: (-item[1], item[0]))
            found[home].append(before)
    return found


def _unused(key: str, taken: Collection[str]) -> str:
    """The id, or one made of it where another claim went by it."""
    while key in taken:
        key = stable_id("claim", key)
    return key
