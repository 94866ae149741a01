-- One row a column of a table or view, with what it means.
select table_name, column_name, data_type, comment
from duckdb_columns()
where not internal and comment is not null
order by table_name, column_index;
