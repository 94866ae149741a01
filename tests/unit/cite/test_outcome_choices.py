"""What is told of outcomes, and which sentences of a source support a claim: a case on either side of each choice."""

from __future__ import annotations

import pytest

from audit.cite import source_index
from audit.cite.outcome import first_line, strength_note
from audit.cite.records import Citation, CitedSource, Place, Strength, StrengthTold, Verdict
from audit.cite.source_index import BESIDE
from audit.cite.verify import read_citation, verify
from audit.records import Span

CLAIM, SOURCE = "It proves the case.", "It suggests the case."
CITATION = Citation("c", CLAIM, (CitedSource("s", SOURCE),))
OURS, THEIRS = Span(3, 9), Place("s", Span(3, 11))


@pytest.mark.parametrize(
    "told",
    [None, StrengthTold(Strength.SAME), StrengthTold(Strength.STRONGER, OURS), StrengthTold(Strength.WEAKER, None, THEIRS)],
)  # fmt: skip
def test_without_both_words_nothing_is_said_of_strength(told: StrengthTold | None) -> None:
    assert strength_note(CITATION, told) is None


@pytest.mark.parametrize("strength", [Strength.STRONGER, Strength.WEAKER])
def test_both_words_are_told_with_how_often_that_was_right(strength: Strength) -> None:
    note = strength_note(CITATION, StrengthTold(strength, OURS, THEIRS)) or ""
    assert note.startswith(f"{strength.value.capitalize()} here (“proves”) than in the source (“suggests”).")


@pytest.mark.parametrize(
    ("verdicts", "line"),
    [
        ([], "0 citations. Words compared, not facts."),
        ([Verdict.CARRIED], "1 citation: 1 found in all its words of weight. Words compared, not facts."),
        (
            [Verdict.CARRIED, Verdict.DIFFERS, Verdict.DIFFERS],
            "3 citations: 2 differ, 1 found in all its words of weight. Words compared, not facts.",
        ),
    ],
)
def test_the_first_line(verdicts: list[Verdict], line: str) -> None:
    assert first_line(verdicts) == line


def test_sentences_beside_one_add_to_it() -> None:
    score = {(0, 1): 4.0, (0, 2): 1.0, (0, 3): 8.0, (1, 1): 99.0}
    found = [source_index._beside(score, at) for at in ((0, 2), (0, 1), (0, 0), (1, 1), (0, 5))]
    assert found == pytest.approx([BESIDE * 12, BESIDE, BESIDE * 4, 0, 0])


@pytest.mark.parametrize(
    ("held", "sentences", "tells"), [(1, 9, 1.0), (9, 9, 0.0458), (3, 9, 0.5229), (0, 9, 1.0), (1, 1, 1.0)]
)
def test_a_word_of_one_sentence_tells_it_from_the_others(held: int, sentences: int, tells: float) -> None:
    assert source_index._telling(held, sentences) == pytest.approx(tells, abs=1e-4)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("", "no source has text"),
        ("The mill closed in 1950.", None),
    ],
)  # fmt: skip
def test_why_a_claim_cannot_be_compared(source: str, why: str | None) -> None:
    line = {"id": "1", "claim": "The mill closed in 1950.", "sources": [{"id": "s", "text": source}]}
    found = verify(read_citation(line))
    assert (found.why if found.verdict is Verdict.CANNOT_TELL else None) == why
