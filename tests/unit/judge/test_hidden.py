"""Who keeps his name back behind a fact, and what a sentence says that another may have told."""

from __future__ import annotations

from typing import Any

import pytest

from audit.judge.gates import hidden, unnamed
from audit.records import Span
from tests.unit.judge.test_gates import Shelf, place


def row(text: str, words: str, *names: str, cue: str | None = None) -> dict[str, Any]:
    cues = [place(text, cue, "a")] if cue else None
    return {"evidence": [place(text, words, "a")], "names": names, "cues": cues, "slots": {"label": text}}


def shelf(text: str, *credited: str) -> Shelf:
    made = Shelf({"a": text})
    spans = ((text.index(words), len(words)) for words in credited)
    made.credited["a"] = [{"start_char": at, "end_char": at + size} for at, size in spans]
    return made


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("an aide", True), ("two officials", True), ("several officials", True), ("eight officials", True), ("officials", False), ("town officials", False),
        ("some officials", False), ("officials familiar with the plan", True), ("unnamed clerks", True), ("a lawmaker", False),
        ("a surgeon", False), ("a surgeon close to Lund", True), ("a former employee", True), ("officials at the mill", False),
        ("a White House official", False), ("an administration official", False), ("a Republican aide", False), ("a former Republican aide", True),
        ("a GOP source familiar with the plan", True), ("a former administration official", True),
        ("a House official", True), ("two campaign aides", False), ("an aide familiar with the campaign", True),
    ],
)  # fmt: skip
def test_who_is_told_by_where_he_works_or_what_he_knows_keeps_his_name_back(name: str, told: bool) -> None:
    text = "The mill is shut."
    assert hidden.is_hidden(row(text, "mill", name), shelf(text)) == told


def test_every_name_keeps_it_back() -> None:
    text = "The mill is shut."
    assert not hidden.is_hidden(row(text, "mill", "an aide", "town officials"), shelf(text))


def test_words_in_marks_are_no_fact_that_somebody_stands_for() -> None:
    text = "“The mill is shut,” an aide said."
    made = shelf(text)
    assert hidden.is_hidden(row(text, "mill", "an aide"), made)
    made._marked["a"] = [Span(1, 17)]
    assert not hidden.is_hidden(row(text, "mill", "an aide"), made)


@pytest.mark.parametrize(
    ("text", "told"),
    [("The mill is shut, an aide said.", True), ("An aide confirmed that the mill is shut.", False),
     ("An aide has since long and often confirmed that the mill is shut.", True)],
)  # fmt: skip
def test_what_is_confirmed_another_told(text: str, told: bool) -> None:
    cue = text[text.lower().index("an aide") :][:7]
    assert hidden.is_hidden(row(text, "mill", "an aide", cue=cue), shelf(text)) == told


@pytest.mark.parametrize(
    ("text", "credited", "mixed"),
    [
        ("An aide said the mill is shut.", (), False),
        ("An aide said the mill is shut, and a clerk said the dam is.", ("a clerk",), True),
        ("An aide said the mill is shut, and the officials said the dam is.", ("the officials",), True),
        ("An aide said the mill had three warnings.", ("three",), False),
        ("An aide said the mill is shut, as Holm knows.", ("Holm",), False),
        ("An aide said the mill is shut, the aide said.", ("the aide",), False),
        ("An aide said the mill is shut. A clerk said so.", ("A clerk",), False),
        ("An aide and an official said the mill is shut.", (), True),
        ("An official and An aide said the mill is shut.", (), True),
    ],
)  # fmt: skip
def test_a_sentence_of_two_tellers_is_of_neither_alone(text: str, credited: tuple[str, ...], mixed: bool) -> None:
    assert hidden.is_mixed(row(text, "mill", "An aide", cue="An aide"), shelf(text, *credited)) == mixed


