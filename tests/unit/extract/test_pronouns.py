"""Whom "he" and "she" mean, and whose words are nobody's: where two people fit the speaker stays open."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.extract.jsonl import extract_line
from audit.records import Article


def last_speaker(text: str) -> str | None:
    quote = extract_mentions(Article("a", 1, text)).quotes[-1]
    return quote.source.name if quote.source else None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # whoever only owns something gives way to the subject
        ("Minister Okbo Brask often met George Vint's envoy at the dam. He said that the dam leaked.", "Okbo Brask"),
        (
            "Minister Okbo Brask answered George Vint's claim that it was dry. He said that the dam leaked.",
            "Okbo Brask",
        ),
        # the subject's sex is not told, and the object would fit
        ("Okbo Brask met George Vint. He said that the dam leaked.", None),
        # two of whom nothing is told
        ("Okbo Brask saw it. Wamuti Orel saw it too. He said that the dam leaked.", None),
        # the article's own pronoun tells
        ("Okbo Brask lost her boat. Wamuti Orel saw his own sink. She said that the dam leaked.", "Okbo Brask"),
        # somebody else's role opens the sentence
        ("The president scolded his envoy George Vint, and he said that the dam leaked.", None),
        ("The president, George Vint, was there. He said that the dam leaked.", "George Vint"),
        # the last to speak has no name here
        ("George Vint came. The builder said that George Vint was late. He said that the dam leaked.", None),
        # a word that is no full name is nobody
        ("George Vint came with his friends from Smerv. He said that the dam leaked.", "George Vint"),
    ],
)
def test_whom_a_pronoun_means(text: str, speaker: str | None) -> None:
    assert last_speaker(text) == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The caulker who spoke with Ada Holm said that the dam leaked.", None),
        ("Holm, an old Norwick hand, then turns and tells him: “The dam leaks.”", "Ada Holm"),
        ("Chief Meteorologist, Ada Holm, said that the dam leaked.", "Ada Holm"),
        ("“The dam leaks,” wrote TV critic Ada Holm.", "Ada Holm"),
        ("“The dam leaks,” said Bay Area resident Ada Holm, who saw it.", "Ada Holm"),
    ],
)
def test_the_head_of_a_phrase_speaks(sentence: str, speaker: str | None) -> None:
    assert last_speaker(f"Ada Holm lives by the river. {sentence}") == speaker


def test_a_short_form_is_the_one_whose_name_it_begins() -> None:
    assert last_speaker("Vladimir Brask came. Later Vlad said that the dam leaked.") == "Vladimir Brask"
    two = "Vladimir Brask and Vladislav Orel came. Later Vlad said that the dam leaked."
    assert last_speaker(two) not in {"Vladimir Brask", "Vladislav Orel"}


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Quarrel Sluice was widened.", None),
        ("Quarrel Sluice, 41, was there.", "Quarrel Sluice"),
        ("Quarrel Sluice, who came late, was there.", "Quarrel Sluice"),
        ("Quarrel Sluice, a pilot, was there.", "Quarrel Sluice"),
        ("The pilot, Quarrel Sluice, was there.", "Quarrel Sluice"),
    ],
)
def test_a_pronoun_means_what_is_shown_to_be_a_person(lead: str, speaker: str | None) -> None:
    found = extract_line({"id": "x", "text": f"{lead} He said that the pier leaked."})
    assert found["quotes"][0]["source"] == speaker


def test_a_pronoun_means_the_unnamed_one_who_just_spoke() -> None:
    text = "A diver, Tor Vint, was there. “Please leave,” said one African student. “It leaks,” he said."
    found = extract_line({"id": "x", "text": text})
    assert [q["source"] for q in found["quotes"]] == ["one African student"] * 2
