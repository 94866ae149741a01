"""Interviews, records of turns, dialogue and headlines: who speaks there, and who does not."""

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


def test_answers_are_those_of_the_one_who_is_asked() -> None:
    text = "Ada Holm runs the ferry.\n\nQ: Does it float?\n\nA: It does.\n\nQ: Still?\n\nA: Ask me in May."
    assert said(text)[1::2] == [("It does.", "Ada Holm"), ("Ask me in May.", "Ada Holm")]


def test_of_two_who_may_be_asked_none_answers() -> None:
    text = "Ada Holm met Tor Vint.\n\nQ: Does it float?\n\nA: It does.\n\nQ: Still?\n\nA: Ask me in May."
    assert {speaker for _, speaker in said(text)} == {None}


def test_a_record_in_small_letters_has_turns() -> None:
    text = "Mr Vint: Was it tested?\n\nMs Holm: It was.\n\nMr Vint: By whom?\n\nMs Holm: By the office."
    assert said(text) == [
        ("Was it tested?", "Vint"),
        ("It was.", "Holm"),
        ("By whom?", "Vint"),
        ("By the office.", "Holm"),
    ]


def test_initials_are_those_of_a_label_before() -> None:
    text = "Ada Holm: Is it shut?\n\nPaul Vint: It is.\n\nAH: And now?\n\nPV: It is dry.\n\nAH: Thanks."
    assert [speaker for _, speaker in said(text)] == ["Ada Holm", "Paul Vint", "Ada Holm", "Paul Vint", "Ada Holm"]


def test_headlines_and_shares_are_no_turns() -> None:
    text = (
        "The lead grew.\n\nPOLL: VINT OPENS A LEAD\n\nNorwick Job Approval: Approve, 41 percent\n\n"
        "POLL: LUND IS LATE\n\nPower Play: Will it rain?\n\nPower Play: It will not."
    )
    assert said(text) == []


def test_a_common_word_is_a_name_beside_a_person() -> None:
    text = "Block: Is it shut?\n\nAda Holm: It is.\n\nBlock: And now?\n\nAda Holm: It is dry."
    assert [words for words, _ in said(text)] == ["Is it shut?", "It is.", "And now?", "It is dry."]


def test_whoever_is_told_does_not_say_it() -> None:
    assert ("framed", "CNN") not in said("He believed that they were “framed” tells CNN from Norwick that he left.")


@pytest.mark.parametrize(
    "text",
    [
        "Where: the quay\n\nWhen: on Monday\n\nTickets: at the door\n\nMusic: by the band",
        "Norwick: the old town.\n\nIt lies by the sea.",
    ],
)
def test_a_list_is_no_record(text: str) -> None:
    assert said(text) == []


def test_a_question_changes_the_speaker() -> None:
    text = "“What did you see?” Ada Holm asked Tor Vint.\n\n“Smoke.”\n\n“Where?”\n\n“Over the mill.”"
    assert [speaker for _, speaker in said(text)] == ["Ada Holm", None, None, None]


def test_a_statement_goes_on_in_the_next_paragraph() -> None:
    text = "“The mill burned,” Ada Holm said.\n\n“Nobody came.”"
    assert [speaker for _, speaker in said(text)] == ["Ada Holm", "Ada Holm"]


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("Officials: Quay unsafe for years", "Quay unsafe for years"),
        ("Report: Quay was built on sand", "Quay was built on sand"),
        ("Exclusive: Norwick to sell its quay - sources", "Norwick to sell its quay"),
        ("Quay is 'a bad joke' - Norwick mayor", "Quay is … a bad joke"),
    ],
)
def test_a_headline_names_its_source(headline: str, words: str) -> None:
    assert said(f"{headline}\nThe quay lies by the sea.")[0][0] == words


@pytest.mark.parametrize(
    "headline", ["Norwick: A town by the sea", "Update: The quay is open", "A town - and its quay"]
)
def test_other_headlines_have_none(headline: str) -> None:
    assert said(f"{headline}\nThe quay lies by the sea.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry company added two boats in May and kept its winter hours.",
        "Tor Vint wrote two books about wells.",
        "The river claimed nine houses in the flood.",
        "Police charged nine men with arson on Monday.",
        "The hotel charged Ada Holm ninety crowns for towels she had never used.",
        "The firm charged customers ninety crowns a month for water it did not deliver.",
        "The ferry company added two boats and a crew to its fleet before the quay was closed.",
    ],
)
def test_a_verb_that_acts_says_nothing(sentence: str) -> None:
    assert said(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Holm added the wall would fall.",
        "Ada Holm claimed it fell.",
        "Ada Holm claimed, as she always would, that it fell.",
        "Ada Holm claims the firm withheld her pay because she refused it.",
        "Ada Holm added just because a wall stood it was not safe.",
        "Ada Holm charged the guards had lied before the quay was closed.",
        "Ada Holm added that the towels she had lost were old.",
    ],
)
def test_a_verb_that_acts_says_a_clause(sentence: str) -> None:
    assert [speaker for _, speaker in said(sentence)] == ["Ada Holm"]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Ada Holm, a guard who was at the scene, said it burned.", "who was at the scene"),
        (
            "Two officials said it burned, speaking on condition of anonymity because the talks were secret.",
            "speaking on condition of anonymity because the talks were secret",
        ),
    ],
)
def test_why_somebody_knows_or_has_no_name(sentence: str, reason: str) -> None:
    (quote,) = extract_mentions(Article("a", 1, sentence)).quotes
    assert quote.justification == reason
