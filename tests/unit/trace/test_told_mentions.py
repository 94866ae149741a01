"""Mentions of which no claim can be made are not kept; a statement is kept whole."""

from __future__ import annotations

from typing import Any

from audit.records import Span
from audit.trace.records import Chain, Hop, Pair
from audit.trace.told_mentions import Wanted, read_mentions

Row = tuple[Any, ...]
TEXTS = dict.fromkeys("ab", ("x" * 500,))


def row(kind: str, key: str, start: int, end: int) -> Row:
    """A row of mentions.sql; its id begins with its article, and it is a sentence of its own."""
    value = (41.0, 41.0, None, "boats") if kind == "figure" else (None,) * 4
    return (kind, key, key[0], 1, start, end, None, None, key, start, end, *value, start, end)


def chain(article: str, start: int, end: int, rule: str = "reported", relation: str = "relays") -> Chain:
    return Chain(article, Span(start, end), (Hop("c", "post", "outlet", relation, Span(start, start), 1, rule),))


ROWS = [
    row("quote", "a1", 0, 50), row("figure", "a2", 10, 12), row("quote", "a3", 100, 150), row("passage", "a4", 200, 300),
    row("credit", "a5", 320, 330), row("figure", "a6", 400, 402), row("quote", "b1", 0, 50),
]  # fmt: skip


def kept(pairs: tuple[Pair, ...] = (), chains: tuple[Chain, ...] = (), whole: str = "") -> list[str]:
    by_article = {key: [one for one in chains if one.article_id == key] for key in "ab"}
    return [one.mention_id for one in read_mentions(ROWS, TEXTS, Wanted.of(pairs, by_article, whole)).mentions]


def pair(a: str, b: str) -> Pair:
    return Pair("figure", "equal", a, b, a[0], b[0], 0, True)


def test_passages_and_credits_are_kept_always() -> None:
    assert kept() == ["a4", "a5"]


def test_what_is_matched_is_kept_with_the_quote_that_holds_it() -> None:
    assert kept((pair("a2", "b1"),)) == ["a1", "a2", "a4", "a5", "b1"]


def test_what_a_chain_covers_is_kept() -> None:
    assert kept(chains=(chain("a", 140, 160),)) == ["a3", "a4", "a5"]
    assert kept(chains=(chain("a", 150, 160), chain("a", 0, 500, relation="contributed_by"))) == ["a4", "a5"]


def test_all_is_kept_where_a_house_spoke_with_somebody_or_a_writer_is_quoted() -> None:
    every = [key for _, key, *_ in ROWS]
    assert kept(chains=(chain("a", 480, 490, rule="told"),)) == every[:-1]
    assert kept(whole="ab") == every


def test_quoted_words_are_those_of_all_quotes_of_an_article_that_has_any_claim() -> None:
    found = read_mentions(ROWS, TEXTS, Wanted.of((pair("a6", "x"),), {}, ()))
    assert found.quoted == {"a": [Span(0, 50), Span(100, 150)]}
    assert found.statement_of == {"a4": "a4", "a5": "a5", "a6": "a6"}
    assert [one.label for one in found.mentions if one.kind == "figure"] == ["xx"]


def test_without_a_wish_all_are_kept() -> None:
    assert [one.mention_id for one in read_mentions(ROWS, TEXTS, None).mentions] == [key for _, key, *_ in ROWS]
