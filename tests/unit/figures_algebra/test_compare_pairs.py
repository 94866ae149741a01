"""Pairs of sentences and the label an editor would give them."""

from __future__ import annotations

import pytest

from audit.figures_algebra.record import compare_pair

PAIRS = [
    ("different", "Nordfly has ordered 20 planes.", "Nordfly has taken delivery of 20 planes."),
    ("different", "Police questioned 8 men over it.", "Police charged 8 men over it."),
    ("different", "Voters rejected 12 bonds.", "Voters approved 12 bonds."),
    ("different", "The fire left 90 people homeless.", "The fire left 90 people dead."),
    ("different", "The mill will add 60 full-time jobs.", "The mill will add 60 part-time jobs."),
    ("different", "About 30 clerks were hired in May.", "About 30 clerks were praised in May."),
    ("equal", "The firm hired 54 clerks in May.", "The firm took on 54 clerks in May."),
    ("equal", "The clinic treated 300 people.", "The clinic recorded 300 people."),
    ("equal", "The fire destroyed 30 homes.", "The fire razed 30 homes."),
    ("equal", "The storm killed 73 people.", "The toll stood at 73 people."),
    ("equal", "The mill sells 90 sacks each day.", "The mill sells 90 sacks a day."),
    ("equal", "Orv spends 90 dollars a head on roads.", "Road spending in Orv is 90 dollars per capita."),
    ("conflict", "One in ten cars failed.", "One in a hundred cars failed."),
    ("equal", "One in a hundred cars failed.", "One per cent of cars failed."),
    ("conflict", "The senator is 71.", "The senator is 17 years old."),
    ("conflict", "The toll stood at 90 on Monday.", "The toll stood at 85 on Tuesday."),
    ("conflict", "The toll stood at 85 on Tuesday.", "The toll stood at 90 on Monday."),
    ("different", "The toll was 90 on Monday.", "The toll was 85 on Saturday."),
    ("updated", "By Friday 30 bodies had been found.", "By Sunday 44 bodies had been found."),
    ("updated", "Police had arrested 10 men by Monday.", "By Wednesday police had arrested 25 men."),
    ("different", "On Friday police arrested 12 men.", "On Saturday police arrested 15 men."),
    ("equal", "A dozen people were hurt.", "Twelve people were injured."),
    ("equal", "10,000 troops were sent.", "Ten thousand troops were sent."),
    ("equal", "The deal is worth $1.5bn.", "The deal is worth $1.5 billion."),
    ("equal", "More than 200 boats sank.", "Over 200 boats sank."),
    ("equal", "The road is 1 km long.", "The road is 1,000 metres long."),
    ("equal", "One in five pupils missed school.", "Some 20 per cent of pupils missed school."),
    ("equal", "At least 45 people were killed.", "Not fewer than 45 people were killed."),
    ("equal", "Some 300 homes burned.", "About 300 homes burned."),
    ("equal", "A quarter of the voters stayed away.", "25 per cent of the voters stayed away."),
    ("rounded", "1,024 people attended.", "About 1,000 people attended."),
    ("rounded", "198 former soldiers signed.", "Nearly 200 former soldiers signed."),
    ("rounded", "The deal is worth $1.47bn.", "The deal is worth $1.5bn."),
    ("rounded", "Turnout was 67.4%.", "Turnout was 67 per cent."),
    ("rounded", "The fire burned 12,345 acres.", "The fire burned more than 12,000 acres."),
    ("rounded", "The firm cut 4,950 jobs.", "The firm cut almost 5,000 jobs."),
    ("rounded", "The bridge is 328 feet long.", "The 100-metre bridge was closed."),
    ("compatible", "At least 18 people were killed.", "The attack killed 250 people."),
    ("compatible", "Dozens of people were arrested.", "Police arrested 34 people."),
    ("compatible", "Several thousand people marched.", "3,000 people marched."),
    ("compatible", "Between 10,000 and 12,000 troops were sent.", "11,000 troops were sent."),
    ("compatible", "Fewer than 50 hostages remain.", "42 hostages remain."),
    ("conflict", "The deal is worth $5m.", "The deal is worth $50m."),
    ("conflict", "The blast killed 12 people.", "The blast killed 15 people."),
    ("conflict", "Prices rose 15 per cent.", "Prices rose 25 per cent."),
    ("conflict", "Between 10 and 12 boats sank.", "Between 15 and 20 boats sank."),
    ("conflict", "About 10,000 people came.", "About 15,000 people came."),
    ("conflict", "Fewer than 50 people came.", "More than 80 people came."),
    ("hedge_lost", "An estimated 300 homes burned.", "300 homes burned."),
    ("hedge_lost", "More than 40 boats sank.", "40 boats sank."),
    ("hedge_lost", "As many as 3,000 soldiers were sent.", "3,000 soldiers were sent."),
    ("hedge_lost", "Up to 400 jobs could go.", "400 jobs will go."),
    ("hedge_lost", "Nearly 200 men signed the letter.", "200 men signed the letter."),
    ("hedge_added", "12 boats sank.", "About 12 boats sank."),
    ("hedge_added", "200 men signed.", "Over 200 men signed."),
    ("hedge_flipped", "At least 100 people came.", "At most 100 people came."),
    ("hedge_flipped", "Up to 500 people came.", "At least 500 people came."),
    ("hedge_flipped", "Almost 60 homes burned.", "More than 60 homes burned."),
    ("hedge_flipped", "Just over 30% voted.", "Just under 30% voted."),
    ("sum", "The attack killed 137 people and wounded 45.", "The attack left 182 casualties."),
    ("sum", "It sold 300 cars in May and 200 in June.", "It sold 500 cars in the two months."),
    ("sum", "Some 2,000 troops have arrived and another 3,000 are to come.", "The state is to send 5,000 troops."),
    ("part", "Three of the 12 suspects were freed.", "12 suspects were arrested."),
    ("different", "Inflation in Germany was 5%.", "Inflation in France was 6%."),
    ("different", "In Kharkiv 12 people were killed.", "Five people were killed in Odesa."),
    ("different", "120 people were killed.", "400 people were injured."),
    ("different", "The state sent 300 soldiers.", "The state sent 40 tanks."),
    ("different", "The firm earned $5m in 2022.", "The firm earned $7m in 2023."),
    ("different", "The firm has cut 200 jobs.", "The firm plans to cut 500 jobs."),
    ("different", "Profit rose by 12%.", "Profit rose to 9%."),
    ("updated", "Police arrested 40 people.", "The number of arrests has risen to 62."),
    ("updated", "The death toll stood at 120 on Monday.", "By Wednesday the death toll had climbed to 187."),
    ("different", "The strike killed 20 people on Monday.", "A strike killed 35 people on Tuesday."),
    ("conflict", "Ten people were arrested.", "A dozen people were arrested."),
    ("conflict", "The budget is $4.2 trillion.", "The budget is $4.2 billion."),
    ("rounded", "The rate rose to 5.25%.", "The rate rose to 5.3%."),
    ("rounded", "About a third of members voted.", "33% of members voted."),
    ("compatible", "Between 100 and 200 boats sank.", "Up to 200 boats sank."),
    ("compatible", "More than 100 people were arrested.", "Hundreds of people were arrested."),
    ("different", "10,000 soldiers were sent east.", "3,000 soldiers are being trained."),
    ("mutated", "The state sent 200 soldiers.", "The state sent 200 tanks."),
    ("updated", "12 people were killed in the quake.", "The toll has risen to 17."),
    ("mutated", "The plant cost $5bn.", "The plant cost €5bn."),
    ("mutated", "The rate rose by 2 percentage points.", "The rate rose by 2 per cent."),
    ("mutated", "12 soldiers were killed in the attack.", "12 civilians were killed in the attack."),
    ("mutated", "30 people were wounded in the attack.", "30 people were killed in the attack."),
    ("mutated", "The chain may close 40 shops.", "The chain has closed 40 shops."),
    ("mutated", "Unemployment rose by 8%.", "Unemployment rose to 8%."),
    ("mutated", "The column is 64 km long.", "The column is 64 miles long."),
    ("mutated", "The state plans to send 10,000 troops.", "The state has sent 10,000 troops."),
    ("mutated", "Prices rose 5 per cent.", "Prices fell 5 per cent."),
]


