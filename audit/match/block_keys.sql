-- One row an article with blocks, latest version, and a hash of all that these are.
select b.article_id, (bit_xor(hash(b.block_no, b.role, b.start_char, b.end_char)) >> 1)::bigint
from blocks b
join articles a using (article_id, version)
where a.is_latest
group by b.article_id;
