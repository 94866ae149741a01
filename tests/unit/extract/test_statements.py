"""What is said behind a verb, and what is only acted on, named or pointed at."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article, Quote


def quotes(text: str) -> tuple[Quote, ...]:
    return extract_mentions(Article("a", 1, text)).quotes


def said(text: str) -> list[str]:
    return [" ".join(piece.of(text) for piece in quote.pieces) for quote in quotes(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm criticized the mill.",
        "Ada Holm slammed the mill and the quay.",
        "Ada Holm blames Tor Vint.",
        "Ada Holm noted this.",
        "Ada Holm admits this.",
        "It was a plan that Ada Holm talked about 50 years ago.",
        "Ada Holm says it a lot.",
        "Ada Holm told reporters the reason.",
        "The Norwick Post, citing a person with knowledge of the sale, closed.",
        "Ada Holm called the police.",
        "Ada Holm called elections.",
        "Ada Holm described the harbour.",
        "Ada Holm criticized a mill that had closed.",
        "Ada Holm praised the pilots who saved the boats.",
        "Ada Holm touted the orders as they have made her known.",
        "Ada Holm rejected claims that the mill had closed.",
        "Ada Holm dismissed complaints that nobody mends the quay.",
        "Ada Holm defended the plan to sell the mill.",
        "Ada Holm spoke of what the mill had lost.",
        "Ada Holm pointed to boats leaving the quay.",
        "Boats sank after what Ada Holm had said that night.",
        "Contrary to what Ada Holm says, the mill has closed.",
    ],
)
def test_a_thing_that_is_named_is_not_said(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Holm criticized the mill for closing.", "the mill for closing"),
        ("Ada Holm voiced fear of a flood that may come.", "fear of a flood that may come"),
        ("Ada Holm slammed the mill as unsafe.", "the mill as unsafe"),
        ("Ada Holm blames Tor Vint for the leak.", "Tor Vint for the leak"),
        ("Ada Holm accused Tor Vint of theft.", "Tor Vint of theft"),
        ("Ada Holm criticized the “sham” sale.", "sham"),
        ("Ada Holm called for a ban.", "a ban"),
        ("Ada Holm denied any part in it.", "any part in it"),
        ("Ada Holm says boats were lost.", "boats were lost"),
        ("Ada Holm says it's time.", "it's time"),
        ("Ada Holm said no.", "no"),
        ("Ada Holm called the vote a sham.", "the vote a sham"),
        ("Ada Holm called the vote rigged.", "the vote rigged"),
        ("Tor Vint left for what Ada Holm called his greed.", "his greed"),
    ],
)
def test_a_clause_or_what_the_verb_is_told_of_is(text: str, words: str) -> None:
    assert said(text) == [words]


def test_whoever_only_acts_is_still_meant_further_on() -> None:
    text = "Tor Vint came. Ada Holm criticized the mill. “It leaks,” she said."
    assert [quote.source and quote.source.name for quote in quotes(text)] == ["Ada Holm"]


def test_what_must_be_said_is_not_yet() -> None:
    (quote,) = quotes("The council must disclose how many boats were lost.")
    assert quote.source is None


@pytest.mark.parametrize(
    "text",
    [
        "Every time Ada Holm says or does something that helps, boats leave.",
        "What Ada Holm says and what she does are two things.",
        "Nothing Ada Holm said could change his mind.",
        "Whatever Ada Holm announces won't be the end of it.",
    ],
)
def test_a_verb_that_tells_of_another_word_leads_to_no_words(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "If Ada Holm says that the quay is shut, boats will leave.",
        "Boats will leave unless Ada Holm promises that the quay is safe.",
        "Did Ada Holm say that the quay was shut?",
        "Would Ada Holm say that the quay was shut?",
        "Tor Vint asked whether Ada Holm said that the quay was shut.",
    ],
)
def test_what_is_supposed_or_asked_is_nobodys(text: str) -> None:
    assert "Ada Holm" not in [quote.source and quote.source.name for quote in quotes(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm said that if it rained, Tor Vint would go.",
        "Ada Holm did say that the quay was shut.",
        "It is shut, Ada Holm said.",
    ],
)
def test_a_condition_that_is_said_stays(text: str) -> None:
    assert [quote.source and quote.source.name for quote in quotes(text)] == ["Ada Holm"]