@pytest.mark.parametrize(
    ("behind", "describes"), [("estimate has 40 boats.", True), ("told of 40 boats.", False), ("Lund has 40 boats.", False)]
)  # fmt: skip
def test_a_word_before_a_noun_tells_nobody(behind: str, describes: bool) -> None:
    text = f"The town's official {behind}"
    assert hidden.is_mixed(row(text, "40", "the town's official"), shelf(text)) == describes


@pytest.mark.parametrize(("between", "mixed"), [(0, True), (3, True), (4, False)])
def test_soon_behind_a_colon_a_text_goes_on_with_another_s_words(between: int, mixed: bool) -> None:
    text = "The Post has more:\n\n" + "It rained.\n\n" * between + "An aide said the mill is shut."
    assert hidden.is_mixed(row(text, "mill", "an aide", cue="An aide"), shelf(text)) == mixed


def test_what_is_mixed_is_silent_and_what_nobody_hides_behind_is_counted() -> None:
    plain, body = "A clerk of the mill said 40 boats had sunk.", "Clerks of the mill said 40 boats had sunk."
    pasted = f"It goes on:\n{plain}"
    for text, name, counted in ((plain, "an official", [False]), (body, "officials", [True]), (pasted, "an aide", [])):
        told = unnamed.unnamed([row(text, "40 boats", name)], Shelf({"a": text}))
        assert [one["counted"] for one in told] == counted


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("an official of the", "an official"), ("a senior official in U", "a senior official"), ("a clerk close to her", "a clerk close to her"),
        ("an aide with knowledge of it", "an aide with knowledge of it"),
    ],
)  # fmt: skip
def test_a_name_does_not_break_off_inside_a_phrase(name: str, told: str) -> None:
    text = f"{name.capitalize()} said that 40 boats had sunk off the mill."
    (found,) = unnamed.unnamed(
        [{**row(text, "40 boats", name), "slots": {"label": text, "origins": name}}], Shelf({"a": text})
    )
    assert found["slots"]["origins"] == told


@pytest.mark.parametrize(
    ("again", "cards"),
    [
        ("The mill board had sold its three oldest boats, a clerk said.", 1),
        ("The mill board bought a dam, a clerk said.", 2),  # half of its words, and too few
        ("An aide said the harbour had been dredged for the fair in spring.", 2),
    ],
)
def test_what_a_text_tells_twice_is_one_card(again: str, cards: int) -> None:
    first = "An aide said the mill board sold its three oldest boats to Norwick."
    text = f"{first}\n{again}"
    rows = [row(first, "mill board", "an aide"), row(text, again.split()[-1], "an aide")]
    rows[1]["slots"]["label"] = again
    found = list(unnamed.unnamed(rows, shelf(text)))
    assert len(found) == cards
    assert [again.rstrip(".") in one["slots"]["more"] for one in found][:1] == [cards == 1]
    assert sum(len(one["evidence"]) for one in found) == len(rows)


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("Holm left the board in March, but an aide said the mill is shut.", "an aide", "but an aide said the mill is shut."),
        ("Holm left, but officials said the mill is shut.", "officials", "Holm left, but officials said the mill is shut."),
    ],
)  # fmt: skip
def test_a_card_that_is_listed_prints_no_other_clause_than_the_credited_one(text: str, name: str, told: str) -> None:
    (found,) = unnamed.unnamed([row(text, "mill", name, cue=f"{name} said")], shelf(text))
    assert found["slots"]["label"] == told


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("That was the message to the mill, a clerk said.", 0), ("That's the case of the mill, a clerk said.", 0),
        ("That mill was shut, a clerk said.", 1), ("It was the message to the mill, a clerk said.", 1),
    ],
)  # fmt: skip
def test_a_sentence_that_tells_what_the_one_before_it_was_is_no_card(text: str, cards: int) -> None:
    assert len(list(unnamed.unnamed([row(text, "mill", "a clerk")], shelf(text)))) == cards
