"""What every extractor reads: only the blocks that mentions are taken from, with the names in them."""

from __future__ import annotations

import textwrap

from audit.extract.article import extract_mentions
from audit.extract.reading import read_document
from audit.records import Article, Block, Role, SourceKind, Span

TEXT = "Bridge shut\nAda Holm said it was shut.\nAbout the author: Tor Vint writes.\n"


def _article() -> Article:
    lines = [Span(0, 11), Span(12, 38), Span(39, 74)]
    roles = (Role.TITLE, Role.PARAGRAPH, Role.BIO)
    return Article("a", 1, TEXT, tuple(Block(role, span) for role, span in zip(roles, lines, strict=True)))


def test_blocks_that_hold_no_mentions_are_left_out() -> None:
    document = read_document(_article())
    assert [span.of(TEXT) for span in document.paragraphs] == ["Bridge shut", "Ada Holm said it was shut."]
    assert "Tor Vint" not in {name.surface for name in document.names}


def test_an_article_without_blocks_is_read_whole() -> None:
    document = read_document(Article("a", 1, TEXT))
    assert len(document.paragraphs) == 3


def test_what_holds_a_position() -> None:
    text = "“It is shut,” Ada Holm said. Nobody came."
    document = read_document(Article("a", 1, text))
    assert document.is_quoted(text.index("shut"))
    assert not document.is_quoted(text.index("Ada"))
    sentence = document.sentence_at(text.index("Nobody"))
    assert sentence is not None
    assert sentence.of(text) == "Nobody came."
    assert document.paragraph_at(len(text)) is None


def test_names_in_a_stretch() -> None:
    text = "Ada Holm met Tor Vint of the Marrow Valley Council."
    document = read_document(Article("a", 1, text))
    assert [n.surface for n in document.names_in(Span(0, 21))] == ["Ada Holm", "Tor Vint"]
    assert [n.surface for n in document.names_in(Span(4, 8))] == ["Ada Holm"]
    assert document.names[-1].kind is SourceKind.ORGANISATION


def test_an_embedded_post_is_known_without_blocks() -> None:
    text = "She spoke on Monday.\n\nThe bridge is shut! #bridge\n— Ada Holm (@adaholm) October 30, 2024\n"
    document = read_document(Article("a", 1, text))
    assert document.is_embedded(text.index("#bridge"))
    assert not document.is_embedded(0)


def test_the_vocabulary_is_what_the_sentences_hold_in_small_letters() -> None:
    document = read_document(Article("a", 1, "It’s the Mill's. HOLM said so."))
    assert {"it's", "it", "mill's", "mill", "holm", "said"} <= document.vocabulary


def test_a_figure_across_a_broken_line_is_the_words_at_its_place() -> None:
    told = "The wardens of Dell said that the old red mill had burnt for the last five hours before anybody came over from the quay. "
    broken = textwrap.fill(told * 3, 67)
    article = Article("a", 1, f"{broken}\n\n{broken}")
    found = extract_mentions(article).figures
    assert "five\nhours" in [figure.surface for figure in found]
    assert all(figure.span.of(article.text) == figure.surface for figure in found)
