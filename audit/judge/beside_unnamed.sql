-- One row a place of a claim that ends at somebody unnamed, with the words on either side of it.
with ends as (
    select o.claim_id from origins o join sources s on o.node_kind = 'source' and s.source_id = o.node_id
    group by o.claim_id having bool_and(not named(s.kind)))
select m.article_id, substr(a.text, greatest(1, p.start_char + 1 - $beside), least(p.start_char, $beside)) as before,
       substr(a.text, p.end_char + 1, $beside) as after
from claim_mentions m
semi join ends using (claim_id)
join mentions p on p.mention_id = m.mention_id and p.article_id = m.article_id and p.version = m.version
join articles a on a.article_id = m.article_id and a.version = m.version;
