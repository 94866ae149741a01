"""The sets of figures in the warehouse, as SQL compares them."""

from __future__ import annotations

from math import inf
from pathlib import Path

import pytest

from audit.extract.figures import find_figures
from audit.match import figure_sets, open_index
from audit.match.figure_sets import fill_figure_sets
from audit.records import Span
from tests.conftest import empty_warehouse

from .conftest import Corpus

FIGURES = [("over", ">", 200.0), ("nearly", "~", 200.0), (None, "=", 201.0), ("up to", "<=", 200.0)]


def test_sets_are_those_of_the_words(tmp_path: Path) -> None:
    w = empty_warehouse()
    w.insert("articles", [("a", 1, True, *[None] * 15, "x" * 40, "h")])
    w.insert("figures", [(f"f{i}", "a", 1, i, i + 1, f"{value:.0f}", value, value, approx, hedge, None, "boats", None, "done", None)
                         for i, (hedge, approx, value) in enumerate(FIGURES)])  # fmt: skip
    assert fill_figure_sets(w) == 4
    sets = w.query("select literal_low, literal_high from figure_sets order by figure_id")
    assert sets == [(200, inf), (180, 200), (201, 201), (0, 200)]
    meet = "select b.figure_id from figure_sets a, figure_sets b where a.figure_id = 'f0' and b.literal_low > a.literal_low"
    assert w.query(meet) == [("f2",)]
    w.close()


def test_a_way_to_say_a_figure_that_is_kept_is_not_worked_out_again(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = open_index()
    corpus.article("a", "They saw over 200 boats.")
    for figure in find_figures("They saw over 200 boats.", [Span(0, 24)], "en"):
        corpus.figure("a", figure)
    assert fill_figure_sets(corpus.warehouse, index) == 1
    before = corpus.warehouse.query("from figure_sets")
    corpus.warehouse.run("delete from figure_sets")
    monkeypatch.setattr(figure_sets, "literal_set", None)
    assert fill_figure_sets(corpus.warehouse, index) == 1
    assert corpus.warehouse.query("from figure_sets") == before


@pytest.mark.parametrize(("gone", "kept"), [(1, 4), (2, 2)])
def test_ways_to_say_a_figure_that_none_has_any_more_go_once_they_are_a_quarter(
    corpus: Corpus, gone: int, kept: int
) -> None:
    index, text = open_index(), "They saw over 200 boats, 31 rafts, about 90 oars and nearly 4,000 nets."
    corpus.article("a", text)
    for figure in find_figures(text, [Span(0, len(text))], "en"):
        corpus.figure("a", figure)
    assert fill_figure_sets(corpus.warehouse, index) == 4
    corpus.warehouse.run(f"delete from figures where low in (select low from figures order by low limit {gone})")
    fill_figure_sets(corpus.warehouse, index)
    assert index.query("select count(*) from wording_sets") == [(kept,)]
