"""A list of hundreds of figures of one thing is compared entry by entry, not each with each; and it is told."""

from __future__ import annotations

import pytest

from audit.extract.figures import find_figures
from audit.match import figures, find_matches
from audit.records import Span

from .conftest import Corpus

MOST = 6
SHARED = "the old quay will be shut until divers have seen every crack in its eastern wall"


def article(corpus: Corpus, key: str, count: int, first: int) -> None:
    """An article with so many figures of one thing, no two the same, and a quote that another shares."""
    listed = " ".join(f"Yard {chr(97 + n)} lost {first + 2 * n} boats to the gale." for n in range(count))
    text = f"“{SHARED},” said one. {listed}"
    corpus.article(key, text)
    corpus.quote(key, SHARED)
    for figure in find_figures(text, [Span(0, len(text))], "en"):
        corpus.figure(key, figure)


def pairs(corpus: Corpus) -> list[tuple[str, str]]:
    return [(a, b) for _, one, a, two, b in corpus.matches("figure") if one != two]


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "MOST_OF_ONE_KEY", MOST)
    monkeypatch.setattr(figures, "MOST_FIGURES", MOST)


def test_a_list_meets_the_other_list_entry_by_entry(corpus: Corpus) -> None:
    for key in "ab":
        article(corpus, key, 4 * MOST, 101)
    found = pairs(corpus)
    assert len(found) == 4 * MOST
    assert all(a == b for a, b in found)


def test_lists_of_other_numbers_do_not_grow_into_each_other(corpus: Corpus) -> None:
    article(corpus, "a", 4 * MOST, 101)
    article(corpus, "b", 4 * MOST, 102)
    assert pairs(corpus) == []


def test_what_was_not_compared_is_told_until_it_is_mended(corpus: Corpus) -> None:
    article(corpus, "a", MOST + 1, 101)
    article(corpus, "b", MOST, 102)
    told = "select stage, article_id, error, first_run_id from problems"
    find_matches(corpus.warehouse, run_id="r1")
    find_matches(corpus.warehouse, run_id="r2")
    assert corpus.warehouse.query(told) == [
        (
            "match",
            "a",
            f"a list of {MOST + 1} figures of one thing (boat): each was compared with its equals alone",
            "r1",
        )
    ]
    corpus.warehouse.run("delete from figures where article_id = 'a'")
    find_matches(corpus.warehouse, run_id="r3")
    assert corpus.warehouse.query(told) == []
