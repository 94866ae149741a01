"""What is said of a measure and of its rows; what a finding goes by; which changes and edits there are."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from audit.errors import InputError
from audit.judge import explain as explained
from audit.judge.explain import Explanation
from audit.judge.gates import edits, fact_cards, figures, quotes, substance
from audit.judge.gates.quotes import Change
from audit.judge.identity import finding_id, former_ids
from audit.judge.measures import definitions
from tests.conftest import empty_warehouse
from tests.unit.judge.test_gates import Shelf, figure, place

Row = dict[str, Any]


def row(**slots: Any) -> Row:
    return {
        "amount": 1,
        "counted": True,
        "text": "40 boats",
        "article_id": "a",
        "start_char": 3,
        "end_char": 11,
        **slots,
    }


@pytest.mark.parametrize(
    ("slots", "line"),
    [
        ({}, "counted: 40 boats [a 3-11]"),
        ({"counted": False}, "not counted: 40 boats [a 3-11]"),
        ({"amount": 0}, "left out: 40 boats [a 3-11]"),
        ({"amount": 0, "counted": False}, "left out: 40 boats [a 3-11]"),
        ({"start_char": None, "end_char": None}, "counted: 40 boats"),
        ({"start_char": 0}, "counted: 40 boats [a 0-11]"),
        ({"note": "of a table"}, "counted: 40 boats (of a table) [a 3-11]"),
        ({"note": None}, "counted: 40 boats [a 3-11]"),
        ({"text": None}, "counted:  [a 3-11]"),
        ({"text": "40\n  boats"}, "counted: 40 boats [a 3-11]"),
    ],
)
def test_a_row_behind_a_measure_is_one_line(slots: Row, line: str) -> None:
    assert explained._line(row(**slots)) == line


@pytest.mark.parametrize(
    ("low", "high", "sentence"), [(None, None, "3 of 4"), (2, 3, "3 of 4, 2 to 3"), (0, 1.5, "3 of 4, 0 to 1.5")]
)
def test_a_measure_is_so_many_of_so_many_with_its_bounds(low: float | None, high: float | None, sentence: str) -> None:
    told = {"k": "those", "n": "all", "left_out": "none", "limits": "why"}
    values = {"numerator": 3, "denominator": 4, "low": low, "high": high}
    found = Explanation("m", "a", told, values, " select 1\n", (row(),))
    assert found.lines() == [
        f"m of a: {sentence}", "k: those", "n: all", "left out: none", "it does not tell: why", "", "select 1", "",
        "counted: 40 boats [a 3-11]",
    ]  # fmt: skip
    told_again = {"measure": "m", "subject": "a", "sql": " select 1\n", "rows": [row()]}
    assert found.as_row() == told | values | told_again


def test_what_is_no_measure_or_says_nothing_is_an_error() -> None:
    warehouse = empty_warehouse()
    try:
        with pytest.raises(InputError, match="nothing is no measure"):
            explained.explain(warehouse, "nothing", "all")
        known = sorted(definitions())[0]
        with pytest.raises(InputError, match=f"{known} says nothing of x"):
            explained.explain(warehouse, known, "x")
    finally:
        warehouse.close()


# What a finding goes by

TEXTS = {"a": "40 boats sank. It rained.", "b": "60 boats sank."}


def finding(kind: str, claim: str | None, *places: Row) -> str:
    return finding_id(kind, {"claim_id": claim, "evidence": list(places)}, Shelf(TEXTS))


A, B, RAIN = place(TEXTS["a"], "40 boats", "a"), place(TEXTS["b"], "60 boats", "b"), place(TEXTS["a"], "It rained", "a")


def test_a_kind_of_claims_goes_by_its_claim_alone() -> None:
    assert finding("single_origin", "c", A) == finding("single_origin", "c", A, B)
    assert finding("single_origin", "c", A) != finding("single_origin", "d", A)
    assert finding("single_origin", "c") != finding("missing_origin", "c")


def test_a_kind_of_pairs_goes_by_the_first_two_places() -> None:
    assert finding("figure_conflict", "c", A, B) == finding("figure_conflict", "d", A, B, RAIN)
    assert finding("figure_conflict", "c", A, B) != finding("figure_conflict", "c", A, RAIN)


def test_any_other_kind_goes_by_all_its_places() -> None:
    assert finding("hedge_lost", "c", A, B) == finding("hedge_lost", "d", A, B)
    assert finding("hedge_lost", "c", A, B) != finding("hedge_lost", "c", A, B, RAIN)


def test_a_finding_of_a_claim_is_found_under_each_of_its_mentions() -> None:
    former = former_ids(["single_origin", "hedge_lost"], [("c", "m"), ("c", "n")])
    assert len(former) == 2
    assert set(former.values()) == {finding("single_origin", "c")}


# Changes of words


@pytest.mark.parametrize(
    ("before", "after", "denies", "moves"),
    [
        ("not", "", True, True), ("", "never", True, True), ("not", "so", True, False), ("so", "not", True, False),
        ("not", "never", False, False), ("so", "thus", False, False), ("so", "", False, False), ("not not", "not", True, False),
    ],
)  # fmt: skip
def test_a_change_that_says_no_on_one_side(before: str, after: str, denies: bool, moves: bool) -> None:
    change = Change(tuple(before.split()), tuple(after.split()))
    assert (change.denies, change.moves) == (denies, moves)


@pytest.mark.parametrize(
    ("word", "is_small_whole"),
    [("he", True), ("19", True), ("7", True), ("190", False), ("xq", False), ("she", False), ("the", False)],
)
def test_a_short_word_of_its_own(word: str, is_small_whole: bool) -> None:
    assert substance._is_small_whole(word) == is_small_whole


@pytest.mark.parametrize(
    ("word", "whole", "clipped"),
    [("em", "them", True), ("w", "without", True), ("ft", "feet", True), ("fx", "feet", False), ("f", "of", True), ("em", "em", False), ("t", "feet", True),
     ("e", "feet", False), ("fe", "feet", True), ("feet", "ft", False)],
)  # fmt: skip
def test_a_word_written_short(word: str, whole: str, clipped: bool) -> None:
    assert substance._is_clipped(word, whole) == clipped


@pytest.mark.parametrize(
    ("one", "two", "length"),
    [("a b c", "a b c", 3), ("a b c", "a b x c", 2), ("a b c", "x y", 0), ("a b a b c", "a b c", 3), ("", "a", 0), ("a a", "a", 1), ("x a b", "a b y", 2)],
)  # fmt: skip
def test_the_longest_run_of_two_texts(one: str, two: str, length: int) -> None:
    assert quotes.longest_run(one.split(), two.split()) == quotes.longest_run(two.split(), one.split()) == length


@pytest.mark.parametrize(
    ("one", "two", "people"),
    [("Ada Holm", "Ivo Lund", True), ("Ada Holm", "Ada Lund", False), ("Ada Holm", "Holm", False), ("Lund", "Holm", False), ("Ada Holm", "Ivo Holms", False),
     ("Ada B. Holm", "Ivo B. Lund", True)],
)  # fmt: skip
def test_two_names_that_share_no_part(one: str, two: str, people: bool) -> None:
    assert quotes._two_people(one, two) == quotes._two_people(two, one) == people


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("oilfields", "oil fields", True), ("ok", "okay", True), ("11th", "eleventh", True), ("Sept", "September", True),
        ("boat", "boats", True), ("boat", "wall", False), ("11", "12", False), ("he", "she", False), ("no", "now", False),
        ("se", "September", False), ("septem", "september", False), ("-", "boat", True),
    ],
)  # fmt: skip
def test_two_spellings_of_one_word(one: str, two: str, same: bool) -> None:
    assert substance.one_spelling(one.lower(), two.lower()) == substance.one_spelling(two.lower(), one.lower()) == same


# Edits


def edit(sort: str, at: int = 0, before: str = "", after: str = "") -> Row:
    return {"sort": sort, "before": before, "after": after, "evidence": [{"article_id": "a", "start": at}], "slots": {}}


SAID = "we said then that the {} were lost in the flood of March"


def test_a_figure_is_always_an_edit_and_words_where_they_matter() -> None:
    boats, mills, quays = (SAID.format(word) for word in ("boats", "mills", "boats"))
    rows = [edit("figure"), edit("quote", 1, boats, mills), edit("quote", 2, boats, quays)]
    assert [row["slots"]["what"] for row in edits.silent(rows, Shelf({}))] == ["a figure", "the wording"]


def test_a_place_is_told_once() -> None:
    assert len(list(edits.silent([edit("figure"), edit("figure"), edit("figure", 4)], Shelf({})))) == 2


# Which pairs of figures a kind tells


def two_figures(day: int = 1, **slots: Any) -> tuple[Row, Shelf]:
    a, b = "The Orrin flood sank 40 boats at Dell.", "In the Orrin flood 60 boats went down."
    one, two = figure(a, "40", 40, "a"), figure(b, "60", 60, "b", published_at=datetime(2026, 3, day), **slots)
    library = Shelf({"a": a, "b": b}, (one, two))
    library.__dict__["figure"] = {row["figure_id"]: row for row in (one, two)}
    places = [{"article_id": f["article_id"], "start": f["start_char"], "end": f["end_char"]} for f in (one, two)]
    slots_of = {"first_id": one["figure_id"], "second_id": two["figure_id"], "slot": "unit"}
    return {"evidence": places, "slots": slots_of, "counted": False, "article_id": None}, library


@pytest.mark.parametrize(
    ("kind", "day", "slots", "told"),
    [
        (figures.lost_hedges, 1, {}, 1), (figures.lost_hedges, 9, {}, 0), (figures.later_counts, 8, {}, 1), (figures.later_counts, 9, {}, 0),
        (figures.later_counts, 8, {"low": 900, "high": 900}, 0),
        (figures.mutations, 9, {}, 0), (figures.changed_on_way, 9, {}, 1), (figures.changed_on_way, 1, {"modality": "planned"}, 0),
    ],
)  # fmt: skip
def test_what_a_kind_of_figures_tells(kind: Any, day: int, slots: Row, told: int) -> None:
    found, library = two_figures(day, **slots)
    assert len(list(kind([found], library))) == told


def test_what_changed_on_the_way_is_told_apart_from_what_stands_alone() -> None:
    found, library = two_figures()
    for counted in (False, True):
        (card,) = fact_cards.conflict_cards([{**found, "counted": counted}], library)
        assert card["counted"] is counted
    assert [card["counted"] for card in fact_cards.conflict_cards([{**found, "counted": True}, found], library)] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("“It fell.”\nIvo Lund came.", False), ("Ivo Lund came.\n“It fell.”", True), ("Ivo Lund came.\n\n“It fell.”", True),
        ("Ivo Lund came.\nIt rained.\n“It fell.”", False), ("“It fell,” said Ada Holm, not Lund.", True), ("“It fell,” said Ada Holm.", False),
    ],
)  # fmt: skip
def test_the_other_speaker_in_the_line_or_the_one_before(text: str, near: bool) -> None:
    at = place(text, "It fell", "a")
    assert quotes._stands_near(at, {"name": "Ivo Lund"}, Shelf({"a": text})) == near


def test_two_speakers_are_compared_at_the_first_two_places() -> None:
    said = "we knew of it long before the first boats had sunk"
    texts = {"a": f"“{said},” Ada Holm said.", "b": f"“{said},” said Ivo Lund.", "c": f"“{said},” said Ivo Lund."}
    row: Row = {"evidence": [place(text, said, key) for key, text in texts.items()], "slots": {}}
    for key, name, article in (("first", "Ada Holm", "a"), ("second", "Ivo Lund", "b")):
        at = place(texts[article], name.split()[-1], article)
        row[key] = {"name": name, "start": at["start"], "end": at["end"], "published_at": None}
    assert list(quotes.two_speakers([row], Shelf(texts))) == [row]


@pytest.mark.parametrize(
    ("unit", "counted", "aged"),
    [("year of age", None, True), ("year of age", "Ada Holm", True), (None, "Ada Holm", True), (None, "boats", False), (None, None, False), ("ton", "Ada Holm", False)],
)  # fmt: skip
def test_an_age_in_a_year_that_is_named(unit: str | None, counted: str | None, aged: bool) -> None:
    a, b = "Holm was 40 in 2019.", "Holm is 60."
    one, two = figure(a, "40", 40, "a", unit=unit, counted=counted), figure(b, "60", 60, "b")
    found = figures.Pair(
        {"evidence": [place(a, "40", "a"), place(b, "60", "b")]}, one, two, Shelf({"a": a, "b": b}, (one, two))
    )
    assert figures.aged(found) == aged
