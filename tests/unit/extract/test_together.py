"""Articles that are read together, step by step: each as it is read alone, and none costs another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.extract import article as room
from audit.extract.article import TOGETHER, extract_all, extract_mentions
from audit.records import Article

TEXTS = (
    "The mill shut in May, Ada Holm said. “It will not open again,” she said of its 40 workers.",
    "Le maire a fermé le pont. « Il rouvrira », a dit Ada Holm.",
    "Pons clausus est.",
    "According to the Quay Courier, 12 boats sank. Tor Vint told reporters that nobody was hurt.",
    "",
)
LANGUAGES = ("en", "fr", "la", "en", "en")


def article(number: int, kind: int) -> Article:
    return Article(str(number), 1, TEXTS[kind], language=LANGUAGES[kind])


@given(st.lists(st.integers(0, len(TEXTS) - 1), max_size=2 * TOGETHER + 1))
def test_articles_together_are_read_as_each_alone(kinds: list[int]) -> None:
    articles = [article(number, kind) for number, kind in enumerate(kinds)]
    assert list(extract_all(articles)) == [extract_mentions(one) for one in articles]


def test_an_article_that_fails_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [article(number, number % 2) for number in range(4)]
    whole = room.read_document

    def breaks(one: Article, *more: object) -> object:
        if one.article_id == "2":
            raise ValueError("torn")
        return whole(one, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(room, "read_document", breaks)
    found = list(extract_all(articles))
    assert [isinstance(one, ValueError) for one in found] == [False, False, True, False]
    assert found[0] == extract_mentions(articles[0])
    with pytest.raises(ValueError, match="torn"):
        extract_mentions(articles[2])
