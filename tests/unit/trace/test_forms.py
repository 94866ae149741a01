"""A line that is printed again with other numbers is another reading, and its figures are other counts."""

from __future__ import annotations

from contextlib import closing

import pytest

from audit.match import lay_texts
from audit.trace.forms import is_read_anew
from audit.trace.rows import read_pair
from tests.conftest import empty_warehouse

LINE = "Harbour toll: paid 43 percent // owed 51.7 percent"


def anew(a: str, b: str, figure: str = "43") -> bool:
    first, second = f"The week.\n\n{a}\n\nIt rained 99 days.", f"{b}\nIt rained 12 days."
    return is_read_anew(first, first.index(figure), second, second.index(figure))


@pytest.mark.parametrize(
    ("later", "other"),
    [
        (LINE.replace("51.7", "52"), True),
        (LINE.replace("//", "/").replace("51.7", "50"), True),  # signs are no words
        (LINE, False),
        (LINE.replace("owed 51.7 percent", "owed"), False),  # a number left out is none read anew
        (LINE.replace("toll", "fee").replace("51.7", "52"), False),
    ],
)
def test_the_same_line_with_another_number_is_another_reading(later: str, other: bool) -> None:
    assert anew(LINE, later) == other


def test_a_sentence_that_is_copied_with_another_number_is_no_form() -> None:
    assert not anew(f"{LINE}.", f"{LINE}.".replace("51.7", "52"))


def test_a_line_of_few_words_is_no_form() -> None:
    assert not anew("Toll 43 51", "Toll 43 52")
    assert anew("Toll of ships 43 51", "Toll of ships 43 52")


@pytest.mark.parametrize(("days", "joins"), [(None, True), (0, True), (1, True), (2, False), (30, False)])
def test_figures_of_another_reading_are_not_joined_days_later(days: int | None, joins: bool) -> None:
    with closing(empty_warehouse()) as held:
        texts = {"a": LINE, "b": LINE.replace("51.7", "52")}
        for key, text in texts.items():
            held.run(
                "insert into articles (article_id, version, is_latest, text) values ($key, 1, true, $text)",
                {"key": key, "text": text},
            )
        at = LINE.index("43")
        row = ("figure", "equal", "f", "g", "a", "b", at, at + 2, True, "m", 1.0, None, None, at, days)
        assert read_pair(row, lay_texts(held)).joins == joins
