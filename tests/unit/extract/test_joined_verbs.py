"""A verb behind "and": the speaker's own next one, or one of what is said."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article


def said(text: str) -> list[str]:
    quotes = extract_mentions(Article("a", 1, text)).quotes
    return [" … ".join(piece.of(text) for piece in quote.pieces) for quote in quotes]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Holm promised to build a wall and demand that pilots pay for it.", "to build a wall and demand that pilots pay for it"),
        ("Ada Holm said the mill would help pilots with their phones and emails.", "the mill would help pilots with their phones and emails"),
        ("Ada Holm said she should have asked and should not have said so.", "she should have asked and should not have said so"),
        ("Ada Holm said that closing mills and reports of it were a mistake.", "that closing mills and reports of it were a mistake"),
        ("Ada Holm said it was a boat that she and Vint called a wreck in May.", "it was a boat that she and Vint called a wreck in May"),
    ],
)  # fmt: skip
def test_a_verb_that_does_not_agree_with_the_one_of_saying_is_said(text: str, words: str) -> None:
    assert said(text)[0] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Holm said the mill would open and urged the pilots to stay.", "the mill would open"),
        ("Ada Holm says the mill will open and denies that it is unsound.", "the mill will open"),
        ("Critics say the mill is unsound and point out that it leaks.", "the mill is unsound"),
        ("Ada Holm said the fees came from boats, but did not disclose the sums.", "the fees came from boats"),
        ("Ada Holm says the mill is done for, but doesn't think that it leaks.", "the mill is done for"),
        ("Ada Holm said that Vint knowingly lied to win, and criticized the board for it.", "that Vint knowingly lied to win"),
    ],
)  # fmt: skip
def test_a_verb_that_agrees_with_the_one_of_saying_ends_what_is_said(text: str, words: str) -> None:
    assert said(text)[0] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Holm said it was calm, while Norwick spokesman Tor Vint said it was not.", "it was calm"),
        ("Ada Holm said it was calm, and the pilot Tor Vint said it was not.", "it was calm"),
        ("Ada Holm told Vint the mill will close if he stays, a board source told CNN.", "the mill will close if he stays"),
        ("Ada Holm denied that it was shut; “the gate was open all day,” she told CNN.", "that it was shut"),
        ("Ada Holm said the mill was shut, Reuters reports, citing a note of hers.", "the mill was shut"),
    ],
)  # fmt: skip
def test_whoever_else_tells_it_is_no_part_of_what_is_said(text: str, words: str) -> None:
    assert words in said(text)
