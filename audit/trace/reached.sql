-- One row an article that may have been led to one of `moved_pages`, or may be now, for it credits a house of it; with that page.
with accounts as (select poster_id as source_id, min(source_id) as account_id from sources where poster_id is not null group by poster_id),
credited as (
    select c.article_id, c.source_id from credits c
    union
    select c.article_id, k.account_id from credits c join accounts k using (source_id)
    union
    select n.article_id, coalesce(m.into_id, n.own_source_id) from outlets_named n left join source_aliases m on m.source_id = n.own_source_id
    union
    select article_id, originator_id from articles where is_latest and originator_id is not null
)
select distinct c.article_id, m.page
from credited c
join articles a on a.article_id = c.article_id and a.is_latest
join moved_pages m on m.house = c.source_id and m.article_id <> c.article_id
where a.published_at is null or m.published_at is null
   or m.published_at <= greatest(a.published_at, coalesce(a.modified_at, a.published_at)) + to_days($days);
