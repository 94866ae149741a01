"""Where what is said begins: behind those who are told, behind a time or a scene; and what only points is not said."""

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
        ("Ada Holm told a Norwick University forum in 2012 that the mill was shut.", "that the mill was shut"),
        ("Ada Holm told House leadership he would come out with a list.", "he would come out with a list"),
        ("Ada Holm told the Lundish news site Meduna that there was smoke.", "that there was smoke"),
        ("Ada Holm told a group of TV industry reporters that her show was first.", "that her show was first"),
        ("Ada Holm told Norwick Weekly magazine's Tor Vint that the mill was shut.", "that the mill was shut"),
        ("Ada Holm told Reuters talks that began in May had failed.", "talks that began in May had failed"),
        ("Ada Holm said after the vote they had lost faith in it.", "they had lost faith in it"),
        ("Ada Holm told reporters after the meeting, “They are at it again.”", "They are at it again."),
        ("Ada Holm told me after she became mayor that she would have to wait.", "that she would have to wait"),
        ("Ada Holm declared Saturday night after her win in Norwick that the race was on.", "that the race was on"),
        ("Ada Holm said when she came in May, the mill was shut.", "when she came in May, the mill was shut"),
        (
            "Ada Holm said while the board looks into it, “we see no sign of harm.”",
            "while the board looks into it, … we see no sign of harm.",
        ),
        ("Ada Holm said as many as 70 of the mills will close.", "as many as 70 of the mills will close"),
        ("[Updated 10:47 p.m. ET] The mill is shut, spokesman Tor Vint said.", "The mill is shut"),
        ("- 4:15 p.m. ET: The quay is shut, the harbour board said.", "The quay is shut"),
        ("Ada Holm called the plan a mistake last Friday.", "the plan a mistake"),
    ],
)
def test_where_it_begins(text: str, words: str) -> None:
    assert said(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm told the board as she steeled herself to leave.",
        "Ada Holm argued against both because she loves the town.",
        "Ada Holm agreed with a report that found harm in the mill.",
        "Ada Holm, who vowed following the flood, repeated her words.",
        "Ada Holm agrees with that assessment.",
        "The Courier writes that:\n\nIt was shut.",
        "Ada Holm described the depth of the flood.",
        "Ada Holm called Tor Vint this morning to tell him of it.",
        "Ada Holm called Mayor Tor Vint that night to talk.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert said(text) == []
