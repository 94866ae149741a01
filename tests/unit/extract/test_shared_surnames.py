"""Whom a surname means that two people of one article bear, and surnames that are titles elsewhere."""

import pytest

from audit.extract.jsonl import extract_line


def speakers(text: str) -> list[str | None]:
    return [quote["source"] for quote in extract_line({"id": "a", "text": text})["quotes"]]


def test_one_who_is_printed_with_an_initial_too_is_one_bearer() -> None:
    text = 'Tor Holm came. Tor B. Holm is tall. Tor Holm left. "It is shut," Holm told the crowd.'
    assert speakers(text) == ["Tor Holm"]


def test_the_beginning_of_a_given_name_is_no_second_person() -> None:
    assert speakers('Patrick Holm came. Pat Holm left. "It is shut," Holm said.') == ["Patrick Holm"]


def test_a_surname_is_the_first_bearers_before_the_second_one_comes() -> None:
    assert speakers('Tor Holm came. "It is shut," Holm said. Ida Holm left.') == ["Tor Holm"]


def test_a_surname_that_stood_alone_twice_stays_with_the_first_bearer_far_from_the_second_one() -> None:
    far = "She sold boats in the harbour. " * 24
    text = f'Tor Holm came. Holm is old. Holm is tall. Ida Holm left. {far}\n\n"It is shut," Holm said.'
    assert speakers(text) == ["Tor Holm"]


def test_right_behind_the_second_bearer_nobody_is_meant() -> None:
    assert speakers('Tor Holm came. Holm is old. Holm is tall. Ida Holm left. "It is shut," Holm said.') == [None]


def test_two_who_are_named_together_share_their_surname() -> None:
    text = 'Ed and Paula Holm left. "It is shut," Holm said. Ed Holm came.'
    assert speakers(text) == [None]


def test_a_role_before_the_surname_tells_whose_it_is() -> None:
    text = 'President Tor Holm and Ida Holm came. "It is shut," President Holm said.'
    assert speakers(text) == ["Tor Holm"]


@pytest.mark.parametrize("name", ["Rep. Peter King", "Sen. Angus Bishop"])
def test_a_title_that_ends_a_titled_name_is_the_surname(name: str) -> None:
    surname = name.split()[-1]
    text = f'"It is shut," said {name}. Mr. {surname} said that it rained.'
    assert speakers(text) == [" ".join(name.split()[1:])] * 2


def test_a_surname_of_two_words_is_not_the_form_that_is_printed_most() -> None:
    text = '"It is shut," Dennis Van Vint said. "So it is," Van Vint said. "Well," Van Vint said. Van Vint left.'
    assert set(speakers(text)) == {"Dennis Van Vint"}
    text = '"It is shut," Mahdi Abdul Vint said. "So it is," Abdul Vint said. "Well," Abdul Vint said. Abdul Vint left.'
    assert set(speakers(text)) == {"Mahdi Abdul Vint"}


def test_a_family_speaks_as_one_body() -> None:
    assert speakers("Tor Holm died. The Holm family said that it was sad.") == ["The Holm family"]
    assert speakers("Tor Holm left. Holm says intelligence agencies were late.") == ["Tor Holm"]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [("Holm News affiliate NWTV", "NWTV"), ("Norwick Bank subsidiary Vint Capital", "Vint Capital")],
)
def test_what_a_body_is_to_another_stands_before_its_name(phrase: str, name: str) -> None:
    assert speakers(f"It was cold in the town, {phrase} said.") == [name]
