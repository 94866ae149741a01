"""A credit that only names whose a report is, where somebody posted, or that there are reports, credits nothing."""

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
        "The charges stem from a raid reported by CNN.",
        "The trip that was published by CNN has no end.",
        "The mill got a long chapter that was leaked to Politico.",
        "The Orrin Courier published a list of mills.",
        "He began posting his opinions on YouTube and won many friends.",
        "I tweeted this bit of sarcasm on Thursday:",
        "Holm fell ill at the sight of news reports on the mill.",
        "The Fed acts after encouraging news reports that show growth.",
        "He dismissed media reports that nine had died.",
        "Holm rejected any link, citing a report by the Orrin Institute.",
        "Rep. Ada Holm via AP",
        "There have been no reports of boats.",
        "His friend told CNN affiliate Central Orrin News 13 that it was over.",
    ],
)
def test_what_is_named_by_the_way(text: str) -> None:
    assert credits_of(text) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The plan, first reported by Axios, was dropped.", ["Axios"]),
        ("The raid on the old mill was first reported by CNN.", ["CNN"]),
        ("As first reported by CNN, the wall fell.", ["CNN"]),
        ("He mocked the deal in remarks carried by CNN.", ["CNN"]),
        ("The old records obtained by CNN hold nine names.", ["The old records", "CNN"]),
        ("A story in the Orrin Courier gives him nine seats.", ["The Orrin Courier"]),
        ("In a letter to CNN, Holm defended the quay.", ["CNN"]),
        ("The Orrin Courier published a story that nine mills had closed.", ["The Orrin Courier"]),
        ("In a post on X, Holm thanked the crews.", ["X", "Holm"]),
        ("Two boats sank, Holm wrote on Facebook.", ["Holm", "Facebook"]),
        ("Holm tweeted Friday they believe the wall fell.", ["X"]),
        ("Nine died, according to local news reports.", ["unnamed reports"]),
        ("News reports say nine died.", ["unnamed reports"]),
        ("Nine ships left, via CNN.", ["CNN"]),
        ("The wall fell at night (H/T CNN):", ["CNN"]),
        ("Nine clerks left the old mill.\n\nThe official was speaking to CNN.", ["CNN"]),
    ],
)
def test_what_stands_for_itself(text: str, names: list[str]) -> None:
    assert [one.source.name for one in credits_of(text)] == names


def test_some_report_is_the_one_that_its_sentence_names() -> None:
    assert [one.source.name for one in credits_of("Nine boats reportedly sank, CNN reported.")] == ["CNN"]


def test_what_a_body_announced_is_its_part_of_the_sentence() -> None:
    text = "Holm said nine boats would be sold, just hours after Pyongyang announced plans to build."
    assert [one.scope.of(text) for one in credits_of(text) if one.scope] == ["Pyongyang announced plans to build."]


def test_words_in_marks_before_a_credit_are_its_words() -> None:
    text = "“We want to show that,” the Orrin Works Council said in a press release announcing the march."
    assert [one.scope.of(text) for one in credits_of(text) if one.scope and one.rule == "announced"] == [text]
