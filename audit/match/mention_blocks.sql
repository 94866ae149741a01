-- One row a block of a latest version.
select b.article_id, b.role, b.start_char, b.end_char
from blocks b
join articles a using (article_id, version)
where a.is_latest
order by b.article_id, b.block_no;
