-- One row a post or block quote that an article shows, latest versions.
select b.article_id, b.start_char, b.end_char
from blocks b
join articles a on a.article_id = b.article_id and a.version = b.version and a.is_latest
where b.role in ('embed', 'quote')
order by all;
