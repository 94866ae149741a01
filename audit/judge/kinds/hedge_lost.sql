-- One row two figures of a claim, told apart by what they say, that compare as 'hedge_lost', where it is known which text came first.
select m.claim_id, if(m.a_article_id = m.b_article_id, m.a_article_id, null) as article_id, m.evidence, not m.joined as unordered,
       {first_id: m.first_id, second_id: m.second_id, slot: m.slot,
        why: if(m.turn = 'turned', if(m.rests is null, 'the hedge stands in the earlier text alone', 'the hedge stands in the credited text alone'), coalesce(m.why, m.relation)), source: if(a.source_id = b.source_id, ', both from ' || s.name, '')} as slots
from figure_turns m
join figures a on a.figure_id = m.first_id
join figures b on b.figure_id = m.second_id
left join sources s on s.source_id = a.source_id
where m.in_time = 'hedge_lost' and m.turn <> 'unknown'
qualify row_number() over (
    partition by m.claim_id, a.low, a.high, a.approximator, a.unit, b.low, b.high, b.approximator, b.unit
    order by a.source_id = b.source_id desc nulls last, m.match_id) = 1;
