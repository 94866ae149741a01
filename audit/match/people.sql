-- One row a person whom a text quotes, credits or names in full: where, and beside which other people and organisations.
with being as (
    select r.article_id, coalesce(m.into_id, r.source_id) as source_id
    from source_readings r
    join articles a using (article_id, version)
    left join source_aliases m on m.source_id = r.source_id
    where a.is_latest and r.part = 'article'
),
held as (
    select distinct b.source_id, b.article_id, s.kind
    from being b
    join sources s using (source_id)
),
company as (
    select p.source_id, list_sort(list(distinct o.source_id)) as company
    from held p
    join held o using (article_id)
    where p.kind = 'person' and o.kind in ('person', 'organisation') and o.source_id <> p.source_id
    group by p.source_id
)
select s.source_id, s.name, s.affiliation, list_sort(list(h.article_id)) as articles, any_value(c.company) as company
from sources s
join held h using (source_id)
left join company c using (source_id)
where s.kind = 'person'
group by s.source_id, s.name, s.affiliation
order by s.source_id;
