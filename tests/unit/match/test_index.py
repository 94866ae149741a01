"""The index: what was worked out of a text once is not worked out again, and what is kept is never believed blindly."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.match import (
    features,
    figure_readings,
    figures,
    find_matches,
    lay_texts,
    numbered_figures,
    open_index,
    passages,
    quotes,
    spoken,
)
from audit.records import Figure, Span
from audit.warehouse import (
    Answers,
    CrowdedIndexError,
    DamagedIndexError,
    Index,
    drop_index,
    joined_key,
    read_sql,
    stable_key,
    word_key,
)

from .conftest import Corpus

RUN = "the old lighthouse keeper watched three trawlers vanish behind the northern sandbank before the storm broke"
LEAK = "We will not reopen the north gate until every pump has been tested twice"


def fill(corpus: Corpus, *keys: str) -> None:
    """Articles that share a passage, a quote and a figure."""
    for key in keys:
        text = f"The flood sank 41 boats in the harbour of Orrin. {RUN} in {key}. “{LEAK},” she said."
        corpus.article(key, text, "2031-05-01")
        corpus.quote(key, LEAK, by="Ada Holm")
        at = text.index("41")
        corpus.figure(key, Figure(Span(at, at + 2), "41", 41, 41, counted="boats", predicate="sank"))


def rows(corpus: Corpus) -> dict[str, list[tuple[object, ...]]]:
    """All that matching made."""
    tables = ("matches", "passages", "stories", "story_articles", "figure_sets")
    return {table: corpus.warehouse.query(f"from {table} order by all") for table in tables}


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return open_index(tmp_path / "index", "rules")


def test_what_is_kept_is_not_read_again(corpus: Corpus, index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(corpus, "a", "b")
    find_matches(corpus.warehouse, index)
    before = rows(corpus)
    assert {kind for _, kind, *_ in before["matches"]} == {"quote", "passage", "figure"}
    for module, name in ((passages, "read_words"), (spoken, "read_words"), (figure_readings, "sentence_around")):
        monkeypatch.setattr(module, name, None)
    find_matches(corpus.warehouse, index)
    assert rows(corpus) == before


def test_only_pairs_with_a_new_article_are_compared(
    corpus: Corpus, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(corpus, "a", "b")
    find_matches(corpus.warehouse, index)
    fill(corpus, "c")
    seen = set[frozenset[str]]()
    compare = quotes.match_pair

    def noted(one: quotes.Utterance, two: quotes.Utterance) -> object:
        seen.add(frozenset((one.article.article_id, two.article.article_id)))
        return compare(one, two)

    monkeypatch.setattr(quotes, "match_pair", noted)
    find_matches(corpus.warehouse, index)
    assert seen == {frozenset("ac"), frozenset("bc")}


@pytest.mark.parametrize(
    ("change", "other"), [("source_id = 'holm'", False), ("high = 42", True), ("counted = 'barges'", True)]
)
def test_a_page_is_read_anew_where_a_figure_of_it_changes_and_not_where_its_source_does(
    corpus: Corpus, change: str, other: bool
) -> None:
    def keys() -> list[int]:
        lay_texts(corpus.warehouse)
        corpus.warehouse.run(read_sql("audit.match", "number_figures"))
        return [key for key, *_ in corpus.warehouse.query(read_sql("audit.match", "figure_pages"))]

    fill(corpus, "a")
    before = keys()
    corpus.warehouse.run(f"update figures set {change}")
    assert (keys() != before) == other


def test_a_figure_becomes_a_record_where_a_pair_of_it_is_new(
    corpus: Corpus, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(corpus, "a", "b")
    find_matches(corpus.warehouse, index)
    made, make = list[str](), numbered_figures.recounted

    def noted(page: figure_readings.Page, seen: figure_readings.Seen) -> figure_readings.Counted:
        made.append(page.article.article_id)
        return make(page, seen)

    monkeypatch.setattr(numbered_figures, "recounted", noted)
    find_matches(corpus.warehouse, index)
    assert made == []
    fill(corpus, "c")
    find_matches(corpus.warehouse, index)
    assert "c" in made


@pytest.mark.parametrize("gone", ["c", "b"])
def test_what_went_leaves_no_trace(corpus: Corpus, index: Index, gone: str) -> None:
    fill(corpus, "a", "b", "c")
    find_matches(corpus.warehouse, index)
    corpus.warehouse.run("update articles set is_latest = article_id <> ?", [gone])
    find_matches(corpus.warehouse, index)
    before = rows(corpus)
    find_matches(corpus.warehouse)
    assert rows(corpus) == before


def test_an_answer_that_nobody_asks_for_goes_in_time(index: Index) -> None:
    first = Answers(index, "sums")
    assert [first.answer(key, lambda key=key: key + 1) for key in range(8)] == list(range(1, 9))
    assert not first.store()
    second = Answers(index, "sums")
    assert [second.answer(key, lambda: -1) for key in range(6)] == list(range(1, 7))
    assert not second.store()
    third = Answers(index, "sums")
    assert third.answer(1, lambda: -1) == 2
    assert third.store()
    assert index.query("select key, value from answers") == [(1, "2")]


def test_nothing_found_is_an_answer_too(index: Index) -> None:
    answers = Answers(index, "pairs")
    assert answers.answer(5, lambda: None) is None
    answers.store()
    assert Answers(index, "pairs").answer(5, lambda: "worked out again") is None


def test_other_rules_begin_anew(tmp_path: Path) -> None:
    one = open_index(tmp_path / "index", "rules")
    Answers(one, "k").answer(1, lambda: 1)
    one.insert("answers", [("k", 1, "1")])
    one.close()
    same, other = (lambda: open_index(tmp_path / "index", "rules")), (lambda: open_index(tmp_path / "index", "others"))
    kept = same()
    assert kept.query("select count(*) from answers") == [(1,)]
    kept.close()
    assert other().query("select count(*) from answers") == [(0,)]


@pytest.mark.parametrize("damage", [b"", b"no database", b"\0" * 50_000])
def test_a_damaged_index_is_made_anew(corpus: Corpus, tmp_path: Path, damage: bytes) -> None:
    fill(corpus, "a", "b")
    path = tmp_path / "index"
    index = open_index(path, "rules")
    find_matches(corpus.warehouse, index)
    before = rows(corpus)
    index.close()
    path.write_bytes(damage)
    index = open_index(path, "rules")
    find_matches(corpus.warehouse, index)
    assert rows(corpus) == before
    assert index.query("select count(*) from answers")[0][0]


def test_a_lost_table_is_told(index: Index) -> None:
    index.run("drop table answers")
    with pytest.raises(DamagedIndexError):
        Answers(index, "k")
    index.remake()
    assert Answers(index, "k").answer(1, lambda: 1) == 1


def test_keys_are_the_same_everywhere() -> None:
    assert word_key("harbour") == word_key("harbour") != word_key("harbours")
    assert stable_key("a", 1) == stable_key("a", 1) != stable_key("a1")
    assert joined_key(1, 2) != joined_key(2, 1)
    assert -(1 << 63) <= joined_key(1 << 62, -5, 7) < 1 << 63


def test_nobody_else_reads_the_index(index: Index, tmp_path: Path) -> None:
    assert (tmp_path / "index").stat().st_mode & 0o077 == 0


def test_an_index_beside_a_warehouse_takes_no_more_memory_than_it_is_given(index: Index) -> None:
    told = "select current_setting('memory_limit'), current_setting('temp_directory')"
    room, beside = index.query(told)[0]
    assert room == "183.1 MiB"
    assert beside == f"{index.path}.tmp"
    for articles, given in ((3, "183.1 MiB"), (10_000, "305.1 MiB")):
        index.make_room(articles)
        assert index.query(told)[0][0] == given


def test_an_index_that_needs_more_memory_is_crowded_and_not_damaged(index: Index) -> None:
    index.run("set memory_limit = '4MB'")
    with pytest.raises(CrowdedIndexError), index.transaction():
        index.query("select list(range order by hash(range)) from range(4000000)")
    assert [index.widen() for _ in range(4)] == [True, True, True, False]
    assert index.query("select len(list(range order by hash(range))) from range(4000000)")[0][0] == 4_000_000
    index.remake()
    assert index.query("select current_setting('memory_limit')")[0][0] == "2.8 GiB"  # what was needed is needed again


def test_a_query_that_needs_more_memory_is_asked_again_alone(index: Index) -> None:
    index.run("set memory_limit = '4MB'")
    with index.transaction():
        index.insert("quote_silent", [(1, 2)])
        size, rows = index.lay_aside("select list(range order by hash(range)) as held from range(4000000)")
        assert (size, index.query("from quote_silent")) == (1, [(1, 2)])
        assert len(next(iter(rows))[0]) == 4_000_000
    assert index.query("select current_setting('memory_limit')")[0][0] != "3.8 MiB"


def test_a_query_for_which_no_room_is_enough_is_given_up(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.warehouse.index.WIDENED", 0)
    index.run("set memory_limit = '4MB'")
    with pytest.raises(CrowdedIndexError), index.transaction():
        index.lay_aside("select list(range order by hash(range)) as held from range(4000000)")


def test_what_does_not_fit_lies_where_nobody_else_reads_and_goes(index: Index) -> None:
    beside = Path(f"{index.path}.tmp")
    assert beside.stat().st_mode & 0o777 == 0o700
    index.close()
    assert not beside.exists()


@pytest.mark.parametrize("opened", [True, False])
def test_what_a_killed_run_left_of_it_goes(tmp_path: Path, opened: bool) -> None:
    left = tmp_path / "index.tmp" / "words"
    left.parent.mkdir()
    left.touch()
    if opened:
        open_index(tmp_path / "index", "rules").close()
    else:
        drop_index(tmp_path / "index")
    assert not left.exists()


def test_rows_are_read_a_part_at_a_time_whatever_else_is_asked(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.warehouse.index.READ", 2)
    with index.transaction():
        size, told = index.lay_aside("select range as n from range($most) order by n desc", {"most": 5})
        _, others = index.lay_aside("select 7 as n", {})
        found = [(n, index.query("select 1")) for (n,) in told]
    assert (size, found) == (5, [(n, [(1,)]) for n in (4, 3, 2, 1, 0)])
    assert list(others) == [(7,)]
    assert index.query("select count(*) from duckdb_tables() where table_name like 'aside%'") == [(0,)]


def test_many_answers_are_told_in_their_order(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.warehouse.index.AT_ONCE", 2)
    answers = Answers(index, "pairs")
    for key in range(5):
        answers.answer(key, lambda key=key: [key, "“and”, so"] if key else None)
    assert list(answers.found_each([3, 0, 3, 4, 1])) == [answers.found(key) for key in (3, 0, 3, 4, 1)]
    assert list(answers.found_each([])) == []


def test_an_answer_that_is_dropped_is_not_kept(index: Index) -> None:
    answers = Answers(index, "pairs")
    assert [answers.answer(key, lambda key=key: key or None) for key in range(3)] == [None, 1, 2]
    assert [answers.tells(key) for key in range(4)] == [False, True, True, False]
    answers.drop([0, 2, 9])
    assert not answers.store()
    assert index.query("select key from answers") == [(1,)]


def test_parts_change_nothing(corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(corpus, *"abcde")
    find_matches(corpus.warehouse)
    before = rows(corpus)
    for module in (quotes, passages, figures):
        monkeypatch.setattr(module, "PART", 1)
    for module, name in ((quotes, "BATCH"), (spoken, "MOST_HELD"), (numbered_figures, "MOST_HELD")):
        monkeypatch.setattr(module, name, 1)
    for _ in range(2):
        index = open_index(tmp_path / "parts", "rules")
        find_matches(corpus.warehouse, index)
        index.close()
        assert rows(corpus) == before


def test_more_articles_take_no_more_memory_than_that(index: Index) -> None:
    index.make_room(10_000_000)
    assert index.query("select current_setting('memory_limit') = format_bytes(1024000000)") == [(True,)]


def test_rows_of_a_batch_are_columns_as_the_tables_have_them() -> None:
    index = open_index()
    grams = [(1, 1 << 62, 4, None, 0, 4092), (1, -5, 5, 7, None, None)]
    words = [(1, -(1 << 63), 2, 0)]
    index.insert_columns("passage_grams", features._columns(iter(grams), features.GRAMS))
    index.insert_columns("article_words", features._columns(words, features.WORDS))
    index.insert_columns("article_words", features._columns([], features.WORDS))
    assert index.query("from passage_grams order by position") == grams
    assert index.query("from article_words") == words


def test_columns_for_a_table_that_is_not_there_tell_of_a_damaged_index() -> None:
    with pytest.raises(DamagedIndexError):
        open_index().insert_columns("nowhere", {"a": [1]})
