-- One row a version of an article.
select a.article_id, a.version, a.is_latest, a.title, a.external_id, p.name as outlet, a.published_at, a.url, a.text_sha256
from articles a
left join sources p on p.source_id = a.publisher_id
order by a.article_id, a.version;
