"""Texts broken at a fixed width read as if they were not; all others stay as they are."""

from __future__ import annotations

import textwrap

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article
from audit.text.wrapped import unwrap

PARAGRAPHS = (
    "“We have waited far too long for the men with the ropes and for the boat that brings them,” Ada Holm said on "
    "Monday. “The children pass the quay every day, and nobody has told them what it is that they should fear.”",
    "Tor Vint, who built the quay in the year of the flood, told the council that it was sound and would stay so "
    "for as long as anybody in the room would live.",
)


@pytest.mark.parametrize("width", [56, 72, 88])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_quotes_of_a_wrapped_text_are_those_of_the_text(width: int, line_end: str) -> None:
    whole = "\n\n".join(PARAGRAPHS)
    wrapped = "\n\n".join(textwrap.fill(part, width) for part in PARAGRAPHS).replace("\n", line_end)
    assert _said(wrapped) == _said(whole)


def _said(text: str) -> list[tuple[str, str | None]]:
    quotes = extract_mentions(Article("a", 1, text)).quotes
    return [
        (" ".join(" ".join(piece.of(text).split()) for piece in quote.pieces), quote.source and quote.source.name)
        for quote in quotes
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ropes gone from the quay\nAda Holm said on Monday that the ropes were gone.\n\nShe left.",
        "One line that is neither short nor so very long, and whole.\nA second one that stands by itself, and is whole."
        "\n\nA third.",
        "Of the quay they say\nthat it will not stay\n\nuntil the men come\nand beat on the drum",
        "The council votes to close the quay after nine days of talks\nIt was built on sand and has no roof of its own.\n\n"
        "Ada Holm left.",
        "Ada Holm left the quay.\n\nThe second line, which is open and so wide that it is\nbroken here, as it seems\n"
        "But another\n\nEnd.",
        "x" * 200 + "\n" + "y" * 180 + "\n\nz",
    ],
)
def test_lines_that_end_where_they_end_stay_lines(text: str) -> None:
    assert unwrap(text) == text


def test_nothing_moves() -> None:
    text = "\n\n".join(textwrap.fill(part, 60) for part in PARAGRAPHS)
    assert unwrap(text) != text
    assert [a if a.isspace() else b for a, b in zip(text, unwrap(text), strict=True)] == list(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill is for sale.\n\n“It is a very fine house and a bad business,” said Ada\nHolm, whose family has owned it.",
        "MARROW RATON — The bus will not run after Easter, because\nthe firm that owns it is gone.\n\n“I get up at five,” "
        "said Ada Holm.",
    ],
)
def test_a_short_text_is_broken_inside_its_sentences(text: str) -> None:
    assert [source for _, source in _said(text)] == ["Ada Holm"]
    assert unwrap(text).count("\n") == 2
