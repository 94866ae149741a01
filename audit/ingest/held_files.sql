-- One row a file that is held, by the capture of its bytes, and where it was first read.
select capture_id, path, sha256, bytes
from captures
where parent_capture_id is null
order by capture_id;
