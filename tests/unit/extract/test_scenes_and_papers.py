"""Clauses behind a scene are said; documents show clauses; forms of verbs that are nouns, and far subjects."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article


def read(text: str) -> list[tuple[str, str | None]]:
    """The words of each quote, and its source's name."""
    quotes = extract_mentions(Article("a", 1, text)).quotes
    return [(" ".join(piece.of(text) for piece in one.pieces), one.source and one.source.name) for one in quotes]


@pytest.mark.parametrize(
    "words",
    [
        "As a result of these burdens, children struggle",
        "In light of the new rules, boats sank",
        "When boats sink, sailors drown",
        "Sales rose",
    ],
)
def test_a_clause_behind_a_scene_is_said(words: str) -> None:
    assert read(f"{words}, Ada Holm said.") == [(words, "Ada Holm")]


@pytest.mark.parametrize("scene", ["While the mayor, Tor Vint, left the hall", "As Tor Vint left, and as boats sank"])
def test_a_scene_alone_is_not_said(scene: str) -> None:
    assert read(f"{scene}, Ada Holm said she would stay.") == [("she would stay", "Ada Holm")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The records show the boats were sold.", [("the boats were sold", "records")]),
        ("A survey shows support for the plan has fallen.", [("support for the plan has fallen", "survey")]),
        ("The report shows a boat that was sold.", []),
        ("The film shows the boats were sold.", []),
        ("The records show 40 boats of the ballots cast.", []),
        ("New data from the programme show that boats sank.", [("that boats sank", "New data from the programme")]),
        ("Critics of the plan claim it is a gift.", [("it is a gift", "Critics of the plan")]),
        ("The council has already admitted students for the term.", []),
        ("Voters have expressed fear that polls lie.", [("fear that polls lie", "Voters")]),
        ("Sales rose a lot, Ada Holm said in an earnings call this year.", [("Sales rose a lot", "Ada Holm")]),
    ],
)
def test_what_documents_show_and_what_is_a_noun(text: str, found: list[tuple[str, str | None]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The Norwick Council's website says that the dam is shut.", "Norwick Council"),
        (
            "The Norwick Ferry Programme met. According to the programme’s site, the dam is shut.",
            "Norwick Ferry Programme",
        ),
        ("The shop's website says that the dam is shut.", "shop's website"),
    ],
)
def test_a_body_speaks_on_its_own_pages(text: str, owner: str) -> None:
    assert read(text)[-1][1] == owner
