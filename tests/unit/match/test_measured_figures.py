"""One amount in two texts of one story, whatever either makes of it."""

from __future__ import annotations

import pytest

from audit.extract.figures import find_figures
from audit.records import Span

from .conftest import Corpus

STORY = " The Tolva mill at Brandsund lies on the Orlen river, and Ruta Malik of the fire brigade of Brandsund watched the pier."
FIRST = "A page of the log of the Tolva mill puts the loss at {} when the sluice was closed by hand."
SECOND = "The tank had lost {} before its sluice was closed by hand."


def told(corpus: Corpus, first: str, second: str, story: str = STORY, later: str = "2031-05-02") -> list[str]:
    for key, said, day in (("a", first, "2031-05-01"), ("b", second, later)):
        text = said + (STORY if key == "a" else story)
        corpus.article(key, text, day)
        for figure in find_figures(text, [Span(0, len(text))], "en"):
            corpus.figure(key, figure)
    return corpus.relations("figure")


@pytest.mark.parametrize(
    ("first", "second", "relations"),
    [
        ("some 12,000 litres", "12,000 litres", ["hedge_lost"]),
        ("12,000 litres", "12,000 litres", ["equal"]),
        ("12,000 litres", "16,000 litres", []),
        ("12,000 litres", "12,000 tonnes", []),
        ("12,000 litres or more", "less than 12,000 litres", []),  # one limit, from either side
        ("12,000 litres", "less than 12,000 litres", []),
    ],
)
def test_one_amount_whose_heads_are_two(corpus: Corpus, first: str, second: str, relations: list[str]) -> None:
    assert told(corpus, FIRST.format(first), SECOND.format(second)) == relations


def test_another_matter_of_the_story_may_have_the_amount(corpus: Corpus) -> None:
    assert told(corpus, FIRST.format("12,000 litres"), "The brewery beside it sold 12,000 litres in the spring.") == []


def test_another_story_may_have_the_amount(corpus: Corpus) -> None:
    elsewhere = " In the far south the dairy of Quell was sold to a grocer of the capital."
    assert told(corpus, FIRST.format("12,000 litres"), SECOND.format("12,000 litres"), elsewhere, "2033-05-02") == []
