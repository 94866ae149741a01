"""Whose words they are where no plain subject and verb tell it: own words, signatures, inserted speakers, nicknames."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.extract.jsonl import read_line
from audit.extract.sources.name_index import NameIndex
from audit.extract.sources.names import read_names
from audit.lexicon.outlets import PACKAGED
from audit.records import Article, Quote, Span

WHO = "Ada Holm runs her ferry. "


def quotes_of(text: str) -> tuple[Quote, ...]:
    return extract_mentions(Article("a", 1, text)).quotes


def said(text: str) -> list[tuple[str, str | None]]:
    """The words and the speaker of each quote."""
    return [
        (" … ".join(piece.of(text) for piece in quote.pieces), quote.source.name if quote.source else None)
        for quote in quotes_of(text)
    ]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("In Ada Holm's words, the pier “was built on hope”.", "the pier … was built on hope"),
        ("In Ada Holm's telling, nobody mended the pier.", "nobody mended the pier"),
        ("The pier was a bad joke, in Ada Holm's own words.", "The pier was a bad joke"),
        ("In Ada Holm's own words: “It fell.”", "It fell."),
        ("In the words of Ada Holm, the pier “was built on hope”.", "the pier … was built on hope"),
        ("In the words of Ada Holm, who sold it, the pier “was built on hope”.", "the pier … was built on hope"),
        ("In the words of the club's founder, Ada Holm, the pier “fell”.", "the pier … fell"),
        ("The pier was a bad joke, in the words of Ada Holm.", "The pier was a bad joke"),
        ("The pier was, in the words of Ada Holm, “a bad joke”.", "a bad joke"),
        ("The pier leaked, which made it “a bad joke,” in the words of Ada Holm.", "a bad joke,"),
        ("The pier was “a bad joke”, to use Ada Holm's phrase.", "a bad joke"),
        ("“A row of rotten teeth” is Ada Holm's phrase for the pier.", "A row of rotten teeth"),
        ("To Ada Holm, the pier was “a row of rotten teeth”.", "the pier was … a row of rotten teeth"),
        ("The pier was shut because to her, “a wall that leaks is no wall”.", "a wall that leaks is no wall"),
        ("To her, the pier was “a row of rotten teeth”.", "the pier was … a row of rotten teeth"),
        ("“A row of rotten teeth,” is how Ada Holm puts it.", "A row of rotten teeth,"),
    ],
)
def test_an_owner_of_words_speaks(sentence: str, words: str) -> None:
    assert said(WHO + sentence) == [(words, "Ada Holm")]


@pytest.mark.parametrize(
    "sentence",
    [
        "In Ada Holm's account at the bank lay “a row of notes”.",
        "In other words, the pier was shut.",
        "To Ada Holm, it came as a shock.",
        "In the account of Ada Holm lay “a row of notes”.",
        "The pier was, in the view of Ada Holm, a joke.",
        "“A row of teeth” is one of Ada Holm's pictures of the pier.",
        "The men gave it to her, “the last of the ferry”.",
        "As for Ada Holm, “I would like her to leave the ferry”.",
        "A man who knew Ada Holm was, in his words, “a friend of the ferry”.",
        "To Norwick, the pier was shut.",
    ],
)
def test_no_owner_of_words_no_quote(sentence: str) -> None:
    assert not [source for _, source in said(WHO + sentence) if source]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The pier, Ada Holm said, “was never safe”.", "The pier … was never safe"),
        ("The pier, said Ada Holm, “was never safe”.", "The pier … was never safe"),
        ("Ada Holm said the pier was safe, a claim that nobody checked.", "the pier was safe"),
        ("“Who is there?” called Ada Holm from the pier.", "Who is there?"),
    ],
)
def test_a_speaker_inside_the_sentence(sentence: str, words: str) -> None:
    assert said(WHO + sentence) == [(words, "Ada Holm")]


def test_two_inserted_speakers_keep_their_own_words() -> None:
    text = WHO + "The pier, Ada Holm said, “was never safe”, and nobody, she added, had asked."
    assert [words for words, _ in said(text)] == ["The pier … was never safe", "nobody … had asked"]


@pytest.mark.parametrize(
    "speaker",
    ["one of the tenants, Ada Holm", "her neighbour, Ada Holm", "the owner of the pier, Ada Holm"],
)
def test_a_name_behind_what_its_bearer_is(speaker: str) -> None:
    assert said(f"“The pier is gone,” said {speaker}.") == [("The pier is gone,", "Ada Holm")]


def test_a_name_behind_the_mayor_of_a_place() -> None:
    assert said("The mayor of Norwick, Ada Holm, said the pier leaked.") == [("the pier leaked", "Ada Holm")]


def test_a_publisher_with_a_small_article_in_the_name() -> None:
    assert said("“It is late,” said his editor, Luc d’Aubin.") == [("It is late,", "Luc d’Aubin")]


def test_marked_words_are_signed_on_the_line_below() -> None:
    text = "“The pier will stand for a hundred years.”\n— Ada Holm, harbour master"
    assert said(text) == [("The pier will stand for a hundred years.", "Ada Holm")]


def test_a_list_below_marked_words_signs_nothing() -> None:
    assert said("“The pier will stand for a hundred years.”\n- Tickets cost ten crowns")[0][1] is None


def test_words_set_apart_by_signs_are_a_quote() -> None:
    text = "Ada Holm wrote:\n\n> The pier leaks, and I say so.\n\nNobody answered."
    assert said(text) == [("The pier leaks, and I say so.", "Ada Holm")]


def test_double_marks_inside_single_ones() -> None:
    text = WHO + "‘Do you know’, Ada Holm asked, ‘what “low water” means?’ Nobody did."
    assert said(text) == [("Do you know … what “low water” means?", "Ada Holm")]


def test_some_of_those_told_of_speak() -> None:
    text = "Two officials said the pier leaked. One of them said it was shut."
    assert said(text)[1][0] == "it was shut"


def test_a_nickname_stands_inside_a_name() -> None:
    text = "Ada “Bo” Holm, 71, said the pier leaked. Holm left."
    names = read_names(text, [Span(0, text.index(". ") + 1), Span(text.index("Holm left"), len(text))], PACKAGED)
    assert [name.surface for name in names] == ["Ada Holm", "Holm"]
    assert NameIndex(names).full_name("Holm", len(text)) == "Ada Holm"


def test_a_broken_line_goes_on_with_a_small_letter() -> None:
    text = (
        "NORWICK (AP) — Ada Holm, who runs the ferry, said on Sunday morning that\nthe pier would be taken down in June, "
        "before the summer guests would come.\nNobody had mended it since the storm of the year before last, and the wood\n"
        "was rotten, so that the harbour master had closed it to all but the gulls,\nwho do not mind it.\n\nNobody answered."
    )
    assert said(text)[0][0].startswith("that\nthe pier would be taken down in June")


def test_a_closing_quote_is_no_call_to_the_reader() -> None:
    line = {"id": "a", "text": "The pier burned.\n\n“If you have news, ring the bell,” Ada Holm said."}
    assert [quote.source.name for quote in extract_mentions(read_line(line)).quotes if quote.source] == ["Ada Holm"]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Nasr al-Holm spoke. Al-Holm also said that the pier leaked.", "that the pier leaked", "Nasr al-Holm"),
        ("The pier leaks, according to the US Pier Survey.", "The pier leaks", "US Pier Survey"),
        ("Is it safe? Homeland Security says it is safe now.", "it is safe now", "Homeland Security"),
        ("The pier leaks, according to a Holm poll last week.", "The pier leaks", "Holm poll"),
        ("Half of it fell, a study has found.The board left.", "Half of it fell", "study"),
        ("More from The Associated Press:\n\n“The pier leaks and is shut.”", "The pier leaks and is shut.", "The Associated Press"),
        ("Ada Holm also sent a letter saying that it leaked.", "that it leaked", "Ada Holm"),
        ("Ada Holm left. Her tweets claimed that it leaked.", "that it leaked", "Ada Holm"),
        ("Ada Holm left. Ada Holm's letter said that it leaked.", "that it leaked", "Ada Holm"),
        ("Ada Holm found a note saying that it leaked.", None, None),
    ],
)  # fmt: skip
def test_who_else_speaks(text: str, words: str | None, speaker: str | None) -> None:
    found = [(said_, who) for said_, who in said(text) if who]
    assert found == ([(words, speaker)] if words else [])


@pytest.mark.parametrize("text", ["He read vint.com and left.", "The U.S.Navy came.", "It cost 2.5 crowns."])
def test_no_stop_inside_a_word_ends_a_sentence(text: str) -> None:
    assert len(extract_mentions(Article("a", 1, text)).sentences) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The storm showed that the pier was weak.",
        "New tests found that it was weak.",
        "They met with claims of fraud and questions of whether it was safe.",
        "They wrestle with the voters' demands to open the pier at night.",
        "They liked the Pier Co.'s proposed walk over the water.",
    ],
)
def test_things_and_nouns_say_nothing(sentence: str) -> None:
    assert said(sentence) == []


def test_a_study_and_a_name_show() -> None:
    assert said("The study showed that the pier was weak.")
    assert said("Studies show that the pier is weak.")
    assert said("Divers found that the pier was weak.")
    assert said(WHO + "Holm showed that the pier was weak.")[0][1] == "Ada Holm"


@pytest.mark.parametrize(
    "text",
    [
        "Feature Ada Holm said it was shut. Ada Holm left.",
        "Defining Ada Holm: she left. Then Ada Holm came. Holm said it was shut.",
    ],
)
def test_a_common_word_before_a_name_is_no_part_of_it(text: str) -> None:
    assert said(text)[-1][1] == "Ada Holm"


def test_no_before_a_name_ends_a_sentence() -> None:
    assert said("Ada Holm said no. Tor Vint left.") == [("no", "Ada Holm")]
    assert len(extract_mentions(Article("a", 1, "She is No. 5 on the list.")).sentences) == 1
