"""Wordings side by side: each once, beside what it hangs on or matches."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from audit.records import Span
from audit.report.pairs import Mention, Pair, Wording, by_wording, differing_figures, pair_up, whole_utterances
from audit.report.wordings import Excerpt


def mention(
    article: str, words: str, *, kind: str = "quote", who: str | None = None, note: str | None = None
) -> Mention:
    return Mention(article, kind, (f"{article}-{words}",), (Span(5, 9),), (Excerpt("", words, ""),), who, note)


def match(a: str, b: str, relation: str) -> dict[str, Any]:
    return {"a_id": a, "b_id": b, "relation": relation, "relations": [relation], "why": None}


def sides(pairs: list[Pair]) -> list[tuple[str, str]]:
    return [(pair.left.wording.said.text, pair.right.wording.said.text) for pair in pairs]


def texts(wordings: list[Wording]) -> list[str]:
    return [wording.said.text for wording in wordings]


def test_same_words_are_one_wording() -> None:
    wordings = by_wording([mention("a", "We stay."), mention("b", "we stay"), mention("c", "We go.")])
    assert texts(wordings) == ["We stay.", "We go."]
    assert [wording.owners for wording in wordings] == [("a", "b"), ("c",)]


def test_same_words_of_two_speakers_are_two() -> None:
    own = [mention("a", "We stay.", who="Ruiz"), mention("b", "We stay.", who="Orr"), mention("c", "We stay.")]
    assert [[m.article_id for m in wording.mentions] for wording in by_wording(own)] == [["a", "c"], ["b"]]


def test_a_wording_stands_beside_its_parent_rather_than_its_other_matches() -> None:
    wordings = by_wording([mention("a", "x"), mention("b", "y"), mention("c", "z")])
    matches = [match("a-x", "c-z", "negation_changed"), match("b-y", "c-z", "exact"), match("a-x", "b-y", "exact")]
    assert sides(pair_up(wordings, matches, {"c": {"b"}})[0]) == [("x", "y"), ("y", "z")]
    assert sides(pair_up(wordings, matches, {})[0]) == [("x", "z"), ("x", "y")], "the most serious first"


def test_what_neither_hangs_nor_matches_stands_alone() -> None:
    pairs, others = pair_up(by_wording([mention("a", "x"), mention("b", "y"), mention("c", "z")]), [], {"b": {"a"}})
    assert (sides(pairs), texts(others)) == ([("x", "y")], ["z"])


def test_the_figures_that_differ_are_those_of_the_finding() -> None:
    figures = [
        mention("a", "200", kind="figure", note="nearly 200"),
        mention("b", "200", kind="figure", note="over 200"),
    ]
    places = '[{"article_id": "a", "start": 0, "end": 9}, {"article_id": "b", "start": 5, "end": 9}]'
    for kind in ("figure_conflict", "figure_drift"):
        assert differing_figures(figures, [{"kind": kind, "evidence": places}]) == ("nearly 200", "over 200")
    assert differing_figures(figures, [{"kind": "figure_mutated", "evidence": places}]) is None
    assert differing_figures(figures[:1], [{"kind": "figure_conflict", "evidence": places}]) is None


def test_a_figure_inside_somebodys_words_is_no_other_wording() -> None:
    quote, figure = mention("a", "It took nine hours."), mention("a", "nine hours", kind="figure")
    elsewhere = mention("b", "nine hours", kind="figure")
    assert whole_utterances([quote, figure, elsewhere]) == [quote, elsewhere]


numbers = st.integers(0, 7)


@given(st.lists(st.tuples(numbers, numbers), max_size=10), st.lists(st.tuples(numbers, numbers), max_size=5))
def test_every_wording_is_shown_and_is_the_right_side_once(
    met: list[tuple[int, int]], hung: list[tuple[int, int]]
) -> None:
    wordings = by_wording([mention(f"a{i}", f"w{i}") for i in range(8)])
    matches = [match(f"a{i}-w{i}", f"a{j}-w{j}", "exact") for i, j in met]
    pairs, others = pair_up(wordings, matches, {f"a{i}": {f"a{j}"} for i, j in hung})
    right = [pair.right.wording for pair in pairs]
    shown = texts([*right, *(pair.left.wording for pair in pairs), *others])
    assert set(shown) == set(texts(wordings))
    assert len({id(wording) for wording in right}) == len(right)
    assert not {id(w) for w in others} & {id(w) for w in right}
