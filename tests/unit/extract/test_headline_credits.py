"""Headlines that credit an outlet, and those that only name one."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.extract.jsonl import read_line
from audit.records import Mentions

BODY = "\n\nThe quay was shut for nine days, and nobody came.\n\nThe town has a harbour."


def read(headline: str, body: str = BODY) -> Mentions:
    return extract_mentions(read_line({"id": "x", "publisher": "Norwick Daily", "text": headline + body}))


@pytest.mark.parametrize(
    ("headline", "credited"),
    [
        ("Ten soldiers crossed the quay: SCMP", ["South China Morning Post"]),
        ("Ten soldiers crossed the quay - Reuters", ["Reuters"]),
        ("Ten soldiers at the quay: Reuters poll", ["Reuters"]),
        ("NYT: Mayor prompted probe in drunken revelation", ["The New York Times"]),
        ("CNN poll: Quay a big hit", ["CNN"]),
        ("OPINION: Politico: The Quay Is a Trap", ["Politico"]),
        ("The Hill: Mayors Put Off Quay", ["The Hill"]),
        ("CNN: A network in crisis", []),
        ("CNN quay: A network fell", []),
        ("CNN: It fell", []),
        ("Norwick: CNN: The quay is a trap", []),
        ("Holm’s favourite target: CNN", []),
        ("It fell: CNN", []),
        ("The quay fell: CNN tower", []),
        ("The quay fell, Holm on CNN", []),
        ("War Zone: Quay Is Lost to Riots", []),
        ("Ten soldiers crossed the quay: SCMP.", []),
        ("Facebook: The quay is a trap", []),
    ],
)
def test_whom_a_headline_credits(headline: str, credited: list[str]) -> None:
    assert [one.source.name for one in read(headline).credits] == credited


def test_everyday_words_are_an_outlet_that_the_article_names() -> None:
    body = "\n\nThe quay was shut.\n\nThat is what War Zone tells."
    assert [one.source.name for one in read("War Zone: Quay Is Lost to Riots", body).credits] == ["The War Zone"]


def test_a_text_of_one_line_is_no_headline() -> None:
    assert read("Ten soldiers crossed the quay: SCMP", "").credits == ()


def test_a_headline_credits_its_own_words_alone() -> None:
    headline, body = (
        "Ten soldiers crossed the quay: SCMP",
        "\n\nAda Holm, 41, was there. “It fell,” Holm said.\n\nIt did.",
    )
    (credit,) = read(headline, body).credits
    assert credit.scope == (0, len(headline))


def test_a_figure_of_a_headline_is_its_outlets() -> None:
    figure, *_ = read("Ten soldiers crossed the quay: SCMP").figures
    assert figure.source is not None
    assert figure.source.name == "South China Morning Post"


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("The quay fell.\n\nSource: Reuters", ["Reuters"]),
        ("The quay fell.\n\nSource: Reuters and AFP", ["Reuters", "Agence France-Presse"]),
        ("Report: CNN to cut 500 jobs\n\nIt fell.", []),
    ],
)
def test_a_line_that_names_its_source_says_no_more(text: str, credited: list[str]) -> None:
    assert [one.source.name for one in read(text, "").credits] == credited


@pytest.mark.parametrize(
    ("headline", "speakers"),
    [
        ("Norwick fired nine clerks: report", ["report"]),
        ("Norwick fired nine clerks: police", ["police"]),
        ("Norwick hides its best friend: his wife", []),
        ("Norwick and its quay: sources", []),
        ("Norwick moved for one man: Ada Holm", []),
    ],
)
def test_a_role_or_a_paper_behind_a_colon_tells(headline: str, speakers: list[str]) -> None:
    assert [q.source.name for q in read(headline).quotes if q.source] == speakers
