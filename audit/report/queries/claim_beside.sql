-- One row a claim that a match joins to one of the claims $ids without making them one: how its figure or quote relates. Bounds that allow
-- another number many times as large ("over 200", 3,000) say nothing of it.
with either as (
    select a_claim_id as claim_id, b_claim_id as other_id, relation, detail from claim_links
    union all select b_claim_id, a_claim_id, relation, detail from claim_links)
select b.claim_id, b.other_id, b.relation, b.detail ->> '$.why' as why
from either b
join matches m on m.match_id = b.detail ->> '$.match_id' and m.kind <> 'passage'
left join figures f on f.figure_id = m.detail ->> '$.a_id'
left join figures g on g.figure_id = m.detail ->> '$.b_id'
where list_contains($ids, b.claim_id)
  and (b.relation <> 'compatible' or coalesce(greatest(f.low, g.low) <= 2 * least(f.low, g.low), true))
qualify row_number() over (partition by b.claim_id, b.other_id order by m.kind, b.relation) = 1
order by b.claim_id, m.kind, b.relation, b.other_id;
