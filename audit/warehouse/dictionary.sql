-- One row a column of a table or view, in reading order: tables first, as they are laid out.
with relations as (
    select table_oid as oid, table_name as name, false as is_view, comment from duckdb_tables()
    union all
    select view_oid, view_name, true, comment from duckdb_views() where not internal
)
select r.name, r.is_view, r.comment as told, c.column_name, lower(c.data_type) as of_type, c.comment as means
from relations r join duckdb_columns() c on c.table_oid = r.oid
order by r.is_view, case when not r.is_view then r.oid end, r.name, c.column_index;
