-- One row: the code and rules that made the rows, as the last run that wrote them knew them.
select code_version, config_hash from runs order by rowid desc limit 1;
