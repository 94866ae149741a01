"""The words of a text, what they weigh, formulas of two stories, joined quotes: a case on either side of each choice."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from audit.match import figure_readings as counted_figures
from audit.match import passages, retranslation
from audit.match.align import Tile
from audit.match.articles import Held, MatchRow, is_earlier
from audit.match.formulaic_passages import FAR_APART, LEAST_APART, drop_formulas
from audit.match.splices import mark_splices
from audit.match.weights import Scale
from audit.match.words import EDITOR, GAP, read_words
from audit.records import Figure, Span
from tests.unit.match.test_figure_bounds import counted
from tests.unit.match.test_group_bounds import WORDS, reading


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Boats, boats!", "boats boats"), ("The mill's quay", "the mill quay"), ("They don't.", "they do not"), ("won't", "will not"),
        ("can’t", "can not"), ("O'Lee came", "o'lee came"), ("Zürich STRASSE", "zürich strasse"), ("1,000 boats", "1,000 boats"), ("_it_", "it"), ("", ""),
    ],
)  # fmt: skip
def test_the_words_of_a_text(text: str, keys: str) -> None:
    found = read_words(text).keys
    assert [key for key in found if key != "'s"] == keys.split()


def test_the_parts_of_a_contraction_stand_in_one_place() -> None:
    found = read_words("They don't go.")
    assert found.keys == ("they", "do", "not", "go")
    assert [span.of("They don't go.") for span in found.spans] == ["They", "don't", "don't", "go"]
    assert found.hull(1, 3) == Span(5, 13)
    assert list(found.within(Span(5, 10))) == [1, 2]
    assert list(found.within(Span(0, 5))) == [0]


@pytest.mark.parametrize(
    ("text", "marks"),
    [("a [sic] b", [EDITOR]), ("a … b", [GAP]), ("a [...] b", [GAP]), ("a ... b", [GAP]), ("a [ ] b", [GAP]), ("a b", [])],
)  # fmt: skip
def test_marks_of_an_editor_are_words_where_they_are_asked_for(text: str, marks: list[str]) -> None:
    assert [key for key in read_words(text, marks=True).keys if key not in ("a", "b")] == marks
    assert not {EDITOR, GAP} & {*read_words(text).keys}


def test_a_word_weighs_the_less_the_more_articles_of_news_have_it() -> None:
    scale = Scale(0.0, 1.0)
    assert scale.total(["president"]) < scale.total(["boat"]) < scale.total(["quernstone"]) == 1
    assert scale.total(["boat", "boat", "the", "mill"]) == pytest.approx(scale.total(["boat"]) + scale.total(["mill"]))


# Formulas


NOON = datetime(2031, 3, 5, 12)


def row(a: tuple[str, int, int], b: tuple[str, int, int], relation: str = "copied", **detail: Any) -> MatchRow:
    told = json.dumps({"relations": [relation], "words": 20, **detail})
    return MatchRow(f"{a}{b}", "passage", relation, *a, *b, 0.9, told)


def kept(rows: list[MatchRow], days: float, stories: dict[str, str]) -> int:
    held = {
        key: Held(key, 1, "", None, NOON + timedelta(days=days * n), NOON + timedelta(days=days * n), (), ())
        for n, key in enumerate(sorted(stories))
    }
    return len(drop_formulas(rows, stories, held))


@pytest.mark.parametrize(
    ("words", "other", "left"), [(LEAST_APART, "t", 1), (LEAST_APART - 1, "t", 0), (LEAST_APART - 1, "s", 1)]
)
def test_a_short_passage_of_two_stories_is_a_formula(words: int, other: str, left: int) -> None:
    assert kept([row(("a", 0, 9), ("b", 0, 9), words=words)], 0, {"a": "s", "b": other}) == left


@pytest.mark.parametrize(
    ("stories", "days", "left"),
    [("stu", FAR_APART + 1, 3), ("stuv", FAR_APART + 1, 0), ("stuv", FAR_APART / 3, 6), ("ssss", FAR_APART + 1, 6)],
)
def test_what_stands_in_many_far_stories_is_printed_under_everything(stories: str, days: float, left: int) -> None:
    keys = "abcd"[: len(stories)]
    rows = [row((one, 0, 9), (two, 0, 9)) for n, one in enumerate(keys) for two in keys[n + 1 :]]
    assert kept(rows, days, dict(zip(keys, stories, strict=True))) == left


# Joined quotes


def cut(start: int, end: int, at: int, *, relation: str = "truncated", longer: int = 100) -> MatchRow:
    """A short quote of `a` that `b` has from `at` on in a quote of so many characters."""
    told = {"parts": [[start, end, at, at + end - start]]}
    return row(("a", start, end), ("b", 0, longer), relation, **told)


@pytest.mark.parametrize(
    ("rows", "spliced"),
    [
        ([cut(0, 45, 0), cut(200, 245, 50)], 2),
        ([cut(0, 40, 0), cut(200, 240, 50)], 2),  # four fifths are enough
        ([cut(0, 40, 0), cut(200, 239, 50)], 0),
        ([cut(0, 45, 0), cut(200, 245, 45)], 2),  # one right behind the other
        ([cut(0, 45, 0), cut(200, 245, 44)], 0),  # one in the other
        ([cut(0, 90, 0)], 0),
        ([cut(0, 45, 0), cut(200, 245, 50, relation="exact")], 0),
        ([cut(0, 45, 0, relation="fragment"), cut(200, 245, 50)], 2),
        ([cut(0, 100, 0), cut(200, 300, 50)], 0),  # not the longer one
    ],
)
def test_two_statements_that_a_later_text_tells_as_one(rows: list[MatchRow], spliced: int) -> None:
    found = mark_splices(rows)
    assert sum(one.relation == "spliced" for one in found) == spliced
    assert all(json.loads(one.detail)["relations"][0] == one.relation for one in found)


# Figures that inherit what they count


@pytest.mark.parametrize(
    ("additive", "same", "inherits"), [(True, True, True), (False, True, False), (True, False, False)]
)
def test_another_so_many_counts_what_stood_before_it(additive: bool, same: bool, inherits: bool) -> None:
    one = counted("a", 3000)
    text = "3000 troops came and another 7000." if additive else "3000 troops came and 7000."
    two = counted("a", 7000, at=text.index("7000"))
    told = replace(two.told, text=text, figure=replace_span(two.figure, text.index("7000")))
    two = replace(
        two, place=replace(two.place, article=one.place.article), keys=frozenset({"count:none"}), telling=lambda: told
    )
    if not same:
        two = replace(two, sentence=Span(100, 199))
    *_, last = counted_figures._inherit([one, two])
    assert (one.keys <= last.keys) == inherits


def replace_span(figure: Any, at: int) -> Any:
    return (
        figure._replace(span=Span(at, at + 4))
        if hasattr(figure, "_replace")
        else replace(figure, span=Span(at, at + 4))
    )


# Renderings


@pytest.mark.parametrize(
    ("one", "two", "small"),
    [("the mill of it", "the mill of it", 0), ("the mill of it", "mill", 3), ("the the mill", "the mill", 1), ("mill", "quay", 0)],
)  # fmt: skip
def test_small_words_that_one_alone_has(one: str, two: str, small: int) -> None:
    assert retranslation._small(one.split(), two.split()) == retranslation._small(two.split(), one.split()) == small


@pytest.mark.parametrize(
    ("one", "two", "share"),
    [("mill quay", "mill quay", 1.0), ("mill quay", "quay mill", 0.5), ("mill", "mill quay", 1.0), ("mill", "", 0.0), ("the", "mill", 0.0), ("mills", "mill", 1.0)],
)  # fmt: skip
def test_telling_words_in_one_order(one: str, two: str, share: float) -> None:
    assert retranslation._content(one.split(), two.split()) == share


def test_two_readings_of_the_same_words_are_equal() -> None:
    assert read_words("It fell.") == read_words("It fell!")
    assert read_words("It fell.") != read_words("It  fell.")
    assert len({read_words("It fell."), read_words("It fell."), read_words("It  fell.")}) == 2
    assert read_words("It fell.").spans != [Span(0, 2), Span(3, 7)]


# Which came first


def dated(key: str, first: float | None, last: float | None) -> Held:
    early, late = (None if day is None else NOON + timedelta(days=day) for day in (first, last))
    return Held(key, 1, "", None, early, late, (), ())


@pytest.mark.parametrize(
    ("a", "b", "earlier"),
    [
        ((0, 0), (1, 1), True), ((1, 1), (0, 0), False), ((0, 1), (1, 2), True), ((1, 2), (0, 1), False),
        ((0, 2), (1, 3), True), ((1, 3), (0, 2), True), ((0, 0), (0, 0), True),  # no date tells: by id
        ((None, None), (0, 0), True), ((0, 0), (None, None), True), ((0, None), (1, 1), True), ((1, 1), (0, None), True),
    ],
)  # fmt: skip
def test_which_of_two_articles_came_first(
    a: tuple[float | None, float | None], b: tuple[float | None, float | None], earlier: bool
) -> None:
    one, two = dated("a", *a), dated("b", *b)
    assert is_earlier(one, two) == earlier
    assert is_earlier(two, one) != earlier


@pytest.mark.parametrize(
    ("text", "number", "slots", "words"),
    [
        ("Some 40 old boats sank at Dell.", "40", {"counted": "old boats", "hedge": "some"}, {"old", "sank", "dell", "=40"}),
        ("Some 40 old boats sank at Dell.", "40", {"counted": None, "hedge": "some"}, {"old", "boat", "sank", "dell", "=40"}),
        ("Nearly 40 boats and 12 mills burned.", "40", {"counted": "boats and mills", "hedge": "nearly"}, {"burn", "=40"}),
    ],
)  # fmt: skip
def test_what_a_sentence_shares_beside_its_figure(
    text: str, number: str, slots: dict[str, str | None], words: set[str]
) -> None:
    at = text.index(number)
    figure = Figure(Span(at, at + 2), number, 40, 40, **slots)  # type: ignore[arg-type]
    found = counted_figures._evidence(text, Span(0, len(text)), figure)
    assert {word for word in found if not word.startswith("=")} == {word for word in words if not word.startswith("=")}


# Chains of runs


@pytest.mark.parametrize(
    ("runs", "sizes"),
    [
        ([(0, 0, 8)], [1]), ([(0, 0, 7)], []),  # no run of eight words
        ([(0, 0, 8), (20, 20, 8)], [2]), ([(0, 0, 8), (21, 20, 8)], [1, 1]),  # twelve words between, or thirteen
        ([(0, 0, 8), (8, 14, 8)], [2]), ([(0, 0, 8), (8, 15, 8)], [1, 1]),  # six that only one of them has, or seven
        ([(0, 0, 8), (12, 4, 8)], [1, 1]),  # in another order
        ([(0, 0, 20), (5, 5, 8)], [1]), ([(0, 0, 20), (5, 30, 8)], [1, 1]),  # what is held already, or elsewhere
        ([(0, 0, 8), (10, 10, 3)], [2]),
    ],
)  # fmt: skip
def test_runs_that_follow_each_other_are_one_passage(runs: list[tuple[int, int, int]], sizes: list[int]) -> None:
    found = passages.chains((Tile(*run) for run in runs), lambda *_: False)
    assert [len(chain) for chain in found] == sizes


def test_a_new_paragraph_ends_a_passage() -> None:
    assert len(passages.chains([Tile(0, 0, 8), Tile(9, 9, 8)], lambda *_: True)) == 2


def test_a_headline_of_another_text_is_copied_too() -> None:
    text = f"{WORDS}\n{WORDS}"
    headed, plain, chain = reading(text, named=(Span(0, len(WORDS)),)), reading(text, "b"), [Tile(0, 10, 10)]
    assert passages.own_words(headed, headed, chain) == set()
    assert passages.own_words(headed, plain, chain)
    assert passages.own_words(plain, headed, [Tile(10, 0, 10)])
