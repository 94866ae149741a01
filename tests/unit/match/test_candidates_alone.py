"""Each condition by which pairs are looked for: rows of the index given by hand on either side of it, and who is paired."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from audit.warehouse import Warehouse, read_sql
from tests.unit.judge.shelf_of_rows import Row, Rows, changed, filled, shelf
from tests.unit.judge.test_kinds_alone import article, at, figure
from tests.unit.match.test_rows_alone import answer

WORKING = """
create temp table present_articles (no integer, owner bigint);
create temp table touched_articles (no integer, owner bigint);
create temp table houses (article_no integer, owner bigint, key bigint, publisher_id varchar);
create temp table present_figures (no integer, owner bigint);
create temp table figure_keys
    (figure_no integer, article_no integer, key bigint, is_wild boolean, low double, high double, source bigint);
create temp table figure_links (a integer, b integer);
create temp table figure_crowds (article_no integer, key bigint, name varchar, figures integer);
create temp table story_words (article_no integer, stem bigint, weight integer);
create temp table story_homes (article_no integer, home integer);
create temp table text_keys (article_id varchar, version integer, told bigint);
create temp table spoken_pieces
    (no integer, quote_id varchar, utterance_id varchar, article_id varchar, start_char integer, end_char integer,
     speaker_id varchar, speaker_kind varchar, speaker_name varchar, affiliation varchar);
