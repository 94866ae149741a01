"""What many articles have in common is compared with the first of them, never passed over; boilerplate still is."""

from __future__ import annotations

import pytest

from audit.match import passages, quotes

from .conftest import Corpus

COPIES = 9
LEAST = 4  # as if so many were too many to compare each with each
WORDS = "the old quay will be shut until divers have seen every crack in its eastern wall"
STORY = (
    "The harbour office closed the quay after divers found cracks in its walls. The ferry to Holm lands at the timber "
    "wharf until the autumn, and the fish market has moved inland, where traders complain of the long way."
)


def own(number: int) -> str:
    """A text that no other article has a word of."""
    return " ".join(f"{word.strip('.,')}{number}" for word in STORY.split())


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotes, "MOST_QUOTES", LEAST)
    monkeypatch.setattr(passages, "MOST_ARTICLES", LEAST)


def test_each_copy_of_a_quote_is_paired_with_the_first(corpus: Corpus) -> None:
    for number in range(COPIES):
        corpus.article(f"a{number}", f"{own(number)} {WORDS}")
        corpus.quote(f"a{number}", WORDS)
    assert len(corpus.matches("quote")) == COPIES - 1


def test_each_copy_of_an_article_is_paired_with_the_first(corpus: Corpus) -> None:
    for number in range(COPIES):
        corpus.article(f"a{number}", f"{STORY} Copy {number}.")
    assert len(corpus.matches("passage")) == COPIES - 1


def test_a_line_that_many_articles_end_with_is_no_copy(corpus: Corpus) -> None:
    line = "Write to the editor of the county desk if you have a story about harbours to tell us."
    for number in range(COPIES):
        corpus.article(f"a{number}", f"{own(number)} {line}")
    assert corpus.matches("passage") == []
