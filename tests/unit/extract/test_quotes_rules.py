"""The rule files of quotes and speakers: every list is used by its own example."""

from __future__ import annotations

import re

import pytest

from audit.extract.quotes.grammar import grammar_of
from audit.extract.quotes.scare_quotes import names_thing
from audit.extract.reading import read_document
from audit.extract.sources.affiliations import affiliation_of
from audit.lexicon import load_rules
from audit.lexicon.language import lexicon_for
from audit.records import Article
from audit.text.tokens import Tokens

LISTS = [
    (name, language, table)
    for name, language in [
        ("closed_classes", "en"),
        ("closed_classes", "de"),
        ("names", "en"),
        ("roles", "en"),
        ("given_names", "en"),
        ("cues", "en"),
    ]
    for table, entry in load_rules(name, language).items()
    if isinstance(entry, dict)
]


@pytest.mark.parametrize(("name", "language", "table"), LISTS)
def test_an_example_holds_words_of_its_list(name: str, language: str, table: str) -> None:
    entry = load_rules(name, language)[table]
    seen = set(re.findall(r"[\w'’.]+(?:-\w+)*", entry["example"].casefold()))
    seen |= {word.strip(".") for word in seen} | {word.removesuffix("s") for word in seen}
    lists = [value for key, value in entry.items() if key != "example"]
    seen |= {phrase for words in lists for phrase in words if " " in phrase and phrase in entry["example"].casefold()}
    assert any(seen & {w.casefold() for w in words} for words in lists)


@pytest.mark.parametrize(("name", "language", "table"), LISTS)
def test_no_list_says_a_word_twice_in_capitals(name: str, language: str, table: str) -> None:
    words = load_rules(name, language)[table].get("words", [])
    assert all(word == word.lower() for word in words)


@pytest.mark.parametrize("language", ["en", "de"])
def test_abbreviations_do_not_end_their_example(language: str) -> None:
    text = load_rules("abbreviations", language)["example"]
    assert len(read_document(Article("a", 1, text, language=language)).sentences) == 1


@pytest.mark.parametrize("entry", load_rules("affiliations")["body"], ids=lambda e: e["name"])
def test_every_word_of_a_body_leads_to_it(entry: dict[str, list[str]]) -> None:
    assert {affiliation_of(f"the {word} leader") for word in entry["words"]} <= {entry["name"]}


@pytest.mark.parametrize("table", ["before", "after"])
def test_marks_of_the_examples_name_things(table: str) -> None:
    text = load_rules("marks")[table]["example"]
    (quoted,) = read_document(Article("a", 1, text)).quoted
    assert names_thing(text, quoted, lexicon_for("en"))


def test_the_example_of_the_affiliations_names_two() -> None:
    text = load_rules("affiliations")["example"]
    assert affiliation_of(text.partition("answered")[0]) == "Ukraine"
    assert affiliation_of(text.partition("answered")[2]) == "Russia"


@pytest.mark.parametrize("language", ["en", "de", "es", "fr"])
def test_a_word_of_speech_is_one_token(language: str) -> None:
    speech = lexicon_for(language).room(grammar_of).speech
    assert [word for word in speech if Tokens(word, 0, len(word)).lows != [word]] == []
