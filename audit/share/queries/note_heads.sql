-- One row an article of $ids, as a note tells where its words stand.
select a.article_id, a.title, a.byline, p.name as publisher, a.published_at, a.url, c.url as captured_from, a.text_sha256,
       c.captured_at, c.path, c.sha256
from articles a
left join sources p on p.source_id = a.publisher_id
left join captures c using (capture_id)
where a.is_latest and list_contains($ids, a.article_id)
order by a.published_at nulls last, a.article_id;
