"""What comparing credited words with articles came to is kept, read back as it was, and asked again of what changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from audit.match import open_index
from audit.records import Span
from audit.trace import parents
from audit.trace.credited_words import Carried
from audit.trace.parents import Choice, Kept
from audit.trace.records import Chain
from audit.trace.texts import Library
from audit.warehouse import Index
from tests.unit.trace.world import World


@pytest.mark.parametrize("place", [Span(4, 9), None])
def test_an_answer_is_read_back_as_it_was(tmp_path: Path, place: Span | None) -> None:
    found = Carried(Span(1, 20), place, 7.123456789012345, True)
    index = open_index(tmp_path / "index", "rules")
    kept = Kept.of(index)
    assert kept.carried.answer(3, lambda: found) is found
    kept.store()
    again = Kept.of(index).carried.answer(3, lambda: None)
    assert parents._as_carried(again) == found


def test_nearness_is_a_number_or_nothing(tmp_path: Path) -> None:
    index = open_index(tmp_path / "index", "rules")
    kept = Kept.of(index)
    assert [kept.near.answer(1, lambda: 0.3), kept.near.answer(2, lambda: None)] == [0.3, None]
    kept.store()
    again = Kept.of(index)
    assert [again.near.answer(1, lambda: 9.0), again.near.answer(2, lambda: 9.0)] == [0.3, None]


def test_how_near_a_page_came_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = World()
    found.article("a", "Brewers like the council.", -3)
    found.article("b", "Holm told the Post that the council sold the old mill to brewers.")
    chain = found.credit("b", "told the Post", ("Pa", "outlet"), rule="told")
    kept = Kept.of(open_index(tmp_path / "index", "rules"))
    shelf = replace(found.shelf, kept=kept)
    for _ in range(2):
        assert shelf.choose(found.said(chain), chain, chain.hops[0], {}).candidate == "a"
        monkeypatch.setattr(parents, "_share", lambda words, page: None)


def told() -> tuple[World, Chain]:
    found = World()
    found.article("a", "It rained all week.", -3)
    found.article("b", "Holm told the Post that the council sold the old mill to brewers.")
    return found, found.credit("b", "told the Post", ("Pa", "outlet"), rule="told")


def chosen(found: World, chain: Chain, index: Index) -> Choice:
    kept = Kept.of(index)
    choice = replace(found.shelf, kept=kept).choose(found.said(chain), chain, chain.hops[0], {})
    kept.store()
    assert choice == found.shelf.choose(found.said(chain), chain, chain.hops[0], {})
    return choice


def test_what_was_chosen_is_not_chosen_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (found, chain), index = told(), open_index(tmp_path / "index", "rules")
    assert chosen(found, chain, index).state == "words_not_found"
    monkeypatch.setattr(parents.Shelf, "words_of", lambda *_: pytest.fail("asked again"))
    shelf = replace(found.shelf, kept=Kept.of(index))
    assert shelf.choose(found.said(chain), chain, chain.hops[0], {}).state == "words_not_found"


@pytest.mark.parametrize("hours", [-1700, -27, 20])
def test_another_article_of_the_house_is_asked(tmp_path: Path, hours: int) -> None:
    (found, chain), index = told(), open_index(tmp_path / "index", "rules")
    chosen(found, chain, index)
    found.article("c", "The council sold the old mill to brewers.", hours, publisher_id="Pa")
    assert chosen(found, chain, index).parent == (None if hours < -1000 else "c")


def test_where_the_words_are_matched_counts(tmp_path: Path) -> None:
    found = World()
    found.article("a", "The mill was sold for 40 crowns to brewers.", -3)
    found.article("b", "The council sold the mill to brewers for 40 crowns, the Post reported.")
    chain = found.credit("b", "the Post reported", ("Pa", "outlet"), rule="reported")
    figure, index = found.figure("b", "40"), open_index(tmp_path / "index", "rules")
    for among in ({}, {"a": found.find("a", "40")}, {}):
        kept = Kept.of(index)
        choice = replace(found.shelf, kept=kept).choose(figure, chain, chain.hops[0], among)
        kept.store()
        assert choice == found.shelf.choose(figure, chain, chain.hops[0], among)


def test_the_words_of_a_credit_are_read_once(tmp_path: Path) -> None:
    (found, chain), index = told(), open_index(tmp_path / "index", "rules")
    for _ in range(2):
        kept = Kept.of(index)
        span = replace(found.shelf, kept=kept).credited_span(found.said(chain), chain)
        kept.store()
        assert span == found.shelf.credited_span(found.said(chain), chain)


def test_what_was_compared_stays_while_choices_stay(tmp_path: Path) -> None:
    index = open_index(tmp_path / "index", "rules")
    kept = Kept.of(index)
    for answers in (kept.near, kept.choices):
        answers.answer(1, lambda: 0.5)
    kept.store()
    kept = Kept.of(index)
    kept.choices.answer(1, lambda: 0.5)
    kept.store()
    assert Kept.of(index).near.knows(1)
    Kept.of(index).store()  # nothing was chosen: all of it is of no use any more
    assert not Kept.of(index).near.knows(1)


def test_a_page_goes_by_the_hash_that_the_warehouse_has_of_it() -> None:
    library = Library({"a": ("Rain fell.", None, "en"), "b": ("Rain fell.", None, "en")}, told={"a": 7})
    assert library.page("a").key == 7
    assert library.page("b").key == Library({"b": ("Rain fell.", "", "en")}).page("b").key
