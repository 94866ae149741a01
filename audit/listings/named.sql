-- One row an article, claim or source that $name names: by id, external id, URL, file, headline or any spelling.
select 'article' as kind, a.article_id as id, coalesce(a.title, a.external_id, a.article_id) as label
from articles a left join captures c using (capture_id)
where a.is_latest and ($name in (a.article_id, a.external_id, a.url, a.title) or ends_with('/' || c.path, '/' || $name))
union all
select 'claim', claim_id, label from claims where claim_id = $name
union all
select distinct 'source', s.source_id, s.name from sources s left join source_names n using (source_id)
where s.source_id = $name or lower(s.name) = lower($name) or lower(n.name) = lower($name)
order by all;
