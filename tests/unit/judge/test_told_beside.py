"""Whether an outlet that stands beside words without a source may have told them."""

from __future__ import annotations

from typing import Any

import pytest

from audit.judge.gates import told_beside, unnamed
from tests.unit.judge.test_gates import Shelf, place

LINES = "One.\nTwo.\nThree.\nThe 40 boats have reportedly sunk.\nFive.\nSix.\nSeven."


def shelf(text: str, *credited: tuple[str, str], publisher: str = "The Dell Post") -> Shelf:
    made = Shelf({"a": text})
    made.__dict__.update(_publishers={"a": publisher})
    spans = ((text.index(words), len(words), source) for words, source in credited)
    made._named["a"] = [{"start_char": s, "end_char": s + n, "carries": True, "source_id": i} for s, n, i in spans]
    return made


@pytest.mark.parametrize(
    ("by", "near"),
    [("One", False), ("Two", True), ("Three", True), ("boats", True), ("Five", True), ("Six", True), ("Seven", False)],
)
def test_an_outlet_credited_in_the_next_paragraphs_is_near(by: str, near: bool) -> None:
    assert told_beside.is_near_outlet(place(LINES, "reportedly", "a"), shelf(LINES, (by, "s"))) == near


@pytest.mark.parametrize(
    ("line", "publisher", "near"),
    [
        ("Papers were obtained by Reuters.", "The Dell Post", True), ("Papers were obtained by Reuters.", "Reuters", False),
        ("Papers were posted on Facebook.", "The Dell Post", False), ("People saw them.", "The Dell Post", False),
        ("A Washington Post report told of it.", "The Dell Post", True), ("Time went by.", "The Dell Post", False),
    ],
)  # fmt: skip
def test_an_outlet_that_is_only_named_is_near_unless_it_published_the_text(
    line: str, publisher: str, near: bool
) -> None:
    text = LINES.replace("Three.", line)
    assert told_beside.is_near_outlet(place(text, "reportedly", "a"), shelf(text, publisher=publisher)) == near


def test_of_a_long_paragraph_what_stands_far_off_is_not_near() -> None:
    text = "Reuters told of it. " + "It rained. " * 100 + "The 40 boats reportedly sank."
    assert not told_beside.is_near_outlet(place(text, "reportedly", "a"), shelf(text))


@pytest.mark.parametrize(
    ("before", "told"), [("The Post reports that it sank:\n\n", True), ("The Post reports that it sank.\n\n", False), ("It sank:\n", False), ("", False)]
)  # fmt: skip
def test_a_paragraph_that_an_outlet_introduces_is_its_text(before: str, told: bool) -> None:
    text = f"{before}Several people said 40 boats sank."
    credited = (("Post", "s"),) if "Post" in before else ()
    assert told_beside.is_introduced_by_outlet(place(text, "40", "a"), shelf(text, *credited)) == told


def test_a_sentence_of_two_outlets_is_told_by_neither_alone() -> None:
    text = "The Post reported 40 boats, and the Herald cited an aide. The Mail saw none."
    assert told_beside.is_of_two(place(text, "40", "a"), shelf(text, ("Post", "p"), ("Herald", "h")))
    assert not told_beside.is_of_two(place(text, "40", "a"), shelf(text, ("Post", "p"), ("Herald", "p")))
    assert not told_beside.is_of_two(place(text, "40", "a"), shelf(text, ("Post", "p"), ("Mail", "m")))


@pytest.mark.parametrize(
    ("name", "told"), [("reportedly", False), ("unnamed reports", False), ("news reports", False), ("local media", False)]
)  # fmt: skip
def test_reports_near_an_outlet_are_no_card(name: str, told: bool) -> None:
    held = shelf(LINES, ("Two", "s"))
    assert bool(list(unnamed.vague([_row(LINES, "reportedly", name)], held))) == told
    said = LINES.replace("The 40 boats have reportedly sunk", "Some insiders said 40 boats sank")
    assert list(unnamed.vague([_row(said, "Some insiders", "some insiders")], shelf(said, ("Two", "s"))))


