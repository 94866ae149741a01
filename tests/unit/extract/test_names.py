"""Names and the full name behind a surname."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.extract.jsonl import extract_line
from audit.extract.reading import read_document
from audit.extract.sources.name_index import sex_of
from audit.ids import name_key
from audit.records import Article, SourceKind

NAMES = [
    ("a title is no part of a name", "On Monday Norlandic President Ada Holm spoke.", "Ada Holm", SourceKind.PERSON),
    ("an office", "U.S. Secretary of Defense Tor Vint spoke.", "Tor Vint", SourceKind.PERSON),
    ("an office abroad", "Deputy Ambassador to the U.N. Tor Vint spoke.", "Tor Vint", SourceKind.PERSON),
    ("particles", "On Monday Ursula van der Holm spoke.", "Ursula van der Holm", SourceKind.PERSON),
    ("hyphens", "On Monday Lee Min-bok spoke.", "Lee Min-bok", SourceKind.PERSON),
    ("initials", "On Monday J.R. Holm spoke.", "J.R. Holm", SourceKind.PERSON),
    ("a body", "It was the Marrow Valley Council that met.", "Marrow Valley Council", SourceKind.ORGANISATION),
    (
        "a long body",
        "It was the Center for Strategic and Rural Studies.",
        "Center for Strategic and Rural Studies",
        SourceKind.ORGANISATION,
    ),
    ("a state", "It was said in Ukraine.", "Ukraine", SourceKind.ORGANISATION),
    ("an acronym", "It was the MVC that met.", "MVC", SourceKind.ORGANISATION),
    ("a possessive at a sentence's end", "Nobody saw Tor Vint's.", "Tor Vint", SourceKind.PERSON),
    ("a word that opens the sentence", "Unlike Tor Vint, nobody came.", "Tor Vint", SourceKind.PERSON),
    ("a hyphenated title", "On Monday President-elect Tor Vint spoke.", "Tor Vint", SourceKind.PERSON),
    ("no blank behind a full stop", "It ended on Monday.Vint left.", "Vint", SourceKind.PERSON),
    ("an Arabic article", "On Monday Omar al-Vint spoke.", "Omar al-Vint", SourceKind.PERSON),
    ("a generation behind a comma", "On Monday Tor Vint, Jr., spoke.", "Tor Vint, Jr.", SourceKind.PERSON),
    ("a common word before the name", "On Monday Eyewitness Ada Holm spoke.", "Ada Holm", SourceKind.PERSON),
    ("an age before the name", "On Monday Seventy-one-year-old Ada Holm spoke.", "Ada Holm", SourceKind.PERSON),
    ("two common words before it", "On Monday Special Agent Torvik Vint spoke.", "Torvik Vint", SourceKind.PERSON),
    (
        "a surname that is a title",
        "It was Martin Luther King Jr. who wrote.",
        "Martin Luther King Jr.",
        SourceKind.PERSON,
    ),
    ("a firm of one word", "It was Google that said so.", "Google", SourceKind.ORGANISATION),
    ("a bearer of a firm's word", "Ada Google spoke. Later Google left.", "Google", SourceKind.PERSON),
    ("a title before a firm's word", "On Monday Mrs. Google spoke.", "Google", SourceKind.PERSON),
    ("a movement", "It was Al Qaeda that met.", "Al Qaeda", SourceKind.ORGANISATION),
    (
        "a body with and",
        "It was the Food and Drug Administration that met.",
        "Food and Drug Administration",
        SourceKind.ORGANISATION,
    ),
    ("a body with an adjective", "It was the American Bridge Union.", "American Bridge Union", SourceKind.ORGANISATION),
    ("a body of common words", "It was the Border Patrol that met.", "Border Patrol", SourceKind.ORGANISATION),
    ("a surname that is a common word", "On Monday Tom Price spoke.", "Tom Price", SourceKind.PERSON),
    ("a given name that is a month", "On Monday June Holm spoke.", "June Holm", SourceKind.PERSON),
    ("a coined name", "On Monday SoVintGas spoke.", "SoVintGas", SourceKind.ORGANISATION),
]


@pytest.mark.parametrize(("text", "name", "kind"), [n[1:] for n in NAMES], ids=[n[0] for n in NAMES])
def test_names(text: str, name: str, kind: SourceKind) -> None:
    found = {n.surface: n.kind for n in read_document(Article("a", 1, text)).names}
    assert found.get(name) is kind


def test_adjectives_of_states_and_first_words_are_nobody() -> None:
    text = "Domestically nothing changed. The Ukrainian army left. Fighting went on in Texas. The QVs fell."
    assert [n.surface for n in read_document(Article("a", 1, text)).names] == []


@pytest.mark.parametrize(
    "text",
    [
        "The CEOs met.",
        "It was the TVs that fell.",
        "On Monday MPs met.",
        "It was an African-American and a Western one.",
        "A Settlement rose.",
    ],
)
def test_words_for_a_kind_of_people_or_things_are_nobody(text: str) -> None:
    assert [n for n in read_document(Article("a", 1, text)).names if n.kind is SourceKind.PERSON] == []


@pytest.mark.parametrize(
    "text",
    [
        "It rained in San Vintio today.",
        "The boats left Las Holmas early.",
        "They repealed Obamacare at last.",
        "Few Nevadans came.",
        "Her deputy and Head of Ferries left.",
    ],
)
def test_what_news_never_has_as_a_person_is_nobody(text: str) -> None:
    assert not [n for n in read_document(Article("x", 1, text)).names if n.kind is SourceKind.PERSON]


def test_a_surname_before_a_junior_is_named_means_another() -> None:
    said = "Tor Vint Jr. met them there. Vint said that the ferry sank."
    assert extract_line({"id": "x", "text": said})["quotes"][0]["source"] == "Tor Vint Jr."
    assert extract_line({"id": "x", "text": f"Nobody likes Vint. {said}"})["quotes"][0]["source"] == "Vint"


def test_a_common_word_is_the_surname_of_whoever_bears_it() -> None:
    names = read_document(Article("a", 1, "Tonya Love spoke. On Monday Love left. It was the Love Act.")).names
    assert [(n.full, n.kind) for n in names[:2]] == [("Tonya Love", SourceKind.PERSON)] * 2


def test_a_role_stands_beside_its_name() -> None:
    text = "NATO Secretary General Tor Vint spoke."
    (name,) = [n for n in read_document(Article("a", 1, text)).names if n.kind is SourceKind.PERSON]
    assert name.role == "NATO Secretary General"


def test_surnames_lead_to_full_names() -> None:
    text = "President Ada Holm met Tae Yong Ho. Holm smiled. Tae did not. Mr. Vint was away."
    document = read_document(Article("a", 1, text))
    assert document.full_name("Holm", 40) == "Ada Holm"
    assert document.full_name("Tae", 50) == "Tae Yong Ho"
    assert document.full_name("Pell", 50) is None


def test_two_surnames_with_a_hyphen_are_nobody_s_full_name() -> None:
    document = read_document(
        Article("a", 1, "The Holm-Vint ticket lost. On Monday Holm left. Later Holm-Vint fell apart.")
    )
    assert document.full_name("Holm", 30) != "Holm-Vint"


def test_two_of_one_surname_are_told_apart() -> None:
    text = "Laura Hale met her brother Peter Hale. Mrs. Hale left first. Mr. Hale stayed."
    by_place = {n.span.start: n.full for n in read_document(Article("a", 1, text)).names}
    assert by_place[text.index("Hale left")] == "Laura Hale"
    assert by_place[text.index("Hale stayed")] == "Peter Hale"


def test_headlines_make_no_names() -> None:
    text = "Holm Will Regret Her Decision To Close The Bridge\nAda Holm spoke on Monday."
    assert {n.full for n in read_document(Article("a", 1, text)).names} == {"Ada Holm"}


@pytest.mark.parametrize(
    ("surface", "role", "sex"), [("Laura Hale", None, "f"), ("Hale", "Congressman", "m"), ("Hale", None, None)]
)
def test_what_tells_the_sex(surface: str, role: str | None, sex: str | None) -> None:
    assert sex_of(surface, role) == sex


@pytest.mark.parametrize(
    "spellings",
    [
        ["Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskyi", "Mr. Zelensky’s"],
        ["Kim Jong-un", "Kim Jong Un", "Kim Jong‑Un"],
        ["Yoon Suk-yeol", "Yoon Suk Yeol", "YOON SUK-YEOL"],
        ["Peña Nieto", "Pena Nieto"],
        ["Dmitri Holm", "Dmitry Holm", "Dmitriy Holm"],
        ["Łukasz Sørby", "Lukasz Sorby"],
    ],
)
def test_spellings_of_one_person_share_a_key(spellings: list[str]) -> None:
    assert len({name_key(s) for s in spellings}) == 1


def test_three_people_of_one_family_name_stay_three() -> None:
    assert len({name_key(n) for n in ("Kim Jong Un", "Kim Tae-hyo", "Kim Yong-kyun")}) == 3


@given(st.text(alphabet="ABab .-'’", max_size=40))
def test_a_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@given(st.text(alphabet="AaBb .,'’-\nMr", max_size=120))
def test_names_are_words_of_the_text(text: str) -> None:
    for name in read_document(Article("a", 1, text)).names:
        assert name.span.of(text) == name.surface


def test_where_somebody_is_based_is_nobody() -> None:
    text = (
        "The San Norwick-based firm said it was shut. “It is shut,” said New Corran-based Ada Holm. Lee Dong-won left."
    )
    found = extract_line({"id": "a", "text": text})["quotes"]
    assert [quote["source"] for quote in found if quote["source_kind"] == "person"] == ["Ada Holm"]


def test_official_before_a_body_is_no_official() -> None:
    (credit,) = extract_line({"id": "a", "text": "It was shut, according to Norland's official news agency."})[
        "credits"
    ]
    assert (credit["credited"], credit["kind"]) == ("Norland's official news agency", "organisation")
    (credit,) = extract_line({"id": "a", "text": "It was shut, according to a senior official today."})["credits"]
    assert credit["kind"] == "anonymous"
