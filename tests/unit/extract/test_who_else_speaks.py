"""Speakers that are no plain subject: beside marks, behind "by", "as saying", "for saying", and before a colon."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article, Quote

WHO = "Ada Holm runs the ferry. Tor Vint built the quay. "


def quotes_of(text: str) -> tuple[Quote, ...]:
    return extract_mentions(Article("a", 1, text)).quotes


def said(text: str) -> list[tuple[str, str | None]]:
    """The words and the speaker of each quote."""
    return [
        (" … ".join(piece.of(text) for piece in quote.pieces), quote.source.name if quote.source else None)
        for quote in quotes_of(text)
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“The ropes are gone,” said harbour union lawyer Ada Holm, who saw it.", "Ada Holm"),
        ("“The ropes are gone,” said pilot Ada Holm.", "Ada Holm"),
        ("“The ropes are gone,” said the firm's envoy to the islands, Ada Holm.", "Ada Holm"),
        ("“The ropes are gone,” 41-year-old Ada Holm said on the quay.", "Ada Holm"),
        ("“The ropes are gone,” Courier columnist and sea captain Ada Holm said.", "Ada Holm"),
        (
            "“The ropes are gone,” Ada Holm, maker of ropes, co-owner of the yard and friend of Tor Vint, said.",
            "Ada Holm",
        ),
    ],
)
def test_whoever_stands_beside_marked_words_speaks(sentence: str, speaker: str) -> None:
    assert said(sentence) == [("The ropes are gone,", speaker)]


@pytest.mark.parametrize(
    "sentence",
    [
        "“Half of it is rotten,” compared to a third of the ropes, the claims board found.",
        "“The ropes are gone,” but nobody who came to the quay said so.",
    ],
)
def test_what_goes_on_behind_marked_words_is_no_speaker(sentence: str) -> None:
    assert all(source is None or "compared" not in source for _, source in said(sentence))


@pytest.mark.parametrize(
    ("sentence", "words", "speaker"),
    [
        ("The quay was described by Ada Holm as “a row of loose teeth”.", "a row of loose teeth", "Ada Holm"),
        ("The quay has been called “a row of loose teeth” by Ada Holm.", "a row of loose teeth", "Ada Holm"),
        ("The owners were accused by Ada Holm of “letting it rot”.", "letting it rot", "Ada Holm"),
        ("They were criticised by the pilot, Ada Holm, because “nobody mends it”.", "nobody mends it", "Ada Holm"),
        ("It was claimed by Ada Holm that the quay was rotten.", "that the quay was rotten", "Ada Holm"),
        ("The Courier quoted Ada Holm as saying that the quay was rotten.", "that the quay was rotten", "Ada Holm"),
        ("The Courier quoted the pilot, Ada Holm, as saying the quay was rotten.", "the quay was rotten", "Ada Holm"),
        (
            "Ada Holm was quoted by the Courier as saying that the quay was rotten.",
            "that the quay was rotten",
            "Ada Holm",
        ),
        ("“The quay is rotten,” he quoted Ada Holm as saying.", "The quay is rotten,", "Ada Holm"),
        (
            "The club rebuked its captain, Ada Holm, for claiming that the quay was rotten.",
            "that the quay was rotten",
            "Ada Holm",
        ),
        (
            "The club fined Ada Holm 90 crowns for claiming that the quay was rotten.",
            "that the quay was rotten",
            "Ada Holm",
        ),
        ("Tor Vint scolded Ada Holm for claiming that the quay was rotten.", "that the quay was rotten", "Ada Holm"),
        ("Ada Holm ended by saying that the quay was rotten.", "that the quay was rotten", "Ada Holm"),
        ("After saying that the quay was rotten, Ada Holm left.", "that the quay was rotten", "Ada Holm"),
        ("The council closed what Ada Holm once called “a row of teeth”.", "a row of teeth", "Ada Holm"),
        ("Ada Holm left, having called the quay “a row of teeth”.", "the quay … a row of teeth", "Ada Holm"),
    ],
)
def test_words_handed_on_are_their_speakers(sentence: str, words: str, speaker: str) -> None:
    assert said(sentence) == [(words, speaker)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tor Vint was praised by Ada Holm for selling “new” ropes.",
        "Tor Vint apologised to Ada Holm for saying that the quay was rotten.",
    ],
)
def test_who_stands_beside_need_not_speak(sentence: str) -> None:
    assert [source for _, source in said(sentence) if source == "Ada Holm"] == []


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Ada Holm's answer:", "Ada Holm"),
        ("Statement by Captain Ada Holm on the quay:", "Ada Holm"),
        ("Comment from the pilot, Ada Holm:", "Ada Holm"),
        ("Ada Holm, owner of the ferry:", "Ada Holm"),
        ("Ada Holm came out of the shed with a warning:", "Ada Holm"),
        ("Said Ada Holm of the quay:", "Ada Holm"),
    ],
)
def test_a_colon_hands_over(lead: str, speaker: str) -> None:
    words = "“The ropes are gone.”"
    assert said(f"{lead} {words}") == [("The ropes are gone.", speaker)]


def test_a_dateline_is_nobody_who_introduces() -> None:
    text = "NORWICK, May 4 — Governor Ada Holm issued this statement:\n\n“The ropes are gone.”"
    assert said(text) == [("The ropes are gone.", "Ada Holm")]


@pytest.mark.parametrize("teller", ["according to the Courier", "according to a recording", "Reuters reported"])
def test_who_retells_a_quote_does_not_go_on_with_it(teller: str) -> None:
    text = f"“The ropes are gone,” Ada Holm said, {teller}. “Nobody mends them.”"
    assert said(text) == [("The ropes are gone, … Nobody mends them.", "Ada Holm")]


def test_the_last_to_speak_in_a_sentence_goes_on() -> None:
    text = "Ada Holm said it was odd because “the ropes are gone,” she said. “Nobody mends them.”"
    assert any(words.endswith("Nobody mends them.") for words, _ in said(text))
