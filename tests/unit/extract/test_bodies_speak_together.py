"""Several bodies that speak in one clause: never one of them alone."""

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article

TOGETHER = [
    ("The harbour ministry and the central bank", ["harbour ministry", "central bank"]),
    ("The Ferry Forum, the Quay Bloc and the Divers' League", ["Ferry Forum", "Quay Bloc", "Divers' League"]),
    ("The Norwick Council and the Mill Board", ["Norwick Council", "Mill Board"]),
    ("The ferry company, the council and the union", []),
]
ONE = [
    ("The tide rose and the harbour ministry", "harbour ministry"),
    ("The mayor left the council and the ministry", "ministry"),
    ("In the morning the council and the mayor met, and the ministry", "ministry"),
]


def bare(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ")


@pytest.mark.parametrize(("phrase", "names"), TOGETHER)
def test_none_of_several_bodies_speaks_alone(phrase: str, names: list[str]) -> None:
    [quote] = extract_mentions(Article("a", 1, f"{phrase} said on Sunday that boats leak.")).quotes
    assert quote.source is None
    assert not names or [bare(one.name) for one in quote.sources] == names


@pytest.mark.parametrize(("phrase", "name"), ONE)
def test_what_stands_before_and_does_not_always_speak(phrase: str, name: str) -> None:
    *_, quote = extract_mentions(Article("a", 1, f"{phrase} said on Sunday that boats leak.")).quotes
    assert quote.source is not None
    assert bare(quote.source.name) == name


def test_one_name_that_goes_on_behind_and_is_not_two_bodies() -> None:
    [quote] = extract_mentions(Article("a", 1, "The Ministry of Ferries and the Sea said that boats leak.")).quotes
    assert not quote.sources


def test_people_without_a_name_stay_one_unnamed_source() -> None:
    [quote] = extract_mentions(Article("a", 1, "A ferry official and a fisherman said that boats leak.")).quotes
    assert quote.source is not None
    assert quote.source.kind.value == "anonymous"


def test_a_preposition_inside_a_name_hides_no_second_body() -> None:
    [quote] = extract_mentions(
        Article("a", 1, "The Center for Ferry Rights and the Norwick Union said that boats leak.")
    ).quotes
    assert [one.name for one in quote.sources] == ["Center for Ferry Rights", "Norwick Union"]
