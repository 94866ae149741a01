-- One row a stretch of an article that is the words of one of the sources $ids: quotes, and what stands under their credit.
select q.article_id, q.start_char, q.end_char from quotes q join articles a on a.article_id = q.article_id and a.version = q.version and a.is_latest
where list_contains($ids, q.speaker_id)
union
select c.article_id, c.scope_start, c.scope_end from credits c join articles a on a.article_id = c.article_id and a.version = c.version and a.is_latest
where list_contains($ids, c.source_id) and c.relation = 'embeds'
union
select b.article_id, b.start_char, b.end_char
from blocks b join articles a on a.article_id = b.article_id and a.version = b.version and a.is_latest
join credits c on c.article_id = b.article_id and c.version = b.version and c.start_char < b.end_char and b.start_char < c.end_char
where b.role = 'embed' and list_contains($ids, c.source_id);
