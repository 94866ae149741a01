"""Who is unnamed in one text is not shown beside the name that another text gives to the same words."""

from __future__ import annotations

import pytest

from audit.match import find_matches
from audit.records import SourceKind
from audit.trace import trace

from .conftest import Corpus

WORDS = "We knew in January that the old harbour wall would never hold"


def tell(corpus: Corpus, key: str, by: str | None, of: SourceKind = SourceKind.PERSON) -> None:
    corpus.article(key, f"{key} {WORDS} {key}.", "2026-03-04")
    corpus.quote(key, WORDS, by=by, of=of)


def shown(corpus: Corpus) -> set[frozenset[str]]:
    """The articles that stand together on a claim."""
    trace(corpus.warehouse)
    rows = corpus.warehouse.query("select claim_id, list(distinct article_id) from claim_mentions group by claim_id")
    return {frozenset(articles) for _, articles in rows}


@pytest.mark.parametrize("kind", [SourceKind.ANONYMOUS, SourceKind.VAGUE])
def test_an_unnamed_source_s_words_do_not_meet_a_name(corpus: Corpus, kind: SourceKind) -> None:
    tell(corpus, "a", "a senior official", kind)
    tell(corpus, "b", "Owen Trask")
    find_matches(corpus.warehouse)
    assert corpus.warehouse.query("select * from matches") == []
    assert not any({"a", "b"} <= together for together in shown(corpus))


def test_not_by_way_of_a_third_text_either(corpus: Corpus) -> None:
    tell(corpus, "a", "a senior official", SourceKind.ANONYMOUS)
    tell(corpus, "b", "Owen Trask")
    tell(corpus, "c", None)
    find_matches(corpus.warehouse)
    assert not any({"a", "b"} <= together for together in shown(corpus))


def test_a_local_user_may_ask_for_it(corpus: Corpus) -> None:
    tell(corpus, "a", "a senior official", SourceKind.ANONYMOUS)
    tell(corpus, "b", "Owen Trask")
    find_matches(corpus.warehouse, reveal=True)
    assert corpus.warehouse.query("select count(*) > 0 from matches") == [(True,)]


def test_named_sources_meet(corpus: Corpus) -> None:
    tell(corpus, "a", "Owen Trask")
    tell(corpus, "b", "Owen Trask")
    find_matches(corpus.warehouse)
    assert corpus.warehouse.query("select count(*) > 0 from matches") == [(True,)]
