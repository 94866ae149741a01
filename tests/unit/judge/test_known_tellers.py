"""Who tells something without a name and is known all the same: each way of it, and what is near it and is none."""

from __future__ import annotations

from typing import Any

import pytest

from audit.judge.gates import known_tellers, unnamed
from audit.records import Span
from tests.unit.judge.test_gates import Shelf, figure, place


def known(text: str, words: str, name: str, *credited: str) -> bool:
    shelf = Shelf({"a": text})
    spans = [(text.index(by), text.index(by) + len(by)) for by in credited]
    shelf._named["a"] = [{"article_id": "a", "start_char": a, "end_char": b, "carries": True} for a, b in spans]
    return known_tellers.is_known(name, place(text, words, "a"), shelf)


@pytest.mark.parametrize(
    ("text", "open"),
    [
        ("The lock was shut, county officials said.", False), ("The lock was shut, county officials said in a statement.", True),
        ("County officials urged people via Twitter to leave the lock.", True), ("An aide attended a statement of the lock.", False),
        ("The lock was shut. Others said so in a statement.", False),
    ],
)  # fmt: skip
def test_who_speaks_to_everybody_is_no_unnamed_source(text: str, open: bool) -> None:
    assert known(text, "lock", "county officials") == open


@pytest.mark.parametrize(
    ("name", "one"),
    [("Orrin’s lock minister", True), ("Ada Holm's attorney", True), ("Orrin's aides", False), ("Holm's aide", False), ("the town's minister", False),
     ("a minister of Orrin", False)],
)  # fmt: skip
def test_an_office_that_one_man_has_tells_who_he_is(name: str, one: bool) -> None:
    assert known("The lock was shut.", "lock", name) == one


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("The lock is shut, according to a rumour sent to employees.", False), ("The lock is shut, according to a letter sent to employees.", True),
        ("The lock is shut, according to employees who saw a letter.", False), ("The lock is shut, according to a law enforcement official.", False),
        ("The lock is shut, according to Orrin, a letter said.", False), ("According to a review of hundreds of locks it leaks.", True),
        ("The lock is shut, a letter said.", False),
    ],
)  # fmt: skip
def test_what_a_document_says_is_no_unnamed_source(text: str, papers: bool) -> None:
    assert known(text, "lock", "unnamed employees") == papers


def test_an_outlet_s_own_report_is_no_document() -> None:
    text = "The lock is shut, an aide said, according to the Post’s report."
    assert known(text, "lock", "an aide")
    assert not known(text, "lock", "an aide", "the Post’s report")


SOON = "{} said the wall fell.\nIt had stood for long.\n“It fell,” said Ada Holm, who heads the board.\n"


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        (SOON.format("A key lawmaker"), "A key lawmaker", 0), (SOON.format("One lawmaker"), "One lawmaker", 0), (SOON.format("An aide"), "An aide", 1),
        (SOON.format("A lawmaker close to Lund"), "A lawmaker close to Lund", 1), ("Mr. Holm came.\n" + SOON.format("A lawmaker"), "A lawmaker", 1),
        (SOON.replace("“It", "It rained.\n“It").format("A key lawmaker"), "A key lawmaker", 1),
    ],
)  # fmt: skip
def test_who_is_asked_for_his_name_has_it_soon(text: str, name: str, kept: int) -> None:
    shelf = Shelf({"a": text})
    at = text.index("Ada Holm")
    shelf._named["a"] = [{"article_id": "a", "start_char": at, "end_char": at + 8, "carries": False}]
    row = {"evidence": [place(text, "wall", "a")], "names": [name], "slots": {"label": "the old wall fell"}}
    assert len(list(unnamed.unnamed([row], shelf))) == kept


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        (SOON.format("Some lawmakers"), "some lawmakers", 0), (SOON.format("Officials"), "unnamed officials", 1),
        (SOON.format("Lawmakers close to Lund"), "lawmakers close to Lund", 1), ("Ada Holm came.\n" + SOON.format("Experts"), "unnamed experts", 0),
    ],
)  # fmt: skip
def test_what_several_say_is_said_before_one_of_them(text: str, name: str, kept: int) -> None:
    shelf = Shelf({"a": text})
    at = text.rindex("Ada Holm")
    shelf._named["a"] = [{"article_id": "a", "start_char": at, "end_char": at + 8, "carries": False}]
    row = {"evidence": [place(text, "wall", "a")], "names": [name], "cues": [], "slots": {"label": "the old wall fell"}}
    assert len(list(unnamed.vague([row], shelf))) == kept


