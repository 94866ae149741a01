"""A verb of saying that ends its sentence: all before the comma is said, all behind it is who says so."""

import pytest

from audit.extract.jsonl import extract_line


def read(text: str) -> list[tuple[str, str]]:
    """The words and the speaker of each quote, as printed."""
    quotes = extract_line({"id": "a", "text": text})["quotes"]
    return [tuple(" … ".join(text[s:e] for s, e in q[part]) for part in ("content", "speaker")) for q in quotes]


@pytest.mark.parametrize(
    "speaker",
    [
        "fire spokesman Tor Holm",
        "Norwick meteorologist Tor Holm",
        "Holm and other planners",
        "engineers and divers",
        "allies close to him",
        "officials there",
        "the Norwick State Boat & Anchor Association",
    ],
)
def test_whatever_stands_between_the_last_comma_and_the_verb_speaks(speaker: str) -> None:
    said = "The boats have been sold, killing the trade"
    assert read(f"{said}, {speaker} said.") == [(said, speaker)]


@pytest.mark.parametrize(
    "said",
    [
        "Breathing slowly from the belly helps slow the heart",
        "To mend the wall, we need measures of its height",
        "After talking with the other skipper, he got back into his boat",
        "Though his fares were lower, that saving is only made if he sails",
        "At least nine people drowned and six died on the roads of the county",
        "Winning requires building strong walls",
    ],
)
def test_what_elsewhere_sets_the_scene_is_said_where_nothing_follows(said: str) -> None:
    assert read(f"{said}, Holm said.") == [(said, "Holm")]


def test_as_before_the_speaker_is_passed_behind_marked_words() -> None:
    text = 'Holm is "the most careful planner in years," as the Norwick Courier reported.'
    assert [speaker for _, speaker in read(text)] == ["the Norwick Courier"]


@pytest.mark.parametrize(
    "text",
    [
        "When she heard the bell, she told the others in the room to get back.",
        "Holm is late, an allegation she denied.",
        "It raises the fare from 7 to 9 dollars, lower than what Sen. Holm proposed.",
        "One, the quay, gives the accounts of all 469 delegates pledged to Holm.",
        "A scandal is unfolding, complete with lies, abuse of power and questions.",
        "On Monday, Holm said.",
    ],
)
def test_no_words_are_said_by_what_is_no_speaker(text: str) -> None:
    assert read(text) == []


def test_who_leads_an_inquiry_is_no_document() -> None:
    found = extract_line({"id": "a", "text": "It has been sold, the agent leading the investigation said."})["quotes"]
    assert [quote["source_kind"] for quote in found] == ["anonymous"]
