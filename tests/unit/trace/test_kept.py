"""What comparing credited words with an article came to is kept, and read back as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from audit.match import open_index
from audit.records import Span
from audit.trace import parents
from audit.trace.carried import Carried
from audit.trace.parents import Kept
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
