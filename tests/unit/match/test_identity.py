"""One person, one source: spellings merge, people who share a name part do not."""

from __future__ import annotations

from itertools import permutations

import pytest

from audit.match import resolve_sources
from audit.match.identity import Person, merge_people, same_full_name
from audit.match.names import may_be_one

from .conftest import Corpus


def person(name: str, *articles: str, affiliation: str | None = None, company: tuple[str, ...] = ()) -> Person:
    return Person(
        name, name, tuple(name.lower().replace(".", "").split()), affiliation, frozenset(articles), frozenset(company)
    )


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Owen J. Trask", "Owen Trask"),
        ("O. Trask", "Owen Trask"),
    ],
)
def test_spellings_of_one_name_merge_into_the_fullest(a: str, b: str) -> None:
    merged = merge_people([person(a, "x"), person(b, "y")])
    assert list(merged.values()) in ([a], [b])
    assert merge_people([person(b, "y"), person(a, "x")]) == merged


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kim Jong Un", "Kim Tae Hyo"),
        ("Kim Yong Kyun", "Kim Yong Hyun"),
        ("Ruta Malik", "Owen Malik"),
        ("George W. Marsh", "George H. Marsh"),
        ("Ruta Malik", "Ruta Trask"),
        ("Anna Bell", "Anna Ball"),
    ],
)
def test_people_who_share_a_name_part_stay_two(a: str, b: str) -> None:
    assert merge_people([person(a, "x"), person(b, "y")]) == {}


def test_an_initial_that_fits_two_people_is_nobody() -> None:
    assert merge_people([person("John Marsh", "x"), person("Jane Marsh", "y"), person("J. Marsh", "z")]) == {}


def test_another_spelling_of_the_surname_needs_shared_company() -> None:
    one, two = person("Ruta Malikova", "x", company=("p",)), person("Ruta Malikowa", "y", company=("p", "q"))
    assert len(merge_people([one, two])) == 1
    assert merge_people([one, person("Ruta Malikowa", "y", company=("q",))]) == {}


def test_two_spellings_in_one_article_are_left_alone() -> None:
    assert merge_people([person("Ruta Malikova", "x"), person("Ruta Malikowa", "x")]) == {}


def test_a_lone_surname_needs_one_full_name_and_a_shared_story() -> None:
    full, shared = person("Owen Trask", "x", company=("p", "q")), ("p", "q")
    lone = person("Trask", "y", company=shared)
    assert merge_people([full, lone]) == {"Trask": "Owen Trask"}
    assert merge_people([full, person("Trask", "y")]) == {}
    assert merge_people([full, lone, person("Ruta Trask", "z", company=shared)]) == {}
    assert merge_people([person("Trask Malik", "x", company=shared), lone]) == {}


def test_a_shared_affiliation_is_a_shared_story() -> None:
    people = [person("Owen Trask", "x", affiliation="the port"), person("Trask", "y", affiliation="the port")]
    assert merge_people(people) == {"Trask": "Owen Trask"}


def test_the_order_of_the_input_does_not_matter() -> None:
    people = [
        person("Ruta Malikova", "x"),
        person("Ruta Malikowa", "y"),
        person("O. Trask", "z"),
        person("Owen Trask", "x"),
    ]
    outcomes = {tuple(sorted(merge_people(order).items())) for order in permutations(people)}
    assert len(outcomes) == 1
    assert outcomes != {()}


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Malik", "Ruta Malik", True),
        ("R. Malik", "Ruta Malik", True),
        ("Yoon Suk-yeol", "Yoon Suk Yeol", True),
        ("Ruta Malik", "Owen Malik", False),
        ("Kim Jong Un", "Kim Tae-hyo", False),
    ],
)
def test_names_that_may_be_one(a: str, b: str, one: bool) -> None:
    assert may_be_one(a, b) is one
    assert may_be_one(b, a) is one


def test_full_names_of_other_length_differ_unless_by_initials() -> None:
    assert not same_full_name(["owen", "paul", "trask"], ["owen", "trask"])
    assert same_full_name(["owen", "p", "trask"], ["owen", "trask"])


def test_every_mention_goes_to_the_source_that_stays(corpus: Corpus) -> None:
    for key, name in (("a", "Owen Trask"), ("b", "Owen J. Trask")):
        corpus.article(key, "We sail at dawn tomorrow.")
        corpus.quote(key, "We sail at dawn tomorrow.", by=name)
    assert resolve_sources(corpus.warehouse) == 1
    assert corpus.warehouse.query("select count(distinct speaker_id) from quotes") == [(1,)]
    assert corpus.warehouse.query("select s.source_id = q.speaker_id from sources s cross join quotes q") == [
        (True,),
        (True,),
    ]
    names = corpus.warehouse.query("select name from source_names order by name")
    assert names == [("Owen J. Trask",), ("Owen Trask",)]
    assert resolve_sources(corpus.warehouse) == 0