@pytest.mark.parametrize(("label", "earlier", "later"), PAIRS)
def test_pair(label: str, earlier: str, later: str) -> None:
    verdict = compare_pair({"id": "p", "earlier": {"text": earlier}, "later": {"text": later}})
    assert (verdict["label"], verdict["id"]) == (label, "p"), verdict
    assert verdict["slot"]
    assert verdict["why"]


PARTS = [
    ("Of the 45 dead, 12 were children.", "12", "45 people died.", "45"),
    ("The crew of 30, including four women, was saved.", "four", "The crew numbered 30.", "30"),
    ("All 300 boats were searched.", "300", "Of the 300 boats, 20 were held.", "20"),
]


@pytest.mark.parametrize(("earlier", "one", "later", "two"), PARTS)
def test_part(earlier: str, one: str, later: str, two: str) -> None:
    verdict = compare_pair({"id": "p", "earlier": _told(earlier, one), "later": _told(later, two)})
    assert verdict["label"] == "part", verdict


def _told(text: str, surface: str) -> dict[str, object]:
    """A side whose figure is the one printed as `surface`."""
    start = text.rindex(surface)
    value = {"four": 4}.get(surface) or int(surface)
    return {"text": text, "figures": [{"span": [start, start + len(surface)], "surface": surface, "value": value}]}


