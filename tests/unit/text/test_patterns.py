"""An alternation with shared beginnings finds what a plain one finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from audit.text.patterns import alternatives, phrases_of, whole_words

PHRASES = st.lists(st.text("ab .+", min_size=1, max_size=5), max_size=6)


@given(PHRASES, st.text("ab .+", max_size=30))
def test_it_finds_what_a_plain_alternation_finds(words: list[str], text: str) -> None:
    plain = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
    assert re.findall(f"(?:{alternatives(words)})", text) == re.findall(f"(?:{plain})", text)


def test_beginnings_are_shared_and_the_longer_phrase_is_preferred() -> None:
    pattern = alternatives(["said", "says", "said that"])
    assert pattern == r"sa(?:id(?:\ that)?|ys)"
    assert re.match(pattern, "said that it")[0] == "said that"  # type: ignore[index]


WORDS = st.lists(st.from_regex(r"[ab][ab ]{0,3}", fullmatch=True), min_size=1, max_size=5)


@given(WORDS, st.text("ab .", max_size=40))
def test_whole_words_begin_where_a_word_begins(words: list[str], text: str) -> None:
    plain = "|".join(re.escape(w) for w in sorted(set(words), key=len, reverse=True))
    assert re.findall(whole_words(words), text) == re.findall(rf"\b(?:{plain})", text)


@given(WORDS, st.text("ab .", max_size=40))
def test_a_text_that_lacks_the_words_of_every_phrase_is_not_searched(words: list[str], text: str) -> None:
    phrases = phrases_of(words)
    found = [m.span() for m in phrases.found_in(text, set(re.findall(r"\w+", text)))]
    assert found == [m.span() for m in phrases.pattern.finditer(text)]


def test_phrases_are_not_looked_for_without_all_their_words() -> None:
    phrases = phrases_of(["Sources say", "reportedly"])
    assert [m.group() for m in phrases.found_in("Sources say so.", {"sources", "say", "so"})] == ["Sources say"]
    assert not list(phrases.found_in("Sources say so.", {"sources", "so"}))
