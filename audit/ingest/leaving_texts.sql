-- One row a version of an article that lies in these captures or in what they hold, with its words.
with recursive tree as (
    select capture_id from captures where list_contains($captures, capture_id)
    union
    select m.member_id from members m join tree t on m.capture_id = t.capture_id)
select distinct a.article_id, a.version, a.text_sha256, a.title, a.byline, a.text
from tree t
join appearances p using (capture_id)
join articles a on a.article_id = p.article_id and a.version = p.version
order by a.article_id, a.version;
