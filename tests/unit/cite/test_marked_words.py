"""Marked words stand otherwise only where a source has other words between the same; what it leaves out is lost."""

from __future__ import annotations

import pytest

from audit.cite.marked_words import are_all_there, lost_marked_words
from audit.cite.records import CitedSource, Gap
from audit.cite.source_index import SourceIndex
from audit.records import Span

SOURCE = (
    "“Every lamp on the pier was out by midnight,” Ada Berg said, “and nobody had told the harbour office.” "
    "She called it a failure. “The keeper had gone home ... hours before the gale came in.” "
    "He had seen “the yellow boats drift past the lighthouse afterwords.”"
)


def gaps(said: str, text: str = SOURCE, headline: str | None = None) -> list[Gap]:
    source = SourceIndex(CitedSource("s", text, headline=headline))
    return list(lost_marked_words(said, [Span(0, len(said))], [source]))


def told(said: str, text: str = SOURCE) -> list[tuple[str, bool]]:
    return [(gap.span.of(said), gap.otherwise) for gap in gaps(said, text)]


@pytest.mark.parametrize(
    "said",
    [
        "Every lamp on the pier was out by midnight, and nobody had told the harbour office.",  # a speaker in between
        "and then every lamp on the pier was out by midnight",  # small words before it
        "the yellow boats drift past the lighthouse afterwards",  # a slip of the pen
        "Every lamp on the pier was out by mid night",  # in two words
    ],
)
def test_words_that_are_there(said: str) -> None:
    assert told(said) == []


@pytest.mark.parametrize(
    ("said", "lost"),
    [
        ("The mayor slept. Every lamp on the pier was out by midnight.", ["The mayor slept."]),
        ("The furious keeper swore that every lamp on the pier was out by midnight", ["The furious keeper swore that"]),
        ("Every lamp on the pier was out by midnight because thieves came", ["because thieves came"]),
        ("The keeper had gone home, drunk, hours before the gale came in.", ["drunk"]),  # the source leaves it out
        ("Nothing of this kind was ever printed anywhere.", ["Nothing of this kind was ever printed anywhere."]),
    ],
)
def test_words_that_a_source_leaves_out_are_lost_and_not_altered(said: str, lost: list[str]) -> None:
    assert told(said) == [(words, False) for words in lost]


@pytest.mark.parametrize(
    "said",
    [
        "Every lamp on the bridge was out by midnight",
        "Every lamp on the pier was never out by midnight",
        "and nobody had ever warned the harbour office",
    ],
)
def test_other_words_between_the_same_stand_otherwise(said: str) -> None:
    [gap] = gaps(said)
    assert gap.otherwise
    assert gap.nearest is not None


def test_what_is_there_but_for_small_words_is_not_there_in_full() -> None:
    source = SourceIndex(CitedSource("s", SOURCE))
    for said, whole in (("Every lamp on the pier was out", True), ("so every lamp on the pier was out", False)):
        assert are_all_there(said, [Span(0, len(said))], [source]) == whole


def test_marked_words_may_stand_in_the_headline() -> None:
    said = "The pier was dark for hours"
    assert gaps(said, headline="The pier was dark for hours. Why?") == []
    assert len(gaps(said)) == 1
