-- One row an article of $ids with its text one version before the latest.
select a.article_id, b.text
from articles a
join articles b on b.article_id = a.article_id and b.version = a.version - 1
where a.is_latest and list_contains($ids, a.article_id);
