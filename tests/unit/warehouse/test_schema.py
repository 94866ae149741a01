"""What the warehouse tells about itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.warehouse import Warehouse, open_published
from audit.warehouse.dictionary import markdown

DICTIONARY = Path(__file__).parents[3] / "docs" / "warehouse.md"


@pytest.fixture
def warehouse(demo_warehouse: Path) -> Warehouse:
    return open_published(demo_warehouse)


def test_every_table_and_view_says_what_one_row_means(warehouse: Warehouse) -> None:
    views = "select view_name, comment from duckdb_views() where not internal"
    told = warehouse.query(f"select table_name, comment from duckdb_tables() union all {views}")
    assert len(told) > 20
    assert [name for name, comment in told if not (comment or "").startswith("One row a")] == []


def test_every_column_of_a_table_or_view_is_commented(warehouse: Warehouse) -> None:
    sql = """select c.table_name, c.column_name, c.comment from duckdb_columns() c
             where c.table_oid in (select table_oid from duckdb_tables() union all
                                   select view_oid from duckdb_views() where not internal)"""
    told = warehouse.query(sql)
    assert len(told) > 300
    assert [(table, column) for table, column, comment in told if not comment] == []


def test_each_measure_has_its_evidence_view(warehouse: Warehouse) -> None:
    measures = {name for (name,) in warehouse.query("select distinct measure from measures")}
    views = {name for (name,) in warehouse.query("select view_name from duckdb_views() where not internal")}
    assert {f"{measure}_evidence" for measure in measures} <= views


def test_data_dictionary_is_current(warehouse: Warehouse) -> None:
    assert DICTIONARY.read_text(encoding="utf-8") == markdown(warehouse), "make docs"


def test_a_slow_query_draws_nothing_into_the_output(tmp_path: Path) -> None:
    warehouse = Warehouse.open(tmp_path / "w.duckdb")
    assert warehouse.query("select current_setting('enable_progress_bar')") == [(False,)]
    warehouse.close()
