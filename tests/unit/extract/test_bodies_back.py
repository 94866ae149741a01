"""Whom "the authority", "the company" and "it" mean, who speaks for a body, and who an unnamed source named again is."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.extract.reading import read_document
from audit.extract.sources.bodies import Bodies
from audit.records import Article, SourceKind
from tests.steps import steps

BODIES = {"Norwick Harbour Authority", "Norwick Survey Office", "Marrow Bank", "United States"}


def last_source(text: str) -> tuple[str, SourceKind] | None:
    source = extract_mentions(Article("a", 1, text)).quotes[-1].source
    return (source.name, source.kind) if source else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Norwick Harbour Authority shut it. “We had to,” the authority said.", "Norwick Harbour Authority"),
        ("The Norwick Seed Institute wrote it. The institute said that it was dry.", "Norwick Seed Institute"),
        ("Vint Securities, a part of Holm Holdings, hired her. “She will lead,” the firm said.", "Vint Securities"),
        ("The Norwick Survey Office saw it. It said the quake was small.", "Norwick Survey Office"),
        ("The Justice Department sued. The department said that it was late.", "Justice Department"),
        ("The Norwick Pilots Union sued. The group said that it was late.", "Norwick Pilots Union"),
        ("The Norwick Mill Association sued. The organization said that it was late.", "Norwick Mill Association"),
        ("The Norwick Survey Bureau sued. The agency said that it was late.", "Norwick Survey Bureau"),
        (
            "The Department of Justice sued. The Justice Department, Ada Holm wrote, was late. The department said so.",
            "Department of Justice",
        ),
        ("A Norwick Harbour Authority spokesperson said that it was shut.", "Norwick Harbour Authority"),
        ("A spokesman for the Norwick Harbour Authority said that it was shut.", "Norwick Harbour Authority"),
    ],
)
def test_a_body_named_before_speaks(text: str, name: str) -> None:
    assert last_source(text) == (name, SourceKind.ORGANISATION)


@pytest.mark.parametrize(
    "text",
    [
        "The Norwick Harbour Authority and the Marrow Port Authority met. “We had to,” the authority said.",
        "Ada Holm met the Norwick Survey Office and the Marrow Bank. It said the quake was small.",
        "The Norwick Survey Office met the Marrow Pilots Union. The group said that it was late.",
        "The Norwick Survey Office met the Marrow Pilots Union. The company said that it was late.",
        "The United States paid. The states said that it was late.",
    ],
)
def test_of_two_bodies_none_is_meant(text: str) -> None:
    found = last_source(text)
    assert found is None or found[0] not in BODIES


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It will be sold, said people familiar with the plan. One of the people said so.", SourceKind.VAGUE),
        ("A spokesman for Ukraine said that it was shut.", SourceKind.ANONYMOUS),
    ],
)
def test_who_has_no_name_gets_none(text: str, kind: SourceKind) -> None:
    found = last_source(text)
    assert found is not None
    assert found[1] is kind


def test_an_unnamed_source_named_again_is_the_one_before() -> None:
    text = "It will be sold, according to a person familiar with the plan. The person said that it was cheap."
    assert last_source(text) == ("a person familiar with the plan", SourceKind.VAGUE)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Norwick Watch Trust met.", "Norwick Watch Trust"),
        ("Later the Norwick Christian Schools met.", "Norwick Christian Schools"),
        ("The Danish Safety and Norwick Service met.", "Danish Safety and Norwick Service"),
    ],
)
def test_names_of_bodies_are_whole(text: str, name: str) -> None:
    assert [found.surface for found in read_document(Article("a", 1, text)).names] == [name]


def test_a_described_body_is_looked_up_and_not_looked_for() -> None:
    """However many names an article has: a page of names and descriptions took time by their product."""

    def asked(others: int) -> int:
        text = " ".join(f"Vint{n} Holdings" for n in range(others))
        doc = read_document(Article("a", 1, f"{text}. The Norwick Education Department met."))
        bodies = Bodies(doc.names, doc.sentence_at, doc.text)
        assert bodies.described_by(["the", "norwick", "education", "department"]) == "Norwick Education Department"
        return steps(lambda: bodies.described_by(["the", "norwick", "education", "department"]))

    assert asked(300) < 2 * asked(3)
