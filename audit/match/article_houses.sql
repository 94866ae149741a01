-- One row an article by its number: who publishes it, as figures have their sources, and the day on which it appeared.
with latest as (
    select *, row_number() over (order by article_id) - 1 as article_no
    from articles
    where is_latest
)
select article_no, (hash(publisher_id) >> 1)::bigint as house,
       (coalesce(published_at, published_from)::date - date '1970-01-01')::integer as day
from latest
where publisher_id is not null
order by article_no;
