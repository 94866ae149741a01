-- One row: the match $id.
select m.match_id as subject_id, m.kind as mention_kind, m.relation, json_extract_string(m.detail, '$.why') as why, k.claim_id,
       c.label as claim, c.kind as claim_kind,
       json_array(json_object('article_id', m.a_article_id, 'start', m.a_start, 'end', m.a_end),
                  json_object('article_id', m.b_article_id, 'start', m.b_start, 'end', m.b_end)) as evidence
from matches m
left join (select mention_id, min(claim_id) as claim_id from claim_mentions group by mention_id) k
       on k.mention_id = json_extract_string(m.detail, '$.a_id')
left join claims c on c.claim_id = k.claim_id
where m.match_id = $id;
