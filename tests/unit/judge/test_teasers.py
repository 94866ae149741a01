"""Headlines of other texts at the foot of one, and what only looks like them."""

from __future__ import annotations

import pytest

from audit.judge.gates import figures
from audit.judge.gates.teasers import is_teaser
from tests.unit.judge.test_gates import Shelf, figure, pair, place

ABOVE = "The Orrin dam holds.\nIt was built long ago.\n"
TEASER = "Orrin Flood Wrecked at Least 40 Old Boats"


@pytest.mark.parametrize(
    ("text", "teaser"),
    [
        (ABOVE + TEASER, True), (f"{ABOVE}{TEASER}\nNew Mill Opens Near Dell Bridge\n", True), (TEASER, False), (f"{TEASER}\n{ABOVE}", False),
        (f"{ABOVE}{TEASER}.", False), (ABOVE + "The flood wrecked at least 40 boats of Orrin", False), (f"{ABOVE}{TEASER}\nIt rained.", False),
        (f"{ABOVE}At Least 40 Old Boats", False),
    ],
)  # fmt: skip
def test_a_headline_behind_the_last_sentence_is_another_text_s(text: str, teaser: bool) -> None:
    assert is_teaser(place(text, "40", "a"), Shelf({"a": text})) == teaser


@pytest.mark.parametrize(("rules", "why"), [(figures.HEDGE, "in_teaser"), (figures.LATER, "in_teaser")])
def test_what_another_text_is_said_to_tell_loses_no_hedge(rules: tuple[figures.Refusal, ...], why: str) -> None:
    a, b = ABOVE + TEASER, "The Orrin flood wrecked 40 old boats."
    one = figure(a, "40", 40, "a", approximator=">=", counted="boats", predicate="wreck")
    two = figure(b, "40", 40, "b", counted="boats", predicate="wreck")
    assert figures.refused(pair(a, b, one, two), rules) == why
    told = a.replace(TEASER, "The Orrin flood wrecked at least 40 old boats.")
    one = figure(told, "40", 40, "a", approximator=">=", counted="boats", predicate="wreck")
    assert figures.refused(pair(told, b, one, two), rules) is None
