-- One row a view that holds the rows behind a measure.
select view_name from duckdb_views() where view_name like '%\_evidence' escape '\' and not internal order by view_name;
