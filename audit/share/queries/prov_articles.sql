-- One row a version of an article that is not gone.
select a.article_id, a.version, a.is_latest, a.title, a.external_id, p.name as outlet, o.name as originator, a.published_at, a.url, a.text_sha256
from articles a
left join sources p on p.source_id = a.publisher_id
left join sources o on o.source_id = a.originator_id
where a.gone_at is null
order by a.article_id, a.version;
