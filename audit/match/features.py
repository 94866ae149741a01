"""What matching looks up of whole articles: their words and fingerprints, read once for every version of a text."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from audit.engine import Engine
from audit.match.articles import Held, know_blocks
from audit.match.passages import gram_rows, read_article
from audit.match.present_rows import BATCH, drop_absent, present
from audit.match.stories import word_rows
from audit.warehouse import Answers, Index, as_kept

UNPACKED = ""  # numbers or None
GRAMS = {
    "owner": "q",
    "gram": "q",
    "position": "i",
    "two_before": UNPACKED,
    "one_around": UNPACKED,
    "two_behind": UNPACKED,
}
WORDS = {"owner": "q", "stem": "q", "told": "i", "named": "i"}

Columns = dict[str, Sequence[int | None]]


class Rows(NamedTuple):
    """Rows of `passage_grams` and of `article_words`, as columns: packed, they go quickly from process to table."""

    grams: Columns
    words: Columns


def read_new(articles: Sequence[Held], index: Index, engine: Engine) -> Answers:
    """Read the articles that the index has not seen, in batches, and say which ones are present.

    Returns which are kept: until `drop_gone`, rows of those that went tell what the run before had.
    """
    answers = Answers(index, "articles")
    new = [held for held in articles if not answers.knows(held.key)]
    know_blocks(new)
    batches = (new[start : start + BATCH] for start in range(0, len(new), BATCH))
    for rows in engine.map_batches(_read, batches):
        index.insert_columns("passage_grams", rows.grams)
        index.insert_columns("article_words", rows.words)
    for held in new:
        answers.keep(held.key, as_kept(True))
    answers.ask(held.key for held in articles)
    present(index, "present_articles", ((held.key, number) for number, held in enumerate(articles)))
    answers.store(prune=False)
    return answers


def drop_gone(index: Index, kept: Answers) -> None:
    """Where many articles went, take them and their rows out."""
    if kept.store():
        drop_absent(index, "present_articles", "passage_grams", "article_words")


def _read(batch: Sequence[Held]) -> Rows:
    readings = [read_article(held) for held in batch]
    grams, words = (chain.from_iterable(map(rows, readings)) for rows in (gram_rows, word_rows))
    return Rows(_columns(grams, GRAMS), _columns(words, WORDS))


def _columns(rows: Iterable[Sequence[int | None]], codes: Mapping[str, str]) -> Columns:
    """Rows as columns, packed by these codes; none of none."""
    values = zip(codes.items(), zip(*rows, strict=True), strict=False)
    return {name: array(code, told) if code else told for (name, code), told in values}
