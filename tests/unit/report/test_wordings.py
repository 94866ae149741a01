"""Wordings side by side: the words that differ, and no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.records import Span
from audit.report.wordings import Excerpt, Part, Said, compare, fold, in_sentence


def differing(parts: list[Part]) -> list[str]:
    return [part.text for part in parts if part.differs]


@pytest.mark.parametrize(
    ("left", "right", "gone", "new"),
    [
        ("We will not leave the valley", "We will leave the valley", ["not"], []),
        ("nearly 200 homes", "over 200 homes", ["nearly"], ["over"]),
        ("It’s over, she said", "It's over, she said", [], []),
        ("We leave. Now.", "we leave – now", [], []),
        ("a b c d", "a x y d", ["b c"], ["x y"]),
        ("one, two, three, four five six", "one four five six", ["two, three"], []),
    ],
)
def test_words_that_differ_are_marked(left: str, right: str, gone: list[str], new: list[str]) -> None:
    a, b, compared = compare(Said(left), Said(right))
    assert compared
    assert (differing(a), differing(b)) == (gone, new)


def test_texts_with_little_in_common_are_not_marked() -> None:
    a, b, compared = compare(Said("Rain fell on the town all night"), Said("Two ministers resigned over taxes"))
    assert not compared
    assert differing(a) == differing(b) == []


def test_very_long_texts_are_not_compared() -> None:
    assert compare(Said("word " * 4000), Said("word " * 4000))[2] is False


def test_the_figure_is_told_from_its_sentence() -> None:
    said = in_sentence(Excerpt("Rain fell. Mr. Orr said nearly ", "200", " homes were lost. More rain came."))
    assert said == Said("Mr. Orr said nearly 200 homes were lost.", (Span(20, 23),))
    parts = compare(said, said)[0]
    assert [part.text for part in parts if part.hot] == ["200"]


def test_folding_leaves_words_alone() -> None:
    assert fold("“Don’t go,” he  SAID.") == "don t go he said"


@given(st.text(), st.text(), st.tuples(st.integers(0, 9), st.integers(0, 9)))
def test_each_side_keeps_its_words(left: str, right: str, hot: tuple[int, int]) -> None:
    span = Span(min(hot), max(hot))
    a, b, _ = compare(Said(left, (span,)), Said(right))
    assert ("".join(part.text for part in a), "".join(part.text for part in b)) == (left, right)


@given(st.text(max_size=60))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    a, b, _ = compare(Said(text), Said(text))
    assert differing(a) == differing(b) == []
