"""The queue: what is shown, counted and next, without looking at each thing."""

from __future__ import annotations

import pytest

from audit.review.queue import Key, Line, Queue

LINE = Line.of({"kind": "edge", "subject_id": name} for name in "abcde")


def queue(state: str = "open", *ruled: str) -> Queue:
    verdicts = {Key("edge", name): "accepted" for name in ruled}
    return Queue.of(LINE, state, verdicts, verdicts)


def names(found: Queue) -> str:
    return "".join(row["subject_id"] for row in found)


@pytest.mark.parametrize(
    ("state", "shown"), [("open", "bde"), ("ruled", "ac"), ("all", "abcde")], ids=["open", "ruled", "all"]
)
def test_what_a_state_shows(state: str, shown: str) -> None:
    found = queue(state, "c", "a", "gone")
    assert (len(found), names(found), [row["subject_id"] for row in found[1:3]]) == (len(shown), shown, [*shown[1:3]])
    assert [found.place(Key("edge", name)) for name in shown] == list(range(len(shown)))
    assert found.place(Key("edge", "z")) is None


def test_what_was_ruled_has_no_place_among_what_is_open() -> None:
    assert queue("open", "a").place(Key("edge", "a")) is None
    assert queue("all", "a")[0]["mine"] == "accepted"
    assert queue("all", "a")[1]["standing"] is None


@pytest.mark.parametrize(("at", "following"), [("b", "d"), ("e", "b"), ("a", "b"), ("z", "b")])
def test_the_next_is_the_one_behind_else_the_first(at: str, following: str) -> None:
    found = queue("open", "a", "c").after(Key("edge", at))
    assert found is not None
    assert found["subject_id"] == following


def test_where_nothing_else_is_left_there_is_no_next() -> None:
    assert queue("open", *"abcd").after(Key("edge", "e")) is None
    assert queue("open", *"abcde").after(Key("edge", "e")) is None
    with pytest.raises(IndexError):
        queue("open", *"abcde")[0]
