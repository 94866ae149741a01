"""A run over eight invented pages on one speech: three renderings of it, a copy, agencies, occasions, outlets named again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.pipeline import Job, run_direct
from audit.warehouse import Warehouse, open_published

PAGES = Path(__file__).parent / "speech" / "pages.jsonl"
ARROWS = {
    ("herald", "agency"), ("lowland", "agency"), ("mirror", "agency"), ("mirror", "herald"), ("post", "herald"),
    ("post", "agency"), ("post", "lowland2"), ("valley", "lowland2"), ("echo", "valley"),
}  # fmt: skip
MISSING = {
    ("post", "Reuters"), ("post", "a letter"), ("valley", "Radio Free Asia"), ("echo", "KTV"), ("echo", "Agence France-Presse"),
}  # fmt: skip
OCCASIONS = {
    ("agency", "press conference"), ("agency", "briefing"), ("herald", "press conference"), ("mirror", "press conference"),
    ("lowland", "nightly video address"), ("post", "press conference"), ("valley", "rally"), ("echo", "rally"),
}  # fmt: skip
TURNED = {("agency", "herald"), ("agency", "lowland"), ("agency", "mirror"), ("herald", "lowland")}


@pytest.fixture(scope="module")
def speech(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    folder = tmp_path_factory.mktemp("speech")
    job = Job((PAGES,), folder / "speech.duckdb", None, folder / "reviews")
    run_direct(job)
    warehouse = open_published(job.warehouse)
    yield warehouse
    warehouse.close()


def pairs(warehouse: Warehouse, sql: str) -> set[tuple[str, str]]:
    return {(one, other) for one, other in warehouse.query(sql)}


def test_every_arrow_between_pages(speech: Warehouse) -> None:
    sql = """select distinct c.external_id, p.external_id from edges e join articles c on c.article_id = e.child_article_id
             join articles p on p.article_id = e.parent_article_id"""
    assert pairs(speech, sql) == ARROWS


def test_every_source_that_is_not_held(speech: Warehouse) -> None:
    sql = """select distinct c.external_id, s.name from edges e join articles c on c.article_id = e.child_article_id
             join sources s on s.source_id = e.parent_source_id where e.state in ('not_in_collection', 'no_name')"""
    assert pairs(speech, sql) == MISSING


def test_every_occasion(speech: Warehouse) -> None:
    sql = """select distinct external_id, s.name from credits join articles using (article_id, version)
             join sources s using (source_id) where s.kind = 'occasion'"""
    assert pairs(speech, sql) == OCCASIONS


def test_renderings_of_one_speech_are_no_alterations(speech: Warehouse) -> None:
    sql = """select distinct a.external_id, b.external_id from matches join articles a on a.article_id = a_article_id
             join articles b on b.article_id = b_article_id where kind = 'quote' and relation = 'retranslated'"""
    assert pairs(speech, sql) >= TURNED
    assert speech.query("select 1 from findings where kind in ('altered_quote', 'misattributed_quote')") == []


def test_a_hedge_that_is_gone(speech: Warehouse) -> None:
    assert speech.query("select count(*) from matches where relation = 'hedge_lost'") > [(0,)]
