-- One row a path and the article without an id or an address of its own that lay there when a run looked last, with the text of
-- that version; only where the identity of the present text is new, and the article lies nowhere else.
with recursive tree as (
    select path, capture_id from places
    union
    select t.path, m.member_id from tree t join members m on m.capture_id = t.capture_id),
asked as (select unnest($paths) as path, unnest($ids) as article_id),
lay as (
    select a.path, p.article_id, p.version
    from asked a
    join places t on t.path = a.path
    join appearances p on p.capture_id = t.capture_id
    where p.article_id <> a.article_id and not exists (select 1 from articles h where h.article_id = a.article_id))
select l.path, l.article_id, o.text
from lay l
join articles o on o.article_id = l.article_id and o.version = l.version
where o.external_id is null and o.url is null
  and not exists (select 1 from tree t join appearances p using (capture_id) where p.article_id = l.article_id and t.path <> l.path)
order by l.path, l.article_id;
