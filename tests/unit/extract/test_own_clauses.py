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
        ("Ada Holm said she would sell the quay, which she bought in May.", "she would sell the quay"),
        ("Ada Holm said she was selling boats, some of which leak.", "she was selling boats"),
        ("Ada Holm said she would leave the board, by which she means the pilots.", "she would leave the board"),
        ("Ada Holm said she would leave the pilots, with whom she had met.", "she would leave the pilots"),
        ("Ada Holm said the quay was shut — a point that the board has made.", "the quay was shut"),
        ("Ada Holm said the quay was shut -- plans that few had read.", "the quay was shut"),
        ("Ada Holm told Tor Vint to stand, and the harbour master faced her.", "to stand"),
        ("Ada Holm promised to sell the quay — a gift to the board.", "to sell the quay"),
        ("Ada Holm said the quay “was never sound,” a claim the board denies.", "the quay was never sound,"),
        ("Ada Holm said she was “sick of boats,” the first mayor to say so.", "she was sick of boats,"),
        ("Ada Holm said it was “a wreck,” despite the new roof.", "it was a wreck,"),
        ("Ada Holm said it was “a wreck,” without naming the builder.", "it was a wreck,"),
        ("Ada Holm said that it was “a wreck,” despite the new roof.", "that it was a wreck,"),
        ("When Ada Holm said the quay was “a wreck,” the board left the town.", "the quay was a wreck,"),
        ("When Ada Holm said the quay was “a wreck,” Tor Vint left.", "the quay was a wreck,"),
        ("Ada Holm said the quay was “a wreck,” again a hint at the board.", "the quay was a wreck,"),
        ("Ada Holm said they want “the highest quays,” in which few believe.", "they want the highest quays,"),
        ("Ada Holm said it is “a wreck,” remarks for which she paid.", "it is a wreck,"),
        ("Ada Holm, who said it was “a wreck,” told us to go.", "it was a wreck,"),
        ("Ada Holm, who says the quay has leaked, left the board.", "the quay has leaked"),
        ("Ada Holm, who said the quay may leak, also left the board.", "the quay may leak"),
        ("Ada Holm said the boat was full of ricin, a toxin that kills.", "the boat was full of ricin"),
        ("Ada Holm said she would meet Tor Vint, the former mayor.", "she would meet Tor Vint"),
        ("Ada Holm said “we have to look hard at it” and was critical of the board.", "we have to look hard at it"),
        ("Ada Holm said “quays have owners” and then walked away.", "quays have owners"),
    ],
)
def test_a_clause_or_a_verb_of_the_article_is_not_said(text: str, words: str) -> None:
    assert said(text) == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Ada Holm said that while it “was a wreck,” the quay would stand.",
            "that while it was a wreck, the quay would stand",
        ),
        (
            "Ada Holm said that the mill, “a wreck,” the board's, will go.",
            "that the mill, a wreck, the board's, will go",
        ),
        ("Ada Holm said “as soon as it opens,” the board would go.", "as soon as it opens, the board would go"),
        ("Ada Holm said it would be “a wreck,” because the board left.", "it would be a wreck, because the board left"),
        ("Ada Holm said it is “a wreck” and cut off from the town.", "it is a wreck and cut off from the town"),
        ("Ada Holm said she needs a boat, a quay and a board.", "she needs a boat, a quay and a board"),
        ("Ada Holm said it had sunk, a decade after it was built.", "it had sunk, a decade after it was built"),
        ("Ada Holm said the quay was not shut, but only closed.", "the quay was not shut, but only closed"),
        ("Ada Holm said the board met and shut the quay.", "the board met and shut the quay"),
        ("Ada Holm said the quay should be cleared and closed.", "the quay should be cleared and closed"),
        ("Ada Holm said Tor Vint, who heads the board, will go.", "Tor Vint, who heads the board, will go"),
        ("Ada Holm said she would shut the quay and leave.", "she would shut the quay and leave"),
        ("Ada Holm said the quay, which is old, has leaked.", "the quay, which is old, has leaked"),
        (
            "Ada Holm said that if the quay, which leaks, sank, she would go.",
            "that if the quay, which leaks, sank, she would go",
        ),
        ("Ada Holm said the quay would leak — but not the mill.", "the quay would leak — but not the mill"),
        ("Ada Holm said the U.S.- Norwick line was shut.", "the U.S.- Norwick line was shut"),
        ("Ada Holm said the plan — a draft — would fail.", "the plan — a draft — would fail"),
    ],
)
def test_what_may_be_the_speakers_stays(text: str, words: str) -> None:
    assert said(text) == [words]


