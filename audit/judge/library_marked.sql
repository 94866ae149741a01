-- One row a stretch of a latest version that is somebody's words: a piece in marks, an embedded post.
select q.article_id, q.start_char, q.end_char
from quotes q join articles a on a.article_id = q.article_id and a.version = q.version and a.is_latest
where q.kind <> 'indirect'
union all
select b.article_id, b.start_char, b.end_char
from blocks b join articles a on a.article_id = b.article_id and a.version = b.version and a.is_latest
where b.role in ('embed', 'quote')
order by all;
