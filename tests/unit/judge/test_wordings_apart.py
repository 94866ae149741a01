"""Quotes with the same words: what is a change of substance, who is named, what stands near — each rule alone."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from audit.judge.gates import edits, quotes, substance
from audit.records import Span
from tests.unit.judge.test_gates import ALTERED, Shelf, place

Row = dict[str, Any]
NOON = datetime(2031, 3, 3, 12)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("oilfields", "oil-fields", True), ("ok", "okay", True), ("sept", "september", True), ("cal", "california", True),
        ("ca", "california", False), ("califo", "california", False), ("sep", "may", False),
        ("11th", "12th", True), ("11th", "eleventh", True), ("eleventh", "11th", True), ("mill", "mills", True),
        ("boat", "boot", True), ("cat", "cut", False), ("lat", "last", True), ("guy", "gun", False), ("light", "lite", False), ("harbours", "harvours", True), ("harbours", "larvours", True),
        ("harbours", "larvourt", False), ("art", "carts", True), ("art", "carted", False), ("", "mill", True), ("—", "mill", True),
    ],
)  # fmt: skip
def test_one_word_spelt_in_two_ways(one: str, two: str, same: bool) -> None:
    assert substance.one_spelling(one, two) == same


@pytest.mark.parametrize(
    ("here", "there", "matters"),
    [
        (("banks",), ("roads",), True), (("the",), ("a",), False), (("the",), ("roads",), False), (("roads",), ("the",), False),
        (("the",), ("our",), True), (("about",), ("approximately",), False), (("hire",), ("have",), False), (("of",), ("no", "more"), True),
        (("banks",), (), False), ((), ("banks",), False), (("not",), (), True), ((), ("never",), True), (("not",), ("never",), True),
        (("not", "banks"), ("never", "roads"), True), (("not", "not"), ("not",), True),
        (("ba1nks",), ("roads",), False), (("banks",), ("ro1ads",), False), (("banks1",), ("roads",), True),
        (("the", "banks"), ("roads",), True), (("the", "banks"), ("banks", "the"), False), (("the", "a"), ("a", "the"), False),
        (("the", "a"), ("roads", "the"), False), (("roads", "the"), ("the", "a"), False), (("oil", "fields"), ("oilfields",), False),
        (("b", "c", "d", "e"), ("banks", "fields", "roads", "mills"), True),
        (("b", "c", "d", "e", "f"), ("banks",), False), (("banks",), ("b", "c", "d", "e", "f"), False),
    ],
)  # fmt: skip
def test_what_is_more_than_a_small_word(here: tuple[str, ...], there: tuple[str, ...], matters: bool) -> None:
    assert substance.matters(here, there) == matters


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("crews saw red boats sink there", "crews saw red mills sink there", 1),  # three words before, two behind
        ("crews saw boats sink there fast", "crews saw mills sink there fast", 1),  # two and three
        ("crews saw boats sink there", "crews saw mills sink there", 0),  # two and two
        ("crews boats sink there fast now", "crews mills sink there fast now", 0),  # one before
        ("crews saw red boats sink", "crews saw red mills sink", 0),  # one behind
    ],
)
def test_a_change_stands_between_words_that_both_share(one: str, two: str, found: int) -> None:
    assert len(quotes.changes(one.split(), two.split())) == found


def run(before: str, after: str = "", same: int = 0) -> quotes._Run:
    words = tuple(before.split())
    return quotes._Run(
        substance.Change(words, tuple((after or before).split()) if same else tuple(after.split())), same
    )


@pytest.mark.parametrize(
    ("runs", "anchor"),
    [
        ([], 0), ([run("a b", same=2)], 2), ([run("x", "y"), run("a b", same=2)], 2), ([run("x y z", "u"), run("a b", same=2)], 2),
        ([run("x y z w", "u"), run("a b", same=2)], 0), ([run("a", same=1), run("u", "x y z w"), run("a b", same=2)], 1),
        ([run("a b", same=2), run("…"), run("c d", same=2)], 2), ([run("a b", same=2), run("", "[]"), run("c d", same=2)], 2),
        ([run("x y", "u"), run("a b", same=2), run("z", "w"), run("c", same=1)], 3),
        ([run("x y", "u"), run("a b", same=2), run("z w", "v"), run("c", same=1)], 2),
    ],
)  # fmt: skip
def test_how_many_words_stand_beside_a_change(runs: list[quotes._Run], anchor: int) -> None:
    assert quotes._anchor(runs) == anchor


@pytest.mark.parametrize(
    ("rest", "found"),
    [("there then", 1), ("x1 there then", 1), ("x1 x2 there then", 0), ("x1 x2 there then now", 1)],
)
def test_most_words_between_the_first_and_the_last_are_shared(rest: str, found: int) -> None:
    # 6 shared words of 7, of 8, of 9, and 7 of 10
    one = f"crews saw red boats sink {rest}"
    two = f"crews saw red mills sink {rest.replace('x1', '').replace('x2', '')}"
    assert len(quotes.changes(one.split(), two.split())) == found


def test_two_telling_words_are_shared() -> None:
    assert (
        len(
            quotes.changes(
                ["it", "was", "the", "ferry", "boats", "that", "were", "so"],
                ["it", "was", "the", "ferry", "mills", "that", "were", "so"],
            )
        )
        == 0
    )
    told = quotes.changes(
        ["it", "was", "the", "ferry", "boats", "that", "crews", "were"],
        ["it", "was", "the", "ferry", "mills", "that", "crews", "were"],
    )
    assert len(told) == 1


def test_no_word_in_common_is_no_change() -> None:
    assert quotes.changes(["boats"], ["mills"]) == []
    assert quotes.changes([], []) == []


ONE, TWO = "The mill will open by night", "the boats stay in the bay"


def joined(between: str, shared: str, side: str | None = "b") -> bool:
    """Whether a text that has both places joins them; `shared`: the place that the other text has."""
    a, said = f"“{shared}”", f"{ONE}{between}{TWO}"
    b = f"“{said}”"
    parts = [[1, 1 + len(shared), b.index(shared), b.index(shared) + len(shared)]]
    row: Row = {"evidence": [place(a, shared, "a"), place(b, said, "b")], "joined": side, "parts": parts}
    other = {
        **row,
        "evidence": row["evidence"][::-1],
        "parts": [[*parts[0][2:], *parts[0][:2]]],
        "joined": side and "a",
    }
    found = quotes._is_joined(row, Shelf({"a": a, "b": b}))
    assert found == quotes._is_joined(other, Shelf({"a": a, "b": b}))
    return found


@pytest.mark.parametrize("shared", [ONE, TWO])
@pytest.mark.parametrize(
    ("between", "told"), [(" and ", True), (" ", True), (". ", False), ("; ", False), (" … ", False), (" [so] ", False)]
)
def test_nothing_marks_the_gap(shared: str, between: str, told: bool) -> None:
    assert joined(between, shared) == told
    assert not joined(between, shared, None)


def test_words_that_are_the_whole_place_join_nothing() -> None:
    a = f"“{ONE}”"
    row = {"evidence": [place(a, ONE, "a"), place(a, ONE, "a")], "joined": "b", "parts": [[1, 1 + len(ONE)] * 2]}
    assert not quotes._is_joined(row, Shelf({"a": a}))


@pytest.mark.parametrize(("days", "within"), [(7, True), (7.1, False), (-7.1, False), (None, True)])
def test_two_reports_of_one_utterance_are_of_a_week(days: float | None, within: bool) -> None:
    later = None if days is None else NOON + timedelta(days=days)
    assert quotes._within_days({"first": {"published_at": NOON}, "second": {"published_at": later}}) == within


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [("Ada Holm", "Ivo Lund", True), ("Holm", "Ivo Lund", False), ("Ada Holm", "Lund", False), ("Ada Holm", "A. Holm", False),
     ("Ada Holm", "Ivo Holm", False), ("Ada Holm", "Ivo Holme", False), ("Ada B. Holm", "Ivo B. Lund", True),
     ("Ada Marten", "Ivo Martin", False), ("Ada Holm", "Ivo Hulk", True)],
)  # fmt: skip
def test_two_people_share_no_part_of_their_names(one: str, two: str, apart: bool) -> None:
    assert quotes._two_people(one, two) == apart
    assert quotes._two_people(two, one) == apart


@pytest.mark.parametrize(
    ("name", "gap", "beside"),
    [("Ada Holm", 40, True), ("Ada Holm", 41, False), ("Ada Lund", 0, False)],
)
@pytest.mark.parametrize("before", [True, False])
def test_the_name_itself_stands_by_the_words(name: str, gap: int, beside: bool, before: bool) -> None:
    text = f"Holm{' ' * gap}WORDS" if before else f"WORDS{' ' * gap}Holm"
    at = text.index("Holm")
    speaker = {"name": name, "start": at, "end": at + 4}
    assert quotes._named_beside(place(text, "WORDS", "a"), speaker, Shelf({"a": text})) == beside


def test_a_name_between_the_words_stands_beside_them() -> None:
    text = "“We knew,” Holm said, “of it.”"
    row = {"article_id": "a", "start": 1, "end": len(text) - 1}
    assert quotes._named_beside(row, {"name": "Ada Holm", "start": 11, "end": 15}, Shelf({"a": text}))
    assert not quotes._named_beside(row, {"name": "Ada Holm", "start": None, "end": None}, Shelf({"a": text}))


@pytest.mark.parametrize(
    ("text", "near"),
    [("“WORDS,” he told Lund.", True), ("Lund came.\n“WORDS,” he said.", True), ("Lund came.\n\n“WORDS,” he said.", True),
     ("Lund came.\nRain fell.\n“WORDS,” he said.", False), ("“WORDS,” he said.\nLund came.", False), ("“WORDS,” he told Lunden.", False)],
)  # fmt: skip
def test_the_other_speaker_stands_in_the_paragraph_or_the_one_before(text: str, near: bool) -> None:
    assert quotes._stands_near(place(text, "WORDS", "a"), {"name": "Ivo Lund"}, Shelf({"a": text})) == near


@pytest.mark.parametrize(
    ("one", "two", "length"),
    [
        ("a b c", "a b c", 3),
        ("a b c d", "x b c y", 2),
        ("a", "b", 0),
        ("", "a", 0),
        ("a b a b c", "b a b c a", 4),
        ("a a a", "a a", 2),
    ],
)
def test_the_longest_run_of_both(one: str, two: str, length: int) -> None:
    assert quotes.longest_run(one.split(), two.split()) == length


def test_words_inside_marks_and_of_them_those_that_are_a_quote() -> None:
    text = "He saw “Long Winters” and said “we knew” then."
    hull = {"article_id": "a", "start": 0, "end": len(text)}
    shelf = Shelf({"a": text})
    inside = [Span(text.index(words), text.index(words) + len(words)) for words in ("Long Winters", "we knew")]
    assert quotes.inside_marks(hull, shelf) == inside
    shelf._marked["a"] = inside[1:]
    assert quotes.inside_marks(hull, shelf) == inside[1:]
    part = {"article_id": "a", "start": inside[1].start + 3, "end": len(text)}
    assert quotes.inside_marks(part, shelf) == [Span(inside[1].start + 3, inside[1].end)]
    between = place(text, "and said", "a")
    assert quotes.inside_marks(between, shelf) == []
    assert quotes.inside_marks(place("no marks", "marks", "b"), Shelf({"b": "no marks"})) == [Span(3, 8)]


def test_round_brackets_are_an_editors_too() -> None:
    text = "“we (the crews) knew”"
    assert quotes.marked_words(place(text, text[1:-1], "a"), Shelf({"a": text})).keys == ("we", "[]", "knew")


def altered(a: str, b: str, **row: Any) -> list[str]:
    rows = [{"evidence": [place(a, a[1:-1], "a"), place(b, b[1:-1], "b")], **ALTERED, **row}]
    return [found["slots"]["changes"] for found in quotes.alterations(rows, Shelf({"a": a, "b": b}))]


def test_three_changes_are_told_and_a_link_is_no_speech() -> None:
    shared = ("the red ferry", "by the old pier", "near the long wall", "at the far bay", "to the grey quay")
    one = f"“{' boats '.join(shared)}”"
    two = f"“{shared[0]} mills {shared[1]} roads {shared[2]} fields {shared[3]} banks {shared[4]}”"
    assert altered(one, two) == ["“boats” / “mills”; “boats” / “roads”; “boats” / “fields”"]
    assert altered(one, two.replace("”", " https://a.example”")) == []
    assert altered(one, one) == []


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        ("you should feel that way now", "shouldn't you feel that way now", "“for Vint, you should” / “for Vint, shouldn't you feel”"),
        ("we’ll close the mill of the town", "we may close the mill of the town", "“we’ll” / “we may”"),
        ("The Mill,” he said, “would close for good now", "The Town,” he said, “might close for good now", "“Mill … would” / “Town … might”"),
    ],
)  # fmt: skip
def test_words_that_differ_are_told_as_the_texts_have_them(one: str, two: str, told: str) -> None:
    lead = "If you felt that joy when you all voted for Vint, "
    assert altered(f"“{lead}{one}.”", f"“{lead}{two}.”") == [told]


def test_a_later_wording_that_cuts_words_is_no_silent_edit() -> None:
    rows: list[Row] = [
        {"evidence": [{"article_id": "a", "start": at, "end": 9}], "sort": "figure", "before": "1", "after": "2"}
        for at in (0, 0, 1)
    ]
    assert len(list(edits.silent(rows, Shelf({"a": ""})))) == 2
    assert next(edits.silent(rows, Shelf({"a": ""})))["slots"] == {"what": "a figure"}
    quote = {
        **rows[0],
        "sort": "quote",
        "before": "crews saw red boats sink there",
        "after": "crews saw red mills sink there",
    }
    assert next(edits.silent([quote], Shelf({"a": ""})))["slots"] == {"what": "the wording"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We (all) went,” he said.", ["we", "\x00", "went"]),
        ("“We went” and “we came” again.", ["we", "went", "we", "came"]),
        ("Well, we went.", ["well", "we", "went"]),
    ],
)
def test_the_words_between_marks(text: str, words: list[str]) -> None:
    found = quotes.marked_words({"article_id": "a", "start": 0, "end": len(text)}, Shelf({"a": text})).keys
    assert [key if key.isalpha() else "\x00" for key in found] == words


def test_a_place_whose_marks_lie_outside_of_it_has_no_words() -> None:
    text = "He said so. “We went,” he said."
    row = {"article_id": "a", "start": text.index("We"), "end": text.index("We")}
    assert list(quotes.marked_words(row, Shelf({"a": text})).keys) == []
