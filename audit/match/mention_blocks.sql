-- One row an article with blocks, latest version: what each is and where it stands, in their order.
select b.article_id, list(b.role order by b.block_no), list(b.start_char order by b.block_no), list(b.end_char order by b.block_no)
from blocks b
join articles a using (article_id, version)
where a.is_latest
group by b.article_id;
