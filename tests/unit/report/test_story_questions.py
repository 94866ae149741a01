"""The tables of a story's page: one a quantity, a line for each who says what."""

from __future__ import annotations

from audit.report.read import Row
from audit.report.stories import story_questions


def told(article: str, surface: str, value: float, who: str | None = "Ana Ruiz", **more: object) -> Row:
    row: Row = {"quantity_id": "q", "quantity": "homes", "article_id": article, "start_char": 0, "end_char": 9}
    row |= {
        "who": who,
        "surface": surface,
        "low": value,
        "high": value,
        "unit": None,
        "hedge": None,
        "predicate": "lose",
    }
    row |= {"modality": "done", "as_of": None, "source_id": who, "total": None, "block_role": "paragraph"}
    return row | more


def test_one_value_in_two_notations_is_one_answer() -> None:
    (found,) = story_questions([told("a", "1,400", 1400.0), told("b", "1.4 thousand", 1400.0)])
    assert [(a.printed, len(a.places)) for a in found.answers] == [("1,400", 2)]


def test_two_units_are_two_answers() -> None:
    (found,) = story_questions([told("a", "40 percent", 40.0, unit="percent"), told("b", "40", 40.0)])
    assert len(found.answers) == 2


def test_a_mere_one_is_no_question() -> None:
    assert story_questions([told("a", "one", 1.0), told("b", "one", 1.0)]) == []
    assert len(story_questions([told("a", "one", 1.0), told("b", "two", 2.0)])) == 1
