"""What is held of the sets of cited claims: points by name, kinds pooled where there are enough."""

from __future__ import annotations

from typing import Any

from bench.cited import by_kind, of_claims

PART: dict[str, Any] = {
    "flagged": {"precision": 0.9, "recall": 0.5},
    "carried": {"precision": None, "recall": 0.1},
    "false_flags": 3.5,
    "missing": {"figure": {"claims": [12, 12]}, "date": {"claims": [3, 4]}},
}


def test_what_was_not_measured_has_no_floor() -> None:
    assert of_claims(PART) == {
        "flagged_precision": 90.0, "flagged_recall": 50.0, "carried_recall": 10.0, "false_flags": 3.5,
    }  # fmt: skip


def test_a_set_of_unsupported_claims_says_nothing_of_what_is_carried() -> None:
    part = {**PART, "carried": {"precision": 0.0, "recall": None}}
    assert "carried_precision" not in of_claims(part)


def test_kinds_are_pooled_and_told_where_there_are_enough() -> None:
    other = {"missing": {"figure": {"claims": [6, 12]}, "date": {"claims": [3, 4]}}}
    assert by_kind(PART, other) == {"figure": 75.0}
