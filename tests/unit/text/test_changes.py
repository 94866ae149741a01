"""The words that two versions of a text have otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.text.changes import MOST_WORDS, word_changes

WORDS = st.lists(st.sampled_from(["a", "b", "c", "mill", "1.4", "“", ".", "don’t"]), max_size=12)


def told(earlier: str, later: str) -> list[tuple[str, str]]:
    return [(c.before.of(earlier), c.after.of(later)) for c in word_changes(earlier, later)]


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("The tank held 1.4 litres.", "The tank held 2.1 litres.", [("1.4", "2.1")]),
        ("The tank held.", "The old tank held.", [("", "old")]),
        ("The old tank held.", "The tank held.", [("old", "")]),
        ("He said so.", "He said so. Nobody else did.", [("", "Nobody else did.")]),
        ("One two three.", "Four two five.", [("One", "Four"), ("three", "five")]),
        ("The tank\nheld.", "The  tank held.", []),
        ("", "New.", [("", "New.")]),
        ("He will come", "He will not come", [("", "not")]),
    ],
)
def test_what_changed(earlier: str, later: str, expected: list[tuple[str, str]]) -> None:
    assert told(earlier, later) == expected


@given(WORDS, WORDS)
def test_the_changes_make_the_later_text_of_the_earlier(a: list[str], b: list[str]) -> None:
    earlier, later = " ".join(a), " ".join(b)
    made, at = "", 0
    for change in word_changes(earlier, later):
        made += f"{earlier[at : change.before.start]} {change.after.of(later)} "
        at = change.before.end
    assert (made + earlier[at:]).split() == later.split()


@given(WORDS)
def test_a_text_differs_from_itself_nowhere(words: list[str]) -> None:
    assert told(" ".join(words), " ".join(words)) == []


def test_what_is_too_long_is_not_compared() -> None:
    assert told("a " * (MOST_WORDS + 1), "b") == []
    assert told("a", "b") == [("a", "b")]
