-- One row a version of an article that was read from these captures or from what lay in them.
with recursive tree as (
    select capture_id, sha256 from captures where capture_id in (select unnest($captures))
    union
    select c.capture_id, c.sha256 from captures c join tree t on c.parent_capture_id = t.capture_id)
select a.article_id, t.sha256, a.version
from articles a
join tree t using (capture_id);
