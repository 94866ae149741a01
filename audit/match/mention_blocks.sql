-- One row an article with blocks, latest version: what each is and where it stands, in their order, and a hash of all of it.
select b.article_id, list(b.role order by b.block_no), list(b.start_char order by b.block_no), list(b.end_char order by b.block_no),
       (bit_xor(hash(b.block_no, b.role, b.start_char, b.end_char)) >> 1)::bigint
from blocks b
join articles a using (article_id, version)
where a.is_latest
group by b.article_id;
