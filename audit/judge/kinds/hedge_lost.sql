-- One row a pair of figures that compare as 'hedge_lost'.
select m.claim_id, if(m.a_article_id = m.b_article_id, m.a_article_id, null) as article_id, m.evidence,
       {why: coalesce(m.why, m.relation), source: if(a.source_id = b.source_id, ', both from ' || s.name, '')} as slots
from match_places m
join figures a on a.figure_id = m.a_id
join figures b on b.figure_id = m.b_id
left join sources s on s.source_id = a.source_id
where m.kind = 'figure' and m.relation in ('hedge_lost');
