-- One row an input that could not be used.
select stage, path, error from problems order by stage, path, error limit $most;
