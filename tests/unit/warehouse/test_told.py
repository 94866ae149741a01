"""The tables and views that answer: each tells of every row once, in the words of the articles themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from audit.warehouse import Warehouse, open_published
from audit.warehouse.questions import answered

PAGE = Path(__file__).parents[3] / "docs" / "questions.md"
TOLD = {
    "quotes_told": "quotes",
    "figures_told": "figures",
    "credits_told": "credits",
    "edges_told": "edges",
    "findings_told": "findings",
    "matches_told": "matches",
    "articles_told": "articles",
    "evidence_told": "evidence",
    "versions_told": "version_changes",
    "claims_told": "claims",
}


@pytest.fixture
def warehouse(demo_warehouse: Path) -> Warehouse:
    return open_published(demo_warehouse)


def one(warehouse: Warehouse, sql: str) -> Any:
    ((value,),) = warehouse.query(sql)
    return value


@pytest.mark.parametrize(("view", "table"), TOLD.items())
def test_a_view_tells_of_each_row_once(warehouse: Warehouse, view: str, table: str) -> None:
    rows = one(warehouse, f"select count(*) from {table}")
    assert rows > 0
    assert one(warehouse, f"select count(*) from {view}") == rows


def test_the_page_of_questions_holds_the_answers(warehouse: Warehouse) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page.count("```sql") >= 10
    assert answered(page, warehouse) == page, "make docs"


def test_every_question_is_one_select_without_a_join_and_has_rows() -> None:
    parts = PAGE.read_text(encoding="utf-8").split("```sql\n")[1:]
    for part in parts:
        sql, _, rest = part.partition("```\n\n")
        assert sql.startswith("select ")
        assert " join " not in sql
        assert sql.count("select") == 1
        assert len([line for line in rest.splitlines() if line.startswith("|")]) > 2


def test_the_words_at_a_span_are_the_quote(warehouse: Warehouse) -> None:
    wrong = "select count(*) from quotes a where words(a.article_id, a.version, a.start_char, a.end_char) <> a.text"
    unqualified = "select count(*) from quotes where words(article_id, version, start_char, end_char) = text"
    assert one(warehouse, wrong) == 0
    assert one(warehouse, unqualified) == one(warehouse, "select count(*) from quotes")


def test_sentences_lie_in_their_blocks_and_follow_each_other(warehouse: Warehouse) -> None:
    assert one(warehouse, "select count(*) from sentences") > 100
    outside = """select count(*) from sentences s left join blocks b using (article_id, version, block_no)
                 where b.block_no is null or s.start_char < b.start_char or s.end_char > b.end_char"""
    assert one(warehouse, outside) == 0
    order = """select count(*) from (select start_char < lag(end_char) over (
                   partition by article_id, version order by sentence_no) as wrong from sentences) where wrong"""
    assert one(warehouse, order) == 0


def test_each_figure_stands_in_one_sentence(warehouse: Warehouse) -> None:
    assert one(warehouse, "select count(*) from figures_told where contains(sentence, surface)") == one(
        warehouse, "select count(*) from figures"
    )


@pytest.mark.parametrize(("kind", "table"), [("edge", "edges"), ("finding", "findings")])
def test_evidence_is_the_json_list_as_rows(warehouse: Warehouse, kind: str, table: str) -> None:
    listed = f"""select {kind}_id as subject_id, unnest(from_json(evidence, '[{{"article_id": "VARCHAR", "start": "INTEGER", "end": "INTEGER"}}]')) as p
                 from {table}"""
    told = warehouse.query(f'select subject_id, p.article_id, p.start, p."end" from ({listed}) order by all')
    rows = warehouse.query(
        f"select subject_id, article_id, start_char, end_char from evidence where subject_kind = '{kind}' order by all"
    )
    assert told == rows
    assert len(rows) > 20


def test_the_roles_of_places(warehouse: Warehouse) -> None:
    roles = "select distinct subject_kind, role from evidence order by all"
    assert set(warehouse.query(roles)) >= {
        ("edge", "child"),
        ("edge", "credit"),
        ("finding", "a"),
        ("finding", "b"),
        ("finding", "words"),
        ("match", "a"),
        ("match", "b"),
    }
    credits = """select count(*) from evidence_told e where role = 'credit' and not exists (
                     select 1 from credits_told c where c.article_id = e.article_id and c.words = e.words)"""
    assert one(warehouse, credits) == 0


def test_both_sides_of_a_match_are_its_evidence(warehouse: Warehouse) -> None:
    assert one(warehouse, "select count(*) from evidence where subject_kind = 'match'") == 2 * one(
        warehouse, "select count(*) from matches"
    )


def test_a_path_ends_at_the_outlet_of_the_article(warehouse: Warehouse) -> None:
    rows = warehouse.query("select credited, hop, hops, path, outlet from credits_told")
    assert {hops for _, _, hops, _, _ in rows} > {1}
    for credited, hop, hops, path, outlet in rows:
        nodes = path.split(" → ")
        assert len(nodes) == hops + 1
        assert nodes[-1] == (outlet or "this article")
        assert nodes[hops - hop] == credited


def test_an_edge_tells_who_had_it_from_whom(warehouse: Warehouse) -> None:
    rows = warehouse.query("select child_outlet, had_it_from, is_held from edges_told")
    assert all(child and parent for child, parent, _ in rows)
    assert {held for _, _, held in rows} == {True, False}


def test_an_edge_whose_evidence_is_a_credit_tells_its_words(warehouse: Warehouse) -> None:
    silent = """select count(*) from edges_told t where credit_words is null and exists (
                    select 1 from evidence v where v.subject_id = t.edge_id and v.role = 'credit')"""
    assert one(warehouse, silent) == 0
    assert one(warehouse, "select count(*) from edges_told where credit_words is not null") > 20
