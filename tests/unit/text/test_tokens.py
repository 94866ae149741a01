"""The one tokeniser: tokens slice back, and items are made of whole tokens."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from audit.text.tokens import MARK, NUMBER, WORD, Tokens, word_places

TEXTS = st.text(st.sampled_from("aBé1790.,'’-‑&/@#_ \u0301“\"€%²½\n"), max_size=60) | st.text(max_size=40)


def tokens_of(text: str) -> Tokens:
    return Tokens(text, 0, len(text))


def items(text: str) -> list[str]:
    tokens = tokens_of(text)
    return [text[tokens.starts[i] : tokens.ends[j - 1]] for i, j in tokens.items()]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Don’t pay 1,200.50!", [("Don’t", WORD), ("pay", WORD), ("1,200.50", NUMBER), ("!", MARK)]),
        ("F16-led", [("F", WORD), ("16", NUMBER), ("-", MARK), ("led", WORD)]),
        ("cafe\u0301 x", [("cafe\u0301", WORD), ("x", WORD)]),
        ("don‘t don`t", [("don‘t", WORD), ("don`t", WORD)]),
        ("#a_b", [("#", MARK), ("a", WORD), ("_", MARK), ("b", WORD)]),
    ],
)
def test_tokens_with_their_kinds(text: str, told: list[tuple[str, int]]) -> None:
    tokens = tokens_of(text)
    assert list(zip(tokens.words, tokens.kinds, strict=True)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("the U.S.-born A.B. Holm", ["the", "U.S.-born", "A.B.", "Holm"]),
        ("a 9-year-old and/or R&D", ["a", "9-year-old", "and/or", "R&D"]),
        ("well-known @ada_holm, #tag", ["well-known", "@ada_holm", ",", "#tag"]),
        ("No -- or --- 5%.", ["No", "--", "or", "---", "5", "%", "."]),
        ("pre- and post-war.", ["pre", "-", "and", "post-war", "."]),
        ("the U.N.'s men", ["the", "U.N.'s", "men"]),
        ("He left. Then", ["He", "left", ".", "Then"]),
        ("9/11 was", ["9", "/", "11", "was"]),
    ],
)
def test_items_are_what_a_reader_takes_for_one_word(text: str, told: list[str]) -> None:
    assert items(text) == told


@given(TEXTS)
def test_tokens_slice_back_and_leave_out_blanks_alone(text: str) -> None:
    tokens = tokens_of(text)
    assert [text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert "".join(tokens.words) == "".join(text.split())
    assert len(tokens.lows) == len(tokens.kinds) == tokens.size


@given(TEXTS, st.data())
def test_items_are_runs_of_whole_tokens_without_a_blank(text: str, data: st.DataObject) -> None:
    tokens = tokens_of(text)
    first = data.draw(st.integers(0, tokens.size))
    stop = data.draw(st.integers(first, tokens.size))
    found = list(tokens.items(first, stop))
    assert [i for i, _ in found] + [stop] == [first] + [j for _, j in found]
    assert all(tokens.glued(k) for i, j in found for k in range(i + 1, j))
    assert all(i < j for i, j in found)
    assert all(one[1] == two[0] for one, two in pairwise(found))


def words(text: str, *, editing: bool = False) -> list[str]:
    return [found[0] for found in word_places(text, editing=editing)]


def test_words_keep_the_digits_that_are_glued_to_letters() -> None:
    assert words("The F16-led G7's 1,000 men, USD1,000, 24th") == [
        *("The", "F16", "led", "G7's", "1,000", "men", "USD1,000", "24", "th")
    ]


def test_editing_is_found_where_it_is_asked_for() -> None:
    assert words("[He] was . . . there") == ["He", "was", "there"]
    assert words("[He] was . . . there", editing=True) == ["[He]", "was", ". . .", "there"]


def test_a_broken_apostrophe_ties_a_word() -> None:
    assert words("They donâ€™t goâ€¦ on") == ["They", "donâ€™t", "go", "on"]


@example("0a’0")
@example("a`5 5b´5")
@given(TEXTS)
def test_no_word_cuts_a_token_and_no_item_cuts_a_word(text: str) -> None:
    tokens = tokens_of(text)
    if "â€" in text:
        return
    starts, ends = set(tokens.starts), set(tokens.ends)
    found = [word.span() for word in word_places(text)]
    assert all(start in starts and end in ends for start, end in found)
    bounds = [(tokens.starts[i], tokens.ends[j - 1]) for i, j in tokens.items()]
    assert all(any(first <= start and end <= last for first, last in bounds) for start, end in found)


@given(TEXTS)
def test_low_words_have_straight_apostrophes(text: str) -> None:
    tokens = tokens_of(text)
    assert not any(set("’‘ʼ`´") & set(low) for low in tokens.lows if len(low) > 1)