@pytest.mark.parametrize(
    ("next_", "kept"),
    [("Ada Holm, an attorney for the town, came.", 0), ("Ada Holm came.", 1), ("The attorney Ada Holm came.", 0)],
)
def test_one_of_several_is_named_by_what_they_are(next_: str, kept: int) -> None:
    text = f"The wall fell, according to attorneys.\n{next_}"
    row = {
        "evidence": [place(text, "wall", "a")],
        "names": ["unnamed attorneys"],
        "cues": [],
        "slots": {"label": "the old wall fell"},
    }
    assert len(list(unnamed.vague([row], Shelf({"a": text})))) == kept


@pytest.mark.parametrize(
    ("name", "told"),
    [("some insiders", True), ("some", False), ("unnamed several", False), ("some of the old walls", False), ("speculation", True), ("many in the town", False),
     ("former teachers", True)],
)  # fmt: skip
def test_who_tells_is_called_by_a_word_for_people(name: str, told: bool) -> None:
    text = "The wall fell in May, sources said."
    row = {"evidence": [place(text, "wall", "a")], "names": [name], "cues": [], "slots": {"label": text}}
    assert bool(list(unnamed.vague([row], Shelf({"a": text})))) == told


def test_of_two_who_tell_something_next_the_first_counts() -> None:
    text = SOON.format("A key lawmaker") + "Ivo Lund saw it."
    shelf = Shelf({"a": text})
    spans = [(text.index(by), text.index(by) + len(by)) for by in ("Ivo Lund", "Ada Holm")]
    assert shelf.tellers("a", Span(0, len(text))) == []
    shelf._named["a"] = [{"article_id": "a", "start_char": a, "end_char": b, "carries": False} for a, b in spans]
    assert shelf.tellers("a", Span(0, len(text))) == [Span(*spans[1]), Span(*spans[0])]
    assert shelf.tellers("a", Span(0, 9)) == []


@pytest.mark.parametrize(
    ("label", "names", "told"),
    [("But that is just it, according to many aides", ["many aides"], False), ("That dam, according to aides, leaks badly", ["aides"], True),
     ("It fell, aides said", ["aides"], True)],
)  # fmt: skip
def test_a_word_that_points_back_is_no_claim(label: str, names: list[str], told: bool) -> None:
    row: dict[str, Any] = {"evidence": [place(label, label, "a")], "names": names, "slots": {"label": label}}
    shelf = Shelf({"a": label})
    assert known_tellers.claims_something(row, shelf) == told
    shelf._marked["a"] = [Span(0, len(label))]
    assert known_tellers.claims_something(row, shelf)


@pytest.mark.parametrize(
    ("text", "name", "cue", "told"),
    [("People talk of 40 boats.", "people", "People", False), ("There are 40 boats, according to people who count.", "unnamed people", "according to people", True),
     ("Several people say 40 boats sank.", "several people", "Several people", True)],
)  # fmt: skip
def test_people_who_say_it_are_anybody(text: str, name: str, cue: str, told: bool) -> None:
    row = {
        "evidence": [place(text, "40", "a")],
        "cues": [place(text, cue, "a")],
        "names": [name],
        "slots": {"label": text},
    }
    assert bool(list(unnamed.vague([row], Shelf({"a": text})))) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [("She misread the club", False), ("This is like a frog", False), ("She misread the Orrin club", True), ("I saw her. The club fell", True),
     ("That is it. They lost", False), ("They lost 40 boats", True)],
)  # fmt: skip
def test_words_in_marks_that_name_nobody_of_whom_they_speak(said: str, told: bool) -> None:
    text = f"“{said},” an aide said."
    found = [figure(text, "40", 40, "a")] if "40" in text else []
    shelf = Shelf({"a": text}, found)
    shelf._marked["a"] = [Span(1, 1 + len(said))]
    row = {"evidence": [place(text, said, "a")], "names": ["an aide"], "slots": {"label": said}}
    assert known_tellers.claims_something(row, shelf) == told


def test_a_label_that_begins_inside_a_sentence_is_told_in_full() -> None:
    text = "The mill may be sold, an aide said, and it has a great many clerks in it."
    row = {
        "evidence": [place(text, "it has", "a")],
        "names": ["an aide"],
        "slots": {"label": "it has a great many clerks"},
    }
    (told,) = unnamed.unnamed([row], Shelf({"a": text}))
    assert told["slots"]["label"] == text


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Yes, according to an aide, but nobody knows why 40 boats sank.", False), ("No, an aide said of the 40 boats that sank.", False),
        ("No boats of the 40 sank, an aide said.", True), ("Yesterday, an aide said, 40 boats sank.", True),
    ],
)  # fmt: skip
def test_an_answer_claims_nothing_without_its_question(label: str, told: bool) -> None:
    row = {
        "evidence": [place(label, "40", "a")] if "40" in label else [],
        "names": ["an aide"],
        "slots": {"label": label},
    }
    assert known_tellers.claims_something(row, Shelf({"a": label})) == told
