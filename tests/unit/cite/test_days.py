"""Days and months of a claim are read whole: day, month and year must stand together in a source."""

from __future__ import annotations

import pytest

from audit.cite.days import lost_dates
from audit.cite.records import CitedSource
from audit.cite.source_index import SourceIndex


def lost(claim: str, source: str) -> list[str]:
    found = lost_dates(claim, [SourceIndex(CitedSource("s", source))])
    return [gap.span.of(claim) for gap in found]


@pytest.mark.parametrize(
    ("claim", "source", "words"),
    [
        ("It closed on 4 April 2017.", "It opened on 4 May 2017. Snow fell in April. Two died on the 9th.", ["4 April 2017"]),
        ("It closed on 4 April 2017.", "It closed on April 4, 2016. In 2017 it opened.", ["4 April 2017"]),
        ("It closed in April 1984.", "In March 1985 it closed. In 1984 it was old. Rain falls in April.", ["April 1984"]),
        ("It closed in 1984.", "It closed in 1985.", ["1984"]),
        ("It closed on 4 April 2017.", "It closed one spring.", ["4 April 2017"]),
    ],
)  # fmt: skip
def test_a_day_that_no_source_names(claim: str, source: str, words: list[str]) -> None:
    assert lost(claim, source) == words


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("It closed on 4 April 2017.", "It closed on April 4, 2017."),
        ("It closed on 4 April 2017.", "Published 2017-04-06. It closed on April 4."),
        ("It closed on 4 April 2017.", "Published 6 April 2017. It closed on Tuesday."),
        ("It closed on 4 April.", "Closed: 04.04.2017"),
        ("It closed in April 1984.", "It was shut from April through June 1984."),
        ("It closed in April 1984.", "It closed on 2 April. It opened in 1984."),
        ("It was common in the 1930s.", "It was common in 1934."),
    ],
)
def test_a_day_in_another_spelling_is_named(claim: str, source: str) -> None:
    assert lost(claim, source) == []


def test_the_nearest_day_of_that_month_is_shown() -> None:
    source = "It closed on April 9, 2017."
    [gap] = lost_dates("It closed on 4 April 2017.", [SourceIndex(CitedSource("s", source))])
    assert gap.nearest is not None
    assert gap.nearest.span.of(source) == "April 9, 2017"
