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


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ('"It is shut," Holm told CNN\'s "Day." She left.', "It is shut,", "Holm"),
        (
            '"It is shut and it stays shut." Tor Holm said during debate on the dam.',
            "It is shut and it stays shut.",
            "Tor Holm",
        ),
        ('If it rains, said Tor Holm, of Norwick, "it is over."', "If it rains … it is over.", "Tor Holm"),
        (
            'At the Norwick Chamber, Tor Holm, head of trade, rivers and fishing, said in a note, "It is shut."',
            "It is shut.",
            "Tor Holm",
        ),
        ("Unlike Holm, Rev. Tor Vint, head of the board, said that it rained.", "that it rained", "Rev. Tor Vint"),
    ],
)
def test_who_speaks_where_more_stands_beside_the_verb(text: str, said: str, speaker: str) -> None:
    assert (said, speaker) in read(text)
    assert len(read(text)) == 1


def test_aides_who_claim_speak_not_their_owner() -> None:
    assert read("Norland's foes claim that the boats are old.") == [("that the boats are old", "Norland's foes")]


def test_marked_words_go_on_with_who_spoke_in_the_main_clause() -> None:
    text = 'Ada Holm suggested she would leave unless Vint promised to stay. "I do not think that he can do it."'
    assert read(text)[-1] == ("I do not think that he can do it.", "Ada Holm")


def test_a_name_behind_a_bodys_noun_is_a_body_and_a_thing_of_a_body_is_not_it() -> None:
    quotes = extract_line({"id": "a", "text": "It is read by many, according to the analytics company Alexa."})[
        "quotes"
    ]
    assert [(quote["source"], quote["source_kind"]) for quote in quotes] == [("Alexa", "organisation")]
    quotes = extract_line({"id": "a", "text": "The CIA talking points said that it rained."})["quotes"]
    assert [quote["source"] for quote in quotes] == [None]


def test_where_something_is_so_does_not_speak() -> None:
    text = "Ada Holm, head of the board, said boats are sold by new laws, particularly around Holm Bay rules."
    assert [speaker for _, speaker in read(text)] == ["Ada Holm"]
