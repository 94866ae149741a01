"""Who is given words, and who is not: posts behind the verb, denials, several speakers, surnames of two."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.extract.jsonl import extract_line
from audit.records import Article, Certainty, Polarity, Quote


def quotes(text: str) -> tuple[Quote, ...]:
    return extract_mentions(Article("a", 1, text)).quotes


SPEAKERS = [
    ("a post and its bearer behind the verb", "“It leaks,” said the dam’s chief engineer, Lena Marsh.", "Lena Marsh"),
    (
        "whose lawyer speaks",
        "“He was at sea,” said Vint’s lawyer, Gail Storr. Tor Vint is 54.",
        "Gail Storr",
    ),
    ("the bearer of a post before the verb", "The mayor of Norwick, Ada Holm, said the dam leaked.", "Ada Holm"),
    ("where somebody lives does not speak", "Ole Brask, 71, of Norwick said the dam leaked.", "Ole Brask"),
    ("a day behind the verb", "Ada Holm said on Monday the wall leaked.", "Ada Holm"),
    (
        "a woman known to be one",
        "Ada Holm spoke first. The engineer, Ole Brask, spoke next. “I would not walk on it,” she said.",
        "Ada Holm",
    ),
    (
        "a surname that two bear",
        "Police said Marek Zol met his brother, Pavel Zol, on Monday. Zol told officers that he had run.",
        None,
    ),
    ("a surname that is an outlet's", "“It leaks,” said Ella Fox, the warden. “It is old,” Fox said.", "Ella Fox"),
    ("an outlet of a warden's name", "“It leaks,” said Ella Fox, the warden. “It is old,” Fox News said.", "Fox News"),
    (
        "the ministry named before",
        "The Harbour Ministry closed the quay on Monday. The ministry said that the quay leaked.",
        "Harbour Ministry",
    ),
]


@pytest.mark.parametrize(("text", "name"), [s[1:] for s in SPEAKERS], ids=[s[0] for s in SPEAKERS])
def test_who_speaks(text: str, name: str | None) -> None:
    last = quotes(text)[-1]
    assert (last.source.name if last.source else None) == name


@pytest.mark.parametrize(
    "text",
    ["Tor Vint never said that the wall would hold.", "Ada Holm did not say “let them swim”."],
)
def test_what_was_not_said_is_nobody_s(text: str) -> None:
    (quote,) = quotes(text)
    assert (quote.polarity, quote.source, quote.anonymity) == (Polarity.DENIED, None, None)


def test_several_speakers_stay_several() -> None:
    (quote,) = quotes("Ida Krone and Otto Pell said that the gates were stuck.")
    assert quote.source is None
    assert [source.name for source in quote.sources] == ["Ida Krone", "Otto Pell"]


def test_how_a_speaker_is_known() -> None:
    first, second = quotes("Ada Holm said that it leaked. She said that it rained.")
    assert (first.certainty, second.certainty) == (Certainty.NAMED, Certainty.RESOLVED)


def test_what_a_source_is_and_why_it_knows() -> None:
    text = "Lena Marsh, chief engineer of the dam, said that it leaked. Ole Brask, who saw the papers, said it did not."
    first, second = quotes(text)
    assert first.title == "chief engineer of the dam"
    assert second.justification == "who saw the papers"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "“It is low,” remarked a Norwick campaign official to the Courier.",
            "It is low,",
            "a Norwick campaign official",
        ),
        (
            "The Holm administration objected to the deal, warning it would sink boats.",
            "it would sink boats",
            "The Holm administration",
        ),
        ("The newspaper, citing Ada Holm, said the bridge would close.", "the bridge would close", "The newspaper"),
    ],
)
def test_a_role_behind_a_name_belongs_to_the_speaker(text: str, words: str, speaker: str) -> None:
    quotes = extract_line({"id": "x", "text": text})["quotes"]
    assert (words, speaker) in [(text[slice(*q["content"][0])], text[slice(*q["speaker"][0])]) for q in quotes]


def test_only_words_before_the_verb_itself_deny_it() -> None:
    text = "Holm did not move, and then left, saying that the pier leaked."
    assert [q["polarity"] for q in extract_line({"id": "x", "text": text})["quotes"]] == [None]


@pytest.mark.parametrize(
    ("text", "speaker", "source"),
    [
        ("USA Today said the wall leaked.", "USA Today", "USA Today"),
        ("Ada Holm today said the wall leaked.", "Ada Holm", "Ada Holm"),
        ("Ada Holm Monday said the wall leaked.", "Ada Holm", "Ada Holm"),
        ("As a result, 40 boats have sunk near the quay, said Ada Holm.", "Ada Holm", "Ada Holm"),
        ("The pier could leak again, as Ada Holm, a lawyer, explained.", "Ada Holm", "Ada Holm"),
        ("Many boat owners, including Ada Holm, say it can be hard.", "Many boat owners", "Many boat owners"),
        ("A former pilot who helped draw the harbour plan said it was over.", "A former pilot", "A former pilot"),
        ("One of the pilots who sent the letter said it was over.", "One of the pilots", None),
        ("Ada Holm with the Bridge Association of Norwick said it was over.", None, "Ada Holm"),
        ("The lawyer representing Ada Holm said that it was over.", None, None),
        ("Holm campaign counsel Tor Vint said that it was over.", None, "Tor Vint"),
        ("Sen. Ada Holm, R-Norwick, who has criticized other rules, said so.", "Sen. Ada Holm", "Ada Holm"),
        ("A leaked memo dated May 4 told crews that the quay was shut.", "A leaked memo", None),
        ("“It leaks,” O’Brien kept repeating.", "O’Brien", "O’Brien"),
    ],
)
def test_whose_words_a_longer_subject_makes_them(text: str, speaker: str | None, source: str | None) -> None:
    quote = extract_line({"id": "x", "text": text})["quotes"][0]
    assert speaker in (None, text[slice(*quote["speaker"][0])])
    assert source in (None, quote["source"])
    assert source or quote["source_kind"] in (None, "anonymous", "document")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The report notes that the pier leaked.", "report"),
        ("A survey of more than 1,000 Americans found that boats leak.", "survey of more than 1,000 Americans"),
        ("A federal lawsuit filed against Ada Holm alleged that boats leak.", "federal lawsuit filed against Ada Holm"),
    ],
)
def test_a_document_speaks(text: str, name: str) -> None:
    quote = extract_line({"id": "x", "text": text})["quotes"][0]
    assert (quote["source"], quote["source_kind"]) == (name, "document")


@pytest.mark.parametrize(
    "text",
    [
        "The king got his second mention of the week.",
        "Tor Vint's widely criticised answer to violence was long.",
        "They had a straightforward read on the vote: a win is expected.",
        "Reacting to the Bridge Board report, they left.",
        "The unreleased harbour video has drawn crews, who met and called for boats.",
    ],
)
def test_a_noun_reports_nothing(text: str) -> None:
    assert extract_line({"id": "x", "text": text})["quotes"] == []
