"""Where what is said ends, and the article goes on."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article


def said(text: str) -> list[str]:
    quotes = extract_mentions(Article("a", 1, text)).quotes
    return [" ".join(piece.of(text) for piece in quote.pieces) for quote in quotes]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Holm said the quay was shut, but the gate stood open all day.", "the quay was shut"),
        ("Ada Holm said the quay was shut, though the gate was open.", "the quay was shut"),
        ("Ada Holm said the quay is shut — but the gate stood open all day.", "the quay is shut"),
        (
            "Ada Holm said in May that she would leave the quay and backed three plans for it.",
            "that she would leave the quay",
        ),
        ("Ada Holm said the quay was shut — though she was vague about the gate.", "the quay was shut"),
        ("Ada Holm said the quay was shut — a notion that few in Norwick share.", "the quay was shut"),
        ("Ada Holm denied any part in it but refused to leave.", "any part in it"),
        ("Ada Holm called for a ban and then left for Norwick.", "a ban"),
        ("Ada Holm said the quay belongs to Tor Vint, who heads the board.", "the quay belongs to Tor Vint"),
    ],
)
def test_a_clause_or_a_verb_of_the_article_is_not_said(text: str, words: str) -> None:
    assert said(text) == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Holm said the quay was not shut, but only closed.", "the quay was not shut, but only closed"),
        ("Ada Holm said the board met and shut the quay.", "the board met and shut the quay"),
        ("Ada Holm said the quay should be cleared and closed.", "the quay should be cleared and closed"),
        ("Ada Holm said Tor Vint, who heads the board, will go.", "Tor Vint, who heads the board, will go"),
        ("Ada Holm said she would shut the quay and leave.", "she would shut the quay and leave"),
    ],
)
def test_what_may_be_the_speakers_stays(text: str, words: str) -> None:
    assert said(text) == [words]


def test_where_only_the_hearers_stand_behind_what_stands_before_is_said() -> None:
    assert said("Rents will rise next year, college officials told state lawmakers at a hearing on rents.") == [
        "Rents will rise next year"
    ]
