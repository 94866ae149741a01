-- One row a block of one of $articles, latest version: what it is and where it stands, in their order.
select b.article_id, b.role, b.start_char, b.end_char
from blocks b
join articles a using (article_id, version)
where a.is_latest and b.article_id in (select unnest($articles))
order by b.article_id, b.block_no;
