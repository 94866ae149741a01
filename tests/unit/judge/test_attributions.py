"""A sentence that lost the words by which it said who tells it."""

from __future__ import annotations

from typing import Any

import pytest

from audit.judge.gates import attributions
from audit.judge.library import Library

Row = dict[str, Any]
TOLD = "The mill lost forty barrels of rye in the flood and its owner may close the granary before the winter"
NAMED = f"{TOLD}, two harbour clerks said on Monday."


class Shelf(Library):
    """Two texts, with the places that say who tells something."""

    def __init__(self, a: str, b: str, credits: dict[str, list[str]]) -> None:
        self._sentences = {}
        texts = {"a": a, "b": b}
        told = {key: [place(texts[key], words, key) for words in found] for key, found in credits.items()}
        rows = {
            key: [{**p, "start_char": p["start"], "end_char": p["end"]} for p in some] for key, some in told.items()
        }
        self.__dict__.update(texts=texts, credited=rows, _marked={}, _named={})


def place(text: str, words: str, article: str) -> Row:
    start = text.index(words)
    return {"article_id": article, "start": start, "end": start + len(words)}


def lost(b: str, *credits: str, named: bool = False, carries: bool = False, a: str = NAMED) -> list[Row]:
    shelf = Shelf(a, b, {"a": ["two harbour clerks said"], "b": list(credits)})
    where = {"article_id": "b", "start": 0, "end": len(b)}
    row = {"evidence": [place(a, "two harbour clerks said", "a"), where], "named": named, "carries": carries}
    return list(attributions.lost([row], shelf))


def test_the_sentence_stands_without_who_said_it() -> None:
    (found,) = lost(f"It rained.\n{TOLD}.\nNobody was hurt.")
    assert found["slots"]["source"] == "two harbour clerks said"
    assert [p["start"] for p in found["evidence"]] == [0, 11]


@pytest.mark.parametrize(
    ("text", "credits"),
    [
        (f"{TOLD}, clerks of the harbour said.", ["clerks of the harbour said"]),  # the same, told otherwise
        (f"Two harbour clerks knew of it. {TOLD}.", []),  # named in the sentence before
        (f"The reeve spoke. {TOLD}.", ["The reeve"]),  # who speaks before may go on
        (f"{TOLD}, according to the reeve.", ["according to the reeve"]),  # somebody else says it
        (f"“{TOLD}.”", []),  # words in marks: their speaker is named once for many
        ("The mill lost forty barrels of rye, and the reeve pays for all of it.", []),  # other words
    ],
)
def test_where_it_may_be_told_elsewhere_nothing_is_said(text: str, credits: list[str]) -> None:
    assert lost(text, *credits) == []


def test_another_credit_that_both_sentences_have_says_nothing_of_the_lost_one() -> None:
    own = "According to a letter of the reeve, t" + TOLD[1:]
    (found,) = lost(
        f"The smith spoke. {own}.", "The smith", "According to a letter", a=f"{own}, two harbour clerks said."
    )
    assert found["slots"]["source"] == "two harbour clerks said"


FAR = "More from TWO HARBOUR CLERKS:\n\nIt rained.\n\nThe reeve slept.\n\n"


def test_a_name_above_many_paragraphs_may_head_them_all() -> None:
    assert lost(f"{FAR}{TOLD}.", named=True) == []
    assert lost(f"{FAR}{TOLD}.", named=False)  # what only describes somebody is said of many


def test_words_of_a_longer_name_far_away_that_stand_apart_are_not_that_name() -> None:
    assert lost(f"Two clerks ran.\n\nThe harbour was full.\n\nIt rained.\n\nThe reeve slept.\n\n{TOLD}.", named=True)
    assert lost(f"The harbour was full.\n\nIt rained.\n\nThe reeve slept.\n\n{TOLD}.", named=True)


def test_a_credit_of_small_words_alone_names_nobody_to_be_lost() -> None:
    shelf = Shelf(f"{TOLD}, they said.", f"{TOLD}.", {"a": ["they said"]})
    places = [place(f"{TOLD}, they said.", "they said", "a"), {"article_id": "b", "start": 0, "end": len(TOLD)}]
    assert list(attributions.lost([{"evidence": places, "named": True, "carries": False}], shelf)) == []


def test_an_outlet_may_be_lost_beside_words_in_marks() -> None:
    assert lost(f"“{TOLD}.”", carries=True)


def test_a_sentence_is_told_once() -> None:
    shelf = Shelf(NAMED, f"{TOLD}.", {"a": ["two harbour clerks said"]})
    where = {"article_id": "b", "start": 0, "end": len(TOLD)}
    row = {"evidence": [place(NAMED, "two harbour clerks said", "a"), where], "named": False, "carries": False}
    assert len(list(attributions.lost([row, row], shelf))) == 1


def test_a_word_that_begins_where_the_credit_ends_is_none_of_it() -> None:
    led, credit = f"Two harbour clerks said {TOLD}.", "Two harbour clerks said "
    shelf = Shelf(led, f"{TOLD}.", {"a": [credit]})
    places = [place(led, credit, "a"), {"article_id": "b", "start": 0, "end": len(TOLD)}]
    assert list(attributions.lost([{"evidence": places, "named": True, "carries": False}], shelf))


@pytest.mark.parametrize(
    ("one", "several", "is_more"),
    [
        ("an official", "officials", True), ("a soldier of the fort", "two soldiers", True),  # a role
        ("a critic", "critics", True), ("an insider", "some insiders", True),  # who is told by no role
        ("officials", "officials", False), ("an official", "an official", False), ("officials", "an official", False),
        ("an official", "soldiers", False), ("an official", "officials, among them an official", False),
        ("an official of officials", "officials", False), ("a ferry", "ferries", False),
    ],
)  # fmt: skip
def test_several_of_what_is_one(one: str, several: str, is_more: bool) -> None:
    rows = [{"slots": {"before": one, "after": several}}]
    assert list(attributions.inflated(rows, Shelf("", "", {}))) == (rows if is_more else [])
