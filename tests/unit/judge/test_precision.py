"""Severity is earned by what was read by hand."""

from __future__ import annotations

from datetime import date

import pytest

from audit.judge.precision import Reading, _modules, precision_rows, readings, rules_hash, severity, wilson
from audit.lexicon import load_rules


def reading(right: int, read: int, *, trivial: int = 0, whole: bool = False) -> Reading:
    return Reading("k", read, right, trivial, "t", "r", date(2026, 1, 2), whole)


@pytest.mark.parametrize(
    ("k", "n", "low", "high"), [(3, 4, 0.30, 0.95), (30, 40, 0.60, 0.86), (0, 5, 0, 0.43), (0, 0, 0, 1)]
)
def test_wilson(k: int, n: int, low: float, high: float) -> None:
    assert wilson(k, n) == (pytest.approx(low, abs=0.005), pytest.approx(high, abs=0.005))


@pytest.mark.parametrize(
    ("found", "earned"),
    [
        (reading(57, 60), 3),
        (reading(53, 60), 2),  # .88
        (reading(57, 59), 2),  # too few read
        (reading(30, 30, whole=True), 3),  # all there were
        (reading(90, 100, whole=True), 3),  # just enough
        (reading(9, 9, whole=True), 2),  # the interval is too wide
        (reading(21, 30), 2),
        (reading(20, 30), 0),
        (reading(20, 30, trivial=5), 0),
        (reading(24, 30, trivial=5), 2),
        (reading(0, 8, trivial=8), 0),
        (None, 1),
        (reading(0, 0), 1),
    ],
)  # fmt: skip
def test_what_a_reading_earns(found: Reading | None, earned: int) -> None:
    assert severity("k", {"severity": 3}, found) == earned


def test_a_kind_that_names_a_person_needs_more() -> None:
    rule = {"severity": 3, "names_person": True}
    assert [severity("k", rule, reading(n, n)) for n in (99, 100)] == [2, 3]


def test_no_reading_lifts_a_kind_above_its_weight() -> None:
    assert severity("k", {"severity": 1}, reading(100, 100)) == 1


def test_the_record_speaks_of_kinds_that_there_are() -> None:
    assert set(readings()) <= set(load_rules("findings"))
    assert all(0 <= r.right + r.trivial <= r.read for r in readings().values())


def test_a_walk_is_read_with_the_gates_that_it_calls_and_those_that_they_call() -> None:
    quotes = [f"audit.judge.gates.{name}" for name in ("quotes", "chain_ends", "substance", "weight")]
    assert _modules("audit.judge.gates.edits") == ["audit.judge.gates.edits", *quotes]
    assert _modules("audit.judge.gates.quotes") == quotes
    assert _modules("audit.judge.along_arrows") == [
        "audit.judge.along_arrows"
    ]  # it calls all: each kind would be stale


def test_every_kind_has_a_row() -> None:
    assert [row[0] for row in precision_rows()] == list(load_rules("findings"))


def test_a_kind_that_nobody_read_has_no_share() -> None:
    unread = [row for row in precision_rows() if row[0] not in readings()]
    assert unread
    assert {row[2:] for row in unread} == {(0, 0, 0, None, None, None, None, False)}


def test_kinds_have_hashes_of_their_own() -> None:
    kinds = list(load_rules("findings"))
    assert len({rules_hash(kind) for kind in kinds}) == len(kinds)
