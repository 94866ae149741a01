"""French and Spanish on invented sentences: what is read is right, and little is left out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from audit.extract.article import extract_mentions
from audit.records import Article, Mentions

HERE = Path(__file__).parent / "romance"
Row = dict[str, Any]
Facts = Callable[[str, Row, Mentions], tuple[set[Any], set[Any]]]


def rows(language: str) -> list[Row]:
    return [json.loads(line) for line in (HERE / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()]


def plain(words: str) -> str:
    return re.sub(r"\s+", " ", words.replace("’", "'")).strip(" .,;:").lower()


def pieces(words: list[str]) -> str:
    return plain(" ... ".join(plain(piece) for piece in words))


def quotes(text: str, row: Row, found: Mentions) -> tuple[set[Any], set[Any]]:
    told = {pieces(quote["words"]) for quote in row["quotes"]}
    return told, {pieces([piece.of(text) for piece in quote.pieces]) for quote in found.quotes}


def speakers(text: str, row: Row, found: Mentions) -> tuple[set[Any], set[Any]]:
    told = {(pieces(q["words"]), plain(q["source"])) for q in row["quotes"] if q["source"]}
    read = {(pieces([p.of(text) for p in q.pieces]), plain(q.source.name)) for q in found.quotes if q.source}
    return told, read


def credits(text: str, row: Row, found: Mentions) -> tuple[set[Any], set[Any]]:
    told = {tuple(plain(name) for name in path) for path in row["credits"]}
    return told, {tuple(plain(name) for name in credit.path) for credit in found.credits}


def pairs(language: str, facts: Facts) -> Iterator[tuple[set[Any], set[Any]]]:
    for row in rows(language):
        found = extract_mentions(Article(row["id"], 1, row["text"], language=language))
        yield facts(row["text"], row, found)


@pytest.mark.parametrize("language", ["fr", "es"])
@pytest.mark.parametrize("facts", [quotes, speakers, credits])
def test_what_is_read_is_right(language: str, facts: Facts) -> None:
    both = list(pairs(language, facts))
    right, told, read = (sum(map(len, sets)) for sets in zip(*((t & r, t, r) for t, r in both), strict=True))
    assert right >= 0.97 * read, "precision"
    assert right >= 0.93 * told, "recall"


@pytest.mark.parametrize("language", ["fr", "es"])
def test_the_sets_are_large_enough_to_be_a_gate(language: str) -> None:
    assert len(rows(language)) >= 60
    assert len({row["text"] for row in rows(language)}) == len(rows(language))
