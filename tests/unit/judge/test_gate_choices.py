"""What decides whether a row is a finding, a case on either side of each choice."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from audit.judge import along_arrows, precision
from audit.judge.gates import attributions, fact_cards, figures, quotes, substance, unnamed
from audit.judge.library import content_words, days_between, proper_names
from audit.records import Span
from tests.unit.judge.test_attributions import TOLD, lost
from tests.unit.judge.test_attributions import Shelf as Two
from tests.unit.judge.test_gates import Shelf, figure, pair, place

Row = dict[str, Any]


# Attributions


@pytest.mark.parametrize(("marked", "is_marked"), [(50, False), (51, True), (0, False), (98, True)])
def test_more_than_half_of_a_sentence_between_marks(marked: int, is_marked: bool) -> None:
    text = f"“{'x' * marked}”{'y' * (98 - marked)}" if marked else "y" * 100
    spot = {"article_id": "b", "start": 0, "end": len(text)}
    assert attributions._is_marked(spot, Span(0, len(text)), Two("", text, {})) == is_marked


WORDS = ["rye", "barley", "oats", "wheat", "maize", "beans", "peas", "lentils", "turnips", "onions", "leeks", "garlic"]


@pytest.mark.parametrize(
    ("shared", "more", "kept"), [(12, 0, 1), (11, 0, 0), (12, 2, 1), (12, 3, 0)]
)  # of 14 words 12 are enough, of 15 not
def test_nearly_all_of_the_sentence_stands_in_the_other(shared: int, more: int, kept: int) -> None:
    both = " ".join(WORDS[:shared])
    assert (
        len(lost(f"{both} {'fresh ' * more}.".capitalize(), a=f"{both}, two harbour clerks said.".capitalize())) == kept
    )


@pytest.mark.parametrize(("telling", "kept"), [(5, 1), (4, 0)])
def test_some_of_what_is_shared_tells_something(telling: int, kept: int) -> None:
    small = [
        "it",
        "was",
        "to",
        "be",
        "the",
        "one",
        "that",
        "we",
        "all",
        "had",
        "with",
        "us",
        "when",
        "they",
        "were",
        "here",
    ]
    both = " ".join([*small[:12], *WORDS[:telling]]).capitalize()
    assert len(lost(f"{both}.", a=f"{both}, two harbour clerks said.")) == kept


@pytest.mark.parametrize(
    ("text", "named", "kept"),
    [
        (f"Clerks came. {TOLD}.", False, 1),  # not all of what describes them
        (f"Two clerks of the harbour came. {TOLD}.", False, 0), (f"Clerks came. {TOLD}.", True, 0), (f"Reeves came. {TOLD}.", True, 1),
        (f"Clerks came. It rained. {TOLD}.", True, 1),  # too far off
        (f"{TOLD}. Clerks came.", True, 0), (f"{TOLD}. It rained. Clerks came.", True, 1),
    ],
)  # fmt: skip
def test_who_is_named_in_the_sentence_before_or_behind(text: str, named: bool, kept: int) -> None:
    assert len(lost(text, named=named)) == kept


# Figures


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(("value", "beside"), [(3, False), (4, True), (6, True), (7, False), (2, False)])
def test_others_are_counted_beside_up_to_three_named(value: int, beside: bool, turned: bool) -> None:
    a, b = "The flood drowned Reeve Lund and three others.", f"The flood drowned {value} clerks."
    one, two = figure(a, "three", 3, "a"), figure(b, str(value), value, "b")
    found = pair(b, a, {**two, "article_id": "a"}, {**one, "article_id": "b"}) if turned else pair(a, b, one, two)
    assert figures.others_beside(found) == beside


def test_a_count_that_leaves_nobody_out_is_the_whole() -> None:
    a, b = "The flood drowned three clerks.", "The flood drowned 4 clerks."
    assert not figures.others_beside(pair(a, b, figure(a, "three", 3, "a"), figure(b, "4", 4, "b")))


@pytest.mark.parametrize(
    ("approximator", "hedge", "side"),
    [("=", None, None), ("<", "below", "below"), ("<=", "up to", "below"), (">", "over", "above"), (">=", "at least", "above"), ("~", "nearly", "below"),
     ("~", "about", None)],
)  # fmt: skip
def test_where_the_values_of_a_hedge_lie(approximator: str, hedge: str | None, side: str | None) -> None:
    row = figure("40 boats", "40", 40, "a", approximator=approximator, hedge=hedge)
    assert figures._side(row) == side


def test_a_card_is_of_a_figure_a_quantity_and_a_thing_of_a_story() -> None:
    one = figure("40 boats", "40", 40, "a", quantity_id="q", story_id="s", counted="old boats of Dell")
    two = figure("50 boats", "50", 50, "b", story_id="s", counted=None)
    keys = list(fact_cards._keys(figures.Pair({}, one, two, Shelf({}))))
    assert keys == [("figure", "a40"), ("told", "q"), ("quantity", "s", None, True, "boat"), ("figure", "b50")]


def test_a_card_lists_eight_values_at_most_the_smallest_first() -> None:
    rows = [figure(f"{n} boats", str(n), n, "a") for n in range(30, 10, -2)]
    assert [row["low"] for row in fact_cards._by_value(rows)] == [12, 14, 16, 18, 20, 22, 24, 26]


@pytest.mark.parametrize(
    ("slots", "told"),
    [
        ({}, "“40” (1 March 2026)"), ({"published_at": None}, "“40”"), ({"publisher": "The Post"}, "“40” (The Post, 1 March 2026)"),
        ({"modality": "planned", "published_at": None}, "“40” (planned)"),
    ],
)  # fmt: skip
def test_how_a_value_of_a_card_is_told(slots: Row, told: str) -> None:
    assert fact_cards._told(figure("40 boats", "40", 40, "a", **slots)) == told


# Words


def test_a_place_outside_of_the_marks_of_its_line_has_no_words() -> None:
    text = "The film “Boats in the fog” was shown."
    assert quotes.marked_words(place(text, "was shown", "a"), Shelf({"a": text})).keys == ()
    assert quotes.marked_words(place(text, "film “Boats in", "a"), Shelf({"a": text})).keys == ("boats", "in")


def test_a_line_without_marks_is_all_said() -> None:
    text = "We saw (big) boats in the fog."
    assert quotes.marked_words(place(text, "(big) boats", "a"), Shelf({"a": text})).keys == ("[]", "boats")


@pytest.mark.parametrize(
    ("text", "cue", "topic"),
    [
        ("A clerk heard rumours that boats sank.", "rumours", False), ("They would not comment on rumours.", "rumours", True), ("Rumours said it.", "Rumours", False),
        ("Outlets citing sources told it.", "citing sources", True), ("The Post, citing sources, told it.", "citing sources", False), ("Citing sources, it told.", "Citing sources", False),
        ("There were reports of boats.", "reports", False), ("New reports of boats came.", "reports", True), ("New reports said it.", "reports", False),
        ("The board denied earlier reports that boats sank.", "reports", True), ("It dismissed rumours.", "rumours", True),
    ],
)  # fmt: skip
def test_a_sentence_about_what_was_reported(text: str, cue: str, topic: bool) -> None:
    assert unnamed._is_topic(place(text, cue, "a"), Shelf({"a": text})) == topic


# Library


def test_names_of_a_sentence_and_days_between_two_texts() -> None:
    assert proper_names("The mayor of Dell met I. Holm and Holm's Boats") >= {"dell", "holm"}
    assert not proper_names("I and the A were there") & {"i", "a", "the"}
    one, two = datetime(2031, 3, 5), datetime(2031, 3, 3, 12)
    assert days_between(one, two) == days_between(two, one) == 1.5
    assert days_between(one, None) is days_between(None, one) is None
    assert content_words(["the boats of Dell", "it was"]) == [frozenset({"boats", "dell"}), frozenset()]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("sank", "Boats sank."),
        ("Boats sank. It", "Boats sank. It rained."),
        ("rained", "It rained."),
        ("Over", "Over."),
    ],
)
def test_the_sentence_that_holds_a_place(words: str, sentence: str) -> None:
    text = "Title\nBoats sank. It rained.\nOver."
    shelf = Shelf({"a": text})
    assert shelf.around(place(text, words, "a")) == sentence
    assert shelf.paragraph(place(text, "sank", "a")) == Span(6, 28)
    assert shelf.paragraph(place(text, "Over", "a")) == Span(29, 34)


@pytest.mark.parametrize(("reach", "found"), [(3, "ss aaa ss"), (0, "aaa")])
def test_a_sentence_reaches_so_far_and_no_further(reach: int, found: str) -> None:
    text = f"{'s' * 50} aaa {'s' * 50}"
    assert Shelf({"a": text}).sentence(place(text, "aaa", "a"), reach).of(text) == found


# Precision


def test_kinds_that_nobody_read_are_notes_without_a_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(precision, "readings", dict)
    rows = {row[0]: row[1:] for row in precision.precision_rows()}
    assert rows
    assert {row[1:] for row in rows.values()} == {(0, 0, 0, None, None, None, None, False)}
    assert max(row[0] for row in rows.values()) <= precision.NOTE


def reading(right: int, read: int, **more: Any) -> precision.Reading:
    return precision.Reading("k", read, right, 0, "texts", "rules", **more)


@pytest.mark.parametrize(
    ("right", "read", "person", "whole", "stands"),
    [
        (60, 60, False, False, 3), (59, 59, False, False, 2), (60, 60, True, False, 2), (100, 100, True, False, 3), (99, 99, True, False, 2),
        (59, 59, False, True, 3), (54, 60, False, False, 2),  # the lower end is .80
        (90, 100, False, False, 3), (89, 100, False, False, 2), (42, 60, False, False, 2), (41, 60, False, False, 0), (0, 0, False, False, 1), (7, 10, False, True, 2),
    ],
)  # fmt: skip
def test_how_high_a_kind_may_stand(right: int, read: int, person: bool, whole: bool, stands: int) -> None:
    found = reading(right, read, whole=whole)
    assert precision.severity("k", {"severity": 3, "names_person": person}, found) == stands
    assert precision.severity("k", {"severity": 1, "names_person": person}, found) == min(1, stands)


def test_no_reading_is_a_note() -> None:
    assert precision.severity("k", {"severity": 3}, None) == precision.NOTE
    assert reading(0, 0).share == 0.0
    assert precision.wilson(0, 0) == (0.0, 1.0)
    assert precision.wilson(9, 10) == pytest.approx((0.5958, 0.9821), abs=1e-4)
    assert precision.wilson(10, 10)[1] == pytest.approx(1.0)
    assert precision.wilson(0, 10)[0] == pytest.approx(0.0)


@pytest.mark.parametrize(
    ("one", "two", "mistyped"),
    [("lsat", "last", False), ("lasst", "last", True), ("last", "lasst", True), ("last", "fast", False), ("at", "aat", False), ("to", "tox", False), ("the", "thxe", True), ("las7t", "last", False), ("xqzzt", "last", False)],
)  # fmt: skip
def test_a_word_that_news_hardly_knows_a_letter_from_a_frequent_one(one: str, two: str, mistyped: bool) -> None:
    assert substance.is_mistyped(one, two) == mistyped


@pytest.mark.parametrize(
    ("here", "there", "matters"),
    [
        ("boats", "mills", True), ("boats", "", False), ("", "boats", False), ("old boats", "", False), ("old boats", "new mills", True), ("old boats", "mills", True),
        ("the", "a", False), ("oil fields", "oilfields", False), ("not", "", True), ("boats", "boats", False), ("a b c d e f", "g h", False), ("about", "approximately", False),
        ("will", "wall", False),
    ],
)  # fmt: skip
def test_which_changes_of_words_matter(here: str, there: str, matters: bool) -> None:
    assert substance.matters(here.split(), there.split()) == matters


def test_the_first_text_of_a_ring_is_told_by_its_date_then_by_its_name() -> None:
    def arrow(name: str, first: datetime | None = None, told: datetime | None = None) -> Row:
        return {"child_name": name, "first_at": first, "told_at": told}

    day, later = datetime(2031, 3, 4), datetime(2031, 3, 5)
    assert along_arrows._earliest([arrow("a", later), arrow("b", day)])["child_name"] == "b"
    assert along_arrows._earliest([arrow("a", None, later), arrow("b", None, day)])["child_name"] == "b"
    assert along_arrows._earliest([arrow("b"), arrow("a")])["child_name"] == "a"
    assert along_arrows._earliest([arrow("a"), arrow("b", day)])["child_name"] == "b"
