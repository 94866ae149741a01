"""The words on the pages."""

from __future__ import annotations

import re
import tomllib
from datetime import datetime
from importlib.resources import files
from typing import Any

import pytest

from audit.judge.measures import definitions
from audit.report import say
from audit.report.site import label, tag

FAULT = re.compile(r"\b(copied|invented|distorted|stole|lied|plagiari|fabricat|mislead|misled|faked)", re.IGNORECASE)


def row(**known: Any) -> dict[str, Any]:
    empty = dict.fromkeys(["published_at", "published_precision", "published_from", "published_to", "year_basis"])
    return {**empty, **known}


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (row(published_at=datetime(2024, 3, 4), published_precision="day", year_basis="stated"), "4 March 2024"),
        (row(published_at=datetime(2024, 3, 4, 9, 5), published_precision="time"), "4 March 2024, 09:05"),
        (row(published_from=datetime(2024, 3, 4), year_basis="inferred"), "4 March 2024 or later (year inferred)"),
        (row(), "date not known"),
    ],
)
def test_dates_say_no_more_than_is_known(known: dict[str, Any], said: str) -> None:
    assert say.when(known) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (datetime(2024, 3, 4), datetime(2024, 3, 7), "4 to 7 March 2024"),
        (datetime(2024, 3, 4), datetime(2024, 4, 7), "4 March 2024 to 7 April 2024"),
        (datetime(2024, 3, 4, 8), datetime(2024, 3, 4, 9), "4 March 2024"),
        (None, None, ""),
    ],
)
def test_periods(first: datetime | None, last: datetime | None, said: str) -> None:
    assert say.period(first, last) == said


