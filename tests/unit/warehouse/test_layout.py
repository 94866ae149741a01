"""A file of an older schema is brought up to date in a copy; one of a newer schema is refused with the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.errors import WarehouseError
from audit.warehouse import Warehouse, layout, open_build, open_published
from audit.warehouse.layout import migrations, schema_version

SCHEMAS = Path(__file__).parent / "schemas"
OLDER = sorted(int(path.stem) for path in SCHEMAS.glob("*.sql"))
KEPT = ("articles", "captures", "decisions", "runs")


def older(path: Path, version: int) -> Path:
    """A warehouse as an older version of the code laid it out, with a row in each table that stays."""
    warehouse = Warehouse.open(path)
    warehouse.run((SCHEMAS / f"{version}.sql").read_text(encoding="utf-8"))
    warehouse.run("insert into meta values ('schema_version', ?), ('fingerprint', 'old')", [str(version)])
    warehouse.run("insert into articles by name select 'a' as article_id, 1 as version, true as is_latest, 'x' as text")
    for table, key in (("captures", "capture_id"), ("decisions", "decision_id"), ("runs", "run_id")):
        warehouse.run(f"insert into {table} by name select 'k' as {key}")
    warehouse.run("insert into extractions by name select 'a' as article_id, 1 as version, 'old' as fingerprint")
    warehouse.close()
    return path


def columns(warehouse: Warehouse) -> list[tuple[str, str, str, str]]:
    return warehouse.query(  # type: ignore[return-value]
        """select table_name, column_name, data_type, comment from duckdb_columns()
           where table_oid in (select table_oid from duckdb_tables()) order by table_name, column_index"""
    )


def test_every_older_schema_is_tried() -> None:
    assert list(range(1, schema_version())) == OLDER
    assert sorted(migrations()) == [n + 1 for n in OLDER]


@pytest.mark.parametrize("version", OLDER)
def test_an_older_file_gets_the_tables_and_columns_of_a_new_one(tmp_path: Path, version: int) -> None:
    with open_build(older(tmp_path / "old.duckdb", version)) as build, open_build(tmp_path / "new.duckdb") as fresh:
        assert columns(build.warehouse) == columns(fresh.warehouse)


@pytest.mark.parametrize("version", OLDER)
def test_what_cannot_be_made_again_stays(tmp_path: Path, version: int) -> None:
    path = older(tmp_path / "old.duckdb", version)
    with open_build(path) as build:
        build.publish()
    warehouse = open_published(path)
    assert [warehouse.query(f"select count(*) from {table}") for table in KEPT] == [[(1,)]] * len(KEPT)
    assert warehouse.query("select count(*) from extractions") == [(0,)]
    assert warehouse.query("select count(*) from fingerprints") == [(0,)]
    assert warehouse.query("select value from meta where key = 'schema_version'") == [(str(schema_version()),)]
    warehouse.close()


def test_a_reader_of_an_older_file_is_told_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match=r"older Secondhand \(schema 1") as told:
        open_published(older(tmp_path / "old.duckdb", 1))
    assert "secondhand run" in str(told.value.hint)


@pytest.mark.parametrize("opened", [open_published, lambda path: open_build(path).__enter__()])
def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path, opened: object) -> None:
    path = tmp_path / "w.duckdb"
    with open_build(path) as build:
        build.warehouse.run("update meta set value = '99' where key = 'schema_version'")
        build.publish()
    before = path.read_bytes()
    with pytest.raises(WarehouseError, match=r"newer Secondhand \(schema 99") as told:
        opened(path)  # type: ignore[operator]
    assert "update Secondhand" in str(told.value.hint)
    assert path.read_bytes() == before


def test_a_migration_that_fails_leaves_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = older(tmp_path / "old.duckdb", 1)
    before = path.read_bytes()
    monkeypatch.setattr(layout, "read_sql", lambda package, name: "drop table not_there")
    with pytest.raises(WarehouseError, match="cannot be brought to schema"), open_build(path):
        pass
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".build")] == []


def test_a_file_that_is_no_warehouse_of_ours_is_refused(tmp_path: Path) -> None:
    other = Warehouse.open(tmp_path / "other.duckdb")
    other.run("create table t (x integer)")
    other.close()
    with pytest.raises(WarehouseError, match="not a Secondhand warehouse"):
        open_published(tmp_path / "other.duckdb")


def test_a_file_of_this_very_layout_is_not_laid_out_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "w.duckdb"
    with open_build(path) as build:
        build.publish()
    monkeypatch.setattr(layout, "_say_all_again", None)
    with open_build(path) as build:
        assert layout.version_of(build.warehouse) == schema_version()


def test_another_view_or_comment_is_laid_out(tmp_path: Path) -> None:
    path = tmp_path / "w.duckdb"
    with open_build(path) as build:
        before = columns(build.warehouse)
        build.warehouse.run("alter table articles drop column byline; update meta set value = '' where key = 'layout'")
        build.publish()
    with open_build(path) as build:
        assert sorted(columns(build.warehouse)) == sorted(before)
