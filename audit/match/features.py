"""What matching looks up of whole articles: their words and fingerprints, read once for every version of a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from audit.engine import Engine
from audit.match.articles import Held, know_blocks
from audit.match.passages import gram_rows, read_article
from audit.match.present_rows import BATCH, drop_absent, present
from audit.match.stories import word_rows
from audit.warehouse import Answers, Index, as_kept


class Rows(NamedTuple):
    """Rows of `passage_grams` and of `article_words`."""

    grams: list[tuple[int | None, ...]]
    words: list[tuple[int, int, int, int]]


def read_new(articles: Sequence[Held], index: Index, engine: Engine) -> Answers:
    """Read the articles that the index has not seen, in batches, and say which ones are present.

    Returns which are kept: until `drop_gone`, rows of those that went tell what the run before had.
    """
    answers = Answers(index, "articles")
    new = [held for held in articles if not answers.knows(held.key)]
    know_blocks(new)
    batches = (new[start : start + BATCH] for start in range(0, len(new), BATCH))
    for rows in engine.map_batches(_read, batches):
        index.insert("passage_grams", rows.grams)
        index.insert("article_words", rows.words)
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
    return Rows(
        [row for one in readings for row in gram_rows(one)], [row for one in readings for row in word_rows(one)]
    )
