-- One row a pair of quotes in two articles of which the later holds a part of the earlier.
select m.claim_id, null as article_id,
       if(m.a_end - m.a_start >= m.b_end - m.b_start, m.evidence, [m.evidence[2], m.evidence[1]]) as evidence, {x: ''} as slots
from match_places m
where m.kind = 'quote' and m.a_article_id <> m.b_article_id and m.relation = 'truncated';
