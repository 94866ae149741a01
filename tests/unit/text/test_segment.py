"""Paragraphs, marks and sentences: a table of invented texts, and what must hold of any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.extract.reading import read_document
from audit.records import Article, Span
from audit.text.segment import LONGEST, cut_sentences, find_paragraphs, pair_marks

MARKED = [
    ("curly", "“It is shut,” she said.", ["It is shut,"]),
    ("straight", '"It is shut," she said. "For good."', ["It is shut,", "For good."]),
    ("single", "‘It is shut,’ she said.", ["It is shut,"]),
    ("straight single", "'It is shut,' she said.", ["It is shut,"]),
    ("guillemets", "«It is shut», she said.", ["It is shut"]),
    ("guillemets turned in", "»It is shut«, she said.", ["It is shut"]),
    ("German", "„Sie ist zu“, sagte sie.", ["Sie ist zu"]),
    ("Japanese", "He wrote 「閉鎖」 on the door.", ["閉鎖"]),
    ("two apostrophes", "''It is shut,'' she said.", ["It is shut,"]),
    ("mixed in one line", "“A,” he said; «B», she said; „C“, sagte er; 「D」.", ["A,", "B", "C", "D"]),
    ("apostrophes are no marks", "The mayor's dogs' collars weren't '90s wear.", []),
    ("inner single", "“They call it ‘the pit’ here,” she said.", ["They call it ‘the pit’ here,"]),
    ("inner curly in straight", '"She asked: “Who? You?” Nobody."', ["She asked: “Who? You?” Nobody."]),
    ("feet and inches", "The board is 6 feet long.", []),
]


@pytest.mark.parametrize(("text", "words"), [m[1:] for m in MARKED], ids=[m[0] for m in MARKED])
def test_marks_of_every_kind(text: str, words: list[str]) -> None:
    found, _ = pair_marks(text, Span(0, len(text)))
    assert [span.of(text) for span in found] == words


SENTENCES = [
    ("a sentence may end at a mark", "“It is shut.” Nobody came.", ["“It is shut.”", "Nobody came."]),
    ("never inside one", "“It is shut. For good.” Nobody came.", ["“It is shut. For good.”", "Nobody came."]),
    ("goes on after a comma", "“It is shut,” she said. “Go.”", ["“It is shut,” she said.", "“Go.”"]),
    ("a question and who asked", "“Is it shut?” Ada Holm asked. “Well?”", ["“Is it shut?” Ada Holm asked.", "“Well?”"]),
    ("titles", "Gov. Ada Holm met Dr. Pell. He left.", ["Gov. Ada Holm met Dr. Pell.", "He left."]),
    ("initials", "J. R. Holm and G.K. Pell left. So did I.", ["J. R. Holm and G.K. Pell left.", "So did I."]),
    (
        "a country that ends a sentence",
        "She flew to the U.S. The trip was long.",
        ["She flew to the U.S.", "The trip was long."],
    ),
    ("a country that does not", "The U.S. Senate met.", ["The U.S. Senate met."]),
    ("a signature stays with its words", "“Shut it.” — Ada Holm", ["“Shut it.” — Ada Holm"]),
    ("the zone of an hour", "It airs at 9 p.m. ET. Nobody came.", ["It airs at 9 p.m. ET.", "Nobody came."]),
    ("the day of an hour", "It fell at 9 a.m. Sunday near Orle.", ["It fell at 9 a.m. Sunday near Orle."]),
    ("an hour that ends a sentence", "It fell at 9 p.m. Nobody came.", ["It fell at 9 p.m.", "Nobody came."]),
    ("an hour before a name in capitals", "It fell at 9 p.m. NATO left.", ["It fell at 9 p.m.", "NATO left."]),
    ("decimals", "It rose 2.5 percent. It fell.", ["It rose 2.5 percent.", "It fell."]),
]


@pytest.mark.parametrize(("text", "sentences"), [s[1:] for s in SENTENCES], ids=[s[0] for s in SENTENCES])
def test_sentences_respect_marks(text: str, sentences: list[str]) -> None:
    document = read_document(Article("a", 1, text))
    assert [span.of(text) for span in document.sentences] == sentences


def test_an_odd_mark_costs_its_paragraph_at_most() -> None:
    text = "“It is shut,” she said.\nHe said “it is open and left.\n“It is shut,” she said again."
    quoted = [span.of(text) for span in read_document(Article("a", 1, text)).quoted]
    assert quoted.count("It is shut,") == 2


def test_a_long_quotation_opens_each_paragraph_anew() -> None:
    text = "She said: “It is shut.\n“It was always shut.\n“It will stay shut.”\nNobody came."
    quoted = [span.of(text) for span in read_document(Article("a", 1, text)).quoted]
    assert quoted == ["It is shut.", "It was always shut.", "It will stay shut."]


def test_blank_lines_and_blanks_are_no_paragraphs() -> None:
    text = "One.\n\n  \n\tTwo. \r\n"
    assert [span.of(text) for span in find_paragraphs(text)] == ["One.", "Two."]


TEXTS = st.text(alphabet="ab AB.!?,:\n\"'“”‘’„«»「」()-–— said", max_size=200)


@given(TEXTS)
def test_spans_are_in_order_and_inside(text: str) -> None:
    document = read_document(Article("a", 1, text))
    for spans in (document.paragraphs, document.sentences, document.quoted):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(one.end <= two.start for one, two in pairwise(spans))


@given(TEXTS)
def test_sentences_hold_all_words_of_their_paragraphs(text: str) -> None:
    document = read_document(Article("a", 1, text))
    held = "".join(span.of(text) for span in document.sentences)
    assert "".join(held.split()) == "".join(text.split())


@given(TEXTS)
def test_no_sentence_ends_inside_marks(text: str) -> None:
    document = read_document(Article("a", 1, text))
    ends = {sentence.end for sentence in document.sentences}
    assert not any(quoted.start < end < quoted.end for quoted in document.quoted for end in ends)


@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "„", "«", "「", "(", "“‘", "''"])
def test_a_heap_of_marks_is_read(mark: str) -> None:
    text = mark * 20_000
    assert read_document(Article("a", 1, text)).text == text


RUN = "and then he told the Holm Post that it was so, "


def parts_of(text: str) -> list[str]:
    whole = Span(0, len(text))
    return [part.of(text) for part in cut_sentences(text, whole, pair_marks(text, whole)[0])]


def test_what_never_stops_is_cut_between_words() -> None:
    parts = parts_of(RUN * 400)
    assert max(map(len, parts)) <= LONGEST
    assert {word for part in parts for word in part.split()} == set(RUN.split())
    assert len(parts) <= 12


def test_a_cut_spares_what_stands_in_marks() -> None:
    said = "we saw the sea and the sea saw us " * 100
    text = f"{'row upon row ' * 150}“{said.strip()},” said Ada Holm of the harbour office in the town"
    assert any(said.strip() in part for part in parts_of(text))


def test_a_long_sentence_is_one() -> None:
    text = "He came, " * 200 + "and left."
    assert parts_of(text) == [text]


def test_one_word_without_end_is_cut() -> None:
    assert [len(part) for part in parts_of("a" * 5000)] == [2000, 2000, 1000]
