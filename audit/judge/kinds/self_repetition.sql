-- One row a claim that one article states more than once, from one source as far as it says.
with pairs as (
    select m.claim_id, m.a_article_id as article_id, m.evidence, m.a_start, m.b_start, m.a_end, m.b_end
    from match_places m
    join claim_mentions c on c.claim_id = m.claim_id and c.mention_id = m.b_id
    left join figures a on a.figure_id = m.a_id
    left join figures b on b.figure_id = m.b_id
    left join sources s on s.source_id = a.source_id
    left join sources t on t.source_id = b.source_id
    where m.a_article_id = m.b_article_id and json_extract_string(m.detail, '$.slot') is distinct from 'headline'
      and m.relation in ('equal', 'rounded', 'compatible', 'hedge_lost', 'hedge_added', 'exact', 'typography', 'truncated', 'fragment', 'copied', 'edited')
      and (m.kind <> 'figure' or s.source_id is null or t.source_id is null or s.source_id = t.source_id or s.affiliation = t.affiliation))
select claim_id, article_id, arg_min(evidence, (a_start, b_start, a_end, b_end)) as evidence,
       {times: if(count(*) = 1, 'twice', 'more than once')} as slots
from pairs
group by claim_id, article_id;
