"""Who speaks in one article and wrote another: the name in the byline, unless that article quotes him itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from audit.warehouse import Warehouse, read_sql
from tests.conftest import empty_warehouse

WRITTEN, TOLD, QUOTING = "written", "told", "quoting"


@pytest.fixture
def held() -> Iterator[Warehouse]:
    """Ada Holm wrote an article of the Post; the Times quotes her by name."""
    warehouse = empty_warehouse()
    for source, kind in (("Post", "outlet"), ("Times", "outlet"), ("Ada Holm", "person")):
        warehouse.run("insert into sources (source_id, name, kind) values (?, ?, ?)", [source, source, kind])
    for article, house, byline in ((WRITTEN, "Post", "Ada Holm, Lee Moor"), (TOLD, "Times", "Kit Vane")):
        _add_article(warehouse, article, house, byline)
    _add_quote(warehouse, TOLD, "named")
    yield warehouse
    warehouse.close()


def _add_article(warehouse: Warehouse, article: str, house: str, byline: str) -> None:
    row = [article, house, byline]
    warehouse.run(
        "insert into articles (article_id, version, is_latest, publisher_id, byline) values (?, 1, true, ?, ?)", row
    )


def _add_quote(warehouse: Warehouse, article: str, certainty: str) -> None:
    row = [f"q {article}", f"u {article}", article, certainty]
    warehouse.run(
        "insert into quotes (quote_id, utterance_id, article_id, version, start_char, end_char, speaker_id, certainty) "
        "values (?, ?, ?, 1, 0, 9, 'Ada Holm', ?)",
        row,
    )


def writers(warehouse: Warehouse) -> list[tuple[str, str]]:
    return [(row[0], row[4]) for row in warehouse.query(read_sql("audit.trace", "writers"), {"houses": None})]


def test_who_is_quoted_by_name_wrote_the_article_of_another_house(held: Warehouse) -> None:
    assert writers(held) == [(TOLD, "Post")]


def test_a_byline_that_names_whom_its_article_quotes_names_no_writer(held: Warehouse) -> None:
    _add_quote(held, WRITTEN, "resolved")
    assert writers(held) == []


def test_a_name_that_was_only_resolved_and_an_article_of_the_same_house_tell_nothing(held: Warehouse) -> None:
    _add_article(held, QUOTING, "Post", "Kit Vane")
    _add_quote(held, QUOTING, "named")
    assert writers(held) == [(TOLD, "Post")]
    held.run("update quotes set certainty = 'resolved' where article_id = ?", [TOLD])
    assert writers(held) == []


def test_what_only_an_older_version_quotes_does_not_count(held: Warehouse) -> None:
    _add_quote(held, WRITTEN, "named")
    held.run("update articles set version = 2 where article_id = ?", [WRITTEN])
    assert writers(held) == [(TOLD, "Post")]
