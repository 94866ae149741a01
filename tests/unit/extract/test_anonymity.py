"""The ladder of anonymity, caveats and replies sought."""

from __future__ import annotations

import pytest

from audit.extract.reading import read_document
from audit.extract.sources.unnamed import (
    find_caveats,
    grade_unnamed,
    unnamed_in,
    unnamed_source,
)
from audit.lexicon import load_rules
from audit.records import Anonymity, Article, CaveatKind, Span

RULES = load_rules("anonymity")


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("two officials at the Pentagon", "G2"),
        ("a South Korean government official", "G2"),
        ("officials", "G3"),
        ("an official", "G3"),
        ("sources", "G4"),
        ("a person familiar with the matter", "G4"),
        ("news agencies", "G4"),
        ("reportedly", "G5"),
    ],
)
def test_the_ladder(phrase: str, expected: str) -> None:
    assert grade_unnamed(phrase) is Anonymity(expected)


@pytest.mark.parametrize(
    ("text", "phrase", "kind"),
    [
        ("It was said by two senior officials at the Pentagon.", "two senior officials at the Pentagon", "anonymous"),
        ("People familiar with the talks spoke.", "People familiar with the talks spoke", "vague"),
        ("He cited a U.S. defense official.", "a U.S. defense official", "anonymous"),
        ("with experts noting the size", "experts", "vague"),
        ("Officials in Seoul weigh a plan.", "Officials in Seoul", "anonymous"),
    ],
)
def test_phrases_for_unnamed_sources(text: str, phrase: str, kind: str) -> None:
    found = next(unnamed_in(text, Span(0, len(text))))
    assert found.span.of(text) == phrase
    assert unnamed_source(text, found).kind == kind


@pytest.mark.parametrize("text", ["spokesman John Smith", "President Ada Holm", "Defense Minister Kim"])
def test_a_role_before_a_name_is_somebody(text: str) -> None:
    assert list(unnamed_in(text, Span(0, len(text)))) == []


KINDS = {
    "reason": CaveatKind.ANONYMITY_REASON,
    "reply_sought": CaveatKind.REPLY_SOUGHT,
    "caveat": CaveatKind.UNVERIFIED,
}


def caveats(text: str, language: str = "en") -> list[tuple[CaveatKind, str]]:
    found = find_caveats(read_document(Article("a", 1, text, language=language)))
    return [(caveat.kind, caveat.span.of(text)) for caveat in found]


@pytest.mark.parametrize("table", KINDS)
def test_every_phrase_is_found_in_a_sentence_but_not_in_quoted_words(table: str) -> None:
    for words in RULES[table][0]["words"]:
        assert caveats(f"On Monday {words} was read. He said: “On Monday {words}.”") == [(KINDS[table], words)]


@pytest.mark.parametrize(("table", "entry"), [(t, e) for t in KINDS for e in RULES[t]], ids=str)
def test_every_example_holds_its_phrase(table: str, entry: dict[str, object]) -> None:
    assert KINDS[table] in [kind for kind, _ in caveats(str(entry["example"]))]


def test_a_language_without_such_phrases_has_none() -> None:
    assert caveats("It could not be independently verified.", "de") == []
