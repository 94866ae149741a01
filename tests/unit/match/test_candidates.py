"""The inverted indexes find what sharing rare runs of words means, and no pair more than once."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.engine import LocalEngine
from audit.match import open_index, quotes
from audit.match.articles import load_articles
from audit.match.quotes import SHORT, _candidates, _translated, read_new
from audit.match.spoken import Sayings

from .conftest import Corpus

TEXTS = st.lists(
    st.lists(st.sampled_from(["reed", "sail", "tide", "wharf", "gull"]), min_size=4, max_size=9), min_size=2, max_size=6
)


def grams(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[n : n + 3]) for n in range(len(words) - 2)}


@given(TEXTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)
def test_pairs_are_those_that_share_runs(corpus: Corpus, texts: list[list[str]]) -> None:
    corpus.warehouse.run("delete from articles; delete from blocks; delete from quotes")
    for number, words in enumerate(texts):
        corpus.article(f"a{number}", " ".join(words))
        corpus.quote(f"a{number}", " ".join(words))
    index = open_index()
    read_new(Sayings(corpus.warehouse, load_articles(corpus.warehouse)), index)
    expected = [
        (a, b)
        for (a, one), (b, two) in combinations(enumerate(texts), 2)
        if len(grams(one) & grams(two)) >= (1 if min(len(one), len(two)) <= SHORT else 2)
    ]
    assert list(_candidates(index, LocalEngine())) == expected


def test_short_words_and_those_of_the_text_s_language_are_no_translations(corpus: Corpus) -> None:
    said = {
        "a": "“We lost all of it in the flood,” he said through an interpreter.",
        "b": "“We lost all of it in the flood,” he said.",
        "c": "“We lost it,” he said through an interpreter.",
    }
    for key, text in said.items():
        corpus.article(key, text)
        corpus.quote(key, text[1 : text.index(",”")])
    index, sayings = open_index(), Sayings(corpus.warehouse, load_articles(corpus.warehouse))
    read_new(sayings, index)
    assert [one.article.article_id for one in _translated(sayings, index, {}).values()] == ["a"]


SHARED = ["reed", "sail", "tide", "wharf", "gull"]
ALIKE = st.lists(st.sampled_from([SHARED, [*SHARED, "tern"], SHARED[1:], [*SHARED, *SHARED]]), min_size=6, max_size=6)
STEPS = st.lists(st.sets(st.integers(0, 5), min_size=1), min_size=2, max_size=4)


@given(texts=ALIKE, steps=STEPS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=5, deadline=None)
def test_an_index_that_grew_finds_what_a_new_one_does(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, texts: list[list[str]], steps: list[set[int]]
) -> None:
    monkeypatch.setattr(quotes, "MOST_QUOTES", 2)  # so that runs of words become too common, and are so no longer
    monkeypatch.setattr(quotes, "LEAST_SCORE", 0.0)
    monkeypatch.setattr(quotes, "UNKNOWN_SPEAKER", quotes.Gate(3, 0.1, 0.0))
    corpus.warehouse.run("delete from articles; delete from blocks; delete from quotes")
    for number, words in enumerate(texts):
        corpus.article(f"a{number}", " ".join(words))
        corpus.quote(f"a{number}", " ".join(words))
    index = open_index()
    for present in steps:
        ids = [f"a{number}" for number in present]
        corpus.warehouse.run("update articles set is_latest = article_id in (select unnest(?))", [ids])
        articles = load_articles(corpus.warehouse)
        grown = quotes.match_quotes(corpus.warehouse, articles, index, LocalEngine())
        assert sorted(grown) == sorted(quotes.match_quotes(corpus.warehouse, articles, open_index(), LocalEngine()))
