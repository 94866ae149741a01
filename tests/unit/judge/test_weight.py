"""How much a change of words weighs: what says the same in other words is counted and not listed."""

from __future__ import annotations

import pytest

from audit.judge.gates import weight
from audit.judge.gates.substance import Change
from audit.lexicon import load_rules


def change(one: str, two: str) -> Change:
    return Change(tuple(one.split()), tuple(two.split()))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("ruined", "destroyed"), ("believes", "thinks"), ("people", "individuals"), ("a big mill", "the large mill"),  # synonyms
        ("leaders", "leadership"), ("defiance", "defiant"), ("purposely", "purposefully"),  # one root
        ("burning", "burning down"), ("opened", "prised open"),  # one side only tells more
        ("card", "thing"), ("ferrymen", "people"),  # a noun that may stand for any
        ("promise", "vow"), ("inflicted", "caused"),  # under the same heads of a thesaurus
        ("keeps doing", "continues"), ("also rightfully", "rightly"), ("are with", "go out to"),
        ("make", "be"),  # a verb that only carries what stands behind it
        ("our", "the"), ("the", "my"), ("our", "a"), ("on", "our"), ("we", "fishermen"), ("our", "that a dell"),  # whose it is is known, or left open
        ("have got", "need"), ("have to", "need to"), ("sinks", "can sink"),
    ],
)  # fmt: skip
def test_other_words_that_say_the_same(one: str, two: str) -> None:
    assert weight.says_the_same(change(one, two))
    assert weight.says_the_same(change(two, one))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("accomplished", "accompanied"), ("guy", "gun"), ("mills", "boats"), ("big mills", "large boats"), ("big mills", "large"),
        ("never ruined", "destroyed"), ("must ruin", "should destroy"), ("will ruin", "must destroy"), ("not", ""),
        ("them mills", "him"), ("him", "you"), ("we", "they"), ("our", "their"), ("have", "need"), ("frozen", "flooded"), ("red promise", "vow"), ("our red", "the green"), ("must sink", "sinks"), ("gave", "took"), ("my", "our"),
        ("sixteen", "fifteen"), ("hot", "cold"),
    ],
)  # fmt: skip
def test_other_words_that_say_otherwise(one: str, two: str) -> None:
    assert not weight.says_the_same(change(one, two))
    assert not weight.says_the_same(change(two, one))


@pytest.mark.parametrize(
    ("one", "two", "plain"),
    [
        ("believe", "think", True), ("people", "individuals", True), ("armed security in", "securing", True), ("have got", "need", True),
        ("make", "be", True), ("professing", "expressing", False), ("bright", "brilliant", False), ("our", "the", False),
        ("them", "him", False), ("ferrymen", "people", False), ("sinks", "can sink", False),
    ],
)  # fmt: skip
def test_another_form_or_a_word_that_any_news_has_is_no_note(one: str, two: str, plain: bool) -> None:
    assert weight.says_the_same(change(one, two))
    assert weight.is_plain(change(one, two)) == plain
    assert weight.is_plain(change(two, one)) == plain


@pytest.mark.parametrize(("one", "two"), [("them", "him"), ("she", "they"), ("them mills", "him mills")])
def test_whom_the_words_do_not_name_is_told_outside_of_them(one: str, two: str) -> None:
    assert weight.says_the_same(change(one, two))
    assert weight.says_the_same(change(two, one))


@pytest.mark.parametrize("group", ["able", "duty", "general", "carrying"])
def test_a_group_is_what_its_example_shows(group: str) -> None:
    one, two = load_rules("stance")[group]["example"].split(" -> ")
    shared = {*one.split()} & {*two.split()}
    assert weight.says_the_same(change(*(" ".join(w for w in side.split() if w not in shared) for side in (one, two))))


def test_wordings_that_part_in_many_places_were_said_twice() -> None:
    one, two, three = change("mill", "boat"), change("hot", "cold"), change("old reeve", "young clerk")
    assert weight.is_retold([one, two, three])
    assert not weight.is_retold([one, two])
    assert not weight.is_retold([one, two, change("boat", "mill")])  # one change, made twice
    assert not weight.is_retold([one, two, change("", "reeve"), change("the", "a"), change("went", "goes")])


def test_of_a_series_each_report_may_choose_another_part() -> None:
    said = [
        "we",
        "will",
        "not",
        "stand",
        "for",
        "the",
        "sale",
        "and",
        "we",
        "will",
        "not",
        "stand",
        "for",
        "the",
        "loss",
        "of",
        "the",
        "mill",
    ]
    assert weight.is_of_series(said[:6], said)
    assert weight.is_of_series([*said[:6], "cheap"], said)
    assert not weight.is_of_series(["they", *said[1:6]], said[:8])  # said once
    assert not weight.is_of_series([*said[:6], "cheap", "old", "red"], said)  # the frame stands too far before
