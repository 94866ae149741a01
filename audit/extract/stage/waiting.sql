-- One row an article version whose mentions these rules have not taken.
select a.article_id, a.version, a.text, a.title, s.name as publisher, a.byline, a.url, a.published_at, a.published_from, a.language
from articles a
left join sources s on s.source_id = a.publisher_id
where not exists (select 1 from extractions e where e.article_id = a.article_id and e.version = a.version and e.fingerprint = ?)
order by a.article_id, a.version;
