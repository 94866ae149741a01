"""How much a cue grants its speaker: one list, and no cue without a place in it."""

from __future__ import annotations

from typing import Any

import pytest

from audit.extract.quotes.verbs import cue_strength
from audit.lexicon import load_rules

LANGUAGES = ("en", "de")


def entries(language: str) -> list[dict[str, Any]]:
    rules = load_rules("cues", language)
    return [*rules["verb"], *rules.get("other", ())]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_the_list_has_the_strength_of_its_entry(language: str) -> None:
    wrong = [f for e in entries(language) for f in e["forms"] if cue_strength(f, language) != e["strength"]]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_stands_under_two_strengths(language: str) -> None:
    held: dict[str, set[int]] = {}
    for entry in entries(language):
        for form in entry["forms"]:
            held.setdefault(form, set()).add(entry["strength"])
    assert {form: strengths for form, strengths in held.items() if len(strengths) > 1} == {}


def test_strengths_are_four_steps() -> None:
    assert {e["strength"] for e in entries("en")} == {0, 1, 2, 3} == {e["strength"] for e in entries("de")}


def test_whatever_may_be_a_cue_has_a_strength() -> None:
    parsed = [form for entry in load_rules("parse")["verb"] for form in entry["forms"]]
    nouns = load_rules("cues")["nouns"]["words"]
    assert [cue for cue in (*parsed, *nouns, "according to") if cue_strength(cue, "en") is None] == []


@pytest.mark.parametrize(
    ("cue", "strength"),
    [
        ("has since confirmed", 3),
        ("pointed out", 3),
        ("said", 1),
        ("will say", 1),
        ("claims", 0),
        ("warning", 2),
        ("complained about", 1),
        ("danced", None),
        ("", None),
    ],
)
def test_the_longest_form_of_a_cue_counts(cue: str, strength: int | None) -> None:
    assert cue_strength(cue, "en") == strength


def test_letters_that_fold_to_two_are_read() -> None:
    assert cue_strength("heißt", "de") == 1
