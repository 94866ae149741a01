"""Agreement of reviewers, by published examples."""

from __future__ import annotations

import pytest

from audit.review.agreement import agreement


def test_krippendorffs_own_example() -> None:
    """Computing Krippendorff's Alpha-Reliability (2011), section B: two judges, twelve things, five classes, .692."""
    first = ["a", "a", "b", "b", "d", "c", "c", "c", "e", "d", "d", "a"]
    second = ["b", "a", "b", "b", "b", "c", "c", "c", "e", "d", "d", "d"]
    found = agreement(zip(first, second, strict=True))
    assert found.alpha == pytest.approx(0.692, abs=0.0005)
    assert (found.alike, found.judged) == (9, 12)


def test_several_judges_of_whom_some_are_silent() -> None:
    """Section C of the same: four judges, nominal data, .743."""
    judges = [
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
    ]
    columns = zip(*(judge.split() for judge in judges), strict=True)
    assert agreement([v for v in unit if v != "."] for unit in columns).alpha == pytest.approx(0.743, abs=0.0005)


def test_one_class_alone_tells_nothing() -> None:
    assert agreement([["yes", "yes"], ["yes", "yes"], ["no"]]).alpha is None
