-- One row an article of $ids and a house that may be credited for it, with its date; without page and date where nearly nothing else is held of
-- that house: then any credit of it led nowhere, or leads nowhere now.
with held as (
    select article_id, unnest(list_filter([publisher_id, originator_id], lambda house: house is not null)) as house, published_at
    from articles
    where is_latest
),
moved as (
    select *
    from held
    where article_id in (select unnest($ids))
),
others as (
    select house, count(*) as articles
    from held
    where article_id not in (select unnest($ids))
    group by house
)
select m.article_id, if(coalesce(o.articles, 0) <= 1, null, m.article_id) as page, m.house,
       if(coalesce(o.articles, 0) <= 1, null, m.published_at) as published_at
from moved m
left join others o using (house);
