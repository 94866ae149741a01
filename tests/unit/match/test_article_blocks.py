"""Blocks that are asked for when somebody looks: the same spans, in few queries."""

from __future__ import annotations

import pickle
from typing import Any

from audit.match.article_blocks import ArticleBlocks, RoleSpans
from audit.match.articles import know_blocks, load_articles
from audit.records import Span

from .conftest import Corpus


class _Counted:
    """A warehouse that counts what it is asked."""

    def __init__(self, corpus: Corpus) -> None:
        self._warehouse, self.asked = corpus.warehouse, list[str]()

    def run(self, sql: str) -> None:
        self._warehouse.run(sql)

    def query(self, sql: str, values: Any = ()) -> list[tuple[Any, ...]]:
        self.asked.append(sql)
        return self._warehouse.query(sql, values)

    def stream(self, sql: str) -> Any:
        return self.query(sql)

    def insert(self, table: str, rows: Any) -> None:
        self._warehouse.insert(table, rows)

    def keep_texts(self) -> Any:
        return self._warehouse.keep_texts()


def _laid(corpus: Corpus) -> _Counted:
    for key in "ab":
        corpus.article(key, "The ferry sank.")
    corpus.warehouse.run("delete from blocks where article_id = 'b'")
    return _Counted(corpus)


def test_what_is_known_is_asked_for_at_once(corpus: Corpus) -> None:
    counted = _laid(corpus)
    held = load_articles(counted)  # type: ignore[arg-type]
    asked = len(counted.asked)
    know_blocks(held.values())
    assert len(counted.asked) == asked + 1
    assert all(len(one.read) for one in held.values())
    assert len(counted.asked) == asked + 1


def test_an_article_without_blocks_is_read_whole(corpus: Corpus) -> None:
    whole = load_articles(_laid(corpus))["b"]  # type: ignore[arg-type]
    assert (list(whole.read), list(whole.named), list(whole.headline)) == ([Span(0, len(whole.text))], [], [])


def test_an_article_is_told_from_others_without_a_look_at_its_blocks(corpus: Corpus) -> None:
    counted = _laid(corpus)
    held = load_articles(counted)  # type: ignore[arg-type]
    asked = len(counted.asked)
    assert len(set(held.values())) == len(held)
    assert len(counted.asked) == asked


def test_of_several_articles_each_has_its_own_blocks(corpus: Corpus) -> None:
    blocks = ArticleBlocks(_laid(corpus)._warehouse)
    for _ in range(2):
        assert [len(blocks.of(key)) for key in "aba"] == [1, 0, 1]
    assert blocks.of("a") is blocks.of("a")


def test_what_goes_to_another_process_is_plain(corpus: Corpus) -> None:
    held = load_articles(_laid(corpus))["a"]  # type: ignore[arg-type]
    other = pickle.loads(pickle.dumps(held))
    assert [type(one.read) for one in (held, other)] == [RoleSpans, tuple]
    assert held == other
    assert (hash(held.read), held.read[0:1]) == (hash(other.read), other.read[0:1])


class _Unwalked(dict[str, Any]):
    """Blocks by article that nobody may go through."""

    def keys(self) -> Any:
        raise AssertionError("one article was asked for, and all are gone through")

    __iter__ = keys


def test_one_of_many_articles_costs_no_walk_over_the_others(corpus: Corpus) -> None:
    blocks = ArticleBlocks(_laid(corpus))  # type: ignore[arg-type]
    blocks.load("ab")
    blocks._held = _Unwalked(blocks._held.items())
    assert [block.start for block in blocks.of("a")] == [0]
    blocks.load("a")