PROPOSITIONS = [
    ("compatible", "hedge", "At least 400 boats sank.", "More than 400 boats sank."),
    ("compatible", "hedge", "At least 400 boats sank.", "Some 400 boats sank."),
    ("mutated", "subject", "A third of rural homes lack gas.", "A third of homes lack gas."),
    ("mutated", "subject", "The median wage is 900 crowns.", "The mean wage is 900 crowns."),
    ("mutated", "time", "Some 40 boats sank in May.", "Some 40 boats sank in June."),
    ("mutated", "time", "The ward treated 90 men in six weeks.", "The ward treated 90 men in one week."),
    ("mutated", "predicate", "Some 40 men are missing.", "Some 40 men were killed."),
    ("mutated", "subject", "Each boat carried 40 men.", "The first boat carried 40 men."),
    ("mutated", "unit", "The pipe leaks 9 tonnes a day.", "The pipe leaks 9 tonnes."),
    ("mutated", "unit", "The pipe leaks 9 tonnes daily.", "The pipe leaks 9 tonnes yearly."),
    ("conflict", "value", "It was 10C above average.", "It was 50F above average."),
    ("equal", "value", "It was 10C in Tarsk.", "It was 50F in Tarsk."),
    ("equal", "value", "The pipe leaks 5 tonnes an hour.", "The pipe leaks 120 tonnes a day."),
    ("conflict", "value", "It lost 4 boats and 9 men.", "It lost 4 boats and 7 men."),
]


@pytest.mark.parametrize(("label", "slot", "earlier", "later"), PROPOSITIONS)
def test_the_proposition_decides_before_the_value(label: str, slot: str, earlier: str, later: str) -> None:
    verdict = compare_pair({"id": "p", "earlier": {"text": earlier}, "later": {"text": later}})
    assert (verdict["label"], verdict["slot"]) == (label, slot), verdict


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("Up to 500 people came.", "500 people came.", "“up to 500” and “500”: only “up to 500” has a hedge"),
        ("500 people came.", "Up to 500 people came.", "“500” and “up to 500”: only “up to 500” has a hedge"),
        ("10 boats may sink.", "10 boats sank.", "“10” (possible) and “10” (done)"),
        ("Almost 60 homes burned.", "More than 60 homes burned.", "another side of the same number"),
        ("Around 60 homes burned.", "As many as 60 homes burned.", "another hedge on the same number"),
    ],
)
def test_the_reason_is_true_in_whichever_order_the_two_are_shown(first: str, second: str, why: str) -> None:
    told = str(compare_pair({"id": "p", "earlier": {"text": first}, "later": {"text": second}})["why"])
    assert why in told
    assert not {"first", "second", "here", "there"} & set(told.split())