def test_where_only_the_hearers_stand_behind_what_stands_before_is_said() -> None:
    assert said("Rents will rise next year, college officials told state lawmakers at a hearing on rents.") == [
        "Rents will rise next year"
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Holm said repeatedly that the quay was shut.", "that the quay was shut"),
        ("Ada Holm announced this week that the quay was shut.", "that the quay was shut"),
        ("Ada Holm argued, however, that the quay was shut.", "that the quay was shut"),
        ("Ada Holm said, in reference to the board, that the quay was shut.", "that the quay was shut"),
        ("Ada Holm proposed changing the law so that boats can leave.", "changing the law so that boats can leave"),
    ],
)
def test_when_and_how_it_was_said_is_not_said(text: str, words: str) -> None:
    assert said(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "They read studies like the Marrow Commission report that came about after the flood.",
        "Tor Vint was asked about a Quay News report that the board had met.",
        "The board broke its campaign promise to sell the quay.",
        "The Norwick Post walked back more of its “exclusive” reporting on boats, and it was a long story.",
        "That's according to the Norwick Caucus — a panel of pilots, masters and crews.",
        "That is according to Ada Holm, who heads the board.",
        "Ada Holm has warned against haste, as new figures hit boats.",
        "The group called Norwick for Action, met on Monday.",
    ],
)
def test_a_noun_of_speech_and_what_points_back_lead_to_no_words(text: str) -> None:
    assert said(text) == []


def test_behind_a_verb_of_the_main_clause_who_says_all_of_it() -> None:
    text = "They were hired by Ada Holm, who says the quay has leaked, sank and left its owners poor."
    assert said(text) == ["the quay has leaked, sank and left its owners poor"]


def test_many_still_report() -> None:
    assert said("The data collected by the board report that boats sank.") == ["that boats sank"]
    assert said("Supporters of the board claim that boats sank.") == ["that boats sank"]


def test_who_reports_it_all_at_the_end_is_not_said() -> None:
    assert "that the quay was shut" in said("Ada Holm said that the quay was shut, reports The Norwick Post.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Holm said the quay was shut (as if few knew.", ["the quay was shut"]),
        ("Ada Holm said she would sell it (“a wreck”) in May.", ["she would sell it a wreck in May"]),
        ("Boats left. (Ada Holm said that the quay was shut.)", ["that the quay was shut"]),
        ("It is shut (the board said the quay has been sold), and boats left.", ["the quay has been sold"]),
        ("(The quay was shut in May, according to Ada Holm.)", ["The quay was shut in May"]),
        ("The boats (all of them sank, according to Ada Holm) were old.", ["all of them sank"]),
        ("It is odd (as Ada Holm said) that boats left the quay in May.", []),
    ],
)
def test_what_is_said_stays_on_its_side_of_a_bracket(text: str, words: list[str]) -> None:
    assert said(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Holm wrote a series of memos urging the board to leave.", []),
        ("Ada Holm wrote a letter to the board.", []),
        ("Ada Holm wrote the memo was wrong.", ["the memo was wrong"]),
        ("Ada Holm wrote the quay was shut.", ["the quay was shut"]),
    ],
)
def test_a_document_that_somebody_wrote_is_nothing_said(text: str, words: list[str]) -> None:
    assert said(text) == words
