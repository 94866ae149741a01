"""What matching looks up of whole articles: their words and fingerprints, read once for every version of a text."""

from __future__ import annotations

from audit.match.passages import Readings, gram_rows
from audit.match.present import BATCH, drop_absent, present
from audit.match.stories import word_rows
from audit.warehouse import Answers, Index


def read_new(readings: Readings, index: Index) -> None:
    """Read the articles that the index has not seen, in batches, and say which ones are present."""
    answers = Answers(index, "articles")
    new = [number for number, held in enumerate(readings.articles) if not answers.knows(held.key)]
    for start in range(0, len(new), BATCH):
        batch = [readings[number] for number in new[start : start + BATCH]]
        index.insert("passage_grams", [row for one in batch for row in gram_rows(one)])
        index.insert("article_words", [row for one in batch for row in word_rows(one)])
    for held in readings.articles:
        answers.answer(held.key, lambda: True)
    present(index, "present_articles", ((held.key, number) for number, held in enumerate(readings.articles)))
    if answers.store():
        drop_absent(index, "present_articles", "passage_grams", "article_words")


def word_frequency(index: Index) -> tuple[dict[int, int], int]:
    """How many articles have each telling word, and how many there are."""
    sql = "select word, count(*) from article_words semi join present_articles using (owner) group by word"
    return dict(index.query(sql)), index.query("select count(*) from present_articles")[0][0]
