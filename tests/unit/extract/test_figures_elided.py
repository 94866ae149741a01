"""Numbers whose unit stands elsewhere in their sentence, or is left to what they are said of."""

from __future__ import annotations

import pytest

from audit.extract.figures import find_figures
from audit.records import Modality, Span

AGE = "year of age"
UNITS = [
    ("Entry is 20 euros for members and thirty for guests.", ["euro", "euro"]),
    ("A child's ticket is 6 euros and an adult's nine.", ["euro", "euro"]),
    ("The bus carries 60 people, the tram 180.", [None, None]),
    ("The mayor won 61 percent of the vote and her rival 39.", ["percentage", "percentage"]),
    ("Labour took 34 percent and the Liberals 19.", ["percentage", "percentage"]),
    ("The first lap was 5 miles long; the second was three.", ["mile", "mile"]),
    ("The old bridge was 90 miles long; the new one is 140.", ["mile", "mile"]),
    ("The trip costs 14 euros and nine people came.", ["euro", None]),
    ("It costs 20 euros for a family of four.", ["euro", None]),
    ("She won 52 percent of the vote and 44 seats.", ["percentage", None]),
    ("The ferry holds 900 people, Flight 650 is full.", [None]),
    ("The party wants to raise the drinking age to 21.", [AGE]),
    ("The age of consent was lowered to 15.", [AGE]),
    ("The cellist Ruta Marsh died at 77 in Orv.", [AGE]),
    ("She left school at 17.", [AGE]),
    ("The king was only 15 when he was crowned.", [AGE]),
    ("Judge Ada Marsh is 58.", [AGE]),
    ("Children aged 6, 8 and 11 slept in the car.", [AGE, AGE, AGE]),
    ("Shares closed at 14 after the vote.", [None]),
    ("The rate was 26 when the bank acted.", [None]),
    ("The party lowered its target to 16 seats.", [None]),
    ("He left the meeting at 14 Elm Street.", []),
    ("The yard sold boats of 19, 22 and 24 feet.", ["foot", "foot", "foot"]),
    ("Sear it at 500F for two minutes.", ["fahrenheit", "minute"]),
    ("Each cell was rated at 2 MW.", ["megawatt"]),
    ("It cost R640 million.", ["south african rand"]),
    ("It owes R400,000.", ["south african rand"]),
    ("He drove the R640 home.", []),
    ("The fault came with firmware 7.2 and went in build 19045.", []),
    ("Orv won 27-14 after trailing 10-14 at the break.", []),
]


@pytest.mark.parametrize(("text", "units"), UNITS, ids=[text for text, _ in UNITS])
def test_the_unit_of_a_bare_number(text: str, units: list[str | None]) -> None:
    assert [figure.unit for figure in find_figures(text, [Span(0, len(text))])] == units


DENIED = [
    ("Officials said 40 ships had sailed, not 60.", 60.0, None),
    ("The dam held 5 miles, not 50, they said.", 50.0, "mile"),
    ("Nine families had been moved on Monday, not 19.", 19.0, None),
]


@pytest.mark.parametrize(("text", "value", "unit"), DENIED)
def test_what_is_set_against_a_number_is_denied(text: str, value: float, unit: str | None) -> None:
    last = find_figures(text, [Span(0, len(text))])[-1]
    assert (last.low, last.unit, last.modality) == (value, unit, Modality.DENIED)


def test_a_minus_holds_in_brackets() -> None:
    text = "The lab froze it at -20C (-4F)."
    assert [figure.low for figure in find_figures(text, [Span(0, len(text))])] == [-20.0, -4.0]
