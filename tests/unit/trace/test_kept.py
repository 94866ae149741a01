"""What comparing credited words with an article came to is kept, and read back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.match import open_index
from audit.records import Span
from audit.trace import parents
from audit.trace.carried import Carried
from audit.trace.parents import Kept


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
