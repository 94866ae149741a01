"""What must hold of figures in any text."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.extract.figures import find_figures
from audit.extract.figures.not_figures import masked
from audit.records import Figure, Span
from audit.text.tokens import Tokens

PIECES = st.sampled_from(
    [
        "10,000",
        "ten",
        "thousand",
        "two",
        "-",
        "–",
        "and a half",
        "million",
        "of",
        "the",
        "troops",
        "$",
        "US$",
        "€",
        "%",
        "per cent",
        "m",
        "km",
        "½",
        "²",
        "1/2",
        ".",
        ",",
        "(",
        ")",
        "No.",
        "KN-23",
        "2019",
        "10:30",
        "up to",
        "at least",
        "or more",
        "+",
        "one",
        "in",
        "five",
        "from",
        "to",
        "between",
        "@a1",
        "https://x.y/1",
        "٣٤",
        "１２",
        "١٢٣",
        "nan",
        "e9",
        "°",
        "N",
        "aged",
        "Jane Roe",
        ", 34,",
        "twenty",
        "a",
        "dozen",
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map(" ".join) | st.lists(PIECES, max_size=15).map("".join) | st.text(max_size=80)


def read(text: str, language: str = "en") -> tuple[Figure, ...]:
    return find_figures(text, [Span(0, len(text))], language)


@given(TEXTS, st.sampled_from(["en", "de", "fr"]))
def test_spans_slice_back_and_do_not_overlap(text: str, language: str) -> None:
    found = read(text, language)
    for figure in found:
        assert text[figure.span.start : figure.span.end] == figure.surface
        assert figure.surface
        assert math.isfinite(figure.low)
        assert math.isfinite(figure.high)
        assert figure.low <= figure.high
    for one, two in pairwise(found):
        assert one.span.end <= two.span.start


@given(TEXTS)
def test_no_figure_begins_in_a_mask(text: str) -> None:
    tokens = Tokens(text, 0, len(text))
    hidden = [
        Span(tokens.starts[i], tokens.ends[end - 1])
        for i in range(tokens.size)
        if tokens.kinds[i] == 1 and (end := masked(tokens, i)) is not None
    ]
    starts = {figure.span.start for figure in read(text)}
    assert not starts & {span.start for span in hidden}


@given(TEXTS)
def test_same_text_same_figures(text: str) -> None:
    assert read(text) == read(text)


@given(st.integers(1_000, 999_999))
def test_writings_of_one_number_have_one_value(number: int) -> None:
    grouped = f"{number:,}"
    for printed in (grouped, grouped.replace(",", " "), grouped.replace(",", "\u00a0"), grouped.replace(",", "\u202f")):
        assert [figure.low for figure in read(f"They sent {printed} boats.")] == [number]
    assert [figure.low for figure in read(f"Sie sandten {grouped.replace(',', '.')} Boote.", "de")] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "7" * 1_000_000,
        "1," + "000," * 250_000,
        "1 " * 50_000,
        "ten " * 20_000,
        "$" * 250_000,
        "1-" * 50_000,
        "a1" * 50_000,
        "1." * 150_000,
    ],
    ids=["digits", "groups", "ones", "words", "signs", "hyphens", "chain", "points"],
)
def test_hostile_text_is_read(text: str) -> None:
    for figure in read(text):
        assert text[figure.span.start : figure.span.end] == figure.surface
        assert math.isfinite(figure.high)


@pytest.mark.parametrize(
    "text", ["7" * 1_000_000, "1," + "000," * 250_000, "x²", "①", "10² boats", "NaN", "1e999", "∞"]
)
def test_what_no_reader_takes_for_a_figure(text: str) -> None:
    assert read(text) == ()


def test_unicode_digits_count_as_a_reader_counts_them() -> None:
    assert [figure.low for figure in read("They sent １２ boats.")] == [12]
