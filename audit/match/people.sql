-- One row a person whom a text quotes, credits or names in full, with the articles that do.
select s.source_id, s.name, s.affiliation, list_sort(list(h.article_id)) as articles
from sources s
join (
    select distinct coalesce(m.into_id, r.source_id) as source_id, r.article_id
    from source_readings r
    join articles a using (article_id, version)
    left join source_aliases m on m.source_id = r.source_id
    where a.is_latest and r.part = 'article'
) h using (source_id)
where s.kind = 'person'
group by s.source_id, s.name, s.affiliation
order by s.source_id;
