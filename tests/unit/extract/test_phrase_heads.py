"""Which noun of a speaker phrase is its head: a name that only tells where, whose or of what somebody is never speaks."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article, Polarity, SourceKind


def source_of(text: str) -> tuple[str | None, SourceKind | None]:
    source = extract_mentions(Article("a", 1, text)).quotes[-1].source
    return (source.name, source.kind) if source else (None, None)


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("U.S. intelligence agencies say that it was shut.", "U.S. intelligence agencies", SourceKind.ORGANISATION),
        ("Republicans on Capitol Hill say that it was shut.", "Republicans on Capitol Hill", SourceKind.ANONYMOUS),
        ("An expert on North Korea said that it was shut.", "An expert on North Korea", SourceKind.ANONYMOUS),
        ("Some observers in Washington said it was shut.", "Some observers in Washington", SourceKind.ANONYMOUS),
        ("The Fox News host said that it was shut.", "The Fox News host", SourceKind.ANONYMOUS),
        ("A Fox News spokeswoman said that it was shut.", "Fox News", SourceKind.OUTLET),
        ("Ada Holm won. One Holm ally said that it was shut.", "One Holm ally", SourceKind.ANONYMOUS),
        (
            "A spokeswoman for Rep. Ada Holm said that it was shut.",
            "A spokeswoman for Rep. Ada Holm",
            SourceKind.ANONYMOUS,
        ),
        (
            "Various spokesmen for President-elect Ada Holm said that it was shut.",
            "Various spokesmen for President-elect Ada Holm",
            SourceKind.ANONYMOUS,
        ),
        ("A spokesman for Fox News said that it was shut.", "A spokesman for Fox News", SourceKind.ANONYMOUS),
        ("The Norwick Post opened. Local newspaper said that it was shut.", "Local newspaper", SourceKind.ORGANISATION),
        ("Ada Holms came. Holms’ office said that it was shut.", "Holms’ office", SourceKind.ORGANISATION),
        ("Ada Holm of the Norwick Council said that it was shut.", "Ada Holm", SourceKind.PERSON),
    ],
)
def test_the_head_of_a_phrase_speaks(sentence: str, name: str, kind: SourceKind) -> None:
    assert source_of(sentence) == (name, kind)


@pytest.mark.parametrize(
    "sentence",
    ["The bulletin sent to Congress said that it was shut.", "A meeting in Washington confirmed the plan."],
)
def test_a_body_behind_a_noun_of_unknown_kind_does_not_speak(sentence: str) -> None:
    assert source_of(sentence) == (None, None)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Cities for Action said that it was shut.", "Cities for Action"),
        ("The Joint Chiefs of Staff said that it was shut.", "Joint Chiefs of Staff"),
        ("The Centers for Disease Control said that it was shut.", "Centers for Disease Control"),
        ("The Marrow Sheriff's Office said that it was shut.", "Marrow Sheriff's Office"),
        ("The Bank of Marrow and Bank of Norwick met. The Bank of Norwick said it was shut.", "Bank of Norwick"),
        ("Director of National Intelligence James Holm said that it was shut.", "James Holm"),
        ("Sen. Dean Holm Dean Arthur HolmThis met the board. Dean Holm said that it was shut.", "Dean Holm"),
        ("The Government Accountability Office met. The government said that it was shut.", "The government"),
        ("The COURT met. The court said that it was shut.", "The court"),
    ],
)
def test_a_name_is_whole_and_no_other_begins_in_it(sentence: str, name: str) -> None:
    assert source_of(sentence)[0] == name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("“It is old,” said Ada Holm, a freelance producer, who urged people to stay at home.", "Ada Holm"),
        ("Ada Holm, an expert on North Korea who wrote that it was shut, left.", "Ada Holm"),
        ("In Norwick, a pilot who saw it said that it was shut.", "a pilot"),
        ("Pilots who said that it was shut left.", "Pilots"),
        ("The Spectator interviewed sailors who admitted that it was shut.", "sailors"),
        ("Ada Holm reserved her fiercest disdain for the envoy, Tor Vint, and called on him to resign.", "Ada Holm"),
    ],
)
def test_a_relative_clause_belongs_to_whoever_stands_before_it(sentence: str, name: str | None) -> None:
    assert source_of(sentence)[0] == name


@pytest.mark.parametrize(
    "sentence",
    [
        "On Sunday, the Courier devoted pages to a site called the “Norwick Eagle.”",
        "The pilot was stopped on the quay and called a “thief” by a reporter.",
        "These questions are answered by the board, which provides the official estimates, and others.",
    ],
)
def test_a_name_borne_or_a_noun_is_no_speech(sentence: str) -> None:
    assert not [q for q in extract_mentions(Article("a", 1, sentence)).quotes if q.source]


def test_who_only_announces_where_she_goes_stays_the_speaker() -> None:
    assert source_of("In April, Ada Holm, the editor, announced his departure for the Norwick Times.")[0] == "Ada Holm"


@pytest.mark.parametrize("sentence", ["Neither Ada Holm nor Tor Vint disclosed that they met the board."])
def test_what_neither_of_two_said_is_nobody_s(sentence: str) -> None:
    (quote,) = extract_mentions(Article("a", 1, sentence)).quotes
    assert quote.polarity is Polarity.DENIED
    assert quote.source is None


def test_the_report_is_the_one_that_spoke_before() -> None:
    one = "A report by the Norwick Institute found that rents rose. The report said that rents fell."
    assert source_of(one) == ("report by the Norwick Institute", SourceKind.DOCUMENT)
    assert source_of(one + " A Marrow report said it. The report said that rents fell.")[0] == "report"
    assert source_of("A report by the Norwick Institute found that rents rose. A report said it fell.")[0] == "report"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The city holds the Norwick Institute report. The report said it was shut.", "Norwick Institute report"),
        ("They read a study by the Norwick Institute. The study said it was shut.", "study by the Norwick Institute"),
        ("They read a study by the Norwick Institute and a Marrow Fund study. The study said it was shut.", "study"),
        ("The Norwick Institute statement came. Later a thief wrote one. The statement said it was shut.", "statement"),
    ],
)
def test_the_only_report_whose_owner_is_told_is_meant(text: str, name: str) -> None:
    assert source_of(text)[0] == name


def test_a_pronoun_means_nobody_whom_its_own_he_met() -> None:
    before = "Tor Holm spoke on Monday. It rained. Earlier he gave an interview to "
    assert source_of(before + "Jon Vint. He said that it was shut.") == (None, None)
    assert source_of("Earlier, as he left, Jon Vint spoke. He said that it was shut.")[0] == "Jon Vint"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("An attorney for Holm, Kevin Vint, said that it was shut.", "Kevin Vint"),
        ("Republican elected officials said that it was shut.", "Republican elected officials"),
    ],
)
def test_a_description_ends_in_the_name_of_its_bearer(sentence: str, name: str) -> None:
    assert source_of(sentence)[0] == name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "A lawyer for former Norwick adviser Tor Vint said that it was shut.",
            "A lawyer for former Norwick adviser Tor Vint",
        ),
        (
            "The wife of former keeper Tor Vint said that it was shut.",
            "The wife of former keeper Tor Vint",
        ),
        ("A spokesman for the chairman, Tor Vint, said that it was shut.", "Tor Vint"),
        ("The chief of staff Ada Holm said that it was shut.", "Ada Holm"),
        ("Union of Norwick Pilots director Ada Holm said that it was shut.", "Ada Holm"),
        ("Former Norwick mayor Tor Vint said that it was shut.", "Tor Vint"),
    ],
)
def test_whoever_is_told_by_another_does_not_speak_for_her(sentence: str, name: str) -> None:
    assert source_of(sentence)[0] == name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "Supporters of the new harbour law, trying to hold it, blamed the council for the delay.",
            "Supporters of the new harbour law",
        ),
        ("“It was odd,” says a former Senate chief of staff.", "a former Senate chief of staff"),
        ("It is safe, according to a report released on Monday.", "report"),
        ("It is safe, according to a poll from December.", "poll"),
        ("It is safe, according to a source close to him.", "a source close to him"),
        ("Friends of pilots Ada and Tor Vint left, asking that it be shut.", "Friends of pilots Ada and Tor Vint"),
        ("But agents had the wrong man. They said that it was shut.", "agents"),
        ("Vint says town officials acknowledge that it is old.", "town officials"),
        ("It is safe, analysts’ estimates compiled by Reuters show.", "Reuters"),
    ],
)
def test_a_described_source_is_a_whole_phrase_and_no_more(sentence: str, name: str | None) -> None:
    assert source_of(sentence)[0] == name