@pytest.mark.parametrize(
    ("url", "followed"),
    [
        ("https://herald.example/a?b=1", True),
        ("http://herald.example", True),
        ("javascript:alert(1)", False),
        ("JavaScript://herald.example/%0aalert(1)", False),
        ("data:text/html,x", False),
        ("//herald.example", False),
        ("http://[broken", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_followed(url: str | None, followed: bool) -> None:
    assert (say.web_address(url) == url and url is not None) is followed


def test_counts_and_bounds() -> None:
    assert (say.counted(1, "article"), say.counted(12345, "article")) == ("1 article", "12,345 articles")
    assert (say.bounds(1.0, 1.0), say.bounds(2.0, 3.0)) == ("1", "2–3")


def test_a_text_is_shortened_between_words() -> None:
    assert say.shorten("one two  three", 40) == "one two three"
    assert say.shorten("one two three four", 12) == "one two…"
    assert len(say.shorten("x" * 500, 20)) == 20


def test_a_kind_without_words_is_shown_by_its_name() -> None:
    assert say.screen("findings", "some_new_kind") == "some new kind"


def test_one_origin_is_told_with_the_number_of_articles() -> None:
    assert tag("single_origin", {"articles": 3}) == "3 articles, one starting point"
    assert tag("circular", {"articles": 3}) == "credits form a ring"


def test_screen_words_hold_to_the_wording_rule() -> None:
    tables = tomllib.loads((files("audit.report") / "words.toml").read_text(encoding="utf-8"))
    spoken = [words for table in tables.values() for words in table.values()]
    spoken += [path.read_text(encoding="utf-8") for path in (files("audit.report") / "templates").iterdir()]
    assert [words for words in spoken if FAULT.search(re.sub(r"\{[%{].*?[%}]\}", "", words))] == []


@pytest.mark.parametrize(
    ("articles", "low", "high", "said"),
    [
        (9, 1, 1, "9 articles trace back to 1 starting point"),
        (9, 2, 3, "9 articles trace back to 2 or 3 starting points"),
        (9, 2, 5, "9 articles trace back to 2 to 5 starting points"),
        (9, 1, 9, "9 articles: where they have it from could not be told (1 to 9 starting points)"),
        (2, 1, 2, "2 articles: where they have it from could not be told (1 or 2 starting points)"),
        (1, 1, 1, "1 article traces back to 1 starting point"),
    ],
)
def test_headlines_are_words(articles: int, low: int, high: int, said: str) -> None:
    assert say.traced({"articles": articles, "low": low, "high": high, "ends": 0, "kinds": []}) == said


def test_a_claim_that_names_a_source_is_traced_and_a_ring_is_no_starting_point() -> None:
    named = {"articles": 3, "low": 1, "high": 3, "ends": 1, "kinds": []}
    assert say.traced(named) == "3 articles trace back to 1 to 3 starting points"
    ring = {"articles": 3, "low": 1, "high": 1, "ends": 0, "kinds": ["circular"]}
    assert say.traced(ring) == "3 articles trace back to 1 ring"
    assert say.traced({**ring, "ends": 1}) == "3 articles trace back to 1 starting point"


def test_why_findings_are_counted_is_the_reason_they_are() -> None:
    read = {"read": 17, "right": 13, "trivial": 0, "current": True}
    assert say.why_counted({**read, "earned": 2}) == (
        "a finding of another kind, which is listed, tells the same places"
    )
    few = {"read": 8, "right": 0, "trivial": 8, "current": False, "earned": 0}
    assert say.why_counted(few) == (
        "too few were right: of 8 of this kind read by hand, 0 were right, 8 true and trivial (read under earlier rules)"
    )


def test_a_note_says_nothing_of_how_often_its_kind_was_right() -> None:
    read = {"read": 27, "right": 26, "trivial": 1, "current": True, "earned": 3}
    assert (
        say.precision({**read, "severity": 3}) == "of 27 of this kind read by hand, 26 were right, 1 true and trivial"
    )
    assert say.precision({**read, "severity": 1}).startswith("a note: what differs may weigh nothing")


def test_rejected_links_are_among_those_reviewed() -> None:
    assert say.reviewed(0, 3, 0) == "0 of 3 links reviewed"
    assert say.reviewed(2, 33, 1) == "2 of 33 links reviewed, 1 rejected"


@pytest.mark.parametrize(
    ("url", "words", "address"),
    [
        ("https://a.example/x", "the well-kept river", "https://a.example/x#:~:text=the%20well%2Dkept%20river"),
        ("https://a.example/x", "a b c d e f g h i", "https://a.example/x#:~:text=a%20b%20c%20d,f%20g%20h%20i"),
        ("https://a.example/x#top", "the river", "https://a.example/x#top"),
        ("javascript:alert(1)", "the river", None),
        (None, "the river", None),
    ],
)
def test_an_address_leads_to_the_words(url: str | None, words: str, address: str | None) -> None:
    assert say.at_words(url, words) == address


def test_every_measure_has_a_plain_name_and_words_are_counted_as_words() -> None:
    words = tomllib.loads((files("audit.report") / "words.toml").read_text(encoding="utf-8"))
    assert set(words["measures"]) == set(definitions())
    assert say.share({"measure": "quotes_named", "numerator": 349, "denominator": 357}) == "349 of 357 words"
    assert say.share({"measure": "hedge_gain", "numerator": None, "denominator": 3}) == "0 of 3"
    assert say.measured_row("review_coverage", "relays") == "credited"
    assert say.measured_row("figures_sourced", "relays") == "relays"


@pytest.mark.parametrize(
    ("kind", "words", "called"),
    [
        ("utterance", "from the quay,", "“…from the quay”"),
        ("utterance", "We saw it from the quay.", "“We saw it from the quay.”"),
        ("figure", "BRASK, Orrin (Northline) — Nearly 200 boats sank.", "Nearly 200 boats sank."),
        ("assertion", "BRASK — The weir broke.", "The weir broke."),
        ("assertion", "NASA — the agency — knew.", "NASA — the agency — knew."),
    ],
)
def test_a_label_begins_where_its_sentence_does_or_says_so(kind: str, words: str, called: str) -> None:
    assert label({"kind": kind, "label": words}) == called
