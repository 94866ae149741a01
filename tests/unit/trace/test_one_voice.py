"""Two articles that credit somebody unnamed in one and the same sentence, or a poster and the account, rest on one source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from audit.trace.graph import claim_origins
from audit.trace.origins import Node
from audit.trace.records import Claim
from tests.unit.trace.world import World

SAME = "Wardens said that they had counted 31 dead seals on the grey shore."


def told(*texts: str, sources: Iterable[str] = "xy") -> tuple[World, Claim]:
    world = World(called=dict.fromkeys("xy", ("anonymous", "wardens")))
    for key, text in zip("ab", texts, strict=True):
        world.article(key, text, "ab".index(key))
    figures = (
        replace(world.figure(k, "31", s), sentence=world.find(k, t))
        for k, t, s in zip("ab", texts, sources, strict=True)
    )
    return world, world.claim(*figures)


def origins(world: World, claim: Claim) -> list[Node]:
    return claim_origins(claim, [], world.corpus)


def test_one_sentence_in_two_texts_has_one_source() -> None:
    assert origins(*told(SAME, SAME)) == [Node("source", "x")]


@pytest.mark.parametrize(
    "other",
    [
        "Wardens told a meeting in the town that 31 dead seals lay on the grey shore.",  # asked again, by somebody else
        "Wardens counted 31 seals.",
    ],
)
def test_another_sentence_may_have_another_source(other: str) -> None:
    assert len(origins(*told(SAME, other))) == 2


def test_a_short_sentence_is_written_twice() -> None:
    short = "Wardens counted 31 seals."
    assert len(origins(*told(short, short))) == 2


def test_what_is_called_otherwise_stays_apart() -> None:
    world, claim = told(SAME, SAME)
    world.called["y"] = ("anonymous", "a ranger")
    assert len(origins(world, claim)) == 2


def test_a_credit_in_the_sentence_counts_as_its_source() -> None:
    world, claim = told(SAME, SAME, sources="xx")
    assert origins(world, claim) == [Node("source", "x")]
    for key, source in zip("ab", "xy", strict=True):
        world.credit(key, "Wardens said", (source, "anonymous"))
    assert origins(world, claim) == [Node("source", "x")]


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        (("holm", "@holm"), {"@holm"}),  # one text credits the person, the other the account: said once, posted
        (("holm", "holm"), {"holm"}),  # nobody credits the account: he said it himself
        (("@holm", "@holm"), {"@holm"}),
        (("holm", "@lund"), {"holm", "@lund"}),
    ],
)
def test_a_poster_is_the_account_where_the_account_is_credited(sources: tuple[str, str], found: set[str]) -> None:
    world, claim = told(SAME, SAME, sources=sources)
    world.accounts["holm"] = "@holm"
    assert {node.node_id for node in origins(world, claim)} == found
