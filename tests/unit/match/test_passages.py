"""Runs of text that stand in two articles, or twice in one."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.engine import LocalEngine
from audit.match import open_index, passages
from audit.match.articles import load_articles
from audit.match.features import drop_gone, read_new
from audit.match.passages import GRAM, LEAST_RUN, WINDOW, _beside, _house, _seeds, _stretch, fingerprints
from audit.records import Span
from audit.warehouse import Index

from .conftest import Corpus

RUN = "the old lighthouse keeper watched three trawlers vanish behind the northern sandbank before the storm broke"


def test_a_run_in_two_articles_is_copied(corpus: Corpus) -> None:
    corpus.article("a", f"At dusk {RUN}, and nobody slept.", "2031-05-01")
    corpus.article("b", f"Witnesses agree that {RUN}. The rest is rumour.", "2031-05-02")
    ((relation, a, words, b, again),) = corpus.matches("passage")
    assert (relation, a, words, b, again) == ("copied", "a", RUN, "b", RUN)
    assert corpus.warehouse.query("select count(*) from passages") == [(2,)]


def test_small_gaps_make_it_edited(corpus: Corpus) -> None:
    corpus.article("a", f"{RUN} and every cellar in the lower town filled with brown water within the hour.")
    corpus.article("b", f"{RUN} so each cellar in the lower town filled with brown water within the hour.")
    ((relation, _, words, _, _),) = corpus.matches("passage")
    assert relation == "edited"
    assert words.endswith("within the hour")


@pytest.mark.parametrize("keys", ["ab", "ba"])
def test_a_paragraph_inside_a_run_is_no_gap(corpus: Corpus, keys: str) -> None:
    further = "cellar in the lower town filled with brown water within the hour"
    texts = (f"{RUN} and every {further}.", f"{RUN.removesuffix(' broke')}\nbroke so each {further}.")
    for key, text in sorted(zip(keys, texts, strict=True)):
        corpus.article(key, text)
    assert [relation for relation, *_ in corpus.matches("passage")] == ["edited"]


def test_a_paragraph_in_a_gap_parts_two_runs(corpus: Corpus) -> None:
    further = "cellar in the lower town filled with brown water within the hour"
    corpus.article("a", f"{RUN} and every {further}.")
    corpus.article("b", f"{RUN}.\nSo each {further}.")
    assert [relation for relation, *_ in corpus.matches("passage")] == ["copied", "copied"]


def test_a_sentence_twice_in_one_article(corpus: Corpus) -> None:
    corpus.article("a", f"There are signs that {RUN}. More follows here. There were already signs that {RUN}.")
    ((relation, a, _, b, _),) = corpus.matches("passage")
    assert (relation, a, b) == ("copied", "a", "a")


def test_a_refrain_is_not_a_repetition(corpus: Corpus) -> None:
    corpus.article("a", f"First {RUN}. Second {RUN}. Third {RUN}. Fourth {RUN}.")
    assert corpus.matches("passage") == []


def test_words_between_marks_in_both_are_a_quote(corpus: Corpus) -> None:
    for key in "ab":
        corpus.article(key, f"“{RUN},” one said in {key}.")
        corpus.quote(key, RUN)
    assert corpus.matches("passage") == []
    assert corpus.relations("quote") == ["exact"]


def test_a_quote_that_lost_its_marks_is_a_passage(corpus: Corpus) -> None:
    corpus.article("a", f"“{RUN},” one said.")
    corpus.quote("a", RUN)
    corpus.article("b", f"It is known that {RUN}.")
    assert corpus.relations("passage") == ["copied"]


def test_what_one_house_prints_again_and_again_is_dropped(corpus: Corpus) -> None:
    for key in "abcd":
        corpus.article(key, f"News number {key}. {RUN}.", publisher="The Quay Gazette")
    assert corpus.matches("passage") == []


def test_names_and_stock_phrases_are_no_passage(corpus: Corpus) -> None:
    for key, rest in (("a", "slept"), ("b", "woke")):
        corpus.article(
            key,
            f"Northern Harbour Authority Deputy General Ruta Malik Trask {rest} at the end of the day.",
        )
    assert corpus.matches("passage") == []


def test_only_mention_blocks_are_read(corpus: Corpus) -> None:
    for key in "ab":
        corpus.article(key, f"Text {key}. {RUN}.")
    corpus.warehouse.run("update blocks set role = 'boilerplate' where article_id = 'b'")
    assert corpus.matches("passage") == []


@given(st.lists(st.integers(0, 3), max_size=60))
def test_every_window_has_a_fingerprint(ids: list[int]) -> None:
    grams = [hash(tuple(ids[n : n + GRAM])) for n in range(len(ids) - GRAM + 1)]
    taken = {at: gram for gram, at in fingerprints(ids)}
    assert all(grams[at] == gram for at, gram in taken.items())
    assert all(any(at + n in taken for n in range(WINDOW)) for at in range(len(grams) - WINDOW + 1))


@given(
    st.lists(st.integers(0, 50), max_size=20),
    st.lists(st.integers(0, 50), max_size=20),
    st.lists(st.integers(0, 50), min_size=LEAST_RUN, max_size=LEAST_RUN),
)
def test_a_shared_run_shares_a_fingerprint(a: list[int], b: list[int], run: list[int]) -> None:
    one, two = ({gram for gram, _ in fingerprints(side + run)} for side in (a, b))
    assert one & two


@given(
    *[st.lists(st.integers(0, 2), max_size=9) for _ in range(4)], st.lists(st.integers(0, 9), min_size=6, max_size=6)
)
def test_words_beside_a_fingerprint_tell_whether_a_run_goes_on(
    a: list[int], b: list[int], c: list[int], d: list[int], run: list[int]
) -> None:
    one, two = [*a, *run, *b], [*c, *run, *d]
    longer = _stretch([*map(str, one)], [*map(str, two)], len(a), len(c)).size >= LEAST_RUN
    pad = [None, None]
    told = (_beside([*pad, *some, *pad], at + 2) for some, at in ((one, len(a)), (two, len(c))))
    assert longer <= any(x is not None and x == y for x, y in zip(*told, strict=True))


@pytest.mark.parametrize(("shared", "asked"), [(GRAM, 0), (LEAST_RUN - 1, 0), (LEAST_RUN, 1)])
def test_articles_that_share_less_than_a_run_are_not_compared(corpus: Corpus, shared: int, asked: int) -> None:
    run = " ".join(["Waters", "rose", "behind", "the", "northern", "dam", "before", "dawn"][:shared])
    corpus.article("a", f"Nobody in town slept. {run} Engineers opened every gate.")
    corpus.article("b", f"Trains had stopped. {run} Buses carried families uphill.")
    engine = LocalEngine()
    held = list(load_articles(corpus.warehouse).values())
    index = open_index()
    read_new(held, index, engine)
    _house(held, index)
    assert len({row[:2] for row in _seeds(index, engine)}) == asked


OTHER = (
    "every cellar in the lower town filled with brown water within the hour and the baker carried his flour upstairs"
)
PIECES = st.lists(st.sampled_from([RUN, OTHER, "Nobody slept.", f"{RUN} and {OTHER}"]), min_size=1, max_size=3)
ARTICLES = st.lists(st.tuples(PIECES, st.sampled_from(["Dell Post", "Orrin Echo", None])), min_size=6, max_size=6)
STEPS = st.lists(st.sets(st.integers(0, 5), min_size=1), min_size=2, max_size=4)


def _passages(corpus: Corpus, index: Index) -> tuple[object, ...]:
    held, engine = list(load_articles(corpus.warehouse).values()), LocalEngine()
    known = read_new(held, index, engine)
    rows, places = passages.match_passages(held, index, engine)
    drop_gone(index, known)
    return sorted(rows), places


@given(articles=ARTICLES, steps=STEPS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=8, deadline=None)
def test_an_index_that_grew_finds_what_a_new_one_does(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, articles: list[tuple[list[str], str | None]], steps: list[set[int]]
) -> None:
    monkeypatch.setattr(passages, "MOST_ARTICLES", 3)  # so that runs of words become boilerplate, and are so no longer
    corpus.warehouse.run("delete from articles; delete from blocks")
    for number, (pieces, publisher) in enumerate(articles):
        corpus.article(f"a{number}", "\n".join(pieces), publisher=publisher)
    index = open_index()
    for present in steps:
        ids = [f"a{number}" for number in present]
        corpus.warehouse.run("update articles set is_latest = article_id in (select unnest(?))", [ids])
        assert _passages(corpus, index) == _passages(corpus, open_index())


@pytest.mark.parametrize(
    ("spans", "apart"),
    [
        ([(3, 8), (0, 5), (25, 28), (20, 30)], [(0, 8), (20, 30)]),  # one reaches on, one lies inside
        ([(0, 5), (5, 8), (9, 10)], [(0, 8), (9, 10)]),  # those that touch meet
        ([], []),
    ],
)
def test_spans_that_meet_are_joined(spans: list[tuple[int, int]], apart: list[tuple[int, int]]) -> None:
    assert passages._apart(Span(*one) for one in spans) == tuple(Span(*one) for one in apart)
