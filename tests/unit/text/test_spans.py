"""Sets of stretches: merged, met, and the narrowest around a place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.records import Span
from audit.text.spans import Cover, Row, meets_any, merge_spans, without

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.lists(SPANS, max_size=12), SPANS)
def test_a_span_meets_the_merged_where_it_meets_one_of_them(spans: list[Span], span: Span) -> None:
    assert meets_any(span, merge_spans(spans)) == any(span.meets(s) for s in spans)


@given(st.lists(SPANS, max_size=12), SPANS)
def test_the_narrowest_stretch_around_a_span(spans: list[Span], span: Span) -> None:
    found = Cover((s, s) for s in spans).narrowest(span)
    lengths = [s.end - s.start for s in spans if s.holds(span)]
    assert (found[0] if found else None) == min(lengths, default=None)


def test_what_is_left_of_a_stretch() -> None:
    whole = Span(2, 10)
    assert without(whole, []) == (whole,)
    assert without(whole, [Span(4, 6), Span(5, 8), Span(12, 14)]) == (Span(2, 4), Span(8, 10))
    assert without(whole, [Span(0, 3), Span(9, 12)]) == (Span(3, 9),)
    assert without(whole, [Span(0, 12)]) == ()


@given(st.lists(SPANS, max_size=12), SPANS)
def test_the_stretches_that_meet_a_span(spans: list[Span], span: Span) -> None:
    assert sorted(Cover((s, s) for s in spans).meeting(span)) == sorted(s for s in spans if s.meets(span))


def test_a_row_tells_which_of_its_stretches_holds_a_place() -> None:
    row = Row((Span(2, 4), Span(6, 9)))
    assert [row.at(k) for k in (1, 2, 3, 4, 6, 9)] == [None, Span(2, 4), Span(2, 4), None, Span(6, 9), None]
