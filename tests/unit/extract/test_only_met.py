"""An interview that is only told of credits nothing; one in which something is said credits that."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.extract.jsonl import read_line
from audit.records import Credit


def credits_of(text: str) -> tuple[Credit, ...]:
    return extract_mentions(read_line({"id": "x", "text": text})).credits


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm, 41, appeared on CNN for nine minutes.",
        "He was interviewed by the BBC and appeared on Fox News.",
        "After nine clerks left, Ada Holm gave a long interview to the BBC.",
        "Ada Holm spoke on CNN.",
        "Ada Holm gave an interview to CNN on the quay.\n\nTor Brask was not asked. “It fell,” Brask said.",
    ],
)
def test_an_interview_that_is_only_told_of(text: str) -> None:
    assert credits_of(text) == ()


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        (
            "Ada Holm appeared on CNN to say nine clerks had left.",
            "Ada Holm appeared on CNN to say nine clerks had left.",
        ),
        (
            "In an interview with CNN, Ada Holm mocked nine clerks.",
            "In an interview with CNN, Ada Holm mocked nine clerks.",
        ),
        ("After nine fell, Ada Holm gave an interview to CNN. “It is over,” Holm said.", " “It is over,” Holm said."),
    ],
)
def test_an_interview_in_which_something_is_told(text: str, scope: str) -> None:
    found = credits_of(text)
    assert {one.source.name for one in found} >= {"CNN"}
    assert {one.scope.of(text) for one in found if one.scope and one.source.name == "CNN"} == {scope}


def test_who_has_no_name_speaks_in_the_next_sentence() -> None:
    text = "Ada Holm is mayor.\n\nShe gave an interview to CNN. “It is over,” Holm said.\n\n“So be it,” a clerk said."
    assert {one.scope.of(text) for one in credits_of(text) if one.scope} == {" “It is over,” Holm said."}


def test_a_capital_behind_a_stop_makes_no_name_of_a_word() -> None:
    text = "Ada Holm sang. “Be quiet. People will not listen,” Holm said. People said a voice would not carry."
    assert [one.source.name for one in credits_of(text)] == []


def test_a_capital_behind_other_words_does() -> None:
    text = "Ada Holm read of it in People. People said a voice would not carry."
    assert [one.source.name for one in credits_of(text)] == ["People"]
