-- One row a file: the schema of the build, and of the warehouse it was built from.
select value from meta where key = 'schema_version'
union all
select value from before.meta where key = 'schema_version';
