-- One row a column of a table or view, in reading order: tables first, as they are laid out.
with relations as (
    select table_oid as oid, table_name as name, '' as kind, comment from duckdb_tables()
    union all
    select view_oid, view_name, ' (view)', comment from duckdb_views() where not internal
)
select r.name, r.kind, r.comment as told, c.column_name, lower(c.data_type) as of_type, c.comment as means
from relations r join duckdb_columns() c on c.table_oid = r.oid
order by r.kind, case when r.kind = '' then r.oid end, r.name, c.column_index;
