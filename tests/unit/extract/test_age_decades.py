"""Ages that are told by their decade."""

from __future__ import annotations

import pytest

from audit.extract.figures import find_figures
from audit.records import Approximator, Figure, Span


def figures(text: str) -> tuple[Figure, ...]:
    return find_figures(text, [Span(0, len(text))])


@pytest.mark.parametrize(
    ("text", "surface", "low", "high"),
    [
        ("The ferry took on sailors in their 60s.", "60s", 60, 69),
        ("The ferry took on sailors in their thirties.", "thirties", 30, 39),
        ("A man in his mid-30s rowed.", "mid-30s", 34, 36),
        ("A woman in her early 20’s rowed.", "early 20’s", 20, 23),
        ("Most were in their late teens.", "late teens", 17, 19),
        ("Most were in their early teens.", "early teens", 13, 13),
        ("They sent sailors in their teens and early 20s, with oars.", "teens and early 20s", 13, 23),
        ("Men in their 30s, 40s and mid-50s rowed.", "30s, 40s and mid-50s", 30, 56),
    ],
)
def test_the_years_of_a_decade(text: str, surface: str, low: float, high: float) -> None:
    (found,) = figures(text)
    assert (found.surface, found.low, found.high, found.unit) == (surface, low, high, "year of age")


def test_who_is_so_old() -> None:
    (found,) = figures("They sent sailors in their teens and early 20s.")
    assert (found.counted, found.approximator, found.hedge) == ("sailors", Approximator.ABOUT, None)


@pytest.mark.parametrize(
    "text",
    [
        "The mill was built in the 1930s.",
        "The mill was built in the twenties.",
        "Teens left in May.",
        "In the 20s it burned.",
    ],
)
def test_a_decade_of_the_century_is_no_age(text: str) -> None:
    assert figures(text) == ()


def test_what_follows_a_comma_is_read_on_its_own() -> None:
    found = figures("Men in their 30s, 40 of them from Orsa, rowed.")
    assert [(one.low, one.high) for one in found] == [(30, 39), (40, 40)]
