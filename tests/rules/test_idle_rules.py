"""Few rule entries are idle: taken away in memory, each changes a reading of its own example. Their number may only fall."""

from __future__ import annotations

import pytest

from audit.lexicon import load_rules
from bench.idle_rules import NOT_READ, Entry, entries, find_idle, is_idle, most_idle, reading, tables, taken_away


@pytest.mark.rules
@pytest.mark.parametrize(("table", "language"), tables(), ids=lambda part: part or "all")
def test_every_entry_changes_what_its_example_says(table: str, language: str) -> None:
    idle = [entry.name for entry in find_idle(entries(table, language))]
    assert len(idle) <= most_idle().get(f"{language}/{table}", 0), "\n".join(idle)


def test_only_tables_that_are_read_may_hold_idle_entries() -> None:
    assert most_idle().keys() <= {f"{language}/{table}" for table, language in tables()}


def test_tables_that_are_not_read_are_there() -> None:
    assert {name for name in NOT_READ if not load_rules(name, "en" if name in ENGLISH else "")} == set()


ENGLISH = ("cite", "findings", "intervals", "parse", "strength", "time_cues", "translation", "verb_forms")


def test_an_entry_that_is_taken_away_comes_back() -> None:
    (said, *_) = entries("cues", "en")
    before, table = reading(said), repr(load_rules("cues"))
    with taken_away(said):
        assert reading(said) != before
        assert repr(load_rules("cues")) != table
    assert (reading(said), repr(load_rules("cues"))) == (before, table)


def test_an_entry_that_its_example_does_not_need_is_idle() -> None:
    (said, *_) = entries("cues", "en")
    assert not is_idle(said)
    assert is_idle(Entry(said.table, said.language, said.place, ("The bridge stayed closed.",)))
