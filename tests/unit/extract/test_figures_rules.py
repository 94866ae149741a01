"""Every example in the tables of figures does what its entry says."""

from __future__ import annotations

from typing import Any

import pytest

from audit.extract.figures import find_figures
from audit.lexicon import load_rules
from audit.records import Figure, Span


def read(text: str, language: str = "en") -> tuple[Figure, ...]:
    return find_figures(text, [Span(0, len(text))], language)


def entries(table: str, name: str, language: str = "en") -> list[dict[str, Any]]:
    return [entry for entry in load_rules(table, language)[name] if entry["example"]]


LANGUAGES = ["en", "de"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["unit", "currency"])
def test_units(language: str, kind: str) -> None:
    for entry in entries("units", kind, language):
        figures = read(entry["example"], language)
        assert [(figure.low, figure.unit) for figure in figures] == [(12, entry["name"])], entry


def test_every_unit_word_is_read() -> None:
    for entry in entries("units", "unit"):
        for word in entry["words"]:
            text = f"It came to 12 {word} in all."
            assert [figure.unit for figure in read(text)] == [entry["name"]], text


@pytest.mark.parametrize("language", LANGUAGES)
def test_hedges(language: str) -> None:
    for entry in entries("hedges", "hedge", language):
        found = [figure.approximator for figure in read(entry["example"], language)]
        assert found == [entry["approximator"]], entry


@pytest.mark.parametrize("language", LANGUAGES)
def test_number_words(language: str) -> None:
    for name, table in load_rules("numbers", language).items():
        if table["example"]:
            assert read(table["example"], language), name


@pytest.mark.parametrize("kind", ["starting", "label", "phrase"])
def test_masks(kind: str) -> None:
    for entry in entries("masks", kind):
        assert read(entry["example"]) == (), entry


def test_a_time_of_day_in_words_is_no_figure() -> None:
    assert read(load_rules("masks")["clock"]["example"]) == ()
    assert [f.surface for f in read("Five boats went past five others.")] == ["Five", "five"]


def test_tables_of_the_mask() -> None:
    for name in ("year", "score"):
        assert read(load_rules("masks")[name]["example"]) == (), name


def test_predicates() -> None:
    for entry in entries("predicates", "predicate"):
        (figure,) = read(entry["example"])
        assert figure.low == 45, entry


def test_modality() -> None:
    for entry in entries("predicates", "modality"):
        (figure,) = read(entry["example"])
        assert figure.modality == entry["kind"], entry


def test_grammar() -> None:
    for name, table in load_rules("grammar").items():
        assert isinstance(read(table["example"]), tuple), name
        assert table["words"], name


def test_governing() -> None:
    for entry in entries("predicates", "governing"):
        (figure,) = read(entry["example"])
        assert figure.modality == entry["kind"], entry
