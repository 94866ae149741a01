-- One row a pair of wordings, of quotes in two articles of which the later holds a part of the earlier.
select m.claim_id, null as article_id,
       if(m.a_end - m.a_start >= m.b_end - m.b_start, m.evidence, [m.evidence[2], m.evidence[1]]) as evidence, {x: ''} as slots
from match_places m
join quotes a on a.quote_id = m.a_id
join quotes b on b.quote_id = m.b_id
where m.kind = 'quote' and m.a_article_id <> m.b_article_id and m.relation = 'truncated'
qualify row_number() over (partition by m.claim_id, m.relation, letters(a.text), letters(b.text) order by m.match_id) = 1;
