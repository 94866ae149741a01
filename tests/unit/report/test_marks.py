"""Marks in a text: what overlaps stands together, nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.records import Span
from audit.report.marks import Mark, lay_out

TEXT = "Head\n\nAbout 200 left, she said."


def test_overlapping_marks_are_cut_where_they_meet() -> None:
    marks = [Mark(Span(6, 20), "quote", 1), Mark(Span(12, 15), "figure", 2), Mark(Span(15, 30), "credit", 3)]
    (found,) = lay_out(TEXT, [("paragraph", Span(6, len(TEXT)))], marks, [])[1:]
    assert [(s.text, s.kinds, s.row) for s in found.segments] == [
        ("About ", ("quote",), 1),
        ("200", ("figure", "quote"), 2),
        (" left", ("credit", "quote"), 1),
        (", she said", ("credit",), 3),
        (".", (), None),
    ]


def test_words_outside_all_blocks_stay_visible() -> None:
    found = lay_out(TEXT, [("title", Span(0, 4))], [], [])
    assert [(s.role, s.segments[0].text) for s in found] == [
        ("title", "Head"),
        ("rest", "\n\nAbout 200 left, she said."),
    ]


def test_blocks_that_overlap_show_their_words_once() -> None:
    found = lay_out("abcdef", [("quote", Span(2, 6)), ("paragraph", Span(0, 4))], [], [])
    assert [(s.role, s.segments[0].text) for s in found] == [("paragraph", "abcd"), ("quote", "ef")]


def test_an_anchor_stands_where_others_point() -> None:
    (found,) = lay_out("abcdef", [("paragraph", Span(0, 6))], [Mark(Span(1, 5), "quote", 1)], [3, 99])
    assert [(s.text, s.anchor) for s in found.segments] == [("a", None), ("bc", None), ("de", 3), ("f", None)]


def test_marks_beyond_the_text_are_left_out() -> None:
    assert lay_out("abc", [], [Mark(Span(2, 9), "quote", 1)], [])[0].segments[0].kinds == ()


spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(min(pair), max(pair)))


@given(st.text(max_size=40), st.lists(spans, max_size=5), st.lists(spans, max_size=8), st.lists(st.integers(0, 45)))
def test_no_word_is_lost_or_doubled(text: str, blocks: list[Span], marks: list[Span], anchors: list[int]) -> None:
    found = lay_out(
        text, [("paragraph", b) for b in blocks], [Mark(m, "quote", i) for i, m in enumerate(marks)], anchors
    )
    joined = "".join(segment.text for stretch in found for segment in stretch.segments)
    assert "".join(joined.split()) == "".join(text.split())
