"""An article in any language is read as far as there are rules for it, and never ends a run."""

from __future__ import annotations

import pytest

from audit.extract.jsonl import extract_line


@pytest.mark.parametrize("language", ["en", "en-GB", "de", "de_AT", "fr", "ja", "", "xx-unknown"])
def test_every_language_is_read(language: str) -> None:
    text = "„Wir bleiben“, sagte Ada Holm. 10 boats sank, according to Reuters.\n「はい」"
    found = extract_line({"id": "a", "text": text, "language": language})
    assert set(found) == {"id", "quotes", "figures", "credits", "caveats"}


def test_german_text_is_not_read_by_english_credit_phrases() -> None:
    found = extract_line({"id": "a", "text": "Nine died, according to Reuters.", "language": "de"})
    assert found["credits"] == []


def test_a_german_quote_has_its_speaker() -> None:
    found = extract_line({"id": "a", "text": "„Wir bleiben am Fluss“, sagte Ada Holm am Montag.", "language": "de"})
    assert [(q["source"], q["type"]) for q in found["quotes"]] == [("Ada Holm", "direct")]


@pytest.mark.parametrize(
    "sentence",
    [
        "„Wir bleiben am Fluss“, sagte die Leiterin des Wasseramts, Ada Holm, am Montag.",
        "„Wir bleiben am Fluss“, sagte Amtsleiterin Ada Holm.",
        "„Wir bleiben am Fluss“, sagte die Ingenieurin Ada Holm der Zeitung.",
        "Bezirksvorsteherin Ada Holm kritisierte den Plan: „So verlieren wir den Fluss.“",
        "„Wir bleiben am Fluss“, sagte Deichgräfin Emma Holm.",
    ],
)
def test_a_german_post_is_no_part_of_a_name(sentence: str) -> None:
    found = extract_line({"id": "a", "text": sentence, "language": "de"})
    assert [q["source"] for q in found["quotes"]] == ["Emma Holm" if "Emma" in sentence else "Ada Holm"]


def test_german_marked_words_go_on_with_the_one_who_spoke() -> None:
    text = "„Wir bleiben am Fluss“, sagte Ada Holm am Montag. „Der Deich hält noch zwei Winter.“\n\n„Er hält nicht mehr lange.“"
    found = extract_line({"id": "a", "text": text, "language": "de"})
    assert [q["source"] for q in found["quotes"]] == ["Ada Holm", "Ada Holm", None]
