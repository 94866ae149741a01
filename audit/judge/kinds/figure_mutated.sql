-- One row two figures of a claim, told apart by what they say, that compare as 'mutated'.
select m.claim_id, if(m.a_article_id = m.b_article_id, m.a_article_id, null) as article_id, m.evidence, not m.joined as unordered,
       if(m.rests is null, null, 'on_the_way') as told_as,
       {first_id: m.first_id, second_id: m.second_id, slot: m.slot,
        why: coalesce(m.why, m.relation), source: if(a.source_id = b.source_id, ', both from ' || s.name, '')} as slots
from figure_turns m
join figures a on a.figure_id = m.first_id
join figures b on b.figure_id = m.second_id
left join sources s on s.source_id = a.source_id
where m.in_time = 'mutated'
qualify row_number() over (
    partition by m.claim_id, a.low, a.high, a.approximator, a.unit, b.low, b.high, b.approximator, b.unit
    order by m.rests is null, a.source_id = b.source_id desc nulls last, m.turn = 'unknown', m.match_id) = 1;
