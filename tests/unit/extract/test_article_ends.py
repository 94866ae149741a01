"""Texts that break off, or begin, where a reader looks one word further: all are read to their end."""

from __future__ import annotations

import pytest

from audit.extract.jsonl import extract_line


@pytest.mark.parametrize("text", [". ET: It is over.", "It sank      . ET] Boats left.", "......... EST) It is over."])
def test_a_zone_of_no_hour_ends_a_sentence_as_any_word_does(text: str) -> None:
    read = extract_line({"id": "zone", "text": f"{text}\n\n“It is shut,” Ada Holm said."})
    assert [quote["source"] for quote in read["quotes"]] == ["Ada Holm"]


@pytest.mark.parametrize("text", ["Ada Holm called Vint to", "Ada Holm called Tor Vint to\n\nThe wall fell."])
def test_an_aim_that_breaks_off_is_none(text: str) -> None:
    assert extract_line({"id": "aim", "text": text})["quotes"] == []