"""


@pytest.fixture(scope="module")
def tables() -> Iterator[Warehouse]:
    for found in shelf():
        found.run(read_sql("audit.match", "index_tables").replace("create table", "create temp table"))
        found.run(WORKING)
        yield found


# Passages: articles 1 and 2 hold the fingerprints 70 and 71 at places 4 and 9, and 14 and 19: one diagonal.


def gram(no: int, gram: int, position: int, beside: tuple[int, int, int] | None = None) -> Row:
    two_before, one_around, two_behind = beside or (no * 10, no * 10 + 1, no * 10 + 2)
    return {
        "owner": 100 + no, "gram": gram, "position": position, "two_before": two_before, "one_around": one_around, "two_behind": two_behind,
    }  # fmt: skip


def house(no: int, publisher: str | None = None) -> Row:
    return {"article_no": no, "owner": 100 + no, "key": 200 + no, "publisher_id": publisher}


def here(*numbers: int) -> list[Row]:
    return [{"no": no, "owner": 100 + no} for no in numbers]


def shared(*numbers: int, publisher: str | None = None, more: tuple[Row, ...] = ()) -> Rows:
    """Articles that hold the two fingerprints, each ten words further on."""
    grams = [row for no in numbers for row in (gram(no, 70, 4 + 10 * (no - 1)), gram(no, 71, 9 + 10 * (no - 1)))]
    return {
        "passage_grams": [*grams, *more],
        "present_articles": here(*numbers),
        "touched_articles": here(*numbers),
        "houses": [house(no, publisher) for no in numbers],
    }


RUN = (1, 2, -10, 4, 9)  # two articles, how far apart the words stand in them, and where the first and the last begin
AROUND = (7, 8, 9)  # words beside a fingerprint, where they are the same in both


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, [RUN]), ({"passage_grams 1": gram(1, 72, 9)}, []),  # one fingerprint alone, between other words
        ({"passage_grams 1": gram(1, 71, 10)}, []),  # both, each at a distance of its own
        ({"touched_articles 1": {"no": 9, "owner": 109}}, [RUN]), ({"-touched_articles": None}, []), ({"present_articles 1": {"owner": 109}}, []),
        ({"houses": {"publisher_id": "p"}, "houses 1": {"publisher_id": "p"}}, [RUN]),  # a house prints a thing twice
    ],
)  # fmt: skip
def test_two_articles_with_a_run_of_words(tables: Warehouse, change: Any, found: list[Any]) -> None:
    rows = changed(shared(1, 2), change)
    assert answer(tables, "passage_candidates", rows, {"most": 5, "most_of_one": 3, "most_in_one": 2}) == found


@pytest.mark.parametrize("same", [0, 1, 2])
def test_one_fingerprint_alone_goes_on_where_a_word_beside_it_does(tables: Warehouse, same: int) -> None:
    one, two = AROUND, tuple(word if n == same else -word for n, word in enumerate(AROUND))
    assert len(two) == 3
    grams = [gram(1, 70, 4, one), gram(2, 70, 14, (two[0], two[1], two[2]))]
    rows = {**shared(1, 2), "passage_grams": grams}
    assert answer(tables, "passage_candidates", rows, {"most": 5, "most_of_one": 3, "most_in_one": 2}) == [
        (1, 2, -10, 4, 4)
    ]


def test_words_that_an_article_repeats_are_found_in_itself(tables: Warehouse) -> None:
    rows: Rows = {**shared(1), "passage_grams": [gram(1, g, at) for at, g in ((4, 70), (9, 71), (44, 70), (49, 71))]}
    assert answer(tables, "passage_candidates", rows, {"most": 5, "most_of_one": 3, "most_in_one": 2}) == [
        (1, 1, -40, 4, 9)
    ]


@pytest.mark.parametrize(("times", "found"), [(2, [(1, 2)]), (3, [])])
def test_a_refrain_of_one_article_pairs_it_with_none(tables: Warehouse, times: int, found: list[Any]) -> None:
    more = tuple(gram(1, 70, 4 + 100 * n) for n in range(1, times))
    told = answer(
        tables, "passage_candidates", shared(1, 2, more=more), {"most": 9, "most_of_one": 3, "most_in_one": 2}
    )
    assert [(a, b) for a, b, *_, first, last in told if first < last] == found


@pytest.mark.parametrize(("of_one", "found"), [(3, 0), (4, 3)])
def test_what_a_house_prints_again_and_again_is_no_passage_between_its_pages(
    tables: Warehouse, of_one: int, found: int
) -> None:
    rows = shared(1, 2, 3, publisher="p")
    told = answer(tables, "passage_candidates", rows, {"most": 9, "most_of_one": of_one, "most_in_one": 2})
    assert len(told) == found


def test_words_of_a_house_still_pair_its_pages_with_another_house(tables: Warehouse) -> None:
    rows = changed(shared(1, 2, 3, 4, publisher="p"), {"houses 3": {"publisher_id": "q"}} | {})
    told = answer(tables, "passage_candidates", rows, {"most": 9, "most_of_one": 3, "most_in_one": 2})
    assert [(a, b) for a, b, *_ in told] == [(1, 2), (1, 3), (2, 3), (1, 4), (2, 4), (3, 4)][3:]


@pytest.mark.parametrize(
    ("own", "found"),
    [
        (2, [(1, 2), (1, 3)]),  # half of what each holds: copies, each paired with the first alone
        (3, []),  # less than half: boilerplate
    ],
)
def test_fingerprints_of_many_articles_pair_copies_alone(tables: Warehouse, own: int, found: list[Any]) -> None:
    more = tuple(gram(no, 1000 * no + n, 100 + 9 * n) for no in (1, 2, 3) for n in range(own))
    told = answer(
        tables, "passage_candidates", shared(1, 2, 3, more=more), {"most": 2, "most_of_one": 9, "most_in_one": 2}
    )
    assert [(a, b) for a, b, *_ in told] == found


def test_of_a_common_fingerprint_what_an_article_says_twice_counts_once_in_its_size(tables: Warehouse) -> None:
    twice = tuple(gram(no, 1000 * no, 100 + 9 * n) for no in (1, 2, 3) for n in range(2))
    thrice = tuple(gram(no, 10000 * no, 100 + 9 * n) for no in (1, 2, 3) for n in range(3))
    values = {"most": 2, "most_of_one": 9, "most_in_one": 2}
    copies = answer(tables, "passage_candidates", shared(1, 2, 3, more=(*twice, *thrice)), values)
    more = tuple(gram(no, 100000 * no, 200) for no in (1, 2, 3))
    fewer = answer(tables, "passage_candidates", shared(1, 2, 3, more=(*twice, *more)), values)
    assert [(a, b) for a, b, *_ in copies if a != b] == [(1, 2), (1, 3)]  # two of four: a refrain is not counted
    assert [(a, b) for a, b, *_ in fewer if a != b] == []  # two of five


@pytest.mark.parametrize(("beside", "found"), [((7, -8, -9), 2), ((-7, 8, -9), 2), ((-7, -8, 9), 2), ((-7, -8, -9), 0)])
def test_copies_of_one_fingerprint_go_on_where_a_word_beside_it_does(
    tables: Warehouse, beside: tuple[int, int, int], found: int
) -> None:
    grams = [gram(1, 70, 4, AROUND), gram(2, 70, 4, beside), gram(3, 70, 4, beside)]
    told = answer(
        tables,
        "passage_candidates",
        {**shared(1, 2, 3), "passage_grams": grams},
        {"most": 2, "most_of_one": 9, "most_in_one": 2},
    )
    assert len(told) == found


def test_copies_of_what_a_house_prints_again_and_again_are_none(tables: Warehouse) -> None:
    rows = changed(shared(1, 2, 3, publisher="p"), {})
    assert answer(tables, "passage_candidates", rows, {"most": 2, "most_of_one": 3, "most_in_one": 2}) == []
    assert len(answer(tables, "passage_candidates", rows, {"most": 2, "most_of_one": 4, "most_in_one": 2})) == 2


# Figures: two of one key whose sentences share two words.


def key(no: int, **other: Any) -> Row:
    return {"figure_no": no, "article_no": no, "key": 5, "is_wild": False, "low": 40.0, "high": 40.0, **other}


def word(no: int, word: int, tells: bool = True) -> Row:
    return {"owner": 100 + no, "word": word, "tells": tells}


FIGURES: Rows = {
    "present_figures": here(1, 2, 3),
    "figure_keys": [key(1), key(2)],
    "figure_words": [word(1, 31), word(1, 32), word(2, 31), word(2, 32)],
    "figure_links": [],
    "figure_crowds": [],
}
LINK: Row = {"a": 1, "b": 2}
CROWD: Row = {"article_no": 2, "key": 5, "name": "boats", "figures": 41}
APART = {"figure_words": word(1, 33)}  # one word is shared, too few
# $prior is the articles of the table of frequencies, so that a word of two of three figures weighs nearly one.
EVIDENCE = {"most": 3, "least": 1.4, "of_source": 0.8, "prior": 100000, "grain": 1 << 20}


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, [(1, 2, 0)]), ({"figure_words": word(1, 33)}, []), ({"figure_words": word(1, 31, tells=False), "figure_words 2": word(2, 31, tells=False)}, []),
        ({"figure_keys": {"key": 6}}, []), ({"figure_keys": {"is_wild": True}}, []), ({"present_figures": {"owner": 109}}, []),
        ({**APART, "figure_keys": {"source": 9}, "figure_keys 1": {"source": 9}}, [(1, 2, 0)]),  # a word and who says it
        ({**APART, "figure_keys": {"source": 9}, "figure_keys 1": {"source": 8}}, []), ({**APART, "figure_keys": {"source": 9}}, []),
        ({"+figure_links": LINK}, [(1, 2, 1)]), ({**APART, "+figure_links": LINK}, [(1, 2, 1)]),
        ({**APART, "+figure_links": LINK, "figure_keys": {"key": 6}}, []), ({**APART, "+figure_links": LINK, "figure_keys": {"is_wild": True}}, [(1, 2, 1)]),
        ({**APART, "+figure_links": LINK, "+figure_crowds": CROWD}, [(1, 2, 1)]),  # of a list, one of equal value
        ({**APART, "+figure_links": LINK, "+figure_crowds": CROWD, "figure_keys": {"high": 41.0}}, []), ({**APART, "+figure_links": LINK, "+figure_crowds": CROWD, "figure_keys": {"low": 39.0}}, []),
        ({**APART, "+figure_links": LINK, "figure_keys": {"high": 41.0}}, [(1, 2, 1)]),
        ({**APART, "+figure_links": LINK, "+figure_crowds": {**CROWD, "key": 6}, "figure_keys": {"high": 41.0}}, [(1, 2, 1)]),
        ({**APART, "+figure_links": LINK, "+figure_crowds": {**CROWD, "article_no": 3}, "figure_keys": {"high": 41.0}}, [(1, 2, 1)]),
        ({**APART, "+figure_links": LINK, "+figure_crowds": {**CROWD, "article_no": 1}, "figure_keys": {"high": 41.0}}, []),
    ],
)  # fmt: skip
def test_two_figures_with_evidence(tables: Warehouse, change: Any, found: list[Any]) -> None:
    assert answer(tables, "figure_candidates", changed(FIGURES, change), EVIDENCE) == found


@pytest.mark.parametrize(("most", "found"), [(3, 3), (2, 0)])
def test_a_word_of_too_many_figures_finds_no_pair(tables: Warehouse, most: int, found: int) -> None:
    rows = changed(FIGURES, {"+figure_keys": key(3), "+figure_words": word(3, 31), "+figure_words 0": word(3, 32)})
    assert len(answer(tables, "figure_candidates", rows, {**EVIDENCE, "most": most})) == found


def test_a_word_weighs_the_less_the_more_figures_have_it(tables: Warehouse) -> None:
    few = answer(tables, "figure_candidates", FIGURES, {**EVIDENCE, "prior": 100})
    none = answer(tables, "figure_candidates", FIGURES, {**EVIDENCE, "prior": 3})
    assert (few, none) == ([(1, 2, 0)], [])


# Stories: cosines of weights over a grain, of articles of one home.


@pytest.mark.parametrize(
    ("change", "least", "found"),
    [
        ({}, 0.5, [(1, 2, 0.5)]), ({}, 0.51, []), ({"story_words": {"stem": 9}}, 0.2, [(1, 2, 0.25)]), ({"story_homes": {"home": 8}}, 0.5, []),
        ({"story_words": {"weight": 10}}, 0.5, [(1, 2, 0.75)]), ({"story_homes": {"article_no": 3}}, 0.5, []),
    ],
)  # fmt: skip
def test_how_alike_two_articles_of_one_home_are(tables: Warehouse, change: Any, least: float, found: list[Any]) -> None:
    held: Rows = {
        "story_words": [{"article_no": no, "stem": stem, "weight": 5} for no in (1, 2) for stem in (7, 8)],
        "story_homes": [{"article_no": 1, "home": 1}, {"article_no": 2, "home": 1}],
    }
    assert answer(tables, "story_likeness", changed(held, change), {"least": least, "grain": 10}) == found


# Keys: each tells whether anything that an answer was made of is otherwise.


def keys_of_figures(tables: Warehouse, change: Any) -> list[tuple[Any, ...]]:
    rows: Rows = {
        "articles": [article("a"), article("b")],
        "text_keys": [{"article_id": key, "version": 1, "told": 11} for key in "ab"],
        "blocks": [{"article_id": "a", "version": 1, "role": "paragraph", "start_char": 0, "end_char": 300}],
        "figures": [figure("a"), figure("a", figure_id="y-a", start_char=150, end_char=151), figure("b")],
    }  # fmt: skip
    with filled(tables, changed(rows, change)):
        tables.run(read_sql("audit.match", "number_figures"))
        then = (
            "select no, figure_id, first, article_no, page, owner, value_kind, source from numbered_figures order by no"
        )
        told = tables.query(then)
        tables.run("drop table numbered_figures")
        return told


def test_figures_are_numbered_by_article_and_place(tables: Warehouse) -> None:
    told = keys_of_figures(tables, {})
    assert [row[:4] for row in told] == [(0, "x-a", 0, 0), (1, "y-a", 0, 0), (2, "x-b", 2, 1)]
    assert keys_of_figures(tables, {"articles": {"is_latest": False}})[0][:4] == (0, "x-b", 0, 0)
    assert [row[1] for row in keys_of_figures(tables, {"figures": {"start_char": 200}})] == ["y-a", "x-a", "x-b"]


@pytest.mark.parametrize(
    "change",
    [
        {"text_keys": {"told": 12}}, {"articles": {"published_at": at(2)}}, {"articles": {"published_precision": "day"}}, {"articles": {"published_from": at(2)}},
        {"blocks": {"role": "caption"}}, {"blocks": {"start_char": 1}}, {"blocks": {"end_char": 301}}, {"+blocks": {"start_char": 301, "end_char": 400}},
        {"-blocks": None}, {"figures 1": {"surface": "five"}}, {"figures 1": {"low": 4.0}}, {"figures 1": {"high": 6.0}}, {"figures 1": {"approximator": "~"}},
        {"figures 1": {"hedge": "some"}}, {"figures 1": {"unit": "km"}}, {"figures 1": {"counted": "boats"}}, {"figures 1": {"predicate": "sank"}},
        {"figures 1": {"modality": "planned"}}, {"figures 1": {"as_of": "2031"}}, {"figures 1": {"place": "Orv"}}, {"figures 1": {"qualifiers": "net"}},
        {"figures 1": {"figure_id": "z-a"}}, {"figures 1": {"end_char": 152}},
    ],
)  # fmt: skip
def test_a_page_and_its_figures_have_other_keys_where_one_thing_is_otherwise(tables: Warehouse, change: Any) -> None:
    before, after = keys_of_figures(tables, {}), keys_of_figures(tables, change)
    assert all(old[4] != new[4] and old[5] != new[5] for old, new in zip(before[:2], after[:2], strict=True))
    assert before[2][4:6] == after[2][4:6]  # of the other article nothing is otherwise


def test_of_earlier_versions_nothing_is_in_a_key(tables: Warehouse) -> None:
    block = {"article_id": "a", "version": 2, "role": "caption", "start_char": 0, "end_char": 9}
    assert keys_of_figures(tables, {"+blocks": block}) == keys_of_figures(tables, {})
    assert keys_of_figures(tables, {"+figures": {"version": 2}}) == keys_of_figures(tables, {})
    assert keys_of_figures(tables, {"+text_keys": {"version": 2, "told": 1}}) == keys_of_figures(tables, {})


def test_a_source_is_in_no_key_of_a_page_but_beside_it(tables: Warehouse) -> None:
    before, after = keys_of_figures(tables, {}), keys_of_figures(tables, {"figures": {"source_id": "s"}})
    assert [row[4:6] for row in before] == [row[4:6] for row in after]
    assert before[0][7] is None
    assert after[0][7] is not None


@pytest.mark.parametrize(
    ("change", "same"), [({"low": 9.0}, True), ({"unit": "km"}, False), ({"approximator": "~"}, False)]
)
def test_how_a_value_is_said_is_its_unit_and_its_bound(tables: Warehouse, change: Row, same: bool) -> None:
    before, after = keys_of_figures(tables, {}), keys_of_figures(tables, {"figures": change})
    assert (before[0][6] == after[0][6]) is same


def piece(**other: Any) -> Row:
    return {
        "no": 3, "quote_id": "x-a", "utterance_id": "u-a", "article_id": "a", "start_char": 100, "end_char": 140,
        "speaker_id": "s", "speaker_kind": "person", "speaker_name": "Ada Holm", **other,
    }  # fmt: skip


SPOKEN: Rows = {
    "articles": [article("a")],
    "text_keys": [{"article_id": "a", "version": 1, "told": 11}],
    "spoken_pieces": [piece()],
}


@pytest.mark.parametrize(
    ("change", "words", "known"),
    [  # whether the key of the words, and that of all that is known of them, is otherwise
        ({"text_keys": {"told": 12}}, True, True), ({"spoken_pieces": {"start_char": 101}}, True, True), ({"spoken_pieces": {"end_char": 141}}, True, True),
        ({"spoken_pieces": {"affiliation": "Orv"}}, True, True), ({"+spoken_pieces": {"quote_id": "y", "start_char": 150, "end_char": 160}}, True, True),
        ({"spoken_pieces": {"quote_id": "y"}}, False, True), ({"spoken_pieces": {"speaker_id": "t"}}, False, True), ({"spoken_pieces": {"speaker_name": "Bo Lund"}}, False, True),
        ({"articles": {"published_at": at(2)}}, False, True), ({"articles": {"published_precision": "day"}}, False, True), ({"articles": {"published_from": at(2)}}, False, True),
        ({"spoken_pieces": {"utterance_id": "v"}}, False, False), ({"spoken_pieces": {"no": 4}}, False, False),
        ({"spoken_pieces": {"speaker_kind": "organisation"}}, False, True),
    ],
)  # fmt: skip
def test_when_an_utterance_is_another(tables: Warehouse, change: Any, words: bool, known: bool) -> None:
    ((owner, _, key),) = answer(tables, "quote_keys", SPOKEN)
    ((owner_now, _, key_now),) = answer(tables, "quote_keys", changed(SPOKEN, change))
    assert (owner != owner_now, key != key_now) == (words, known)


def test_a_name_of_a_body_is_in_no_key_for_it_may_be_told_otherwise(tables: Warehouse) -> None:
    def keyed(name: str) -> list[tuple[Any, ...]]:
        change = {"spoken_pieces": {"speaker_kind": "organisation", "speaker_name": name}}
        return answer(tables, "quote_keys", changed(SPOKEN, change))

    assert keyed("The Orv Fund") == keyed("Orv Fund")


def test_utterances_of_earlier_versions_have_no_key(tables: Warehouse) -> None:
    assert answer(tables, "quote_keys", changed(SPOKEN, {"articles": {"is_latest": False}})) == []
    later = {"+text_keys": {"version": 2, "told": 1}}
    assert answer(tables, "quote_keys", changed(SPOKEN, later)) == answer(tables, "quote_keys", SPOKEN)
