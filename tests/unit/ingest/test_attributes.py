"""A tag with thousands of attributes is cut before a parser compares each with every other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from audit.ingest.attributes import MOST, without_excess


def tag(count: int, value: str = '"x"') -> str:
    return "<p " + " ".join(f"data-name-{n}={value}" for n in range(count)) + ">The mill is shut.</p>"


@pytest.mark.parametrize("value", ['"x"', "'x > y'", "x"])
def test_a_parser_sees_as_many_as_are_kept(value: str) -> None:
    page = tag(5 * MOST, value)
    cut = without_excess(page)
    read = html.fromstring(cut)
    assert len(read.attrib) == MOST
    assert (len(cut), cut.index("The mill")) == (len(page), page.index("The mill"))
    assert read.text == "The mill is shut."


def test_what_people_write_stays() -> None:
    picture = f'<img alt="a mill" src="data:image/png;base64,{"A" * 9000}">'
    for page in (tag(MOST), picture, 'if (a <b && c> d) { "x" }', "<p>5 < 6</p>", '<a href="'):
        assert without_excess(page) == page


@given(st.text(alphabet="<>\"'= /ap\n", max_size=400))
def test_a_short_page_is_as_it_was(page: str) -> None:
    assert without_excess(page) == page
