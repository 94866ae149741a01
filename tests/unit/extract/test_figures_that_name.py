"""Numbers that name, mark or list a thing, and numbers that look so and count."""

from __future__ import annotations

import pytest

from audit.extract.figures import find_figures
from audit.records import Figure, Span


def read(text: str) -> tuple[Figure, ...]:
    return find_figures(text, [Span(0, len(text))])


NO_FIGURE = [
    "One sailor had a plan for the port.",
    "On one side stood the old mayor.",
    "It was one reason for the move.",
    "“No,” declared one Orvian sailor.",
    "The bell rang at half-past seven.",
    "He prays at six o'clock.",
    "It opens at 7 P.M. sharp.",
    "The wall was begun in 44 B.C. by Orvians.",
    "It is the 14 th street of Orv.",
    "They gave a high-five to Roe.",
    "The top-five finisher left.",
    "It is a number-two official.",
    "He wants mid-six figures.",
    "She saw the Ten Elders in Orv.",
    "The bank sent her a 1099 telling of it.",
    "She looks at the quay and sees a 4.",
    "He read the 302 report at home.",
    "The plan is called Orvcare 2.0: a new start.",
    "It fell, depending on which poll one uses, in May.",
    "They met one Ada Holm in Orv.",
    '"We leave," said one senior aide who rows.',
    "According to one aide, they left.",
    "Next: Image 1 of 3.",
    "Maybe one could say that.",
    "Three: the talk was not honest, and nobody came.",
    "He knows about the one China plan.",
    'He has a "One Orvia" plan.',
    "He met the Gang of 8 in Orv.",
    "He called 911 after that.",
    "Some had a positive view of it, some a negative one.",
    "It doubles as a school.",
    "The case is Roe v. Holm (12-1281).",
    "On one hand, it is dear; in one sense, it is not.",
    '[embed id="389445415751254016"]',
]


@pytest.mark.parametrize("text", NO_FIGURE)
def test_a_number_that_names_is_no_figure(text: str) -> None:
    assert [figure.surface for figure in read(text)] == []


VALUES: list[tuple[str, list[tuple[float, float, str | None]]]] = [
    ("It said that one in five pilots left.", [(0.2, 0.2, None)]),
    ("It said that one in 2014 left 9 boats.", [(9, 9, None)]),
    ("They are thought to number 55 million in all.", [(5.5e7, 5.5e7, None)]),
    ("The wall 1) looks old and 2) costs 9 crowns (of 10).", [(9, 9, "crown"), (10, 10, None)]),
    ("He named two: one, the price; two, the place.", [(2, 2, None)]),
    ("Dozens, perhaps hundreds, died.", [(12, 120, None), (100, 1000, None)]),
    ("Those now-five children left.", [(5, 5, None)]),
    ("It passed the 270 mark.", [(270, 270, None)]),
    ("They won by a 12-to-1 margin.", [(12, 12, None)]),
    ("They won a new boat or two in May.", [(1, 2, None)]),
    ("They won a boat or two cars.", [(2, 2, None)]),
    ("It rose by half of one percent.", [(0.5, 0.5, "percentage")]),
    ("They won by 5 points — a 9-point gap.", [(5, 5, "point"), (9, 9, "point")]),
    ("It moved from a 7-boat quay to a 9-boat quay.", [(7, 7, None), (9, 9, None)]),
    ("Roe got 9 percent in 2012 and 8 percent in 2008.", [(9, 9, "percentage"), (8, 8, "percentage")]),
    ("They sold 36,000 pounds of fish.", [(36000, 36000, "pound-mass")]),
    ("It has 16.5 workers per Social Security beneficiary.", [(16.5, 16.5, "per social security beneficiary")]),
    ("Officials said one guard was hurt.", [(1, 1, None)]),
    ("Roe is a 6-foot-3 guard.", [(6.25, 6.25, "foot")]),
    ("They lost the 326 needed for it.", [(326, 326, None)]),
    ("She is one of the 12 who left.", [(12, 12, None)]),
    ("They vote one out of every two years.", [(0.5, 0.5, None)]),
    ("They sold 247 188 255 boats.", [(247188255, 247188255, None)]),
    ("Total 247 188 255 180 in all.", [(247, 247, None)]),
    ("They sold several hundreds of thousands of boats.", [(100000, 1000000, None)]),
    ("They sold several hundred boats.", [(200, 1000, None)]),
    ("It cost $9 in 2012 dollars.", [(9, 9, "dollar")]),
    ("It cost 2012 dollars.", [(2012, 2012, "dollar")]),
    ("They have called 40 homes.", [(40, 40, None)]),
    ("The score was minus one.", [(-1, -1, None)]),
]


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_a_number_that_counts_is_read(text: str, expected: list[tuple[float, float, str | None]]) -> None:
    assert [(figure.low, figure.high, figure.unit) for figure in read(text)] == expected


NO_VERBS = [
    ("For Reds, the vote is about issues by 12 points.", None),
    ("They fund the tax rates of 9 percent.", "fund"),
    ("The two yards are close to a deal.", None),
    ("It ends the sale and making of 20 boats.", None),
    ("They bought $43,000 Orv watches.", "buy"),
    ("It tells of Orvia’s revolutionaries two centuries ago.", "tell"),
    ("The plan costs $9.", "cost"),
    ("Millions of boys have controlling parents.", "have"),
    ("The bill calls for a one-year delay.", "call"),
]


@pytest.mark.parametrize(("text", "predicate"), NO_VERBS)
def test_a_noun_or_an_adjective_is_no_predicate(text: str, predicate: str | None) -> None:
    assert read(text)[-1].predicate == predicate


NO_BOUNDS = [
    ("It sails under two circumstances.", "="),
    ("They lie under one roof.", "="),
    ("A row over three boats came.", "="),
    ("They sold over three dozen boats.", ">"),
    ("They sold over 300 boats.", ">"),
    ("It is meant for children under five.", "<"),
]


@pytest.mark.parametrize(("text", "approximator"), NO_BOUNDS)
def test_over_and_under_before_a_small_number_and_its_noun_are_no_bounds(text: str, approximator: str) -> None:
    assert [figure.approximator.value for figure in read(text)] == [approximator]


ONE = [
    "One man was hurt.",
    "One sailor died in Orv.",
    "One man and two women left.",
    "One more boat is needed.",
    "All but one sailor left.",
    "You have one plan for it.",
    "The blast killed one sailor.",
    "There was one survivor in the wreck.",
    "One dead in Orv blast.",
]


@pytest.mark.parametrize("text", ONE)
def test_one_that_counts(text: str) -> None:
    assert [figure.low for figure in read(text)][:1] == [1]
