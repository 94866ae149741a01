"""What is denied, asked or supposed is credited to nobody."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.lexicon import load_rules
from audit.records import Article, Mentions


def read(text: str) -> Mentions:
    return extract_mentions(Article("a", 1, text))


def names(found: Mentions) -> set[str]:
    said = {q.source.name for q in found.quotes if q.source}
    return said | {c.source.name for c in found.credits} | {f.source.name for f in found.figures if f.source}


EXAMPLES = [entry["example"] for table in load_rules("denials").values() for entry in table]


@pytest.mark.parametrize(
    "text",
    [
        *EXAMPLES,
        "The Daily Mail never reported that 12 people died.",
        "The Daily Mail was unable to confirm that 12 people died.",
        "It is not true that 12 people died, as the Daily Mail reported.",
        "If the Daily Mail said 12 people died, nobody would care.",
    ],
)
def test_nothing_comes_from_there(text: str) -> None:
    assert not {name for name in names(read(text)) if "Mail" in name}


@pytest.mark.parametrize(
    "text",
    [
        "The Daily Mail reported that 12 people had never left.",
        "Nobody came on Monday; the Daily Mail reported that 12 people died.",
        "It is not clear who was on board, but the Daily Mail reported that 12 people died.",
        "Twelve people died, the Daily Mail reported.",
    ],
)
def test_what_is_said_stays(text: str) -> None:
    assert {name for name in names(read(text)) if "Mail" in name}


def test_an_interview_covers_no_paragraph_before_it() -> None:
    found = read(
        "At least 41 people died on Saturday when the ferry sank in heavy seas.\n\n“We heard a crack,” survivor Peter Haldane told Reuters."
    )
    (figure,) = found.figures
    assert figure.source is None


def test_a_lede_takes_the_credit_of_the_paragraph_that_develops_it() -> None:
    found = read(
        "At least 41 people died on Saturday when the ferry sank in heavy seas off the northern coast.\n\n"
        "The ferry sank within minutes off the coast, according to Reuters."
    )
    (figure,) = found.figures
    assert figure.source is not None
    assert figure.source.name == "Reuters"


@pytest.mark.parametrize(
    ("text", "surface", "source"),
    [
        (
            "Two boats sank, the Daily Mail reported on Sunday, but the harbour master said 12 vans were lost.",
            "12",
            "Daily Mail",
        ),
        ("Nine people died, according to the Daily Mail; the harbour office put the number at 14.", "14", "Daily Mail"),
    ],
)
def test_a_credit_ends_where_the_sentence_turns(text: str, surface: str, source: str) -> None:
    figures = {figure.surface: figure.source for figure in read(text).figures}
    assert figures[surface] is None or figures[surface].name != source
