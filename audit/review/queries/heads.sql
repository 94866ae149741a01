-- One row an article of $ids: what stands above its passage.
select a.article_id, a.version, a.title, p.name as publisher, as_printed(o.name, p.name) as called, a.publisher_id, a.originator_id, a.published_at, a.published_precision, a.published_from,
       a.year_basis, a.url, a.external_id, c.path, a.text_sha256
from articles a
left join sources p on p.source_id = a.publisher_id
left join sources o on o.source_id = a.originator_id
left join captures c using (capture_id)
where a.is_latest and list_contains($ids, a.article_id);
