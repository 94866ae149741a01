-- One row a block of the articles that wait.
select b.article_id, b.version, b.role, b.start_char, b.end_char
from blocks b
where not exists (select 1 from extractions e where e.article_id = b.article_id and e.version = b.version and e.fingerprint = ?)
  and not exists (select 1 from articles a where a.article_id = b.article_id and a.gone_at is not null)
order by b.article_id, b.version, b.block_no;
