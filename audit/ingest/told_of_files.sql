-- One row a problem of a file that gave no capture.
select path, error, first_run_id
from problems
where stage = 'ingest' and path is not null and capture_id is null
order by path, error;
