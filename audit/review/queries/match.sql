-- One row: the match $id.
with own as (from matches where match_id = $id)
select m.match_id as subject_id, m.kind as mention_kind, m.relation, json_extract_string(m.detail, '$.why') as why, c.claim_id,
       c.label as claim, c.kind as claim_kind,
       json_array(json_object('article_id', m.a_article_id, 'start', m.a_start, 'end', m.a_end),
                  json_object('article_id', m.b_article_id, 'start', m.b_start, 'end', m.b_end)) as evidence
from own m
left join claims c on c.claim_id = (
    select min(claim_id) from claim_mentions where mention_id = (select json_extract_string(detail, '$.a_id') from own));
