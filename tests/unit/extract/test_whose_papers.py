"""Whose a document is that a credit calls by its noun alone."""

import pytest

from tests.unit.extract.test_by_the_way import credits_of
from tests.unit.extract.test_whose_words import quotes_of

MINE = "Nine of ten miners want it shut, according to {}."


def named(text: str) -> list[tuple[str, str]]:
    return [(c.source.name, c.source.kind) for c in credits_of(text) if c.rule.startswith("according_to")]


@pytest.mark.parametrize(
    ("before", "credited", "name"),
    [
        ("A Harbour Research Institute survey came out.", "the survey", "a Harbour Research Institute survey"),
        ("A Harbour Research Institute survey came out.", "the poll", "a Harbour Research Institute survey"),
        ("A Harbour Research Institute survey came out.", "the same survey", "a Harbour Research Institute survey"),
        ("A Harbour Research Institute survey came out.", "the study", "the study"),
        ("A Harbour Research Institute survey came out.", "the police survey", "the police survey"),
        ("A Harbour Research Institute survey came out. A survey was due.", "the survey", "the survey"),
        ("The last Harbour Research Institute survey was short.", "the survey", "the survey"),
        ("A Harbour Research Institute survey came out.", "the survey from the clerk", "the survey"),
        ("The Harbour Research Institute published a study.", "the study", "Harbour Research Institute study"),
        ("Ana Ruiz read a study by Mara Lindqvist.", "the study", "a study by Mara Lindqvist"),
        ("Mara Lindqvist’s latest book came out.", "the book", "Mara Lindqvist’s latest book"),
        ("A Holm/Harbour Research Institute poll came out.", "the poll", "a Holm/Harbour Research Institute poll"),
    ],
)
def test_the_noun_means_the_document_that_was_told_of(before: str, credited: str, name: str) -> None:
    assert named(f"{before} {MINE.format(credited)}") == [(name, "document")]


def test_of_two_makers_the_last_is_meant_only_near_by() -> None:
    two = "A Harbour Research Institute survey came out. A Norwick Institute survey came out."
    assert named(f"{two}\n\n{MINE.format('the survey')}") == [("a Norwick Institute survey", "document")]
    assert named(f"{two}\n\nIt rained.\n\n{MINE.format('the survey')}") == [("the survey", "document")]


@pytest.mark.parametrize(
    ("credited", "behind", "name"),
    [
        ("a new survey", "The survey, released Monday by the Norwick Institute, is long.", None),
        ("a new survey", "A Norwick Institute poll also indicates that.", "a Norwick Institute poll"),
        ("a new survey", "A Norwick Institute poll found lead.", "a new survey"),
        ("one survey", "The Norwick Institute survey is long.", "one survey"),
        ("the survey", "The Norwick Institute survey is long.", "the Norwick Institute survey"),
    ],
)
def test_the_next_sentence_tells_whose_it_is(credited: str, behind: str, name: str | None) -> None:
    told = name or "the survey, released Monday by the Norwick Institute"
    assert named(f"{MINE.format(credited)}\n\n{behind}") == [(told, "document")]


@pytest.mark.parametrize(
    ("between", "name"), [("It rained.", "the Norwick Institute survey"), ("A.\n\nB.", "the survey")]
)
def test_it_is_told_two_paragraphs_on_at_most(between: str, name: str) -> None:
    text = f"{MINE.format('the survey')}\n\n{between}\n\nThe Norwick Institute survey is long."
    assert named(text) == [(name, "document")]


def test_a_report_of_an_outlet_is_the_outlet() -> None:
    text = f"The Guardian report said little.\n\nIt rained.\n\nIt snowed.\n\nIt froze.\n\n{MINE.format('the report')}"
    assert named(text) == [("The Guardian", "outlet")]
    assert credits_of(text)[-1].rule == "according_to_outlet"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("papers shown to the Harbour Ways Committee", "papers shown to the Harbour Ways Committee"),
        ("papers shown to the Harbour Ways and Means Committee", "papers"),
        ("a survey done by the Holm Institute.Another mill stands", "a survey done by the Holm Institute"),
        ("a study in the Orrin Law Review", "a study in the Orrin Law Review"),
        ("a study in Norway", "a study"),
    ],
)
def test_words_behind_a_document_tell_which_it_is(words: str, name: str) -> None:
    assert named(MINE.format(words)) == [(name, "document")]


def test_whose_letter_it_is_stands_in_full() -> None:
    text = "Norwick County officials met on Monday. “We were late,” Norwick’s letter says."
    assert [quote.source and quote.source.name for quote in quotes_of(text)] == ["Norwick County’s letter"]
