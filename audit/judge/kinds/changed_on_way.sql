-- One row two figures of one thing that differ, where one text states that it has its own from the other: the credited one first.
select m.claim_id, null as article_id, m.evidence,
       {first_id: m.first_id, second_id: m.second_id, why: coalesce(m.why, m.relation)} as slots
from figure_turns m
join figures a on a.figure_id = m.first_id
join figures b on b.figure_id = m.second_id
where m.rests is not null and m.relation in ('conflict', 'hedge_flipped') and m.slot is distinct from 'headline'
qualify row_number() over (
    partition by m.b_article_id, m.a_article_id, a.low, a.high, a.approximator, a.unit, b.low, b.high, b.approximator, b.unit
    order by m.match_id) = 1;
