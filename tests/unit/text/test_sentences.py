"""The sentence of a place."""

from __future__ import annotations

import pytest

from audit.records import Span
from audit.text.sentences import sentence_around

TEXT = "Before it rained.\nThen 40 boats came, e.g. sloops. Two of them sank “on a Mr. Holm. Twice.” Nobody saw it.\nThe end."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("40", "Then 40 boats came, e.g. sloops."),
        ("Two", "Two of them sank “on a Mr. Holm. Twice.”"),
        ("Twice", "Two of them sank “on a Mr. Holm. Twice.”"),
        ("sloops. Two", "Then 40 boats came, e.g. sloops. Two of them sank “on a Mr. Holm. Twice.”"),
        ("rained", "Before it rained."),
        ("end", "The end."),
    ],
)
def test_a_place_has_its_sentence(words: str, sentence: str) -> None:
    at = TEXT.index(words)
    assert sentence_around(TEXT, Span(at, at + len(words))).of(TEXT) == sentence


def test_it_looks_no_further_than_it_may() -> None:
    assert sentence_around("x" * 5000, Span(2500, 2501), reach=400) == Span(2100, 2901)
    assert sentence_around("x" * 5000, Span(2500, 2501)) == Span(0, 5000)


def test_a_place_between_sentences_has_its_line() -> None:
    assert (
        sentence_around("It rained.  It stopped.", Span(11, 12)).of("It rained.  It stopped.")
        == "It rained.  It stopped."
    )


def test_the_language_decides_what_ends_a_sentence() -> None:
    text = "Am 3. Mai kam Holm. Es regnete."
    assert sentence_around(text, Span(3, 4), "de").of(text) == "Am 3. Mai kam Holm."
