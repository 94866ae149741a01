"""Words that say nothing are nobody's: a bare "that", a scene, whom somebody told, a heading."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.extract.jsonl import read_line


def said_by(text: str, speaker: str | None) -> list[str]:
    quotes = extract_mentions(read_line({"id": "x", "text": text})).quotes
    return [" ".join(p.of(text) for p in q.pieces) for q in quotes if (q.source.name if q.source else None) == speaker]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Ada Holm, however, said that while many people have pointed to the letter, it is not clear who read it.",
            "that while many people have pointed to the letter, it is not clear who read it",
        ),
        (
            "Ada Holm said that nobody came, and Bo Vint denied that.",
            "that nobody came",
        ),
    ],
)
def test_what_is_said_goes_on_behind_a_clause_that_opens_it(text: str, words: str) -> None:
    assert said_by(text, "Ada Holm") == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm left. Throughout her life, she has bragged about her trust in her own instincts.",
        "Ada Holm came and detailed to the Northline Courier and the Norwick Post.",
        "Ada Holm came and detailed to Bo Vint.",
    ],
)
def test_a_scene_and_whom_somebody_told_are_nothing_said(text: str) -> None:
    assert said_by(text, "Ada Holm") == []


def test_a_heading_in_marks_goes_on_from_nobody() -> None:
    text = "“We shall stay here for nine more years,” Ada Holm said.\n\n{}\n\nTwo others left on Monday."
    assert said_by(text.format("“A NEW PIER”"), "Ada Holm") == ["We shall stay here for nine more years,"]
    assert "No!" in said_by(text.format("“No!”"), "Ada Holm")
