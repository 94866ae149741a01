"""Whose words they are not: names beside the one who speaks, joined by "and", "of" or "who"."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article

SIDE_BY_SIDE = [
    ("Ada Holm and Tor Vint and Ole Brask", ["Ada Holm", "Tor Vint", "Ole Brask"]),
    ("Peru's Ada Holm and Chile's Tor Vint", ["Ada Holm", "Tor Vint"]),
    ("Both Ada Holm and Mill Board chairman Tor Vint", ["Ada Holm", "Tor Vint"]),
    ("Ada Holm of Norwick University and Tor Vint of the Mill Board", ["Ada Holm", "Tor Vint"]),
    ("Senate Majority Leader Ada Holm and House Speaker Tor Vint", ["Ada Holm", "Tor Vint"]),
    ("House Speaker Holm and Vint", ["Holm", "Vint"]),
    ("Republican Senators Ada Holm and Tor Vint", ["Ada Holm", "Tor Vint"]),
    ("The Holm Foundation and World Bank", ["Holm Foundation", "World Bank"]),
    ("The Mill Department and Ferry Department", ["Mill Department", "Ferry Department"]),
]

NOBODY_BESIDE = [
    ("A lawyer for Ada Holm and Tor Vint", "anonymous"),
    ("Officials in Peru and Chile", "anonymous"),
    ("FBI and Justice Department officials", "anonymous"),
    ("The Ada Holm and Tor Vint campaigns", "anonymous"),
    ("Aides to former Presidents Ada Holm and Tor Vint", "anonymous"),
    ("Aides to former President Ada Holm", "anonymous"),
    ("A study by Ada Holm and Tor Vint", "document"),
]

ONE = [
    ("A spokesman for the Freedom and Justice Party", "Freedom and Justice Party"),
    ("The Laura and John Holm Foundation", "Laura and John Holm Foundation"),
    ("The Mill Front in Peru and Chile", "Mill Front"),
    ("Former Health and Human Services Secretary Ada Holm", "Ada Holm"),
    ("Commissioner for Energy and Trade Ada Holm", "Ada Holm"),
    ("Mill Board President and CEO Ada Holm", "Ada Holm"),
    ("The Small Business and Ferries Council", "Small Business and Ferries Council"),
]


@pytest.mark.parametrize(("phrase", "names"), SIDE_BY_SIDE)
def test_all_of_several_speak(phrase: str, names: list[str]) -> None:
    [quote] = extract_mentions(Article("a", 1, f"{phrase} said boats leak.")).quotes
    assert [one.name for one in quote.sources] == names
    assert quote.source is None


@pytest.mark.parametrize(("phrase", "kind"), NOBODY_BESIDE)
def test_names_that_only_tell_whose_do_not_speak(phrase: str, kind: str) -> None:
    [quote] = extract_mentions(Article("a", 1, f"{phrase} said boats leak.")).quotes
    assert not quote.sources
    assert quote.source is not None
    assert quote.source.kind.value == kind


@pytest.mark.parametrize(("phrase", "name"), ONE)
def test_and_inside_one_name_or_post(phrase: str, name: str) -> None:
    [quote] = extract_mentions(Article("a", 1, f"{phrase} said boats leak.")).quotes
    assert not quote.sources
    assert quote.source is not None
    assert quote.source.name == name


WHO = [
    ("Laura Holm, who police said was late, left the town.", "police"),
    ("Laura Holm, who the guards said was late, left the town.", "the guards"),
    ("Laura Holm, whose lawyer said boats leak, left the town.", "lawyer"),
    ("Laura Holm, who said boats leak, left the town.", "Laura Holm"),
    ("A pilot who flew planes said boats leak.", "A pilot"),
    ("A fan of Laura Holm said boats leak.", None),
    ("One bundler for former Gov. Laura Holm said boats leak.", None),
    ("A letter of Laura Holm said boats leak.", "letter of Laura Holm"),
]


@pytest.mark.parametrize(("text", "name"), WHO)
def test_a_name_that_another_noun_leads_to_does_not_speak(text: str, name: str | None) -> None:
    [quote] = extract_mentions(Article("a", 1, text)).quotes
    assert (quote.source and quote.source.name) == name


def test_the_spokesperson_is_the_one_who_spoke_last() -> None:
    text = "Mill spokesperson Ada Holm said boats leak. A Ferry Lines spokesperson said boats sink. The spokesperson said {}."
    sources = [quote.source for quote in extract_mentions(Article("a", 1, text.format("more came"))).quotes]
    assert [source and source.name for source in sources] == ["Ada Holm", "Ferry Lines", "Ferry Lines"]


def test_letters_with_a_number_are_no_person() -> None:
    [quote] = extract_mentions(Article("a", 1, "“It is over,” said About50 Norwick.")).quotes
    assert quote.source is None or quote.source.kind.value != "person"


@pytest.mark.parametrize(
    "sentence",
    [
        "“Boats leak,” engineers Ada Holm, Tor Vint and Ole Brask wrote in their report.",
        "Engineers Ada Holm, Tor Vint, and Ole Brask of Norwick University argue that boats leak.",
        "Ada Holm, Tor Vint, Ole Brask and Bo Lund said that boats leak.",
        "The mill ministry and the ferry board, both of which had refused, said that boats leak.",
        "The mill ministry and the ferry board, which met on Monday, said that boats leak.",
    ],
)
def test_of_a_list_no_one_speaks_alone(sentence: str) -> None:
    assert [quote.source for quote in extract_mentions(Article("a", 1, sentence)).quotes] == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Holm, Norwick Mayor and Harbour Master, said that boats leak.",
        "Ada Holm, Vint Bank adviser and Mill Board chair, said that boats leak.",
        "Boats were built by Tor Vint, Ole Brask, and Ada Holm said that they leak.",
        "The mayor and the council met, and Ada Holm said that boats leak.",
    ],
)
def test_what_looks_like_a_list_and_is_none(sentence: str) -> None:
    sources = [quote.source for quote in extract_mentions(Article("a", 1, sentence)).quotes]
    assert [source and source.name for source in sources] == ["Ada Holm"]
