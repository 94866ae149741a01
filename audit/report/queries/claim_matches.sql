-- One row a match of two mentions of one claim, for the claims $ids; the kind of the relation, never its similarity.
with pairs as (
    select match_id, relation, detail ->> '$.a_id' as a_id, detail ->> '$.b_id' as b_id, detail ->> '$.why' as why,
           coalesce(cast(detail -> '$.relations' as varchar[]), [relation]) as relations
    from matches
)
select distinct a.claim_id, p.match_id, p.relation, p.a_id, p.b_id, p.why, p.relations
from pairs p
join claim_mentions a on a.mention_id = p.a_id
join claim_mentions b on b.mention_id = p.b_id and b.claim_id = a.claim_id
where list_contains($ids, a.claim_id)
order by a.claim_id, p.match_id;
