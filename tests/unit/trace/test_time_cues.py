"""Days that a credit names."""

from __future__ import annotations

from datetime import date

import pytest

from audit.lexicon import load_rules
from audit.records import Span
from audit.trace.time_cues import Days, find_days

WEDNESDAY = date(2031, 3, 5)


def days(sentence: str, credit: str, language: str = "en") -> Days | None:
    start = sentence.index(credit)
    return find_days(sentence, Span(start, start + len(credit)), Span(0, len(sentence)), WEDNESDAY, language)


@pytest.mark.parametrize(
    ("sentence", "credit", "first", "last"),
    [
        ("Holm told CNN last week that it rained.", "told CNN", date(2031, 2, 20), date(2031, 3, 3)),
        ("CNN reported in February that it rained.", "CNN reported", date(2031, 2, 1), date(2031, 2, 28)),
        ("CNN reported in November that it rained.", "CNN reported", date(2030, 11, 1), date(2030, 11, 30)),
        ("CNN reported in March that it rained.", "CNN reported", date(2031, 3, 1), date(2031, 3, 31)),
        ("CNN reported last month that it rained.", "CNN reported", date(2031, 1, 2), date(2031, 3, 4)),
        ("CNN reported months ago that it rained.", "CNN reported", date(2030, 1, 29), date(2031, 2, 26)),
        ("It rained, Holm told CNN on Sunday.", "told CNN", date(2031, 3, 2), date(2031, 3, 2)),
        ("It rained, Holm told CNN Wednesday.", "told CNN", date(2031, 3, 5), date(2031, 3, 5)),
        ("Holm told CNN’s “New Day” on Tuesday.", "told CNN", date(2031, 3, 4), date(2031, 3, 4)),
        ("On Monday night, Holm told CNN it rained.", "told CNN", date(2031, 3, 3), date(2031, 3, 3)),
        ("Holm told CNN on Feb. 6 that it rained.", "told CNN", date(2031, 2, 6), date(2031, 2, 6)),
        ("Holm told CNN on Dec. 6 that it rained.", "told CNN", date(2030, 12, 6), date(2030, 12, 6)),
        ("Holm told CNN on March 6 that it rained.", "told CNN", date(2031, 3, 6), date(2031, 3, 6)),
        ("Holm told CNN on Friday, March 7, 2008, that it rained.", "told CNN", date(2008, 3, 7), date(2008, 3, 7)),
        ("On Monday, Feb. 24, Holm told CNN it rained.", "told CNN", date(2031, 2, 24), date(2031, 2, 24)),
        ("A Feb. 6 post on CNN said so.", "A Feb. 6 post on CNN", date(2031, 2, 6), date(2031, 2, 6)),
        (
            "CNN first reported on the rain on Feb. 6, it said.",
            "CNN first reported",
            date(2031, 2, 6),
            date(2031, 2, 6),
        ),
        ("A post last night on CNN said so.", "post last night on CNN", date(2031, 3, 3), date(2031, 3, 5)),
    ],
)
def test_a_cue_beside_a_credit(sentence: str, credit: str, first: date, last: date) -> None:
    assert days(sentence, credit) == Days(first, last)


@pytest.mark.parametrize(
    "sentence",
    [
        "Holm told CNN that the mill closed last week.",
        "Holm told CNN, and rain fell on Sunday.",
        "Holm told CNN so.",
        "Holm told CNN that the mill closed on Feb. 6.",
        "Feb. 6 was wet, and Holm told CNN so.",
    ],
)
def test_a_cue_elsewhere_tells_of_the_event(sentence: str) -> None:
    assert days(sentence, "told CNN") is None


@pytest.mark.parametrize(
    "words", ["A" * 4_000, "Ab " * 2_000, "A.’" * 2_000, "of " * 2_000, "on " * 2_000, "Aa’ a " * 2_000]
)
@pytest.mark.parametrize("end", ["falls.", "falls on Feb. 6."])
def test_words_that_lead_to_no_cue_are_read_in_one_pass(words: str, end: str) -> None:
    assert days(f"Holm told CNN {words} {end}", "told CNN") is None


def test_a_language_without_cues_has_none() -> None:
    assert days("Holm told CNN last week that it rained.", "told CNN", "de") is None


def test_a_day_after_the_last_may_be_meant() -> None:
    found = Days(date(2031, 3, 2), date(2031, 3, 3))
    assert [found.holds(date(2031, 3, day)) for day in (1, 2, 3, 4, 5)] == [False, True, True, True, False]


def test_every_example_has_a_cue() -> None:
    rules = load_rules("time_cues")
    for entry in (*rules["spans"], rules["weekdays"], rules["in_month"], rules["beside"], rules["report_on"]):
        credit = "told the Courier" if "told the Courier" in entry["example"] else "Courier reported"
        assert days(entry["example"], credit if credit in entry["example"] else "the Courier reported") is not None
