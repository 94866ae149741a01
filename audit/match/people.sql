-- One row a person who is credited in a latest version: where, and beside which other people and organisations.
with credited as (
    select speaker_id as source_id, article_id, version from quotes where speaker_id is not null
    union
    select source_id, article_id, version from figures where source_id is not null
    union
    select source_id, article_id, version from credits
),
held as (
    select c.source_id, c.article_id, s.kind
    from credited c
    join articles a using (article_id, version)
    join sources s using (source_id)
    where a.is_latest
),
company as (
    select p.source_id, list_sort(list(distinct o.source_id)) as company
    from held p
    join held o using (article_id)
    where p.kind = 'person' and o.kind in ('person', 'organisation') and o.source_id <> p.source_id
    group by p.source_id
)
select s.source_id, s.name, s.affiliation, list_sort(list(distinct h.article_id)) as articles, any_value(c.company) as company
from sources s
join held h using (source_id)
left join company c using (source_id)
where s.kind = 'person'
group by s.source_id, s.name, s.affiliation
order by s.source_id;
