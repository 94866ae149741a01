-- One row a source of $sources that the text of any article reads so, with how many do.
select coalesce(m.into_id, r.source_id) as source_id, count(distinct r.article_id) as articles
from source_readings r
join articles a on a.article_id = r.article_id and a.version = r.version and a.gone_at is null
left join source_aliases m on m.source_id = r.source_id
where r.part = 'article' and coalesce(m.into_id, r.source_id) in (select unnest($sources))
group by all;
