"""What is told of outcomes, and which sentences of a source support a claim: a case on either side of each choice."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.cite import draft_check, draft_names, source_index, strength
from audit.cite.draft_records import HeldReading, HeldText, Line, Outcome
from audit.cite.held_texts import held_in_folder
from audit.cite.outcome import first_line, strength_note
from audit.cite.records import Citation, CitedSource, Place, Strength, StrengthTold, Verdict
from audit.cite.relations import Said, Tie, chief_tie
from audit.cite.source_index import BESIDE
from audit.cite.verify import read_citation, verify
from audit.records import Quote, QuoteKind, Span

CLAIM, SOURCE = "It proves the case.", "It suggests the case."
CITATION = Citation("c", CLAIM, (CitedSource("s", SOURCE),))
OURS, THEIRS = Span(3, 9), Place("s", Span(3, 11))


@pytest.mark.parametrize(
    "told",
    [None, StrengthTold(Strength.SAME), StrengthTold(Strength.STRONGER, OURS), StrengthTold(Strength.WEAKER, None, THEIRS)],
)  # fmt: skip
def test_without_both_words_nothing_is_said_of_strength(told: StrengthTold | None) -> None:
    assert strength_note(CITATION, told) is None


@pytest.mark.parametrize("grade", [Strength.STRONGER, Strength.WEAKER])
def test_both_words_are_told_with_how_often_that_was_right(grade: Strength) -> None:
    note = strength_note(CITATION, StrengthTold(grade, OURS, THEIRS)) or ""
    assert note.startswith(f"{grade.value.capitalize()} here (“proves”) than in the source (“suggests”).")


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


# How firmly one thing is tied to another


@pytest.mark.parametrize(
    ("text", "tie", "word", "plain"),
    [
        ("Smoking causes cancer.", Tie.CAUSE, "causes", True),
        ("Smoking prevents cancer.", Tie.CAUSE, "prevents", True),
        ("The effect of smoking was told.", Tie.CAUSE, "effect", False),
        ("Smoking is linked to cancer.", Tie.LINK, "linked", True),
        ("It was tied to cancer.", Tie.LINK, "tied", True),
        ("Protein linked to cancer", Tie.LINK, "linked", True),  # a headline leaves out "is"
        ("They have an increased risk of cancer.", Tie.LINK, "risk", True),
        ("Smokers were less likely to have cancer than others.", Tie.LINK, "less likely", True),
        ("Smoking may cause cancer.", Tie.POSSIBLE, "may", True),
        ("Smoking could lead to cancer.", Tie.POSSIBLE, "could", True),
        ("Smoking may be linked to cancer.", Tie.LINK, "linked", True),
        ("Smoking may, in the long run of years, be linked to cancer.", Tie.POSSIBLE, "may", True),  # too far apart
        ("Smokers were compared with others.", Tie.COMPARED, "compared with", False),
        ("Smoking causes cancer compared with others.", Tie.COMPARED, "compared with", True),
    ],
)
def test_how_firmly_a_sentence_ties_two_things(text: str, tie: Tie, word: str, plain: bool) -> None:
    found = chief_tie(text, [Span(0, len(text))], "en")
    assert found is not None
    assert (found.tie, found.span.of(text), found.plain) == (tie, word, plain)


@pytest.mark.parametrize(
    "text",
    ["A protein linked to cancer was found.", "Smoking does not cause cancer.", "Smoking is not linked to cancer.", "Smoking can't cause cancer.",
     "No smoking causes cancer.", "They have a risk of cancer.", "The mill burned.", "Tied cancer fell."],
)  # fmt: skip
def test_a_sentence_that_ties_nothing(text: str) -> None:
    assert chief_tie(text, [Span(0, len(text))], "en") is None


def test_the_first_sentence_that_ties_something_tells() -> None:
    text = "The mill burned. Smoking causes cancer. Smoking is linked to cancer."
    sentences = [Span(0, 16), Span(17, 39), Span(40, len(text))]
    found = chief_tie(text, sentences, "en")
    assert found is not None
    assert found.tie is Tie.CAUSE


@pytest.mark.parametrize(
    ("ours", "theirs", "one_thing"),
    [
        (Said(Tie.CAUSE, Span(2, 8)), Said(Tie.LINK, Span(5, 11)), True),
        (Said(Tie.CAUSE, Span(2, 8), plain=False), Said(Tie.LINK, Span(5, 11)), False),
        (Said(Tie.CAUSE, Span(2, 8)), Said(Tie.LINK, Span(5, 11), plain=False), False),
        (Said(Tie.CAUSE, Span(2, 8)), Said(Tie.LINK, Span(22, 22)), False),  # nothing behind it
    ],
)
def test_two_ties_are_of_one_thing_by_a_word_behind_them(ours: Said, theirs: Said, one_thing: bool) -> None:
    assert strength._of_one_thing("It causes lung cancer.", ours, "It is linked to cancer.", theirs) == one_thing


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Ada Holm", "Ada Holme", True), ("Ada Holm", "Ida Holm", False), ("Ada Holm", "Ada Lund", False), ("Ada Holm", "Ada B. Holm", False), ("Ada Holm", "ADA HÖLM", True),
        ("Katherine Abelson", "Kathryn Abelson", True), ("Katherine Abelsonworth", "Bo Abelsonworth", False), ("Abcdef Abcdef", "Abcdxx Abcdxx", False),
    ],
)  # fmt: skip
def test_two_spellings_of_a_name_of_two_words(one: str, other: str, alike: bool) -> None:
    assert draft_names._alike(one, other) == draft_names._alike(other, one) == alike


def test_texts_of_a_folder_go_by_their_title_else_by_their_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mill closed in 1950, the board said on Monday in Norwick.")
    (tmp_path / "b.html").write_text(
        "<html><head><title>Quay sold</title></head><body><article><h1>Quay sold</h1>"
        "<p>The old quay was sold on Monday, the board said in a note that it sent to all its members.</p></article></body></html>"
    )
    (tmp_path / "c.txt").write_text("  ")
    held = {text.title: text.is_record for text in held_in_folder(tmp_path)}
    assert held == {"a.txt": True, "Quay sold": True}


@pytest.mark.parametrize(
    ("held", "note", "shown"),
    [
        (None, None, "It fell."), (None, "ask Holm", "It fell. | ask Holm"), ("It  stood.", None, "It fell. | held: It  stood. (T)"),
        ("It\nstood.", "ask\nHolm", "It fell. | held: It stood. (T) | ask Holm"),
    ],
)  # fmt: skip
def test_a_line_of_a_draft(held: str | None, note: str | None, shown: str) -> None:
    line = Line(Outcome.EXACT, "quote", 1, Span(0, 8), "It fell.", held_words=held, held_title="T", note=note)
    assert draft_check._shown(line) == shown


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Ada Holm", "Holm", True), ("Ada Holm", "Ada", True), ("Ada Holm", "Bo Holm", True), ("Ada Holm", "Ada Lund", False), ("Ada", "", False), ("", "Ada", False), ("", "", False)],
)  # fmt: skip
def test_one_person_by_surname_or_by_all_that_is_printed(one: str, other: str, same: bool) -> None:
    assert draft_check._same_person(one, other) == same


@pytest.mark.parametrize(
    ("key", "plain", "held"),
    [("harmonium", "harmonium", True), ("harbinger", "harbinger", False), ("swam", "swam", False), ("moniou", "moniou", True), ("niou", "niou", False)],
)  # fmt: skip
def test_a_long_word_by_its_beginning_or_inside_another(key: str, plain: str, held: bool) -> None:
    index = source_index.SourceIndex(CitedSource("s", "Harmonious seals dived."))
    assert index._holds_word(key, plain) == held


@pytest.mark.parametrize(
    ("words", "said", "same"),
    [("It fell.", "It fell", True), ("It fell", "It fell on Monday", True), ("It fell on Monday", "It fell", True), ("It fell", "It stood", False)],
)  # fmt: skip
def test_the_same_words_whatever_stands_around_them(words: str, said: str, same: bool) -> None:
    quote = Quote(QuoteKind.DIRECT, (Span(0, len(said)),), "r")
    assert draft_check._same_words(words, quote, HeldReading(HeldText("t", "T", said), "en")) == same
