"""Twice as much of what nobody writes is about twice as much work, counted in calls: for what is made by hand here, for
all tables by `python -m bench.speed --only hostile`."""

from __future__ import annotations

import cProfile

import pytest

from bench.hostile import BY_HAND, HOSTILE, PAGES, Hostile

SIZE = 6_000  # characters, then twice as many: some sentences' worth at their longest


def calls(one: Hostile, size: int) -> int:
    """How many functions are called to read a text of so many characters."""
    text, profile = one.make(size), cProfile.Profile()
    profile.runcall(one.read, text)
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("one", [*BY_HAND, *PAGES], ids=lambda one: one.name)
def test_work_grows_as_the_text_does(one: Hostile) -> None:
    one.read(one.make(SIZE))  # tables are read once
    assert calls(one, 2 * SIZE) < 2.6 * calls(one, SIZE) + 5_000


def test_there_is_one_for_every_table_with_examples() -> None:
    assert len(HOSTILE) >= 100
    assert len({one.name for one in HOSTILE}) == len(HOSTILE)
