-- One row an article of a claim from which an arrow leads; counted where the chain behind it has two steps or more; note is how many. A chain ends where
-- it would come round: of a ring of three, two steps lead from each article.
create or replace view chain_depth_evidence as
with recursive arrows as (
    select distinct claim_id, child_article_id as child, parent_article_id as parent from edges
    where status <> 'rejected' and child_article_id is distinct from parent_article_id),
reached(claim_id, article_id, node) as (
    select claim_id, child, parent from arrows where parent is not null
    union
    select r.claim_id, r.article_id, a.parent
    from reached r join arrows a on a.claim_id = r.claim_id and a.child = r.node
    where a.parent is not null),
ringed as (select claim_id, article_id from reached where article_id = node),
steps(claim_id, article_id, node, met, steps) as (  -- met: those on rings that the chain has passed
    select a.claim_id, a.child, a.parent, list_filter([c.article_id, p.article_id], lambda x: x is not null), 1
    from arrows a
    left join ringed c on c.claim_id = a.claim_id and c.article_id = a.child
    left join ringed p on p.claim_id = a.claim_id and p.article_id = a.parent
    union
    select s.claim_id, s.article_id, a.parent, if(p.article_id is null, s.met, list_append(s.met, p.article_id)), s.steps + 1
    from steps s
    join arrows a on a.claim_id = s.claim_id and a.child = s.node
    left join ringed p on p.claim_id = a.claim_id and p.article_id = a.parent
    where s.steps < 12 and (p.article_id is null or not list_contains(s.met, p.article_id)))
select 'claim' as subject_kind, s.claim_id as subject_id, max(s.steps) >= 2 as counted, 1 as amount, s.article_id, a.version,
       null::integer as start_char, null::integer as end_char, coalesce(any_value(p.name), any_value(a.title)) as text, max(s.steps) as note
from steps s
join articles a on a.article_id = s.article_id and a.is_latest
left join sources p on p.source_id = a.publisher_id
group by s.claim_id, s.article_id, a.version;
comment on view chain_depth_evidence is 'One row an article of a claim from which an arrow leads; counted where the chain behind it has two steps or more; note is how many.';
