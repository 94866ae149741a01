"""Marked words that no rule gives to anybody are quotes without a speaker, or go on with whoever alone spoke."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article


def said(text: str) -> list[tuple[str, str | None]]:
    """The words and the speaker of each quote."""
    return [
        (" … ".join(piece.of(text) for piece in quote.pieces), quote.source.name if quote.source else None)
        for quote in extract_mentions(Article("a", 1, text)).quotes
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She held up a card with “a very long row of red letters” on it.", "a very long row of red letters"),
        ("For him it is simple. “Either the wall holds or we go,” and he taps it.", "Either the wall holds or we go,"),
    ],
)
def test_marked_words_nobody_reads_are_kept(text: str, words: str) -> None:
    assert said(text) == [(words, None)]


@pytest.mark.parametrize("text", ["They met at the “old red” mill.", "The “peace of the river” treaty was signed."])
def test_a_term_in_marks_is_no_quote(text: str) -> None:
    assert said(text) == []


def test_whoever_alone_spoke_in_the_line_goes_on() -> None:
    text = "Ada Holm said the wall stirred memories of her mother, and of “all the people who never came home.”"
    (found,) = said(text)
    assert found[0].endswith("all the people who never came home.")
    assert found[1] == "Ada Holm"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("She's claiming that the wall leaks.", "that the wall leaks"),
        ("They’re now saying that the wall leaks.", "that the wall leaks"),
        ("“The wall leaks.” the notice read.", "The wall leaks."),
        ("“The wall leaks,” begged Ada Holm.", "The wall leaks,"),
        ("“The wall leaks,” said 9/11 widow Ada Holm.", "The wall leaks,"),
        ("Ada Holm characterised it as, “a little leaky, all in all”", "it as, … a little leaky, all in all"),
        ("Ada Holm sent a note on Friday saying that the wall leaks.", "that the wall leaks"),
        ("The wall leaks, said people familiar with the matter.", "The wall leaks"),
    ],
)
def test_what_is_said_is_read(sentence: str, words: str) -> None:
    assert [found for found, _ in said(sentence)] == [words]


@pytest.mark.parametrize("sentence", ["Ada Holm thinks that the wall leaks.", "Ada Holm sighed that it was late."])
def test_manners_need_marks(sentence: str) -> None:
    assert said(sentence) == []
