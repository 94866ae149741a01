-- One row a capture of that id, hash or path.
select capture_id
from captures
where $name in (capture_id, sha256, path) or capture_id in (select capture_id from places where path = $name);
