"""What somebody is, as words beside a name tell it; the body of a role: a case on either side of each choice."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from audit.extract.jsonl import read_line
from audit.extract.parse import merge
from audit.extract.quotes import subjects
from audit.extract.quotes.sentence_items import Line
from audit.extract.reading import read_document
from audit.extract.sources.affiliations import affiliation_of
from audit.extract.sources.offices import Offices, is_description, is_office, read_role
from audit.extract.sources.posts import is_post, post_before, small_post, title_of
from audit.records import Span


@pytest.mark.parametrize(
    ("before", "behind", "title"),
    [
        ("mayor", "", "mayor"), ("the mayor", "", "mayor"), ("his lawyer", "", "lawyer"), ("former mayor", "", "former mayor"),
        ("Mr", "", None), ("Mr. mayor", "", "mayor"), ("", "", None), ("On Monday, the mayor", "", "mayor"),
        ("union lawyer", "mayor of Dell", "mayor of Dell"), ("union lawyer", "mayor, who came", "mayor"),
        ("lawyer who met", "", "lawyer"), ("lawyer", "the man who met him", "man"),
        ("on the trail", "", None), ("whose father", "", None), ("one of three", "", None),
        ("x" * 120, "", "x" * 120), ("x" * 121, "", None),
    ],
)  # fmt: skip
def test_what_a_person_is_called(before: str, behind: str, title: str | None) -> None:
    assert title_of(before, behind) == title


@pytest.mark.parametrize(
    ("words", "post"),
    [
        ("lawyer", "lawyer"), ("  lawyer, ", "lawyer"), ("the lawyer of Dell", "lawyer of Dell"), ("mayor for Dell", "mayor for Dell"), ("union top lawyer", "union top lawyer"),
        ("mill", None), ("the mill of the lawyer", None), ("", None), ("lawyer mill of Dell", None),
    ],
)  # fmt: skip
def test_words_before_a_name_that_head_a_role(words: str, post: str | None) -> None:
    assert post_before(words) == post


@pytest.mark.parametrize(
    ("word", "post"), [("lawyer", True), ("spokesman", True), ("mayor", True), ("mr", False), ("mill", False)]
)
def test_a_word_that_says_what_somebody_is(word: str, post: bool) -> None:
    assert is_post(word) == post


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("The harbour union lawyer Ada Holm came.", "harbour union lawyer"),
        ("On Monday lawyer Ada Holm came.", "lawyer"),
        ("He met hired lawyer Ada Holm.", "lawyer"),
        ("He said lawyer Ada Holm came.", "lawyer"),
        ("He met ex-union lawyer Ada Holm.", "ex-union lawyer"),  # no verb belongs to it
        ("He met 40 lawyer Ada Holm.", "lawyer"),
        ("The mill Ada Holm came.", ""),
        ("The harbour union lawyer, Ada Holm, came.", ""),
        ("Lawyer Ada Holm came.", ""),  # the first word of a text
    ],
)
def test_small_words_before_a_name(text: str, post: str) -> None:
    doc = read_document(read_line({"id": "x", "text": text}))
    (name,) = (name for name in doc.names if name.full == "Ada Holm")
    assert small_post(doc, name) == post


@pytest.mark.parametrize(
    ("phrase", "body"),
    [
        ("the president of France", "France"), ("the French president", "France"), ("the mayor", None),
        ("head of the Norwick Ferry Company", "Norwick Ferry Company"),
        ("fellow at the World Institute for North Korean Studies", "World Institute for North Korean Studies"),
    ],
)  # fmt: skip
def test_the_body_that_a_role_names(phrase: str, body: str | None) -> None:
    assert affiliation_of(phrase) == body


@pytest.mark.parametrize(
    ("phrase", "office"),
    [("the president", True), ("the mayor", True), ("the man who", False), ("the mill", False), ("the clerk", False), ("the president, who", True)],
)  # fmt: skip
def test_a_phrase_that_asks_for_the_holder_of_an_office(phrase: str, office: bool) -> None:
    assert is_office(phrase) == office


@pytest.mark.parametrize(
    ("words", "described"),
    [("the retired Norwick pilot", True), ("the retired pilot", True), ("the pilot", False), ("a retired pilot", False), ("the pilot of Dell", False)],
)  # fmt: skip
def test_more_than_a_bare_role(words: str, described: bool) -> None:
    assert is_description(words.split()) == described


def bearer(told: list[tuple[str, str]], asked: str, at: int = 99, recent: tuple[str, ...] = ()) -> str | None:
    """Whose role it is, where names are called by roles from place 0 on, ten apart."""
    offices, role = Offices(), read_role(asked)
    for number, (full, words) in enumerate(told):
        offices.learn(10 * number, full, words)
    assert role is not None
    return offices.bearer(role, at, recent, {})


@pytest.mark.parametrize(
    ("told", "asked", "who"),
    [
        ([("Ada", "mayor")], "the mayor", "Ada"), ([("Ada", "mayor")], "the lawyer", None),
        ([("Ada", "mayor"), ("Bo", "mayor")], "the mayor", None),
        ([("Ada", "mayor")] * 3 + [("Bo", "mayor")], "the mayor", "Ada"), ([("Ada", "mayor")] * 2 + [("Bo", "mayor")], "the mayor", "Ada"),
        ([("Ada", "mayor")] * 3 + [("Bo", "mayor")] * 2, "the mayor", None),
        ([("Ada", "deputy mayor")], "the mayor", None), ([("Ada", "deputy mayor")], "the deputy mayor", "Ada"),
    ],
)  # fmt: skip
def test_whose_role_it_is(told: list[tuple[str, str]], asked: str, who: str | None) -> None:
    assert bearer(told, asked) == who


def test_of_two_whoever_spoke_last_is_asked_for() -> None:
    told = [("Ada", "mayor"), ("Bo", "mayor")]
    assert bearer(told, "the mayor", recent=("Cy", "Bo", "Ada")) == "Bo"
    assert bearer([("Ada", "mayor")] * 3 + [("Bo", "mayor")], "the mayor", recent=("Bo",)) == "Ada"
    assert bearer(told, "the mayor", at=5) == "Ada"  # only she was called so by then
    assert bearer(told, "the mayor", at=-1) is None


def test_who_holds_another_office_is_not_asked_for() -> None:
    offices = Offices()
    offices.learn(0, "Ada", "president of France")
    for asked, may in (
        ("the president", False),
        ("the mayor", False),
        ("the clerk", True),
        ("the former president", True),
    ):
        role = read_role(asked)
        if role is not None:
            assert offices.may_be(role, "Ada") == may, asked
            assert offices.may_be(role, "Bo")


def test_a_post_at_the_end_of_a_line_is_not_the_next_one_s() -> None:
    doc = read_document(read_line({"id": "x", "text": "He met a lawyer\n\nAda Holm came."}))
    (name,) = (name for name in doc.names if name.full == "Ada Holm")
    assert small_post(doc, name) == ""


@pytest.mark.parametrize(
    ("text", "piece", "kind"),
    [
        ("“abcdefghi”j", "abcdefghi", "direct"), ("“abcdefghi”j", "abcdefghi”j", "mixed"), ("It “abcdefghijklmnopqr” j", "“abcdefghijklmnopqr”", "direct"),
        ("It “abc” was", "It “abc” was", "mixed"), ("It was so", "It was so", "indirect"), ("“ab” or “cd” it", "cd", "direct"), ("“ab” or “cd” it", "or", "indirect"),
        ("“abcdef”", "cdef", "direct"), ("“abcdef”", "abcd", "direct"),
    ],
)  # fmt: skip
def test_what_stands_in_marks_makes_a_quote_direct(text: str, piece: str, kind: str) -> None:
    doc = read_document(read_line({"id": "x", "text": text}))
    at = text.index(piece)
    assert merge._kind(doc, [Span(at, at + len(piece))]) == kind


@pytest.mark.plain
@pytest.mark.parametrize(
    ("capitals", "small", "headline"), [(18, 2, True), (17, 3, False), (3, 0, True), (2, 0, False), (0, 3, False)]
)
def test_a_headline_is_capitalised_for_the_most_part(capitals: int, small: int, headline: bool) -> None:
    words = ["Walls"] * capitals + ["walls"] * small
    line = SimpleNamespace(low=[w.lower() for w in words], capital=lambda i: words[i][0].isupper())
    assert subjects.is_headline(cast(Line, line)) == headline


@pytest.mark.plain
def test_short_words_and_numbers_say_nothing_of_a_headline() -> None:
    words = ["Walls", "Roofs", "Doors", "for", "all", "1931"]
    line = SimpleNamespace(low=[w.lower() for w in words], capital=lambda i: words[i][0].isupper())
    assert subjects.is_headline(cast(Line, line))
