-- One row a block of an article of $ids, in the order of the text.
select b.article_id, b.role, b.start_char, b.end_char
from blocks b
join articles a using (article_id, version)
where a.is_latest and list_contains($ids, b.article_id)
order by b.article_id, b.start_char, b.block_no;
