"""Who speaks, where a clause, a second role or a comma stands between the verb and the name."""

import pytest

from audit.extract.jsonl import extract_line


def read(text: str) -> list[tuple[str, str | None]]:
    """The words of each quote and its source."""
    quotes = extract_line({"id": "a", "text": text})["quotes"]
    return [(" … ".join(text[s:e] for s, e in q["content"]), q["source"]) for q in quotes]


MEANT = [
    ('"It rang twice," said the neighbour who found her, Ada Holm.', "Ada Holm"),
    ('"It rang twice," says a baker who rents the cellar, Ada Holm, of the night.', "Ada Holm"),
    ('"It rang twice," a pensioner who lives above the quay, Ada Holm, told me.', "Ada Holm"),
    ('"It rang twice," said the club\'s sporting director, the former goalkeeper Ada Holm.', "Ada Holm"),
    ('"It rang twice," said the board\'s secretary, the retired teacher Ada Holm, on Monday.', "Ada Holm"),
    ('"It rang twice," jokes political scientist and former deputy Ada Holm.', "Ada Holm"),
    ('"It rang twice," said chairwoman and chief executive Ada Holm on Monday.', "Ada Holm"),
    ('"It rang twice," wrote @quay_watch, an account of a sailor.', "@quay_watch"),
    ('"It rang twice," the volunteer-run account @quay_watch warned its followers.', "@quay_watch"),
    ('At noon @quay_watch wrote: "It rang twice."', "@quay_watch"),
]


@pytest.mark.parametrize(("text", "name"), MEANT)
def test_the_name_behind_what_is_told_of_its_bearer_speaks(text: str, name: str) -> None:
    assert (read(text)[0][0].rstrip(".,"), read(text)[0][1]) == ("It rang twice", name)


OTHERS = [
    ('"It rang twice," said the neighbour who found Ada Holm.', "the neighbour"),
    ('"It rang twice," said a neighbour who lives in Norwick, Vermont.', "a neighbour"),
    ('"It rang twice," said the neighbour who found her, Ada Holm\'s aunt.', "the neighbour"),
]


@pytest.mark.parametrize(("text", "name"), OTHERS)
def test_a_name_inside_the_clause_does_not_speak(text: str, name: str) -> None:
    assert read(text)[0][1] == name


def test_residents_and_a_mayor_are_not_one() -> None:
    assert all(source != "Ada Holm" for _, source in read('"It rang twice," said residents and mayor Ada Holm.'))


OPENINGS = [
    'Said Ada Holm, who turned 30 that day: "I have had worse days."',
    'Said Ada Holm, whose boat sank, on the quay: "I have had worse days."',
    'The shop on the quay closed in the spring. By then, says the fisherman Ada Holm, "I have had worse days."',
    'In spring, said Ada Holm, "I have had worse days."',
]


@pytest.mark.parametrize("text", OPENINGS)
def test_only_the_marked_words_are_said(text: str) -> None:
    assert read(text) == [("I have had worse days.", "Ada Holm")]


def test_a_comma_before_a_clause_of_its_own_opens_what_is_said() -> None:
    [(words, source)] = read('Said Ada Holm, the wall fell: "It was old."')
    assert words.startswith("the wall fell")
    assert source == "Ada Holm"
