-- One row where it was looked what is other than before.
select table_name from duckdb_tables() where temporary and table_name = 'changed';
