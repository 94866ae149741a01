"""Where a credit's scope ends: at another speaker, another house, another day or occasion, another clause."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.extract.jsonl import read_line

TOLD = "“We are staying here for nine years,” Ana Ruiz told CNN on Monday. “It is our pier.”"
GOES_ON = "“Nobody asked us,” Ruiz said."


def scope_of(text: str, source: str, rule: str | None = None) -> str:
    (found, *_) = [
        c
        for c in extract_mentions(read_line({"id": "x", "text": text})).credits
        if c.source.name == source and c.hop == 1 and rule in (None, c.rule)
    ]
    assert found.scope is not None
    return found.scope.of(text)


@pytest.mark.parametrize(
    "between",
    [
        "The pier was built for nine ships.",
        "“Will you go?” Tor Brask asked her.",
        "Critics of the plan say that she would have to go.",
        "In the interview last week, Ruiz said that “nobody” had come.",
    ],
)
def test_who_was_credited_goes_on(between: str) -> None:
    assert scope_of(f"{TOLD}\n\n{between}\n\n{GOES_ON}", "CNN").endswith(GOES_ON)


@pytest.mark.parametrize(
    "between",
    [
        "Tor Brask said that the pier was rotten.",  # another speaker
        "She had also been asked by the BBC.",  # another house
        "In an interview with another network, Ruiz said that “nobody” had come.",  # another talk
        "At a rally, Ruiz said that “nobody” had come.",  # another occasion
        "“I shall stay,” Ruiz said in March.",  # another month
        "“I shall stay,” Ruiz said on Friday.",  # another day than the credit names
        "“I shall stay,” Ruiz had earlier said.",
        "The second pier",  # a heading
    ],
)
def test_a_run_ends_at_another_voice_house_day_or_occasion(between: str) -> None:
    assert scope_of(f"{TOLD}\n\n{between}\n\n{GOES_ON}", "CNN") == TOLD


@pytest.mark.parametrize(
    ("text", "source", "scope"),
    [
        # a clause joined to the crediting one has its own speaker
        (
            "CNN reported that the wall fell, and Tor Brask said nine had left.",
            "CNN",
            "CNN reported that the wall fell",
        ),
        (
            "CNN found that the wall had moved, while a long Norwick survey last year found 40 cracks.",
            "CNN",
            "CNN found that the wall had moved",
        ),
        (
            "Tor Brask said that nine had left, and on Monday CNN reported that the wall fell.",
            "CNN",
            "on Monday CNN reported that the wall fell.",
        ),
        # what was told goes on
        (
            "CNN reported that the wall fell, and that Tor Brask said nine had left.",
            "CNN",
            "CNN reported that the wall fell, and that Tor Brask said nine had left.",
        ),
        (
            "CNN reported that the wall fell, and it said nine had left.",
            "CNN",
            "CNN reported that the wall fell, and it said nine had left.",
        ),
        (
            "CNN reported that the wall fell, and the rate rose to nine.",
            "CNN",
            "CNN reported that the wall fell, and the rate rose to nine.",
        ),
        # a fronted phrase is no part of what a house tells behind its verb
        (
            "Beside a Reuters report that nine had left, a CNN report detailed how the wall fell.",
            "CNN",
            "CNN report detailed how the wall fell.",
        ),
        (
            "Some 40 of those in a CNN poll said that they had left.",
            "CNN",
            "Some 40 of those in a CNN poll said that they had left.",
        ),
        ("On Monday, CNN reported that the wall fell.", "CNN", "On Monday, CNN reported that the wall fell."),
        ("Nine had left, CNN reported on Monday.", "CNN", "Nine had left, CNN reported on Monday."),
        # several houses in one sentence
        (
            "Nine had left, according to CNN, and 40 had stayed, according to Reuters.",
            "Reuters",
            "40 had stayed, according to Reuters.",
        ),
        (
            "Nine had left, according to CNN, and 40 had stayed, according to Reuters.",
            "CNN",
            "Nine had left, according to CNN",
        ),
        (
            "The BBC called the wall “rotten” while CNN wrote that it was “done”.",
            "BBC News",
            "The BBC called the wall “rotten” while ",
        ),
        # between dashes, in brackets
        (
            "The 40 ships — nine of them old, according to CNN — lay in the bay.",
            "CNN",
            "nine of them old, according to CNN",
        ),
        (
            "The 40 ships (nine of them old, according to CNN) lay in the bay.",
            "CNN",
            "nine of them old, according to CNN",
        ),
        (
            "The 40 ships lay in the bay — and nine sank — according to CNN.",
            "CNN",
            "The 40 ships lay in the bay — and nine sank — according to CNN.",
        ),
        (
            "Most ships — 40 of them — lay in the bay, according to CNN.",
            "CNN",
            "Most ships — 40 of them — lay in the bay, according to CNN.",
        ),
        # what is set off behind a colon, unless another house heads it
        (
            "CNN reported a fire in the mill:\n\nNine had left.",
            "CNN",
            "CNN reported a fire in the mill:\n\nNine had left.",
        ),
        (
            "CNN reported a fire in the mill:\n\nThe BBC's Tor Brask says nine had left.",
            "CNN",
            "CNN reported a fire in the mill:",
        ),
    ],
)
def test_a_clause_belongs_to_its_own_speaker(text: str, source: str, scope: str) -> None:
    assert scope_of(text, source) == scope


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("CNN reported that the wall fell, and Tor Brask said nine had left.", {("CNN",)}),
        ("Nine had left, Tor Brask said, CNN reported.", {("CNN", "Tor Brask")}),
        ("CNN reported a march, with thousands of people saying that nine had left.", {("CNN",)}),
        ("Brask, who had backed Holm for president, also left, telling CNN: “I do not see it.”", {("CNN",)}),
        ("CNN reported that the wall fell, as critics contend.", {("CNN",)}),
        ("CNN reported a march, with experts saying that nine had left.", {("CNN", "unnamed experts")}),
    ],
)
def test_whom_a_house_had_it_from_stands_in_its_clause_and_is_somebody(text: str, paths: set[tuple[str, ...]]) -> None:
    assert {c.path for c in extract_mentions(read_line({"id": "x", "text": text})).credits} == paths


@pytest.mark.parametrize(
    "text",
    [
        "Post comments below, or join our discussion on Twitter.",
        "Read more of this in the long report by Reuters.",
        "CNN showed nine long films about the mayor.",
        "Tor Brask did not like the tone, and tweeted the following after the talk.",
        "Tor Brask tweeted on Monday about the nine ships.",
        "In any event, Tor Brask had no say in it when he tweeted.",
        "The leader was CNN, a network founded by Tor Brask, who had earlier learned his trade at sea.",
    ],
)
def test_what_tells_of_an_outlet_credits_nothing(text: str) -> None:
    assert extract_mentions(read_line({"id": "x", "text": text})).credits == ()


@pytest.mark.parametrize(
    "text",
    [
        "A CNN poll showed that nine had left.",
        "See to it, the mayor said on Twitter.",
        "After that he left for the ship, Tor Brask tweeted.",
        "Tor Brask tweeted on Monday that nine had left.",
        "“Great to be in Orrin,” Tor Brask tweeted upon landing there.",
        "CNN, the network in Orrin, reported that nine had left.",
    ],
)
def test_what_an_outlet_made_and_what_is_said_does(text: str) -> None:
    assert extract_mentions(read_line({"id": "x", "text": text})).credits
