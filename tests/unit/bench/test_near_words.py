"""The table of near words: which words of a thesaurus it keeps."""

from __future__ import annotations

import pytest

from bench import near_words


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(near_words, "LEAST", 2)
    return [
        "promise,vow,oath,pledge",
        "vow,promise,oath",
        "oath,vow,zzyx,a solemn vow",
        "cliff,shore,tide",
        "coast,shore,tide",
        "barley,mill,mills",
        "flour,mill,mills",
    ]


def test_words_that_stand_under_each_other_or_under_the_same_heads(lines: list[str]) -> None:
    assert list(near_words.rows(near_words.heads(lines))) == ["oath promise vow", "promise vow", "shore tide"]


def test_a_word_that_news_does_not_know_and_a_form_of_one_are_left_out(lines: list[str]) -> None:
    held = near_words.heads(lines)
    assert "zzyx" not in held
    assert "mills" not in held
