-- One row two figures of a claim, told apart by what they say, that compare as 'conflict', 'hedge_flipped'.
select m.claim_id, if(m.a_article_id = m.b_article_id, m.a_article_id, null) as article_id, m.evidence, m.turn = 'unknown' as unordered,
       exists (select 1 from figures_on_way x join figures_on_way y using (from_id)
               where x.figure_id = m.first_id and y.figure_id = m.second_id) as counted,  -- told by what changed on the way
       {first_id: m.first_id, second_id: m.second_id,
        why: if(m.relation = 'updated', 'the earlier text has the higher count', coalesce(m.why, m.relation)), source: if(a.source_id = b.source_id, ', both from ' || s.name, '')} as slots
from figure_turns m
join figures a on a.figure_id = m.first_id
join figures b on b.figure_id = m.second_id
left join sources s on s.source_id = a.source_id
where m.in_time in ('conflict', 'hedge_flipped') and m.slot is distinct from 'headline'
qualify row_number() over (
    partition by m.claim_id, a.low, a.high, a.approximator, a.unit, b.low, b.high, b.approximator, b.unit
    order by a.source_id = b.source_id desc nulls last, m.match_id) = 1;
