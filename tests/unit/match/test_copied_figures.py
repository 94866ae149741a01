"""Figures in copied words of two articles."""

from __future__ import annotations

import cProfile
import re

import pytest

from audit.extract.figures import find_figures
from audit.match.copied_figures import Inside, find_twins
from audit.match.words import Words, read_words
from audit.records import Span

from .conftest import Corpus

COPIED = (
    "A survey of the harbour office of Ostrava found that most of the pilots there want to leave, and {} of "
    "the older ones who were asked said so twice."
)


def write(corpus: Corpus, key: str, text: str, day: str | None = None) -> None:
    corpus.article(key, text, day)
    for figure in find_figures(text, [Span(0, len(text))], "en"):
        corpus.figure(key, figure)


def figures(corpus: Corpus) -> list[tuple[str, str, str]]:
    return [(relation, a, b) for relation, _, a, _, b in corpus.matches("figure")]


@pytest.mark.parametrize(("first", "second"), [("62 percent", "62%"), ("62%", "62%")])
def test_a_number_in_copied_words_is_the_same_years_apart(corpus: Corpus, first: str, second: str) -> None:
    write(corpus, "a", COPIED.format(first), "2031-05-01")
    write(corpus, "b", f"The ferry was late on Monday. {COPIED.format(second)}", "2033-05-01")
    assert figures(corpus) == [("equal", first, second)]


def test_another_number_in_copied_words_is_none(corpus: Corpus) -> None:
    write(corpus, "a", COPIED.format("62%"), "2031-05-01")
    write(corpus, "b", COPIED.format("61%"), "2033-05-01")
    assert "equal" not in {relation for relation, _, _ in figures(corpus)}


def test_the_same_number_beside_copied_words_is_none(corpus: Corpus) -> None:
    write(corpus, "a", f"{COPIED.format('few')} The toll rose by 62% at once.", "2031-05-01")
    write(corpus, "b", f"Of bakers 62% own an oven. {COPIED.format('few')}", "2033-05-01")
    assert "equal" not in {relation for relation, _, _ in figures(corpus)}


def copies(count: int) -> tuple[list[Inside], Words]:
    """So many lines, each with the number one, and the figures of two copies of them."""
    text = "".join(f"The boat of row {chr(97 + n % 26)}{chr(97 + n // 26)} won 1 race here. " for n in range(count))
    places = [found.span() for found in re.finditer("1", text)]
    sides = [(is_second, place) for is_second in (False, True) for place in places]
    return [Inside(0, is_second, no, *place, 7) for no, (is_second, place) in enumerate(sides)], read_words(text)


def test_each_of_many_equal_numbers_meets_its_own_twin() -> None:
    figures, words = copies(40)
    assert sorted(find_twins(figures, words, words)) == [(n, n + 40) for n in range(40)]


def test_twice_as_many_equal_numbers_are_about_twice_the_work() -> None:
    spent = []
    for count in (100, 200):
        figures, words = copies(count)
        profile = cProfile.Profile()
        profile.runcall(lambda figures=figures, words=words: list(find_twins(figures, words, words)))
        spent.append(sum(entry.callcount for entry in profile.getstats()))
    assert spent[1] < 2.5 * spent[0]
