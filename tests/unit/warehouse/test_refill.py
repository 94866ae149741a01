"""A table is made to hold other rows; those that it has already stay where they lie."""

from __future__ import annotations

import pytest

from tests.conftest import empty_warehouse

Rows = list[tuple[object, ...]]
ONE, TWO, NONE = ("a", "b", "exact"), ("a", "c", None), (None, None, None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([], [ONE]),
        ([ONE], []),
        ([ONE, TWO], [TWO, NONE]),
        ([TWO, NONE], [ONE, TWO, NONE]),
        ([ONE, ONE, TWO], [ONE, NONE]),
        ([ONE, TWO], [TWO, TWO]),
    ],
)
def test_it_holds_the_fresh_rows(before: Rows, after: Rows) -> None:
    w = empty_warehouse()
    w.run("create table held (a varchar, b varchar, c varchar); create temp table fresh as from held")
    w.insert("held", before)
    w.insert("fresh", after)
    w.refill("held", "fresh")
    assert sorted(w.query("from held"), key=repr) == sorted(after, key=repr)


def test_what_stays_is_not_written_again() -> None:
    w = empty_warehouse()
    w.run("create table held (a varchar, b varchar, c varchar); create temp table fresh as from held")
    w.insert("held", [ONE, TWO, NONE])
    w.insert("fresh", [TWO, ("x", "y", "z")])
    w.refill("held", "fresh")
    assert w.query("select rowid, a from held order by rowid") == [(1, "a"), (3, "x")]
