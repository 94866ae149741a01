-- One row a publisher of a claim from whose articles a stated or linked arrow leads; counted where the arrows lead back to it.
create or replace view circularity_evidence as
with recursive arrows as (
    select distinct e.claim_id, c.publisher_id as child, coalesce(p.publisher_id, e.parent_source_id) as parent, e.child_article_id
    from edges e
    join articles c on c.article_id = e.child_article_id and c.is_latest
    left join articles p on p.article_id = e.parent_article_id and p.is_latest
    where e.status <> 'rejected' and e.basis <> 'inferred' and c.publisher_id is not null
      and coalesce(p.publisher_id, e.parent_source_id) <> c.publisher_id),
reached(claim_id, child, node, steps) as (
    select claim_id, child, parent, 1 from arrows
    union
    select r.claim_id, r.child, a.parent, r.steps + 1
    from reached r join arrows a on a.claim_id = r.claim_id and a.child = r.node
    where r.steps < 12 and r.node <> r.child)
select 'claim' as subject_kind, a.claim_id as subject_id,
       exists (select 1 from reached r where r.claim_id = a.claim_id and r.child = a.child and r.node = a.child) as counted,
       1 as amount, min(a.child_article_id) as article_id, null::integer as version, null::integer as start_char,
       null::integer as end_char, any_value(s.name) as text
from arrows a left join sources s on s.source_id = a.child
group by a.claim_id, a.child;
comment on view circularity_evidence is 'One row a publisher of a claim from whose articles a stated or linked arrow leads; counted where the arrows lead back to it.';
