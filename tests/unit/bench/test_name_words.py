"""Which capitalised words of news name no person."""

from __future__ import annotations

from bench.name_words import count_names, rows

SPOKEN = "On that day the boats of Norwick Water left, and then Quayco said that it was over for all of them."
STOOD = "On that day the boats of Norwick Water left, and then Vint stood there as if it was over for all of them."
BORNE = "On that day the boats of Norwick Water left, and then Mr. Vint stood there as if it was over for them."
INSIDE = "On that day the boats of the town left, and then all of them met in Tarskholm as if it was over."


def test_words_that_bear_no_given_name_are_held() -> None:
    found = {word: counts for word, *counts in rows(count_names([SPOKEN] * 6 + [STOOD] * 6 + [BORNE] * 3))}
    assert found["Quayco"][:3] == [6, 0, 6]
    assert "Vint" not in found


def test_words_that_begin_places_are_held() -> None:
    assert [row for row in rows(count_names([INSIDE] * 12)) if row[0] == "Tarskholm"] == [
        ("Tarskholm", 12, 0, 0, 12, 12)
    ]


def test_lines_in_capitals_count_nothing() -> None:
    assert not count_names(["Norwick Water Says That Vint And Holm Left The Town In The Night"]).alone
