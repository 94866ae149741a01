"""Texts of languages without rules: links and sentences, never a figure or a quote read by another language's rules."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article, Block, CreditRelation, Link, Role, Span

TEXT = "Le port a vendu 1.234,5 tonnes de sel en mai, selon l'AFP. « Nous avons attendu », a dit Ada Holm."


@pytest.mark.parametrize("language", ["it", "pt-BR", "und", "ja"])
def test_nothing_is_read_by_the_rules_of_another_language(language: str) -> None:
    found = extract_mentions(Article("a", 1, TEXT, language=language))
    assert (found.quotes, found.figures, found.credits, found.people) == ((), (), (), ())
    assert len(found.sentences) == 2


def test_links_are_credits_all_the_same() -> None:
    url = "https://www.reuters.com/world/sel"
    at = TEXT.index("1.234,5 tonnes de sel")
    link = Link(Span(at, at + 21), url, url, "outlet")
    block = Block(Role.PARAGRAPH, Span(0, len(TEXT)))
    [credit] = extract_mentions(Article("a", 1, TEXT, (block,), (link,), language="it")).credits
    assert (credit.source.name, credit.relation) == ("Reuters", CreditRelation.LINKS)


def test_english_of_any_country_is_read() -> None:
    assert extract_mentions(Article("a", 1, "The port sold 14 tonnes of salt.", language="en-GB")).figures
