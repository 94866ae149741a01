"""Two quotes of one article told as one by a later."""

from __future__ import annotations

import json

from audit.match.articles import MatchRow
from audit.match.splices import mark_splices


def row(
    number: int, a: tuple[int, int], b: tuple[int, int], part: tuple[int, int], relation: str = "truncated"
) -> MatchRow:
    detail = {"relations": [relation], "parts": [[*a, *part]]}
    return MatchRow(f"m{number}", "quote", relation, "one", *a, "two", *b, 1.0, json.dumps(detail))


def relations(*rows: MatchRow) -> list[str]:
    return [found.relation for found in mark_splices(rows)]


def test_two_quotes_that_make_up_a_third_are_spliced() -> None:
    rows = row(1, (0, 50), (200, 310), (200, 250)), row(2, (90, 140), (200, 310), (258, 308))
    assert relations(*rows) == ["spliced", "spliced"]
    assert json.loads(mark_splices(rows)[0].detail)["relations"] == ["spliced"]


def test_one_quote_alone_is_shortened() -> None:
    assert relations(row(1, (0, 50), (200, 310), (200, 250))) == ["truncated"]


def test_the_same_words_twice_are_no_splice() -> None:
    rows = row(1, (0, 50), (200, 310), (200, 250)), row(2, (90, 140), (200, 310), (200, 250))
    assert relations(*rows) == ["truncated", "truncated"]


def test_a_quote_with_much_of_its_own_is_no_splice() -> None:
    rows = row(1, (0, 50), (200, 500), (200, 250)), row(2, (90, 140), (200, 500), (258, 308))
    assert relations(*rows) == ["truncated", "truncated"]


def test_a_quote_that_a_later_one_cuts_in_two_is_shortened_twice() -> None:
    rows = row(1, (0, 110), (200, 250), (200, 250)), row(2, (0, 110), (300, 350), (300, 350))
    assert relations(*rows) == ["truncated", "truncated"]