def test_a_source_beside_which_an_outlet_introduces_the_text_is_no_card() -> None:
    text = "The Post had it:\nSome insiders said 40 boats sank."
    assert not list(unnamed.vague([_row(text, "Some insiders", "some insiders")], shelf(text, ("Post", "s"))))
    assert list(unnamed.vague([_row(text, "Some insiders", "some insiders")], shelf(text)))


def test_a_claim_of_two_outlets_is_no_card_of_who_is_unnamed() -> None:
    text = "The Post reported 40 boats, and the Herald cited an aide on it."
    row = {"evidence": [place(text, "40", "a")], "names": ["an aide"], "slots": {"label": text}}
    assert not list(unnamed.unnamed([row], shelf(text, ("Post", "p"), ("Herald", "h"))))
    assert list(unnamed.unnamed([row], shelf(text, ("Herald", "h"))))


def test_who_was_told_of_before_is_no_vague_source() -> None:
    text = "According to this official, 40 boats sank."
    assert not list(unnamed.vague([_row(text, "According to this official", "unnamed official")], shelf(text)))
    text = text.replace("this official", "officials")
    assert list(unnamed.vague([_row(text, "According to officials", "unnamed officials")], shelf(text)))


def test_others_beside_somebody_are_no_vague_source() -> None:
    text = "Holm and other sources said 40 boats sank."
    assert not list(unnamed.vague([_row(text, "other sources said", "other sources")], shelf(text)))
    text = text.replace("Holm and other", "Other")
    assert list(unnamed.vague([_row(text, "Other sources said", "other sources")], shelf(text)))


@pytest.mark.parametrize(
    ("end", "told"), [("", False), (".", True), (".”", True), (":", True), (" ", False), ("”", False)]
)
def test_a_line_that_ends_as_no_sentence_is_told_below(end: str, told: bool) -> None:
    text = f"Sources say 40 boats sank{end}\nThe boats sank in the night."
    assert bool(list(unnamed.vague([_row(text, "Sources say", "unnamed sources")], shelf(text)))) == told


def test_a_sentence_with_an_outlet_that_the_card_does_not_tell_is_no_card() -> None:
    text = "In letters that Reuters obtained, some insiders say 40 boats sank."
    row = _row(text, "some insiders say", "some insiders")
    assert not list(unnamed.vague([row], shelf(text)))
    assert list(unnamed.vague([{**row, "told_as": "passed_on"}], shelf(text)))
    assert list(unnamed.vague([row], shelf(text, publisher="Reuters")))


@pytest.mark.parametrize(
    ("text", "told"),
    [("Its lock, this source said, lost 40 boats.", False), ("Holm said that sources said 40 boats sank.", True)],
)
def test_who_was_pointed_at_right_before_is_no_vague_source(text: str, told: bool) -> None:
    cue = "source said" if "source said" in text else "sources said"
    assert bool(list(unnamed.vague([_row(text, cue, "unnamed source")], shelf(text)))) == told


def test_some_words_of_a_sentence_are_told_in_full() -> None:
    text = 'It was signed "I am the 40 boats at Orrin", sources said.'
    row = {**_row(text, "sources said", "unnamed sources"), "slots": {"label": "I am the 40 boats at Orrin"}}
    assert [told["slots"]["label"] for told in unnamed.vague([row], shelf(text))] == [text]


def test_a_card_of_who_is_unnamed_is_of_no_inner_clause() -> None:
    text = "Holm saw the 40 boats that an aide said had sunk."
    row = {**_row(text, "an aide said", "an aide"), "cues": [place(text, "an aide said", "a")]}
    assert not list(unnamed.unnamed([row], shelf(text)))
    text = "The 40 boats had sunk, an aide said."
    assert list(unnamed.unnamed([{**_row(text, "an aide said", "an aide")}], shelf(text)))


def _row(text: str, cue: str, name: str) -> dict[str, Any]:
    told = {"evidence": [place(text, "40", "a")], "cues": [place(text, cue, "a")]}
    return {**told, "names": [name], "slots": {"label": "the 40 boats there sank"}}
