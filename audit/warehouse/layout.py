"""The layout of a warehouse: its version, the migrations that lead to it, its tables, columns and views.

Invariant: `lay_out` works on a build, the copy that a run makes: the published file is never altered.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import duckdb

from audit.errors import WarehouseError
from audit.ids import stable_id
from audit.warehouse.database import Warehouse, read_sql

MIGRATIONS = f"{__package__}.migrations"
VIEWS = f"{__package__}.views"


@cache
def migrations() -> dict[int, str]:
    """Number -> name of each migration; the number is the schema that it leads to from the one before."""
    return {int(name[:3]): name for name in _names(MIGRATIONS)}


def schema_version() -> int:
    """The schema that this version of the code writes."""
    return max(migrations())


def version_of(warehouse: Warehouse) -> int | None:
    """The schema of a file; None where it is no warehouse of ours."""
    if not warehouse.query("select 1 from duckdb_tables() where table_name = 'meta'"):
        return None
    found = warehouse.query("select try_cast(value as integer) from meta where key = 'schema_version'")
    return found[0][0] if found else None


def lay_out(warehouse: Warehouse) -> None:
    """Bring a new file or a file of an older schema to the present one. Raises `WarehouseError` where that fails."""
    try:
        held = version_of(warehouse)
        if held is not None and _is_laid_out(warehouse):
            return
        for number, name in migrations().items():
            if held is not None and number > held:
                warehouse.run(read_sql(MIGRATIONS, name))
        if held is not None:
            _add_columns(warehouse)
        _say_all_again(warehouse)
    except duckdb.Error as error:
        told = f"the warehouse cannot be brought to schema {schema_version()}: {str(error).splitlines()[0]}"
        raise WarehouseError(told, "it is as it was; name another --warehouse, and please report it") from error


def _say_all_again(warehouse: Warehouse) -> None:
    """Tables that are not there yet, views and comments, in one commit: one a statement would wait for the disk."""
    with warehouse.transaction():
        warehouse.run(read_sql(__package__, "schema"))
        for name in _names(VIEWS):
            warehouse.run(read_sql(VIEWS, name))
        warehouse.run("insert or replace into meta values ('schema_version', ?)", [str(schema_version())])
        warehouse.run("insert or replace into meta values ('layout', ?)", [_layout()])


def _is_laid_out(warehouse: Warehouse) -> bool:
    """Whether this very layout was the last to be said: saying it again takes longer than a run over nothing new."""
    return warehouse.query("select value from meta where key = 'layout'") == [(_layout(),)]


@cache
def _layout() -> str:
    """Hash of tables, columns, views and comments."""
    views = (read_sql(VIEWS, name) for name in _names(VIEWS))
    return stable_id(schema_version(), read_sql(__package__, "schema"), *views)


def _add_columns(warehouse: Warehouse) -> None:
    """Columns that the schema has gained behind those that a table has: they need no migration."""
    fresh = Warehouse(duckdb.connect())
    fresh.run(read_sql(__package__, "schema"))
    for (table,) in fresh.query("select table_name from duckdb_tables()"):
        held = dict(warehouse.columns(table))
        for column, kind in fresh.columns(table) if held else ():
            if column not in held:
                warehouse.run(f'alter table "{table}" add column "{column}" {kind}')
    fresh.close()


def _names(package: str) -> list[str]:
    return sorted(entry.name.removesuffix(".sql") for entry in files(package).iterdir() if entry.name.endswith(".sql"))
