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
