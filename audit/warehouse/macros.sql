-- One row a macro that tells what it is for.
select distinct comment from duckdb_functions() where not internal and comment is not null order by comment;
