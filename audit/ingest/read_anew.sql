-- One row a capture whose bytes are read in this run though it is held: all of them where everything is read again,
-- else those whose sidecar has changed, come or gone.
with inputs as (
    select unnest($paths) as path, unnest($shas) as sha256, unnest($ids) as capture_id)
select distinct c.capture_id
from captures c
join inputs i using (sha256)
where ($again and c.capture_id = i.capture_id)
   or (c.path = i.path and c.capture_id <> i.capture_id
       and c.capture_id not in (select capture_id from inputs));
