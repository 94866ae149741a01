"""What changed between two versions of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.report.versions import changes


def test_only_paragraphs_that_changed_are_shown_and_only_their_words_marked() -> None:
    (found,) = changes("Head\n\nThe dam held 400 tonnes.\n\nEnd.", "Head\n\nThe dam held 500 tonnes.\n\nEnd.") or []
    assert [part.text for part in found.before if part.differs] == ["400"]
    assert [part.text for part in found.after if part.differs] == ["500"]


def test_a_paragraph_may_come_or_go() -> None:
    come, gone = changes("One.\n\nTwo.\n\nThree.", "Zero.\n\nOne.\n\nTwo.") or []
    assert (come.before, [part.text for part in come.after]) == ([], ["Zero."])
    assert ([part.text for part in gone.before], gone.after) == (["Three."], [])


def test_a_change_of_layout_is_none() -> None:
    assert changes("One.\n\n\nTwo. ", "One.\nTwo.") == []


def test_texts_of_very_many_paragraphs_are_not_compared() -> None:
    assert changes("a\n" * 4000, "a") is None


lines = st.lists(st.sampled_from(["One.", "Two words.", "Three more words."]), max_size=8)


@given(lines, lines)
def test_there_is_a_change_where_and_only_where_the_texts_differ(a: list[str], b: list[str]) -> None:
    assert bool(changes("\n".join(a), "\n".join(b))) is (a != b)
