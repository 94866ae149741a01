-- One row a version of an article that was found in these captures or in what lay in them: its number, its place in the order of
-- all that was seen, and whether it has an id or an address of its own.
with recursive tree as (
    select capture_id, sha256 from captures where capture_id in (select unnest($captures))
    union
    select c.capture_id, c.sha256 from captures c join tree t on c.parent_capture_id = t.capture_id)
select p.article_id, t.sha256, p.version, p.seen_no, a.external_id is not null or a.url is not null
from appearances p
join tree t using (capture_id)
join articles a on a.article_id = p.article_id and a.version = p.version;
