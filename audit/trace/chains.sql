-- One row a credited source of a chain, latest versions, nearest hop first.
select c.article_id, c.chain_id, c.scope_start, c.scope_end, c.credit_id, c.source_id, s.kind, c.relation,
       c.start_char, c.end_char, c.hop, c.rule
from credits c
join articles a on a.article_id = c.article_id and a.version = c.version and a.is_latest
join sources s on s.source_id = c.source_id
order by c.article_id, c.chain_id, c.hop, c.credit_id;
