"""The sentence of a place."""

from __future__ import annotations

import pytest

from audit.records import Span
from audit.text import sentences
from audit.text.sentences import sentence_around

TEXT = "Before it rained.\nThen 40 boats came, e.g. sloops. Two of them sank “on a Mr. Holm. Twice.” Nobody saw it.\nThe end."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("40", "Then 40 boats came, e.g. sloops."),
        ("Two", "Two of them sank “on a Mr. Holm. Twice.”"),
        ("Twice", "Two of them sank “on a Mr. Holm. Twice.”"),
        ("sloops. Two", "Then 40 boats came, e.g. sloops. Two of them sank “on a Mr. Holm. Twice.”"),
        ("rained", "Before it rained."),
        ("end", "The end."),
    ],
)
def test_a_place_has_its_sentence(words: str, sentence: str) -> None:
    at = TEXT.index(words)
    assert sentence_around(TEXT, Span(at, at + len(words))).of(TEXT) == sentence


def test_it_looks_no_further_than_it_may() -> None:
    assert sentence_around("x" * 5000, Span(2500, 2501), reach=400) == Span(2100, 2901)
    assert sentence_around("x" * 1500, Span(700, 701)) == Span(0, 1500)


def test_a_place_between_sentences_has_its_line() -> None:
    assert (
        sentence_around("It rained.  It stopped.", Span(11, 12)).of("It rained.  It stopped.")
        == "It rained.  It stopped."
    )


def test_the_language_decides_what_ends_a_sentence() -> None:
    text = "Am 3. Mai kam Holm. Es regnete."
    assert sentence_around(text, Span(3, 4), "de").of(text) == "Am 3. Mai kam Holm."


def test_a_line_is_cut_once_for_all_its_places(monkeypatch: pytest.MonkeyPatch) -> None:
    cut, text = list[Span](), "The gale took 40 boats. " * 200

    def counting(text: str, line: Span, *rest: object) -> object:
        cut.append(line)
        return whole(text, line, *rest)  # type: ignore[arg-type]

    whole = sentences.cut_sentences
    monkeypatch.setattr(sentences, "cut_sentences", counting)
    for at in range(0, len(text) - 24, 24):
        assert sentence_around(text, Span(at + 14, at + 16)) == Span(at, at + 23)
    assert len(cut) == 1
