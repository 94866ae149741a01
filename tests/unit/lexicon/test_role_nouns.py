"""Nouns for people and bodies: those of the tables, and those of the dictionary."""

from __future__ import annotations

from audit.lexicon.language import lexicon_for
from audit.lexicon.role_nouns import names_too, nouns_of_people, role_nouns

ENGLISH = lexicon_for("en")


def test_a_dictionary_s_nouns_stand_beside_those_of_the_table() -> None:
    assert {"ministry", "report", "clerk", "ceo", "republican"} <= role_nouns(ENGLISH)


def test_bodies_and_documents_are_no_people() -> None:
    found = nouns_of_people(ENGLISH)
    assert {"clerk", "widow"} <= found
    assert found.isdisjoint({"ministry", "report", "watchdog"})


def test_names_too_are_those_that_news_does_not_mostly_write_small() -> None:
    found = names_too(ENGLISH)
    assert {"harper", "king"} <= found
    assert found.isdisjoint({"clerk", "senator", "speaker", "republican"})


def test_a_language_without_the_tables_has_none() -> None:
    assert role_nouns(lexicon_for("de")) == frozenset()
